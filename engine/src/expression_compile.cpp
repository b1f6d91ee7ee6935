// Tokens to a postfix program, by recursive descent: one function per level of the grammar.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "expression_limits.h"
#include "expression_tokens.h"
#include "steadfast/expression.h"
#include "steadfast/rulebook.h"

namespace steadfast {
namespace {

using Instruction = Expression::Instruction;
using Operation = Instruction::Operation;
using Token = ExpressionToken::Kind;

// What a part of an expression yields. `unknown` follows a reported problem and fits everywhere, so
// that one slip is reported once.
enum class PartType { number, truth, named, unknown };

struct Part {
  PartType type = PartType::unknown;
  int offset = 0;
  int length = 1;
  const Variable* variable = nullptr;  // for type named
};

class Compiler : ExpressionCursor {
 public:
  Compiler(std::string_view text, const ExpressionScope& scope)
      : ExpressionCursor(text), text_(text), scope_(scope) {}

  CompiledExpression compile(ExpressionType wanted) {
    if (!given_up() && peek().kind == Token::end) {
      fail(peek(), "an expression is missing here");
    }
    const Part whole = parse_or();
    if (!given_up() && peek().kind != Token::end) {
      fail(peek(), fmt::format("`{}` does not belong here", peek().text));
    }
    require(whole, wanted == ExpressionType::truth ? PartType::truth : PartType::number);
    if (!given_up() && problems().empty() &&
        (deepest_ > kExpressionStackLimit || program_.size() > kExpressionLengthLimit)) {
      problem(whole.offset, whole.length,
              "this expression is too long once its named conditions are written out");
    }
    if (!problems().empty()) {
      return {Expression{}, problems_by_place()};
    }
    return {Expression(std::string(text_), wanted, std::move(program_)), {}};
  }

 private:
  // --- parts and what they must be ---

  static Part joined(PartType type, const Part& first, const Part& last) {
    return {type, first.offset, last.offset + last.length - first.offset, nullptr};
  }

  std::string_view written(const Part& part) const {
    // Parts without a problem consist of tokens, and those are ASCII, so code points before the part
    // differ from bytes only by white space, which is ASCII too.
    return text_.substr(static_cast<std::size_t>(part.offset), static_cast<std::size_t>(part.length));
  }

  void require(const Part& part, PartType wanted) {
    if (given_up() || part.type == PartType::unknown || part.type == wanted) {
      return;
    }
    std::string message;
    if (part.type == PartType::named) {
      message = fmt::format("`{0}` has named values: compare it, for example `{0} is {1}`", written(part),
                            part.variable->value_names.empty() ? "…" : part.variable->value_names.front());
    } else if (wanted == PartType::truth) {
      message = fmt::format("`{0}` is a number, but a yes or no is needed: compare it, for example `{0} > 0`",
                            written(part));
    } else {
      message = fmt::format("`{}` is a yes or no, but a number is needed", written(part));
    }
    problem(part.offset, part.length, std::move(message));
  }

  // --- the program ---

  void emit(Operation operation, std::int32_t operand = 0) {
    program_.push_back({operation, operand});
    switch (operation) {
      case Operation::push:
      case Operation::load:
        deepest_ = std::max(deepest_, ++waiting_);
        break;
      case Operation::negate:
      case Operation::absolute:
      case Operation::logical_not:
        break;
      default:
        waiting_ -= waiting_ > 1 ? 1 : 0;
    }
  }

  // --- the grammar ---

  // Entered wherever the text may nest; false when it nests too deeply.
  bool deeper() {
    if (++nesting_ > kExpressionNestingLimit) {
      fail(peek(), fmt::format("this is nested more than {} deep", kExpressionNestingLimit));
    }
    return !given_up();
  }

  Part parse_or() {
    Part left = parse_and();
    while (at_word("or")) {
      next();
      left = truth_of_two(left, parse_and(), Operation::logical_or);
    }
    return left;
  }

  Part parse_and() {
    Part left = parse_not();
    while (at_word("and")) {
      next();
      left = truth_of_two(left, parse_not(), Operation::logical_and);
    }
    return left;
  }

  Part truth_of_two(const Part& left, const Part& right, Operation operation) {
    require(left, PartType::truth);
    require(right, PartType::truth);
    emit(operation);
    return joined(PartType::truth, left, right);
  }

