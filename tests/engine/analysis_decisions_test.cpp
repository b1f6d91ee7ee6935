// What `analyze` tells of single decisions, and from when on a result is certain, compared with looking at
// every play that begins the same.
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

// Plays that begin with the same choices.
using Beginning = std::vector<std::uint32_t>;

Beginning beginning_of(const Play& play, std::size_t decisions) {
  Beginning beginning;
  for (std::size_t i = 0; i < decisions; ++i) beginning.push_back(play.decisions[i].choice.value);
  return beginning;
}

// Whether the points are enough for "ready to discuss", whatever criticals and omissions say.
bool has_enough_points(const Scenario& scenario, const Score& score) {
  const bool held_back =
      std::any_of(score.dimensions.begin(), score.dimensions.end(),
                  [](const Ledger& ledger) { return ledger.capped || ledger.band == Band::practise_again; });
  return !held_back && score.composite.achieved &&
         *score.composite.achieved * 100 >= scenario.rulebook->rubric.bands.ready - 1e-9;
}

// The positions at which something becomes certain, over all plays, and the share of plays for each.
struct Certain {
  std::vector<double> at;
  double in_first_half = 0;

  void add(std::size_t position, const KnownPlay& known) {
    at.resize(std::max(at.size(), position + 1));
    at[position] += known.probability;
    if (position * 2 <= known.play.decisions.size()) in_first_half += known.probability;
  }
};

template <class Result>
Certain certain_steps(const std::vector<KnownPlay>& plays, const std::vector<Result>& results) {
  std::map<Beginning, std::set<Result>> met;
  for (std::size_t i = 0; i < plays.size(); ++i) {
    for (std::size_t k = 0; k <= plays[i].play.decisions.size(); ++k) {
      met[beginning_of(plays[i].play, k)].insert(results[i]);
    }
  }
  Certain certain;
  for (const KnownPlay& known : plays) {
    std::size_t k = 0;
    while (met.at(beginning_of(known.play, k)).size() > 1) ++k;
    certain.add(k, known);
  }
  return certain;
}

void expect_steps(const std::vector<double>& told, std::vector<double> counted) {
  ASSERT_GE(told.size(), counted.size());
  counted.resize(told.size(), 0);
  for (std::size_t k = 0; k < told.size(); ++k) EXPECT_NEAR(told[k], counted[k], kNear) << k;
}

// A shortest beginning without a critical from which no play has enough points; nothing when there is none.
std::optional<std::size_t> shortest_lost(const Scenario& scenario, const std::vector<KnownPlay>& plays,
                                         const std::vector<int>& enough) {
  std::map<Beginning, int> most;
  for (std::size_t i = 0; i < plays.size(); ++i) {
    for (std::size_t k = 0; k <= plays[i].play.decisions.size(); ++k) {
      int& here = most.emplace(beginning_of(plays[i].play, k), 0).first->second;
      here = std::max(here, enough[i]);
    }
  }
  std::optional<std::size_t> shortest;
  for (const auto& [beginning, best] : most) {
    const bool is_clean = std::none_of(beginning.begin(), beginning.end(), [&](std::uint32_t choice) {
      return scenario.choices[choice].critical.has_value();
    });
    if (best == 0 && is_clean) shortest = std::min(shortest.value_or(beginning.size()), beginning.size());
  }
  return shortest;
}

TEST(AnalysisDecided, StepsEqualBruteForce) {
  std::size_t early = 0;
  std::size_t late = 0;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    const Outlook outlook = Outlook::explore(scenario);
    std::vector<Status> statuses;
    std::vector<int> enough;
    for (const KnownPlay& known : plays) {
      const Score score = score_play(scenario, outlook, known.play);
      statuses.push_back(*score.status);
      enough.push_back(has_enough_points(scenario, score) ? 1 : 0);
    }
    const Analysis analysis = analyze(scenario, "random");
    ASSERT_TRUE(analysis.decided.has_value());
    const Certain points = certain_steps(plays, enough);
    expect_steps(analysis.decided->status, certain_steps(plays, statuses).at);
    expect_steps(analysis.decided->points, points.at);
    const bool is_settled_before = points.at.front() > 0;
    EXPECT_NEAR(analysis.decided->points_in_first_half, points.in_first_half, kNear);
    (points.in_first_half > 0.75 ? early : late) += 1;
    const bool is_told = std::any_of(analysis.findings.begin(), analysis.findings.end(),
                                     [](const Diagnostic& finding) { return finding.code == Code{118}; });
    EXPECT_EQ(is_told, !is_settled_before && points.in_first_half > 0.75 + kNear);

    const auto lost = shortest_lost(scenario, plays, enough);
    EXPECT_EQ(analysis.decided->first_lost.size(), lost.value_or(0));
    if (lost.value_or(0) > 0) {
      const Play play = test::play_through(scenario, test::ids_of(scenario, analysis.decided->first_lost));
      const Beginning beginning = beginning_of(play, play.decisions.size());
      for (std::size_t i = 0; i < plays.size(); ++i) {
        const bool begins_so = plays[i].play.decisions.size() >= beginning.size() &&
                               beginning_of(plays[i].play, beginning.size()) == beginning;
        EXPECT_FALSE(begins_so && enough[i] != 0);
      }
    }
  });
  EXPECT_GT(early, 50U);
  EXPECT_GT(late, 50U);
}

