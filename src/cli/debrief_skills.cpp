#include "cli/debrief_skills.h"

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/telling.h"

namespace steadfast::cli {

namespace {

int percent(double share) {
  return static_cast<int>(std::lround(share * 100));
}

// Where answering at random would land.
int chance(const Ledger& ledger) {
  return percent((ledger.expected - ledger.least) / (ledger.most - ledger.least));
}

// The words behind a number: what was said about this skill, answer by answer.
void tell_reasons(Talk& talk, const Scenario& scenario, const Score& score, DimensionIndex dimension) {
  for (std::size_t position = 0; position < score.decisions.size(); ++position) {
    for (const Rating& rating : scenario.at(score.decisions[position].decision.choice).ratings) {
      if (rating.dimension != dimension) continue;
      talk.say(
          fmt::format("  Moment {}: {}, {}", position + 1, word(helpfulness(rating.level)), rating.because));
    }
  }
}

std::optional<VariableIndex> trust_of(const Scenario& scenario) {
  for (std::size_t position = 0; position < scenario.variables.size(); ++position) {
    if (scenario.variables[position].id.text == "trust") return index_of<Variable>(position);
  }
  return std::nullopt;
}

}  // namespace

void tell_skills(Talk& talk, const Scenario& scenario, const Score& score) {
  const Rubric& rubric = scenario.rulebook->rubric;
  std::string not_practised;
  talk.say("Of what this conversation made possible, 0 to 100:");
  for (std::size_t position = 0; position < rubric.dimensions.size(); ++position) {
    const Dimension& dimension = rubric.dimensions[position];
    const Ledger& ledger = score.dimensions[position];
    if (!ledger.achieved) {
      not_practised += (not_practised.empty() ? "" : ", ") + dimension.name;
      continue;
    }
    talk.say(fmt::format("{}: {}, {} of 100. Answering at random would land near {}.", dimension.name,
                         to_string(ledger.band), percent(*ledger.achieved), chance(ledger)));
    if (ledger.capped) talk.say("  A serious error was not repaired, so this one stays at practise again.");
    tell_reasons(talk, scenario, score, index_of<Dimension>(position));
  }
  if (!not_practised.empty()) talk.say(fmt::format("Not practised in this conversation: {}.", not_practised));
}

void tell_trust(Talk& talk, const Scenario& scenario, const Play& play) {
  const auto trust = trust_of(scenario);
  if (!trust) return;
  talk.say(fmt::format(
      "Trust, as {} might feel it, 0 to 100. One possible young person, not a formula, and no part of "
      "your score.",
      scenario.mentee.name));
  std::size_t moment = 0;
  for (const Step& step : replay(scenario, play)) {
    const std::int32_t value = step.state.values[trust->value];
    talk.say(moment == 0 ? fmt::format("  At the start: {}", value)
                         : fmt::format("  After moment {}: {}", moment, value));
    ++moment;
  }
}

}  // namespace steadfast::cli
