#include "cli/analysis_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/analysis_tables.h"
#include "cli/telling.h"
#include "steadfast/review.h"

namespace steadfast::cli {

namespace {

std::string kind_in_words(const Analysis& analysis) {
  switch (analysis.kind) {
    case Outlook::Kind::exact:
      return fmt::format(
          "Exact: {} states, {}. Every way through was followed; a state is a moment, with what was said "
          "before it.",
          analysis.state_count, how_many_plays(analysis.path_count));
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

std::size_t passing(const Analysis& analysis) {
  return static_cast<std::size_t>(std::count_if(analysis.bots.begin(), analysis.bots.end(),
                                                [](const BotResult& bot) { return bot.passes; }));
}

std::string errors_in_words(const Analysis& analysis) {
  const auto errors =
      std::count_if(analysis.findings.begin(), analysis.findings.end(),
                    [](const Diagnostic& finding) { return finding.severity == Severity::error; });
  return fmt::format("Findings: {} ({} of them errors).\n", analysis.findings.size(), errors);
}

std::string reach_in_words(const Analysis& analysis) {
  std::string text = fmt::format("Reached: {} of {} nodes, {} of {} endings", reachable(analysis.nodes),
                                 analysis.nodes.size(), reachable(analysis.endings), analysis.endings.size());
  if (is_bounded(analysis)) return text + " so far; the rest may be reached beyond the bound.\n";
  text += fmt::format("; choices never open: {}", analysis.unreachable_choices.size());
  const auto unseen = std::count_if(analysis.variants.begin(), analysis.variants.end(),
                                    [](const VariantReach& variant) { return !variant.shown; });
  if (!analysis.variants.empty()) {
    text += fmt::format("; variants never shown: {} of {}", unseen, analysis.variants.size());
  }
  return text + ".\n";
}

std::string minutes_in_words(double minutes) {
  const long whole = std::max(1L, std::lround(minutes));
  return fmt::format("{} minute{}", whole, whole == 1 ? "" : "s");
}

std::string length_in_words(const Scenario& scenario, const Analysis& analysis) {
  if (!analysis.reading) return {};
  const Reading& reading = *analysis.reading;
  std::string text = fmt::format("A play takes about {}", minutes_in_words(reading.expected_minutes));
  if (std::lround(reading.shortest_minutes) != std::lround(reading.longest_minutes)) {
    text += fmt::format(", {}from {:.0f} to {:.0f}", reading.exact ? "" : "at the outside ",
                        reading.shortest_minutes, reading.longest_minutes);
  }
  if (scenario.minutes > 0) text += fmt::format("; the file says {}", scenario.minutes);
  if (!analysis.lengths.empty()) {
    const std::uint32_t fewest = analysis.lengths.front().decisions;
    const std::uint32_t most = analysis.lengths.back().decisions;
    text += fewest == most ? fmt::format(". It has {} decisions", most)
                           : fmt::format(". It has {} to {} decisions", fewest, most);
  }
  return text + fmt::format(", and at most {} words in a row without one.\n", reading.longest_stretch);
}

std::string status_in_words(const Analysis& analysis) {
  if (!analysis.statuses) return {};
  const StatusChances& statuses = *analysis.statuses;
  std::string text =
      fmt::format("Of 100 random plays {} are ready to discuss, {} practise again, {} need a debrief{}.\n",
                  of_100(statuses.ready_to_discuss.probability), of_100(statuses.practise_again.probability),
                  of_100(statuses.needs_debrief.probability), statuses.estimated ? " (estimated)" : "");
  if (analysis.decided) {
    text += fmt::format(
        "In {:.0f} of these 100 the first half alone decides whether the points are enough to be ready.\n",
        analysis.decided->points_in_first_half * 100);
  } else {
    text += "From when on this is certain was not worked out: it takes more states than the budget allows.\n";
  }
  return text;
}

std::string summary(const Scenario& scenario, const Analysis& analysis) {
  std::string text = scenario.title + "\n" + stop_in_words(analysis) + kind_in_words(analysis) + "\n";
  text += errors_in_words(analysis) + reach_in_words(analysis) + length_in_words(scenario, analysis) +
          status_in_words(analysis);
  if (analysis.chance_level) {
    text += fmt::format(
        "Chance level: {:.0f} of 100. So much is gained at random; 0 is the worst play, 100 the best.\n",
        *analysis.chance_level * 100);
  }
  if (!analysis.bots.empty()) {
    text += fmt::format("Bots that pass: {} of {}; none should. A bot answers by a rule and does not read.\n",
                        passing(analysis), analysis.bots.size());
  }
  return text;
}

std::string how_many(std::size_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

// What all of it comes to. People who review the scenario judge what no program can.
std::string verdict(const Analysis& analysis) {
  const auto count = [&analysis](Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(analysis.findings.begin(), analysis.findings.end(),
                      [severity](const Diagnostic& finding) { return finding.severity == severity; }));
  };
  const std::size_t errors = count(Severity::error);
  const std::size_t warnings = count(Severity::warning);
  if (errors > 0) {
    return fmt::format("Verdict: not yet fair. Mend the {} below first.\n",
                       errors == 1 ? "error" : fmt::format("{} errors", errors));
  }
  if (analysis.stopped_while || analysis.kind != Outlook::Kind::exact || !analysis.is_complete_elsewhere) {
    return "Verdict: not known, because not everything was looked at.\n";
  }
  if (warnings > 0) {
    return fmt::format("Verdict: fair, as far as a program can tell; {} below {} worth a look.\n",
                       how_many(warnings, "warning"), warnings == 1 ? "is" : "are");
  }
  return "Verdict: fair, as far as a program can tell.\n";
}

std::string findings(const Analysis& analysis, std::string_view source) {
  std::string text = analysis.findings.empty() ? "" : "\n";
  for (const Diagnostic& finding : analysis.findings) {
    text += format_diagnostic(finding, source);
    if (!finding.witness.empty()) {
      text += fmt::format("      = see it: --choose {}\n", fmt::join(finding.witness, ","));
    }
  }
  return text;
}

}  // namespace

std::string analysis_as_text(const Scenario& scenario, const Analysis& analysis, std::string_view source,
                             std::optional<Date> today) {
  std::string text = summary(scenario, analysis);
  text += review_sentence(scenario, today) + ".\n" + verdict(analysis);
  text += findings(analysis, source) + skills_table(scenario, analysis) + endings_table(scenario, analysis) +
          bots_table(scenario, analysis) + cues_table(scenario, analysis) +
          decisions_table(scenario, analysis) + places_table(scenario, analysis) + lengths_table(analysis) +
          decided_table(analysis) + ways(scenario, analysis);
  if (!analysis.unreachable_choices.empty()) {
    text += fmt::format("\nChoices that are never open: {}\n",
                        choice_list(scenario, analysis.unreachable_choices));
  }
  return text;
}

}  // namespace steadfast::cli
