// A runner does what session.h does, step for step, for any conversation.
#include "steadfast/runner.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/known_plays.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

void expect_same_passage(const PassageView& here, const ShownPassage& there) {
  EXPECT_EQ(here.stage, there.stage);
  EXPECT_EQ(here.mood, there.mood);
  EXPECT_EQ(here.sign, there.sign);
  EXPECT_EQ(here.pose, there.pose);
  ASSERT_EQ(here.lines.size(), there.lines->size());
  for (std::size_t i = 0; i < here.lines.size(); ++i) {
    EXPECT_EQ(here.lines[i].speaker, (*there.lines)[i].speaker);
    EXPECT_EQ(here.lines[i].text, (*there.lines)[i].text);
  }
}

void expect_same_telling(std::span<const Shown> here, const std::vector<Event>& events) {
  std::size_t at = 0;
  for (const Event& event : events) {
    if (const auto* reply = std::get_if<ReplyGiven>(&event)) {
      ASSERT_LT(at, here.size());
      EXPECT_EQ(here[at].choice, reply->choice);
      expect_same_passage(*here[at++].passage, reply->passage);
    }
    if (const auto* entered = std::get_if<NodeEntered>(&event)) {
      ASSERT_LT(at, here.size());
      EXPECT_FALSE(here[at].choice);
      EXPECT_EQ(here[at].node, entered->node);
      expect_same_passage(*here[at++].passage, entered->passage);
    }
  }
  EXPECT_EQ(at, here.size());
}

// One play with random answers, both ways.
void play_both_ways(const Scenario& scenario, Runner& runner, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  runner.restart();
  Step step = begin(scenario);
  for (int taken = 0;; ++taken) {
    ASSERT_EQ(runner.state(), step.state) << "after " << taken;
    const std::vector<ChoiceIndex> open = offered(scenario, step.state);
    ASSERT_EQ(std::vector<ChoiceIndex>(runner.offered().begin(), runner.offered().end()), open);
    expect_same_telling(runner.shown(), step.events);
    if (open.empty() || taken > 200) return;
    const ChoiceIndex choice = open[random() % open.size()];
    step = choose(scenario, std::move(step.state), choice);
    runner.choose(choice);
  }
}

TEST(Runner, DoesWhatStepsDoForRandomConversations) {
  for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Scenario scenario = test::build(test::random_spec(seed));
    test::dress_with_words(scenario, seed);
    const CompiledScenario compiled(scenario);
    Runner runner(compiled);
    for (std::uint64_t play = 0; play < 6; ++play) play_both_ways(scenario, runner, seed * 100 + play);
    for (std::size_t i = 0; i < scenario.choices.size(); ++i) {
      EXPECT_EQ(compiled.say(index_of<Choice>(i)), scenario.choices[i].say);
    }
    if (HasFailure()) return;
  }
}

TEST(Runner, GoesOnAfterTheCompiledScenarioWasMoved) {
  Scenario scenario = test::build(test::random_spec(7));
  test::dress_with_words(scenario, 7);
  CompiledScenario compiled(scenario);
  Runner runner(compiled);
  const CompiledScenario moved = std::move(compiled);
  play_both_ways(scenario, runner, 3);
  EXPECT_EQ(&moved.scenario(), &scenario);
}

// Programs that do not come from the compiler give 0, here as there; values beyond what expressions reckon
// with are held to a thousand million.
TEST(Runner, TakesConditionsThatNoCompilerMakes) {
  using Instruction = Expression::Instruction;
  using Operation = Instruction::Operation;
  const std::vector<std::vector<Instruction>> programs{
      {{Operation::logical_and, 0}},
      {{Operation::load, 0}, {Operation::load, 1}},
      {{Operation::load, 999}},
      {{Operation::load, -1}, {Operation::logical_not, 0}},
      {{Operation::load, 0}, {Operation::push, 2'000'000'000}, {Operation::equal, 0}},
      {{Operation::load, 0}, {Operation::push, 1'000'000'000}, {Operation::equal, 0}},
      {{Operation::push, 1}, {Operation::negate, 0}, {Operation::load, 0}, {Operation::logical_and, 0}},
  };
  for (const auto& program : programs) {
    test::ScenarioSpec spec;
    spec.variables = {{"large", -2'000'000'000, 2'000'000'000, 2'000'000'000}, {"small", 0, 9, 3}};
    spec.nodes = {{"a", {{"x", {{1, 3}}, "end"}, {"y", {{1, 1}}, "end"}}}};
    spec.endings = {"end"};
    Scenario scenario = test::build(spec);
    scenario.choices[0].when = Expression("made by hand", ExpressionType::truth, program);
    const CompiledScenario compiled(scenario);
    Runner runner(compiled);
    play_both_ways(scenario, runner, 1);
  }
}

}  // namespace
}  // namespace steadfast
