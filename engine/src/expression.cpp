#include "steadfast/expression.h"

#include <algorithm>
#include <array>

#include "expression_limits.h"
#include "steadfast/rulebook.h"

namespace steadfast {
namespace {

using Operation = Expression::Instruction::Operation;

std::int32_t saturated(std::int64_t value) {
  return static_cast<std::int32_t>(
      std::clamp<std::int64_t>(value, -kLargestExpressionValue, kLargestExpressionValue));
}

std::int32_t combine(Operation operation, std::int64_t left, std::int64_t right) {
  switch (operation) {
    case Operation::add:
      return saturated(left + right);
    case Operation::subtract:
      return saturated(left - right);
    case Operation::multiply:
      return saturated(left * right);
    case Operation::divide:
      return right == 0 ? 0 : saturated(left / right);
    case Operation::minimum:
      return saturated(std::min(left, right));
    case Operation::maximum:
      return saturated(std::max(left, right));
    case Operation::less:
      return left < right ? 1 : 0;
    case Operation::less_equal:
      return left <= right ? 1 : 0;
    case Operation::greater:
      return left > right ? 1 : 0;
    case Operation::greater_equal:
      return left >= right ? 1 : 0;
    case Operation::equal:
      return left == right ? 1 : 0;
    case Operation::not_equal:
      return left != right ? 1 : 0;
    case Operation::logical_and:
      return left != 0 && right != 0 ? 1 : 0;
    case Operation::logical_or:
      return left != 0 || right != 0 ? 1 : 0;
    default:
      return 0;
  }
}

std::int32_t loaded(std::int32_t position, std::span<const std::int32_t> values) {
  const auto at = static_cast<std::size_t>(position);
  return at < values.size() ? saturated(values[at]) : 0;
}

bool is_comparison(Operation operation) {
  return operation >= Operation::less && operation <= Operation::not_equal;
}

Expression::Short shortened(std::span<const Expression::Instruction> program) {
  using Kind = Expression::Short::Kind;
  const auto is = [&program](std::size_t i, Operation operation) {
    return i < program.size() && program[i].operation == operation;
  };
  if (program.size() == 1 && is(0, Operation::push)) {
    return {Kind::number, Operation::equal, 0, saturated(program[0].operand)};
  }
  if (program.size() == 2 && is(0, Operation::push) && is(1, Operation::negate)) {
    return {Kind::number, Operation::equal, 0, -saturated(program[0].operand)};
  }
  if (!is(0, Operation::load)) {
    return {};
  }
  if (program.size() == 1) {
    return {Kind::variable, Operation::equal, program[0].operand, 0};
  }
  if (program.size() == 2 && is(1, Operation::logical_not)) {
    return {Kind::comparison, Operation::equal, program[0].operand, 0};
  }
  if (program.size() == 3 && is(1, Operation::push) && is_comparison(program[2].operation)) {
    return {Kind::comparison, program[2].operation, program[0].operand, saturated(program[1].operand)};
  }
  return {};
}

}  // namespace

Expression::Expression(std::string text, ExpressionType type, std::vector<Instruction> program)
    : text_(std::move(text)), type_(type), program_(std::move(program)), short_(shortened(program_)) {}

// A program that does not come from the compiler may be ill-formed; it then gives 0 instead of harm.
std::int32_t Expression::evaluate(std::span<const std::int32_t> values) const {
  switch (short_.kind) {
    case Short::Kind::number:
      return short_.other;
    case Short::Kind::variable:
      return loaded(short_.position, values);
    case Short::Kind::comparison:
      return combine(short_.comparison, loaded(short_.position, values), short_.other);
    case Short::Kind::none:
      break;
  }
  if (program_.empty()) {
    return 1;
  }
  std::array<std::int32_t, kExpressionStackLimit> stack;
  std::size_t size = 0;
  for (const Instruction& instruction : program_) {
    switch (instruction.operation) {
      case Operation::push:
      case Operation::load: {
        if (size == stack.size()) {
          return 0;
        }
        stack[size++] = instruction.operation == Operation::load ? loaded(instruction.operand, values)
                                                                 : saturated(instruction.operand);
        break;
      }
      case Operation::negate:
      case Operation::absolute:
      case Operation::logical_not: {
        if (size == 0) {
          return 0;
        }
        std::int32_t& top = stack[size - 1];
        if (instruction.operation == Operation::logical_not) {
          top = top == 0 ? 1 : 0;
        } else if (instruction.operation == Operation::negate || top < 0) {
          top = -top;
        }
        break;
      }
      default:
        if (size < 2) {
          return 0;
        }
        stack[size - 2] = combine(instruction.operation, stack[size - 2], stack[size - 1]);
        --size;
    }
  }
  return size == 1 ? stack[0] : 0;
}

std::vector<VariableIndex> Expression::reads() const {
  std::vector<VariableIndex> variables;
  for (const Instruction& instruction : program_) {
    if (instruction.operation == Operation::load) {
      variables.push_back(VariableIndex{static_cast<std::uint32_t>(instruction.operand)});
    }
  }
  std::sort(variables.begin(), variables.end());
  variables.erase(std::unique(variables.begin(), variables.end()), variables.end());
  return variables;
}

}  // namespace steadfast
