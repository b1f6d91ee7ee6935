#include "yaml_hints.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "codes.h"
#include "utf8.h"
#include "yaml_brackets.h"
#include "yaml_item_marks.h"
#include "yaml_line.h"
#include "yaml_line_up.h"
#include "yaml_lost_colon.h"
#include "yaml_lost_dash.h"
#include "yaml_run_together.h"
#include "yaml_scan.h"
#include "yaml_text_lines.h"

namespace steadfast {

namespace {

// What a rule sees: the line where the parser stopped, or one above it.
struct Place {
  std::string_view text;
  std::size_t stopped_at = 0;
  YamlLine line;
  std::optional<YamlLine> above;     // the line with content before it
  std::span<const YamlLine> before;  // the lines with content before it, the nearest first
  const KnownKeys* known = nullptr;
};

using Rule = std::optional<YamlHint> (*)(const Place&);

YamlHint over_value(Code code, const YamlLine& line, std::string message, std::string help) {
  const std::size_t length = line.value_end - line.value;
  return {code, line.value, length, std::move(message), std::move(help), line.value, length, {}};
}

std::string quoted_example(const YamlLine& line) {
  const std::string_view key = line.has_key() ? line.key() : "say";
  return fmt::format("put the whole text in double quotes, as in `{}: \"…\"`", key);
}

bool starts_with_curly_quote(std::string_view value) {
  constexpr std::array<std::string_view, 5> kCurly{"“", "”", "„", "‘", "«"};
  return std::any_of(kCurly.begin(), kCurly.end(),
                     [value](std::string_view curly) { return value.substr(0, curly.size()) == curly; });
}

std::optional<YamlHint> curly_quotes(const Place& place) {
  if (!starts_with_curly_quote(place.line.value_text())) return std::nullopt;
  return over_value(codes::kColonInText, place.line,
                    "curly quotation marks do not quote: the text in them is read as if they were not there",
                    "use straight quotation marks around the whole text: \"…\"");
}

std::optional<YamlHint> special_first_character(const Place& place) {
  const std::string_view value = place.line.value_text();
  if (value.empty()) return std::nullopt;
  const char first = value[0];
  if (first == '*' || first == '&' || first == '!') {
    return over_value(codes::kAnchorAliasTag, place.line,
                      fmt::format("a text cannot start with `{}`, which has a meaning of its own", first),
                      quoted_example(place.line));
  }
  const bool is_list_after_key = first == '-' && place.line.has_key();
  if (is_list_after_key && (value.size() == 1 || value[1] == ' ')) {
    return over_value(codes::kSpecialFirstCharacter, place.line, "a list cannot start on the line of its key",
                      "start each item on a line of its own; for an amount write `-2` without the space, or "
                      "put it in quotes");
  }
  const bool is_question = first == '?' && (value.size() == 1 || value[1] == ' ');
  if (first == '%' || first == '@' || first == '`' || first == ',' || is_question) {
    return over_value(
        codes::kSpecialFirstCharacter, place.line,
        first == '`' ? "a text cannot start with a backquote"
                     : fmt::format("a text cannot start with `{}`, which has a meaning of its own", first),
        quoted_example(place.line));
  }
  if (first == '>' || first == '|') {
    const std::size_t header = end_of_word(value, 0);
    const std::size_t rest = skip_blanks(value, header);
    const bool is_block = value.find_first_not_of("+-0123456789", 1) >= header;
    if (is_block && rest >= value.size()) return std::nullopt;
    return over_value(
        codes::kSpecialFirstCharacter, place.line,
        fmt::format("behind `{}` the text starts on the next line", first),
        "move the text to the next line, indented further; if the sign belongs to the text, put "
        "it all in quotes");
  }
  return std::nullopt;
}

std::optional<YamlHint> open_bracket(const Place& place) {
  const std::string_view value = place.line.value_text();
  if (value.empty() || (value[0] != '[' && value[0] != '{')) return std::nullopt;
  if (auto behind = explain_text_behind_bracket(place.line, *place.known)) return behind;
  const char closing = value[0] == '[' ? ']' : '}';
  const std::size_t last = value.find_last_not_of(" \t,");
  if (last != std::string_view::npos && last > 0 && value[last] == closing) return std::nullopt;
  return open_bracket_hint(place.text, place.line.value, place.line.value_end);
}

YamlHint unclosed_quote_hint(char quote, std::size_t offset, std::size_t line_end) {
  return {codes::kUnclosedQuote,
          offset,
          1,
          "the quotation mark here is not closed on the lines that belong to it",
          quote == '"'
              ? "add the closing quotation mark at the end of the text"
              : "if this is an apostrophe, put the whole text in double quotes; otherwise add the closing "
                "quotation mark at the end of the text",
          offset,
          line_end - offset,
          {}};
}

std::optional<YamlHint> unclosed_quote(const Place& place) {
  const std::string_view value = place.line.value_text();
  if (value.empty() || (value[0] != '"' && value[0] != '\'')) return std::nullopt;
  const std::size_t closing = closing_quote(place.text, place.line.value);
  const bool is_closed =
      closing != std::string_view::npos && !leaves_its_lines(place.text, place.line.value, closing);
  if (is_closed) return std::nullopt;
  return unclosed_quote_hint(value[0], place.line.value, place.line.end);
}

std::optional<YamlHint> stray_bracket(const Place& place) {
  const std::string_view content = place.text.substr(place.line.content, 1);
  if (content != "]" && content != "}") return std::nullopt;
  return YamlHint{codes::kUnreadableYaml,
                  place.line.content,
                  1,
                  fmt::format("the bracket `{}` closes nothing that is open", content),
                  "remove it, or add the one that opens above",
                  place.line.content,
                  place.line.end - place.line.content,
                  "#"};
}

std::optional<YamlHint> bad_escape(const Place& place) {
  const std::string_view value = place.line.value_text();
  if (value.empty() || value[0] != '"') return std::nullopt;
  constexpr std::string_view kKnown = "0abtnvfre \"\\/N_LPxuU\t";
  for (std::size_t at = 1; at < value.size() && value[at] != '"'; ++at) {
    if (value[at] != '\\') continue;
    const std::size_t offset = place.line.value + at;
    const char escaped = at + 1 < value.size() ? value[at + 1] : ' ';
    const bool is_number = escaped == 'x' || escaped == 'u' || escaped == 'U';
    const bool stopped_here = place.stopped_at >= offset && place.stopped_at <= offset + 10;
    if (kKnown.find(escaped) != std::string_view::npos && !(is_number && stopped_here)) {
      ++at;
      continue;
    }
    YamlHint hint = over_value(codes::kUnknownEscape, place.line,
                               fmt::format("the backslash in front of `{}` means nothing here",
                                           value.substr(at + 1, code_point_length(value, at + 1))),
                               "write two backslashes for one, or put the text in single quotes");
    hint.offset = offset;
    hint.length = 2;
    return hint;
  }
  return std::nullopt;
}

std::optional<YamlHint> line_without_colon(const Place& place) {
  return explain_line_without_colon(place.line, place.above);
}

std::optional<YamlHint> text_behind_quote(const Place& place) {
  const std::string_view value = place.line.value_text();
  if (value.empty() || (value[0] != '"' && value[0] != '\'')) return std::nullopt;
  const std::size_t closing = closing_quote(value, 0);
  if (closing == std::string_view::npos || skip_blanks(value, closing + 1) >= value.size())
    return std::nullopt;
  // Where a key belongs, `"minutes", 3` lacks its colon; nothing is wrong with the quotes.
  if (std::optional<YamlHint> no_colon = line_without_colon(place)) return no_colon;
  return explain_text_behind_quote(place.line, place.line.value + closing);
}

std::optional<YamlHint> colon_in_text(const Place& place) {
  const std::string_view value = place.line.value_text();
  if (!(place.line.has_key() || place.line.is_item)) return std::nullopt;
  if (std::optional<YamlHint> second = explain_second_key(place.line, *place.known)) return second;
  if (value.empty() || value[0] == '"' || value[0] == '\'') return std::nullopt;
  std::size_t colon = value.find(": ");
  if (colon == std::string_view::npos && value.back() == ':') colon = value.size() - 1;
  if (colon == std::string_view::npos) return std::nullopt;
  YamlHint hint = over_value(codes::kColonInText, place.line, "a colon inside a text without quotes",
                             quoted_example(place.line));
  hint.offset = place.line.value + colon;
  hint.length = 1;
  return hint;
}

std::optional<YamlHint> no_space_after_colon(const Place& place) {
  const YamlLine& line = place.line;
  if (line.has_key()) return std::nullopt;
  const std::string_view content = line.value_text();
  const std::size_t colon = content.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 >= content.size()) return std::nullopt;
  const std::string_view key = content.substr(0, colon);
  if (!is_key_like(key)) return std::nullopt;
  YamlHint hint{codes::kNoSpaceAfterColon,
                line.value + colon,
                1,
                fmt::format("there is no space behind the colon of `{}`", key),
                fmt::format("write `{}: …`", key),
                line.value + colon + 1,
                line.end - (line.value + colon + 1),
                " "};
  return hint;
}

std::optional<YamlHint> lost_colon_above(const Place& place) {
  const YamlLine* line = line_without_colon_above(place.line, place.before);
  if (line == nullptr) return std::nullopt;
  const auto above = static_cast<std::size_t>(line - place.before.data()) + 1;
  if (auto hint = explain_text_over_lines(*line, place.before.subspan(above))) return hint;
  const Place there{place.text, place.stopped_at, *line, std::nullopt, {}, place.known};
  const std::optional<YamlHint> hint = no_space_after_colon(there);
  return hint ? hint : line_without_colon(there);
}

std::optional<YamlHint> lines_do_not_line_up(const Place& place) {
  return explain_line_that_does_not_line_up(place.text, place.line, place.before, *place.known);
}

// `I'm #1 today` reads as `I'm`, and a text that was cut off cannot go on in the next line.
std::optional<YamlHint> text_goes_on_behind_comment(const Place& place) {
  if (!place.above || !place.above->has_comment() || place.above->value_text().empty()) return std::nullopt;
  if (place.line.has_key() || place.line.is_item) return std::nullopt;
  const std::size_t comment = skip_blanks(place.text, place.above->value_end);
  return YamlHint{codes::kTextAfterHash,
                  comment,
                  place.above->end - comment,
                  "the text ends where ` #` starts a comment, so it cannot go on in the next line",
                  "put the whole text in quotes; a comment goes on a line of its own",
                  place.above->value_end,
                  place.above->end - place.above->value_end,
                  {}};
}

// Between the items of a list, a line of text without a dash.
std::optional<YamlHint> text_among_items(const Place& place) {
  const YamlLine& line = place.line;
  if (line.has_key() || line.is_item || line.value_text().empty() || !place.above) return std::nullopt;
  if (!place.above->is_item || place.above->column() > line.column()) return std::nullopt;
  // Further in, only what stands behind a text that is over can be an item of its own.
  const std::string_view before = place.above->value_text();
  const bool is_over =
      before.size() > 1 && (before[0] == '"' || before[0] == '\'') && before.back() == before[0];
  if (place.above->column() < line.column() && (place.above->has_key() || !is_over)) return std::nullopt;
  return explain_line_among_items(line);
}

// Of the first item of a list, it shows in the next line.
std::optional<YamlHint> item_mark(const Place& place) {
  if (std::optional<YamlHint> hint = explain_item_mark(place.line)) return hint;
  if (!place.above || place.above->column() >= place.line.column()) return std::nullopt;
  if (std::optional<YamlHint> hint = explain_two_dashes(*place.above, place.line)) return hint;
  return explain_item_mark(*place.above);
}

std::optional<YamlHint> foreign_line(const Place& place) {
  return explain_foreign_line(place.line);
}

std::optional<YamlHint> block_mark(const Place& place) {
  return explain_block_mark(place.line, *place.known);
}

std::optional<YamlHint> text_over_lines(const Place& place) {
  return explain_text_over_lines(place.line, place.before);
}

constexpr std::array<Rule, 18> kRulesForTheLine{
    foreign_line,     text_over_lines,      block_mark,        item_mark,
    unclosed_quote,   stray_bracket,        curly_quotes,      special_first_character,
    open_bracket,     bad_escape,           text_behind_quote, text_goes_on_behind_comment,
    colon_in_text,    no_space_after_colon, lost_colon_above,  lines_do_not_line_up,
    text_among_items, line_without_colon};
// What stops the parser only one line later.
constexpr std::array<Rule, 6> kRulesForTheLineAbove{
    foreign_line, unclosed_quote, text_behind_quote, no_space_after_colon, line_without_colon, open_bracket};
// What may stay open over many lines.
constexpr std::array<Rule, 2> kRulesForLinesFarAbove{unclosed_quote, open_bracket};

template <std::size_t count>
std::optional<YamlHint> first_hint(const std::array<Rule, count>& rules, const Place& place) {
  for (const Rule rule : rules) {
    if (std::optional<YamlHint> hint = rule(place)) return hint;
  }
  return std::nullopt;
}

}  // namespace

