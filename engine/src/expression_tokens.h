// Text to tokens: the first half of compiling an expression.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/expression.h"

namespace steadfast {

struct ExpressionToken {
  enum class Kind {
    number,
    word,
    left_bracket,
    right_bracket,
    comma,
    plus,
    minus,
    star,
    slash,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    end
  };
  Kind kind = Kind::end;
  std::string_view text;
  std::int32_t number = 0;
  int offset = 0;  // in code points
  int length = 0;
};

struct ExpressionTokens {
  std::vector<ExpressionToken> tokens;      // always ends with one of kind end
  std::vector<ExpressionProblem> problems;  // what cannot be a token; reading stops at the first
};

// `text` must outlive the result. Any bytes are accepted.
ExpressionTokens read_expression_tokens(std::string_view text);

// The comparison that a token of this kind stands for, if any.
std::optional<Expression::Instruction::Operation> comparison_of(ExpressionToken::Kind kind);

// `or`, `and`, `not` and `is` are no names.
bool is_operator_word(std::string_view word);

// A place in the tokens, and the problems met so far.
class ExpressionCursor {
 public:
  explicit ExpressionCursor(std::string_view text);

  const ExpressionToken& peek() const { return tokens_[position_]; }
  ExpressionToken next();  // stays at the end
  bool at_word(std::string_view word) const;

  void problem(int offset, int length, std::string message, std::string_view unknown_name = {});
  // A problem of form: nothing after it can be understood, so only the first is kept.
  void fail(const ExpressionToken& token, std::string message);
  // Takes a token of this kind, or fails with "<what> is missing here".
  bool expect(ExpressionToken::Kind kind, std::string_view what);

  bool given_up() const { return given_up_; }
  const std::vector<ExpressionProblem>& problems() const { return problems_; }
  std::vector<ExpressionProblem> problems_by_place() const;

 private:
  std::vector<ExpressionToken> tokens_;
  std::vector<ExpressionProblem> problems_;
  std::size_t position_ = 0;
  bool given_up_ = false;
};

}  // namespace steadfast
