#include "steadfast/session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/play_through.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::choice_called;
using test::ChoiceSpec;
using test::flag;
using test::ids_of;
using test::named;
using test::play_through;
using test::ScenarioSpec;
using test::variable_called;

Passage told(std::string stage, std::string line = "", std::string mood = "") {
  Passage passage;
  passage.stage = std::move(stage);
  if (!line.empty()) {
    passage.lines.push_back({"", std::move(line)});
  }
  passage.mood = std::move(mood);
  return passage;
}

std::int32_t value(const Scenario& scenario, const State& state, const std::string& id) {
  return state.values[variable_called(scenario, id).value];
}

// One node with one choice `go`, for looking at what a choice does.
ScenarioSpec one_choice(std::vector<test::VariableSpec> variables, ChoiceSpec choice) {
  ScenarioSpec spec;
  spec.variables = std::move(variables);
  choice.id = "go";
  choice.to = "end";
  spec.nodes = {{"only", {std::move(choice)}}};
  spec.endings = {"end"};
  return spec;
}

TEST(Session, BeginsAtTheFirstDecisionAndTellsEveryNodeOnTheWay) {
  ScenarioSpec spec;
  spec.nodes = {{"opening", {}, "street", 2, {told("A street."), {}}},
                {"street", {}, "table", 2, {told("Rain."), {}}},
                {"table", {{"hello", {}, "end"}}, "", 2, {told("A table."), {}}}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  const Step step = begin(scenario);
  EXPECT_EQ(step.state.phase, Phase::deciding);
  EXPECT_EQ(step.state.node, NodeIndex{2});
  ASSERT_EQ(step.events.size(), 3U);
  EXPECT_EQ(std::get<NodeEntered>(step.events[0]).passage.stage, "A street.");
  EXPECT_EQ(std::get<NodeEntered>(step.events[2]).node, NodeIndex{2});
}

TEST(Session, AChoiceTellsWhatWasSaidTheReplyTheNodesAndTheEnding) {
  ScenarioSpec spec;
  spec.nodes = {{"a", {{"go", {}, "b"}}}, {"b", {}, "end"}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  const Step step = choose(scenario, begin(scenario).state, choice_called(scenario, "go"));
  ASSERT_EQ(step.events.size(), 4U);
  EXPECT_TRUE(std::holds_alternative<ChoiceSaid>(step.events[0]));
  EXPECT_TRUE(std::holds_alternative<ReplyGiven>(step.events[1]));
  EXPECT_TRUE(std::holds_alternative<NodeEntered>(step.events[2]));
  EXPECT_TRUE(std::holds_alternative<EndingReached>(step.events[3]));
  EXPECT_EQ(step.state.phase, Phase::ended);
  EXPECT_TRUE(offered(scenario, step.state).empty());
  EXPECT_EQ(play_through(scenario, {"go"}).state, step.state);
}

TEST(Session, ActsComeInTheOrderWrittenThenEffectsThenRules) {
  ChoiceSpec go;
  go.acts = {"double", "three"};
  auto spec = one_choice({{"n", 0, 1000, 5}}, go);
  spec.nodes[0].choices[0].effects = {{"n", "+ 1"}};
  spec.acts = {{"three", {{"", {{"n", "+ 3"}}}}}, {"double", {{"", {{"n", "= n * 2"}}}}}};
  spec.rules = {{"n == 14", {{"n", "= 100 + n"}}}};
  const Scenario scenario = build(spec);
  EXPECT_EQ(value(scenario, play_through(scenario, {"go"}).state, "n"),
            114);  // (5 * 2) + 3 + 1, then the rule
}

TEST(Session, EveryStepIsClampedAtOnce) {
  ChoiceSpec go;
  go.effects = {{"trust", "+ 50"}, {"trust", "- 30"}};
  const Scenario scenario = build(one_choice({{"trust", 0, 100, 80}}, go));
  EXPECT_EQ(value(scenario, play_through(scenario, {"go"}).state, "trust"), 70);  // 100, then 70; not 100
}

TEST(Session, AConditionIsLookedAtOnceBeforeTheFirstChangeOfItsEntry) {
  ChoiceSpec go;
  go.acts = {"act"};
  auto spec = one_choice({{"a", 0, 100, 10}, {"b", 0, 100, 0}, {"c", 0, 100, 0}}, go);
  spec.acts = {{"act", {{"a == 10", {{"a", "+ 1"}, {"b", "= a"}}}, {"a == 10", {{"c", "= 1"}}}}}};
  const Scenario scenario = build(spec);
  const State end = play_through(scenario, {"go"}).state;
  EXPECT_EQ(value(scenario, end, "a"), 11);
  EXPECT_EQ(value(scenario, end, "b"), 11);  // sees the change above, though `a == 10` no longer holds
  EXPECT_EQ(value(scenario, end, "c"), 0);
}

TEST(Session, DriftKeepsAValueNearItsStart) {
  ChoiceSpec go;
  go.effects = {{"pull", "+ 50"}};
  EXPECT_EQ(play_through(build(one_choice({{"pull", 1, 100, 40, 5}}, go)), {"go"}).state.values[0], 45);
  EXPECT_EQ(play_through(build(one_choice({{"pull", 1, 100, 98, 5}}, go)), {"go"}).state.values[0], 100);
  go.effects = {{"pull", "- 50"}};
  EXPECT_EQ(play_through(build(one_choice({{"pull", 1, 100, 3, 5}}, go)), {"go"}).state.values[0], 1);
}

TEST(Session, NamedValuesAndFlagsAreSet) {
  ChoiceSpec go;
  go.effects = {{"rupture", "= confrontation"}, {"asked", "true"}, {"calm", "trust > 90"}};
  const Scenario scenario = build(one_choice({{"trust", 0, 100, 20},
                                              named("rupture", {"none", "withdrawal", "confrontation"}),
                                              flag("asked"),
                                              flag("calm", true)},
                                             go));
  const State end = play_through(scenario, {"go"}).state;
  EXPECT_EQ(value(scenario, end, "rupture"), 2);
  EXPECT_EQ(value(scenario, end, "asked"), 1);
  EXPECT_EQ(value(scenario, end, "calm"), 0);
}

TEST(Session, TheReplyIsPickedInTheNewStateAndKeepsWhatItsVariantDoesNotName) {
  ChoiceSpec go;
  go.effects = {{"trust", "= 60"}};
  go.reply.plain = told("She waits.", "Okay.", "guarded");
  go.reply.plain.pose = Pose::guarded;
  go.reply.variants = {{Expression{}, told("", "Fine.")}};
  auto spec = one_choice({{"trust", 0, 100, 20}}, go);
  Scenario scenario = build(spec);
  const auto above = compile_expression("trust >= 60", ExpressionType::truth, {scenario.variables, {}});
  ASSERT_TRUE(above.problems.empty());
  scenario.choices[0].reply.variants[0].when = above.expression;
  const Step step = choose(scenario, begin(scenario).state, ChoiceIndex{0});
  const ShownPassage& passage = std::get<ReplyGiven>(step.events[1]).passage;
  EXPECT_EQ(passage.stage, "She waits.");
  EXPECT_EQ(passage.lines->front().text, "Fine.");
  EXPECT_EQ(passage.mood, "guarded");
  EXPECT_EQ(passage.pose, Pose::guarded);
}

TEST(Session, AVariantReplacesEveryFieldItNames) {
  ChoiceSpec go;
  go.reply.plain = told("She waits.", "Okay.", "guarded");
  go.reply.plain.pose = Pose::guarded;
  go.reply.plain.sign = "Her arms are folded.";
  Passage instead = told("She sits down.", "Fine.", "calm");
  instead.pose = Pose::open;
  instead.sign = "Her arms hang loose.";
  go.reply.variants = {{Expression{}, instead}, {Expression{}, told("Never shown.", "Never said.")}};
  const Scenario scenario = build(one_choice({}, go));
  const Step step = choose(scenario, begin(scenario).state, ChoiceIndex{0});
  const ShownPassage& passage = std::get<ReplyGiven>(step.events[1]).passage;
  EXPECT_EQ(passage.stage, "She sits down.") << "the first variant that holds";
  EXPECT_EQ(passage.lines->front().text, "Fine.");
  EXPECT_EQ(passage.mood, "calm");
  EXPECT_EQ(passage.pose, Pose::open);
  EXPECT_EQ(passage.sign, "Her arms hang loose.");
}

ScenarioSpec hub() {
  ScenarioSpec spec;
  spec.variables = {{"trust", 0, 100, 20}};
  ChoiceSpec weather{"weather", {}, "hub", "", true};
  ChoiceSpec school{"school", {}, "hub", "", true};
  school.effects = {{"trust", "+ 30"}};
  ChoiceSpec deep{"deep", {}, "good", "trust >= 40"};
  deep.closed_because = "It is too early for this.";
  spec.nodes = {{"hub", {weather, school, deep}, "bye"}, {"bye", {{"wave", {}, "other"}}}};
  spec.endings = {"good", "other"};
  return spec;
}

TEST(Session, AOnceChoiceIsOfferedOnceAndAClosedOneSaysWhy) {
  const Scenario scenario = build(hub());
  const State start = begin(scenario).state;
  EXPECT_EQ(ids_of(scenario, offered(scenario, start)), (std::vector<std::string>{"weather", "school"}));
  const auto closed = shown_closed(scenario, start);
  ASSERT_EQ(closed.size(), 1U);
  EXPECT_EQ(closed[0].because, "It is too early for this.");
  EXPECT_FALSE(is_open(scenario, start, choice_called(scenario, "deep")));
  EXPECT_FALSE(is_open(scenario, start, choice_called(scenario, "wave")));

  const State after = play_through(scenario, {"school"}).state;
  EXPECT_EQ(ids_of(scenario, offered(scenario, after)), (std::vector<std::string>{"weather", "deep"}));
  EXPECT_TRUE(shown_closed(scenario, after).empty());
}

TEST(Session, OtherwiseIsTakenWhenNothingIsOpen) {
  ScenarioSpec spec = hub();
  spec.nodes[0].choices.pop_back();
  const Scenario scenario = build(spec);
  const Play play = play_through(scenario, {"weather", "school"});
  EXPECT_EQ(scenario.at(play.state.node).id.text, "bye");
}

TEST(Session, ANodeWithNothingOpenAndNothingOnwardIsStuck) {
  ScenarioSpec spec = hub();
  spec.nodes[0].choices.pop_back();
  spec.nodes[0].onward.clear();
  const Scenario scenario = build(spec);
  const Play play = play_through(scenario, {"weather", "school"});
  EXPECT_EQ(play.state.phase, Phase::stuck);
  EXPECT_EQ(play.state.node, NodeIndex{0});
  EXPECT_TRUE(offered(scenario, play.state).empty());
}

TEST(Session, ARoundOfEmptyNodesIsStuckInsteadOfEndless) {
  ScenarioSpec spec;
  spec.nodes = {{"a", {{"go", {}, "b", "", true}}, "b"}, {"b", {{"on", {}, "a", "", true}}, "a"}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  EXPECT_EQ(play_through(scenario, {"go", "on"}).state.phase, Phase::stuck);
}

TEST(Session, TheOrderShownIsAFixedShuffleBySeedAndNode) {
  ScenarioSpec spec;
  for (const std::string node : {"a", "b"}) {
    test::NodeSpec each{node, {}};
    for (int i = 0; i < 4; ++i) {
      each.choices.push_back({node + std::to_string(i), {}, "end", i == 0 ? "trust > 90" : ""});
    }
    spec.nodes.push_back(each);
  }
  spec.variables = {{"trust", 0, 100, 20}};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  std::set<std::vector<std::string>> orders;
  std::set<std::string> firsts;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const auto order = ids_of(scenario, display_order(scenario, NodeIndex{0}, seed));
    EXPECT_EQ(order, ids_of(scenario, display_order(scenario, NodeIndex{0}, seed)));
    auto sorted = order;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(sorted, (std::vector<std::string>{"a0", "a1", "a2", "a3"}));
    orders.insert(order);
    firsts.insert(order.front());
  }
  EXPECT_EQ(orders.size(), 24U);
  // The order is part of a save's meaning: it must be the same on every machine and in every version.
  EXPECT_EQ(ids_of(scenario, display_order(scenario, NodeIndex{0}, 1)),
            (std::vector<std::string>{"a1", "a2", "a3", "a0"}));
  EXPECT_EQ(ids_of(scenario, display_order(scenario, NodeIndex{1}, 1)),
            (std::vector<std::string>{"b3", "b1", "b0", "b2"}));
}

TEST(Session, ABranchKeepsTheFirstDecisionsAndIsMarked) {
  const Scenario scenario = build(hub());
  const Play first = play_through(scenario, {"weather", "school", "deep"}, 9);
  const Play practice = branch(scenario, first, 1);
  EXPECT_EQ(practice.practice_from, 1U);
  EXPECT_EQ(practice.seed, 9U);
  EXPECT_EQ(practice.decisions.size(), 1U);
  EXPECT_EQ(practice.state, play_through(scenario, {"weather"}).state);
  EXPECT_FALSE(first.practice_from.has_value());
  EXPECT_EQ(branch(scenario, first, 0).state, begin(scenario).state);
  EXPECT_EQ(test::through_a_file(scenario, practice), practice);
}

TEST(Session, ReplayTellsEveryStepAgain) {
  const Scenario scenario = build(hub());
  const Play play = play_through(scenario, {"weather", "school", "deep"});
  const auto steps = replay(scenario, play);
  ASSERT_EQ(steps.size(), 4U);
  EXPECT_EQ(steps.front().state, begin(scenario).state);
  EXPECT_EQ(steps.back().state, play.state);
  EXPECT_EQ(std::get<ChoiceSaid>(steps[2].events[0]).choice, choice_called(scenario, "school"));
}

TEST(Session, AChoiceIsFoundByItsIdAndByAFormerOne) {
  ScenarioSpec spec = hub();
  spec.nodes[0].choices[0].was = {"rain", "school"};
  const Scenario scenario = build(spec);
  const State start = begin(scenario).state;
  EXPECT_EQ(find_offered(scenario, start, "rain"), choice_called(scenario, "weather"));
  EXPECT_EQ(find_offered(scenario, start, "school"), choice_called(scenario, "school"));
  EXPECT_EQ(find_offered(scenario, start, "deep"), std::nullopt);
  EXPECT_EQ(find_offered(scenario, start, "nothing"), std::nullopt);
}

}  // namespace
}  // namespace steadfast