YamlHint explain_parser_stop(const SourceText& source, std::string_view text, std::size_t offset,
                             std::string_view parser_message, const KnownKeys& known) {
  const std::size_t stopped_at = std::min(offset, text.size());
  int number = source.line_of(stopped_at);
  // The parser may notice at the end what is wrong in the last line.
  while (number > 1 && !yaml_line(source, text, number).has_content()) --number;
  Place place{text, stopped_at, yaml_line(source, text, number), std::nullopt, {}, &known};
  const YamlLine stopped = place.line;

  const std::vector<YamlLine> before = lines_above(source, text, number);
  place.before = before;
  if (!before.empty()) place.above = before.front();
  if (std::optional<YamlHint> hint = first_hint(kRulesForTheLine, place)) return *hint;

  for (std::size_t above = 0; above < before.size(); ++above) {
    Place there{text, stopped_at, before[above], std::nullopt, std::span{before}.subspan(above + 1), &known};
    if (!there.before.empty()) there.above = there.before.front();
    const std::optional<YamlHint> hint =
        above == 0 ? first_hint(kRulesForTheLineAbove, there) : first_hint(kRulesForLinesFarAbove, there);
    if (hint) return *hint;
  }
  return {codes::kUnreadableYaml,
          std::max(stopped_at, stopped.content),
          1,
          fmt::format("the file cannot be read from here on ({})", parser_message),
          "look here and a little above for a missing quotation mark, bracket or colon, or a line that is "
          "indented differently",
          0,
          0,
          {}};
}

YamlHint explain_unclosed_quote(const SourceText& source, std::size_t offset) {
  const std::size_t start = source.line_start(source.line_of(offset));
  const std::size_t end = start + source.line(source.line_of(offset)).size();
  return unclosed_quote_hint(source.text()[offset], offset, end);
}

}  // namespace steadfast
