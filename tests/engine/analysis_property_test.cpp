// What `analyze` claims of all plays, compared with looking at each play of thousands of random
// conversations.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "steadfast/analysis.h"
#include "support/known_plays.h"
#include "support/play_through.h"

namespace steadfast {
namespace {

using test::for_small_scenarios;
using test::KnownPlay;

constexpr std::uint64_t kScenarios = 2'000;

std::vector<const Diagnostic*> findings_of(const Analysis& analysis, int code) {
  std::vector<const Diagnostic*> found;
  for (const Diagnostic& diagnostic : analysis.findings) {
    if (diagnostic.code == Code{code}) {
      found.push_back(&diagnostic);
    }
  }
  return found;
}

bool names(const Diagnostic& diagnostic, const std::string& id) {
  return diagnostic.message.find("`" + id + "`") != std::string::npos;
}

TEST(AnalysisProperties, CountsChancesAndReachEqualBruteForce) {
  for_small_scenarios(kScenarios, [](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    const Analysis analysis = analyze(scenario, "random");
    ASSERT_EQ(analysis.kind, Outlook::Kind::exact);
    EXPECT_EQ(analysis.path_count, static_cast<double>(plays.size()));

    std::vector<double> chance_of_ending(scenario.endings.size(), 0);
    std::vector<std::size_t> way_to_ending(scenario.endings.size(), 1'000);
    std::vector<std::size_t> way_to_node(scenario.nodes.size(), 1'000);
    std::set<std::uint32_t> ever_offered;
    for (const KnownPlay& known : plays) {
      const std::uint32_t ending = known.play.state.ending.value;
      chance_of_ending[ending] += known.probability;
      way_to_ending[ending] = std::min(way_to_ending[ending], known.play.decisions.size());
      const auto steps = replay(scenario, known.play);
      for (std::size_t i = 0; i < steps.size(); ++i) {
        for (const Event& event : steps[i].events) {
          if (const auto* entered = std::get_if<NodeEntered>(&event)) {
            way_to_node[entered->node.value] = std::min(way_to_node[entered->node.value], i);
          }
        }
        for (const ChoiceIndex choice : offered(scenario, steps[i].state)) {
          ever_offered.insert(choice.value);
        }
      }
    }
    for (const EndingReach& reach : analysis.endings) {
      EXPECT_NEAR(reach.probability, chance_of_ending[reach.ending.value], 1e-9);
      EXPECT_EQ(reach.reachable, way_to_ending[reach.ending.value] < 1'000);
      if (reach.reachable) {
        EXPECT_EQ(reach.witness.size(), way_to_ending[reach.ending.value]);
        EXPECT_EQ(test::play_through(scenario, test::ids_of(scenario, reach.witness)).state.ending,
                  reach.ending);
      }
    }
    for (const NodeReach& reach : analysis.nodes) {
      EXPECT_EQ(reach.reachable, way_to_node[reach.node.value] < 1'000);
      if (reach.reachable) {
        EXPECT_EQ(reach.witness.size(), way_to_node[reach.node.value]);
      }
    }
    EXPECT_EQ(analysis.unreachable_choices.size() + ever_offered.size(), scenario.choices.size());
    for (const ChoiceIndex choice : analysis.unreachable_choices) {
      EXPECT_EQ(ever_offered.count(choice.value), 0U);
    }
  });
}

TEST(AnalysisProperties, TheChanceOfReadyIsExactAndSamplingComesNear) {
  double largest_difference = 0;
  std::size_t some_are_ready = 0;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    const Outlook outlook = Outlook::explore(scenario);
    double ready = 0;
    for (const KnownPlay& known : plays) {
      const Score score = score_play(scenario, outlook, known.play);
      ready += score.status == Status::ready_to_discuss ? known.probability : 0;
    }
    const Analysis analysis = analyze(scenario, "random");
    const BotResult& random = analysis.bots.back();
    ASSERT_EQ(random.bot, Bot::random);
    EXPECT_FALSE(random.estimated);
    EXPECT_NEAR(random.probability_ready, ready, 1e-9);
    EXPECT_EQ(random.passes, random.probability_ready > 0.05);
    EXPECT_EQ(random.choices.empty(), ready == 0);
    if (ready > 0) {
      const Play by_luck = test::play_through(scenario, test::ids_of(scenario, random.choices));
      EXPECT_EQ(score_play(scenario, outlook, by_luck).status, Status::ready_to_discuss);
    }
    some_are_ready += ready > 0 ? 1U : 0U;
    if (some_are_ready % 20 == 0) {
      AnalysisLimits limits;
      limits.states = analysis.state_count;  // enough for the outlook, too few for the distribution
      limits.sampled_plays = 3'000;
      const BotResult again = analyze(scenario, "random", limits).bots.back();
      if (again.estimated) {
        largest_difference = std::max(largest_difference, std::abs(again.probability_ready - ready));
      }
    }
  });
  EXPECT_GT(some_are_ready, 300U);
  EXPECT_GT(largest_difference, 0);  // so that sampling was tried
  EXPECT_LT(largest_difference, 0.05);
}

TEST(AnalysisProperties, CriticalErrorsOnBestWaysAreExactlyTheReportedOnes) {
  std::size_t reported = 0;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    const Outlook outlook = Outlook::explore(scenario);
    const std::size_t dimensions = scenario.rulebook->rubric.dimensions.size();
    std::set<std::string> composite;
    std::vector<std::set<std::string>> rated(dimensions);
    std::vector<bool> clean(dimensions, false);
    std::vector<bool> practised(dimensions, false);
    for (const KnownPlay& known : plays) {
      const Score score = score_play(scenario, outlook, known.play);
      for (const std::uint32_t position : score.critical_decisions) {
        const Choice& choice = scenario.at(known.play.decisions[position].choice);
        if (score.composite.gained == score.composite.most) {
          composite.insert(choice.id.text);
        }
        for (const Rating& rating : choice.ratings) {
          const Ledger& ledger = score.dimensions[rating.dimension.value];
          if (ledger.gained == ledger.most && ledger.most > ledger.least) {
            rated[rating.dimension.value].insert(choice.id.text);
          }
        }
      }
      for (std::size_t i = 0; i < dimensions; ++i) {
        practised[i] = score.dimensions[i].most > score.dimensions[i].least;
        const bool best = score.dimensions[i].gained == score.dimensions[i].most;
        clean[i] = clean[i] || (best && score.critical_decisions.empty());
      }
    }
    const Analysis analysis = analyze(scenario, "random");
    const auto on_composite = findings_of(analysis, 106);
    EXPECT_EQ(on_composite.size(), composite.size());
    for (const Diagnostic* diagnostic : on_composite) {
      EXPECT_TRUE(std::any_of(composite.begin(), composite.end(),
                              [&](const std::string& id) { return names(*diagnostic, id); }));
    }
    std::size_t expected = 0;
    for (std::size_t i = 0; i < dimensions; ++i) {
      expected += rated[i].size() + (practised[i] && rated[i].empty() && !clean[i] ? 1U : 0U);
    }
    EXPECT_EQ(findings_of(analysis, 107).size(), expected);
    reported += composite.size() + expected;
  });
  EXPECT_GT(reported, 300U);
}

TEST(AnalysisProperties, AnOmissionIsReportedExactlyWhenAPlayHadNoOpportunity) {
  std::size_t reported = 0;
  std::size_t silent = 0;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    if (scenario.omissions.empty()) {
      return;
    }
    const OmissionGate& gate = scenario.omissions.front();
    const auto sets_flag = [&](const State& state, ChoiceIndex choice) {
      return !scenario.at(choice).critical &&
             choose_quietly(scenario, state, choice).values[gate.flag.value] != 0;
    };
    const bool expected = std::any_of(plays.begin(), plays.end(), [&](const KnownPlay& known) {
      const auto& end = known.play.state.values;
      if (end[gate.flag.value] != 0 || !gate.when.holds(end)) {
        return false;
      }
      const auto steps = replay(scenario, known.play);
      return std::none_of(steps.begin(), steps.end(), [&](const Step& step) {
        const auto open = offered(scenario, step.state);
        return step.state.values[gate.flag.value] != 0 ||
               std::any_of(open.begin(), open.end(),
                           [&](ChoiceIndex each) { return sets_flag(step.state, each); });
      });
    });
    const auto found = findings_of(analyze(scenario, "random"), 109);
    EXPECT_EQ(found.size(), expected ? 1U : 0U);
    reported += expected ? 1U : 0U;
    silent += expected ? 0U : 1U;
  });
  EXPECT_GT(reported, 50U);
  EXPECT_GT(silent, 50U);
}

}  // namespace
}  // namespace steadfast
