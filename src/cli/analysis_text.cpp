#include "cli/analysis_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "cli/telling.h"
#include "steadfast/review.h"

namespace steadfast::cli {

namespace {

std::string ids(const Scenario& scenario, const std::vector<ChoiceIndex>& choices) {
  std::string text;
  for (const ChoiceIndex choice : choices) text += (text.empty() ? "" : ",") + scenario.at(choice).id.text;
  return text.empty() ? "no choice" : text;
}

// Half-points as people count: 3 is 1.5.
std::string points(double halves) {
  const double value = halves / 2;
  return std::abs(value - std::round(value)) < 0.005 ? fmt::format("{:.0f}", value)
                                                     : fmt::format("{:.2f}", value);
}

template <class Reach>
std::string shortest(const Scenario& scenario, const Reach& reach) {
  return reach.is_witness_left_out ? "left out, since all ways together are very long"
                                   : ids(scenario, reach.witness);
}

std::string kind_in_words(const Analysis& analysis) {
  switch (analysis.kind) {
    case Outlook::Kind::exact:
      return fmt::format("Exact: {} states, {}.", analysis.state_count, how_many_plays(analysis.path_count));
    case Outlook::Kind::bounded:
      if (analysis.stopped_while) {
        return fmt::format("Not exact: {} states were looked at, so there are no percentages.",
                           analysis.state_count);
      }
      return fmt::format("Bounded, not exact: more than {} states, so there are no percentages.",
                         analysis.state_count);
    case Outlook::Kind::endless:
      return "Some plays never end, so nothing can be scored.";
    case Outlook::Kind::stuck:
      break;
  }
  return "Some play ends where nothing is offered, so nothing can be scored.";
}

template <class Reach>
std::size_t reachable(const std::vector<Reach>& all) {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const Reach& reach) { return reach.reachable; }));
}

bool is_bounded(const Analysis& analysis) {
  return !analysis.is_complete;
}

// What is missing after a stop is missing without a word, so this is said first.
std::string stop_in_words(const Analysis& analysis) {
  if (!analysis.stopped_while) return {};
  const Progress& at = *analysis.stopped_while;
  const std::string policy =
      at.policy == 0
          ? std::string()
          : fmt::format(", for set {} of the {} other answers to the policy", at.policy, at.policies);
  return fmt::format("Stopped while {}{}. Below is what was known by then; the rest was not looked at.\n",
                     at.part, policy);
}

// Beyond the bound nobody looked.
std::string_view not_reached(const Analysis& analysis) {
  return is_bounded(analysis) ? "not reached so far" : "never reached";
}

std::size_t passing(const Analysis& analysis) {
  return static_cast<std::size_t>(std::count_if(analysis.bots.begin(), analysis.bots.end(),
                                                [](const BotResult& bot) { return bot.passes; }));
}

std::string summary(const Scenario& scenario, const Analysis& analysis) {
  std::string text = scenario.title + "\n" + stop_in_words(analysis) + kind_in_words(analysis) + "\n";
  const auto errors =
      std::count_if(analysis.findings.begin(), analysis.findings.end(),
                    [](const Diagnostic& finding) { return finding.severity == Severity::error; });
  text += fmt::format("Findings: {} ({} of them errors).\n", analysis.findings.size(), errors);
  text += fmt::format("Reached: {} of {} nodes, {} of {} endings", reachable(analysis.nodes),
                      analysis.nodes.size(), reachable(analysis.endings), analysis.endings.size());
  text += is_bounded(analysis)
              ? " so far; the rest may be reached beyond the bound.\n"
              : fmt::format("; choices never open: {}.\n", analysis.unreachable_choices.size());
  if (!analysis.bots.empty()) {
    text += fmt::format("Bots that pass: {} of {}; none should.\n", passing(analysis), analysis.bots.size());
  }
  return text;
}

std::string range_line(std::string_view name, const Range& range) {
  if (range.least == range.most) return fmt::format("  {}: not practised in this conversation\n", name);
  return fmt::format("  {}: from {} to {}, at random {}\n", name, points(range.least), points(range.most),
                     points(range.expected));
}

