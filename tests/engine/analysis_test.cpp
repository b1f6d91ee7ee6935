#include "steadfast/analysis.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "analysis_kinds.h"
#include "support/play_through.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::ChoiceSpec;
using test::flag;
using test::ids_of;
using test::ScenarioSpec;

// Six moments with one good answer each, in no place and of no length that a bot would look for.
ScenarioSpec fair() {
  ScenarioSpec spec;
  spec.dimensions = 2;
  spec.variables = {{"trust", 0, 100, 20}};
  for (int i = 0; i < 6; ++i) {
    const std::string number = std::to_string(i);
    const std::string next = i == 5 ? "end" : "n" + std::to_string(i + 1);
    const int dimension = i % 2 + 1;
    ChoiceSpec first{"a" + number, {{dimension, 1}}, next};
    ChoiceSpec right{"b" + number, {{dimension, 4}}, next};
    ChoiceSpec third{"c" + number, {{dimension, 0}}, next};
    ChoiceSpec last{"d" + number, {{dimension, 1}}, next};
    first.say = "a long and friendly answer";
    first.effects = {{"trust", "+ 9"}};
    right.say = "middle length";
    third.say = "short";
    last.say = "also of a length";
    spec.nodes.push_back({"n" + number, {first, right, third, last}});
  }
  spec.endings = {"end"};
  return spec;
}

std::vector<std::string> messages(const Analysis& analysis, Code code) {
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : analysis.findings) {
    if (diagnostic.code == code) {
      found.push_back(diagnostic.message);
    }
  }
  return found;
}

std::vector<std::string> choices_of(const Scenario& scenario, const Analysis& analysis, Bot bot) {
  return ids_of(scenario, analysis.bots.at(static_cast<std::size_t>(bot)).choices);
}

TEST(Analysis, AFairConversationHasNoFindings) {
  const Scenario scenario = build(fair());
  const Analysis analysis = analyze(scenario, "fair.yaml");
  EXPECT_TRUE(analysis.findings.empty()) << analysis.findings.front().message;
  EXPECT_EQ(analysis.kind, Outlook::Kind::exact);
  EXPECT_EQ(analysis.state_count, 6U);
  EXPECT_EQ(analysis.path_count, 4096);
  EXPECT_EQ(analysis.composite.most, 24);
  EXPECT_EQ(analysis.composite.least, -24);
  EXPECT_EQ(analysis.composite_most_if_independent, 24);
  EXPECT_NEAR(*analysis.chance_level, 18.0 / 48.0, 1e-12);  // each moment is worth -1 on average
  ASSERT_EQ(analysis.bots.size(), 7U);
  EXPECT_LE(analysis.bots.back().probability_ready, 0.05);
  EXPECT_TRUE(analysis.unreachable_choices.empty());
  EXPECT_EQ(analysis.endings[0].probability, 1.0);
}

TEST(Analysis, EachBotFollowsItsStrategy) {
  ScenarioSpec spec = fair();
  spec.acts = {{"apologises", {}}};
  spec.nodes[1].choices[3].acts = {"apologises"};
  spec.nodes[2].choices[2].effects = {{"trust", "+ 30"}};
  spec.nodes[3].choices[1].say = "short";  // as short as the third: the author's order decides
  const Scenario scenario = build(spec);
  const Analysis analysis = analyze(scenario, "fair.yaml");
  using Ids = std::vector<std::string>;
  EXPECT_EQ(choices_of(scenario, analysis, Bot::first), (Ids{"a0", "a1", "a2", "a3", "a4", "a5"}));
  EXPECT_EQ(choices_of(scenario, analysis, Bot::last), (Ids{"d0", "d1", "d2", "d3", "d4", "d5"}));
  EXPECT_EQ(choices_of(scenario, analysis, Bot::longest), (Ids{"a0", "a1", "a2", "a3", "a4", "a5"}));
  EXPECT_EQ(choices_of(scenario, analysis, Bot::shortest), (Ids{"c0", "c1", "c2", "b3", "c4", "c5"}));
  EXPECT_EQ(choices_of(scenario, analysis, Bot::apologise), (Ids{"a0", "d1", "a2", "a3", "a4", "a5"}));
  EXPECT_EQ(choices_of(scenario, analysis, Bot::pleaser), (Ids{"a0", "a1", "c2", "a3", "a4", "a5"}));
  const Play by_luck = test::play_through(scenario, choices_of(scenario, analysis, Bot::random));
  EXPECT_EQ(score_play(scenario, *analysis.outlook, by_luck).status, Status::ready_to_discuss);
}

TEST(Analysis, LengthIsCountedInCharacters) {
  ScenarioSpec spec = fair();
  spec.nodes[0].choices[0].say = "éééééé";    // 6 characters, 12 bytes
  spec.nodes[0].choices[1].say = "12345678";  // 8 characters
  spec.nodes[0].choices[2].say = "1234567";
  spec.nodes[0].choices[3].say = "123456789";
  const Scenario scenario = build(spec);
  const Analysis analysis = analyze(scenario, "fair.yaml");
  EXPECT_EQ(choices_of(scenario, analysis, Bot::longest).front(), "d0");
  EXPECT_EQ(choices_of(scenario, analysis, Bot::shortest).front(), "a0");
}

