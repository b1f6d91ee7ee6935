#include "keyboard.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#include <chrono>

namespace steadfast::bench {

Nanoseconds now() {
  return std::chrono::steady_clock::now().time_since_epoch().count();
}

Keyboard::Keyboard(const std::string& display) : display_(XOpenDisplay(display.c_str())) {}

Keyboard::~Keyboard() {
  if (display_ != nullptr) XCloseDisplay(static_cast<Display*>(display_));
}

Nanoseconds Keyboard::tap_tab() const {
  Display* const display = static_cast<Display*>(display_);
  const KeyCode code = XKeysymToKeycode(display, XK_Tab);
  const Nanoseconds moment = now();
  XTestFakeKeyEvent(display, code, True, CurrentTime);
  XTestFakeKeyEvent(display, code, False, CurrentTime);
  XFlush(display);
  return moment;
}

}  // namespace steadfast::bench
