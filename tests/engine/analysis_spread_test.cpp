// Points, statuses, arrivals and practice that `analyze` tells of all plays, compared with adding them up
// play by play.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "steadfast/analysis.h"
#include "support/known_plays.h"
#include "support/play_through.h"

namespace steadfast {
namespace {

using test::for_small_scenarios;
using test::KnownPlay;

constexpr std::uint64_t kScenarios = 1'000;
constexpr double kNear = 1e-9;

// Chance of each sum.
using Sums = std::map<int, double>;

std::vector<int> gains_of(const Scenario& scenario, ChoiceIndex choice) {
  std::vector<int> gains;
  for (std::size_t i = 0; i < scenario.rulebook->rubric.dimensions.size(); ++i) {
    gains.push_back(gain_in(scenario, choice, index_of<Dimension>(i)));
  }
  gains.push_back(composite_gain(scenario, choice));
  return gains;
}

void expect_distribution(const Distribution& told, const Sums& counted) {
  double all = 0;
  double weighted = 0;
  for (const auto& [gained, chance] : counted) {
    all += chance;
    weighted += gained * chance;
  }
  ASSERT_EQ(told.chances.size(), counted.size());
  EXPECT_EQ(told.range.least, counted.begin()->first);
  EXPECT_EQ(told.range.most, counted.rbegin()->first);
  EXPECT_NEAR(told.range.expected, weighted / all, kNear);
  for (const PointChance& each : told.chances) {
    ASSERT_EQ(counted.count(each.gained), 1U) << each.gained;
    EXPECT_NEAR(each.probability, counted.at(each.gained) / all, kNear);
  }
}

TEST(AnalysisSpread, PointsOfPlaysAndEndingsEqualBruteForce) {
  std::size_t several = 0;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    const std::size_t ledgers = scenario.rulebook->rubric.dimensions.size() + 1;
    std::vector<Sums> all(ledgers);
    std::vector<std::vector<Sums>> at_ending(scenario.endings.size(), std::vector<Sums>(ledgers));
    for (const KnownPlay& known : plays) {
      std::vector<int> gained(ledgers, 0);
      for (const Decision& decision : known.play.decisions) {
        const std::vector<int> gains = gains_of(scenario, decision.choice);
        for (std::size_t i = 0; i < ledgers; ++i) gained[i] += gains[i];
      }
      for (std::size_t i = 0; i < ledgers; ++i) {
        all[i][gained[i]] += known.probability;
        at_ending[known.play.state.ending.value][i][gained[i]] += known.probability;
      }
    }
    const Analysis analysis = analyze(scenario, "random");
    ASSERT_EQ(analysis.points.size(), ledgers);
    for (std::size_t i = 0; i < ledgers; ++i) {
      expect_distribution(analysis.points[i], all[i]);
      several += all[i].size() > 2 ? 1U : 0U;
      for (const EndingReach& ending : analysis.endings) {
        const Sums& counted = at_ending[ending.ending.value][i];
        if (ending.reachable) {
          expect_distribution(ending.points.at(i), counted);
        } else {
          EXPECT_TRUE(ending.points.at(i).chances.empty());
        }
      }
    }
  });
  EXPECT_GT(several, kScenarios);
}

