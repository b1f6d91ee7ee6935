#include <gtest/gtest.h>

#include "steadfast/check.h"
#include "support/play_through.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::ChoiceSpec;
using test::ScenarioSpec;

ScenarioSpec talk() {
  ScenarioSpec spec;
  spec.dimensions = 2;
  spec.variables = {{"trust", 0, 100, 20}};
  ChoiceSpec promise{"promise", {{1, 0}}, "later"};
  promise.critical = 1;
  ChoiceSpec listen{"listen", {{1, 4}}, "later"};
  listen.effects = {{"trust", "+ 25"}};
  ChoiceSpec aside{"aside", {{2, 2}}, "ask", "", true};
  ChoiceSpec deep{"deep", {{2, 3}}, "good", "trust >= 40 and trust < 90"};
  spec.nodes = {{"ask", {promise, listen, aside}},
                {"later", {deep, {"leave", {{2, 1}}, "other"}, {"round", {{2, 2}}, "walk"}}},
                {"walk", {}, "good"}};
  spec.endings = {"good", "other"};
  return spec;
}

RecordedPlay play_of(std::vector<std::string> ids) {
  RecordedPlay play;
  play.id = "best";
  for (std::string& id : ids) {
    play.choose.push_back({std::move(id)});
  }
  play.where = {7, 3, 4};
  return play;
}

std::vector<Diagnostic> check(const RecordedPlay& play, ScenarioSpec spec = talk()) {
  spec.plays = {play};
  const Scenario scenario = build(spec);
  return check_plays(scenario, Outlook::explore(scenario), "talk.yaml");
}

void expect_problem(const RecordedPlay& play, int code, const std::string& message) {
  const auto problems = check(play);
  ASSERT_EQ(problems.size(), 1U) << message;
  EXPECT_EQ(problems[0].code, Code{code});
  EXPECT_EQ(problems[0].message, message);
  EXPECT_EQ(problems[0].severity, Severity::error);
  EXPECT_EQ(problems[0].file, "talk.yaml");
  EXPECT_EQ(problems[0].where, (Span{7, 3, 4}));
}

TEST(CheckPlays, APlayThatKeepsItsWordIsSilent) {
  RecordedPlay play = play_of({"aside", "listen", "deep"});
  play.ending = "good";
  play.status = "ready to discuss";
  play.dimensions = {{DimensionIndex{0}, "strong"}, {DimensionIndex{1}, "strong"}};
  play.checks_criticals = true;
  play.shown = {{"ask"}, {"later"}};
  play.closed = {{"aside"}};
  EXPECT_TRUE(check(play).empty());

  RecordedPlay secret = play_of({"promise", "round"});
  secret.ending = "good";
  secret.status = "needs debrief";
  secret.dimensions = {{DimensionIndex{0}, "practise again"}, {DimensionIndex{1}, "growing"}};
  secret.checks_criticals = true;
  secret.criticals = {"C1"};
  secret.shown = {{"walk"}};
  secret.closed = {{"deep"}};
  EXPECT_TRUE(check(secret).empty());
}

TEST(CheckPlays, APlayMayStopBeforeTheEndWhenItExpectsNothingOfIt) {
  RecordedPlay play = play_of({"promise"});
  play.closed = {{"deep"}};
  EXPECT_TRUE(check(play).empty());
}

TEST(CheckPlays, AChoiceThatIsNotOpenSaysWhy) {
  expect_problem(
      play_of({"promise", "deep"}), 90,
      "play `best` is at `later` and chooses `deep` (2), but it is closed, because `trust >= 40` does "
      "not hold");
  expect_problem(play_of({"deep"}), 90,
                 "play `best` is at `ask` and chooses `deep` (1), but that choice belongs to `later`");
  expect_problem(
      play_of({"aside", "aside"}), 90,
      "play `best` is at `ask` and chooses `aside` (2), but it was said before and can be said once");
  expect_problem(play_of({"hello"}), 90,
                 "play `best` is at `ask` and chooses `hello` (1), and no choice is called that");
  EXPECT_EQ(check(play_of({"promise", "deep"}))[0].help, "open there: `leave`, `round`");
}

TEST(CheckPlays, ALengthThatDoesNotFitIsReported) {
  RecordedPlay early = play_of({"listen"});
  early.status = "ready to discuss";
  expect_problem(early, 92, "play `best` stops at `later`, before the conversation ends");
  expect_problem(play_of({"listen", "leave", "deep"}), 92,
                 "play `best` has ended at `other` before its choice 3, `deep`");
}

TEST(CheckPlays, EachDifferenceIsReported) {
  RecordedPlay play = play_of({"promise", "leave"});
  play.ending = "good";
  expect_problem(play, 91, "play `best` ends at `other`, not at `good`");
  play = play_of({"promise", "leave"});
  play.status = "practise again";
  expect_problem(play, 93, "play `best` has the status `needs debrief`, not `practise again`");
  play = play_of({"promise", "leave"});
  play.dimensions = {{DimensionIndex{0}, "strong"}};
  expect_problem(play, 94,
                 "play `best` is `practise again` in D1, not `strong` (-4 half-points between -4 and 4)");
  play = play_of({"promise", "leave"});
  play.checks_criticals = true;
  expect_problem(play, 95, "play `best` has the critical errors `C1`, not none");
  play = play_of({"listen", "leave"});
  play.checks_criticals = true;
  play.criticals = {"C1", "C3"};
  expect_problem(play, 95, "play `best` has the critical errors none, not `C1`, `C3`");
  play = play_of({"promise", "leave"});
  play.shown = {{"walk"}};
  expect_problem(play, 96, "play `best` does not pass `walk`");
  play = play_of({"listen", "leave"});
  play.closed = {{"deep"}};
  expect_problem(play, 97, "play `best` finds `deep` open, not closed");
  play = play_of({});
  play.closed = {{"deep"}};
  expect_problem(play, 97, "play `best` never comes to the node of `deep`, so it was not closed either");
}

TEST(CheckPlays, SeveralDifferencesAreReportedInOneRun) {
  RecordedPlay play = play_of({"promise", "leave"});
  play.ending = "good";
  play.status = "ready to discuss";
  play.shown = {{"walk"}};
  EXPECT_EQ(check(play).size(), 3U);
}

TEST(CheckPlays, WhatCannotBeScoredSaysSo) {
  ScenarioSpec endless = talk();
  endless.nodes[0].choices[2].once = false;
  RecordedPlay play = play_of({"listen", "leave"});
  play.ending = "other";
  EXPECT_TRUE(check(play, endless).empty());
  play.status = "practise again";
  const auto problems = check(play, endless);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, Code{98});
}

}  // namespace
}  // namespace steadfast
