#include "expression_tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "expression_limits.h"

namespace steadfast {
namespace {

using Kind = ExpressionToken::Kind;

struct Symbol {
  std::string_view text;
  Kind kind;
};

// Longer ones first, so that `<=` is not read as `<`.
constexpr std::array kSymbols{
    Symbol{"==", Kind::equal},         Symbol{"!=", Kind::not_equal},    Symbol{"<=", Kind::less_equal},
    Symbol{">=", Kind::greater_equal}, Symbol{"<", Kind::less},          Symbol{">", Kind::greater},
    Symbol{"(", Kind::left_bracket},   Symbol{")", Kind::right_bracket}, Symbol{",", Kind::comma},
    Symbol{"+", Kind::plus},           Symbol{"-", Kind::minus},         Symbol{"*", Kind::star},
    Symbol{"/", Kind::slash}};

struct CommonSlip {
  std::string_view text;
  std::string_view instead;
};

// What people write who know another notation. Tried before the symbols, so `=>` is not `=` and `>`.
constexpr std::array kCommonSlips{
    CommonSlip{"&&", "and"},    CommonSlip{"&", "and"},     CommonSlip{"||", "or"},
    CommonSlip{"|", "or"},      CommonSlip{"=>", ">="},     CommonSlip{"=<", "<="},
    CommonSlip{"<>", "!="},     CommonSlip{"\u2265", ">="}, CommonSlip{"\u2264", "<="},
    CommonSlip{"\u2260", "!="}, CommonSlip{"\u2212", "-"},  CommonSlip{"\u2013", "-"},
    CommonSlip{"\u00d7", "*"}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  ExpressionTokens read() {
    if (text_.size() > kLongestExpression) {
      refuse(1, fmt::format("this is longer than {} letters: divide it into named conditions",
                            kLongestExpression));
    }
    while (position_ < text_.size() && result_.problems.empty()) {
      if (is_space(text_[position_])) {
        advance(1);
      } else if (is_digit(text_[position_])) {
        read_number();
      } else if (is_word_start(text_[position_])) {
        read_word();
      } else {
        read_symbol();
      }
    }
    result_.tokens.push_back({Kind::end, {}, 0, offset_, 1});
    return std::move(result_);
  }

 private:
  void advance(std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) {
      offset_ += continues_code_point(text_[position_]) ? 0 : 1;
      ++position_;
    }
  }

  // A token of ASCII characters only, so bytes are code points.
  void add(Kind kind, std::size_t bytes, std::int32_t number = 0) {
    result_.tokens.push_back(
        {kind, text_.substr(position_, bytes), number, offset_, static_cast<int>(bytes)});
    advance(bytes);
  }

  void refuse(std::size_t bytes, std::string message) {
    int length = 0;
    for (std::size_t i = position_; i < position_ + bytes; ++i) {
      length += continues_code_point(text_[i]) ? 0 : 1;
    }
    result_.problems.push_back({offset_, std::max(length, 1), std::move(message), {}});
  }

  void read_number() {
    std::size_t end = position_;
    while (end < text_.size() && is_digit(text_[end])) {
      ++end;
    }
    if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
      refuse(end - position_ + 2, "only whole numbers are used here");
      return;
    }
    if (end < text_.size() && is_word_start(text_[end])) {
      refuse(end - position_ + 1, "a number and a word need a space or an operator between them");
      return;
    }
    std::int32_t number = 0;
    const auto [_, error] = std::from_chars(text_.data() + position_, text_.data() + end, number);
    if (error != std::errc{} || number > kLargestExpressionValue) {
      refuse(end - position_, fmt::format("numbers may be at most {}", kLargestExpressionValue));
      return;
    }
    add(Kind::number, end - position_, number);
  }

  void read_word() {
    std::size_t end = position_;
    while (end < text_.size() && (is_word_start(text_[end]) || is_digit(text_[end]))) {
      ++end;
    }
    add(Kind::word, end - position_);
  }

  void read_symbol() {
    const std::string_view rest = text_.substr(position_);
    for (const CommonSlip& slip : kCommonSlips) {
      if (rest.substr(0, slip.text.size()) == slip.text) {
        refuse(slip.text.size(), fmt::format("`{}` is written `{}` here", slip.text, slip.instead));
        return;
      }
    }
    for (const Symbol& symbol : kSymbols) {
      if (rest.substr(0, symbol.text.size()) == symbol.text) {
        add(symbol.kind, symbol.text.size());
        return;
      }
    }
    if (rest[0] == '=') {
      refuse(1, "`=` does not compare: write `==` or `is`");
    } else if (rest[0] == '!') {
      refuse(1, "`!` is written `not` here");
    } else {
      std::size_t bytes = 1;
      while (bytes < rest.size() && continues_code_point(rest[bytes])) {
        ++bytes;
      }
      refuse(bytes, fmt::format("`{}` has no meaning in an expression", rest.substr(0, bytes)));
    }
  }

  std::string_view text_;
  std::size_t position_ = 0;
  int offset_ = 0;
  ExpressionTokens result_;
};

}  // namespace

ExpressionTokens read_expression_tokens(std::string_view text) {
  return Reader(text).read();
}

ExpressionCursor::ExpressionCursor(std::string_view text) {
  ExpressionTokens read = read_expression_tokens(text);
  tokens_ = std::move(read.tokens);
  problems_ = std::move(read.problems);
  given_up_ = !problems_.empty();
}

ExpressionToken ExpressionCursor::next() {
  const ExpressionToken token = tokens_[position_];
  if (token.kind != Kind::end) {
    ++position_;
  }
  return token;
}

bool ExpressionCursor::at_word(std::string_view word) const {
  return !given_up_ && peek().kind == Kind::word && peek().text == word;
}

void ExpressionCursor::problem(int offset, int length, std::string message, std::string_view unknown_name) {
  problems_.push_back({offset, length, std::move(message), std::string(unknown_name)});
}

void ExpressionCursor::fail(const ExpressionToken& token, std::string message) {
  if (!given_up_) {
    problem(token.offset, token.length, std::move(message));
    given_up_ = true;
  }
}

bool ExpressionCursor::expect(Kind kind, std::string_view what) {
  if (!given_up_ && peek().kind != kind) {
    fail(peek(), fmt::format("{} is missing here", what));
  }
  if (!given_up_) {
    next();
  }
  return !given_up_;
}

std::vector<ExpressionProblem> ExpressionCursor::problems_by_place() const {
  std::vector<ExpressionProblem> sorted = problems_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.offset < b.offset; });
  return sorted;
}

std::optional<Expression::Instruction::Operation> comparison_of(ExpressionToken::Kind kind) {
  using Operation = Expression::Instruction::Operation;
  switch (kind) {
    case Kind::equal:
      return Operation::equal;
    case Kind::not_equal:
      return Operation::not_equal;
    case Kind::less:
      return Operation::less;
    case Kind::less_equal:
      return Operation::less_equal;
    case Kind::greater:
      return Operation::greater;
    case Kind::greater_equal:
      return Operation::greater_equal;
    default:
      return std::nullopt;
  }
}

bool is_operator_word(std::string_view word) {
  return word == "or" || word == "and" || word == "not" || word == "is";
}

}  // namespace steadfast
