// Texts over several lines whose first lines are not as YAML wants them.
#pragma once

#include <optional>
#include <span>

#include "yaml_hints.h"
#include "yaml_line.h"

namespace steadfast {

// The hint for a line of text in which the parser stopped although it goes on the text above: that starts too
// far left or right, or has a colon in it. `before` holds the lines with content above it, the nearest first.
std::optional<YamlHint> explain_text_over_lines(const YamlLine& line, std::span<const YamlLine> before);

}  // namespace steadfast
