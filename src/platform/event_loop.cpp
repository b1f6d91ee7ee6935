#include "platform/event_loop.h"

#include <SDL.h>

#include <utility>

namespace steadfast {
namespace {

// ImGui settles hover, focus and layout over up to three frames.
constexpr int kFramesAfterAnEvent = 3;

KeyDown as_key_down(const SDL_KeyboardEvent& event) {
  const auto holds = [&event](int modifiers) { return (event.keysym.mod & modifiers) != 0; };
  return {.key_code = event.keysym.sym,
          .shift = holds(KMOD_SHIFT),
          .control = holds(KMOD_CTRL),
          .alt = holds(KMOD_ALT),
          .repeated = event.repeat != 0};
}

bool next_is(Uint32 type) {
  SDL_Event event;
  return SDL_PeepEvents(&event, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 && event.type == type;
}

// A held key on a slow machine would otherwise go on scrolling long after it was let go.
bool is_overtaken(const SDL_Event& event) {
  return event.type == SDL_KEYDOWN && event.key.repeat != 0 && SDL_HasEvent(SDL_KEYDOWN) == SDL_TRUE;
}

}  // namespace

EventLoop::EventLoop(std::function<void(const SDL_Event&)> forward)
    : forward_(std::move(forward)), frames_owed_(kFramesAfterAnEvent) {}

void EventLoop::ask_for_frames() {
  frames_owed_ = kFramesAfterAnEvent;
}

Batch EventLoop::next(std::optional<int> wake_after_ms) {
  Batch batch;
  SDL_Event event;
  bool has_event = false;
  if (frames_owed_ > 0) {
    has_event = SDL_PollEvent(&event) == 1;
  } else if (wake_after_ms) {
    has_event = SDL_WaitEventTimeout(&event, *wake_after_ms > 0 ? *wake_after_ms : 0) == 1;
    if (!has_event) ask_for_frames();
  } else {
    has_event = SDL_WaitEvent(&event) == 1;
  }
  if (has_event) ask_for_frames();

  bool is_full = false;
  while (has_event) {
    if (!is_overtaken(event)) {
      forward_(event);
      switch (event.type) {
        case SDL_QUIT:
          batch.close_requested = true;
          is_full = true;
          break;
        case SDL_KEYDOWN:
          batch.keys.push_back(as_key_down(event.key));
          is_full = true;
          break;
        case SDL_KEYUP:
          // ImGui 1.86 keeps one state a key and frame: a down that follows would be hidden by this up.
          is_full = true;
          break;
        case SDL_TEXTINPUT:
          batch.text += event.text.text;
          break;
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
          batch.pressed_at = {static_cast<float>(event.button.x), static_cast<float>(event.button.y)};
          is_full = true;
          break;
        default:
          break;
      }
    }
    // The text a key makes belongs to the same frame: otherwise the space bar that opens a text field
    // would also type into it.
    if (is_full && !next_is(SDL_TEXTINPUT)) break;
    has_event = SDL_PollEvent(&event) == 1;
  }
  if (frames_owed_ > 0) --frames_owed_;
  return batch;
}

}  // namespace steadfast
