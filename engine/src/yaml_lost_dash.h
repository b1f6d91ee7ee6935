// A list item whose dash was lost: what follows then reads as part of the item above it.
#pragma once

#include <cstddef>
#include <optional>

#include "source_text.h"
#include "yaml_hints.h"
#include "yaml_line.h"

namespace steadfast {

// The hint for the key at `offset` when it begins a new item, as the key at `first_key` began the item it
// now reads as part of. Nothing when no dash can have been meant there.
std::optional<YamlHint> explain_repeated_first_key(const SourceText& source, std::string_view text,
                                                   std::size_t first_key, std::size_t offset);

// The hint for the first item of the list that `item` belongs to, when it has no dash: its keys then stand
// where the keys of `item` stand.
std::optional<YamlHint> explain_first_without_dash(std::string_view text, const YamlLine& item);

// The hint for a line in the column of the items above it that has no dash itself.
YamlHint explain_line_among_items(const YamlLine& line);

}  // namespace steadfast
