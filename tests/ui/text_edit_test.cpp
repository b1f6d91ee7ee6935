#include "ui/text_edit.h"

#include <gtest/gtest.h>

namespace steadfast {
namespace {

TextEdit at_end(std::string text) {
  const std::size_t size = text.size();
  return {std::move(text), {size, size}};
}

KeyPress key(Key key, bool shift = false, bool control = false) {
  return {.key = key, .shift = shift, .control = control};
}
KeyPress typed(char32_t character) {
  return {.key = Key::character, .character = character};
}

TEST(TextEdit, TypesWhereTheCursorIs) {
  TextEdit edit = at_end("ac");
  apply(edit, key(Key::left));
  apply(edit, typed(U'b'));
  EXPECT_EQ(edit.text, "abc");
  EXPECT_EQ(edit.cursor, (TextCursor{2, 2}));
}

TEST(TextEdit, LettersOfSeveralBytesAreOneStep) {
  TextEdit edit = at_end("");
  for (const char32_t letter : {U'\u00E9', U'\u2019', U'\u0151', U'\U0001F600'}) apply(edit, typed(letter));
  EXPECT_EQ(edit.text, "\u00E9\u2019\u0151\U0001F600");
  apply(edit, key(Key::backspace));
  apply(edit, key(Key::left));
  apply(edit, key(Key::backspace));
  EXPECT_EQ(edit.text, "\u00E9\u0151");
  EXPECT_EQ(edit.cursor.at, 2U);
  apply(edit, key(Key::erase));
  EXPECT_EQ(edit.text, "\u00E9");
  apply(edit, key(Key::erase));
  EXPECT_EQ(edit.text, "\u00E9");
}

TEST(TextEdit, WhatIsSelectedIsReplaced) {
  TextEdit edit = at_end("keep this");
  for (int i = 0; i < 4; ++i) apply(edit, key(Key::left, true));
  EXPECT_EQ(selected_text(edit), "this");
  apply(edit, typed(U'x'));
  EXPECT_EQ(edit.text, "keep x");
  apply(edit, key(Key::letter_a, false, true));
  EXPECT_EQ(selected_text(edit), "keep x");
  apply(edit, key(Key::backspace));
  EXPECT_EQ(edit.text, "");
}

TEST(TextEdit, AnArrowLeavesTheSelectionAtItsSide) {
  TextEdit edit = at_end("abcd");
  apply(edit, key(Key::left, true));
  apply(edit, key(Key::left, true));
  apply(edit, key(Key::right));
  EXPECT_EQ(edit.cursor, (TextCursor{4, 4}));
}

TEST(TextEdit, ControlGoesByWords) {
  TextEdit edit = at_end("one two  three");
  apply(edit, key(Key::left, false, true));
  EXPECT_EQ(edit.cursor.at, 9U);
  apply(edit, key(Key::backspace, false, true));
  EXPECT_EQ(edit.text, "one three");
  apply(edit, key(Key::left, false, true));
  apply(edit, key(Key::right, false, true));
  EXPECT_EQ(edit.cursor.at, 4U);
}

TEST(TextEdit, PastedTextKeepsLinesAndLosesControlCharacters) {
  TextEdit edit = at_end("");
  insert(edit,
         "a\r\nb\tc\x01"
         "d");
  EXPECT_EQ(edit.text, "a\nb cd");
}

TEST(TextEdit, ACursorThatNoLongerFitsIsPutBetweenLetters) {
  EXPECT_EQ(fitted({99, 1}, "\u00E9"), (TextCursor{2, 0}));
}

}  // namespace
}  // namespace steadfast
