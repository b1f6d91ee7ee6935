#include "steadfast/analysis_diff.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "analysis_diff_parts.h"

namespace steadfast {
namespace {

// The same number reached by another way of adding up is no change.
bool is_same(double before, double now) {
  return std::abs(before - now) <= 1e-9 * std::max(1.0, std::abs(before));
}

BeforeAndNow<std::optional<double>> numbers(std::optional<double> before, std::optional<double> now) {
  return {before, before && now && is_same(*before, *now) ? before : now};
}

BeforeAndNow<std::optional<Range>> spans(std::optional<Range> before, std::optional<Range> now) {
  if (before && now && is_same(before->expected, now->expected)) now->expected = before->expected;
  return {before, now};
}

// Pairs first, in the old order, then what is new.
template <class Thing, class Reached, class Likely>
std::vector<ThingDiff> compare(const std::vector<Thing>& old, const std::vector<Thing>& now,
                               const Pairs& pairs, const Reached& reached, const Likely& likely) {
  std::vector<ThingDiff> changed;
  const auto add = [&](std::optional<std::size_t> before, std::optional<std::size_t> after) {
    ThingDiff thing;
    if (before) thing.id.before = old[*before].id.text;
    if (after) thing.id.now = now[*after].id.text;
    thing.reached = reached(before, after);
    thing.likely = likely(before, after);
    const bool is_likelier = thing.likely.before && thing.likely.now && thing.likely.is_changed();
    if (thing.is_new() || thing.is_gone() || thing.is_renamed() || thing.is_lost() || thing.is_found() ||
        is_likelier) {
      changed.push_back(std::move(thing));
    }
  };
  for (std::size_t i = 0; i < old.size(); ++i) add(i, pairs.now_of(i));
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!pairs.old_of(i)) add(std::nullopt, i);
  }
  return changed;
}

std::vector<bool> reachable_choices(const DiffSide& side) {
  std::vector<bool> reached(side.scenario.choices.size(), true);
  for (const ChoiceIndex choice : side.analysis.unreachable_choices) reached[choice.value] = false;
  return reached;
}

std::optional<double> ready_by_chance(const Analysis& analysis) {
  for (const BotResult& result : analysis.bots) {
    if (result.bot == Bot::random) return result.probability_ready;
  }
  return std::nullopt;
}

bool ready_is_estimated(const Analysis& analysis) {
  return std::any_of(analysis.bots.begin(), analysis.bots.end(),
                     [](const BotResult& result) { return result.bot == Bot::random && result.estimated; });
}

// By the dimension's id.
std::map<std::string, Range> ranges_of(const DiffSide& side) {
  std::map<std::string, Range> ranges;
  const auto& dimensions = side.scenario.rulebook->rubric.dimensions;
  for (std::size_t i = 0; i < side.analysis.dimensions.size(); ++i) {
    ranges[dimensions[i].id.text] = side.analysis.dimensions[i];
  }
  return ranges;
}

std::optional<Range> find(const std::map<std::string, Range>& ranges, const std::string& dimension) {
  const auto found = ranges.find(dimension);
  return found == ranges.end() ? std::nullopt : std::optional(found->second);
}

void diff_ranges(const DiffInput& input, AnalysisDiff& diff) {
  const auto before = ranges_of(input.old);
  const auto after = ranges_of(input.now);
  auto all = before;
  all.insert(after.begin(), after.end());
  for (const auto& [dimension, ignored] : all) {
    const RangeDiff range{dimension, spans(find(before, dimension), find(after, dimension))};
    if (range.range.is_changed()) diff.ranges.push_back(range);
  }
  const RangeDiff composite{{}, spans(input.old.analysis.composite, input.now.analysis.composite)};
  if (composite.range.is_changed()) diff.ranges.push_back(composite);
}

void diff_bots(const DiffInput& input, AnalysisDiff& diff) {
  for (const BotResult& before : input.old.analysis.bots) {
    for (const BotResult& after : input.now.analysis.bots) {
      if (before.bot != after.bot) continue;
      const auto status = [](const BotResult& result) {
        return result.score ? result.score->status : std::nullopt;
      };
      const BotDiff bot{before.bot, {before.passes, after.passes}, {status(before), status(after)}};
      if (bot.passes.is_changed() || bot.status.is_changed()) diff.bots.push_back(bot);
    }
  }
}

}  // namespace

