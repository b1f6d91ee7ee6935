#include "reading_level.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace steadfast {
namespace {

struct Counted {
  std::string_view word;
  int syllables;
};

TEST(ReadingLevel, CountsTheSyllablesOfAWord) {
  constexpr Counted kWords[] = {// One vowel, and a silent end.
                                {"cat", 1},
                                {"through", 1},
                                {"make", 1},
                                {"makes", 1},
                                {"liked", 1},
                                {"asked", 1},
                                {"cheese", 1},
                                {"I", 1},
                                // An end that is spoken.
                                {"table", 2},
                                {"bottles", 2},
                                {"settled", 2},
                                {"wanted", 2},
                                {"needed", 2},
                                {"houses", 2},
                                {"pages", 2},
                                {"boxes", 2},
                                {"watches", 2},
                                {"dances", 2},
                                // Vowels that are spoken apart.
                                {"being", 2},
                                {"going", 2},
                                {"seeings", 2},
                                {"familiar", 4},
                                {"serious", 3},
                                {"piano", 3},
                                {"period", 3},
                                {"video", 3},
                                {"radio", 3},
                                {"medium", 3},
                                {"annual", 3},
                                {"situation", 4},
                                {"quiet", 2},
                                {"society", 4},
                                {"poem", 2},
                                {"poet", 2},
                                {"prism", 2},
                                // Vowels that are spoken as one.
                                {"nation", 2},
                                {"question", 2},
                                {"special", 2},
                                {"musician", 3},
                                {"region", 2},
                                {"anxious", 2},
                                {"equal", 2},
                                {"quality", 3},
                                {"gorgeous", 2},
                                {"pieces", 2},
                                {"friend", 1},
                                {"year", 1},
                                {"yes", 1},
                                {"you", 1},
                                // A silent `e` inside.
                                {"careful", 2},
                                {"carefully", 3},
                                {"lovely", 2},
                                {"something", 2},
                                {"sometimes", 2},
                                {"homework", 2},
                                {"placement", 2},
                                {"somewhere", 2},
                                {"safety", 2},
                                {"seventy", 3},
                                {"already", 3},
                                {"every", 2},
                                {"everyone", 3},
                                {"everything", 3},
                                {"everybody", 4},
                                // Words that no rule gets right.
                                {"people", 2},
                                {"business", 2},
                                {"created", 3},
                                {"idea", 3},
                                {"Wednesday", 2},
                                // Short forms.
                                {"don't", 1},
                                {"didn't", 2},
                                {"isn't", 2},
                                {"couldn't", 2},
                                {"you're", 1},
                                {"I'll", 1},
                                {"Dana's", 2},
                                {"Bell's", 1},
                                {"bus's", 2},
                                {"church's", 2},
                                // Long ones.
                                {"responsibility", 6},
                                {"volunteer", 3},
                                {"conversation", 4},
                                {"exploited", 3}};
  for (const Counted& counted : kWords) {
    EXPECT_EQ(count_syllables(counted.word), counted.syllables) << counted.word;
  }
}

TEST(ReadingLevel, CountsWordsAndSentences) {
  EXPECT_EQ(count_reading(""), (ReadingCount{0, 0, 0}));
  EXPECT_EQ(count_reading(" … “” - "), (ReadingCount{0, 0, 0}));
  EXPECT_EQ(count_reading("Stay"), (ReadingCount{1, 1, 1})) << "the end of the text ends a sentence";
  EXPECT_EQ(count_reading("Stay. Sit! Why? No"), (ReadingCount{4, 4, 4}));
  EXPECT_EQ(count_reading("Ms. Bell waits. Dr. Lee, too."), (ReadingCount{6, 2, 6}));
  EXPECT_EQ(count_reading("It is 4.30, or 4:35."), (ReadingCount{7, 1, 7})) << "no sentence ends in a number";
  EXPECT_EQ(count_reading("A sixteen-year-old knows."), (ReadingCount{5, 1, 6}));
  EXPECT_EQ(count_reading("I don't, and you’re sure."), (ReadingCount{5, 1, 5}))
      << "a short form is one word";
  EXPECT_EQ(count_reading("So… I went."), (ReadingCount{3, 1, 3}));
  EXPECT_EQ(count_reading("“Sit,” she said."), (ReadingCount{3, 1, 3}));
}

TEST(ReadingLevel, SumsTexts) {
  ReadingCount count = count_reading("One two.");
  count += count_reading("Three. Four.");
  EXPECT_EQ(count, (ReadingCount{4, 3, 4}));
}

// Counted by hand.
TEST(ReadingLevel, GradesKnownTexts) {
  struct Known {
    std::string_view text;
    ReadingCount count;
    double grade;
  };
  const Known known[] = {
      {"The cat sat on the mat.", {6, 1, 6}, -1.45},
      {"This sentence, taken as a reading passage unto itself, is being used to prove a point.",
       {16, 1, 23},
       7.61},
      {"Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived "
       "in "
       "Liberty, and dedicated to the proposition that all men are created equal.",
       {30, 1, 48},
       14.99},
      {"We go far. We see you.", {6, 2, 6}, -2.62},
  };
  for (const Known& each : known) {
    EXPECT_EQ(count_reading(each.text), each.count) << each.text;
    EXPECT_NEAR(reading_grade(count_reading(each.text)), each.grade, 0.005) << each.text;
  }
  EXPECT_EQ(reading_grade(ReadingCount{}), 0.0) << "nothing is not hard";
}

}  // namespace
}  // namespace steadfast
