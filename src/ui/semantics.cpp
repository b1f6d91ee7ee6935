#include "ui/semantics.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace steadfast {

void Semantics::add(SemanticNode node) {
  assert(by_id(node.id) == nullptr && "two widgets of one screen share an id");
  nodes_.push_back(std::move(node));
}

const SemanticNode* Semantics::by_id(std::string_view id) const {
  const auto found =
      std::find_if(nodes_.begin(), nodes_.end(), [id](const SemanticNode& node) { return node.id == id; });
  return found == nodes_.end() ? nullptr : &*found;
}

PlaceInGroup Semantics::place_in_group(const SemanticNode& node) const {
  PlaceInGroup place;
  if (node.group.empty()) return place;
  for (const SemanticNode& other : nodes_) {
    if (other.group != node.group) continue;
    ++place.count;
    if (other.id == node.id) place.position = place.count;
  }
  return place;
}

std::string_view role_name(Role role) {
  switch (role) {
    case Role::heading:
      return "heading";
    case Role::text:
      return "text";
    case Role::button:
      return "button";
    case Role::choice:
      return "choice";
    case Role::option:
      return "option";
    case Role::step:
      return "step";
    case Role::field:
      return "text field";
    case Role::region:
      return "region";
    case Role::image:
      return "picture";
    case Role::bubble:
      return "line";
    case Role::chart:
      return "chart";
    case Role::table:
      return "table";
    case Role::status:
      return "status";
  }
  return "";
}

std::string spoken(const Semantics& semantics, const SemanticNode& node) {
  std::string words = node.label;
  const auto say = [&words](std::string_view more) {
    if (more.empty()) return;
    if (!words.empty()) words += ", ";
    words += more;
  };
  if (node.role != Role::text && node.role != Role::bubble) say(role_name(node.role));
  const PlaceInGroup place = semantics.place_in_group(node);
  if (place.position > 0) say(std::to_string(place.position) + " of " + std::to_string(place.count));
  if (node.selected) say(node.role == Role::step ? "current" : "selected");
  if (!node.enabled) say("not available");
  say(node.value);
  say(node.hint);
  return words;
}

std::string describe(const Semantics& semantics, std::string_view focused_id) {
  std::string text;
  for (const SemanticNode& node : semantics.nodes()) {
    text += node.id == focused_id ? "* " : "  ";
    text += spoken(semantics, node);
    text += '\n';
  }
  return text;
}

}  // namespace steadfast
