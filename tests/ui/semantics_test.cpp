#include "ui/semantics.h"

#include <gtest/gtest.h>

namespace steadfast {
namespace {

SemanticNode node(std::string id, Role role, std::string label, std::string group = {}) {
  SemanticNode node;
  node.id = std::move(id);
  node.role = role;
  node.label = std::move(label);
  node.group = std::move(group);
  node.focus = FocusRule::by_tab;
  return node;
}

TEST(Semantics, SaysRolePlaceStateAndHint) {
  Semantics semantics;
  semantics.add(node("a", Role::choice, "I'm glad you came.", "choices"));
  SemanticNode second = node("b", Role::choice, "Where were you?", "choices");
  second.selected = true;
  second.enabled = false;
  second.hint = "You said this already.";
  semantics.add(second);
  semantics.add(node("c", Role::button, "Continue"));
  EXPECT_EQ(spoken(semantics, semantics.nodes()[0]), "I'm glad you came., choice, 1 of 2");
  EXPECT_EQ(spoken(semantics, semantics.nodes()[1]),
            "Where were you?, choice, 2 of 2, selected, not available, You said this already.");
  EXPECT_EQ(describe(semantics, "c"),
            "  I'm glad you came., choice, 1 of 2\n"
            "  Where were you?, choice, 2 of 2, selected, not available, You said this already.\n"
            "* Continue, button\n");
}

TEST(Semantics, TextIsReadAsItIs) {
  Semantics semantics;
  semantics.add(node("a", Role::bubble, "Kiara: Forget it."));
  EXPECT_EQ(spoken(semantics, semantics.nodes()[0]), "Kiara: Forget it.");
  EXPECT_EQ(semantics.by_id("nothing"), nullptr);
}

}  // namespace
}  // namespace steadfast
