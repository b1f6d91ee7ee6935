// How texts become words, and how a phrase of the list finds its place among them.
#include "care_phrase.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "care_words_of.h"

namespace steadfast {
namespace {

std::string joined(std::string_view text) {
  std::string all;
  for (const CareWord& word : care_words_of(text)) {
    if (!all.empty()) all += word.after_sentence ? " . " : word.after_break ? " , " : " ";
    all += word.is_quoted ? "[" + word.text + "]" : word.text;
  }
  return all;
}

TEST(CareWordsOf, AreSmallAndPlain) {
  EXPECT_EQ(joined("Ana SITS"), "ana sits");
  EXPECT_EQ(joined("ÀÉÎÖÜ Æ Œ Ş Ž Ω Я"), "àéîöü æ œ ş ž ω я");
  EXPECT_EQ(joined("child-prostitute"), "child prostitute");
  EXPECT_EQ(joined("pros\u00ADti\u200Btute"), "prostitute") << "what nobody sees divides nothing";
  EXPECT_EQ(joined("a\u00A0b\u2011c"), "a b c");
  EXPECT_EQ(joined(""), "");
  EXPECT_EQ(joined("—…“”’"), "");
}

TEST(CareWordsOf, WriteShortFormsOut) {
  EXPECT_EQ(joined("I'll, I’ll"), "i will , i will");
  EXPECT_EQ(joined("don't can't cannot won't"), "do not can not can not will not");
  EXPECT_EQ(joined("she's Dana's what's"), "she is dana's what is") << "a possessive stays";
  EXPECT_EQ(joined("should've you're I'm we'd gonna let's"),
            "should have you are i am we would going to let us");
  EXPECT_EQ(joined("‘yes’ boyfriends' 'no'"), "yes , boyfriends , no") << "a quotation mark is no apostrophe";
}

TEST(CareWordsOf, KnowWhereASentenceEnds) {
  EXPECT_EQ(joined("No. Yes! So? Well"), "no . yes . so . well");
  EXPECT_EQ(joined("one, two; three: four (five) — six"), "one , two , three , four , five , six");
  EXPECT_EQ(joined("Ms. Bell, Mr. Lee"), "ms bell , mr lee");
  EXPECT_EQ(joined("the miss. Then"), "the miss . then");
  EXPECT_EQ(joined("4.30 and 4:35"), "4 30 and 4 35");
}

TEST(CareWordsOf, KnowWhatIsQuoted) {
  EXPECT_EQ(joined("She said “come in” twice"), "she said , [come] [in] , twice");
  EXPECT_EQ(joined("She said \"come in\" twice"), "she said , [come] [in] , twice");
  EXPECT_EQ(joined("“never closed"), "[never] [closed]");
}

TEST(CareWordsOf, StandWhereTheyAreWritten) {
  const std::vector<CareWord> words = care_words_of("“Zoë’s” don’t");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].offset, 1);
  EXPECT_EQ(words[0].length, 5) << "in code points, not bytes";
  EXPECT_EQ(words[1].offset, 8);
  EXPECT_EQ(words[1].length, 5);
  EXPECT_EQ(words[2].offset, words[1].offset) << "both parts of a short form";
  EXPECT_EQ(words[2].length, words[1].length);
  EXPECT_EQ(words[1].whole, "don't");
  EXPECT_EQ(words[2].whole, "");
  EXPECT_TRUE(words[0].is_capital);
  EXPECT_FALSE(words[1].is_capital);
}

const std::vector<PhraseGroup>& groups() {
  static const std::vector<PhraseGroup> groups = {
      {"who", read_phrase("her exploiter", {}).phrases},
      {"says", read_phrase("says/said", {}).phrases},
      {"two", {read_phrase("a b", {}).phrases.front(), read_phrase("c", {}).phrases.front()}}};
  return groups;
}

// The words that the phrase covers at its first place, or nothing.
std::string found(std::string_view phrase, std::string_view text) {
  const ReadPhrase read = read_phrase(phrase, groups());
  EXPECT_EQ(read.problem, "") << phrase;
  const std::vector<CareWord> words = care_words_of(text);
  const PhrasePerson person{"kiara", {"she"}, 16};
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (const Phrase& one : read.phrases) {
      const auto match = match_phrase(one, words, first, person);
      if (!match) continue;
      std::string covered;
      for (std::size_t at = match->first; at < match->end; ++at) {
        covered += (covered.empty() ? "" : " ") + words[at].text;
      }
      return covered;
    }
  }
  return {};
}

TEST(CarePhrase, FindsWholeWordsInARow) {
  EXPECT_EQ(found("was used", "She was used, they say."), "was used");
  EXPECT_EQ(found("was used", "She was, used to it."), "") << "a comma stands between";
  EXPECT_EQ(found("used", "unused, reused"), "");
  EXPECT_EQ(found("boyfriend", "Her boyfriend’s car"), "boyfriend's") << "a possessive is passed over";
  EXPECT_EQ(found("he", "here she heard"), "");
  EXPECT_EQ(found("don't tell", "do not tell"), "do not tell") << "short and long are the same";
}

TEST(CarePhrase, TakesOneOfSeveralWords) {
  EXPECT_EQ(found("put/puts herself", "She puts herself last."), "puts herself");
  EXPECT_EQ(found("put/puts herself", "She takes herself home."), "");
}

