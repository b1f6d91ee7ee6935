// Variables, flags, conditions and changes: what the mentee model and scenarios have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "codes.h"
#include "names.h"
#include "problems.h"
#include "steadfast/expression.h"
#include "steadfast/policy.h"
#include "steadfast/rulebook.h"
#include "yaml_tree.h"

namespace steadfast {

// The position of named conditions in the table of names: behind every variable.
inline constexpr std::uint32_t kConditionPosition = 0xFFFFFFFFU;

// Everything a condition can name while a file is read. Variables, flags and named conditions share
// one table of names, so that nothing is called twice.
struct StateScope {
  std::vector<Variable> variables;
  std::vector<NamedCondition> conditions;
  NameTable names{"variable or flag", codes::kUnknownVariable};
  const Policy* policy = nullptr;  // for a hint where a key was not listed; may be null
  // Names of things that no condition can read, for a hint.
  std::vector<const NameTable*> unreadable = {};

  ExpressionScope scope() const { return {variables, conditions, &names.positions()}; }
};

// Reads entries of `flags` and adds them.
void read_flags(YamlNode list, VariableOrigin origin, StateScope& state, Problems& problems);

// A whole number, a truth or a value name, as the variable has it; its least value when it is refused.
std::int32_t read_start_value(YamlNode value, const Variable& variable, Problems& problems);

// A condition; absent ones always hold.
Expression read_condition(YamlNode text, const StateScope& state, Problems& problems);

// One `variable: change`. Nothing when it is refused.
std::optional<Change> read_change(const YamlEntry& entry, const StateScope& state, Problems& problems);

// A list of entries of `changes`.
std::vector<ConditionalChanges> read_changes(YamlNode list, const StateScope& state, Problems& problems);

}  // namespace steadfast
