#include "yaml_lost_dash.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "codes.h"
#include "yaml_item_marks.h"

namespace steadfast {

namespace {

constexpr std::size_t kLongestShown = 40;

// `3. text` and `b) text` without what numbers them.
std::string_view without_number(std::string_view content) {
  const std::size_t end = content.find_first_of(".)");
  const bool is_number = end != std::string_view::npos && end >= 1 && end <= 2 &&
                         content.substr(end + 1, 1) == " " &&
                         std::all_of(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? content.substr(end + 2) : content;
}

std::string shown(const YamlLine& line) {
  const std::string_view content =
      without_number(without_item_mark(line.text.substr(line.content, line.end - line.content)));
  // Cut between characters, never inside one.
  std::size_t end = std::min(content.size(), kLongestShown);
  while (end > 0 && end < content.size() && (static_cast<unsigned char>(content[end]) & 0xC0U) == 0x80U)
    --end;
  return std::string{content.substr(0, end)} + (end < content.size() ? "…" : "");
}

}  // namespace

std::optional<YamlHint> explain_repeated_first_key(const SourceText& source, std::string_view text,
                                                   std::size_t first_key, std::size_t offset) {
  const YamlLine first = yaml_line(source, text, source.line_of(first_key));
  const YamlLine again = yaml_line(source, text, source.line_of(offset));
  const bool starts_item = first.is_item && first.key_start == first_key;
  const bool stands_alone = !again.is_item && again.content == offset;
  if (!starts_item || !stands_alone || again.column() != first.key_column()) return std::nullopt;
  // Of several dashes on its line the innermost one is the item's.
  const std::size_t dash = text.rfind('-', first.key_start - 1);
  const std::size_t width = first.key_start - dash;
  return YamlHint{
      codes::kLostDash,
      offset,
      again.colon - offset,
      fmt::format("`{}` stands here a second time, as if a new item began without its dash", again.key()),
      fmt::format("write `- {}` with the dash in column {}; if it is the same item, keep one of the two",
                  shown(again), first.key_column() - width + 1),
      offset - width,
      width,
      "-" + std::string(width - 1, ' '),
      true};
}

std::optional<YamlHint> explain_first_without_dash(std::string_view text, const YamlLine& item) {
  const std::optional<YamlLine> first = first_of_group(text, item, item.key_column());
  if (!first || first->is_item || !first->has_key()) return std::nullopt;
  const std::size_t width = item.key_column() - item.column();
  return YamlHint{codes::kLostDash,
                  first->content,
                  first->end - first->content,
                  "the first item of this list has no dash",
                  fmt::format("write `- {}` with the dash in column {}", shown(*first), item.column() + 1),
                  first->content - width,
                  width,
                  "-" + std::string(width - 1, ' '),
                  true};
}

YamlHint explain_line_among_items(const YamlLine& line) {
  YamlHint hint{codes::kLostDash,
                line.content,
                line.end - line.content,
                "this line stands among the items of a list, and has no dash",
                fmt::format("write `- {}`; if it belongs to the item above, indent it further", shown(line)),
                line.content,
                line.end - line.content,
                "#"};
  if (!line.has_key()) return hint;
  // Read on with the dash in place; it takes its two columns from the value, of which something must be left.
  const std::string with_dash = fmt::format("- {}: ", line.key());
  const std::string_view value = line.value_text();
  const bool goes_on =
      !value.empty() && (value[0] == '"' || value[0] == '\'' || value[0] == '>' || value[0] == '|');
  if (goes_on || with_dash.size() >= line.end - line.content) {
    hint.mask_length = 0;
  } else {
    hint.mask = with_dash;
  }
  return hint;
}

}  // namespace steadfast
