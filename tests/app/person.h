// Somebody who uses the real program: presses keys, clicks, and reads what is on the screen.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "process.h"
#include "temporary_folder.h"

namespace steadfast {

struct SeenNode {
  std::string id;
  std::string role;
  std::string label;
  std::string value;
  bool enabled = false;
  bool selected = false;
  bool focused = false;
  int digit = 0;
  double x = 0, y = 0, width = 0, height = 0;  // the part that can be seen
};

struct SeenScreen {
  std::string name;
  std::vector<SeenNode> nodes;

  // The first node that has the role (any when empty) and whose label is the words, or else contains them.
  std::optional<SeenNode> find(const std::string& words, const std::string& role = {}) const;
  std::optional<SeenNode> focused() const;
  std::string text() const;  // for messages
};

class Person {
 public:
  // `data` is where the program keeps its record; `more` is set on top of its environment.
  Person(const VirtualDisplay& display, std::filesystem::path data, Variables more = {});

  void open_program();
  // Must hold: it was opened.
  pid_t process_id() const { return program_->id(); }
  // As if the power went away.
  void kill_program();
  // Asks the window to close, as a click on its cross does; returns the exit code.
  int close_window();

  // The screen when it last came to rest.
  SeenScreen look() const;
  // Waits until the screen is as told. A failure names `what` and shows the screen instead.
  bool sees(const std::string& what, const std::function<bool(const SeenScreen&)>& is_there);
  bool is_on(const std::string& screen);
  // As `sees`, for a short while and without a failure.
  bool holds_soon(const std::function<bool(const SeenScreen&)>& is_there) const;

  void press(const std::string& key);
  // Types the words letter by letter.
  void type(const std::string& words);
  // Many taps, each down and up at once, faster than frames follow.
  void tap_quickly(const std::string& key, int times);
  // Presses until the screen is as told. A press may be meant for the guard against double taps, which
  // ignores it, so it is made again when nothing came of it.
  bool press_until(const std::string& key, const std::string& what,
                   const std::function<bool(const SeenScreen&)>& is_there);
  // Tab until the focus is on the control with these words.
  bool tab_to(const std::string& words, const std::string& role = "button");
  // Turns the wheel over the middle of the window until the widget can be seen.
  bool scroll_to(const std::string& words, const std::string& role = {});
  // Clicks the middle of what can be seen of it.
  bool click(const std::string& words, const std::string& role = {});

 private:
  Variables variables_;
  TemporaryFolder folder_;
  std::filesystem::path log_;
  int runs_ = 0;
  std::unique_ptr<Process> program_;
};

}  // namespace steadfast
