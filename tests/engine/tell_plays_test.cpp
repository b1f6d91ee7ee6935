// One cause is told once, however many recorded plays it touches.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "analysis_kinds.h"
#include "codes.h"
#include "steadfast/check.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::ChoiceSpec;
using test::ScenarioSpec;

RecordedPlay play_of(std::string id, std::vector<std::string> choices, int line) {
  RecordedPlay play;
  play.id = std::move(id);
  for (std::string& choice : choices) {
    play.choose.push_back({std::move(choice)});
    play.places.choose.push_back({line + 1, 10 * static_cast<int>(play.choose.size()), 4});
  }
  play.where = {line, 9, 4};
  return play;
}

ScenarioSpec talk() {
  ScenarioSpec spec;
  spec.dimensions = 1;
  spec.variables = {{"trust", 0, 100, 20}};
  spec.conditions = {{"trusting", "trust >= 40"}};
  ChoiceSpec secret{"secret", {{1, 0}}, "later"};
  ChoiceSpec listen{"listen", {{1, 4}}, "later"};
  ChoiceSpec deep{"deep", {{1, 3}}, "good", "trusting and trust < 90"};
  spec.nodes = {{"ask", {secret, listen}}, {"later", {deep, {"leave", {{1, 1}}, "other"}}}};
  spec.endings = {"good", "other"};
  return spec;
}

// As it is written: `secret` in line 10, `listen` in 20, `deep` in 40 with its condition in 42.
Scenario written(std::vector<RecordedPlay> plays) {
  ScenarioSpec spec = talk();
  spec.plays = std::move(plays);
  Scenario scenario = build(spec);
  scenario.nodes[0].where = {8, 5, 3};
  scenario.choices[0].where = {10, 9, 6};
  scenario.choices[1].where = {20, 9, 6};
  scenario.nodes[1].where = {30, 5, 5};
  scenario.choices[2].where = {40, 9, 4};
  scenario.choices[2].where_when = {42, 15, 23};
  scenario.choices[3].where = {50, 9, 5};
  scenario.endings[0].where = {60, 5, 4};
  return scenario;
}

std::vector<Diagnostic> told(const Scenario& scenario, std::vector<Diagnostic> found = {}) {
  tell_plays(scenario, Outlook::explore(scenario), "talk.yaml", found);
  return found;
}

Diagnostic warning(Code code, Span where) {
  return {Severity::warning, code, "talk.yaml", where, "something is wrong with it", "mend it", {}};
}

TEST(TellPlays, AnAnswerThatIsClosedIsToldOnceWithItsCondition) {
  const auto problems =
      told(written({play_of("first", {"secret", "deep"}, 100), play_of("second", {"listen", "deep"}, 110),
                    play_of("third", {"listen", "leave"}, 120)}));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, kPlayNotPossible);
  EXPECT_EQ(problems[0].where, (Span{101, 20, 4})) << "where the play names the answer";
  EXPECT_EQ(
      problems[0].message,
      "play `first` is at `later` and chooses `deep` (2), but it is closed, because `trusting` does not "
      "hold")
      << "in the words of the condition";
  ASSERT_EQ(problems[0].notes.size(), 2U);
  EXPECT_EQ(problems[0].notes[0].where, (Span{42, 15, 23}));
  EXPECT_EQ(problems[0].notes[1].where, (Span{111, 20, 4}));
  EXPECT_EQ(problems[0].notes[1].message, "play `second` comes no further here either");
}

TEST(TellPlays, AnAnswerThatIsOpenAgainstExpectationIsToldWithTheSameCondition) {
  RecordedPlay open = play_of("open", {"listen", "leave"}, 100);
  open.closed = {{"leave"}};
  open.places.closed = {{104, 18, 5}};
  RecordedPlay too = play_of("too", {"secret", "leave"}, 110);
  too.closed = {{"leave"}};
  const auto problems = told(written({open, too}));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].where, (Span{104, 18, 5}));
  ASSERT_EQ(problems[0].notes.size(), 1U) << "an answer without a condition has no place to show";
  EXPECT_EQ(problems[0].notes[0].message, "play `too` finds it open, not closed");
}

TEST(TellPlays, WhatIsWrongWithAnAnswerExplainsThePlaysThatChooseIt) {
  RecordedPlay harmful = play_of("harmful", {"secret", "leave"}, 100);
  harmful.checks_criticals = true;
  harmful.criticals = {"C1"};
  harmful.status = "needs debrief";
  RecordedPlay other = play_of("other", {"listen", "leave"}, 110);
  other.ending = "good";
  const Scenario scenario = written({harmful, other});
  const auto problems = told(scenario, {warning(codes::kSafetyErrorWithoutCode, {14, 16, 8})});
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].severity, Severity::error) << "a play fails, so this is no matter of taste";
  ASSERT_EQ(problems[0].notes.size(), 1U);
  EXPECT_EQ(problems[0].notes[0].where, (Span{100, 9, 4}));
  EXPECT_EQ(problems[0].notes[0].message, "the play `harmful` no longer holds");
  EXPECT_EQ(problems[1].code, kPlayEndsElsewhere) << "the other play has a problem of its own";

  const auto elsewhere = told(scenario, {warning(codes::kSafetyErrorWithoutCode, {44, 16, 8})});
  ASSERT_EQ(elsewhere.size(), 3U);
  EXPECT_EQ(elsewhere[1].code, kPlayCriticalsDiffer) << "line 44 belongs to an answer that nobody chooses";
}

TEST(TellPlays, AWarningThatExplainsNothingStaysOne) {
  RecordedPlay other = play_of("other", {"listen", "leave"}, 110);
  other.ending = "good";
  const auto problems = told(written({other}), {warning(codes::kLongTurn, {21, 14, 8})});
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].severity, Severity::warning);
  EXPECT_TRUE(problems[0].notes.empty());
}

TEST(TellPlays, AGateForTheWrongFlagExplainsEveryStatus) {
  RecordedPlay one = play_of("one", {"listen", "leave"}, 100);
  one.status = "needs debrief";
  RecordedPlay two = play_of("two", {"listen", "leave"}, 110);
  two.status = "needs debrief";
  const auto problems = told(written({one, two}), {warning(codes::kOmissionMetByHarm, {70, 11, 4})});
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].notes.size(), 2U);
}

TEST(TellPlays, OfManyPlaysAFewAreShown) {
  std::vector<RecordedPlay> plays;
  for (int i = 0; i < 9; ++i)
    plays.push_back(play_of("play-" + std::to_string(i), {"listen", "deep"}, 100 + i));
  const auto problems = told(written(plays));
  ASSERT_EQ(problems.size(), 1U);
  ASSERT_EQ(problems[0].notes.size(), 4U);
  EXPECT_EQ(problems[0].notes.back().message, "play `play-3` comes no further here either, and 5 more plays");
}

}  // namespace
}  // namespace steadfast
