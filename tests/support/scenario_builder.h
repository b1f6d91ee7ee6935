// Scenarios written in code, for tests of the engine that must not depend on the loader.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "steadfast/scenario.h"

namespace steadfast::test {

// "trust" "+ 4" as an author would write it: the sign is the operation.
struct ChangeSpec {
  std::string variable{};
  std::string amount{};
};

struct EntrySpec {
  std::string when{};
  std::vector<ChangeSpec> changes{};
};

struct ActSpec {
  std::string id{};
  std::vector<EntrySpec> changes{};
  bool repairs = false;
};

struct VariableSpec {
  std::string id{};
  int least = 0;
  int most = 1;
  int start = 0;
  std::optional<int> drift{};
  VariableKind kind = VariableKind::number;
  std::vector<std::string> value_names{};
};

inline VariableSpec flag(std::string id, bool start = false) {
  return {std::move(id), 0, 1, start ? 1 : 0, {}, VariableKind::flag, {}};
}

inline VariableSpec named(std::string id, std::vector<std::string> names) {
  const int most = static_cast<int>(names.size()) - 1;
  return {std::move(id), 0, most, 0, {}, VariableKind::named, std::move(names)};
}

struct RatingSpec {
  int dimension = 1;  // 1 for D1
  int level = 2;
};

struct ChoiceSpec {
  std::string id = {};
  std::vector<RatingSpec> rate = {};
  std::string to = {};
  std::string when = {};
  bool once = false;
  std::vector<std::string> acts = {};
  std::vector<ChangeSpec> effects = {};
  int critical = 0;  // 1 for C1, 0 for none
  bool serious = false;
  std::string say = {};
  std::string closed_because = {};
  Telling reply = {};
  std::vector<std::string> was = {};
};

struct NodeSpec {
  std::string id = {};
  std::vector<ChoiceSpec> choices = {};
  std::string onward = {};  // `next`, `end` or `otherwise`
  int weight = 2;           // in halves
  Telling telling = {};
  std::vector<std::string> was = {};
};

struct OmissionSpec {
  std::string id{};
  std::string flag{};
  std::string when{};
};

struct ConditionSpec {
  std::string name{};
  std::string is{};
};

struct ScenarioSpec {
  int dimensions = 3;
  std::vector<VariableSpec> variables{};
  std::vector<ConditionSpec> conditions{};
  std::vector<ActSpec> acts{};
  std::vector<EntrySpec> rules{};
  std::vector<NodeSpec> nodes{};
  std::vector<std::string> endings{};
  std::vector<OmissionSpec> omissions{};
  std::vector<RecordedPlay> plays{};
};

// Links a specification. A mistake in it throws, so that the test that made it fails.
class ScenarioBuilder {
 public:
  explicit ScenarioBuilder(const ScenarioSpec& spec) : spec_(spec) {
    for (std::size_t i = 0; i < spec.nodes.size(); ++i) {
      targets_.emplace(spec.nodes[i].id, index_of<Node>(i));
    }
    for (std::size_t i = 0; i < spec.endings.size(); ++i) {
      targets_.emplace(spec.endings[i], index_of<Ending>(i));
    }
  }

  Scenario build() {
    auto rulebook = std::make_shared<Rulebook>();
    rulebook_ = rulebook.get();
    for (int i = 1; i <= spec_.dimensions; ++i) {
      Dimension dimension;
      dimension.id.text = "D" + std::to_string(i);
      dimension.name = "Dimension " + std::to_string(i);
      rulebook_->rubric.dimensions.push_back(dimension);
    }
    for (int i = 1; i <= 11; ++i) {
      rulebook_->rubric.critical_errors.push_back({{"C" + std::to_string(i)}, "critical", "why"});
    }
    scenario_.id = "built";
    scenario_.title = "Built";
    scenario_.content_hash = "0123456789abcdef0123456789abcdef";
    scenario_.play_hash = scenario_.content_hash;
    add_variables();
    add_acts_and_rules();
    add_nodes();
    add_omissions();
    scenario_.plays = spec_.plays;
    rulebook_->acts = scenario_.acts;
    scenario_.rulebook = std::move(rulebook);
    return std::move(scenario_);
  }

