// What is on the screen, in words: one node per widget, in reading order. Tab order, keys, speech, the
// tests' text dump and the audits of size and overlap all come from this one list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"

namespace steadfast {

enum class Role {
  heading,
  text,
  button,
  choice,
  option,
  step,
  field,
  region,
  image,
  bubble,
  chart,
  table,
  status
};

// Who can hold the focus: nobody, only the program (a heading on a new screen), or the Tab key too.
enum class FocusRule { never, by_program, by_tab };

struct SemanticNode {
  std::string id;  // unique on its screen, stays the same from frame to frame
  Role role = Role::text;
  std::string label;  // the words on it
  std::string value;  // what it holds: a field's text, a bar's "strong, 92"
  std::string hint;   // what helps to use it
  FocusRule focus = FocusRule::never;
  bool enabled = true;
  bool selected = false;  // a ticked option, the current step
  std::string group;      // arrow keys move among nodes of one group
  int digit = 0;          // the digit key that leads here; 0 for none
  Rect rect;              // the whole widget, in design pixels; parts may be scrolled out of sight
  Rect visible;           // what of it can be seen
};

// "2 of 4" of a node within its group.
struct PlaceInGroup {
  int position = 0;  // 1-based; 0 when it has no group
  int count = 0;
};

class Semantics {
 public:
  void clear() { nodes_.clear(); }
  // Must hold: no node of the same id is in the list.
  void add(SemanticNode node);

  const std::vector<SemanticNode>& nodes() const { return nodes_; }
  // Null when there is none. The pointer is good until the next add or clear.
  const SemanticNode* by_id(std::string_view id) const;
  PlaceInGroup place_in_group(const SemanticNode& node) const;

 private:
  std::vector<SemanticNode> nodes_;
};

std::string_view role_name(Role role);

// One line: "Continue, button" or "Calm, option, 2 of 5, selected". The words a voice would say.
std::string spoken(const Semantics& semantics, const SemanticNode& node);

// The whole screen as text, one node a line, for tests and logs. `*` marks the node that has the focus.
std::string describe(const Semantics& semantics, std::string_view focused_id);

}  // namespace steadfast
