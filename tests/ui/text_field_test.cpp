#include "ui/text_field.h"

#include <string>

#include <gtest/gtest.h>
#include <imgui.h>

#include "sample_views.h"
#include "ui_harness.h"

namespace steadfast {
namespace {

class TextField : public testing::Test {
 protected:
  UiHarness harness;
  void SetUp() override {
    harness.react = [](ScreenView& screen, const Intent& intent) {
      if (const auto* set = std::get_if<SetText>(&intent)) {
        for (TextFieldView& field : std::get<DebriefView>(screen).plan->fields) {
          if (field.field == set->field) field.text = set->text;
        }
      }
    };
    harness.show(sample::debrief(DebriefStep::plan));
  }
  const std::string& text(std::size_t field) {
    return std::get<DebriefView>(harness.view()).plan->fields[field].text;
  }
};

TEST_F(TextField, TakesEveryCharacterOfAFastTypist) {
  harness.click("One thing I will change");
  harness.type("Ask 2 things, then 1 more.");
  EXPECT_EQ(text(1), "Ask 2 things, then 1 more.");
  EXPECT_EQ(harness.find("field/2").value, "Ask 2 things, then 1 more.");
}

TEST_F(TextField, TypingGoesOnAtTheEndOfWhatStandsThere) {
  harness.ui().move_focus("field/1");
  harness.type(" Each time.");
  EXPECT_EQ(text(0), "Asking what the week is like. Each time.");
}

TEST_F(TextField, CorrectsInTheMiddle) {
  harness.ui().move_focus("field/2");
  harness.type("ac");
  harness.press({Key::left});
  harness.type("b");
  harness.press({Key::home});
  harness.type("x");
  harness.press({Key::end, Key::backspace});
  EXPECT_EQ(text(1), "xab");
}

TEST_F(TextField, TabLeavesItAndEscapeDoesNotLoseWords) {
  harness.ui().move_focus("field/2");
  harness.type("kept");
  harness.press(Key::tab);
  EXPECT_EQ(harness.ui().focused_id(), "field/3");
  harness.take_intents();
  harness.press(Key::escape);
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{Escape{}});
  EXPECT_EQ(text(1), "kept");
}

TEST_F(TextField, GrowsWithItsLines) {
  const float before = harness.find("field/2").rect.height;
  harness.ui().move_focus("field/2");
  for (int i = 0; i < 12; ++i) harness.type("a few more words ");
  EXPECT_GT(harness.find("field/2").rect.height, before + 25);
  EXPECT_EQ(text(1).size(), 12U * 17);
}

TEST_F(TextField, UpAndDownGoByLine) {
  harness.ui().move_focus("field/2");
  harness.type("one");
  harness.press(Key::enter);
  harness.type("two");
  harness.press(Key::up);
  harness.type("!");
  harness.press(Key::down);
  harness.type("?");
  EXPECT_EQ(text(1), "one!\ntwo?");
}

TEST_F(TextField, AClickPutsTheCursorBetweenLetters) {
  const Rect field = harness.find("field/1").rect;
  const float width = harness.ui().fonts().width(Type::body, "Asking");
  harness.click_at({field.x + 14 + width + 1, field.y + 20});
  harness.type("!");
  EXPECT_EQ(text(0), "Asking! what the week is like.");
}

TEST_F(TextField, CopiesAndPastes) {
  harness.ui().move_focus("field/1");
  harness.press({{.key = Key::letter_a, .control = true}, {.key = Key::letter_c, .control = true}});
  EXPECT_STREQ(ImGui::GetClipboardText(), "Asking what the week is like.");
  harness.press(Key::tab);
  harness.press({{.key = Key::letter_v, .control = true}});
  EXPECT_EQ(text(1), "Asking what the week is like.");
  harness.press({{.key = Key::letter_a, .control = true}, {.key = Key::letter_x, .control = true}});
  EXPECT_EQ(text(1), "");
}

TEST_F(TextField, WhatUpdateCutsOffLeavesTheCursorInside) {
  harness.react = [](ScreenView& screen, const Intent& intent) {
    if (const auto* set = std::get_if<SetText>(&intent)) {
      std::get<DebriefView>(screen).plan->fields[1].text = set->text.substr(0, 3);
    }
  };
  harness.ui().move_focus("field/2");
  harness.type("abcdef");
  harness.press(Key::backspace);
  EXPECT_EQ(text(1), "ab");
}

}  // namespace
}  // namespace steadfast
