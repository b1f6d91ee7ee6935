#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "expression_limits.h"
#include "fuzz/targets.h"
#include "fuzz/told.h"
#include "split_mix.h"
#include "steadfast/expression.h"
#include "steadfast/rulebook.h"
#include "utf8.h"

namespace steadfast::fuzz {

namespace {

using Operation = Expression::Instruction::Operation;
using Values = std::vector<std::int32_t>;

Variable variable(std::string id, VariableKind kind, std::int32_t least, std::int32_t most) {
  Variable made;
  made.id.text = std::move(id);
  made.kind = kind;
  made.least = least;
  made.most = most;
  return made;
}

const std::vector<Variable>& variables() {
  static const std::vector<Variable> all = [] {
    std::vector<Variable> made{
        variable("trust", VariableKind::number, 0, 100),
        variable("arousal", VariableKind::number, -100, 100),
        variable("far", VariableKind::number, -kLargestExpressionValue, kLargestExpressionValue),
        variable("told", VariableKind::flag, 0, 1),
        variable("asked", VariableKind::flag, 0, 1),
        variable("rupture", VariableKind::named, 0, 2)};
    made.back().value_names = {"none", "withdrawal", "confrontation"};
    return made;
  }();
  return all;
}

// Built on one another, as authors do.
const std::vector<NamedCondition>& conditions() {
  static const std::vector<NamedCondition> all = [] {
    std::vector<NamedCondition> made;
    for (const auto& [name, is] :
         {std::array<std::string, 2>{"out_of_window", "abs(arousal) > 30"},
          std::array<std::string, 2>{"steady", "trust >= 40 and not out_of_window"}}) {
      made.push_back({name, compile_expression(is, ExpressionType::truth, {variables(), made}).expression});
    }
    return made;
  }();
  return all;
}

CompiledExpression compile(std::string_view text, ExpressionType wanted) {
  return compile_expression(text, wanted, {variables(), conditions()});
}

// The corners of the ranges, and some values between.
std::vector<Values> some_values() {
  SplitMix random{7};
  std::vector<Values> all(12);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const Variable& one : variables()) {
      const std::int64_t width = std::int64_t{one.most} - one.least + 1;
      const auto drawn = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(width)));
      all[i].push_back(i == 0 ? one.least : i == 1 ? one.most : static_cast<std::int32_t>(one.least + drawn));
    }
  }
  return all;
}

std::string trouble_with_problems(const std::vector<ExpressionProblem>& problems, std::string_view text) {
  const int end = count_code_points(text);
  int last_offset = 0;
  for (const ExpressionProblem& problem : problems) {
    if (problem.offset < last_offset || problem.offset > end || problem.length < 1 ||
        problem.offset + problem.length > end + 1) {
      return fmt::format("the place of `{}` is not in the text", problem.message);
    }
    last_offset = problem.offset;
    if (problem.message.empty()) return "a problem has no message";
    if (!find_invalid_utf8(text) && find_invalid_utf8(problem.message)) return "a message is cut in a letter";
  }
  return {};
}

bool is_constant(const Expression& expression) {
  return expression.program().size() == 1 && expression.program()[0].operation == Operation::push;
}

bool uses_logic(const Expression& expression) {
  return std::any_of(expression.program().begin(), expression.program().end(), [](const auto& instruction) {
    return instruction.operation == Operation::logical_not ||
           instruction.operation == Operation::logical_and || instruction.operation == Operation::logical_or;
  });
}

// Each part that is in the way can be read again and is false; the only part of a comparison says the same
// as the comparison, whatever the values.
std::string trouble_with_reasons(const Expression& condition, const Values& values) {
  const std::vector<std::string> parts = why_false(condition, variables(), values);
  if (parts.empty() != condition.holds(values)) return "why_false is silent, or speaks of what holds";
  for (const std::string& part : parts) {
    const CompiledExpression again = compile(part, ExpressionType::truth);
    if (!again.problems.empty()) return fmt::format("`{}` cannot be read again", part);
    if (is_constant(again.expression)) continue;
    if (again.expression.holds(values)) return fmt::format("`{}` holds, and is said to be in the way", part);
    if (uses_logic(condition)) continue;
    for (const Values& others : some_values()) {
      if (again.expression.holds(others) != condition.holds(others)) {
        return fmt::format("`{}` says something else", part);
      }
    }
  }
  return {};
}

std::string trouble_as(std::string_view text, ExpressionType wanted) {
  const CompiledExpression compiled = compile(text, wanted);
  if (!compiled.problems.empty()) return trouble_with_problems(compiled.problems, text);
  const Expression& expression = compiled.expression;
  if (expression.text() != text || expression.type() != wanted) return "it is not what was written";
  const CompiledExpression again = compile(expression.text(), wanted);
  if (again.expression.program() != expression.program()) return "it reads otherwise the second time";
  const std::vector<VariableIndex> reads = expression.reads();
  if (!std::is_sorted(reads.begin(), reads.end()) ||
      (!reads.empty() && reads.back().value >= variables().size())) {
    return "it reads variables there are not";
  }
  for (const Values& values : some_values()) {
    const std::int32_t value = expression.evaluate(values);
    if (wanted == ExpressionType::truth && value != 0 && value != 1) return "a truth is neither 0 nor 1";
    if (value < -kLargestExpressionValue || value > kLargestExpressionValue) return "a value is out of range";
    if (wanted == ExpressionType::number) continue;
    if (std::string trouble = trouble_with_reasons(expression, values); !trouble.empty()) return trouble;
  }
  return {};
}

}  // namespace

std::string expression_trouble(std::string_view text) {
  const std::string trouble = trouble_as(text, ExpressionType::truth);
  return trouble.empty() ? trouble_as(text, ExpressionType::number) : trouble;
}

}  // namespace steadfast::fuzz
