// Conditions and amounts: small, pure, total expressions over whole numbers.
//
// Grammar (lowest first):   or < and < not < comparison < + - < * / < - (sign) < atom
//   comparison   ==  !=  <  <=  >  >=   and the words   is   is not
//   atom         whole number, true, false, variable, flag, named condition, abs(x), min(x, y),
//                max(x, y), (x);  after `is`, `is not`, `==`, `!=` also a value name of the variable
//                on the left (`rupture is withdrawal`)
// Numbers and yes/no values do not mix: `trust and 3` is refused. Division rounds toward zero; the
// divisor must be a number other than 0 written in the text. Arithmetic saturates at ±1,000,000,000.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "steadfast/ids.h"

namespace steadfast {

enum class ExpressionType { number, truth };

struct ExpressionProblem {
  int offset = 0;  // 0-based, in code points from the start of the text
  int length = 1;
  std::string message;
  std::string unknown_name;  // set when the problem is a name that is not declared
};

// A compiled expression. A default-constructed one is `true`.
class Expression {
 public:
  // One step of the postfix program; an implementation detail that lives here to stay a value.
  struct Instruction {
    enum class Operation : std::uint8_t {
      push,
      load,
      negate,
      absolute,
      logical_not,
      add,
      subtract,
      multiply,
      divide,
      minimum,
      maximum,
      less,
      less_equal,
      greater,
      greater_equal,
      equal,
      not_equal,
      logical_and,
      logical_or
    };
    Operation operation = Operation::push;
    std::int32_t operand = 0;
    friend bool operator==(const Instruction&, const Instruction&) = default;
  };

  Expression() = default;
  Expression(std::string text, ExpressionType type, std::vector<Instruction> program);

  // A program that is a number, a variable, or a variable compared with a number: most are. `position` is
  // that of the variable, `other` the number.
  struct Short {
    enum class Kind : std::uint8_t { none, number, variable, comparison };
    Kind kind = Kind::none;
    Instruction::Operation comparison = Instruction::Operation::equal;
    std::int32_t position = 0;
    std::int32_t other = 0;
    friend bool operator==(const Short&, const Short&) = default;
  };
  const Short& as_short() const { return short_; }

  // `values` holds one number per variable (flags 0 or 1). Truths give 0 or 1. Never fails.
  std::int32_t evaluate(std::span<const std::int32_t> values) const;
  bool holds(std::span<const std::int32_t> values) const { return always() || evaluate(values) != 0; }

  bool always() const { return program_.empty(); }  // the empty condition
  const std::string& text() const { return text_; }
  ExpressionType type() const { return type_; }
  const std::vector<Instruction>& program() const { return program_; }

  // The variables it reads, each once, ascending.
  std::vector<VariableIndex> reads() const;

 private:
  std::string text_;
  ExpressionType type_ = ExpressionType::truth;
  std::vector<Instruction> program_;
  Short short_;
};

// What a name may stand for while an expression is compiled.
struct NamedCondition {
  std::string name;
  Expression is;
  std::string meaning = {};
};

struct ExpressionScope {
  std::span<const Variable> variables;
  std::span<const NamedCondition> conditions;
  // The positions of variables by name; null while there are few, which are then looked through.
  const std::unordered_map<std::string_view, std::uint32_t>* positions = nullptr;
};

struct CompiledExpression {
  Expression expression;  // usable when `problems` is empty
  std::vector<ExpressionProblem> problems;
};

// Compiles `text`; `wanted` is the type the place asks for. Never throws; nesting is limited to 100, the text
// to 10,000 bytes.
CompiledExpression compile_expression(std::string_view text, ExpressionType wanted,
                                      const ExpressionScope& scope);

// The smallest parts of a false condition that make it false, as the author wrote them, joined for a
// sentence (`trust >= 40`, `limits_explained`). Empty when it holds.
std::vector<std::string> why_false(const Expression& condition, std::span<const Variable> variables,
                                   std::span<const std::int32_t> values);

}  // namespace steadfast