std::string ranges(const Scenario& scenario, const Analysis& analysis) {
  if (analysis.dimensions.empty()) return {};
  std::string text = "\nRanges, in points over all plays\n";
  const auto& dimensions = scenario.rulebook->rubric.dimensions;
  for (std::size_t position = 0; position < analysis.dimensions.size(); ++position) {
    const std::string name = dimensions[position].id.text + " " + dimensions[position].name;
    text += range_line(name, analysis.dimensions[position]);
  }
  text += range_line("All together", analysis.composite);
  text += fmt::format("  The best play of all together lies {} points under the best of each skill.\n",
                      points(analysis.composite_most_if_independent - analysis.composite.most));
  if (analysis.chance_level) {
    text += fmt::format("Chance level: {:.0f} of 100.\n", *analysis.chance_level * 100);
  }
  return text;
}

std::string bots(const Scenario& scenario, const Analysis& analysis) {
  if (analysis.bots.empty()) return {};
  std::string text = "\nBots\n";
  for (const BotResult& bot : analysis.bots) {
    text += fmt::format("  {}: {}", to_string(bot.bot), bot.passes ? "passes" : "does not pass");
    if (bot.bot == Bot::random) {
      text += fmt::format(", ready to discuss in {:.1f} of 100 plays{}\n", bot.probability_ready * 100,
                          bot.estimated ? " (estimated)" : "");
      continue;
    }
    if (bot.score && bot.score->status) text += fmt::format(", {}", to_string(*bot.score->status));
    if (bot.score && bot.score->composite.achieved) {
      text += fmt::format(", {:.0f} of 100", *bot.score->composite.achieved * 100);
    }
    text += fmt::format(" ({})\n", ids(scenario, bot.choices));
  }
  return text;
}

std::string cues(const Analysis& analysis) {
  if (analysis.cues.empty()) return {};
  std::string text = "\nIs the best answer …\n";
  for (const CueResult& cue : analysis.cues) {
    if (cue.decisions.empty()) continue;
    double by_chance = 0;
    for (const CueAtDecision& decision : cue.decisions) by_chance += decision.chance;
    text += fmt::format("  {}: in {} of {} decisions (by chance {:.1f}){}\n", to_string(cue.cue), cue.hits,
                        cue.decisions.size(), by_chance, cue.gives_away ? ", which gives it away" : "");
  }
  return text;
}

std::string reach(const Scenario& scenario, const Analysis& analysis) {
  std::string text = "\nEndings\n";
  for (const EndingReach& ending : analysis.endings) {
    text += fmt::format("  {}: ", scenario.at(ending.ending).id.text);
    if (!ending.reachable) {
      text += fmt::format("{}\n", not_reached(analysis));
      continue;
    }
    if (analysis.kind == Outlook::Kind::exact) {
      text += fmt::format("{:.1f} of 100 plays at random; ", ending.probability * 100);
    }
    text += fmt::format("shortest: {}\n", shortest(scenario, ending));
  }
  text += "\nNodes\n";
  for (const NodeReach& node : analysis.nodes) {
    text += fmt::format(
        "  {}: {}\n", scenario.at(node.node).id.text,
        node.reachable ? "shortest: " + shortest(scenario, node) : std::string(not_reached(analysis)));
  }
  if (!analysis.unreachable_choices.empty()) {
    text += fmt::format("\nChoices that are never open: {}\n", ids(scenario, analysis.unreachable_choices));
  }
  return text;
}

}  // namespace

std::string analysis_as_text(const Scenario& scenario, const Analysis& analysis, std::string_view source,
                             std::optional<Date> today) {
  std::string text = summary(scenario, analysis);
  text += review_sentence(scenario, today) + ".\n";
  if (!analysis.findings.empty()) text += "\n";
  for (const Diagnostic& finding : analysis.findings) text += format_diagnostic(finding, source);
  if (analysis.kind == Outlook::Kind::exact) text += ranges(scenario, analysis);
  return text + bots(scenario, analysis) + cues(analysis) + reach(scenario, analysis);
}

}  // namespace steadfast::cli
