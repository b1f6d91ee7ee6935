#include "view/screen_view.h"

#include <array>

namespace steadfast {

ScreenView make_screen_view(const AppState& state) {
  switch (state.screen) {
    case Screen::library:
      break;
    case Screen::brief:
      return make_brief_view(state);
    case Screen::conversation:
      return make_conversation_view(state);
    case Screen::feedback:
      return make_feedback_view(state);
    case Screen::pause:
      return make_pause_view(state);
    case Screen::debrief:
      return make_debrief_view(state);
    case Screen::left:
      return make_left_view(state);
  }
  return make_library_view(state);
}

const std::string& key_of(const ScreenView& view) {
  return std::visit([](const auto& screen) -> const std::string& { return screen.key; }, view);
}

std::string_view name_of(const ScreenView& view) {
  constexpr std::array<std::string_view, std::variant_size_v<ScreenView>> kNames = {
      "library", "brief", "conversation", "feedback", "pause", "debrief", "left"};
  return kNames[view.index()];
}

}  // namespace steadfast
