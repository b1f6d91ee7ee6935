#include "utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace steadfast {
namespace {

TEST(Utf8, TheFirstByteThatIsNotTextIsFound) {
  // Table 3-7 of the Unicode standard: the first and the last of each row, and what lies just outside.
  for (const char* text : {"", "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_EQ(find_invalid_utf8(text), std::nullopt) << testing::PrintToString(text);
    EXPECT_EQ(find_invalid_utf8("before it " + std::string{text} + " and after"), std::nullopt);
  }
  for (const char* text : {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x7F", "\xE0\x9F\xBF",
                           "\xE1\x80", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF0\x90\x80",
                           "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    EXPECT_EQ(find_invalid_utf8(text), 0U) << testing::PrintToString(text);
    EXPECT_EQ(find_invalid_utf8("é, before it " + std::string{text} + " and after"), 14U);
  }
}

TEST(Utf8, CodePointsAreCountedAndMeasured) {
  EXPECT_EQ(count_code_points("aé\u2013\U0001F600"), 4);
  EXPECT_EQ(code_point_length("aé\u2013\U0001F600", 0), 1U);
  EXPECT_EQ(code_point_length("aé\u2013\U0001F600", 1), 2U);
  EXPECT_EQ(code_point_length("aé\u2013\U0001F600", 3), 3U);
  EXPECT_EQ(code_point_length("aé\u2013\U0001F600", 6), 4U);
}

TEST(Utf8, ControlCharactersAreThoseNobodySees) {
  EXPECT_EQ(find_control_character("a\tb\r\nc\u0085d\u00A0é"), std::nullopt);
  EXPECT_EQ(find_control_character(std::string_view{"ab\0", 3}), 2U);
  EXPECT_EQ(find_control_character("\x1B[31m"), 0U);
  EXPECT_EQ(find_control_character("é\x7F"), 2U);
  EXPECT_EQ(find_control_character("a\u009B"
                                   "2J"),
            1U);
}

TEST(Utf8, WhatGoesOnALineHasNoLineEnds) {
  std::string text = "one\ntwo\r\n\tthree\u0085\u009B\x1B.";
  put_on_one_line(text);
  EXPECT_EQ(text, "one two   three     .");
  std::string plain = "Nothing here – only words.";
  put_on_one_line(plain);
  EXPECT_EQ(plain, "Nothing here – only words.");
}

}  // namespace
}  // namespace steadfast
