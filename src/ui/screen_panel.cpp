#include "ui/screen_panel.h"

#include "ui/brief_panel.h"
#include "ui/conversation_panel.h"
#include "ui/debrief_panel.h"
#include "ui/feedback_panel.h"
#include "ui/left_panel.h"
#include "ui/library_panel.h"
#include "ui/pause_panel.h"

namespace steadfast {
namespace {

struct Draw {
  Ui& ui;
  std::optional<Intent> operator()(const LibraryView& view) const { return draw_library(ui, view); }
  std::optional<Intent> operator()(const BriefView& view) const { return draw_brief(ui, view); }
  std::optional<Intent> operator()(const ConversationView& view) const { return draw_conversation(ui, view); }
  std::optional<Intent> operator()(const FeedbackView& view) const { return draw_feedback(ui, view); }
  std::optional<Intent> operator()(const PauseView& view) const { return draw_pause(ui, view); }
  std::optional<Intent> operator()(const DebriefView& view) const { return draw_debrief(ui, view); }
  std::optional<Intent> operator()(const LeftView& view) const { return draw_left(ui, view); }
};

}  // namespace

std::optional<Intent> draw(Ui& ui, const ScreenView& view) {
  std::optional<Intent> intent = std::visit(Draw{ui}, view);
  if (!intent && ui.shortcut() == Key::escape) return Escape{};
  return intent;
}

}  // namespace steadfast