TEST(AnalysisSpread, ArrivalsAndPointsAtNodesEqualBruteForce) {
  std::size_t returned_to = 0;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    const std::size_t ledgers = scenario.rulebook->rubric.dimensions.size() + 1;
    std::vector<double> once(scenario.nodes.size(), 0);
    std::vector<double> arrivals(scenario.nodes.size(), 0);
    std::vector<std::vector<Sums>> points(scenario.nodes.size(), std::vector<Sums>(ledgers));
    for (const KnownPlay& known : plays) {
      std::set<std::uint32_t> met;
      std::vector<int> gained(ledgers, 0);
      const std::vector<Step> steps = replay(scenario, known.play);
      for (std::size_t step = 0; step < steps.size(); ++step) {
        if (step > 0) {
          const std::vector<int> gains = gains_of(scenario, known.play.decisions[step - 1].choice);
          for (std::size_t i = 0; i < ledgers; ++i) gained[i] += gains[i];
        }
        for (const Event& event : steps[step].events) {
          const auto* entered = std::get_if<NodeEntered>(&event);
          if (entered == nullptr) continue;
          const std::uint32_t node = entered->node.value;
          arrivals[node] += known.probability;
          once[node] += met.insert(node).second ? known.probability : 0;
          for (std::size_t i = 0; i < ledgers; ++i) points[node][i][gained[i]] += known.probability;
        }
      }
    }
    const Analysis analysis = analyze(scenario, "random");
    for (const NodeReach& node : analysis.nodes) {
      const std::size_t i = node.node.value;
      ASSERT_TRUE(node.probability.has_value());
      EXPECT_NEAR(*node.probability, once[i], kNear) << scenario.at(node.node).id.text;
      EXPECT_NEAR(node.arrivals, arrivals[i], kNear) << scenario.at(node.node).id.text;
      returned_to += arrivals[i] > once[i] + kNear ? 1U : 0U;
      for (std::size_t ledger = 0; node.reachable && ledger < ledgers; ++ledger) {
        expect_distribution(node.points.at(ledger), points[i][ledger]);
      }
    }
  });
  EXPECT_GT(returned_to, 100U);
}

TEST(AnalysisSpread, StatusesOfPlaysAndEndingsEqualBruteForce) {
  std::map<Status, std::size_t> met;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    const Outlook outlook = Outlook::explore(scenario);
    using Chances = std::map<Status, double>;
    Chances all;
    std::vector<Chances> at_ending(scenario.endings.size());
    for (const KnownPlay& known : plays) {
      const Status status = *score_play(scenario, outlook, known.play).status;
      all[status] += known.probability;
      at_ending[known.play.state.ending.value][status] += known.probability;
    }
    const auto expect = [](const StatusChances& told, const Chances& counted) {
      EXPECT_FALSE(told.estimated);
      const auto one = [&counted](const StatusChance& chance, Status status) {
        const auto found = counted.find(status);
        EXPECT_NEAR(chance.probability, found == counted.end() ? 0 : found->second, kNear)
            << to_string(status);
        ASSERT_TRUE(chance.possible.has_value());
        EXPECT_EQ(*chance.possible, found != counted.end()) << to_string(status);
      };
      one(told.ready_to_discuss, Status::ready_to_discuss);
      one(told.practise_again, Status::practise_again);
      one(told.needs_debrief, Status::needs_debrief);
    };
    const Analysis analysis = analyze(scenario, "random");
    ASSERT_TRUE(analysis.statuses.has_value());
    expect(*analysis.statuses, all);
    for (const EndingReach& ending : analysis.endings) {
      expect(ending.statuses.value(), at_ending[ending.ending.value]);
    }
    for (const auto& [status, chance] : all) met[status] += chance > 0 ? 1U : 0U;
  });
  EXPECT_GT(met[Status::ready_to_discuss], 100U);
  EXPECT_GT(met[Status::practise_again], 100U);
  EXPECT_GT(met[Status::needs_debrief], 100U);
}

// Which dimensions the decisions of a play offer a rating in: how many decisions each.
std::vector<int> opportunities_in(const Scenario& scenario, const Play& play) {
  std::vector<int> counts(scenario.rulebook->rubric.dimensions.size(), 0);
  for (const Step& step : replay(scenario, play)) {
    const std::vector<ChoiceIndex> open = offered(scenario, step.state);
    std::set<std::uint32_t> rated;
    for (const ChoiceIndex choice : open) {
      for (const Rating& rating : scenario.at(choice).ratings) rated.insert(rating.dimension.value);
    }
    for (const std::uint32_t dimension : rated) counts[dimension] += open.size() > 1 ? 1 : 0;
  }
  return counts;
}

