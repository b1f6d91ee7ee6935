#include "schema_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "codes.h"
#include "schema_kinds.h"
#include "yaml_item_marks.h"

namespace steadfast {

namespace {

// `guilt, threatens_leaving`, however it is written.
std::string names_in(std::string_view text) {
  std::string names;
  for (std::size_t at = 0; at < text.size();) {
    constexpr std::string_view kBetween = ",;()[]{}\n";
    const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
    std::string_view name = text.substr(at, end - at);
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (!name.empty()) names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
    at = end + 1;
  }
  return names;
}

std::string how_to_list(const KeyRule& rule, YamlNode value) {
  if (value.is_map() && !value.entries().empty()) {
    return fmt::format("put a dash in front of the first key of each item: `- {}: …`",
                       (*value.entries().begin()).key.text());
  }
  if (is_one_name(rule.type)) return fmt::format("write `{}: [{}]`", rule.key, names_in(value.text()));
  return "write each item on a line of its own, with a dash and a space in front: `- …`";
}

}  // namespace

// Without a dash and a space, what was meant as a list reads as a text or as keys.
void report_no_list(const KeyRule& rule, YamlEntry entry, Problems& problems) {
  YamlNode first = entry.value;
  if (first.is_map() && !first.entries().empty()) first = (*first.entries().begin()).key;
  if (const std::optional<ItemMark> mark = item_mark_at(first.text())) {
    problems.error(codes::kLostDash, first.where_in(0, 1), mark->message,
                   "start each item on a line of its own with a dash and a space");
    return;
  }
  const Span where = entry.value.is_map() ? first.where() : entry.key.where();
  problems.error(codes::kWrongType, where,
                 fmt::format("`{}` must be a list, not {}", rule.key, kind_name(entry.value.kind())),
                 how_to_list(rule, entry.value));
}

}  // namespace steadfast
