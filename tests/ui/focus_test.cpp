#include "ui/focus.h"

#include <gtest/gtest.h>

namespace steadfast {
namespace {

SemanticNode node(std::string id, FocusRule focus = FocusRule::by_tab, std::string group = {},
                  int digit = 0) {
  SemanticNode node;
  node.id = std::move(id);
  node.role = Role::button;
  node.focus = focus;
  node.group = std::move(group);
  node.digit = digit;
  return node;
}

// Leave, a heading, three choices, a field, Continue.
Semantics screen() {
  Semantics semantics;
  semantics.add(node("leave"));
  semantics.add(node("heading", FocusRule::by_program));
  semantics.add(node("words", FocusRule::never));
  for (int i = 1; i <= 3; ++i)
    semantics.add(node("choice/" + std::to_string(i), FocusRule::by_tab, "choices", i));
  SemanticNode field = node("field");
  field.role = Role::field;
  semantics.add(field);
  SemanticNode last = node("continue");
  last.enabled = false;
  semantics.add(last);
  return semantics;
}

class FocusTest : public testing::Test {
 protected:
  Semantics on_screen = screen();
  Focus focus;
  KeyOutcome press(std::vector<KeyPress> keys) {
    focus.queue(keys);
    return focus.read_keys(on_screen);
  }
  KeyOutcome press(Key key, bool shift = false) {
    return press(std::vector<KeyPress>{{.key = key, .shift = shift}});
  }
};

TEST_F(FocusTest, TabGoesThroughAllStopsAndWraps) {
  focus.move_to("heading");
  for (const char* id : {"choice/1", "choice/2", "choice/3", "field", "continue", "leave", "choice/1"}) {
    EXPECT_TRUE(press(Key::tab).moved);
    EXPECT_EQ(focus.id(), id);
  }
  for (const char* id : {"leave", "continue", "field", "choice/3"}) {
    press(Key::tab, true);
    EXPECT_EQ(focus.id(), id);
  }
}

TEST_F(FocusTest, ArrowsMoveWithinAGroupAndWrap) {
  focus.move_to("choice/3");
  press(Key::down);
  EXPECT_EQ(focus.id(), "choice/1");
  press(Key::up);
  EXPECT_EQ(focus.id(), "choice/3");
  press(Key::left);
  EXPECT_EQ(focus.id(), "choice/2");
}

TEST_F(FocusTest, ArrowsLeadFromTheHeadingToTheChoices) {
  focus.move_to("heading");
  press(Key::down);
  EXPECT_EQ(focus.id(), "choice/1");
}

TEST_F(FocusTest, DigitsGoToTheirChoiceAndSaySo) {
  focus.move_to("heading");
  const KeyOutcome outcome = press(Key::digit_2);
  EXPECT_EQ(focus.id(), "choice/2");
  EXPECT_EQ(outcome.activated, "choice/2");
  EXPECT_EQ(outcome.by, PressedBy::digit);
  EXPECT_TRUE(press(Key::digit_4).activated.empty());
}

TEST_F(FocusTest, EnterAndSpacePressWhatHasTheFocus) {
  focus.move_to("choice/2");
  EXPECT_EQ(press(Key::enter).by, PressedBy::enter);
  EXPECT_EQ(press(Key::space).by, PressedBy::space);
  focus.move_to("heading");
  EXPECT_TRUE(press(Key::enter).activated.empty());
  focus.move_to("continue");
  EXPECT_TRUE(press(Key::enter).activated.empty()) << "it is not enabled";
}

TEST_F(FocusTest, KeysBehindAPressWait) {
  focus.move_to("choice/1");
  EXPECT_EQ(press({{.key = Key::enter}, {.key = Key::tab}, {.key = Key::enter}}).activated, "choice/1");
  EXPECT_TRUE(focus.keys_waiting());
  EXPECT_EQ(focus.id(), "choice/1");
  EXPECT_EQ(focus.read_keys(on_screen).activated, "choice/2");
  EXPECT_FALSE(focus.keys_waiting());
}

TEST_F(FocusTest, AFieldTakesWhatItCanUseAndTabLeavesIt) {
  focus.move_to("field");
  const KeyOutcome outcome = press({{.key = Key::digit_2},
                                    {.key = Key::character, .character = U'2'},
                                    {.key = Key::enter},
                                    {.key = Key::tab}});
  EXPECT_EQ(outcome.edits.size(), 3U);
  EXPECT_TRUE(outcome.activated.empty());
  EXPECT_EQ(focus.id(), "field") << "the edit is done first";
  focus.read_keys(on_screen);
  EXPECT_EQ(focus.id(), "continue");
}

TEST_F(FocusTest, TypedCharactersDoNothingOutsideOfFields) {
  focus.move_to("choice/1");
  const KeyOutcome outcome = press({{.key = Key::character, .character = U'2'}});
  EXPECT_TRUE(outcome.activated.empty());
  EXPECT_TRUE(outcome.edits.empty());
}

TEST_F(FocusTest, EscapeAndFunctionKeysAreShortcuts) {
  EXPECT_EQ(press(Key::escape).shortcut, Key::escape);
  EXPECT_EQ(press(Key::f1).shortcut, Key::f1);
}

TEST_F(FocusTest, WhenItsWidgetIsGoneTheFocusGoesToTheOneInItsPlace) {
  focus.move_to("choice/2");
  Semantics fewer;
  fewer.add(node("leave"));
  fewer.add(node("heading", FocusRule::by_program));
  fewer.add(node("choice/1"));
  fewer.add(node("other"));
  focus.recover(on_screen, fewer);
  EXPECT_EQ(focus.id(), "other");
  Semantics single;
  single.add(node("only"));
  focus.move_to("other");
  focus.recover(fewer, single);
  EXPECT_EQ(focus.id(), "only");
}

}  // namespace
}  // namespace steadfast
