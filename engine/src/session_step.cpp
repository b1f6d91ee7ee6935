#include "session_step.h"

#include <algorithm>

namespace steadfast {
namespace {

void apply_change(const Scenario& scenario, const Change& change, std::span<std::int32_t> values) {
  const std::int32_t amount = change.amount.evaluate(values);
  std::int32_t& value = values[change.variable.value];
  const std::int64_t wanted =
      change.operation == ChangeOperation::set ? amount : std::int64_t{value} + std::int64_t{amount};
  const ValueRange range = range_of(scenario.variables[change.variable.value]);
  value = static_cast<std::int32_t>(std::clamp<std::int64_t>(wanted, range.least, range.most));
}

void apply_entries(const Scenario& scenario, const std::vector<ConditionalChanges>& entries,
                   std::span<std::int32_t> values) {
  for (const ConditionalChanges& entry : entries) {
    if (entry.when.holds(values)) {
      for (const Change& change : entry.changes) {
        apply_change(scenario, change, values);
      }
    }
  }
}

}  // namespace

ValueRange range_of(const Variable& variable) {
  ValueRange range{variable.least, std::max(variable.least, variable.most)};
  if (variable.drift) {
    const std::int64_t start = std::clamp(variable.start, range.least, range.most);
    const std::int64_t drift = std::max<std::int64_t>(0, *variable.drift);
    range.least = static_cast<std::int32_t>(std::max<std::int64_t>(range.least, start - drift));
    range.most = static_cast<std::int32_t>(std::min<std::int64_t>(range.most, start + drift));
  }
  return range;
}

std::vector<std::int32_t> start_values(const Scenario& scenario) {
  std::vector<std::int32_t> values;
  values.reserve(scenario.variables.size());
  for (const Variable& variable : scenario.variables) {
    const ValueRange range = range_of(variable);
    values.push_back(std::clamp(variable.start, range.least, range.most));
  }
  return values;
}

void apply_choice(const Scenario& scenario, const Choice& choice, std::span<std::int32_t> values) {
  if (choice.once) {
    values[choice.once->value] = 1;
  }
  for (const ActIndex act : choice.acts) {
    apply_entries(scenario, scenario.acts[act.value].changes, values);
  }
  for (const Change& effect : choice.effects) {
    apply_change(scenario, effect, values);
  }
  if (scenario.rulebook) {
    for (const Rule& rule : scenario.rulebook->model.rules) {
      apply_entries(scenario, rule.changes, values);
    }
  }
}

bool is_open(const Choice& choice, std::span<const std::int32_t> values) {
  return (!choice.once || values[choice.once->value] == 0) && choice.when.holds(values);
}

ShownPassage plain_passage(const Telling& telling) {
  const Passage& plain = telling.plain;
  return {plain.stage, &plain.lines, plain.mood, plain.pose, plain.sign};
}

ShownPassage with_variant(const Telling& telling, const Variant& variant) {
  ShownPassage shown = plain_passage(telling);
  const Passage& instead = variant.passage;
  if (!instead.stage.empty()) {
    shown.stage = instead.stage;
  }
  if (!instead.lines.empty()) {
    shown.lines = &instead.lines;
  }
  if (!instead.mood.empty()) {
    shown.mood = instead.mood;
  }
  if (instead.pose) {
    shown.pose = instead.pose;
  }
  if (!instead.sign.empty()) {
    shown.sign = instead.sign;
  }
  return shown;
}

Place settle(const Scenario& scenario, Target target, std::span<const std::int32_t> values,
             std::vector<NodeIndex>* passed) {
  // The values do not change on the way, so passing more nodes than there are means going round.
  for (std::size_t steps = 0; steps <= scenario.nodes.size(); ++steps) {
    if (const auto* ending = std::get_if<EndingIndex>(&target)) {
      return {Phase::ended, {}, *ending};
    }
    const NodeIndex index = std::get<NodeIndex>(target);
    const Node& node = scenario.at(index);
    if (passed != nullptr) {
      passed->push_back(index);
    }
    for (std::uint32_t i = 0; i < node.choice_count; ++i) {
      if (is_open(scenario.choices[node.first_choice + i], values)) {
        return {Phase::deciding, index, {}};
      }
    }
    if (!node.onward || steps == scenario.nodes.size()) {
      return {Phase::stuck, index, {}};
    }
    target = *node.onward;
  }
  return {Phase::stuck, {}, {}};
}

}  // namespace steadfast
