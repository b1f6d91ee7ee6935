#include "steadfast/policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "policy_branches.h"
#include "steadfast/scenario.h"

namespace steadfast {

namespace {

bool reads(const Expression& condition, std::int32_t variable) {
  const auto& program = condition.program();
  return std::any_of(program.begin(), program.end(), [variable](const Expression::Instruction& instruction) {
    return instruction.operation == Expression::Instruction::Operation::load &&
           instruction.operand == variable;
  });
}

// The position of the key's variable in the scenario; empty when it is only told.
std::optional<std::uint32_t> variable_of(const Scenario& scenario, const PolicyKey& key) {
  for (std::uint32_t position = 0; position < scenario.variables.size(); ++position) {
    const Variable& variable = scenario.variables[position];
    if (variable.origin == VariableOrigin::policy && variable.id.text == key.variable) return position;
  }
  return std::nullopt;
}

PolicyBranch branch_with(const Scenario& scenario, const std::vector<std::uint32_t>& variables,
                         const std::vector<std::int32_t>& values) {
  PolicyBranch branch{scenario, ""};
  for (std::size_t at = 0; at < variables.size(); ++at) {
    Variable& variable = branch.scenario.variables[variables[at]];
    variable.start = values[at];
    branch.answers += fmt::format("{}`{}` is `{}`", at == 0 ? "" : " and ", variable.id.text,
                                  variable.value_names[static_cast<std::size_t>(values[at])]);
  }
  return branch;
}

}  // namespace

bool reads_variable(const Scenario& scenario, std::uint32_t variable) {
  const auto read = static_cast<std::int32_t>(variable);
  const auto telling_reads = [read](const Telling& telling) {
    return std::any_of(telling.variants.begin(), telling.variants.end(),
                       [read](const Variant& variant) { return reads(variant.when, read); });
  };
  return std::any_of(
             scenario.choices.begin(), scenario.choices.end(),
             [&](const Choice& choice) { return reads(choice.when, read) || telling_reads(choice.reply); }) ||
         std::any_of(scenario.nodes.begin(), scenario.nodes.end(),
                     [&](const Node& node) { return telling_reads(node.telling); }) ||
         std::any_of(scenario.omissions.begin(), scenario.omissions.end(),
                     [&](const OmissionGate& gate) { return reads(gate.when, read); });
}

std::vector<PolicyBranch> other_policies(const Scenario& scenario, std::size_t most) {
  std::vector<std::uint32_t> variables;
  std::vector<std::int32_t> here;
  std::size_t combinations = 1;
  for (std::uint32_t position = 0; position < scenario.variables.size(); ++position) {
    const Variable& variable = scenario.variables[position];
    if (variable.origin != VariableOrigin::policy || !reads_variable(scenario, position)) continue;
    variables.push_back(position);
    here.push_back(variable.start);
    // Only whether there are too many of them matters, and the number of all may not fit.
    combinations = std::min(combinations * variable.value_names.size(), most + 1);
  }
  std::vector<PolicyBranch> branches;
  if (combinations > most) {
    for (std::size_t at = 0; at < variables.size(); ++at) {
      for (std::int32_t value = 0; value <= scenario.variables[variables[at]].most; ++value) {
        std::vector<std::int32_t> values = here;
        values[at] = value;
        if (values != here) branches.push_back(branch_with(scenario, variables, values));
      }
    }
    return branches;
  }
  // Counts through all combinations, as through numbers whose digits have different bases.
  std::vector<std::int32_t> values(variables.size(), 0);
  for (std::size_t round = 0; round < combinations; ++round) {
    if (values != here) branches.push_back(branch_with(scenario, variables, values));
    for (std::size_t at = 0; at < values.size(); ++at) {
      if (++values[at] <= scenario.variables[variables[at]].most) break;
      values[at] = 0;
    }
  }
  return branches;
}

std::vector<PolicyAnswer> policy_answers(const Scenario& scenario) {
  std::vector<PolicyAnswer> answers;
  for (const std::uint32_t position : scenario.policy) {
    const PolicyKey& key = scenario.rulebook->policy.keys[position];
    const bool differs = key.value != key.default_value;
    const auto variable = variable_of(scenario, key);
    const bool is_followed = variable && reads_variable(scenario, *variable);
    answers.push_back({&key, differs && !is_followed});
  }
  return answers;
}

std::string policy_sentence(const PolicyAnswer& answer) {
  const PolicyKey& key = *answer.key;
  if (!key.is_set()) {
    return fmt::format("{}: your program has not said this yet. Find out before your first meeting: {}",
                       key.name, key.asks);
  }
  std::string sentence = fmt::format("{}: {}", key.name, key.says);
  if (answer.is_not_followed) {
    sentence += fmt::format(
        " This conversation was written for another rule: “{}” Follow your own, and talk the difference over "
        "with your trainer.",
        key.default_says);
  }
  return sentence;
}

}  // namespace steadfast
