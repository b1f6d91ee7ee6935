#include "steadfast/expression_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "expression_tokens.h"

namespace steadfast {
namespace {

using Token = ExpressionToken::Kind;

// How tightly a part holds together; what is looser than its place needs brackets.
enum class Hold { alternatives, parts, comparison, single };

struct Part {
  std::string text;
  Hold hold = Hold::single;
};

std::string bracketed_unless(Hold least, const Part& part) {
  return part.hold < least ? "(" + part.text + ")" : part.text;
}

std::string_view words_for(Token comparison) {
  switch (comparison) {
    case Token::not_equal:
      return "is not";
    case Token::less:
      return "is below";
    case Token::less_equal:
      return "is at most";
    case Token::greater:
      return "is above";
    case Token::greater_equal:
      return "is at least";
    default:
      return "is";
  }
}

class Writer : ExpressionCursor {
 public:
  Writer(const Expression& expression, const ExpressionScope& scope)
      : ExpressionCursor(expression.text()), scope_(scope) {}

  ExpressionWords write() {
    std::string text = alternatives().text;
    return {std::move(text), std::move(names_)};
  }

 private:
  Part alternatives() {
    Part left = parts();
    while (at_word("or")) {
      next();
      if (left.hold == Hold::parts) left.text = bracketed_unless(Hold::comparison, left);
      left.text += " or " + bracketed_unless(Hold::comparison, parts());
      left.hold = Hold::alternatives;
    }
    return left;
  }

  Part parts() {
    Part left = negation();
    while (at_word("and")) {
      next();
      left.text += " and " + negation().text;
      left.hold = Hold::parts;
    }
    return left;
  }

  Part negation() {
    if (!at_word("not")) return comparison();
    next();
    return {"not " + bracketed_unless(Hold::single, negation()), Hold::comparison};
  }

  Part comparison() {
    Part left = sum();
    Token kind = peek().kind;
    if (at_word("is")) {
      next();
      kind = at_word("not") ? Token::not_equal : Token::equal;
      if (kind == Token::not_equal) next();
    } else if (comparison_of(kind)) {
      next();
    } else {
      return left;
    }
    return {fmt::format("{} {} {}", left.text, words_for(kind), sum().text), Hold::comparison};
  }

  // Numbers read as they are written, so their order of calculation needs no thought here.
  Part sum() {
    Part left = atom();
    while (peek().kind == Token::plus || peek().kind == Token::minus || peek().kind == Token::star ||
           peek().kind == Token::slash) {
      left.text += fmt::format(" {} ", next().text);
      left.text += atom().text;
      left.hold = Hold::comparison;
    }
    return left;
  }

  Part atom() {
    const ExpressionToken token = next();
    if (token.kind == Token::minus) return {"-" + atom().text};
    if (token.kind == Token::left_bracket) {
      const std::string inside = alternatives().text;
      next();
      return {"(" + inside + ")"};
    }
    if (token.kind == Token::word && peek().kind == Token::left_bracket) return function(token.text);
    if (token.kind == Token::word) return {word(token.text)};
    return {std::string(token.text)};
  }

  Part function(std::string_view name) {
    next();
    const Part first = sum();
    next();
    if (name == "abs") return {bracketed_unless(Hold::single, first) + " without its sign"};
    const Part second = sum();
    next();
    return {
        fmt::format("the {} of {} and {}", name == "min" ? "smaller" : "larger", first.text, second.text)};
  }

  // The words for a name; what stands for itself (`true`, the name of a value) stays as it is.
  std::string word(std::string_view name) {
    for (const Variable& variable : scope_.variables) {
      if (variable.id.text != name || variable.origin == VariableOrigin::once) continue;
      remember(name);
      if (variable.origin == VariableOrigin::policy) {
        return fmt::format("the program's answer to “{}”", variable.meaning);
      }
      return variable.kind == VariableKind::flag ? quoted(name, variable.meaning) : std::string(name);
    }
    for (const NamedCondition& condition : scope_.conditions) {
      if (condition.name != name) continue;
      remember(name);
      return quoted(name, condition.meaning);
    }
    return std::string(name);
  }

  static std::string quoted(std::string_view name, std::string_view meaning) {
    return meaning.empty() ? std::string(name) : fmt::format("“{}”", first_sentence(meaning));
  }

  void remember(std::string_view name) {
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.emplace_back(name);
  }

  const ExpressionScope& scope_;
  std::vector<std::string> names_;
};

}  // namespace

ExpressionWords in_words(const Expression& expression, const ExpressionScope& scope) {
  if (expression.text().empty()) return {};
  return Writer(expression, scope).write();
}

std::string in_words(const Change& change, const ExpressionScope& scope) {
  const Variable& variable = scope.variables[change.variable.value];
  std::string_view amount = change.amount.text();
  if (change.operation == ChangeOperation::set) return fmt::format("{} becomes {}", variable.id.text, amount);
  // The text of a loss keeps its sign, which applies to all that follows it.
  const bool is_loss = !amount.empty() && amount.front() == '-';
  if (is_loss) amount.remove_prefix(std::min(amount.find_first_not_of(" \t", 1), amount.size()));
  const bool is_single = amount.find_first_of(" +-*/") == std::string_view::npos;
  if (is_loss && !is_single) return fmt::format("{} - ({})", variable.id.text, amount);
  return fmt::format("{} {} {}", variable.id.text, is_loss ? '-' : '+', amount);
}

std::vector<std::string> in_words(const std::vector<ConditionalChanges>& changes,
                                  const ExpressionScope& scope) {
  std::vector<std::string> lines;
  for (const ConditionalChanges& entry : changes) {
    std::string parts;
    for (const Change& change : entry.changes) {
      parts += (parts.empty() ? "" : ", ") + in_words(change, scope);
    }
    const std::string when = in_words(entry.when, scope).text;
    lines.push_back(when.empty() ? std::move(parts) : fmt::format("when {}: {}", when, parts));
  }
  return lines;
}

std::string_view first_sentence(std::string_view text) {
  const std::size_t stop = text.find(". ");
  if (stop != std::string_view::npos) return text.substr(0, stop);
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  return text;
}

}  // namespace steadfast
