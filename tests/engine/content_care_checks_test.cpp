// What is looked at besides single words, up to the edge of each rule.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "support/care_files.h"

namespace steadfast::test {
namespace {

Source replaced(Source source, std::string_view from, std::string_view to) {
  const std::size_t at = source.text.find(from);
  EXPECT_NE(at, std::string::npos) << "the template holds no " << from;
  source.text.replace(at, from.size(), to);
  return source;
}

// The code and severity of each, in the order of the file.
std::string told(const Source& source) {
  std::string text;
  for (const Diagnostic& found : check_content_care(source, *shipped_care_words(), shipped_care())) {
    text += (text.empty() ? "" : ", ") + std::string(to_string(found.severity)) + " " + to_string(found.code);
  }
  return text;
}

std::string words(int count) {
  std::string text;
  for (int at = 0; at < count; ++at) text += at == 0 ? "Word" : at % 10 == 0 ? ". Word" : " word";
  return text + ".";
}

TEST(ContentCareChecks, ATurnMayHaveSixtyWords) {
  for (const char* place : {"STAGE", "GOOD", "WEAK", "YOUNG", "STAFF"}) {
    EXPECT_EQ(told(care_template({{place, words(60)}})), "") << place;
    EXPECT_EQ(told(care_template({{place, words(61)}})), "warning SCN078") << place;
  }
}

TEST(ContentCareChecks, BubblesInARowAreOneTurn) {
  const Source source = care_template({{"YOUNG", words(31)}});
  const std::string line = "      - " + in_yaml_quotes(words(31));
  EXPECT_EQ(told(replaced(source, line, line + "\n" + line)), "warning SCN078");
  const std::string between = line + "\n      - mentor: \"Yes.\"\n" + line;
  EXPECT_EQ(told(replaced(source, line, between)), "") << "somebody else spoke in between";
}

TEST(ContentCareChecks, ASafetyErrorNamesItsCode) {
  const Source weak = replaced(care_template({}), "          D1: 1 not so plain\n",
                               "          D1: 1 not so plain\n        acts: [threatens_leaving]\n");
  EXPECT_EQ(told(weak), "warning SCN077");
  EXPECT_EQ(told(replaced(weak, "        acts:", "        critical: C8\n        acts:")), "");
  EXPECT_EQ(told(replaced(weak, "        acts:", "        critical: C1\n        acts:")), "warning SCN077");
  const Source several = replaced(weak, "[threatens_leaving]", "[threatens_leaving, promises_secrecy]");
  EXPECT_EQ(told(several), "warning SCN077") << "one answer is told once";
  EXPECT_EQ(told(replaced(several, "        acts:", "        critical: C1\n        acts:")), "");
}

TEST(ContentCareChecks, AGoodAnswerDoesNotOverPromise) {
  const Source good = replaced(care_template({}), "          D2: 2 and a limit\n",
                               "          D2: 2 and a limit\n        acts: [over_promises]\n");
  EXPECT_EQ(told(good), "error SCN076");
  EXPECT_EQ(told(replaced(good, "        acts:", "        serious: true\n        acts:")), "error SCN039")
      << "it is no good answer then, but its ratings say so";
  EXPECT_EQ(told(replaced(good, "D2: 2 and", "D2: 1 and")), "") << "it is rated low enough";
}

TEST(ContentCareChecks, WhatIsHarmfulThroughoutDeservesAThought) {
  const Source harmful = replaced(care_template({}), "D1: 1 not so plain", "D1: 0 harmful");
  EXPECT_EQ(told(harmful), "advice SCN083");
  const std::string rating = "D1: 0 harmful\n";
  EXPECT_EQ(told(replaced(harmful, rating, rating + "          D2: 1 less so\n")), "");
  EXPECT_EQ(told(replaced(harmful, rating, rating + "        serious: true\n")), "");
  EXPECT_EQ(told(replaced(harmful, rating, rating + "        critical: C8\n")), "");
}

TEST(ContentCareChecks, AHeavyScenarioOffersHelp) {
  const Source heavy = replaced(care_template({}), "intensity: 1", "intensity: 3");
  EXPECT_EQ(told(heavy), "advice SCN089");
  EXPECT_EQ(told(replaced(heavy, "          D2: 2 and a limit\n",
                          "          D2: 2 and a limit\n        acts: [asks_for_help]\n")),
            "");
  EXPECT_EQ(told(replaced(care_template({}), "intensity: 1", "intensity: 2")), "");
}

TEST(ContentCareChecks, TheNoteAndTheMinutesAgree) {
  const Source other = replaced(care_template({}), "About 5 minutes", "About 8 minutes");
  EXPECT_EQ(told(other), "warning SCN084");
  EXPECT_EQ(told(replaced(other, "minutes: 5", "minutes: 8")), "");
  EXPECT_EQ(told(replaced(other, "About 8 minutes", "Not long")), "") << "nothing is said, nothing is wrong";
}

TEST(ContentCareChecks, ResourcesExist) {
  const auto with = [](std::string_view list) {
    return replaced(care_template({}), "reviews: []\n",
                    "reviews: []\nresources: " + std::string(list) + "\n");
  };
  EXPECT_EQ(told(with("[us-988, program-coordinator]")), "");
  EXPECT_EQ(told(with("[us-989]")), "error SCN080");
}

// --- Answers beside each other --------------------------------------------------------------------------

TEST(ContentCareChecks, TwoAnswersOfAMomentDoNotSayTheSame) {
  const Source twice = care_template({{"GOOD", "See you, Thursday."}, {"WEAK", "see you Thursday!"}});
  EXPECT_EQ(told(twice), "warning SCN132");
  EXPECT_EQ(told(care_template({{"GOOD", "See you Thursday."}, {"WEAK", "See you Friday."}})), "");
  const std::string good = "      - id: good\n";
  const std::string weak = "      - id: weak\n";
  const Source one_closed = replaced(twice, good, good + "        when: said\n");
  EXPECT_EQ(told(one_closed), "warning SCN132") << "both can be open";
  EXPECT_EQ(told(replaced(one_closed, weak, weak + "        when: not said\n")), "") << "they may never meet";
  EXPECT_EQ(told(replaced(twice, weak, good)), "") << "that an id stands twice is told by the loader";
}

TEST(ContentCareChecks, FeedbackIsNotCopiedToAnotherAnswer) {
  EXPECT_EQ(told(care_template({{"HEARD", "Another word."}})), "advice SCN132");
  EXPECT_EQ(told(care_template({{"WHY", "It is short."}})), "advice SCN132");
  EXPECT_EQ(told(care_template({{"TRY", "Say the day."}})), "")
      << "two answers may lead to the same better one";
}

TEST(ContentCareChecks, AnswersOfDifferentMomentsMayBeTheSame) {
  const Source one = care_template({{"GOOD", "See you Thursday."}});
  const std::string node =
      "  - id: later\n    stage: A word.\n    choices:\n      - id: later-good\n        say: See you "
      "Thursday.\n"
      "        rate:\n          D1: 3 plain\n        feedback:\n          heard: A word.\n          why: A "
      "word.\n"
      "          try: A word.\n        end: thursday\n";
  EXPECT_EQ(told(replaced(one, "endings:\n", node + "endings:\n")), "");
}

TEST(ContentCareChecks, WordsStandWithoutTheNameOfTheSpeaker) {
  for (const char* place : {"GOOD", "WEAK", "YOUNG", "STAFF", "STAGE"}) {
    EXPECT_EQ(told(care_template({{place, "Ana: I guess so."}})), "warning SCN133") << place;
    EXPECT_EQ(told(care_template({{place, "I guess so: yes."}})), "") << place;
  }
  const auto named = [](const char* words) {
    return care_template({{"PEOPLE", "Ms. Bell"}, {"YOUNG", words}});
  };
  EXPECT_EQ(told(named("“Ms. Bell: Come in.”")), "warning SCN133");
  EXPECT_EQ(told(named("mentor: Come in.")), "warning SCN133");
  EXPECT_EQ(told(named("Ms. Bell says: come in.")), "");
  EXPECT_EQ(told(named("Bell: ring it.")), "");
  EXPECT_EQ(told(named(": : :")), "");
}

TEST(ContentCareChecks, PronounsAreThoseOfTheTexts) {
  const std::string ten =
      "She asks her. She takes her own. She has it herself. It is hers. She and she and her.";
  EXPECT_EQ(told(care_template({{"PRONOUNS", "he/him"}, {"STAGE", ten}})), "warning SCN131");
  EXPECT_EQ(told(care_template({{"PRONOUNS", "they/them"}, {"STAGE", ten}})), "warning SCN131");
  EXPECT_EQ(told(care_template({{"PRONOUNS", "she/her"}, {"STAGE", ten}})), "");
  EXPECT_EQ(told(care_template({{"PRONOUNS", "they/she"}, {"STAGE", ten}})), "");
  EXPECT_EQ(told(care_template({{"PRONOUNS", "ze/zir"}, {"STAGE", ten}})), "") << "of these nothing is known";
  EXPECT_EQ(told(care_template({{"PRONOUNS", "he/him"}, {"STAGE", "She asks her."}})), "")
      << "too few to say";
  EXPECT_EQ(told(care_template({{"PRONOUNS", "he/him"}, {"STAGE", "“" + ten + "”"}})), "")
      << "somebody may speak of somebody else";
  const std::string his = "He asks him. He has his own. He does. He and he.";
  EXPECT_EQ(told(care_template({{"PRONOUNS", "he/him"}, {"STAGE", ten}, {"WHY", his}})), "")
      << "both are told of";
}

TEST(ContentCareChecks, TheContentNoteIsAskedOncePerTag) {
  const Source source =
      care_template({{"YOUNG", "I ran away last night."}, {"STAFF", "She ran away from home."}});
  EXPECT_EQ(told(source), "warning SCN130");
  EXPECT_EQ(told(care_template({{"YOUNG", "I wanted to die. I want to kill myself. Suicide, I mean."}})),
            "advice SCN130, warning SCN130")
      << "a doubtful sentence does not hide a plain one";
  const std::string note =
      "content_note:\n  tags: [goodbye]\n  text: \"This scene includes a talk. About 5 minutes.\"\n";
  EXPECT_EQ(told(replaced(source, note, "")), "") << "that there is no note is told by the loader";
}

// --- Reading -----------------------------------------------------------------------------------------

constexpr std::string_view kHard =
    "Notwithstanding considerable organizational responsibilities, experienced coordinators systematically "
    "prioritize individualized communication opportunities, acknowledging participants' continually "
    "developing capabilities, preferences, vulnerabilities and interpersonal circumstances throughout every "
    "collaborative interaction.";

TEST(ContentCareChecks, AHardTextIsToldOfByItself) {
  EXPECT_EQ(told(care_template({{"WHY", "Notwithstanding considerable organizational responsibilities."}})),
            "")
      << "too short to say anything about it";
  EXPECT_EQ(told(care_template({{"STAGE",
                                 "An iridescent lepidopteran investigates the intermittent incandescent "
                                 "illumination."}})),
            "advice SCN079");
  EXPECT_EQ(told(care_template({{"STAGE", "The coordinator is watering something in a lighted window."}})),
            "")
      << "a short text may hold some longer words";
  const std::string longer = std::string(kHard) + " " + std::string(kHard);
  EXPECT_EQ(told(care_template({{"WHY", longer}})), "advice SCN079");
  EXPECT_EQ(told(care_template({{"YOUNG", longer}})), "") << "people speak as they speak";
}

TEST(ContentCareChecks, APartThatIsHardPointsToItsHardestTexts) {
  std::string longer;
  for (int times = 0; times < 4; ++times) longer += (longer.empty() ? "" : " ") + std::string(kHard);
  const Source source = care_template({{"WHY", longer}});
  const auto found = check_content_care(source, *shipped_care_words(), shipped_care());
  ASSERT_EQ(found.size(), 1U) << explain_all(found, source.text);
  EXPECT_EQ(found[0].message.substr(0, 27), "the feedback reads at grade");
  ASSERT_EQ(found[0].notes.size(), 1U);
  EXPECT_GT(found[0].notes[0].where.line, found[0].where.line);
}

// --- Exceptions --------------------------------------------------------------------------------------

Source with_exception(const Source& source, std::string_view words, std::string_view in) {
  return replaced(source, "reviews: []\n",
                  "reviews: []\ncare_exceptions:\n  - words: " + std::string(words) +
                      "\n    in: " + std::string(in) + "\n    why: It is a boy of her class.\n");
}

TEST(CareExceptions, MakeAWordMeantAndAreListed) {
  const Source source = care_template({{"STAGE", "Her Boyfriend, a boy of her class, waves."}});
  ASSERT_EQ(told(source), "warning SCN071");
  EXPECT_EQ(told(with_exception(source, "boyfriend", "path")), "advice SCN081");
}

TEST(CareExceptions, CountOnlyWhereTheySay) {
  const Source source = care_template({{"STAGE", "Her boyfriend waves."}, {"WHY", "Her boyfriend waves."}});
  EXPECT_EQ(told(with_exception(source, "boyfriend", "path")), "advice SCN081, warning SCN071");
  EXPECT_EQ(told(with_exception(source, "boyfriend", "thursday")),
            "warning SCN082, warning SCN071, warning SCN071");
}

TEST(CareExceptions, ReachTheScenariosOwnTexts) {
  const Source source = replaced(care_template({}), "how_it_ends: You meet again.",
                                 "how_it_ends: Her boyfriend from class comes along.");
  EXPECT_EQ(told(with_exception(source, "boyfriend", "how_it_ends")), "advice SCN081");
}

TEST(CareExceptions, DoNotCoverHardRules) {
  const Source source = care_template({{"STAGE", "They call her a child prostitute."}});
  EXPECT_EQ(told(with_exception(source, "child prostitute", "path")), "warning SCN082, error SCN070");
}

TEST(CareExceptions, ThatCoverNothingAreToldOf) {
  EXPECT_EQ(told(with_exception(care_template({}), "boyfriend", "path")), "warning SCN082");
}

// --- Files that are broken in other ways -----------------------------------------------------------

TEST(ContentCare, LooksAtTheHealthyPartOfABrokenFile) {
  const Source source = care_template({{"STAGE", "She was a teen prostitute."}});
  EXPECT_EQ(told(replaced(source, "theme: consistency", "theme: nothing")), "error SCN070");
  EXPECT_EQ(told(replaced(source, "        end: thursday", "        end: nowhere")), "error SCN070");
  EXPECT_EQ(told(replaced(source, "    what_happened:", "    wat_happened:")), "error SCN070");
  EXPECT_EQ(told(replaced(source, "    title: Thursday", "    title: *Thursday")), "error SCN070");
}

TEST(ContentCare, SaysNothingOfWhatIsNoScenario) {
  for (const char* text : {"", "\n", "just words", "[1, 2", "- a\n- b", "nodes: 3", "nodes:\n  - choices: x",
                           "mentee: [a]", "care_exceptions: x", "content_note: {text: [a]}"}) {
    EXPECT_EQ(told({"x.yaml", text}), "") << text;
  }
}

TEST(ContentCare, TellsEnoughOfATextThatIsAllWrong) {
  std::string text;
  for (int times = 0; times < 5'000; ++times) text += "prostitute, her boyfriend put herself at risk\n      ";
  const auto found =
      check_content_care(care_template({{"ENDING", text}}), *shipped_care_words(), shipped_care());
  EXPECT_EQ(found.size(), 501U) << "500 words, and that it is hard to read";
}

// Each needed text is asked for by name where it is missing or empty.
TEST(ContentCare, WhatTheGuideNeedsIsRequiredByTheFormat) {
  const Source whole = care_template({});
  struct Missing {
    std::string_view from;
    std::string_view to;
    std::string_view code;
    std::string_view word;
  };
  constexpr std::string_view kNote = "  text: \"This scene includes a talk. About 5 minutes.\"\n";
  const Missing cases[] = {
      {"alternative: Talk it through with your trainer.\n", "", "SCN021", "`alternative`"},
      {"alternative: Talk it through with your trainer.", "alternative:", "SCN029", "`alternative:`"},
      {"objectives:\n  - Say it plainly.\n", "", "SCN021", "`objectives`"},
      {"objectives:\n  - Say it plainly.\n", "objectives: []\n", "SCN029", "`objectives`"},
      {kNote, "", "SCN021", "the content note has no `text`"},
      {"content_note:\n  tags: [goodbye]\n  text: \"This scene includes a talk. About 5 minutes.\"\n", "",
       "SCN021", "`content_note`"},
      {"  age: 15\n", "", "SCN026", "`age`"},
      {"          try: Say the day.\n", "", "SCN027", "the feedback has no `try`"},
      {"          why: It is short.\n          try: Say the day.\n", "", "SCN027", "has no `why`, `try`"},
      {"          try: Say the day.\n", "          try: \"\"\n", "SCN027", "`try:`"},
      {"        feedback:\n          heard: Another word.\n          why: It is short.\n          try: Say "
       "the "
       "day.\n",
       "", "SCN027", "the choice `weak` has no `feedback`"},
  };
  for (const Missing& missing : cases) {
    const Source source = replaced(whole, missing.from, missing.to);
    std::string said;
    for (const Diagnostic& diagnostic : load_scenario(source, test_rulebook()).diagnostics) {
      said += to_string(diagnostic.code) + " " + diagnostic.message + "\n";
    }
    EXPECT_NE(said.find(missing.code), std::string::npos) << missing.from << "\n" << said;
    EXPECT_NE(said.find(missing.word), std::string::npos) << missing.from << "\n" << said;
  }
  EXPECT_TRUE(load_scenario(whole, test_rulebook()).scenario) << "the template itself is whole";
}

}  // namespace
}  // namespace steadfast::test
