// `steadfast explain` of the words that scenarios are written with.
#include "cli/cli_fixture.h"
#include "cli/vocabulary.h"

namespace steadfast {
namespace {

class Explain : public CliTest {
 protected:
  std::string said(const std::string& word) const {
    const Answer answer = run({"explain", word});
    EXPECT_EQ(answer.code(), 0) << word << ": " << answer.err;
    return answer.out;
  }

  void expect_told(const std::string& word, const std::vector<std::string>& parts) const {
    const std::string text = said(word);
    for (const std::string& part : parts) EXPECT_TRUE(has(text, part)) << part << " is not in\n" << text;
  }
};

TEST_F(Explain, ASkillIsToldWithItsFiveLevels) {
  expect_told("D2", {"D2: Warm, clear boundaries\n\nA skill. States a limit early",
                     "  0 harmful: A secret exception", "  3 effective: A no, the reason, and still here.",
                     "  4 exemplary: ", "`D2: 3 a few words why`"});
  EXPECT_EQ(said("d2"), said("D2"));
}

TEST_F(Explain, ACriticalErrorIsToldWithItsReason) {
  expect_told("C7", {"C7: Money, gifts, contact or a place to stay that staff must not see\n",
                     "People who groom use secret gifts.", "`critical: C7`"});
}

TEST_F(Explain, AnActIsToldWithWhatItDoesToHerState) {
  expect_told("apologises", {"apologises: Says sorry, without saying for what.\n",
                             "when “There is an open tear”: obligation + 2\n", "`acts: [apologises]`"});
  expect_told("threatens_leaving", {"trust - 25", "rupture becomes withdrawal"});
  expect_told("reports_without_notice", {"told_behind_her becomes true"});
}

TEST_F(Explain, WhatIsRememberedIsToldWithItsRangeAndWhatChangesIt) {
  expect_told("trust", {"trust: Expects this adult to be truthful", "from 0 to 100. It starts at 20",
                        "Acts that change it: keeps_promise,", "`trust >= 20`"});
  expect_told("pull", {"never goes further than 5 from there"});
  expect_told("rupture",
              {"one of none, withdrawal, confrontation. It starts as none.", "`rupture is confrontation`"});
  expect_told("limits_explained", {"A flag, yes or no. It starts as no.", "`not limits_explained`"});
  expect_told("in_rupture", {"in_rupture: There is an open tear.", "It holds when rupture is not none."});
}

TEST_F(Explain, ASceneIsToldWithItsPeopleAndPostures) {
  expect_told("library-cafe", {"library-cafe: Kiara: ", "It shows Kiara in these postures",
                               "  guarded: Kiara sits back with her arms folded", "`scene: library-cafe`"});
  EXPECT_EQ(said("Library_Cafe"), said("library-cafe"));
}

TEST_F(Explain, AQuestionOfThePolicyIsToldWithWhatIsAssumed) {
  expect_told("money", {"money: May a mentor give or lend money?",
                        "What scenarios assume: Mentors do not give", "`policy_money is "});
  expect_told("after_hours_route", {"Each program answers it."});
}

TEST_F(Explain, EveryListNamesAllItsWordsAndEachOfThemIsExplained) {
  const auto lists = cli::read_vocabulary(std::filesystem::path(STEADFAST_SHARE_DIR));
  ASSERT_TRUE(lists) << lists.error().message;
  const std::string all = run({"explain"}).out;
  for (const cli::WordList& list : lists.value()) {
    EXPECT_TRUE(has(all, "steadfast explain " + list.name + " ")) << all;
    const std::string text = said(list.name);
    EXPECT_GE(list.words.size(), 3U) << list.name;
    for (const cli::Word& word : list.words) {
      EXPECT_FALSE(word.in_short.empty()) << word.id;
      EXPECT_TRUE(has(text, "\n  " + word.id + " ") || text.rfind("  " + word.id + " ", 0) == 0)
          << word.id << " is not in\n"
          << text;
      EXPECT_TRUE(has(said(word.id), word.id + ": " + word.in_short)) << word.id;
    }
  }
  EXPECT_TRUE(has(said("skills"), "0 harmful, 1 ineffective, 2 partial, 3 effective, 4 exemplary."));
}

TEST_F(Explain, AnUnknownWordBringsTheNearestAndTheLists) {
  const Answer near = run({"explain", "apologizes"});
  EXPECT_EQ(near.code(), 2);
  EXPECT_TRUE(has(near.err, "Nothing is called `apologizes`. Did you mean `apologises`?")) << near.err;
  const Answer far = run({"explain", "umbrella"});
  EXPECT_TRUE(has(far.err, "Nothing is called `umbrella`. There is `skills`, `errors`, `acts`")) << far.err;
}

TEST_F(Explain, CodesAreKnownWithoutTheShippedFiles) {
  Surroundings alone = surroundings();
  alone.share_folder.reset();
  const auto code_of = [&alone](std::vector<std::string> arguments, std::string& out) {
    std::istringstream in;
    std::ostringstream said;
    std::ostringstream err;
    const CommandLineResult result = run_command_line(arguments, {in, said, err}, alone);
    out = said.str() + err.str();
    return std::get<ExitCode>(result).value;
  };
  std::string out;
  EXPECT_EQ(code_of({"explain", "SCN040"}, out), 0) << out;
  EXPECT_EQ(code_of({"explain", "D2"}, out), 2);
  EXPECT_TRUE(has(out, "were not found")) << out;
  EXPECT_EQ(code_of({"explain"}, out), 0);
  EXPECT_TRUE(has(out, "SCN040")) << out;
}

}  // namespace
}  // namespace steadfast