 private:
  Expression compile(const std::string& text, ExpressionType type) const {
    if (text.empty()) {
      return {};
    }
    CompiledExpression compiled =
        compile_expression(text, type, {scenario_.variables, rulebook_->model.conditions});
    if (!compiled.problems.empty()) {
      throw std::logic_error(text + ": " + compiled.problems.front().message);
    }
    return std::move(compiled.expression);
  }

  void add_variables() {
    for (const VariableSpec& spec : spec_.variables) {
      Variable variable;
      variable.id.text = spec.id;
      variable.kind = spec.kind;
      variable.origin = VariableOrigin::model;
      variable.least = spec.least;
      variable.most = spec.most;
      variable.start = spec.start;
      variable.drift = spec.drift;
      variable.value_names = spec.value_names;
      scenario_.variables.push_back(variable);
    }
    rulebook_->model.variables = scenario_.variables;
    for (const ConditionSpec& spec : spec_.conditions) {
      rulebook_->model.conditions.push_back({spec.name, compile(spec.is, ExpressionType::truth)});
    }
  }

  Change change(const ChangeSpec& spec) const {
    for (std::uint32_t i = 0; i < scenario_.variables.size(); ++i) {
      const Variable& variable = scenario_.variables[i];
      if (variable.id.text != spec.variable) {
        continue;
      }
      Change change{VariableIndex{i}, ChangeOperation::set, {}};
      if (variable.kind == VariableKind::named) {
        for (std::size_t value = 0; value < variable.value_names.size(); ++value) {
          if ("= " + variable.value_names[value] == spec.amount) {
            change.amount =
                Expression(spec.amount, ExpressionType::number,
                           {{Expression::Instruction::Operation::push, static_cast<std::int32_t>(value)}});
            return change;
          }
        }
        throw std::logic_error("no value " + spec.amount);
      }
      if (variable.kind == VariableKind::flag) {
        change.amount = compile(spec.amount, ExpressionType::truth);
        return change;
      }
      const char sign = spec.amount.at(0);
      const std::string rest = spec.amount.substr(1);
      change.operation = sign == '=' ? ChangeOperation::set : ChangeOperation::add;
      change.amount = compile(sign == '-' ? "-(" + rest + ")" : rest, ExpressionType::number);
      return change;
    }
    throw std::logic_error("no variable " + spec.variable);
  }

  std::vector<ConditionalChanges> entries(const std::vector<EntrySpec>& specs) const {
    std::vector<ConditionalChanges> result;
    for (const EntrySpec& spec : specs) {
      ConditionalChanges entry{compile(spec.when, ExpressionType::truth), {}};
      for (const ChangeSpec& each : spec.changes) {
        entry.changes.push_back(change(each));
      }
      result.push_back(std::move(entry));
    }
    return result;
  }

  void add_acts_and_rules() {
    for (const ActSpec& spec : spec_.acts) {
      if (spec.repairs) {
        rulebook_->rubric.repairing_acts.push_back(index_of<Act>(scenario_.acts.size()));
      }
      scenario_.acts.push_back({{spec.id}, "meaning", entries(spec.changes)});
    }
    rulebook_->model.rules.push_back({"rules", "meaning", entries(spec_.rules)});
  }

  Target target(const std::string& id) const {
    const auto found = targets_.find(id);
    if (found == targets_.end()) {
      throw std::logic_error("nothing is called " + id);
    }
    return found->second;
  }

  ActIndex act(const std::string& id) const {
    for (std::size_t i = 0; i < spec_.acts.size(); ++i) {
      if (spec_.acts[i].id == id) {
        return index_of<Act>(i);
      }
    }
    throw std::logic_error("no act " + id);
  }