TEST(Analysis, ABotThatPassesIsAFinding) {
  ScenarioSpec spec = fair();
  for (auto& node : spec.nodes) {
    std::swap(node.choices[3], node.choices[1]);
  }
  const Analysis analysis = analyze(build(spec), "fair.yaml");
  EXPECT_TRUE(analysis.bots[1].passes);
  EXPECT_EQ(messages(analysis, kBotPasses),
            std::vector<std::string>{"somebody who always takes the last choice is `ready to discuss`"});
  EXPECT_TRUE(has_errors(analysis.findings));
}

TEST(Analysis, ChanceThatPassesIsAFinding) {
  ScenarioSpec spec;
  spec.dimensions = 1;
  spec.nodes = {{"a", {{"x", {{1, 1}}, "end"}, {"y", {{1, 4}}, "end"}, {"z", {{1, 1}}, "end"}}}};
  spec.nodes[0].choices[0].say = "longest";
  spec.nodes[0].choices[1].say = "middle";
  spec.nodes[0].choices[2].say = "short";
  spec.endings = {"end"};
  EXPECT_EQ(
      messages(analyze(build(spec), "f"), kBotPasses),
      std::vector<std::string>{
          "somebody who chooses at random is `ready to discuss` in 33.3 of 100 plays; at most 5 may be"});
}

TEST(Analysis, UnreachableContentIsNamedWithWhatBlocksIt) {
  ScenarioSpec spec = fair();
  ChoiceSpec hidden{"hidden", {{1, 4}}, "secret", "trust >= 10 and trust >= 90"};
  spec.nodes[1].choices.push_back(hidden);
  spec.nodes.push_back({"secret", {{"whisper", {{1, 4}}, "far"}}});
  spec.endings.push_back("far");
  const Scenario scenario = build(spec);
  const Analysis analysis = analyze(scenario, "fair.yaml");
  EXPECT_EQ(messages(analysis, kChoiceNeverOpen),
            std::vector<std::string>{"nobody can ever choose `hidden`: `trust >= 90` never holds at `n1`"});
  EXPECT_EQ(messages(analysis, kNodeNeverReached),
            std::vector<std::string>{
                "no play ever reaches `secret`: `hidden` leads here, but `trust >= 90` never holds at `n1`"});
  EXPECT_EQ(messages(analysis, kEndingNeverReached),
            std::vector<std::string>{
                "no play ever ends at `far`: `hidden` leads here, but `trust >= 90` never holds at `n1`"});
  EXPECT_EQ(ids_of(scenario, analysis.unreachable_choices), (std::vector<std::string>{"hidden", "whisper"}));
  EXPECT_FALSE(analysis.nodes.back().reachable);
  EXPECT_EQ(analysis.nodes[3].witness.size(), 3U);
}

TEST(Analysis, EndlessAndStuckAreToldWithTheirWays) {
  ScenarioSpec spec = fair();
  spec.nodes[2].choices[0].to = "n1";
  Analysis analysis = analyze(build(spec), "fair.yaml");
  EXPECT_EQ(analysis.kind, Outlook::Kind::endless);
  EXPECT_TRUE(std::isinf(analysis.path_count));
  EXPECT_EQ(messages(analysis, kEndlessConversation),
            std::vector<std::string>{"`n1` can come again for ever by choosing `d1`, `a2`"});
  EXPECT_TRUE(analysis.bots.empty());
  EXPECT_FALSE(analysis.chance_level.has_value());

  spec = fair();
  for (auto& choice : spec.nodes[1].choices) {
    choice.when = "trust < 25";
  }
  analysis = analyze(build(spec), "fair.yaml");
  EXPECT_EQ(analysis.kind, Outlook::Kind::stuck);
  EXPECT_EQ(messages(analysis, kDeadEndByState),
            std::vector<std::string>{
                "at `n1` no choice is open and nothing leads on, when it is reached by choosing `a0`"});
}

TEST(Analysis, OverTheLimitItSaysBoundedAndClaimsNothing) {
  AnalysisLimits limits;
  limits.states = 3;
  const Analysis analysis = analyze(build(fair()), "fair.yaml", limits);
  EXPECT_EQ(analysis.kind, Outlook::Kind::bounded);
  EXPECT_EQ(messages(analysis, kTooManyStates).size(), 1U);
  EXPECT_EQ(analysis.findings.size(), 1U);
  EXPECT_FALSE(has_errors(analysis.findings));
  EXPECT_TRUE(analysis.unreachable_choices.empty());
  EXPECT_TRUE(analysis.dimensions.empty());
}

