// A key whose colon was lost: the lines below it then read as text that goes on, and the parser stops there.
#pragma once

#include <optional>
#include <span>

#include "known_keys.h"
#include "yaml_hints.h"
#include "yaml_line.h"

namespace steadfast {

// The hint for a line that is neither a key nor an item, where no text can go on; `above` is the line with
// content before it. Nothing when it can be text.
std::optional<YamlHint> explain_line_without_colon(const YamlLine& line,
                                                   const std::optional<YamlLine>& above);

// The hint for an item whose first key has no colon, where the key of `below` goes on the item.
std::optional<YamlHint> explain_item_without_colon(const YamlLine& below, const YamlLine& item,
                                                   const KnownKeys& known);

// The line further up that is neither a key nor an item where no text can go on, and made the parser stop in
// `stopped`; null when there is none. `before` holds the lines with content above that, the nearest first.
const YamlLine* line_without_colon_above(const YamlLine& stopped, std::span<const YamlLine> before);

}  // namespace steadfast