// Everything that can follow one open choice, for each ledger: the composite is the last.
struct Following {
  std::vector<Range> ledgers;
};

// Where a play stands, and what each open choice can come to.
using Moment = std::map<std::uint32_t, Following>;

std::map<Beginning, Moment> moments_of(const Scenario& scenario, const std::vector<KnownPlay>& plays) {
  const std::size_t ledgers = scenario.rulebook->rubric.dimensions.size() + 1;
  const auto gain = [&](ChoiceIndex choice, std::size_t ledger) {
    return ledger + 1 == ledgers ? composite_gain(scenario, choice)
                                 : gain_in(scenario, choice, index_of<Dimension>(ledger));
  };
  std::map<Beginning, Moment> moments;
  for (const KnownPlay& known : plays) {
    std::vector<int> gained(ledgers, 0);
    for (std::size_t k = known.play.decisions.size(); k-- > 0;) {
      const ChoiceIndex choice = known.play.decisions[k].choice;
      Following& following = moments[beginning_of(known.play, k)][choice.value];
      const bool is_new = following.ledgers.empty();
      following.ledgers.resize(ledgers);
      for (std::size_t i = 0; i < ledgers; ++i) {
        gained[i] += gain(choice, i);
        Range& range = following.ledgers[i];
        range.least = is_new ? gained[i] : std::min(range.least, gained[i]);
        range.most = is_new ? gained[i] : std::max(range.most, gained[i]);
      }
    }
  }
  return moments;
}

int most_of_all(const Moment& moment) {
  int most = moment.begin()->second.ledgers.back().most;
  for (const auto& [choice, following] : moment) most = std::max(most, following.ledgers.back().most);
  return most;
}

TEST(AnalysisDecisions, OpenBestAndDominatedChoicesEqualBruteForce) {
  std::size_t dominated = 0;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    const std::size_t dimensions = scenario.rulebook->rubric.dimensions.size();
    struct Pair {
      bool met = false;
      bool never_less = true;
      bool more = false;
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, Pair> pairs;  // the first against the second
    std::map<std::uint32_t, std::set<bool>> is_best;                // per choice that was ever open
    for (const auto& [beginning, moment] : moments_of(scenario, plays)) {
      for (const auto& [one, after_one] : moment) {
        is_best[one].insert(after_one.ledgers.back().most == most_of_all(moment));
        for (const auto& [other, after_other] : moment) {
          if (one == other) continue;
          Pair& pair = pairs[{one, other}];
          pair.met = true;
          for (std::size_t i = 0; i < dimensions; ++i) {
            const int most = after_one.ledgers[i].most - after_other.ledgers[i].most;
            const int least = after_one.ledgers[i].least - after_other.ledgers[i].least;
            pair.never_less = pair.never_less && most >= 0 && least >= 0;
            pair.more = pair.more || most > 0 || least > 0;
          }
        }
      }
    }
    const auto dominates = [&](std::uint32_t one, std::uint32_t other) {
      const auto found = pairs.find({one, other});
      return found != pairs.end() && found->second.met && found->second.never_less && found->second.more;
    };
    const Analysis analysis = analyze(scenario, "random");
    std::size_t open = 0;
    for (const DecisionPoint& point : analysis.decisions) {
      for (const DecisionChoice& choice : point.choices) {
        const auto known = is_best.find(choice.choice.value);
        ASSERT_NE(known, is_best.end());
        ++open;
        EXPECT_LE(choice.states_open, point.states);
        EXPECT_EQ(choice.gain, composite_gain(scenario, choice.choice));
        EXPECT_EQ(choice.states_best > 0, known->second.count(true) > 0);
        EXPECT_EQ(choice.states_best<choice.states_open, known->second.count(false)> 0);
        if (choice.dominated_by) {
          EXPECT_TRUE(dominates(choice.dominated_by->value, choice.choice.value));
          ++dominated;
        }
        const bool is_dominated = std::any_of(
            point.choices.begin(), point.choices.end(),
            [&](const DecisionChoice& other) { return dominates(other.choice.value, choice.choice.value); });
        EXPECT_EQ(choice.dominated_by.has_value(), is_dominated) << scenario.at(choice.choice).id.text;
      }
    }
    EXPECT_EQ(open, is_best.size());
  });
  EXPECT_GT(dominated, 300U);
}

