// What must hold of scoring on any conversation: thousands of random ones, compared with brute force.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numeric>

#include "steadfast/outlook.h"
#include "steadfast/score.h"
#include "support/play_through.h"
#include "support/random_scenario.h"

namespace steadfast {
namespace {

using test::build;
using test::for_every_play;
using test::random_spec;
using test::ScenarioSpec;

constexpr std::uint64_t kScenarios = 3'000;
constexpr std::size_t kMostPlays = 400;  // larger conversations are left to the others

// Calls `visit` with every random conversation that has few enough plays to look at each.
void for_small_scenarios(std::uint64_t count,
                         const std::function<void(const ScenarioSpec&, const Scenario&)>& visit) {
  std::uint64_t visited = 0;
  for (std::uint64_t seed = 1; visited < count; ++seed) {
    const ScenarioSpec spec = random_spec(seed);
    const Scenario scenario = build(spec);
    if (for_every_play(scenario, kMostPlays, [](const Play&, double) {})) {
      ++visited;
      SCOPED_TRACE("seed " + std::to_string(seed));
      visit(spec, scenario);
      if (testing::Test::HasFailure()) {
        return;
      }
    }
  }
}

std::vector<Play> all_plays(const Scenario& scenario) {
  std::vector<Play> plays;
  for_every_play(scenario, kMostPlays, [&](const Play& play, double) { plays.push_back(play); });
  return plays;
}

std::vector<Score> all_scores(const Scenario& scenario) {
  const Outlook outlook = Outlook::explore(scenario);
  EXPECT_EQ(outlook.kind(), Outlook::Kind::exact);
  std::vector<Score> scores;
  for (const Play& play : all_plays(scenario)) {
    scores.push_back(score_play(scenario, outlook, play));
  }
  return scores;
}

std::vector<const Ledger*> ledgers_of(const Score& score) {
  std::vector<const Ledger*> ledgers;
  for (const Ledger& ledger : score.dimensions) {
    ledgers.push_back(&ledger);
  }
  ledgers.push_back(&score.composite);
  return ledgers;
}

// Least, most and expected of every ledger by trying everything, compared with the outlook on the way.
std::vector<Range> brute_force(const Scenario& scenario, const Outlook& outlook, const State& state) {
  const std::size_t dimensions = scenario.rulebook->rubric.dimensions.size();
  std::vector<Range> ranges(dimensions + 1);
  const auto open = offered(scenario, state);
  for (const ChoiceIndex choice : open) {
    const auto after = brute_force(scenario, outlook, choose_quietly(scenario, state, choice));
    for (std::size_t i = 0; i <= dimensions; ++i) {
      int gain = 0;
      for (const Rating& rating : scenario.at(choice).ratings) {
        if (i == dimensions || rating.dimension.value == i) {
          gain += scenario.at(state.node).weight * (rating.level - 2);
        }
      }
      const bool first = choice == open.front();
      ranges[i].least = first ? after[i].least + gain : std::min(ranges[i].least, after[i].least + gain);
      ranges[i].most = first ? after[i].most + gain : std::max(ranges[i].most, after[i].most + gain);
      ranges[i].expected += (after[i].expected + gain) / static_cast<double>(open.size());
    }
  }
  for (std::size_t i = 0; i <= dimensions; ++i) {
    const Range& told =
        i == dimensions ? outlook.composite(state) : outlook.dimension(state, index_of<Dimension>(i));
    EXPECT_EQ(told.least, ranges[i].least);
    EXPECT_EQ(told.most, ranges[i].most);
    EXPECT_NEAR(told.expected, ranges[i].expected, 1e-9);
  }
  return ranges;
}

TEST(ScoringProperties, DynamicProgrammingEqualsBruteForceAtEveryState) {
  for_small_scenarios(kScenarios, [](const ScenarioSpec&, const Scenario& scenario) {
    const Outlook outlook = Outlook::explore(scenario);
    ASSERT_EQ(outlook.kind(), Outlook::Kind::exact);
    brute_force(scenario, outlook, begin(scenario).state);
  });
}

TEST(ScoringProperties, RegretsAddUpToTheMostLessWhatWasGained) {
  for_small_scenarios(kScenarios, [](const ScenarioSpec&, const Scenario& scenario) {
    for (const Score& score : all_scores(scenario)) {
      int sum = 0;
      for (const ScoredDecision& decision : score.decisions) {
        EXPECT_GE(decision.regret, 0);
        EXPECT_LE(decision.regret, decision.spread);
        sum += decision.regret;
      }
      EXPECT_EQ(sum, score.composite.most - score.composite.gained);
      if (score.composite.most > score.composite.least) {
        ASSERT_TRUE(score.composite.achieved.has_value());
        EXPECT_EQ(*score.composite.achieved == 1.0, sum == 0);
      } else {
        EXPECT_FALSE(score.composite.achieved.has_value());
      }
      for (const Ledger* ledger : ledgers_of(score)) {
        EXPECT_LE(ledger->least, ledger->gained);
        EXPECT_GE(ledger->most, ledger->gained);
      }
    }
  });
}

TEST(ScoringProperties, ACriticalAnOmissionOrACapIsNeverReady) {
  std::size_t ready = 0;
  std::size_t debriefs = 0;
  for_small_scenarios(kScenarios, [&](const ScenarioSpec&, const Scenario& scenario) {
    for (const Score& score : all_scores(scenario)) {
      ASSERT_TRUE(score.status.has_value());
      const bool gated = !score.critical_decisions.empty() || !score.unmet_omissions.empty();
      EXPECT_EQ(*score.status == Status::needs_debrief, gated);
      bool held_back = false;
      for (const Ledger& ledger : score.dimensions) {
        held_back = held_back || ledger.capped || (ledger.achieved && *ledger.achieved < 0.5 - 1e-12);
        EXPECT_TRUE(!ledger.capped || ledger.band == Band::practise_again ||
                    ledger.band == Band::not_practised);
      }
      const bool enough = score.composite.achieved && *score.composite.achieved >= 0.7 - 1e-12;
      EXPECT_EQ(*score.status == Status::ready_to_discuss, !gated && !held_back && enough);
      ready += *score.status == Status::ready_to_discuss ? 1U : 0U;
      debriefs += gated ? 1U : 0U;
    }
  });
  EXPECT_GT(ready, 1'000U);  // so that the test has seen both sides
  EXPECT_GT(debriefs, 1'000U);
}

TEST(ScoringProperties, MultiplyingAllGainsChangesNoRatio) {
  for_small_scenarios(kScenarios / 3, [](const ScenarioSpec& spec, const Scenario& scenario) {
    const auto scores = all_scores(scenario);
    for (const int factor : {2, 7}) {
      ScenarioSpec scaled = spec;
      for (auto& node : scaled.nodes) {
        node.weight *= factor;
      }
      const auto scaled_scores = all_scores(build(scaled));
      ASSERT_EQ(scores.size(), scaled_scores.size());
      for (std::size_t i = 0; i < scores.size(); ++i) {
        EXPECT_EQ(scores[i].status, scaled_scores[i].status);
        const auto before = ledgers_of(scores[i]);
        const auto after = ledgers_of(scaled_scores[i]);
        for (std::size_t ledger = 0; ledger < before.size(); ++ledger) {
          EXPECT_EQ(before[ledger]->achieved, after[ledger]->achieved);
          EXPECT_EQ(before[ledger]->band, after[ledger]->band);
          EXPECT_EQ(before[ledger]->gained * factor, after[ledger]->gained);
        }
      }
    }
  });
}

void expect_equal(const Score& one, const Score& other) {
  const auto left = ledgers_of(one);
  const auto right = ledgers_of(other);
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    EXPECT_EQ(left[i]->gained, right[i]->gained);
    EXPECT_EQ(left[i]->least, right[i]->least);
    EXPECT_EQ(left[i]->most, right[i]->most);
    EXPECT_EQ(left[i]->expected, right[i]->expected);  // the same bits, not nearly the same
    EXPECT_EQ(left[i]->achieved, right[i]->achieved);
    EXPECT_EQ(left[i]->capped, right[i]->capped);
    EXPECT_EQ(left[i]->band, right[i]->band);
  }
  ASSERT_EQ(one.decisions.size(), other.decisions.size());
  for (std::size_t i = 0; i < one.decisions.size(); ++i) {
    EXPECT_EQ(one.decisions[i].gain, other.decisions[i].gain);
    EXPECT_EQ(one.decisions[i].regret, other.decisions[i].regret);
    EXPECT_EQ(one.decisions[i].spread, other.decisions[i].spread);
  }
  EXPECT_EQ(one.critical_decisions, other.critical_decisions);
  EXPECT_EQ(one.serious_decisions, other.serious_decisions);
  EXPECT_EQ(one.unmet_omissions, other.unmet_omissions);
  EXPECT_EQ(one.ending, other.ending);
  EXPECT_EQ(one.status, other.status);
}

TEST(ScoringProperties, AnUnreachableNodeChangesNothing) {
  for_small_scenarios(kScenarios / 3, [](const ScenarioSpec& spec, const Scenario& scenario) {
    ScenarioSpec larger = spec;
    test::NodeSpec island;
    island.id = "island";
    island.weight = 4;
    for (int level = 0; level <= 4; ++level) {
      test::ChoiceSpec choice;
      choice.id = "island-" + std::to_string(level);
      choice.rate = {{1, level}};
      choice.to = level % 2 == 0 ? "n1" : "good";
      choice.when = level == 3 ? "trust > 50" : "";
      island.choices.push_back(choice);
    }
    larger.nodes.push_back(island);
    const auto scores = all_scores(scenario);
    const auto larger_scores = all_scores(build(larger));
    ASSERT_EQ(scores.size(), larger_scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
      expect_equal(scores[i], larger_scores[i]);
    }
  });
}

TEST(ScoringProperties, RemovingAChoiceLeavesOtherPlaysTheirGains) {
  for_small_scenarios(kScenarios / 3, [](const ScenarioSpec& spec, const Scenario& scenario) {
    for (std::size_t node = 0; node < spec.nodes.size(); ++node) {
      const auto& choices = spec.nodes[node].choices;
      // One that is always open must stay, or the conversation gets ways it did not have before.
      if (choices.size() < 2 || choices.back().once || !choices.back().when.empty()) {
        continue;
      }
      const std::string removed = choices.front().id;
      ScenarioSpec smaller = spec;
      smaller.nodes[node].choices.erase(smaller.nodes[node].choices.begin());
      const Scenario small_scenario = build(smaller);
      const Outlook outlook = Outlook::explore(scenario);
      const Outlook small_outlook = Outlook::explore(small_scenario);
      const Range& before = outlook.composite(begin(scenario).state);
      const Range& after = small_outlook.composite(begin(small_scenario).state);
      EXPECT_LE(after.most, before.most);
      EXPECT_GE(after.least, before.least);
      const auto uses = [&](const Play& play) {
        return std::any_of(play.decisions.begin(), play.decisions.end(), [&](const Decision& decision) {
          return scenario.at(decision.choice).id.text == removed;
        });
      };
      auto plays = all_plays(scenario);
      plays.erase(std::remove_if(plays.begin(), plays.end(), uses), plays.end());
      const auto small_plays = all_plays(small_scenario);
      ASSERT_EQ(plays.size(), small_plays.size());
      for (std::size_t i = 0; i < plays.size(); ++i) {
        EXPECT_EQ(score_play(scenario, outlook, plays[i]).composite.gained,
                  score_play(small_scenario, small_outlook, small_plays[i]).composite.gained);
      }
    }
  });
}

TEST(ScoringProperties, ReplayingALogReproducesTheScoreAndTheOrderShownDoesNotMatter) {
  for_small_scenarios(kScenarios / 10, [](const ScenarioSpec&, const Scenario& scenario) {
    const Outlook outlook = Outlook::explore(scenario);
    for (const Play& play : all_plays(scenario)) {
      const Score score = score_play(scenario, outlook, play);
      expect_equal(score,
                   score_play(scenario, Outlook::explore(scenario), test::through_a_file(scenario, play)));
      Play shown_otherwise = play;
      shown_otherwise.seed = 99;
      expect_equal(score, score_play(scenario, outlook, shown_otherwise));
    }
  });
}

TEST(ScoringProperties, EveryPlayIsTheSameThroughSaveAndLoadAtEveryStep) {
  std::uint64_t random = 5;
  for (std::uint64_t seed = 1; seed <= kScenarios / 3; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = build(random_spec(seed));
    Play play = start_play(scenario, seed);
    for (auto open = offered(scenario, play.state); !open.empty(); open = offered(scenario, play.state)) {
      random = random * 6364136223846793005ULL + 1442695040888963407ULL;
      test::take_both_ways(scenario, play, open[(random >> 33U) % open.size()]);
      for (std::size_t i = 0; i < scenario.variables.size(); ++i) {
        EXPECT_GE(play.state.values[i], scenario.variables[i].least);
        EXPECT_LE(play.state.values[i], scenario.variables[i].most);
      }
    }
    EXPECT_EQ(play.state.phase, Phase::ended);
    ASSERT_FALSE(HasFailure());
  }
}

}  // namespace
}  // namespace steadfast
