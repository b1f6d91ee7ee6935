// Tells an author or a trainer which parts of a condition are in the way. Works on the compiled program,
// turned back into a tree, so that named conditions are shown as what they stand for.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "expression_parts.h"
#include "steadfast/expression.h"
#include "steadfast/rulebook.h"

namespace steadfast {
namespace {

using Instruction = Expression::Instruction;
using Operation = Instruction::Operation;

struct TreeNode {
  Instruction instruction;
  std::size_t left = 0;  // positions in the tree; a single operand is `right`
  std::size_t right = 0;
  std::size_t first = 0;  // where its stretch of the program begins; it ends at the node itself
};

int operand_count(Operation operation) {
  switch (operation) {
    case Operation::push:
    case Operation::load:
      return 0;
    case Operation::negate:
    case Operation::absolute:
    case Operation::logical_not:
      return 1;
    default:
      return 2;
  }
}

// How tightly an operation binds; what binds less tightly than its place needs brackets.
int strength(Operation operation) {
  switch (operation) {
    case Operation::logical_or:
      return 1;
    case Operation::logical_and:
      return 2;
    case Operation::logical_not:
      return 3;
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal:
    case Operation::equal:
    case Operation::not_equal:
      return 4;
    case Operation::add:
    case Operation::subtract:
      return 5;
    case Operation::multiply:
    case Operation::divide:
      return 6;
    case Operation::negate:
      return 7;
    default:
      return 8;
  }
}

std::string_view sign_of(Operation operation) {
  switch (operation) {
    case Operation::logical_or:
      return "or";
    case Operation::logical_and:
      return "and";
    case Operation::less:
      return "<";
    case Operation::less_equal:
      return "<=";
    case Operation::greater:
      return ">";
    case Operation::greater_equal:
      return ">=";
    case Operation::equal:
      return "==";
    case Operation::not_equal:
      return "!=";
    case Operation::add:
      return "+";
    case Operation::subtract:
      return "-";
    case Operation::multiply:
      return "*";
    case Operation::divide:
      return "/";
    default:
      return "";
  }
}

bool is_inside_a_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool says_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool starts = at == 0 || !is_inside_a_word(text[at - 1]);
    if (starts && (end == text.size() || !is_inside_a_word(text[end]))) return true;
  }
  return false;
}

class Explainer {
 public:
  Explainer(const Expression& condition, std::span<const Variable> variables,
            std::span<const std::int32_t> values, std::span<const NamedCondition> names = {})
      : variables_(variables), values_(values) {
    const std::vector<Instruction>& program = condition.program();
    for (const NamedCondition& name : names) {
      if (says_word(condition.text(), name.name)) names_.push_back(&name);
    }
    std::vector<std::size_t> waiting;
    for (const Instruction& instruction : program) {
      TreeNode node{instruction, 0, 0, tree_.size()};
      const auto operands = static_cast<std::size_t>(operand_count(instruction.operation));
      if (waiting.size() < operands) {
        return;
      }
      if (operands >= 1) {
        node.right = waiting.back();
        node.first = tree_[node.right].first;
        waiting.pop_back();
      }
      if (operands == 2) {
        node.left = waiting.back();
        node.first = tree_[node.left].first;
        waiting.pop_back();
      }
      waiting.push_back(tree_.size());
      tree_.push_back(node);
    }
    program_ = &program;
    well_formed_ = waiting.size() == 1;
  }

  std::vector<std::string> explain() {
    if (well_formed_) {
      collect(tree_.size() - 1, true);
    }
    return std::move(parts_);
  }

  std::vector<Expression> must_hold() const {
    std::vector<Expression> parts;
    std::vector<std::size_t> waiting;
    if (well_formed_) {
      waiting.push_back(tree_.size() - 1);
    }
    while (!waiting.empty()) {
      const std::size_t position = waiting.back();
      waiting.pop_back();
      if (tree_[position].instruction.operation == Operation::logical_and && name_at(position) == nullptr) {
        waiting.push_back(tree_[position].right);
        waiting.push_back(tree_[position].left);
      } else {
        parts.push_back(part_at(position, write(position, 0)));
      }
    }
    return parts;
  }

 private:
  // `wanted` is the value the part would need; it does not have it now. Negations turn `and` into
  // `or` and the other way round, so each part found is as small as it can be.
  void collect(std::size_t position, bool wanted) {
    const TreeNode& node = tree_[position];
    const Operation operation = node.instruction.operation;
    const bool is_named = name_at(position) != nullptr;
    if (operation == Operation::logical_not && !is_named) {
      collect(node.right, !wanted);
    } else if ((operation == Operation::logical_and || operation == Operation::logical_or) && !is_named) {
      for (const std::size_t side : {node.left, node.right}) {
        if (holds(side) != wanted) {
          collect(side, wanted);
        }
      }
    } else {
      const bool constant = operation == Operation::push;
      std::string part = constant ? (wanted ? "false" : "true")
                         : wanted ? write(position, 0)
                                  : "not " + write(position, 4);
      if (std::find(parts_.begin(), parts_.end(), part) == parts_.end()) {
        parts_.push_back(std::move(part));
      }
    }
  }