TEST(AnalysisDecisions, ABestAnswerThatLosesLaterIsReportedExactlyThen) {
  std::size_t reported = 0;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    std::map<std::uint32_t, int> lost_at;  // per node, the most
    for (const auto& [beginning, moment] : moments_of(scenario, plays)) {
      int best_rated = -1'000;
      int then = 0;
      for (const auto& [choice, following] : moment) {
        const int gain = composite_gain(scenario, ChoiceIndex{choice});
        const int most = following.ledgers.back().most;
        if (gain > best_rated || (gain == best_rated && most > then)) {
          best_rated = gain;
          then = most;
        }
      }
      int& lost = lost_at[scenario.choices[moment.begin()->first].node.value];
      lost = std::max(lost, most_of_all(moment) - then);
    }
    std::size_t expected = 0;
    for (const auto& [node, lost] : lost_at) expected += lost > 0 ? 1U : 0U;
    std::size_t told = 0;
    for (const Diagnostic& finding : analyze(scenario, "random").findings) {
      if (finding.code != Code{116}) continue;
      ++told;
      const Play play = test::play_through(scenario, finding.witness);
      ASSERT_EQ(play.state.phase, Phase::deciding);
      EXPECT_GT(lost_at[play.state.node.value], 0);
    }
    EXPECT_EQ(told, expected);
    reported += told;
  });
  EXPECT_GT(reported, 100U);
}

TEST(AnalysisCare, ATearIsReportedExactlyWhenNothingBehindItCanMendIt) {
  std::size_t reported = 0;
  std::size_t silent = 0;
  for_small_scenarios(kScenarios, [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    const std::size_t rupture = test::variable_called(scenario, "rupture").value;
    const auto mends = [&](ChoiceIndex index) {
      const Choice& choice = scenario.at(index);
      return !choice.critical && std::any_of(choice.acts.begin(), choice.acts.end(), [&](ActIndex act) {
        return scenario.acts[act.value].id.text == "apologises";
      });
    };
    std::map<Beginning, bool> torn;  // whether something later can mend it
    for (const KnownPlay& known : plays) {
      const std::vector<Step> steps = replay(scenario, known.play);
      bool later = false;
      for (std::size_t k = known.play.decisions.size(); k-- > 0;) {
        later = later || mends(known.play.decisions[k].choice);
        const std::int32_t tear = steps[k].state.values[rupture];
        if (tear == 0 || (k > 0 && tear == steps[k - 1].state.values[rupture])) continue;
        bool& mended = torn.emplace(beginning_of(known.play, k), false).first->second;
        mended = mended || later;
      }
    }
    const bool expected =
        std::any_of(torn.begin(), torn.end(), [](const auto& moment) { return !moment.second; });
    std::size_t told = 0;
    for (const Diagnostic& finding : analyze(scenario, "random").findings) {
      if (finding.code != Code{122}) continue;
      ++told;
      const Play play = test::play_through(scenario, finding.witness);
      const auto moment = torn.find(beginning_of(play, play.decisions.size()));
      ASSERT_NE(moment, torn.end());
      EXPECT_FALSE(moment->second);
    }
    EXPECT_EQ(told, expected ? 1U : 0U);
    (expected ? reported : silent) += 1;
  });
  EXPECT_GT(reported, 100U);
  EXPECT_GT(silent, 100U);
}

int words_in(const std::string& text) {
  std::istringstream stream(text);
  std::string word;
  int words = 0;
  while (stream >> word) ++words;
  return words;
}

int words_in(const ShownPassage& passage) {
  int words = words_in(std::string(passage.stage)) + words_in(std::string(passage.mood)) +
              words_in(std::string(passage.sign));
  for (const Line& line : *passage.lines) words += words_in(line.text);
  return words;
}

int words_told(const Scenario& scenario, const Step& step) {
  int words = 0;
  for (const Event& event : step.events) {
    if (const auto* entered = std::get_if<NodeEntered>(&event)) words += words_in(entered->passage);
    if (const auto* reply = std::get_if<ReplyGiven>(&event)) words += words_in(reply->passage);
    if (const auto* ending = std::get_if<EndingReached>(&event)) {
      const Ending& reached = scenario.at(ending->ending);
      words += words_in(reached.title) + words_in(reached.what_happened) + words_in(reached.reflection);
    }
  }
  return words;
}

