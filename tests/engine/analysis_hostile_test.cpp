// Conversations that nobody should write: the analysis comes to an end within its limits and claims nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "analysis_kinds.h"
#include "steadfast/analysis.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::ChoiceSpec;
using test::flag;
using test::named;
using test::ScenarioSpec;

std::vector<std::string> messages(const Analysis& analysis, Code code) {
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : analysis.findings) {
    if (diagnostic.code == code) found.push_back(diagnostic.message);
  }
  return found;
}

AnalysisLimits at_most(std::size_t states) {
  AnalysisLimits limits;
  limits.states = states;
  return limits;
}

void expect_no_claims(const Analysis& analysis) {
  EXPECT_NE(analysis.kind, Outlook::Kind::exact);
  EXPECT_TRUE(analysis.dimensions.empty());
  EXPECT_FALSE(analysis.chance_level);
  EXPECT_TRUE(analysis.bots.empty());
}

// Counts up to a billion, one at a time, before it comes round.
ScenarioSpec counting() {
  ScenarioSpec spec;
  spec.variables = {{"count", -1'000'000'000, 1'000'000'000, -1'000'000'000}};
  ChoiceSpec more{"more", {{1, 3}}, "a"};
  more.effects = {{"count", "+ 1"}};
  spec.nodes = {{"a", {more, {"leave", {{1, 1}}, "end", "count < 999999999"}}}};
  spec.endings = {"end"};
  return spec;
}

TEST(HostileAnalysis, AnEndlessCountIsCutOffAtEveryBudget) {
  const Scenario scenario = build(counting());
  for (const std::size_t budget : {0UL, 1UL, 2UL, 1'000UL, 50'000UL}) {
    const Analysis analysis = analyze(scenario, "f", at_most(budget));
    EXPECT_EQ(analysis.kind, Outlook::Kind::bounded);
    EXPECT_LE(analysis.state_count, std::max<std::size_t>(budget, 1));
    EXPECT_EQ(messages(analysis, kTooManyStates).size(), 1U);
    expect_no_claims(analysis);
  }
}

TEST(HostileAnalysis, WhatGoesRoundIsFoundEvenWhenThereIsMoreThanTheBudget) {
  ScenarioSpec spec = counting();
  spec.nodes[0].choices.push_back({"again", {{1, 2}}, "a"});
  const Analysis analysis = analyze(build(spec), "f", at_most(1'000));
  EXPECT_EQ(analysis.kind, Outlook::Kind::endless);
  EXPECT_FALSE(analysis.is_complete);
  EXPECT_EQ(messages(analysis, kEndlessConversation).size(), 1U);
  EXPECT_TRUE(std::isinf(analysis.path_count));
  expect_no_claims(analysis);
}

TEST(HostileAnalysis, RangesOfTheWholeOfANumberFitIntoAState) {
  ScenarioSpec spec;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "v" + std::to_string(i);
    spec.variables.push_back({name, -1'000'000'000, 1'000'000'000, i - 20});
  }
  ChoiceSpec jump{"jump", {{1, 3}}, "b"};
  ChoiceSpec stay{"stay", {{1, 1}}, "b"};
  std::string sum = "v0";
  for (int i = 0; i < 40; ++i) {
    jump.effects.push_back({"v" + std::to_string(i), i % 2 == 0 ? "= 1000000000" : "= -1000000000"});
    if (i > 0) sum += " + v" + std::to_string(i);
  }
  spec.nodes = {{"a", {jump, stay}}, {"b", {{"x", {{1, 4}}, "end", sum + " == 0"}, {"y", {{1, 0}}, "end"}}}};
  spec.endings = {"end"};
  const Analysis analysis = analyze(build(spec), "f");
  EXPECT_EQ(analysis.kind, Outlook::Kind::exact);
  EXPECT_EQ(analysis.state_count, 3U);
  EXPECT_EQ(analysis.path_count, 3) << "after the jump all cancel out; else they add up to -20";
}

TEST(HostileAnalysis, AConversationWithoutADecisionIsAnalysedAtEveryBudget) {
  ScenarioSpec spec;
  spec.variables = {flag("told")};
  spec.omissions = {{"tell", "told", ""}};
  spec.nodes = {{"a", {}, "b"}, {"b", {}, "end"}};
  spec.endings = {"end"};
  for (const std::size_t budget : {0UL, 1UL, 1'000UL}) {
    const Analysis analysis = analyze(build(spec), "f", at_most(budget));
    EXPECT_EQ(analysis.kind, Outlook::Kind::exact);
    EXPECT_EQ(analysis.state_count, 0U);
    EXPECT_EQ(analysis.path_count, 1);
    EXPECT_EQ(messages(analysis, kOmissionCannotBeMet),
              std::vector<std::string>{
                  "omission `tell` cannot be avoided right at the start: on that way no choice sets `told`"});
  }
}

TEST(HostileAnalysis, WithoutAnEndingInReachEveryEndingIsTold) {
  ScenarioSpec spec;
  spec.variables = {flag("never")};
  spec.nodes = {{"a", {{"out", {{1, 3}}, "end", "never"}, {"on", {{1, 1}}, "b", "", true}}},
                {"b", {{"far", {{1, 3}}, "other", "never"}, {"back", {{1, 1}}, "a", "", true}}}};
  spec.endings = {"end", "other"};
  const Analysis analysis = analyze(build(spec), "f");
  EXPECT_EQ(analysis.kind, Outlook::Kind::stuck);
  EXPECT_TRUE(analysis.is_complete);
  EXPECT_EQ(messages(analysis, kDeadEndByState).size(), 1U);
  EXPECT_EQ(messages(analysis, kEndingNeverReached),
            (std::vector<std::string>{
                "no play ever ends at `end`: `out` leads here, but `never` never holds at `a`",
                "no play ever ends at `other`: `far` leads here, but `never` never holds at `b`"}));
  expect_no_claims(analysis);
}

// A choice that sets the flag stands last, so it was not looked at yet when the budget ran out.
TEST(HostileAnalysis, AnOmissionIsNotToldBeforeAllChoicesOfItsNodeWereSeen) {
  ScenarioSpec spec;
  spec.variables = {flag("told"), {"count", 0, 9, 0}};
  spec.omissions = {{"tell", "told", ""}};
  ChoiceSpec away{"away", {{1, 1}}, "end"};
  ChoiceSpec one{"one", {{1, 2}}, "b"};
  ChoiceSpec two{"two", {{1, 2}}, "b"};
  ChoiceSpec tell{"tell", {{1, 4}}, "end"};
  one.effects = {{"count", "= 1"}};
  two.effects = {{"count", "= 2"}};
  tell.effects = {{"told", "true"}};
  ChoiceSpec if_one{"if-one", {{1, 2}}, "end", "count == 1"};
  spec.nodes = {{"a", {away, one, two, tell}}, {"b", {if_one, {"last", {{1, 1}}, "end"}}}};
  spec.endings = {"end"};
  for (const std::size_t budget : {1UL, 2UL, 3UL, 100UL}) {
    const Analysis analysis = analyze(build(spec), "f", at_most(budget));
    EXPECT_TRUE(messages(analysis, kOmissionCannotBeMet).empty()) << budget;
  }
}

// Six answers of two kinds each: 64 policies, each with 3^4 ways to a moment that reads all of it.
Scenario under_policies() {
  ScenarioSpec spec;
  std::string all = "p0 is yes";
  for (int i = 0; i < 6; ++i) {
    const std::string name = "p" + std::to_string(i);
    spec.variables.push_back(named(name, {"no", "yes"}));
    if (i > 0) all += " and " + name + " is yes";
  }
  std::string sum = "v0";
  for (int i = 0; i < 4; ++i) {
    const std::string number = std::to_string(i);
    spec.variables.push_back({"v" + number, 0, 2, 0});
    if (i > 0) sum += " + v" + number;
    std::vector<ChoiceSpec> choices;
    for (int value = 0; value < 3; ++value) {
      ChoiceSpec choice{"c" + number + std::to_string(value), {{1, value + 1}}, "n" + std::to_string(i + 1)};
      choice.effects = {{"v" + number, "= " + std::to_string(value)}};
      choices.push_back(choice);
    }
    spec.nodes.push_back({"n" + number, choices});
  }
  spec.nodes.push_back(
      {"n4", {{"all", {{1, 4}}, "end", all + " and " + sum + " > 2"}, {"always", {{1, 1}}, "end"}}});
  spec.endings = {"end"};
  Scenario scenario = build(spec);
  for (int i = 0; i < 6; ++i) scenario.variables[static_cast<std::size_t>(i)].origin = VariableOrigin::policy;
  return scenario;
}

struct Explored {
  std::size_t policies = 0;  // other ones that were begun
  Analysis analysis;
};

Explored explored_with(const Scenario& scenario, std::size_t budget) {
  Explored explored;
  std::size_t policy = 0;
  explored.analysis = analyze(scenario, "f", at_most(budget),
                              Watch(
                                  [&](const Progress& progress) {
                                    if (progress.policy != policy) ++explored.policies;
                                    policy = progress.policy;
                                    return true;
                                  },
                                  1));
  return explored;
}

TEST(HostileAnalysis, SixtyFourPoliciesShareOneBudget) {
  const Scenario scenario = under_policies();
  const std::size_t states = analyze(scenario, "f").state_count;
  ASSERT_EQ(states, 121U);

  const Explored rich = explored_with(scenario, 64 * 121);
  EXPECT_EQ(rich.policies, 63U);
  EXPECT_TRUE(messages(rich.analysis, kTooManyStates).empty());
  EXPECT_TRUE(messages(rich.analysis, kChoiceNeverOpen).empty()) << "one of the policies opens it";

  const Explored poor = explored_with(scenario, 10 * 121 + 5);
  EXPECT_EQ(poor.analysis.kind, Outlook::Kind::exact);
  EXPECT_EQ(poor.policies, 11U) << "ten fit, one begins";
  EXPECT_EQ(messages(poor.analysis, kTooManyStates),
            std::vector<std::string>{
                "of 63 other sets of answers that programs may give to the policy, 53 could not "
                "be looked at in full: all of them together have more than 1215 states"});
  EXPECT_TRUE(messages(poor.analysis, kChoiceNeverOpen).empty())
      << "nobody looked at all of them, so nobody knows";
}

// Ways to all nodes of a long talk are as long as its length squared.
TEST(HostileAnalysis, WaysAreKeptOnlyAsLongAsTheyFit) {
  ScenarioSpec spec;
  constexpr std::size_t kLength = 100;
  for (std::size_t i = 0; i < kLength; ++i) {
    const std::string number = std::to_string(i);
    spec.nodes.push_back(
        {"n" + number, {{"c" + number, {{1, 2}}, i + 1 == kLength ? "end" : "n" + std::to_string(i + 1)}}});
  }
  spec.endings = {"end"};
  AnalysisLimits limits;
  limits.witness_choices = 1'000;
  const Analysis analysis = analyze(build(spec), "f", limits);
  EXPECT_EQ(analysis.endings[0].witness.size(), kLength) << "endings come first";
  std::size_t kept = kLength;
  for (std::size_t i = 0; i < kLength; ++i) {
    const NodeReach& node = analysis.nodes[i];
    EXPECT_TRUE(node.reachable);
    EXPECT_EQ(node.witness.size(), node.is_witness_left_out ? 0 : i);
    kept += node.witness.size();
  }
  EXPECT_FALSE(analysis.nodes[42].is_witness_left_out);
  EXPECT_TRUE(analysis.nodes[43].is_witness_left_out);
  EXPECT_EQ(kept, 100U + 42U * 43U / 2U);
}

TEST(HostileAnalysis, ALongTalkThatIsStuckEverywhereComesToAnEnd) {
  ScenarioSpec spec;
  spec.variables = {flag("never")};
  constexpr int kLength = 3'000;
  for (int i = 0; i < kLength; ++i) {
    const std::string number = std::to_string(i);
    const std::string next = i + 1 == kLength ? "end" : "n" + std::to_string(i + 1);
    spec.nodes.push_back(
        {"n" + number, {{"go" + number, {{1, 2}}, next}, {"in" + number, {{1, 2}}, "t" + number}}});
  }
  for (int i = 0; i < kLength; ++i) {
    const std::string number = std::to_string(i);
    spec.nodes.push_back({"t" + number, {{"shut" + number, {{1, 2}}, "end", "never"}}});
  }
  spec.endings = {"end"};
  const Analysis analysis = analyze(build(spec), "f");
  EXPECT_EQ(analysis.kind, Outlook::Kind::stuck);
  EXPECT_EQ(messages(analysis, kDeadEndByState).size(), static_cast<std::size_t>(kLength));
  EXPECT_EQ(analysis.outlook->witness().size(), 1U) << "the nearest of them";
}

}  // namespace
}  // namespace steadfast
