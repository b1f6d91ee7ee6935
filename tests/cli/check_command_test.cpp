#include "cli/check_command.h"

#include "cli/cli_fixture.h"

namespace steadfast {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) ADD_FAILURE() << "the scenario holds no " << from;
  return text.replace(at, from.size(), to);
}

std::string small_with(std::string_view from, std::string_view to) {
  return replaced(std::string(kSmallScenario), from, to);
}

TEST_F(CliTest, CheckOfACleanFileSaysSo) {
  const Answer answer = run({"check", small()});
  EXPECT_EQ(answer.code(), 0) << answer.out << answer.err;
  EXPECT_EQ(answer.out, "1 file checked: no problems.\n");
  EXPECT_EQ(answer.err, "");
}

TEST_F(CliTest, CheckShowsEveryProblemOfEveryFileInOneRun) {
  write("all/one/small.yaml", small_with("next: second", "next: secnd"));
  write("all/two/other.yaml", replaced(small_with("age: 16", "age: 12"), "id: small", "id: other"));
  const Answer answer = run({"check", path("all").string()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "one/small.yaml:")) << answer.out;
  EXPECT_TRUE(has(answer.out, "`secnd`")) << answer.out;
  EXPECT_TRUE(has(answer.out, "did you mean `second`")) << answer.out;
  EXPECT_TRUE(has(answer.out, "two/other.yaml:")) << answer.out;
  EXPECT_TRUE(has(answer.out, "2 files checked: ")) << answer.out;
}

TEST_F(CliTest, CheckPlaysThePlaysOfTheScenario) {
  write("small.yaml", std::string(kSmallScenario) +
                          "plays:\n  - id: wrong\n    about: Says more than it may.\n"
                          "    choose: [back, maybe]\n    expect:\n      status: ready to discuss\n");
  const Answer answer = run({"check", small()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "needs debrief")) << answer.out;
}

TEST_F(CliTest, CheckMissesTheScene) {
  write("small.yaml", small_with("scene: library-cafe", "scene: the-moon"));
  const Answer nowhere = run({"check", small()});
  EXPECT_EQ(nowhere.code(), 1);
  EXPECT_TRUE(has(nowhere.out, "no scene is called `the-moon`")) << nowhere.out;
  EXPECT_TRUE(
      has(nowhere.out, "there is `activity-room` (Rosa), `garden-bench` (Amara), `library-cafe` (Kiara)"))
      << nowhere.out;
  write("small.yaml", small_with("name: Kiara", "name: Zo"));
  const Answer nobody = run({"check", small()});
  EXPECT_EQ(nobody.code(), 1);
  EXPECT_TRUE(has(nobody.out, "has no picture of Zo")) << nobody.out;
  EXPECT_TRUE(has(nobody.out, "it shows Kiara: write `name: Kiara` under `mentee`")) << nobody.out;
}

TEST_F(CliTest, CheckSaysWhereTheWordsForAnAnswerAreListed) {
  write("small.yaml", small_with("        rate:\n          D1: 4",
                                 "        acts: [juggling]\n        rate:\n          D9: 4"));
  const Answer unknown = run({"check", small()});
  EXPECT_TRUE(has(unknown.out, "`steadfast explain acts` lists them")) << unknown.out;
  EXPECT_TRUE(has(unknown.out, "there is `D1` (Consistent presence), `D2` (Warm, clear boundaries)"))
      << unknown.out;
  write("small.yaml", small_with("critical: C8", "critical: C4444"));
  const Answer critical = run({"check", small()});
  EXPECT_TRUE(has(critical.out, "`steadfast explain errors` says what each is")) << critical.out;
}

TEST_F(CliTest, CheckSaysThatPlaysFollowTheIdsOfChoices) {
  write("small.yaml", std::string(kSmallScenario) +
                          "plays:\n  - id: old\n    about: Recorded before.\n"
                          "    choose: [friendly-words, maybe]\n    expect:\n      ending: bye\n");
  const Answer answer = run({"check", small()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "error[SCN041]: no choice is called `friendly-words`")) << answer.out;
  EXPECT_TRUE(has(answer.out, "the plays at the end of the file must follow the ids of the choices"))
      << answer.out;
}

TEST_F(CliTest, CheckNoticesTwoConversationsWithOneId) {
  write("all/one/small.yaml", kSmallScenario);
  write("all/two/small.yaml", kSmallScenario);
  const Answer answer = run({"check", path("all").string()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "the id `small` is also that of")) << answer.out;
  EXPECT_EQ(run({"check", small(), small()}).code(), 0) << "the same file twice is one conversation";
}

TEST_F(CliTest, CheckSaysWhatItCannotReadAndGoesOn) {
  const Answer missing = run({"check", path("missing.yaml").string(), small()});
  EXPECT_EQ(missing.code(), 2);
  EXPECT_EQ(missing.err,
            "Cannot read `" + path("missing.yaml").string() + "`: there is no such file or folder.\n");
  EXPECT_TRUE(has(missing.out, "1 file checked")) << missing.out;
  std::filesystem::create_directories(path("empty"));
  const Answer empty = run({"check", path("empty").string()});
  EXPECT_EQ(empty.code(), 2);
  EXPECT_TRUE(has(empty.err, "There is no scenario (*.yaml) in")) << empty.err;
}

TEST_F(CliTest, WhatIsShippedIsClean) {
  const Answer answer = run({"check", std::string(STEADFAST_SOURCE_DIR) + "/scenarios"});
  EXPECT_EQ(answer.code(), 0) << answer.out << answer.err;
  EXPECT_TRUE(has(answer.out, "no problems")) << answer.out;
}

}  // namespace
}  // namespace steadfast
