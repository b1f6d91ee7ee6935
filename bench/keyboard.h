// Presses keys through the X server. Xlib's macros stay in the source file.
#pragma once

#include <cstdint>
#include <string>

namespace steadfast::bench {

using Nanoseconds = std::int64_t;

// Of the steady clock, in which the program writes its frames.
Nanoseconds now();

class Keyboard {
 public:
  // `display` as in ":5".
  explicit Keyboard(const std::string& display);
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  // Tab, down and up; returns when it was pressed.
  Nanoseconds tap_tab() const;

 private:
  void* display_;
};

}  // namespace steadfast::bench
