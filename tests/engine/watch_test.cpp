// Whoever stops an analysis gets what is known so far, and nothing that the whole analysis would not say.
#include "steadfast/watch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "analysis_kinds.h"
#include "steadfast/analysis.h"
#include "support/random_scenario.h"

namespace steadfast {
namespace {

using test::build;
using test::ChoiceSpec;
using test::flag;
using test::ScenarioSpec;

// `steps` moments, each with a number that goes its own way: 3^n states after n of them.
ScenarioSpec wide(int steps) {
  ScenarioSpec spec;
  spec.dimensions = 1;
  for (int i = 0; i < steps; ++i) {
    const std::string number = std::to_string(i);
    spec.variables.push_back({"v" + number, 0, 2, 0});
    std::vector<ChoiceSpec> choices;
    for (int value = 0; value < 3; ++value) {
      const std::string name = "c" + number + std::to_string(value);
      ChoiceSpec choice{name, {{1, value + 1}}, i + 1 == steps ? "last" : "n" + std::to_string(i + 1)};
      choice.effects = {{"v" + number, "= " + std::to_string(value)}};
      choices.push_back(choice);
    }
    spec.nodes.push_back({"n" + number, choices});
  }
  std::string sum = "v0";
  for (int i = 1; i < steps; ++i) sum += " * 3 + v" + std::to_string(i);
  spec.nodes.push_back({"last", {{"even", {{1, 2}}, "end", sum + " > 1"}, {"odd", {{1, 3}}, "end"}}});
  spec.endings = {"end"};
  return spec;
}

TEST(Watch, IsAskedNowAndThenAndStopsForGood) {
  int looks = 0;
  Watch watch([&looks](const Progress&) { return ++looks < 3; }, 10);
  watch.begin("counting", 100);
  int ticks = 0;
  while (watch.tick()) ++ticks;
  EXPECT_EQ(ticks, 29);
  EXPECT_EQ(looks, 3);
  EXPECT_TRUE(watch.is_stopped());
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(watch.tick());
  EXPECT_EQ(looks, 3) << "whoever has stopped it is not asked again";
}

TEST(Watch, KeepsThePlaceWhereItWasStopped) {
  Watch watch([](const Progress&) { return false; }, 1);
  watch.begin("first", 7);
  EXPECT_FALSE(watch.tick());
  watch.begin_sure("second", 9);
  watch.begin_policy(2, 3);
  EXPECT_EQ(watch.progress().part, "first");
  EXPECT_EQ(watch.progress().most, 7U);
  EXPECT_FALSE(watch.progress().is_sure);
  EXPECT_EQ(watch.progress().policy, 0U);
}

TEST(Watch, WithoutAnybodyNothingStops) {
  Watch watch;
  for (int i = 0; i < 10'000; ++i) ASSERT_TRUE(watch.tick());
  EXPECT_FALSE(watch.is_stopped());
}

TEST(Watch, SeesHowFarTheExploringIs) {
  const Scenario scenario = build(wide(7));
  std::size_t before = 0;
  std::size_t looks = 0;
  Watch watch(
      [&](const Progress& progress) {
        if (progress.part != "exploring states") return true;
        ++looks;
        EXPECT_GE(progress.done, before);
        EXPECT_GT(progress.waiting, 0U);
        EXPECT_LE(progress.done + progress.waiting, progress.most);
        EXPECT_EQ(progress.most, 10'000U);
        before = progress.done;
        return true;
      },
      16);
  EXPECT_EQ(Outlook::explore(scenario, {10'000}, watch).kind(), Outlook::Kind::exact);
  EXPECT_GT(looks, 100U);
}

TEST(StoppedOutlook, IsBoundedWhereverItIsStopped) {
  const Scenario scenario = build(wide(4));
  const auto explore = [&scenario](int stop_at) {
    int looks = 0;
    Watch watch([&looks, stop_at](const Progress&) { return ++looks != stop_at; }, 1);
    const Outlook outlook = Outlook::explore(scenario, {1'000'000}, watch);
    EXPECT_EQ(watch.is_stopped(), looks == stop_at);
    return outlook.kind();
  };
  int stop_at = 1;
  while (explore(stop_at) == Outlook::Kind::bounded) ++stop_at;
  // States, edges and their order and ranges: each was a place to stop at.
  EXPECT_GT(stop_at, 3 * 121);
  EXPECT_EQ(explore(stop_at), Outlook::Kind::exact);
}

// A cycle may be entered elsewhere when less is known; all else is told in the same words.
std::multiset<std::string> said(const Analysis& analysis) {
  std::multiset<std::string> all;
  for (const Diagnostic& finding : analysis.findings) {
    if (finding.code == kTooManyStates) continue;
    all.insert(finding.code == kEndlessConversation ? to_string(finding.code)
                                                    : to_string(finding.code) + " " + finding.message);
  }
  return all;
}

// Each part of the analysis is there as a whole, or not at all.
void expect_same_or_nothing(const Analysis& whole, const Analysis& part) {
  const auto ready = [](const Analysis& analysis) { return analysis.statuses->ready_to_discuss.probability; };
  if (part.statuses && !part.statuses->estimated) {
    EXPECT_EQ(ready(part), ready(whole));
  }
  if (part.decided) {
    EXPECT_EQ(part.decided->status, whole.decided->status);
    EXPECT_EQ(part.decided->points, whole.decided->points);
    EXPECT_EQ(part.decided->points_in_first_half, whole.decided->points_in_first_half);
    EXPECT_EQ(part.decided->first_lost, whole.decided->first_lost);
  }
  if (part.reading && part.reading->exact) {
    EXPECT_EQ(part.reading->shortest_minutes, whole.reading->shortest_minutes);
    EXPECT_EQ(part.reading->expected_minutes, whole.reading->expected_minutes);
    EXPECT_EQ(part.reading->longest, whole.reading->longest);
  }
  const auto expect_size = [](std::size_t here, std::size_t there) {
    EXPECT_TRUE(here == 0 || here == there);
  };
  expect_size(part.points.size(), whole.points.size());
  expect_size(part.decisions.size(), whole.decisions.size());
  expect_size(part.opportunities.size(), whole.opportunities.size());
  expect_size(part.lengths.size(), whole.lengths.size());
  expect_size(part.variants.size(), whole.variants.size());
  for (std::size_t i = 0; i < part.points.size(); ++i) {
    EXPECT_EQ(part.points[i].range, whole.points[i].range);
    expect_size(part.points[i].chances.size(), whole.points[i].chances.size());
  }
  for (std::size_t i = 0; i < part.nodes.size(); ++i) {
    if (part.nodes[i].probability) {
      EXPECT_EQ(part.nodes[i].probability, whole.nodes[i].probability);
    }
    expect_size(part.nodes[i].points.size(), whole.nodes[i].points.size());
  }
  for (std::size_t i = 0; i < part.decisions.size(); ++i) {
    EXPECT_EQ(part.decisions[i].differs, whole.decisions[i].differs);
    expect_size(part.decisions[i].choices.size(), whole.decisions[i].choices.size());
  }
  for (std::size_t i = 0; i < part.lengths.size(); ++i) {
    EXPECT_EQ(part.lengths[i].probability, whole.lengths[i].probability);
  }
}

void expect_no_more_than(const Analysis& whole, const Analysis& part, const std::string& trace) {
  SCOPED_TRACE(trace);
  const auto all = said(whole);
  const auto some = said(part);
  EXPECT_TRUE(std::includes(all.begin(), all.end(), some.begin(), some.end()))
      << (some.empty() ? "" : *some.begin());
  for (std::size_t i = 0; i < part.nodes.size(); ++i) {
    EXPECT_LE(part.nodes[i].reachable, whole.nodes[i].reachable);
    if (!part.is_complete) continue;
    EXPECT_EQ(part.nodes[i].reachable, whole.nodes[i].reachable);
  }
  for (std::size_t i = 0; i < part.endings.size(); ++i) {
    EXPECT_LE(part.endings[i].reachable, whole.endings[i].reachable);
    if (part.kind != Outlook::Kind::exact) continue;
    EXPECT_EQ(part.endings[i].probability, whole.endings[i].probability);
  }
  if (part.kind == Outlook::Kind::exact) {
    EXPECT_EQ(part.path_count, whole.path_count);
    EXPECT_EQ(part.dimensions, whole.dimensions);
    EXPECT_EQ(part.composite, whole.composite);
    EXPECT_EQ(part.chance_level, whole.chance_level);
  } else {
    EXPECT_TRUE(part.dimensions.empty());
    EXPECT_FALSE(part.chance_level);
    EXPECT_TRUE(part.bots.empty());
  }
  for (const ChoiceIndex choice : part.unreachable_choices) {
    EXPECT_EQ(std::count(whole.unreachable_choices.begin(), whole.unreachable_choices.end(), choice), 1);
  }
  for (std::size_t i = 0; i < part.bots.size(); ++i) {
    EXPECT_EQ(part.bots[i].passes, whole.bots[i].passes);
    EXPECT_EQ(part.bots[i].probability_ready, whole.bots[i].probability_ready);
  }
  expect_same_or_nothing(whole, part);
}

// Random conversations, some with an edge back that makes them endless or a condition that makes them stuck.
ScenarioSpec troubled(std::uint64_t seed) {
  ScenarioSpec spec = test::random_spec(seed);
  if (seed % 4 == 1) {
    ChoiceSpec& choice = spec.nodes.front().choices.front();
    choice.once = false;
    choice.when = "trust >= 50";
    choice.to = spec.nodes.front().id;
  }
  if (seed % 4 == 2) {
    for (ChoiceSpec& choice : spec.nodes.back().choices) choice.when = "trust >= 50";
    spec.nodes.back().onward.clear();
  }
  return spec;
}

TEST(StoppedAnalysis, SaysNothingThatTheWholeOneDoesNotSay) {
  std::size_t stopped = 0;
  std::set<Outlook::Kind> kinds;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Scenario scenario = build(troubled(seed));
    std::size_t all_looks = 0;
    const Analysis whole =
        analyze(scenario, "random", {}, Watch([&all_looks](const Progress&) { return ++all_looks > 0; }, 1));
    EXPECT_FALSE(whole.stopped_while);
    kinds.insert(whole.kind);
    const std::size_t stride = std::max<std::size_t>(1, all_looks / 40);
    for (std::size_t stop_at = 1; stop_at <= all_looks; stop_at += stride) {
      std::size_t looks = 0;
      const Analysis part = analyze(
          scenario, "random", {}, Watch([&looks, stop_at](const Progress&) { return ++looks < stop_at; }, 1));
      ASSERT_TRUE(part.stopped_while);
      EXPECT_FALSE(part.stopped_while->part.empty());
      EXPECT_EQ(looks, stop_at);
      ++stopped;
      expect_no_more_than(whole, part,
                          "seed " + std::to_string(seed) + ", stopped at " + std::to_string(stop_at) +
                              " while " + std::string(part.stopped_while->part));
    }
  }
  EXPECT_GT(stopped, 1'000U);
  EXPECT_EQ(kinds.size(), 3U) << "exact, endless and stuck";
}

TEST(BoundedAnalysis, SaysNothingThatTheWholeOneDoesNotSay) {
  std::size_t bounded = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const Scenario scenario = build(troubled(seed));
    const Analysis whole = analyze(scenario, "random");
    const std::size_t stride = std::max<std::size_t>(1, whole.state_count / 12);
    for (std::size_t limit = 0; limit < whole.state_count; limit += stride) {
      AnalysisLimits limits;
      limits.states = limit;
      const Analysis part = analyze(scenario, "random", limits);
      EXPECT_LE(part.state_count, std::max<std::size_t>(limit, 1));
      if (part.is_complete) continue;
      ++bounded;
      EXPECT_FALSE(part.stopped_while);
      const auto too_many = std::count_if(part.findings.begin(), part.findings.end(),
                                          [](const Diagnostic& each) { return each.code == kTooManyStates; });
      EXPECT_EQ(too_many, part.kind == Outlook::Kind::endless ? 0 : 1)
          << "said once, and not where going round makes so many";
      expect_no_more_than(whole, part, "seed " + std::to_string(seed) + ", limit " + std::to_string(limit));
    }
  }
  EXPECT_GT(bounded, 300U);
}

}  // namespace
}  // namespace steadfast