  // The named condition that this part is written as, if any. One that is a single word stands for itself.
  const NamedCondition* name_at(std::size_t position) const {
    const std::size_t first = tree_[position].first;
    const std::size_t length = position + 1 - first;
    for (const NamedCondition* name : names_) {
      const std::vector<Instruction>& is = name->is.program();
      if (length > 1 && is.size() == length &&
          std::equal(is.begin(), is.end(), program_->begin() + static_cast<std::ptrdiff_t>(first))) {
        return name;
      }
    }
    return nullptr;
  }

  Expression part_at(std::size_t position, std::string text) const {
    const auto begin = program_->begin() + static_cast<std::ptrdiff_t>(tree_[position].first);
    const auto end = program_->begin() + static_cast<std::ptrdiff_t>(position) + 1;
    return Expression(std::move(text), ExpressionType::truth, {begin, end});
  }

  bool holds(std::size_t position) const { return part_at(position, {}).holds(values_); }

  const Variable* variable_at(std::size_t position) const {
    const Instruction& instruction = tree_[position].instruction;
    const auto index = static_cast<std::size_t>(instruction.operand);
    return instruction.operation == Operation::load && index < variables_.size() ? &variables_[index]
                                                                                 : nullptr;
  }

  bool is_truth(std::size_t position) const {
    const int level = strength(tree_[position].instruction.operation);
    const Variable* variable = variable_at(position);
    return level <= 4 || (variable != nullptr && variable->kind == VariableKind::flag);
  }

  std::string write_operand(std::size_t position, int least_strength, std::size_t beside) const {
    const Instruction& instruction = tree_[position].instruction;
    if (instruction.operation == Operation::push) {
      const Variable* variable = variable_at(beside);
      const auto value = static_cast<std::size_t>(instruction.operand);
      if (variable != nullptr && variable->kind == VariableKind::named &&
          value < variable->value_names.size()) {
        return variable->value_names[value];
      }
      if (is_truth(beside)) {
        return instruction.operand != 0 ? "true" : "false";
      }
    }
    return write(position, least_strength);
  }

  std::string write(std::size_t position, int least_strength) const {
    if (const NamedCondition* name = name_at(position)) return name->name;
    const TreeNode& node = tree_[position];
    const Operation operation = node.instruction.operation;
    const int level = strength(operation);
    std::string text;
    if (operation == Operation::push) {
      text = fmt::format("{}", node.instruction.operand);
    } else if (operation == Operation::load) {
      const Variable* variable = variable_at(position);
      text = variable != nullptr ? variable->id.text : "?";
    } else if (operation == Operation::negate) {
      text = "-" + write(node.right, level);
    } else if (operation == Operation::logical_not) {
      text = "not " + write(node.right, level);
    } else if (operation == Operation::absolute) {
      text = fmt::format("abs({})", write(node.right, 0));
    } else if (operation == Operation::minimum || operation == Operation::maximum) {
      text = fmt::format("{}({}, {})", operation == Operation::minimum ? "min" : "max", write(node.left, 0),
                         write(node.right, 0));
    } else if (level == 4) {
      const Variable* left = variable_at(node.left);
      const bool named = left != nullptr && left->kind == VariableKind::named;
      const std::string_view sign = !named                          ? sign_of(operation)
                                    : operation == Operation::equal ? "is"
                                                                    : "is not";
      text = fmt::format("{} {} {}", write_operand(node.left, 5, node.right), sign,
                         write_operand(node.right, 5, node.left));
    } else {
      text =
          fmt::format("{} {} {}", write(node.left, level), sign_of(operation), write(node.right, level + 1));
    }
    return level < least_strength ? "(" + text + ")" : text;
  }

  std::span<const Variable> variables_;
  std::span<const std::int32_t> values_;
  std::vector<const NamedCondition*> names_;
  const std::vector<Instruction>* program_ = nullptr;
  std::vector<TreeNode> tree_;
  std::vector<std::string> parts_;
  bool well_formed_ = false;
};

}  // namespace

std::vector<std::string> why_false(const Expression& condition, std::span<const Variable> variables,
                                   std::span<const std::int32_t> values) {
  if (condition.holds(values)) {
    return {};
  }
  return Explainer(condition, variables, values).explain();
}

std::vector<std::string> why_false_by_name(const Expression& condition, std::span<const Variable> variables,
                                           std::span<const std::int32_t> values,
                                           std::span<const NamedCondition> names) {
  if (condition.holds(values)) {
    return {};
  }
  return Explainer(condition, variables, values, names).explain();
}

std::vector<Expression> parts_that_must_hold(const Expression& condition, std::span<const Variable> variables,
                                             std::span<const NamedCondition> names) {
  return Explainer(condition, variables, {}, names).must_hold();
}

}  // namespace steadfast
