#include "ui/focus.h"

#include <algorithm>
#include <cstddef>

namespace steadfast {
namespace {

bool is_tab_stop(const SemanticNode& node) {
  return node.focus == FocusRule::by_tab;
}

int digit_of(Key key) {
  switch (key) {
    case Key::digit_1:
      return 1;
    case Key::digit_2:
      return 2;
    case Key::digit_3:
      return 3;
    case Key::digit_4:
      return 4;
    default:
      return 0;
  }
}

bool is_arrow(Key key) {
  return key == Key::up || key == Key::down || key == Key::left || key == Key::right;
}

bool is_scroll(Key key) {
  return key == Key::page_up || key == Key::page_down || key == Key::home || key == Key::end;
}

// What a text field takes for itself. Control alone makes letters commands.
bool is_edit(const KeyPress& press) {
  switch (press.key) {
    case Key::character:
    case Key::enter:
    case Key::space:
    case Key::backspace:
    case Key::erase:
    case Key::home:
    case Key::end:
    case Key::digit_1:
    case Key::digit_2:
    case Key::digit_3:
    case Key::digit_4:
      return true;
    case Key::letter_a:
    case Key::letter_c:
    case Key::letter_v:
    case Key::letter_x:
      return true;
    default:
      return is_arrow(press.key);
  }
}

bool has_selected(const Semantics& screen, const std::string& group) {
  return std::any_of(screen.nodes().begin(), screen.nodes().end(),
                     [&group](const SemanticNode& node) { return node.group == group && node.selected; });
}

std::ptrdiff_t index_of(const Semantics& screen, std::string_view id) {
  const auto& nodes = screen.nodes();
  const auto found =
      std::find_if(nodes.begin(), nodes.end(), [id](const SemanticNode& node) { return node.id == id; });
  return found == nodes.end() ? -1 : found - nodes.begin();
}

}  // namespace

KeyOutcome Focus::read_keys(const Semantics& screen) {
  KeyOutcome outcome;
  while (!waiting_.empty()) {
    const KeyPress press = waiting_.front();
    const SemanticNode* focused = screen.by_id(id_);
    if (focused != nullptr && focused->role == Role::field && is_edit(press)) {
      outcome.edits.push_back(press);
      waiting_.pop_front();
      continue;
    }
    // The edit is done first, with the focus where it was: the rest waits for the next frame.
    if (!outcome.edits.empty()) return outcome;
    const bool scrolls = is_scroll(press.key) || (focused != nullptr && focused->role == Role::region &&
                                                  (press.key == Key::up || press.key == Key::down));
    // What scrolls depends on where the focus is: a frame has to be drawn with it there.
    if (scrolls && outcome.moved) return outcome;
    waiting_.pop_front();
    const std::string before = id_;
    if (press.key == Key::tab) {
      move_by_tab(screen, press.shift ? -1 : 1);
    } else if (scrolls) {
      outcome.scrolls.push_back(press.key);
    } else if (is_arrow(press.key)) {
      move_by_arrow(screen, press.key);
      const SemanticNode* reached = screen.by_id(id_);
      // Within a group an arrow selects; coming from outside it only does where nothing is selected yet.
      const bool selects = reached != nullptr && !reached->group.empty() &&
                           ((focused != nullptr && focused->group == reached->group) ||
                            !has_selected(screen, reached->group));
      if (id_ != before && selects) {
        outcome.moved = outcome.moved_by_arrow = true;
        return outcome;
      }
    } else if (const int digit = digit_of(press.key); digit > 0) {
      if (move_to_digit(screen, digit)) {
        outcome.activated = id_;
        outcome.by = PressedBy::digit;
        outcome.moved = true;
        return outcome;
      }
    } else if (press.key == Key::enter || press.key == Key::space) {
      if (focused != nullptr && focused->enabled && is_tab_stop(*focused)) {
        outcome.activated = focused->id;
        outcome.by = press.key == Key::enter ? PressedBy::enter : PressedBy::space;
        return outcome;
      }
    } else if (press.key == Key::escape || press.key == Key::f1 || press.key == Key::f2 ||
               press.key == Key::f3) {
      outcome.shortcut = press.key;
      return outcome;
    }
    if (id_ != before) outcome.moved = true;
  }
  return outcome;
}

void Focus::move_by_tab(const Semantics& screen, int step) {
  const auto& nodes = screen.nodes();
  const auto count = static_cast<std::ptrdiff_t>(nodes.size());
  std::ptrdiff_t at = index_of(screen, id_);
  if (at < 0 && step < 0) at = 0;
  for (std::ptrdiff_t tried = 0; tried < count; ++tried) {
    at = (at + step + count) % count;
    if (is_tab_stop(nodes[static_cast<std::size_t>(at)])) {
      id_ = nodes[static_cast<std::size_t>(at)].id;
      return;
    }
  }
}

bool Focus::move_by_arrow(const Semantics& screen, Key key) {
  const auto& nodes = screen.nodes();
  const int step = key == Key::up || key == Key::left ? -1 : 1;
  const SemanticNode* focused = screen.by_id(id_);
  if (focused == nullptr || focused->group.empty()) {
    // From anywhere else the arrows lead on to the neighbour, as Tab does: from "What do you say?" down
    // to the first choice.
    move_by_tab(screen, step);
    return true;
  }
  std::vector<std::string> members;
  for (const SemanticNode& node : nodes) {
    if (node.group == focused->group && is_tab_stop(node)) members.push_back(node.id);
  }
  const auto found = std::find(members.begin(), members.end(), id_);
  if (found == members.end()) return false;
  const auto count = static_cast<std::ptrdiff_t>(members.size());
  const std::ptrdiff_t next = ((found - members.begin()) + step + count) % count;
  id_ = members[static_cast<std::size_t>(next)];
  return true;
}

bool Focus::move_to_digit(const Semantics& screen, int digit) {
  for (const SemanticNode& node : screen.nodes()) {
    if (node.digit == digit && node.enabled && is_tab_stop(node)) {
      id_ = node.id;
      return true;
    }
  }
  return false;
}

void Focus::recover(const Semantics& before, const Semantics& now) {
  std::ptrdiff_t place = 0;
  for (const SemanticNode& node : before.nodes()) {
    if (node.id == id_) break;
    if (node.focus != FocusRule::never) ++place;
  }
  std::string first;
  std::string last;
  for (const SemanticNode& node : now.nodes()) {
    if (node.focus == FocusRule::never) continue;
    if (first.empty()) first = node.id;
    last = node.id;
    if (place-- == 0) {
      id_ = node.id;
      return;
    }
  }
  id_ = last.empty() ? first : last;
}

}  // namespace steadfast