  Part parse_not() {
    if (!at_word("not")) {
      return parse_comparison();
    }
    const ExpressionToken word = next();
    Part operand;
    if (deeper()) {
      operand = parse_not();
      require(operand, PartType::truth);
      emit(Operation::logical_not);
    }
    --nesting_;
    return joined(PartType::truth, {PartType::truth, word.offset, word.length, nullptr}, operand);
  }

  std::optional<Operation> take_comparison() {
    if (given_up()) {
      return std::nullopt;
    }
    if (at_word("is")) {
      next();
      if (at_word("not")) {
        next();
        return Operation::not_equal;
      }
      return Operation::equal;
    }
    const auto operation = comparison_of(peek().kind);
    if (operation) {
      next();
    }
    return operation;
  }

  Part parse_comparison() {
    const Part left = parse_sum();
    const auto operation = take_comparison();
    if (!operation) {
      return left;
    }
    if (at_word("not")) {
      fail(peek(), "put brackets round `not …` when it is compared");
      return {};
    }
    const bool by_equality = *operation == Operation::equal || *operation == Operation::not_equal;
    if (left.type == PartType::named && by_equality) {
      const Part value = parse_value_name(*left.variable);
      emit(*operation);
      return refuse_chain(joined(PartType::truth, left, value));
    }
    if (left.type == PartType::unknown && by_equality && peek().kind == Token::word) {
      // What was meant on the left is not known, so a value name on the right cannot be judged.
      next();
      return {PartType::truth, left.offset, left.length, nullptr};
    }
    const Part right = parse_sum();
    if (left.type == PartType::truth && by_equality) {
      require(right, PartType::truth);
    } else {
      require(left, PartType::number);
      require(right, PartType::number);
    }
    emit(*operation);
    return refuse_chain(joined(PartType::truth, left, right));
  }

  Part refuse_chain(const Part& comparison) {
    if (!given_up() && (comparison_of(peek().kind) || at_word("is"))) {
      fail(peek(), "comparisons are not chained: join two of them with `and`");
    }
    return comparison;
  }

  Part parse_value_name(const Variable& variable) {
    const ExpressionToken token = next();
    const auto& names = variable.value_names;
    const auto found = std::find(names.begin(), names.end(), token.text);
    if (token.kind == Token::word && found != names.end()) {
      emit(Operation::push, static_cast<std::int32_t>(found - names.begin()));
    } else if (token.kind == Token::word && !is_operator_word(token.text)) {
      problem(token.offset, token.length,
              fmt::format("`{}` has no value `{}`, only {}", variable.id.text, token.text,
                          fmt::join(names, ", ")));
    } else {
      fail(token,
           fmt::format("a value of `{}` is missing here: {}", variable.id.text, fmt::join(names, ", ")));
    }
    return {PartType::named, token.offset, token.length, &variable};
  }

  Part parse_sum() {
    Part left = parse_product();
    while (!given_up() && (peek().kind == Token::plus || peek().kind == Token::minus)) {
      const Operation operation = next().kind == Token::plus ? Operation::add : Operation::subtract;
      left = number_of_two(left, parse_product(), operation);
    }
    return left;
  }

  Part parse_product() {
    Part left = parse_sign();
    while (!given_up() && (peek().kind == Token::star || peek().kind == Token::slash)) {
      const bool divides = next().kind == Token::slash;
      if (divides && (peek().kind != Token::number || peek().number == 0)) {
        fail(peek(), "only a plain number other than 0 may stand after `/`");
        return left;
      }
      left = number_of_two(left, parse_sign(), divides ? Operation::divide : Operation::multiply);
    }
    return left;
  }

  Part number_of_two(const Part& left, const Part& right, Operation operation) {
    require(left, PartType::number);
    require(right, PartType::number);
    emit(operation);
    return joined(PartType::number, left, right);
  }

  Part parse_sign() {
    if (given_up() || peek().kind != Token::minus) {
      return parse_atom();
    }
    const ExpressionToken sign = next();
    Part operand;
    if (deeper()) {
      operand = parse_sign();
      require(operand, PartType::number);
      emit(Operation::negate);
    }
    --nesting_;
    return joined(PartType::number, {PartType::number, sign.offset, sign.length, nullptr}, operand);
  }

