#include "schema_texts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "codes.h"

namespace steadfast {

namespace {

struct Pair {
  std::string_view opening;
  std::string_view closing;
};

constexpr std::array<Pair, 5> kQuotationMarks{
    {{"\u201C", "\u201D"}, {"\u201E", "\u201C"}, {"\u201E", "\u201D"}, {"\u00AB", "\u00BB"}, {"\"", "\""}}};

// Whether the first mark of the pair closes at the end of the text and not before.
bool spans(const Pair& marks, std::string_view text) {
  const bool is_between = text.size() > marks.opening.size() + marks.closing.size() &&
                          text.starts_with(marks.opening) && text.ends_with(marks.closing);
  if (!is_between) return false;
  const std::size_t last = text.size() - marks.closing.size();
  int depth = 1;
  for (std::size_t at = marks.opening.size(); at < last; ++at) {
    if (text.substr(at).starts_with(marks.closing)) {
      --depth;
    } else if (text.substr(at).starts_with(marks.opening)) {
      ++depth;
    }
    if (depth == 0) return false;
  }
  return true;
}

bool is_quoted_throughout(std::string_view text) {
  return std::any_of(kQuotationMarks.begin(), kQuotationMarks.end(),
                     [text](const Pair& marks) { return spans(marks, text); });
}

// What `>-` becomes when its signs are mixed up, or in the hands of a word processor.
bool starts_with_block_mark(std::string_view text) {
  constexpr std::array<std::string_view, 3> kMarks{"->", "\u2192", "\u2013>"};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [text](std::string_view mark) { return text.starts_with(mark); });
}

}  // namespace

void check_words(const KeyRule& rule, YamlNode value, Problems& problems) {
  const std::string_view text = value.text();
  if (value.comment_follows()) {
    problems.error(codes::kTextAfterHash, value.where(), "the text ends where ` #` starts a comment",
                   "put the whole text in quotes; a comment goes on a line of its own");
  } else if (text.back() == '"' && !value.is_quoted() && std::count(text.begin(), text.end(), '"') % 2 == 1) {
    problems.error(codes::kUnclosedQuote, value.where(),
                   "the text ends with a quotation mark, but none stands in front of it",
                   "put `\"` in front as well, or take the last one away");
  } else if (!value.is_quoted() && starts_with_block_mark(text)) {
    problems.error(
        codes::kMarkInText, value.where_in(0, 2), "the text would begin with this arrow",
        "write `>-` for a text that starts on the next line; an arrow that is meant wants the whole "
        "text in double quotes");
  } else if (rule.type == ValueType::line && text.front() == '(' &&
             text.find(") ") != std::string_view::npos) {
    problems.warning(codes::kMarkInText, value.where_in(0, 1), "what stands in brackets would be said aloud",
                     "what she does goes into `stage`, and how she seems into `mood`");
  } else if (!value.is_quoted() && is_quoted_throughout(text)) {
    problems.warning(codes::kMarkInText, value.where(), "these quotation marks would be shown to people",
                     "take them away, or use straight ones around a text that stands in the line of its key");
  }
}

}  // namespace steadfast
