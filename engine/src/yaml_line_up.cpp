#include "yaml_line_up.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "codes.h"
#include "yaml_lost_colon.h"
#include "yaml_lost_dash.h"

namespace steadfast {

namespace {

// Reading stops at such a line: whatever stands below it may belong anywhere.
YamlHint stop_at(const YamlLine& line, std::string message, std::string help) {
  return {codes::kLinesDoNotLineUp,
          line.content,
          line.end - line.content,
          std::move(message),
          std::move(help),
          0,
          0,
          {}};
}

// The keys that stand in one group with `last`, the last of them, which `before` starts with.
std::vector<std::string_view> group_of(const YamlLine& last, std::span<const YamlLine> before) {
  std::vector<std::string_view> keys;
  for (const YamlLine& above : before) {
    if (above.has_key() && above.key_column() == last.key_column()) keys.push_back(above.key());
    if (above.is_item ? above.column() < last.key_column() : above.column() < last.column()) break;
  }
  return keys;
}

// The hint for a line that begins a group whose own key is missing between `above` and it.
std::optional<YamlHint> key_is_missing(const YamlLine& line, const YamlLine& above,
                                       std::span<const YamlLine> before, const KnownKeys& known) {
  if (!line.has_key()) return std::nullopt;
  const std::vector<std::string_view> group = group_of(above, before);
  const std::vector<std::string_view> inner = keys_of_group(line);
  const std::string_view missing = known.missing_between(group, inner, line.is_item);
  if (missing.empty()) return std::nullopt;
  return stop_at(
      line, fmt::format("the line `{}:` is missing above this one", missing),
      fmt::format("write `{}:` in column {}, under `{}`", missing, above.key_column() + 1, above.key()));
}

// The hint for the line above when it is the one out of line: the key of `line` goes on a group further up.
std::optional<YamlHint> line_above_is_odd(const YamlLine& line, std::span<const YamlLine> before,
                                          const KnownKeys& known) {
  const YamlLine& above = before.front();
  if (!line.has_key() || line.is_item || above.is_item || before.size() < 2) return std::nullopt;
  // As the first key of a group, directly under the key of the group.
  const YamlLine& group = before[1];
  const bool is_first = group.has_key() && group.value_text().empty() &&
                        group.key_column() == above.column() && line.column() == above.column() + 2;
  // Or among the keys further up, while it is no key of those in its own column.
  const auto last = std::find_if(before.begin() + 1, before.end(), [&line](const YamlLine& one) {
    return (one.has_key() ? one.key_column() : one.column()) <= line.column() && !one.is_item;
  });
  bool goes_on = false;
  if (last != before.end() && last->has_key() && last->key_column() == line.column()) {
    std::vector<std::string_view> keys = group_of(*last, std::span{last, before.end()});
    keys.push_back(above.key());
    goes_on = known.stand_together(keys) && !known.stand_together(group_of(above, before));
  }
  if (!is_first && !goes_on) return std::nullopt;
  return stop_at(above,
                 fmt::format("this line starts in column {}, and the next key of its group in column {}",
                             above.column() + 1, line.column() + 1),
                 fmt::format("start it in column {} as well", line.column() + 1));
}

// The first line of an item that starts further in than the other keys of the item.
std::optional<YamlHint> item_too_far_in(const YamlLine& line) {
  const std::optional<YamlLine> below = line_below(line);
  const bool is_odd = line.is_item && line.has_key() && below && below->has_key() && !below->is_item &&
                      below->column() + 2 <= line.key_column() && below->column() >= 2;
  if (!is_odd) return std::nullopt;
  return stop_at(line,
                 fmt::format("this item starts in column {}, and its other keys stand in column {}",
                             line.column() + 1, below->column() + 1),
                 fmt::format("start its dash in column {}", below->column() - 1));
}

// Whether the key of `above` stands among keys of the form and is none; names that stand for keys, as
// variables and speakers do, have none beside them.
bool is_no_key(const YamlLine& above, std::span<const YamlLine> before, const KnownKeys& known) {
  if (above.is_item || known.has(above.key()) || !known.has("id")) return false;
  std::vector<std::string_view> others = group_of(above, before);
  std::erase(others, above.key());
  return above.column() == 0 || (!others.empty() && known.stand_together(others));
}

YamlHint under_a_value(const YamlLine& line, std::span<const YamlLine> before, const KnownKeys& known) {
  const YamlLine& above = before.front();
  if (line.has_key() && !is_key_like(line.key())) {
    return {codes::kColonInText,
            line.colon,
            1,
            "a colon inside a text without quotes",
            fmt::format("put the whole text of `{}` in double quotes", above.key()),
            line.content,
            line.end - line.content,
            {}};
  }
  if (!is_key_like(above.key())) {
    return stop_at(above, fmt::format("this line reads as a key called `{}`", above.key()),
                   "if it belongs to the text above it, indent it as far as that text");
  }
  if (auto hint = line_above_is_odd(line, before, known)) return *hint;
  if (auto hint = item_too_far_in(line)) return *hint;
  if (auto hint = key_is_missing(line, above, before, known)) return *hint;
  if (is_no_key(above, before, known)) {
    YamlHint hint = stop_at(above, fmt::format("no key is called `{}`", above.key()),
                            "a note for yourself starts with `#`; a text that goes on is indented further");
    hint.mask_offset = above.content;
    hint.mask_length = above.end - above.content;
    hint.mask = "#";
    return hint;
  }
  return stop_at(
      line,
      fmt::format("this line is indented as if it belonged to `{}`, which already has a value", above.key()),
      fmt::format("start it in column {}, under `{}`, or where its own group starts", above.key_column() + 1,
                  above.key()));
}

bool opens_a_group(const YamlLine& line) {
  const std::string_view value = line.value_text();
  return line.has_key() && !line.is_item && (value.empty() || value[0] == '>' || value[0] == '|');
}

// A key too far left ends the group it stands in, and the next key of the group is left alone: when the last
// one before it stands where this one does, the one between them is out of line.
std::optional<YamlHint> key_too_far_left(const YamlLine& line, std::span<const YamlLine> before) {
  if (!line.has_key() || line.is_item) return std::nullopt;
  const auto odd = std::find_if(before.begin(), before.end(),
                                [&line](const YamlLine& above) { return above.column() < line.column(); });
  if (odd == before.end() || odd == before.begin() || !opens_a_group(*odd)) return std::nullopt;
  // A step is two columns; where the first line below it is nearer than that, it is that one.
  const YamlLine& first_below = *(odd - 1);
  if (first_below.has_key() && !first_below.is_item && first_below.column() < line.column() + 2)
    return std::nullopt;
  const auto last = std::find_if(odd + 1, before.end(), [&line](const YamlLine& above) {
    return (above.has_key() ? above.key_column() : above.column()) <= line.column();
  });
  if (last == before.end() || !last->has_key() || last->key_column() != line.column()) return std::nullopt;
  return stop_at(*odd,
                 fmt::format("this line starts in column {}, and the keys above and below it in column {}",
                             odd->column() + 1, line.column() + 1),
                 fmt::format("start it in column {} as well", line.column() + 1));
}

// The first key of a group says where the others start. When it is not one step in and this one is, it is the
// first that is out of line.
std::optional<YamlHint> first_key_out_of_line(const YamlLine& line, std::span<const YamlLine> before) {
  if (!line.has_key() || line.is_item) return std::nullopt;
  const auto is_group = [&line](const YamlLine& above) {
    return above.has_key() && above.value_text().empty() && above.key_column() + 2 == line.column();
  };
  const auto group = std::find_if(before.begin(), before.end(), is_group);
  if (group == before.end() || group == before.begin()) return std::nullopt;
  const YamlLine& first = *(group - 1);
  const bool is_inside = std::all_of(before.begin(), group - 1, [&group](const YamlLine& between) {
    return between.column() > group->key_column();
  });
  const bool is_out_of_line = first.has_key() && !first.is_item && first.column() != line.column();
  if (!is_inside || !is_out_of_line || first.column() < group->key_column()) return std::nullopt;
  return stop_at(first,
                 fmt::format("this line starts in column {}, and the next key of `{}` in column {}",
                             first.column() + 1, group->key(), line.column() + 1),
                 fmt::format("start it in column {} as well", line.column() + 1));
}

}  // namespace

std::optional<YamlHint> explain_line_that_does_not_line_up(std::string_view text, const YamlLine& line,
                                                           std::span<const YamlLine> before,
                                                           const KnownKeys& known) {
  if (!line.has_key() && !line.is_item) return std::nullopt;
  if (!before.empty()) {
    const YamlLine& above = before.front();
    const bool has_value = above.has_key() && !above.value_text().empty();
    if (has_value && line.column() > above.key_column()) return under_a_value(line, before, known);
  }
  if (!before.empty()) {
    if (auto hint = explain_item_without_colon(line, before.front(), known)) return hint;
  }
  if (line.is_item && line.key_column() > line.column()) {
    if (auto hint = explain_first_without_dash(text, line)) return hint;
  }
  const std::vector<OpenColumn> open = open_columns(text, line);
  std::optional<std::size_t> narrower;
  std::optional<std::size_t> wider;
  bool is_among_others = false;
  for (const OpenColumn& one : open) {
    if (one.column == line.column() && one.of_items == line.is_item) return std::nullopt;
    if (one.column == line.column()) is_among_others = true;
    const bool begins_like_an_item = line.has_key() && one.of_items && one.first_key == line.key();
    if (one.column == line.column() && begins_like_an_item) return explain_line_among_items(line);
    if (one.of_items != line.is_item) continue;
    if (one.column < line.column() && (!narrower || one.column > *narrower)) narrower = one.column;
    if (one.column > line.column() && (!wider || one.column < *wider)) wider = one.column;
  }
  if (open.empty()) return std::nullopt;
  if (!is_among_others) {
    if (std::optional<YamlHint> hint = first_key_out_of_line(line, before)) return hint;
    if (std::optional<YamlHint> hint = key_too_far_left(line, before)) return hint;
  }
  // The nearest on both sides are what may have been meant.
  std::string columns = narrower ? fmt::format("{}", *narrower + 1) : std::string{};
  if (wider) columns += fmt::format("{}{}", columns.empty() ? "" : " or ", *wider + 1);
  const std::string help = columns.empty()
                               ? "indent it as the lines it belongs to"
                               : fmt::format("start it in column {}, with the lines it belongs to", columns);
  if (is_among_others && line.has_key() && narrower) {
    const auto outside = std::find_if(before.begin(), before.end(), [&line](const YamlLine& above) {
      return above.has_key() && !above.is_item && above.column() < line.column();
    });
    if (outside != before.end()) {
      if (auto hint = key_is_missing(line, *outside, std::span{outside, before.end()}, known)) return hint;
    }
  }
  if (is_among_others) {
    return stop_at(
        line,
        line.is_item ? "this item of a list stands among keys" : "this key stands among the items of a list",
        help);
  }
  return stop_at(
      line, fmt::format("this line starts in column {}, where nothing around it starts", line.column() + 1),
      help);
}

}  // namespace steadfast