  void add_choice(const ChoiceSpec& spec, NodeIndex node) {
    Choice choice;
    choice.id.text = spec.id;
    choice.node = node;
    choice.say = spec.say.empty() ? spec.id : spec.say;
    for (const RatingSpec& rating : spec.rate) {
      choice.ratings.push_back(
          {DimensionIndex{static_cast<std::uint32_t>(rating.dimension - 1)}, rating.level, ""});
    }
    for (const std::string& id : spec.acts) {
      choice.acts.push_back(act(id));
    }
    for (const ChangeSpec& effect : spec.effects) {
      choice.effects.push_back(change(effect));
    }
    if (spec.critical > 0) {
      choice.critical = CriticalErrorIndex{static_cast<std::uint32_t>(spec.critical - 1)};
    }
    choice.serious = spec.serious;
    choice.reply = spec.reply;
    choice.when = compile(spec.when, ExpressionType::truth);
    choice.closed_because = spec.closed_because;
    choice.next = target(spec.to);
    for (const std::string& id : spec.was) {
      choice.was.push_back({id});
    }
    if (spec.once) {
      Variable once;
      once.id.text = "once:" + spec.id;
      once.kind = VariableKind::flag;
      once.origin = VariableOrigin::once;
      choice.once = index_of<Variable>(scenario_.variables.size() + once_flags_.size());
      once_flags_.push_back(once);
    }
    scenario_.choices.push_back(std::move(choice));
  }

  void add_nodes() {
    for (const NodeSpec& spec : spec_.nodes) {
      Node node;
      node.id.text = spec.id;
      node.telling = spec.telling;
      node.weight = spec.weight;
      node.first_choice = static_cast<std::uint32_t>(scenario_.choices.size());
      node.choice_count = static_cast<std::uint32_t>(spec.choices.size());
      if (!spec.onward.empty()) {
        node.onward = target(spec.onward);
      }
      for (const std::string& id : spec.was) {
        node.was.push_back({id});
      }
      for (const ChoiceSpec& choice : spec.choices) {
        add_choice(choice, index_of<Node>(scenario_.nodes.size()));
      }
      scenario_.nodes.push_back(std::move(node));
    }
    scenario_.variables.insert(scenario_.variables.end(), once_flags_.begin(), once_flags_.end());
    for (const std::string& id : spec_.endings) {
      Ending ending;
      ending.id.text = id;
      scenario_.endings.push_back(ending);
    }
  }

  void add_omissions() {
    for (const OmissionSpec& spec : spec_.omissions) {
      OmissionGate gate;
      gate.id = spec.id;
      gate.name = spec.id;
      gate.when = compile(spec.when, ExpressionType::truth);
      for (std::size_t i = 0; i < spec_.variables.size(); ++i) {
        if (spec_.variables[i].id == spec.flag) {
          gate.flag = index_of<Variable>(i);
        }
      }
      scenario_.omissions.push_back(gate);
    }
  }

  const ScenarioSpec& spec_;
  Scenario scenario_;
  std::map<std::string, Target> targets_;
  Rulebook* rulebook_ = nullptr;
  std::vector<Variable> once_flags_;
};

inline Scenario build(const ScenarioSpec& spec) {
  return ScenarioBuilder(spec).build();
}

inline ChoiceIndex choice_called(const Scenario& scenario, const std::string& id) {
  for (std::size_t i = 0; i < scenario.choices.size(); ++i) {
    if (scenario.choices[i].id.text == id) {
      return index_of<Choice>(i);
    }
  }
  throw std::logic_error("no choice " + id);
}

inline VariableIndex variable_called(const Scenario& scenario, const std::string& id) {
  for (std::size_t i = 0; i < scenario.variables.size(); ++i) {
    if (scenario.variables[i].id.text == id) {
      return index_of<Variable>(i);
    }
  }
  throw std::logic_error("no variable " + id);
}

inline std::vector<std::string> ids_of(const Scenario& scenario, const std::vector<ChoiceIndex>& choices) {
  std::vector<std::string> ids;
  for (const ChoiceIndex choice : choices) {
    ids.push_back(scenario.at(choice).id.text);
  }
  return ids;
}

}  // namespace steadfast::test