TEST(CarePhrase, LeavesGapsOfThreeWordsInASentence) {
  EXPECT_EQ(found("put herself … at risk", "put herself at risk"), "put herself at risk");
  EXPECT_EQ(found("put herself … at risk", "put herself, again and again, at risk"),
            "put herself again and again at risk");
  EXPECT_EQ(found("put herself … at risk", "put herself one two three four at risk"), "");
  EXPECT_EQ(found("put herself … at risk", "put herself down. At risk"), "") << "another sentence";
}

TEST(CarePhrase, SeesMarksAndEdges) {
  EXPECT_EQ(found("| wrong |", "Wrong! She left."), "wrong");
  EXPECT_EQ(found("| wrong |", "She left. Wrong"), "wrong");
  EXPECT_EQ(found("| wrong |", "The wrong bus."), "");
  EXPECT_EQ(found("save her |", "to save her."), "save her");
  EXPECT_EQ(found("save her |", "to save her seat."), "");
  EXPECT_EQ(found("wrote , come", "He wrote: come."), "wrote come") << "a mark inside a sentence";
  EXPECT_EQ(found("wrote , come", "He wrote. Come. He wrote come."), "");
  EXPECT_EQ(found("was … |", "it was she said. So"), "was she said") << "a gap may reach an edge";
  EXPECT_EQ(found("was … |", "it was one two three four."), "");
}

TEST(CarePhrase, SeesQuotations) {
  EXPECT_EQ(found("he <says> “", "he said: “Come.”"), "he said");
  EXPECT_EQ(found("he <says> “", "he said to come."), "");
  EXPECT_EQ(found("” says he", "“Come,” says he."), "says he");
  EXPECT_EQ(found("” says he", "So says he."), "");
}

TEST(CarePhrase, KnowsThePersonNamesAndAges) {
  EXPECT_EQ(found("<mentee> left", "Kiara left."), "kiara left");
  EXPECT_EQ(found("<mentee> left", "She left."), "");
  EXPECT_EQ(found("<young-person> left", "She left."), "she left");
  EXPECT_EQ(found("<young-person> left", "He left."), "") << "another person";
  EXPECT_EQ(found("named <name>", "a man named Marcus"), "named marcus");
  EXPECT_EQ(found("named <name>", "a dog named twice"), "");
  EXPECT_EQ(found("is <under-14>", "she is twelve"), "is twelve");
  EXPECT_EQ(found("is <under-14>", "she is 13"), "is 13");
  EXPECT_EQ(found("is <under-14>", "she is fourteen"), "");
  EXPECT_EQ(found("is <other-age>", "she is fifteen"), "is fifteen");
  EXPECT_EQ(found("is <other-age>", "she is 29"), "is 29");
  EXPECT_EQ(found("is <other-age>", "she is sixteen, or 16"), "") << "that is the age";
  EXPECT_EQ(found("is <other-age>", "she is 13, or is 30"), "");
  EXPECT_EQ(found("hurt <her>", "He hurt herself."), "hurt herself");
  EXPECT_EQ(found("hurt <her>", "He hurt Kiara."), "hurt kiara");
  EXPECT_EQ(found("hurt <her>", "It hurt him, and it hurt she."), "") << "another person, another case";
}

TEST(CarePhrase, KnowsNoOtherAgeWhereTheAgeIsNotKnown) {
  const Phrase phrase = read_phrase("is <other-age>", {}).phrases.front();
  EXPECT_FALSE(match_phrase(phrase, care_words_of("is fifteen"), 0, {"kiara", {"she"}, 0}));
  EXPECT_TRUE(match_phrase(phrase, care_words_of("is fifteen"), 0, {"kiara", {"she"}, 14}));
}

TEST(CarePhrase, FindsTheFamilyOfAPronoun) {
  EXPECT_EQ(family_of_pronoun("hers"), "she");
  EXPECT_EQ(family_of_pronoun("he"), "he");
  EXPECT_EQ(family_of_pronoun("themselves"), "they");
  EXPECT_EQ(family_of_pronoun("it"), "");
  EXPECT_EQ(family_of_pronoun(""), "");
}

TEST(CarePhrase, PutsGroupsInTheirPlace) {
  EXPECT_EQ(found("<who> <says>", "Her exploiter said so."), "her exploiter said");
  EXPECT_EQ(read_phrase("x <two> <two>", groups()).phrases.size(), 4U);
  EXPECT_EQ(found("x <two> y", "x a b y"), "x a b y");
  EXPECT_EQ(found("x <two> y", "x c y"), "x c y");
}

TEST(CarePhrase, SaysWhatCannotBeRead) {
  const auto problem = [](std::string_view written) { return read_phrase(written, groups()).problem; };
  EXPECT_EQ(problem("says <nobody>"), "no group is called `nobody`");
  EXPECT_EQ(problem("I'll/we always"),
            "`I'll` stands between slashes, but it is not one word; write a phrase of its own");
  EXPECT_EQ(problem("| … |"), "`| … |` holds no word");
  EXPECT_EQ(problem("says …"), "`says …` ends with a gap");
}

TEST(CarePhrase, TellsHowLongItCanBe) {
  EXPECT_EQ(longest_match(read_phrase("| put herself … at risk |", {}).phrases.front()), 7U);
  EXPECT_EQ(longest_match(read_phrase("<mentee> left", {}).phrases.front()), 2U);
}

TEST(CarePhrase, TellsWhatItStartsWith) {
  const Phrase marked = read_phrase("| put/puts herself", {}).phrases.front();
  ASSERT_NE(first_words(marked), nullptr);
  EXPECT_EQ(*first_words(marked), (std::vector<std::string>{"put", "puts"}));
  EXPECT_EQ(first_words(read_phrase("<mentee> left", {}).phrases.front()), nullptr);
}

}  // namespace
}  // namespace steadfast