// At 238 words a minute, each answer to choose from and the feedback to the one chosen, and 20 seconds to
// decide.
double minutes_of(const Scenario& scenario, const Play& play) {
  int words = 0;
  const std::vector<Step> steps = replay(scenario, play);
  for (std::size_t k = 0; k < steps.size(); ++k) {
    words += words_told(scenario, steps[k]);
    for (const ChoiceIndex choice : offered(scenario, steps[k].state))
      words += words_in(scenario.at(choice).say);
    if (k < play.decisions.size()) {
      const Feedback& feedback = scenario.at(play.decisions[k].choice).feedback;
      words += words_in(feedback.heard) + words_in(feedback.why) + words_in(feedback.instead);
    }
  }
  return words / 238.0 + static_cast<double>(play.decisions.size()) * 20 / 60;
}

TEST(AnalysisTelling, ReadingTimesEqualBruteForce) {
  const auto check = [](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    double shortest = 1'000;
    double longest = 0;
    double expected = 0;
    int stretch = 0;
    for (const KnownPlay& known : plays) {
      const double minutes = minutes_of(scenario, known.play);
      shortest = std::min(shortest, minutes);
      longest = std::max(longest, minutes);
      expected += minutes * known.probability;
      for (const Step& step : replay(scenario, known.play)) {
        stretch = std::max(stretch, words_told(scenario, step));
      }
    }
    const Analysis analysis = analyze(scenario, "random");
    ASSERT_TRUE(analysis.reading.has_value());
    const Reading& reading = *analysis.reading;
    EXPECT_TRUE(reading.exact);
    EXPECT_NEAR(reading.shortest_minutes, shortest, kNear);
    EXPECT_NEAR(reading.longest_minutes, longest, kNear);
    EXPECT_NEAR(reading.expected_minutes, expected, kNear);
    EXPECT_EQ(reading.longest_stretch, stretch);
    const auto played = [&](const std::vector<ChoiceIndex>& way) {
      return test::play_through(scenario, test::ids_of(scenario, way));
    };
    EXPECT_NEAR(minutes_of(scenario, played(reading.shortest)), shortest, kNear);
    EXPECT_NEAR(minutes_of(scenario, played(reading.longest)), longest, kNear);
    EXPECT_EQ(words_told(scenario, replay(scenario, played(reading.to_stretch)).back()), stretch);
  };
  for_small_scenarios(kScenarios, test::dress_with_words, check);
}

// The variant whose fields are those that were shown; which of several like it does not matter here, since
// the conditions are asked in order.
template <class Visit>
void for_each_variant_shown(const Scenario& scenario, const Play& play, Visit visit) {
  for (const Step& step : replay(scenario, play)) {
    for (const Event& event : step.events) {
      const auto look = [&](const Telling& telling, auto place) {
        const auto shown =
            std::find_if(telling.variants.begin(), telling.variants.end(),
                         [&](const Variant& variant) { return variant.when.holds(step.state.values); });
        if (shown != telling.variants.end()) visit(place, shown - telling.variants.begin());
      };
      if (const auto* entered = std::get_if<NodeEntered>(&event)) {
        look(scenario.at(entered->node).telling, std::pair{0, entered->node.value});
      }
      if (const auto* reply = std::get_if<ReplyGiven>(&event)) {
        look(scenario.at(reply->choice).reply, std::pair{1, reply->choice.value});
      }
    }
  }
}

TEST(AnalysisTelling, VariantsThatAreNeverShownEqualBruteForce) {
  std::size_t unseen = 0;
  const auto check = [&](const Scenario& scenario, const std::vector<KnownPlay>& plays) {
    std::set<std::pair<std::pair<int, std::uint32_t>, std::ptrdiff_t>> shown;
    for (const KnownPlay& known : plays) {
      for_each_variant_shown(scenario, known.play, [&](auto place, std::ptrdiff_t variant) {
        shown.insert({place, variant});
      });
    }
    const Analysis analysis = analyze(scenario, "random");
    std::size_t count = 0;
    for (const VariantReach& variant : analysis.variants) {
      const auto place =
          variant.node ? std::pair{0, variant.node->value} : std::pair{1, variant.choice->value};
      EXPECT_EQ(variant.shown, shown.count({place, variant.variant}) > 0);
      unseen += variant.shown ? 0U : 1U;
      ++count;
    }
    std::size_t written = 0;
    for (const Node& node : scenario.nodes) written += node.telling.variants.size();
    for (const Choice& choice : scenario.choices) written += choice.reply.variants.size();
    EXPECT_EQ(count, written);
  };
  for_small_scenarios(kScenarios, test::dress_with_words, check);
  EXPECT_GT(unseen, 300U);
}

}  // namespace
}  // namespace steadfast
