#include "steadfast/score.h"

#include <gtest/gtest.h>

#include "support/play_through.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::ChoiceSpec;
using test::flag;
using test::play_through;
using test::ScenarioSpec;

Score score_of(const Scenario& scenario, const std::vector<std::string>& ids) {
  return score_play(scenario, Outlook::explore(scenario), play_through(scenario, ids));
}

// Ten nodes of weight 1 that rate D1: a play's A is the share of `good` answers, in tenths.
ScenarioSpec tenths() {
  ScenarioSpec spec;
  spec.dimensions = 1;
  for (int i = 0; i < 10; ++i) {
    const std::string next = i == 9 ? "end" : "n" + std::to_string(i + 1);
    const std::string number = std::to_string(i);
    spec.nodes.push_back({"n" + number, {{"g" + number, {{1, 3}}, next}, {"b" + number, {{1, 1}}, next}}});
  }
  spec.endings = {"end"};
  return spec;
}

std::vector<std::string> tenths_play(int good) {
  std::vector<std::string> ids;
  for (int i = 0; i < 10; ++i) {
    ids.push_back((i < good ? "g" : "b") + std::to_string(i));
  }
  return ids;
}

TEST(Score, BandsAndStatusFollowTheRubricExactly) {
  ScenarioSpec spec = tenths();
  const Scenario scenario = build(spec);
  EXPECT_EQ(score_of(scenario, tenths_play(4)).dimensions[0].band, Band::practise_again);
  EXPECT_EQ(score_of(scenario, tenths_play(5)).dimensions[0].band, Band::growing);
  EXPECT_EQ(score_of(scenario, tenths_play(7)).dimensions[0].band, Band::growing);
  EXPECT_EQ(score_of(scenario, tenths_play(8)).dimensions[0].band, Band::strong);
  EXPECT_EQ(score_of(scenario, tenths_play(6)).status, Status::practise_again);
  EXPECT_EQ(score_of(scenario, tenths_play(7)).status, Status::ready_to_discuss);
  EXPECT_EQ(*score_of(scenario, tenths_play(7)).composite.achieved, 0.7);
}

