#include "steadfast/outlook.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "outlook_live.h"
#include "outlook_ranges.h"
#include "steadfast/score.h"
#include "support/play_through.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::ChoiceSpec;
using test::flag;
using test::ids_of;
using test::play_through;
using test::ScenarioSpec;

Range composite_at_start(const Scenario& scenario) {
  return Outlook::explore(scenario).composite(begin(scenario).state);
}

TEST(Outlook, GivesLeastMostAndExpectedOfEachLedger) {
  ScenarioSpec spec;
  spec.dimensions = 2;
  // Good now and worse later, or the other way round; the second node counts double.
  spec.nodes = {{"a", {{"kind", {{1, 4}}, "end"}, {"firm", {{1, 1}, {2, 3}}, "b"}}},
                {"b", {{"stay", {{2, 4}}, "end"}, {"push", {{2, 0}}, "end"}}, "", 4}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  const Outlook outlook = Outlook::explore(scenario);
  ASSERT_EQ(outlook.kind(), Outlook::Kind::exact);
  EXPECT_EQ(outlook.state_count(), 2U);
  const State start = begin(scenario).state;
  EXPECT_EQ(outlook.dimension(start, DimensionIndex{0}), (Range{-2, 4, 1.0}));
  EXPECT_EQ(outlook.dimension(start, DimensionIndex{1}), (Range{-6, 10, 1.0}));
  EXPECT_EQ(outlook.composite(start), (Range{-8, 8, 2.0}));
  EXPECT_EQ(outlook.composite(play_through(scenario, {"firm"}).state), (Range{-8, 8, 0.0}));
  EXPECT_EQ(outlook.composite(play_through(scenario, {"kind"}).state), Range{});
}

TEST(Outlook, AConversationWithoutDecisionsHasNothingAtStake) {
  ScenarioSpec spec;
  spec.nodes = {{"a", {}, "end"}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  const Outlook outlook = Outlook::explore(scenario);
  EXPECT_EQ(outlook.kind(), Outlook::Kind::exact);
  EXPECT_EQ(outlook.state_count(), 0U);
  EXPECT_EQ(outlook.composite(begin(scenario).state), Range{});
}

// The most a play can still gain, by trying everything.
int most_from(const Scenario& scenario, const State& state) {
  std::optional<int> most;
  for (const ChoiceIndex choice : offered(scenario, state)) {
    const int here =
        composite_gain(scenario, choice) + most_from(scenario, choose_quietly(scenario, state, choice));
    most = std::max(most.value_or(here), here);
  }
  return most.value_or(0);
}

TEST(Outlook, ManyWideVariablesAreKeptApart) {
  ScenarioSpec spec;
  spec.dimensions = 1;
  constexpr int kVariables = 10;
  // 64 bits of one, 1 of another: keys fill their words exactly, and go on in the next.
  for (int i = 0; i < kVariables; ++i) {
    const int most = i % 3 == 0 ? 2'000'000'000 : i % 3 == 1 ? 1 : 100;
    spec.variables.push_back({"v" + std::to_string(i), 0, most, 0});
  }
  for (int i = 0; i < kVariables; ++i) {
    const std::string name = "n" + std::to_string(i);
    const std::string to = i + 1 == kVariables ? "last" : "n" + std::to_string(i + 1);
    ChoiceSpec more{name + "-more", {{1, 1}}, to};
    more.effects = {{"v" + std::to_string(i), "+ 1"}};
    spec.nodes.push_back({name, {more, {name + "-same", {{1, 3}}, to}}});
  }
  std::string all = "v0 == 1";
  std::string every_second = "v0 == 1";
  for (int i = 1; i < kVariables; ++i) all += " and v" + std::to_string(i) + " == 1";
  for (int i = 1; i < kVariables; ++i)
    every_second += " and v" + std::to_string(i) + " == " + (i % 2 == 0 ? "1" : "0");
  spec.nodes.push_back({"last",
                        {{"any", {{1, 0}}, "end"},
                         {"if-all", {{1, 4}}, "end", all},
                         {"if-half", {{1, 4}}, "end", every_second}},
                        "",
                        4});
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  const Outlook outlook = Outlook::explore(scenario);
  ASSERT_EQ(outlook.kind(), Outlook::Kind::exact);
  EXPECT_EQ(outlook.state_count(), 2047U) << "all that happened is still to be told apart at the end";
  State state = begin(scenario).state;
  for (int i = 0; i < kVariables; ++i) {
    EXPECT_EQ(outlook.composite(state).most, most_from(scenario, state));
    state = choose_quietly(scenario, state, offered(scenario, state)[i % 2 == 0 ? 0 : 1]);
  }
  EXPECT_EQ(outlook.composite(state).most, 8) << "the path that opens `if-half`";
}

TEST(Outlook, StatesThatDifferOnlyInWhatNobodyReadsAreOne) {
  ScenarioSpec spec;
  spec.variables = {{"trust", 0, 100, 20}, {"shame", 0, 100, 60}};
  for (int i = 0; i < 12; ++i) {
    const std::string name = "n" + std::to_string(i);
    ChoiceSpec up{name + "-up", {{1, 3}}, i == 11 ? "end" : "n" + std::to_string(i + 1)};
    ChoiceSpec down = up;
    down.id = name + "-down";
    up.effects = {{"trust", "+ " + std::to_string(i + 1)}, {"shame", "- 1"}};
    down.once = true;
    spec.nodes.push_back({name, {up, down}});
  }
  spec.endings = {"end"};
  EXPECT_EQ(Outlook::explore(build(spec)).state_count(), 12U);
  spec.nodes[3].choices[0].when = "trust > 20";
  // Nodes 1 to 3 now differ in trust (20 and 21, 20 to 23, 20 to 26); behind node 3 nothing reads it.
  EXPECT_EQ(Outlook::explore(build(spec)).state_count(), 1U + 2U + 4U + 7U + 8U);
}

TEST(Outlook, WhatARuleReadsForSuchAVariableCountsToo) {
  ScenarioSpec spec;
  spec.variables = {{"trust", 0, 100, 20}, {"owed", 0, 100, 0}, {"noise", 0, 100, 0}};
  spec.acts = {{"gives", {{"", {{"owed", "+ 1"}, {"noise", "+ 1"}}}}}};
  spec.rules = {{"owed >= 1", {{"trust", "- 30"}}}};
  ChoiceSpec gives{"gives", {{1, 2}}, "b"};
  gives.acts = {"gives"};
  ChoiceSpec waits{"waits", {{1, 2}}, "b"};
  ChoiceSpec on{"on", {{1, 2}}, "c"};
  ChoiceSpec open_only_without_debt{"deep", {{1, 4}}, "end", "trust >= 10"};
  spec.nodes = {
      {"a", {gives, waits}}, {"b", {on}}, {"c", {open_only_without_debt, {"shrug", {{1, 2}}, "end"}}}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  const Outlook outlook = Outlook::explore(scenario);
  EXPECT_EQ(outlook.composite(play_through(scenario, {"gives"}).state).most, 0);
  EXPECT_EQ(outlook.composite(play_through(scenario, {"waits"}).state).most, 4);
  const std::vector<std::uint32_t> trust_and_owed{0, 1};
  EXPECT_EQ(LiveVariables(scenario, {}).at(NodeIndex{0}), trust_and_owed);
  EXPECT_EQ(LiveVariables(scenario, {}).at(NodeIndex{2}), std::vector<std::uint32_t>{0});
}

ScenarioSpec loop() {
  ScenarioSpec spec;
  spec.variables = {{"trust", 0, 100, 20}};
  spec.nodes = {{"door", {{"in", {}, "hub"}}},
                {"hub", {{"again", {{1, 3}}, "side"}, {"leave", {{1, 2}}, "end"}}},
                {"side", {{"back", {{1, 3}}, "hub"}}}};
  spec.endings = {"end"};
  return spec;
}

TEST(Outlook, APassageThatCanBeRepeatedForEverIsEndlessWithItsWay) {
  const Scenario scenario = build(loop());
  const Outlook outlook = Outlook::explore(scenario);
  ASSERT_EQ(outlook.kind(), Outlook::Kind::endless);
  EXPECT_EQ(ids_of(scenario, outlook.witness()), (std::vector<std::string>{"in", "again", "back"}));
  ScenarioSpec once = loop();
  once.nodes[1].choices[0].once = true;
  EXPECT_EQ(Outlook::explore(build(once)).kind(), Outlook::Kind::exact);
}

TEST(Outlook, ACounterThatNobodyReadsDoesNotHideAnEndlessPassage) {
  ScenarioSpec spec = loop();
  spec.nodes[1].choices[0].effects = {{"trust", "+ 1"}};
  EXPECT_EQ(Outlook::explore(build(spec)).kind(), Outlook::Kind::endless);
  spec.nodes[1].choices[0].when = "trust < 90";  // now the counter ends it
  const Scenario counted = build(spec);
  const Outlook outlook = Outlook::explore(counted);
  EXPECT_EQ(outlook.kind(), Outlook::Kind::exact);
  EXPECT_EQ(outlook.composite(begin(counted).state).most, 70 * 4);
}

// What was said is remembered, and every round counts, so the states are too many before one comes again; the
// way round is found without them.
ScenarioSpec wide_loop() {
  ScenarioSpec spec;
  spec.variables = {{"trust", 0, 100, 0}};
  spec.nodes = {{"in", {{"start", {}, "topics"}}}, {"topics", {}}, {"last", {}}};
  std::string all;
  for (int i = 0; i < 12; ++i) {
    const std::string number = std::to_string(i);
    spec.variables.push_back(flag("said_" + number));
    ChoiceSpec topic{"topic-" + number, {{1, 3}}, "last"};
    topic.effects = {{"said_" + number, "true"}};
    spec.nodes[1].choices.push_back(topic);
    all += (i == 0 ? "said_" : " and said_") + number;
  }
  ChoiceSpec more{"more", {{1, 2}}, "topics"};
  more.effects = {{"trust", "+ 1"}};
  spec.nodes[2].choices = {{"over", {{1, 2}}, "end"}, more, {"all", {}, "end", all + " and trust > 50"}};
  spec.endings = {"end"};
  return spec;
}

TEST(Outlook, AWayRoundIsFoundAmongTooManyStates) {
  const Scenario scenario = build(wide_loop());
  const Outlook outlook = Outlook::explore(scenario, {100});
  ASSERT_EQ(outlook.kind(), Outlook::Kind::endless);
  const StateGraph& graph = outlook.implementation().graph;
  EXPECT_TRUE(graph.over_limit);
  EXPECT_EQ(ids_of(scenario, graph.round_cycle), (std::vector<std::string>{"topic-0", "more"}));
  // What is said is true: going round leads to the same place with the same values, as often as one likes.
  const State before = play_through(scenario, ids_of(scenario, graph.to_cycle)).state;
  const State after = play_through(scenario, ids_of(scenario, outlook.witness())).state;
  EXPECT_EQ(before.values[0], 100);
  EXPECT_EQ(after.node, before.node);
  EXPECT_EQ(after.values, before.values);
}

TEST(Outlook, AWayRoundThatSomethingEndsIsNone) {
  ScenarioSpec spec = wide_loop();
  spec.nodes[2].choices[1].once = true;
  EXPECT_EQ(Outlook::explore(build(spec), {100}).kind(), Outlook::Kind::bounded);
  spec = wide_loop();
  spec.variables.push_back({"patience", 0, 9, 9});
  spec.nodes[2].choices[1].effects.push_back({"patience", "- 1"});
  spec.nodes[2].choices[1].when = "patience > 0";
  EXPECT_EQ(Outlook::explore(build(spec), {100}).kind(), Outlook::Kind::bounded);
}

TEST(Outlook, AStuckPlaceIsFoundByTheShortestWay) {
  ScenarioSpec spec;
  spec.variables = {{"trust", 0, 100, 20}};
  ChoiceSpec lower{"lower", {}, "b"};
  lower.effects = {{"trust", "- 15"}};
  spec.nodes = {{"a", {{"stay", {}, "b"}, lower}}, {"b", {{"ask", {}, "end", "trust >= 10"}}}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  const Outlook outlook = Outlook::explore(scenario);
  ASSERT_EQ(outlook.kind(), Outlook::Kind::stuck);
  EXPECT_EQ(ids_of(scenario, outlook.witness()), std::vector<std::string>{"lower"});
  EXPECT_EQ(play_through(scenario, {"lower"}).state.phase, Phase::stuck);
}

TEST(Outlook, OverTheLimitItIsBounded) {
  ScenarioSpec spec;
  ChoiceSpec hub_choice{"", {{1, 3}}, "hub", "", true};
  test::NodeSpec hub{"hub", {}, "end"};
  for (int i = 0; i < 12; ++i) {
    hub_choice.id = "topic-" + std::to_string(i);
    hub.choices.push_back(hub_choice);
  }
  spec.nodes = {hub};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  EXPECT_EQ(Outlook::explore(scenario, {100}).kind(), Outlook::Kind::bounded);
  const Outlook all = Outlook::explore(scenario);
  EXPECT_EQ(all.kind(), Outlook::Kind::exact);
  EXPECT_EQ(all.state_count(), 4095U);
  EXPECT_EQ(Outlook::explore(scenario, {4095}).kind(), Outlook::Kind::exact);
  EXPECT_EQ(composite_at_start(scenario), (Range{24, 24, 24.0}));
}

// A long story with hubs, conditions and once-flags at every turn: no recursion and no square of its
// length may hide in the analysis, or this would not come back.
TEST(Outlook, AStoryOfThirtyThousandNodesIsExact) {
  constexpr int kNodes = 30'000;
  ScenarioSpec spec;
  spec.dimensions = 8;
  spec.variables = {{"trust", 0, 100, 20}, flag("asked")};
  for (int i = 0; i < kNodes; ++i) {
    const std::string name = "n" + std::to_string(i);
    const std::string next = i + 1 == kNodes ? "end" : "n" + std::to_string(i + 1);
    ChoiceSpec good{name + "g", {{i % 8 + 1, 4}}, next};
    ChoiceSpec weak{name + "w", {{i % 8 + 1, 1}}, next};
    ChoiceSpec aside{name + "a", {{1, 2}}, name, "", true};
    if (i % 10 == 0) {
      good.when = "asked or trust >= 10";
      weak.effects = {{"asked", i % 20 == 0 ? "true" : "false"}};
    }
    spec.nodes.push_back({name, {good, weak, aside}});
  }
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  const Outlook outlook = Outlook::explore(scenario);
  ASSERT_EQ(outlook.kind(), Outlook::Kind::exact);
  const Range range = outlook.composite(begin(scenario).state);
  EXPECT_EQ(range.most, kNodes * 4);
  EXPECT_EQ(range.least, -kNodes * 2);
}

TEST(Outlook, NodesThatReturnToOneAnotherAreOneGroup) {
  const NodeGroups groups = group_nodes(build(loop()));
  ASSERT_EQ(groups.groups.size(), 2U);
  EXPECT_EQ(groups.group_of_node[1], groups.group_of_node[2]);
  EXPECT_EQ(groups.returns[groups.group_of_node[1]], 1);
  EXPECT_EQ(groups.returns[groups.group_of_node[0]], 0);
  EXPECT_LT(groups.group_of_node[1], groups.group_of_node[0]);  // what is led to comes first
}

}  // namespace
}  // namespace steadfast
