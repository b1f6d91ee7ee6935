// Lines that start in another column than the lines they belong to.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "known_keys.h"
#include "yaml_hints.h"
#include "yaml_line.h"

namespace steadfast {

// The hint for a key or an item in which the parser stopped, as it stands under a value it cannot belong to
// or beside no other line. `before` holds the lines with content above it, the nearest first. Nothing when it
// stands where it may. `known` are the keys that the file may have.
std::optional<YamlHint> explain_line_that_does_not_line_up(std::string_view text, const YamlLine& line,
                                                           std::span<const YamlLine> before,
                                                           const KnownKeys& known);

}  // namespace steadfast