TEST(Score, WeightCountsInHalfPoints) {
  ScenarioSpec spec;
  spec.dimensions = 2;
  spec.nodes = {{"a", {{"x", {{1, 4}, {2, 1}}, "b"}}, "", 1}, {"b", {{"y", {{1, 0}}, "end"}}, "", 4}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  const ChoiceIndex x = test::choice_called(scenario, "x");
  const ChoiceIndex y = test::choice_called(scenario, "y");
  EXPECT_EQ(gain_in(scenario, x, DimensionIndex{0}), 2);
  EXPECT_EQ(gain_in(scenario, x, DimensionIndex{1}), -1);
  EXPECT_EQ(gain_in(scenario, y, DimensionIndex{1}), 0);
  EXPECT_EQ(composite_gain(scenario, x), 1);
  EXPECT_EQ(composite_gain(scenario, y), -8);
}

TEST(Score, ADimensionThatEveryPlayGetsAlikeIsNotPractised) {
  ScenarioSpec spec;
  spec.dimensions = 3;
  spec.nodes = {{"a", {{"x", {{1, 3}, {2, 4}}, "end"}, {"y", {{1, 3}, {2, 0}}, "end"}}}};
  spec.endings = {"end"};
  const Score score = score_of(build(spec), {"x"});
  EXPECT_EQ(score.dimensions[0].band, Band::not_practised);
  EXPECT_FALSE(score.dimensions[0].achieved.has_value());
  EXPECT_EQ(score.dimensions[1].band, Band::strong);
  EXPECT_EQ(score.dimensions[2].band, Band::not_practised);
  EXPECT_EQ(score.status, Status::ready_to_discuss);
}

TEST(Score, AShortBadRouteDoesNotLookGood) {
  ScenarioSpec spec;
  spec.dimensions = 1;
  spec.nodes = {{"a", {{"leave", {{1, 2}}, "end"}, {"stay", {{1, 3}}, "b"}}},
                {"b", {{"listen", {{1, 4}}, "end"}, {"fix", {{1, 1}}, "end"}}}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  EXPECT_LT(*score_of(scenario, {"leave"}).composite.achieved,
            *score_of(scenario, {"stay", "listen"}).composite.achieved);
  const Score left = score_of(scenario, {"leave"});
  ASSERT_EQ(left.decisions.size(), 1U);
  EXPECT_EQ(left.decisions[0].gain, 0);
  EXPECT_EQ(left.decisions[0].regret, 6);  // stay (2) and listen (4) were still possible
  EXPECT_EQ(left.decisions[0].spread, 6);
}

TEST(Score, ACriticalIsNeverAveragedAway) {
  ScenarioSpec spec = tenths();
  spec.nodes[9].choices.push_back({"secret", {{1, 1}}, "end"});
  spec.nodes[9].choices.back().critical = 1;
  const Scenario scenario = build(spec);
  auto ids = tenths_play(9);
  ids.back() = "secret";
  const Score score = score_of(scenario, ids);
  EXPECT_EQ(*score.composite.achieved, 0.9);
  EXPECT_EQ(score.dimensions[0].band, Band::strong);
  EXPECT_EQ(score.status, Status::needs_debrief);
  EXPECT_EQ(score.critical_decisions, std::vector<std::uint32_t>{9});
}

TEST(Score, ASeriousErrorCapsItsDimensionsUnlessALaterChoiceRepairsIt) {
  ScenarioSpec spec = tenths();
  spec.dimensions = 2;
  spec.acts = {{"owns_mistake", {}, true}};
  spec.nodes[0].choices[0].serious = true;
  spec.nodes[4].choices[0].rate.push_back({2, 4});
  spec.nodes[5].choices.push_back({"sorry", {{1, 3}}, "n6"});
  spec.nodes[5].choices.back().acts = {"owns_mistake"};
  const Scenario scenario = build(spec);

  const Score capped = score_of(scenario, tenths_play(10));
  EXPECT_TRUE(capped.dimensions[0].capped);
  EXPECT_EQ(capped.dimensions[0].band, Band::practise_again);
  EXPECT_EQ(*capped.dimensions[0].achieved, 1.0);
  EXPECT_FALSE(capped.dimensions[1].capped);
  EXPECT_EQ(capped.status, Status::practise_again);
  EXPECT_EQ(capped.serious_decisions, std::vector<std::uint32_t>{0});

  auto repaired_play = tenths_play(10);
  repaired_play[5] = "sorry";
  const Score repaired = score_of(scenario, repaired_play);
  EXPECT_FALSE(repaired.dimensions[0].capped);
  EXPECT_TRUE(repaired.serious_decisions.empty());
  EXPECT_EQ(repaired.status, Status::ready_to_discuss);
}

TEST(Score, ARepairDoesNotReachForwardAndDoesNotRepairItself) {
  ScenarioSpec spec = tenths();
  spec.acts = {{"owns_mistake", {}, true}};
  spec.nodes[3].choices[0].serious = true;
  spec.nodes[1].choices[0].acts = {"owns_mistake"};
  EXPECT_TRUE(score_of(build(spec), tenths_play(10)).dimensions[0].capped);
  spec.nodes[3].choices[0].acts = {"owns_mistake"};
  EXPECT_TRUE(score_of(build(spec), tenths_play(10)).dimensions[0].capped);
  spec.nodes[4].choices[0].acts = {"owns_mistake"};
  EXPECT_FALSE(score_of(build(spec), tenths_play(10)).dimensions[0].capped);
}

TEST(Score, AnUnmetOmissionNeedsDebriefWhereItsConditionHolds) {
  ScenarioSpec spec = tenths();
  spec.variables = {flag("told"), flag("heard")};
  spec.omissions = {{"tell", "told", "heard"}};
  spec.nodes[0].choices[1].effects = {{"heard", "true"}};
  spec.nodes[9].choices[1].effects = {{"told", "true"}};
  const Scenario scenario = build(spec);
  EXPECT_EQ(score_of(scenario, tenths_play(10)).status, Status::ready_to_discuss);
  auto heard = tenths_play(10);
  heard[0] = "b0";
  const Score unmet = score_of(scenario, heard);
  EXPECT_EQ(unmet.status, Status::needs_debrief);
  EXPECT_EQ(unmet.unmet_omissions, std::vector<std::uint32_t>{0});
  heard[9] = "b9";
  EXPECT_EQ(score_of(scenario, heard).status, Status::ready_to_discuss);
}

TEST(Score, AnUnfinishedPlayHasNoStatusAndNoRatio) {
  ScenarioSpec spec = tenths();
  spec.variables = {flag("told")};
  spec.omissions = {{"tell", "told", ""}};
  const Score score = score_of(build(spec), {"g0", "b1"});
  EXPECT_FALSE(score.status.has_value());
  EXPECT_FALSE(score.ending.has_value());
  EXPECT_FALSE(score.composite.achieved.has_value());
  EXPECT_TRUE(score.unmet_omissions.empty());
  EXPECT_EQ(score.composite.gained, 0);
  EXPECT_EQ(score.composite.most, 20);
  EXPECT_EQ(score.decisions[1].regret, 4);
}

TEST(Score, WordsForLevelsBandsAndStatus) {
  EXPECT_EQ(helpfulness(0), Helpfulness::may_set_back);
  EXPECT_EQ(helpfulness(1), Helpfulness::may_set_back);
  EXPECT_EQ(helpfulness(2), Helpfulness::neutral);
  EXPECT_EQ(helpfulness(3), Helpfulness::helped);
  EXPECT_EQ(to_string(Band::not_practised), "not practised");
  EXPECT_EQ(to_string(Status::ready_to_discuss), "ready to discuss");
}

}  // namespace
}  // namespace steadfast
