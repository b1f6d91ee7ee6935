#include "ui/paragraph.h"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "ui/utf8.h"
#include "ui/widgets.h"
#include "ui_harness.h"

namespace steadfast {
namespace {

const char* const kLong =
    "I can\u2019t lend you money, and that rule is the same for everyone I mentor, so it isn\u2019t about "
    "you. What I "
    "can do is sit here with you \u2014 and at five we can ask the desk about the pantry shelf together, if "
    "you want. "
    "You said last week that the comic was stuck on page nine; I would still like to see it, stuck or not.";

class ParagraphTest : public testing::Test {
 protected:
  UiHarness harness;
  Paragraph laid_out(std::string_view words, const ParagraphShape& shape) {
    return lay_out(harness.ui().fonts(), words, shape);
  }
  static std::string joined(const Paragraph& paragraph) {
    std::string words;
    for (const std::string_view line : paragraph.lines) {
      if (!words.empty()) words += ' ';
      words += line;
    }
    return words;
  }
};

TEST_F(ParagraphTest, NoLineIsLongerThanSeventyCharactersNorThanItsRoom) {
  for (std::size_t type = 0; type < kTypeCount; ++type) {
    for (const float width : {200.0F, 420.0F, 700.0F, 1100.0F, 3000.0F}) {
      const Paragraph paragraph = laid_out(kLong, {static_cast<Type>(type), width});
      EXPECT_LE(paragraph.widest, width);
      for (const std::string_view line : paragraph.lines) EXPECT_LE(code_point_count(line), 70U) << line;
    }
  }
}

TEST_F(ParagraphTest, NoWordIsLostOrDoubled) {
  for (float width = 130; width < 1300; width += 37)
    EXPECT_EQ(joined(laid_out(kLong, {Type::body, width})), kLong);
}

TEST_F(ParagraphTest, LinesStandOneAndAHalfEmApart) {
  EXPECT_FLOAT_EQ(laid_out("words", {}).line_height, 30);
  EXPECT_FLOAT_EQ(laid_out(kLong, {Type::body, 400}).height(),
                  30 * static_cast<float>(laid_out(kLong, {Type::body, 400}).lines.size()));
}

TEST_F(ParagraphTest, ParagraphsStandTwoEmApart) {
  const Face& face = harness.ui().fonts().face(Type::body);
  const float line_height = laid_out("words", {}).line_height;
  // Both lines stand in the middle of their boxes; what is between them is the gap and two margins.
  const float gap = kParagraphGap + line_height - face.cap_height;
  EXPECT_GE(gap, 2 * face.em);
}

TEST_F(ParagraphTest, AWordWiderThanTheRoomIsCutAndKeptWhole) {
  const std::string word(120, 'm');
  const Paragraph paragraph = laid_out(word, {Type::body, 200});
  std::string again;
  for (const std::string_view line : paragraph.lines) again += line;
  EXPECT_EQ(again, word);
  EXPECT_GT(paragraph.lines.size(), 5U);
}

TEST_F(ParagraphTest, EvenNoRoomAtAllComesToAnEnd) {
  EXPECT_EQ(laid_out("abc", {Type::body, 0}).lines.size(), 3U);
}

TEST_F(ParagraphTest, LineBreaksAndEmptyTextHaveLines) {
  EXPECT_EQ(laid_out("", {Type::body, 300}).lines.size(), 1U);
  const Paragraph three = laid_out("one\n\nthree", {Type::body, 300});
  ASSERT_EQ(three.lines.size(), 3U);
  EXPECT_EQ(three.lines[0], "one");
  EXPECT_EQ(three.lines[1], "");
  EXPECT_EQ(three.lines[2], "three");
}

TEST_F(ParagraphTest, TheLastLineIsNotASingleWordWhenThatCanBeHelped) {
  const char* const words = "Thursday, four o\u2019clock. A table in the public library. Your sixth meeting.";
  const float nearly = harness.ui().fonts().width(Type::body, words) - 10;
  EXPECT_EQ(laid_out(words, {Type::body, nearly, 1.5F, 200, LastLine::as_it_falls}).lines.back(), "meeting.");
  const Paragraph better = laid_out(words, {Type::body, nearly, 1.5F, 200});
  EXPECT_EQ(better.lines.size(), 2U);
  EXPECT_NE(better.lines.back(), "meeting.");
}

}  // namespace
}  // namespace steadfast
