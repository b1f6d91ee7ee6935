// Which widget has the focus, and what the keys do about it. No drawing in here.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/keys.h"
#include "ui/semantics.h"

namespace steadfast {

enum class PressedBy { nothing, mouse, enter, space, digit };

// What the keys of one frame came to. At most one thing is activated per frame: the keys behind it wait,
// because they may be meant for the screen that follows.
struct KeyOutcome {
  std::string activated;  // id of the widget that was pressed; empty for none
  PressedBy by = PressedBy::nothing;
  Key shortcut = Key::none;     // escape or a function key
  std::vector<KeyPress> edits;  // for the text field that has the focus
  std::vector<Key> scrolls;     // page_up, page_down, home, end, up, down
  bool moved = false;           // the focus went elsewhere: bring it into view
  bool moved_by_arrow = false;  // into or within a group: where that selects, it ends what is read
};

class Focus {
 public:
  const std::string& id() const { return id_; }
  bool has(std::string_view id) const { return !id.empty() && id_ == id; }
  void move_to(std::string id) { id_ = std::move(id); }

  void queue(std::span<const KeyPress> keys) { waiting_.insert(waiting_.end(), keys.begin(), keys.end()); }
  bool keys_waiting() const { return !waiting_.empty(); }

  // Reads the waiting keys against what was on the screen, up to the first that presses something.
  KeyOutcome read_keys(const Semantics& screen);

  // Where the focus goes when its widget is gone: to the one that took its place, else to the first.
  // Must hold: `before` held the focus.
  void recover(const Semantics& before, const Semantics& now);

 private:
  void move_by_tab(const Semantics& screen, int step);
  bool move_by_arrow(const Semantics& screen, Key key);
  bool move_to_digit(const Semantics& screen, int digit);

  std::string id_;
  std::deque<KeyPress> waiting_;
};

}  // namespace steadfast
