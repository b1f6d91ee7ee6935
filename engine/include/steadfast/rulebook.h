// What every scenario is played and scored with: the rubric, the mentee model, the acts and the policy.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "steadfast/expression.h"
#include "steadfast/ids.h"
#include "steadfast/policy.h"

namespace steadfast {

// --- Rubric ---------------------------------------------------------------------------------

struct Dimension {
  DimensionId id;          // "D1"
  std::string name;        // "Consistent presence"
  std::string short_name;  // fits a bar's label
  std::string definition;
  std::array<std::string, 5> anchors;  // an example for each level 0 to 4
};

struct CriticalError {
  CriticalErrorId id;  // "C1"
  std::string name;
  std::string why;
};

// Percent of what the conversation made possible; a dimension below `growing` is "practise again".
struct Bands {
  int growing = 50;
  int strong = 75;
  int ready = 70;  // the composite a play needs for "ready to discuss"
};

struct Rubric {
  std::vector<Dimension> dimensions;
  std::vector<CriticalError> critical_errors;
  Bands bands;
  std::vector<ActIndex> repairing_acts;  // a later choice with one of these lifts the cap of a serious error
};

// --- Mentee model ---------------------------------------------------------------------------

enum class VariableKind { number, flag, named };
enum class VariableOrigin { model, scenario, policy, once };

// Every value the state remembers. Flags are 0 or 1; named values count from 0.
struct Variable {
  VariableId id;
  VariableKind kind = VariableKind::number;
  VariableOrigin origin = VariableOrigin::scenario;
  std::int32_t least = 0;
  std::int32_t most = 1;
  std::int32_t start = 0;
  // When set, the value stays within this distance of where the scenario starts it (`pull`).
  std::optional<std::int32_t> drift;
  std::vector<std::string> value_names;  // for kind named
  std::string meaning;
};

enum class ChangeOperation { add, set };

// One assignment: the result is clamped to the variable's range at once.
struct Change {
  VariableIndex variable;
  ChangeOperation operation = ChangeOperation::add;
  Expression amount;  // a number, or a truth when a flag is set
};

// One entry of a `changes` list: `when` is looked at once, before the first of its changes; the changes
// then apply in order, each seeing the ones before.
struct ConditionalChanges {
  Expression when;
  std::vector<Change> changes;
};

// A thing a mentor does, from the one shared vocabulary.
struct Act {
  ActId id;
  std::string meaning;
  std::vector<ConditionalChanges> changes;  // applied in order, each seeing the ones before
};

// Applied in order after the acts and effects of each choice.
struct Rule {
  std::string id;
  std::string meaning;
  std::vector<ConditionalChanges> changes;
};

struct MenteeModel {
  std::vector<Variable> variables;
  std::vector<NamedCondition> conditions;
  std::vector<Rule> rules;
};

struct Rulebook {
  Rubric rubric;
  MenteeModel model;
  std::vector<Act> acts;
  Policy policy;        // of the programme; no part of what reviewers sign
  std::string content;  // canonical form of rubric, model and acts, part of every content hash
};

}  // namespace steadfast
