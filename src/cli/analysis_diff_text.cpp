#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/analysis_diff.h"
#include "cli/talk.h"
#include "cli/telling.h"

namespace steadfast::cli {

namespace {

// Half-points as people count.
std::string points(double halves) {
  const double value = halves / 2;
  // As a whole number, a little less than nothing is 0 and not "-0".
  return std::abs(value - std::round(value)) < 0.005 ? fmt::format("{}", std::lround(value))
                                                     : fmt::format("{:.2f}", value);
}

std::string span(const std::optional<Range>& range) {
  if (!range || range->least == range->most) return "not practised";
  return fmt::format("from {} to {}, at random {}", points(range->least), points(range->most),
                     points(range->expected));
}

std::string of_100(double share) {
  return fmt::format("{:.1f} of 100", share * 100);
}

std::string what_it_is(Outlook::Kind kind) {
  switch (kind) {
    case Outlook::Kind::exact:
      return "could be looked at in full";
    case Outlook::Kind::bounded:
      return "has too many states to be looked at in full";
    case Outlook::Kind::endless:
      return "has plays that never end";
    case Outlook::Kind::stuck:
      break;
  }
  return "has a play that ends where nothing is offered";
}

std::string numbers(const AnalysisDiff& diff) {
  if (!diff.is_exact()) {
    return fmt::format(
        "The old file {}, the new one {}. So scores and chances cannot be compared; what follows is what is "
        "sure.\n",
        what_it_is(diff.kind.before), what_it_is(diff.kind.now));
  }
  std::string text;
  if (diff.plays.is_changed()) {
    text += fmt::format("There are {}, before {}.\n", how_many_plays(*diff.plays.now),
                        how_many_plays(*diff.plays.before));
  }
  if (!diff.ranges.empty()) text += "Ranges, in points over all plays\n";
  for (const RangeDiff& range : diff.ranges) {
    text += fmt::format("  {}: {}; before {}\n", range.dimension.empty() ? "All together" : range.dimension,
                        span(range.range.now), span(range.range.before));
  }
  const auto level = [](const std::optional<double>& chance) {
    return chance ? of_100(*chance) : std::string("none, since every play got the same");
  };
  if (diff.chance_level.is_changed()) {
    text += fmt::format("Chance level: {}, before {}.\n", level(diff.chance_level.now),
                        level(diff.chance_level.before));
  }
  if (diff.ready_by_chance.is_changed() && diff.ready_by_chance.before && diff.ready_by_chance.now) {
    text += fmt::format("Ready to discuss by chance: {} plays{}, before {}{}.\n",
                        of_100(*diff.ready_by_chance.now), diff.ready_is_estimated.now ? " (estimated)" : "",
                        of_100(*diff.ready_by_chance.before),
                        diff.ready_is_estimated.before ? " (estimated)" : "");
  }
  return text;
}

std::string bots(const AnalysisDiff& diff) {
  std::string text = diff.bots.empty() ? "" : "Bots\n";
  const auto told = [](bool passes, const std::optional<Status>& status) {
    return fmt::format("{}{}{}", passes ? "passes" : "does not pass", status ? ", " : "",
                       status ? to_string(*status) : "");
  };
  for (const BotDiff& bot : diff.bots) {
    text += fmt::format("  {}: {}; before {}\n", to_string(bot.bot), told(bot.passes.now, bot.status.now),
                        told(bot.passes.before, bot.status.before));
  }
  return text;
}

// How it is said of a node or an ending, or of a choice, that nothing leads to it.
struct ReachWords {
  const char* never;
  const char* no_longer;
  const char* again;
};
constexpr ReachWords kPlaceWords{"no play comes to it", "no play comes to it any more",
                                 "plays come to it now"};
constexpr ReachWords kChoiceWords{"nobody can choose it", "nobody can choose it any more",
                                  "it can be chosen now"};

std::string thing(const ThingDiff& thing, const ReachWords& words) {
  std::vector<std::string> changes;
  if (thing.is_gone()) return fmt::format("  `{}` is gone\n", thing.id.before);
  if (thing.is_new()) changes.emplace_back("is new");
  if (thing.is_renamed()) changes.push_back(fmt::format("was called `{}`", thing.id.before));
  if (thing.is_lost() || (thing.is_new() && thing.reached.now == false)) {
    changes.emplace_back(thing.is_new() ? words.never : words.no_longer);
  }
  if (thing.is_found()) changes.emplace_back(words.again);
  if (thing.likely.now && thing.is_new()) changes.push_back(of_100(*thing.likely.now) + " plays at random");
  if (thing.likely.before && thing.likely.now && thing.likely.is_changed()) {
    changes.push_back(fmt::format("{} plays at random, before {}", of_100(*thing.likely.now),
                                  of_100(*thing.likely.before)));
  }
  return fmt::format("  `{}`: {}\n", thing.id.now, fmt::join(changes, "; "));
}

std::string things(std::string_view title, const std::vector<ThingDiff>& all, const ReachWords& words) {
  std::string text = all.empty() ? "" : std::string(title) + "\n";
  for (const ThingDiff& each : all) text += thing(each, words);
  return text;
}

std::string changed_choices(const AnalysisDiff& diff) {
  std::string text = diff.changed_choices.empty() ? "" : "What choices do and are worth\n";
  const auto level = [](const std::optional<int>& rating) {
    return rating ? fmt::format("{}", *rating) : std::string("blank");
  };
  const auto written = [](const std::string& value) { return value.empty() ? "nothing" : "`" + value + "`"; };
  for (const ChoiceDiff& choice : diff.changed_choices) {
    std::vector<std::string> changes;
    for (const RatingDiff& rating : choice.ratings) {
      changes.push_back(fmt::format("{} {}, before {}", rating.dimension, level(rating.level.now),
                                    level(rating.level.before)));
    }
    for (const RuleDiff& rule : choice.rules) {
      changes.push_back(
          fmt::format("{} {}, before {}", rule.what, written(rule.text.now), written(rule.text.before)));
    }
    text += fmt::format("  `{}`: {}\n", choice.id.now, fmt::join(changes, "; "));
  }
  return text;
}

std::string finding(std::string_view mark, const Diagnostic& diagnostic) {
  return fmt::format("  {}: {}[{}]: {}\n", mark, diagnostic.severity == Severity::error ? "error" : "warning",
                     to_string(diagnostic.code), diagnostic.message);
}

std::string findings(const FindingsDiff& diff) {
  std::string text;
  for (const Diagnostic& fresh : diff.fresh) text += finding("new", fresh);
  for (const Diagnostic& resolved : diff.resolved) text += finding("mended", resolved);
  for (const auto& message : diff.reworded) {
    text += fmt::format("  still there: {}\n    before: {}\n", message.now, message.before);
  }
  for (const Diagnostic& told : diff.not_looked_for_before) {
    text += finding("told now; the old file could not be looked at for it", told);
  }
  for (const Diagnostic& told : diff.not_looked_for_now) {
    text += finding("told before; the new file could not be looked at for it", told);
  }
  return text.empty() ? text : "Findings\n" + text;
}

std::string result(const std::optional<PlayResult>& result) {
  if (!result) return "before the end";
  return fmt::format("at `{}`{}", result->ending,
                     result->status ? fmt::format(", {}", to_string(*result->status)) : std::string());
}

std::string_view told(PlayDiff::Record record) {
  switch (record) {
    case PlayDiff::Record::same:
      return "";
    case PlayDiff::Record::changed:
      return "    The new file records this play with other choices.\n";
    case PlayDiff::Record::gone:
      break;
  }
  return "    The new file does not record this play any more.\n";
}

std::string recorded_play(const PlayDiff& play) {
  std::string text;
  if (play.divergence && play.divergence->choice.empty()) {
    text = fmt::format("  `{}`: {}\n", play.id, play.divergence->why);
  } else if (play.divergence) {
    text = fmt::format("  `{}`: stops fitting at its choice {}, `{}`: {}\n", play.id,
                       play.divergence->decision + 1, play.divergence->choice, play.divergence->why);
  } else {
    text = fmt::format("  `{}`: ends {}; before {}\n", play.id, result(play.result.now),
                       result(play.result.before));
  }
  for (const std::string& broken : play.broken) text += fmt::format("    expected otherwise: {}\n", broken);
  return text + std::string(told(play.record));
}

std::string recorded_plays(const AnalysisDiff& diff) {
  if (diff.recorded_plays_before == 0) return {};
  const auto compared = diff.recorded_plays_before - diff.recorded_plays_broken_before;
  std::string text = fmt::format("Recorded plays of the old file: {} of {} go as before.\n",
                                 compared - diff.recorded_plays.size(), compared);
  if (diff.recorded_plays_broken_before > 0) {
    text += fmt::format("  {} could not be played in the old file either.\n",
                        counted(diff.recorded_plays_broken_before, "other"));
  }
  for (const PlayDiff& play : diff.recorded_plays) text += recorded_play(play);
  return text;
}

}  // namespace

std::string diff_as_text(const AnalysisDiff& diff, std::string_view old_file) {
  std::string text = fmt::format("What the edit changed since `{}`\n", old_file);
  if (diff.scenario.is_changed()) {
    text += fmt::format(
        "The conversation is called `{}` now, before `{}`: what was practised under the old id "
        "stays there.\n",
        diff.scenario.now, diff.scenario.before);
  }
  if (diff.is_nothing()) {
    text += diff.is_exact()
                ? "Nothing that matters for playing: what can be chosen, where it leads and what it is worth "
                  "are as before.\n"
                : numbers(diff) + "As far as that is sure, nothing that matters for playing changed.\n";
    return text + recorded_plays(diff);
  }
  return text + numbers(diff) + bots(diff) + things("Endings", diff.endings, kPlaceWords) +
         things("Nodes", diff.nodes, kPlaceWords) + things("Choices", diff.choices, kChoiceWords) +
         changed_choices(diff) + findings(diff.findings) + recorded_plays(diff);
}

}  // namespace steadfast::cli
