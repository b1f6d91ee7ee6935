// What people write where an item of a list needs a dash and a space: another sign, no space, or a tab.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "yaml_hints.h"
#include "yaml_line.h"

namespace steadfast {

struct ItemMark {
  std::size_t length = 0;  // in bytes, with the blanks behind it
  std::string message;     // what is wrong with it
};

// The mark that `content`, a line without its indentation, starts with.
std::optional<ItemMark> item_mark_at(std::string_view content);

// `content` without the mark it may start with.
std::string_view without_item_mark(std::string_view content);

// The hint for a line that starts with such a mark and a key.
std::optional<YamlHint> explain_item_mark(const YamlLine& line);

// The hint for a line with a key behind two dashes, where the one `below` goes on as behind one.
std::optional<YamlHint> explain_two_dashes(const YamlLine& line, const YamlLine& below);

}  // namespace steadfast
