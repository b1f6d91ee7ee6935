#include "yaml_text_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "codes.h"

namespace steadfast {

namespace {

bool is_words(const YamlLine& line) {
  return !line.is_item && (!line.has_key() || !is_key_like(line.key()));
}

bool opens_block(const YamlLine& line) {
  const std::string_view value = line.value_text();
  return line.has_key() && !value.empty() && (value[0] == '>' || value[0] == '|');
}

// Reading stops there: where the text ends cannot be told.
YamlHint stop_at(Code code, const YamlLine& line, std::string message, std::string help) {
  return {code, line.content, line.end - line.content, std::move(message), std::move(help), 0, 0, {}};
}

std::optional<YamlHint> explain_column(const YamlLine& line, std::span<const YamlLine> before) {
  const YamlLine& above = before[0];
  if (opens_block(above) && line.column() <= above.key_column()) {
    return stop_at(codes::kLinesDoNotLineUp, line,
                   fmt::format("the text of `{}` starts further in than its key", above.key()),
                   fmt::format("start each of its lines in column {}", above.key_column() + 3));
  }
  if (before.size() < 2 || !is_words(above)) return std::nullopt;
  const YamlLine& key = before[1];
  if (opens_block(key) && above.column() > line.column() && line.column() > key.key_column()) {
    return stop_at(
        codes::kLinesDoNotLineUp, above,
        fmt::format("this first line of the text of `{}` starts in column {}, and the next in column {}",
                    key.key(), above.column() + 1, line.column() + 1),
        fmt::format("start it in column {} as well", line.column() + 1));
  }
  return std::nullopt;
}

// A line further up, of the same text, that reads as a key, under a key without a value.
std::optional<YamlHint> explain_colon_above(const YamlLine& line, std::span<const YamlLine> before) {
  const auto is_same_text = [&line](const YamlLine& one) {
    return is_words(one) && one.column() == line.column();
  };
  const auto key = std::find_if_not(before.begin(), before.end(), is_same_text);
  if (key == before.begin() || key == before.end()) return std::nullopt;
  const bool is_text_of_key = key->has_key() && is_key_like(key->key()) && key->value_text().empty() &&
                              line.column() > key->key_column();
  const auto odd = std::find_if(before.begin(), key, [](const YamlLine& one) { return one.has_key(); });
  if (!is_text_of_key || odd == key) return std::nullopt;
  YamlHint hint = stop_at(
      codes::kColonInText, *odd, "a colon inside a text without quotes",
      fmt::format("write `{}: >-` in the line above the text; behind that, it may hold colons", key->key()));
  hint.offset = odd->colon;
  hint.length = 1;
  return hint;
}

}  // namespace

std::optional<YamlHint> explain_text_over_lines(const YamlLine& line, std::span<const YamlLine> before) {
  if (before.empty() || !is_words(line)) return std::nullopt;
  if (auto hint = explain_column(line, before)) return hint;
  return explain_colon_above(line, before);
}

}  // namespace steadfast
