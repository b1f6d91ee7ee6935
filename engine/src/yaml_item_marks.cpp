#include "yaml_item_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "codes.h"
#include "yaml_scan.h"

namespace steadfast {

namespace {

// Dashes of word processors and the signs their lists start with.
constexpr std::array<std::string_view, 13> kOtherSigns{"\u2013", "\u2014", "\u2010", "\u2011", "\u2012",
                                                       "\u2015", "\u2212", "\u2022", "\u2023", "\u25AA",
                                                       "\u25CF", "\u25E6", "\u00B7"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_written_key(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

// How to read on: with a dash, a space and the key in place, and the value where it is.
void mend(YamlHint& hint, const YamlLine& line, std::string_view key) {
  const std::string with_dash = fmt::format("- {}:", key);
  const std::size_t written = line.colon + 1 - line.content;
  const std::size_t blanks = line.value - (line.colon + 1);
  hint.mask_offset = line.content;
  if (with_dash.size() <= written || blanks > 1) {
    hint.mask_length = std::max(written, with_dash.size());
    hint.mask = with_dash + std::string(hint.mask_length - with_dash.size(), ' ');
    hint.mends = true;
    return;
  }
  // The space takes its column from the value. One that goes on in the next line cannot be left out.
  const std::string_view value = line.value_text();
  const bool goes_on =
      value.empty() || value[0] == '"' || value[0] == '\'' || value[0] == '>' || value[0] == '|';
  if (goes_on) return;
  hint.mask_length = line.end - line.content;
  hint.mask = with_dash + ' ';
}

}  // namespace

std::optional<ItemMark> item_mark_at(std::string_view content) {
  if (content.empty()) return std::nullopt;
  if (content[0] == '-' && content.size() > 1) {
    if (is_letter(content[1])) return ItemMark{1, "there is no space behind the dash"};
    if (content[1] == '\t') return ItemMark{skip_blanks(content, 1), "there is a tab behind the dash"};
    return std::nullopt;
  }
  const auto sign = std::find_if(
      kOtherSigns.begin(), kOtherSigns.end(),
      [content](std::string_view candidate) { return content.substr(0, candidate.size()) == candidate; });
  const bool is_star = content.substr(0, 2) == "* ";
  if (sign == kOtherSigns.end() && !is_star) return std::nullopt;
  const std::string_view written = is_star ? content.substr(0, 1) : *sign;
  return ItemMark{skip_blanks(content, written.size()),
                  fmt::format("`{}` does not start an item of a list", written)};
}

std::string_view without_item_mark(std::string_view content) {
  const std::optional<ItemMark> mark = item_mark_at(content);
  return mark ? content.substr(mark->length) : content;
}

std::optional<YamlHint> explain_item_mark(const YamlLine& line) {
  if (!line.has_key() || line.is_item) return std::nullopt;
  const std::string_view content = line.text.substr(line.content, line.end - line.content);
  const std::optional<ItemMark> mark = item_mark_at(content);
  if (!mark || line.content + mark->length >= line.colon) return std::nullopt;
  const std::string_view key = content.substr(mark->length, line.colon - (line.content + mark->length));
  if (!is_written_key(key)) return std::nullopt;
  YamlHint hint{codes::kLostDash,
                line.content,
                mark->length,
                mark->message,
                fmt::format("write `- {}: …`, with a dash and a space", key),
                0,
                0,
                {}};
  mend(hint, line, key);
  return hint;
}

std::optional<YamlHint> explain_two_dashes(const YamlLine& line, const YamlLine& below) {
  constexpr std::string_view kDashes = "- - ";
  if (line.text.substr(line.content, kDashes.size()) != kDashes || !line.has_key()) return std::nullopt;
  if (below.column() != line.column() + 2 || line.key_column() != line.column() + kDashes.size()) {
    return std::nullopt;
  }
  YamlHint hint{codes::kLinesDoNotLineUp,
                line.content,
                kDashes.size() - 1,
                "there are two dashes, and the line below goes on as behind one",
                fmt::format("write `- {}: …`, with one dash", line.key()),
                0,
                0,
                {}};
  mend(hint, line, line.key());
  return hint;
}

}  // namespace steadfast