  Part parse_atom() {
    if (given_up()) {
      return {};
    }
    const ExpressionToken token = next();
    switch (token.kind) {
      case Token::number:
        emit(Operation::push, token.number);
        return {PartType::number, token.offset, token.length, nullptr};
      case Token::left_bracket:
        return parse_brackets(token);
      case Token::word:
        if (!is_operator_word(token.text)) {
          return parse_name(token);
        }
        [[fallthrough]];
      default:
        fail(token, token.kind == Token::end
                        ? "something is missing at the end"
                        : fmt::format("a name or a number is missing before `{}`", token.text));
        return {};
    }
  }

  Part parse_brackets(const ExpressionToken& open) {
    Part inside;
    if (deeper()) {
      inside = parse_or();
    }
    --nesting_;
    const int end = peek().offset + peek().length;
    expect(Token::right_bracket, "a closing bracket `)`");
    inside.length = end - open.offset;
    inside.offset = open.offset;
    return inside;
  }

  std::optional<std::size_t> find_variable(std::string_view name) const {
    if (scope_.positions != nullptr) {
      const auto found = scope_.positions->find(name);
      // Named conditions share the table, at a position behind every variable.
      const bool is_variable = found != scope_.positions->end() && found->second < scope_.variables.size();
      return is_variable ? std::optional<std::size_t>{found->second} : std::nullopt;
    }
    for (std::size_t i = 0; i < scope_.variables.size(); ++i) {
      const Variable& variable = scope_.variables[i];
      if (variable.origin != VariableOrigin::once && variable.id.text == name) return i;
    }
    return std::nullopt;
  }

  Part parse_name(const ExpressionToken& token) {
    if (peek().kind == Token::left_bracket) {
      return parse_function(token);
    }
    if (token.text == "true" || token.text == "false") {
      emit(Operation::push, token.text == "true" ? 1 : 0);
      return {PartType::truth, token.offset, token.length, nullptr};
    }
    if (const auto position = find_variable(token.text)) {
      const Variable& variable = scope_.variables[*position];
      emit(Operation::load, static_cast<std::int32_t>(*position));
      const PartType type = variable.kind == VariableKind::number ? PartType::number
                            : variable.kind == VariableKind::flag ? PartType::truth
                                                                  : PartType::named;
      return {type, token.offset, token.length, &variable};
    }
    for (const NamedCondition& condition : scope_.conditions) {
      if (condition.name == token.text) {
        write_out(condition);
        return {PartType::truth, token.offset, token.length, nullptr};
      }
    }
    problem(token.offset, token.length,
            fmt::format("no variable, flag or condition is called `{}`", token.text), token.text);
    return {PartType::unknown, token.offset, token.length, nullptr};
  }

  void write_out(const NamedCondition& condition) {
    if (condition.is.always()) {
      emit(Operation::push, 1);
    }
    if (program_.size() > kExpressionLengthLimit) {
      return;  // reported once, at the end
    }
    for (const Instruction& instruction : condition.is.program()) {
      emit(instruction.operation, instruction.operand);
    }
  }

  Part parse_function(const ExpressionToken& name) {
    const bool takes_two = name.text == "min" || name.text == "max";
    if (!takes_two && name.text != "abs") {
      fail(name, fmt::format("there is no function `{}`, only abs, min and max", name.text));
      return {};
    }
    next();  // the opening bracket
    if (deeper()) {
      require(parse_sum(), PartType::number);
      if (takes_two && expect(Token::comma, "a comma and a second value")) {
        require(parse_sum(), PartType::number);
      }
    }
    --nesting_;
    const int end = peek().offset + peek().length;
    expect(Token::right_bracket, "a closing bracket `)`");
    emit(!takes_two ? Operation::absolute : name.text == "min" ? Operation::minimum : Operation::maximum);
    return {PartType::number, name.offset, end - name.offset, nullptr};
  }

  std::string_view text_;
  const ExpressionScope& scope_;
  std::vector<Instruction> program_;
  std::size_t waiting_ = 0;
  std::size_t deepest_ = 0;
  int nesting_ = 0;
};

}  // namespace

CompiledExpression compile_expression(std::string_view text, ExpressionType wanted,
                                      const ExpressionScope& scope) {
  return Compiler(text, scope).compile(wanted);
}

}  // namespace steadfast
