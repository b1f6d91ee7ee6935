#include "cli/condition_glossary.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "steadfast/expression_words.h"

namespace steadfast::cli {

namespace {

const Variable* find_variable(const Scenario& scenario, std::string_view name) {
  const auto found =
      std::find_if(scenario.variables.begin(), scenario.variables.end(), [name](const Variable& variable) {
        return variable.origin != VariableOrigin::once && variable.id.text == name;
      });
  return found == scenario.variables.end() ? nullptr : &*found;
}

const NamedCondition* find_condition(const Scenario& scenario, std::string_view name) {
  const auto& conditions = scenario.rulebook->model.conditions;
  const auto found = std::find_if(conditions.begin(), conditions.end(),
                                  [name](const NamedCondition& condition) { return condition.name == name; });
  return found == conditions.end() ? nullptr : &*found;
}

ExpressionScope scope_of(const Scenario& scenario) {
  return {scenario.variables, scenario.rulebook->model.conditions};
}

std::string line_for(const Variable& variable) {
  std::string values = "yes or no";
  if (variable.kind == VariableKind::number) {
    values = fmt::format("from {} to {}", variable.least, variable.most);
  } else if (variable.kind == VariableKind::named) {
    values = fmt::format("one of {}", fmt::join(variable.value_names, ", "));
  }
  return fmt::format("{} ({}; {} at the start): {}\n", variable.id.text, values,
                     value_in_words(variable, variable.start), variable.meaning);
}

}  // namespace

std::string value_in_words(const Variable& variable, std::int32_t value) {
  if (variable.kind == VariableKind::flag) return value != 0 ? "yes" : "no";
  const auto position = static_cast<std::size_t>(value);
  if (variable.kind == VariableKind::named && position < variable.value_names.size()) {
    return variable.value_names[position];
  }
  return fmt::format("{}", value);
}

void ConditionGlossary::add(std::string_view name) {
  const Variable* variable = find_variable(scenario_, name);
  const NamedCondition* condition = variable == nullptr ? find_condition(scenario_, name) : nullptr;
  if (variable == nullptr && condition == nullptr) return;
  const std::string_view kept = variable != nullptr ? variable->id.text : condition->name;
  if (std::find(names_.begin(), names_.end(), kept) != names_.end()) return;
  names_.push_back(kept);
  if (condition == nullptr) return;
  for (const std::string& part : in_words(condition->is, scope_of(scenario_)).names) add(part);
}

std::string ConditionGlossary::lines() const {
  std::string text;
  for (const std::string_view name : names_) {
    if (const Variable* variable = find_variable(scenario_, name)) {
      text += line_for(*variable);
    } else if (const NamedCondition* condition = find_condition(scenario_, name)) {
      text += fmt::format("{} (when {}): {}\n", name, in_words(condition->is, scope_of(scenario_)).text,
                          condition->meaning);
    }
  }
  return text;
}

}  // namespace steadfast::cli