TEST(Analysis, ACriticalErrorOnABestPathIsAnError) {
  ScenarioSpec spec = fair();
  spec.nodes[1].choices[1].critical = 1;  // the best answer of its moment
  const Analysis analysis = analyze(build(spec), "fair.yaml");
  EXPECT_EQ(
      messages(analysis, kCriticalOnBestPath),
      std::vector<std::string>{"a play with the highest possible score contains the critical choice `b1`"});
  EXPECT_EQ(messages(analysis, kCriticalOnBestPathOfDimension),
            std::vector<std::string>{"the highest result in D2 is reached through the critical choice `b1`"});
}

TEST(Analysis, ACriticalThatADimensionDoesNotRateOnlyTiesInIt) {
  ScenarioSpec spec = fair();
  spec.nodes[1].choices[2].critical = 1;  // rates D2 with 0; blank in D1, as its neighbours
  EXPECT_TRUE(analyze(build(spec), "fair.yaml").findings.empty());
}

TEST(Analysis, ADimensionWhoseBestNeedsACriticalElsewhereIsAnError) {
  ScenarioSpec spec;
  spec.dimensions = 2;
  // Only the way through a critical answer in D2 leads to the moment that practises D1.
  ChoiceSpec promise{"promise", {{2, 0}}, "b"};
  promise.critical = 1;
  spec.nodes = {{"a", {promise, {"refuse", {{2, 4}}, "end"}}},
                {"b", {{"praise", {{1, 4}}, "end"}, {"shrug", {{1, 1}}, "end"}}}};
  spec.endings = {"end"};
  const Analysis analysis = analyze(build(spec), "f");
  EXPECT_EQ(messages(analysis, kCriticalOnBestPathOfDimension),
            std::vector<std::string>{"the highest result in D1 cannot be reached without a critical choice"});
}

TEST(Analysis, ACriticalThatIsTheBestLeftAfterWeakAnswersIsAWarning) {
  ScenarioSpec spec = fair();
  ChoiceSpec promise{"promise", {{2, 1}}, "end"};
  promise.critical = 1;
  spec.nodes.push_back({"corner", {promise, {"push", {{2, 0}}, "end"}}});
  spec.nodes[2].choices[2].to = "corner";
  const Analysis analysis = analyze(build(spec), "fair.yaml");
  EXPECT_EQ(
      messages(analysis, kCriticalIsBestRemaining),
      std::vector<std::string>{"the critical choice `promise` loses nothing when `corner` is reached by "
                               "choosing `a0`, `a1`, `c2`"});
  EXPECT_FALSE(has_errors(analysis.findings));
}

TEST(Analysis, AnOmissionNeedsAnOpportunityOnEveryWay) {
  ScenarioSpec spec = fair();
  spec.variables.push_back(flag("told"));
  spec.variables.push_back(flag("heard"));
  spec.omissions = {{"tell", "told", "heard"}};
  spec.nodes[0].choices[0].effects = {{"heard", "true"}};
  spec.nodes[2].choices[1].effects = {{"told", "true"}};
  EXPECT_TRUE(messages(analyze(build(spec), "f"), kOmissionCannotBeMet).empty());

  spec.nodes[1].choices[3].to = "end";  // a way past the opportunity
  EXPECT_EQ(
      messages(analyze(build(spec), "f"), kOmissionCannotBeMet),
      std::vector<std::string>{
          "omission `tell` cannot be avoided by choosing `a0`, `d1`: on that way no choice sets `told`"});

  spec.nodes[1].choices[3].to = "n2";
  spec.nodes[2].choices[1].critical = 1;  // a critical error is no right act
  EXPECT_EQ(messages(analyze(build(spec), "f"), kOmissionCannotBeMet).size(), 1U);
}

TEST(Analysis, AConversationThatRatesEveryPlayAlikeIsAWarning) {
  ScenarioSpec spec;
  spec.nodes = {{"a", {{"x", {{1, 3}}, "end"}, {"y", {{1, 3}}, "end"}}}};
  spec.endings = {"end"};
  const Analysis analysis = analyze(build(spec), "f");
  ASSERT_EQ(analysis.findings.size(), 2U);
  EXPECT_EQ(analysis.findings[0].code, kNothingPractised);
  EXPECT_EQ(analysis.findings[1].code, kNoRealDecision);
  EXPECT_FALSE(analysis.chance_level.has_value());
  EXPECT_EQ(analysis.bots.back().probability_ready, 0);
}

TEST(Analysis, KindsHaveDistinctCodesInOrderAndWholeExplanations) {
  std::set<std::string_view> names;
  Code before{0};
  for (const DiagnosticKind& kind : kAnalysisKinds) {
    EXPECT_LT(static_cast<int>(before), static_cast<int>(kind.code));
    before = kind.code;
    EXPECT_TRUE(names.insert(kind.name).second);
    EXPECT_EQ(kind.explanation.back(), '.');
  }
}

}  // namespace
}  // namespace steadfast
