#include "yaml_lost_colon.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "codes.h"
#include "yaml_scan.h"

namespace steadfast {

namespace {

bool is_text(const YamlLine& line) {
  return !line.has_key() && !line.is_item && !line.value_text().empty();
}

// Whether text below `line`, and further in, belongs to it.
bool goes_on_below(const YamlLine& line, const YamlLine& below) {
  if (line.value_text().empty()) return false;
  return line.has_key() ? below.column() > line.key_column() : line.is_item && below.column() > line.column();
}

// Whether what stands below is indented like the value of a key.
bool has_value_below(const YamlLine& line) {
  const std::size_t next = line.text.find_first_not_of(" \r\n", line.end);
  if (next == std::string_view::npos) return false;
  const std::size_t column = next - (line.text.rfind('\n', next) + 1);
  const bool is_item = line.text.substr(next, 2) == "- ";
  return column > line.column() || (is_item && column == line.column());
}

// The key that a line without a colon most likely starts with; empty when it is more like a sentence.
std::string_view lost_key(const YamlLine& line) {
  const std::string_view content = line.value_text();
  const std::string_view word = content.substr(0, content.find(' '));
  if (word.size() < 2 || !is_key_like(word)) return {};
  const std::string_view value = content.substr(skip_blanks(content, word.size()));
  const bool is_key = value.empty() ? has_value_below(line)
                                    : std::string_view{"\"'[{>|"}.find(value[0]) != std::string_view::npos;
  return is_key ? word : std::string_view{};
}

}  // namespace

std::optional<YamlHint> explain_line_without_colon(const YamlLine& line,
                                                   const std::optional<YamlLine>& above) {
  if (!is_text(line)) return std::nullopt;
  // Behind a key with text and indented further, it is the text going on.
  if (above && above->has_key() && line.column() > above->key_column()) return std::nullopt;
  const std::string_view content = line.value_text();
  YamlHint hint{codes::kLineWithoutColon,
                line.value,
                content.size(),
                fmt::format("`{}` has no colon behind it", content),
                "a line here is a key, a colon and a value; a text that goes on is indented further than its "
                "key",
                line.value,
                content.size(),
                "#"};
  if (const std::string_view key = lost_key(line); !key.empty()) {
    hint.length = key.size();
    hint.message = fmt::format("`{}` has no colon behind it", key);
    hint.help = fmt::format("write `{}:`", key);
    // There is no room for the colon but on the key's last letter.
    hint.mask = std::string{key.substr(0, key.size() - 1)} + ':';
    hint.mask_length = key.size();
    hint.mends = true;
    hint.covers_key = true;
  }
  return hint;
}

std::optional<YamlHint> explain_item_without_colon(const YamlLine& below, const YamlLine& item,
                                                   const KnownKeys& known) {
  const bool goes_on = item.is_item && !item.has_key() && below.has_key() && !below.is_item &&
                       below.column() == item.key_column();
  const std::string_view content = item.value_text();
  const std::string_view key = content.substr(0, content.find_first_of(" ;"));
  if (!goes_on || key.size() < 2 || !known.has(key)) return std::nullopt;
  return YamlHint{codes::kLineWithoutColon,
                  item.value,
                  key.size(),
                  fmt::format("`{}` has no colon behind it", key),
                  fmt::format("write `- {}: …`", key),
                  item.value,
                  key.size(),
                  std::string{key.substr(0, key.size() - 1)} + ':',
                  true,
                  true};
}

const YamlLine* line_without_colon_above(const YamlLine& stopped, std::span<const YamlLine> before) {
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool is_beside = before[i].column() <= stopped.column();
    if (!is_text(before[i])) {
      const bool is_item_of_its_key = before[i].is_item && before[i].column() == stopped.column();
      if (is_beside && !is_item_of_its_key) return nullptr;
      continue;
    }
    // Of several lines of text, the first can be the one; what is further in belongs to something above.
    while (i + 1 < before.size() && is_text(before[i + 1]) && before[i + 1].column() <= before[i].column()) {
      ++i;
    }
    if (i + 1 == before.size()) return is_beside ? &before[i] : nullptr;
    const YamlLine& above = before[i + 1];
    const bool is_among_keys =
        above.has_key() && !above.value_text().empty() && before[i].column() == above.key_column();
    if (is_among_keys || (is_beside && !goes_on_below(above, before[i]))) return &before[i];
    if (is_beside) return nullptr;
  }
  return nullptr;
}

}  // namespace steadfast
