#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis_kinds.h"
#include "steadfast/check.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::ScenarioSpec;

ScenarioSpec talk() {
  ScenarioSpec spec;
  spec.variables = {{"trust", 0, 100, 20}};
  spec.nodes = {{"ask", {{"plain", {{1, 3}}, "end"}, {"deep", {{1, 4}}, "later"}}},
                {"later", {{"leave", {{1, 2}}, "end"}}}};
  spec.endings = {"end"};
  return spec;
}

std::vector<Diagnostic> unmet(const ScenarioSpec& spec) {
  const Scenario scenario = build(spec);
  return check_all_is_met(scenario, Outlook::explore(scenario), "talk.yaml");
}

TEST(CheckAllIsMet, NothingIsSaidWhereAllIsMet) {
  EXPECT_TRUE(unmet(talk()).empty());
}

TEST(CheckAllIsMet, AnAnswerThatNobodyCanChooseIsToldWithThePlacesBehindIt) {
  ScenarioSpec spec = talk();
  spec.nodes[0].choices[1].when = "trust > 90";
  const std::vector<Diagnostic> problems = unmet(spec);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, kChoiceNeverOpen);
  EXPECT_EQ(problems[0].message, "nobody can ever choose `deep`: `trust > 90` never holds at `ask`");
  ASSERT_EQ(problems[0].notes.size(), 1U);
  EXPECT_EQ(problems[0].notes[0].message, "so no play ever reaches `later`");
}

TEST(CheckAllIsMet, WhatAnotherPolicyOpensIsMet) {
  ScenarioSpec spec = talk();
  spec.variables.push_back(test::named("policy_food", {"never", "often"}));
  spec.nodes[0].choices[1].when = "policy_food is often";
  Scenario scenario = build(spec);
  scenario.variables[1].origin = VariableOrigin::policy;
  EXPECT_TRUE(check_all_is_met(scenario, Outlook::explore(scenario), "talk.yaml").empty());
}

}  // namespace
}  // namespace steadfast
