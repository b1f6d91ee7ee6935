// Waiting for people: sleeps while nothing happens and hands out events one small batch a frame.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

union SDL_Event;

namespace steadfast {

// One press, as SDL names the key (`SDL_Keycode`). A press counts when the key goes down, so a tap whose
// down and up arrive together is never lost.
struct KeyDown {
  std::int32_t key_code = 0;
  bool shift = false;
  bool control = false;
  bool alt = false;
  bool repeated = false;  // held down, not pressed again
  friend bool operator==(const KeyDown&, const KeyDown&) = default;
};

// What happened before one frame.
struct Batch {
  std::vector<KeyDown> keys;  // at most one, so that each key meets the screen the one before it made
  std::string text;           // what was typed, UTF-8: comes after the key that typed it
  bool close_requested = false;
  // Where the last button event of this batch was, in window coordinates: the pointer may have moved on.
  struct Point {
    float x = 0;
    float y = 0;
  };
  std::optional<Point> pressed_at;
};

class EventLoop {
 public:
  // Every event is handed to `forward` as well, for mouse, wheel and text input. SDL's events must be
  // initialised.
  explicit EventLoop(std::function<void(const SDL_Event&)> forward);

  // Blocks until there is an event, or `wake_after_ms` have passed, or a frame is still owed: after each
  // event a few frames are owed so that what it changed settles. Never polls while idle.
  Batch next(std::optional<int> wake_after_ms = std::nullopt);

  // True when the frame that follows is the last one owed: afterwards the screen rests.
  bool is_settled() const { return frames_owed_ == 0; }

  // Owes frames although no event came, for a change that the program made itself.
  void ask_for_frames();

 private:
  std::function<void(const SDL_Event&)> forward_;
  int frames_owed_;
};

}  // namespace steadfast
