#include "expression_slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "expression_tokens.h"
#include "steadfast/rulebook.h"

namespace steadfast {
namespace {

using Token = ExpressionToken;
using Kind = ExpressionToken::Kind;

struct Comparing {
  std::string_view word;
  std::string_view sign;
};

// "less than", "at most": with the word in front of the number.
constexpr std::array kComparing{
    Comparing{"less", "<"},   Comparing{"lower", "<"},  Comparing{"smaller", "<"}, Comparing{"fewer", "<"},
    Comparing{"below", "<"},  Comparing{"under", "<"},  Comparing{"more", ">"},    Comparing{"greater", ">"},
    Comparing{"higher", ">"}, Comparing{"larger", ">"}, Comparing{"bigger", ">"},  Comparing{"above", ">"},
    Comparing{"over", ">"},   Comparing{"least", ">="}, Comparing{"most", "<="},   Comparing{"equals", "=="},
    Comparing{"equal", "=="},
};
constexpr std::array<std::string_view, 4> kBesideComparing{"is", "at", "than", "to"};

constexpr std::array<std::string_view, 4> kYes{"yes", "on", "set", "True"};
constexpr std::array<std::string_view, 4> kNo{"no", "off", "unset", "False"};
// What a condition has no word for.
constexpr std::array<std::string_view, 13> kAsksForThePast{"first",    "visited", "visit",   "visits", "seen",
                                                           "chose",    "chosen",  "chooses", "picked", "said",
                                                           "answered", "after",   "before"};
constexpr std::array<std::string_view, 3> kDenies{"no", "without", "never"};

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string in_small_letters(std::string_view word) {
  std::string small{word};
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

class SlipFinder {
 public:
  SlipFinder(std::string_view text, const ExpressionScope& scope)
      : scope_(scope), tokens_(read_expression_tokens(text).tokens) {}

  std::optional<ExpressionProblem> find() const {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].kind != Kind::word || is_known(tokens_[at].text)) continue;
      if (auto slip = slip_at(at)) return slip;
    }
    // Both halves of such a name may have a meaning of their own.
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
      if (auto slip = divided_name(at)) return slip;
    }
    return std::nullopt;
  }

 private:
  std::optional<ExpressionProblem> slip_at(std::size_t at) const {
    const Token& token = tokens_[at];
    const std::string small = in_small_letters(token.text);
    const bool is_operator = is_operator_word(small) || small == "true" || small == "false";
    if (is_operator && small != token.text) {
      return told(at, at, fmt::format("`{}` is written `{}` here", token.text, small));
    }
    if (auto slip = yes_or_no(at)) return slip;
    if (auto slip = comparing(at)) return slip;
    if (is_one_of(kDenies, token.text) && is_word(at + 1) && is_known(tokens_[at + 1].text)) {
      return told(at, at, fmt::format("`{0} {1}` is written `not {1}`", token.text, tokens_[at + 1].text));
    }
    if (auto slip = divided_name(at)) return slip;
    if (is_one_of(kAsksForThePast, token.text)) {
      return told(at, at,
                  fmt::format("a condition has no word `{}`: let an answer set a flag under `effects:`, and "
                              "ask for that flag here; for what is said only once there is `once: true`",
                              token.text));
    }
    return std::nullopt;
  }

  // `flag is yes`.
  std::optional<ExpressionProblem> yes_or_no(std::size_t at) const {
    if (at < 2 || !(is_word(at - 1, "is") || tokens_[at - 1].kind == Kind::equal)) return std::nullopt;
    const std::string_view name = tokens_[at - 2].text;
    const bool is_yes = is_one_of(kYes, tokens_[at].text);
    if (!is_word(at - 2) || !is_known(name) || (!is_yes && !is_one_of(kNo, tokens_[at].text))) {
      return std::nullopt;
    }
    return told(at, at,
                fmt::format("`{0}` is written `{1}` here; shorter: `{2}{3}`", tokens_[at].text,
                            is_yes ? "true" : "false", is_yes ? "" : "not ", name));
  }

  // `trust is less than 30`.
  std::optional<ExpressionProblem> comparing(std::size_t at) const {
    std::size_t word = at;
    while (is_word(word) && is_one_of(kBesideComparing, tokens_[word].text)) ++word;
    if (!is_word(word)) return std::nullopt;
    const auto* found = std::find_if(kComparing.begin(), kComparing.end(),
                                     [&](const Comparing& each) { return each.word == tokens_[word].text; });
    if (found == kComparing.end()) return std::nullopt;
    std::size_t first = at;
    while (first > 0 && is_word(first - 1) && is_one_of(kBesideComparing, tokens_[first - 1].text)) --first;
    std::size_t last = word;
    while (is_word(last + 1) && is_one_of(kBesideComparing, tokens_[last + 1].text)) ++last;
    std::string words;
    for (std::size_t i = first; i <= last; ++i)
      words += (i == first ? "" : " ") + std::string(tokens_[i].text);
    const bool is_whole = first > 0 && is_word(first - 1) && is_known(tokens_[first - 1].text) &&
                          last + 1 < tokens_.size() &&
                          (tokens_[last + 1].kind == Kind::number || is_word(last + 1));
    return told(first, last,
                is_whole ? fmt::format("`{}` is written `{}`: `{} {} {}`", words, found->sign,
                                       tokens_[first - 1].text, found->sign, tokens_[last + 1].text)
                         : fmt::format("`{}` is written `{}`", words, found->sign));
  }

  // `trust lost` or `trust-lost` for `trust_lost`.
  std::optional<ExpressionProblem> divided_name(std::size_t at) const {
    constexpr int kMostParts = 8;
    if (!is_word(at)) return std::nullopt;
    std::string joined{tokens_[at].text};
    std::size_t last = at;
    for (int parts = 1; parts < kMostParts; ++parts) {
      const bool is_hyphenated = last + 1 < tokens_.size() && tokens_[last + 1].kind == Kind::minus;
      last += is_hyphenated ? 2U : 1U;
      if (!is_word(last)) return std::nullopt;
      joined += fmt::format("_{}", tokens_[last].text);
      if (is_known(joined)) return told(at, last, fmt::format("this name is written `{}`", joined));
    }
    return std::nullopt;
  }

  ExpressionProblem told(std::size_t first, std::size_t last, std::string message) const {
    const Token& end = tokens_[last];
    return {tokens_[first].offset, end.offset + end.length - tokens_[first].offset, std::move(message), {}};
  }

  bool is_word(std::size_t at) const { return at < tokens_.size() && tokens_[at].kind == Kind::word; }
  bool is_word(std::size_t at, std::string_view word) const {
    return is_word(at) && tokens_[at].text == word;
  }

  bool is_known(std::string_view name) const {
    if (scope_.positions != nullptr) return scope_.positions->contains(name);
    return std::any_of(scope_.variables.begin(), scope_.variables.end(),
                       [name](const Variable& variable) {
                         return variable.origin != VariableOrigin::once && variable.id.text == name;
                       }) ||
           std::any_of(scope_.conditions.begin(), scope_.conditions.end(),
                       [name](const NamedCondition& condition) { return condition.name == name; });
  }

  const ExpressionScope& scope_;
  std::vector<Token> tokens_;
};

}  // namespace

std::optional<ExpressionProblem> find_expression_slip(std::string_view text, const ExpressionScope& scope) {
  return SlipFinder(text, scope).find();
}

}  // namespace steadfast