void diff_things(const DiffInput& input, AnalysisDiff& diff) {
  using Position = std::optional<std::size_t>;
  using Reached = BeforeAndNow<std::optional<bool>>;
  using Likely = BeforeAndNow<std::optional<double>>;
  const auto never = [](Position, Position) { return Likely{}; };
  const auto reach = [](const DiffSide& side, const auto& list, Position at) {
    return at ? side.known(list[*at].reachable) : std::nullopt;
  };
  const Analysis& before = input.old.analysis;
  const Analysis& after = input.now.analysis;
  diff.nodes = compare(
      input.old.scenario.nodes, input.now.scenario.nodes, input.nodes,
      [&](Position old, Position now) {
        return Reached{reach(input.old, before.nodes, old), reach(input.now, after.nodes, now)};
      },
      never);
  diff.endings = compare(
      input.old.scenario.endings, input.now.scenario.endings, input.endings,
      [&](Position old, Position now) {
        return Reached{reach(input.old, before.endings, old), reach(input.now, after.endings, now)};
      },
      [&](Position old, Position now) {
        const auto likely = [](const Analysis& analysis, Position at) {
          return at && analysis.kind == Outlook::Kind::exact
                     ? std::optional(analysis.endings[*at].probability)
                     : std::nullopt;
        };
        return numbers(likely(before, old), likely(after, now));
      });
  const std::vector<bool> open_before = reachable_choices(input.old);
  const std::vector<bool> open_after = reachable_choices(input.now);
  const auto open = [](const DiffSide& side, const std::vector<bool>& list, Position at) {
    return at && side.analysis.is_complete ? std::optional(bool{list[*at]}) : std::nullopt;
  };
  diff.choices = compare(
      input.old.scenario.choices, input.now.scenario.choices, input.choices,
      [&](Position old, Position now) {
        return Reached{open(input.old, open_before, old), open(input.now, open_after, now)};
      },
      never);
}

void diff_numbers(const DiffInput& input, AnalysisDiff& diff) {
  const Analysis& before = input.old.analysis;
  const Analysis& after = input.now.analysis;
  const auto exact = [](const Analysis& analysis, double number) {
    return analysis.kind == Outlook::Kind::exact ? std::optional(number) : std::nullopt;
  };
  diff.plays = numbers(exact(before, before.path_count), exact(after, after.path_count));
  if (!diff.is_exact()) return;
  diff.chance_level = numbers(before.chance_level, after.chance_level);
  diff.ready_by_chance = numbers(ready_by_chance(before), ready_by_chance(after));
  diff.ready_is_estimated = {ready_is_estimated(before), ready_is_estimated(after)};
  diff_ranges(input, diff);
  diff_bots(input, diff);
}

bool AnalysisDiff::is_nothing() const {
  return !scenario.is_changed() && !kind.is_changed() && !plays.is_changed() && !chance_level.is_changed() &&
         !ready_by_chance.is_changed() && ranges.empty() && bots.empty() && endings.empty() &&
         nodes.empty() && choices.empty() && changed_choices.empty() && findings.is_nothing() &&
         std::none_of(recorded_plays.begin(), recorded_plays.end(),
                      [](const PlayDiff& play) { return play.is_changed(); });
}

AnalysisDiff diff(const Scenario& old, const Analysis& before, const Scenario& now, const Analysis& after) {
  const DiffInput input{{old, before},
                        {now, after},
                        Pairs(old.nodes, now.nodes),
                        Pairs(old.choices, now.choices),
                        Pairs(old.endings, now.endings)};
  AnalysisDiff diff;
  diff.scenario = {old.id, now.id};
  diff.kind = {before.kind, after.kind};
  diff.is_complete = {before.is_complete, after.is_complete};
  diff_numbers(input, diff);
  diff_things(input, diff);
  diff_choices(input, diff);
  diff_findings(input, diff);
  diff_plays(input, diff);
  return diff;
}

}  // namespace steadfast