TEST(AnalysisSpread, PracticeAndLengthsEqualBruteForce) {
  for_small_scenarios(kScenarios, [](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    struct Length {
      double probability = 0;
      int least = 1'000'000;
      int most = -1'000'000;
    };
    const std::size_t dimensions = scenario.rulebook->rubric.dimensions.size();
    std::map<std::uint32_t, Length> lengths;
    std::vector<Range> chances(dimensions, Range{1'000, 0, 0});
    for (const KnownPlay& known : plays) {
      int gained = 0;
      for (const Decision& decision : known.play.decisions)
        gained += composite_gain(scenario, decision.choice);
      Length& length = lengths[static_cast<std::uint32_t>(known.play.decisions.size())];
      length = {length.probability + known.probability, std::min(length.least, gained),
                std::max(length.most, gained)};
      const std::vector<int> counts = opportunities_in(scenario, known.play);
      for (std::size_t i = 0; i < dimensions; ++i) {
        chances[i] = {std::min(chances[i].least, counts[i]), std::max(chances[i].most, counts[i]),
                      chances[i].expected + counts[i] * known.probability};
      }
    }
    const Analysis analysis = analyze(scenario, "random");
    ASSERT_EQ(analysis.opportunities.size(), dimensions);
    for (std::size_t i = 0; i < dimensions; ++i) {
      const Opportunities& told = analysis.opportunities[i];
      EXPECT_EQ(told.fewest, chances[i].least);
      EXPECT_EQ(told.most, chances[i].most);
      EXPECT_NEAR(told.expected, chances[i].expected, kNear);
      const Play way = test::play_through(scenario, test::ids_of(scenario, told.fewest_way));
      EXPECT_EQ(way.state.phase, Phase::ended);
      EXPECT_EQ(opportunities_in(scenario, way)[i], told.fewest);
    }
    if (plays.front().play.decisions.empty()) return;  // nothing is decided, so there are no lengths
    ASSERT_EQ(analysis.lengths.size(), lengths.size());
    for (const LengthPoints& told : analysis.lengths) {
      ASSERT_EQ(lengths.count(told.decisions), 1U);
      const Length& counted = lengths.at(told.decisions);
      EXPECT_NEAR(told.probability, counted.probability, kNear);
      EXPECT_EQ(told.least, counted.least);
      EXPECT_EQ(told.most, counted.most);
    }
  });
}

TEST(AnalysisSpread, AnObjectiveIsReportedExactlyWhenAPlayHasNoDecisionAboutIt) {
  std::size_t reported = 0;
  std::size_t silent = 0;
  const auto promise = [](Scenario& scenario, std::uint64_t) {
    for (std::uint32_t i = 0; i < scenario.rulebook->rubric.dimensions.size(); ++i) {
      scenario.objectives.push_back({"say it", {DimensionIndex{i}}, {}});
    }
  };
  const auto check = [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    std::set<std::string> expected;
    std::size_t shortest = 1'000;
    for (const KnownPlay& known : plays) {
      const std::vector<int> counts = opportunities_in(scenario, known.play);
      for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) continue;
        expected.insert("practises " + scenario.rulebook->rubric.dimensions[i].id.text + " ");
        shortest = std::min(shortest, known.play.decisions.size());
      }
      silent += expected.empty() ? 1U : 0U;
    }
    std::set<std::string> told;
    std::size_t shortest_told = 1'000;
    for (const Diagnostic& finding : analyze(scenario, "random").findings) {
      if (finding.code != Code{119}) continue;
      for (const std::string& words : expected) {
        if (finding.message.find(words) != std::string::npos) told.insert(words);
      }
      const Play way = test::play_through(scenario, finding.witness);
      EXPECT_EQ(way.state.phase, Phase::ended);
      shortest_told = std::min(shortest_told, way.decisions.size());
      ++reported;
    }
    EXPECT_EQ(told, expected);
    EXPECT_EQ(shortest_told, shortest);
  };
  for_small_scenarios(kScenarios, promise, check);
  EXPECT_GT(reported, 100U);
  EXPECT_GT(silent, 100U);
}

}  // namespace
}  // namespace steadfast
