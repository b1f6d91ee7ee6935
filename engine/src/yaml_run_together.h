// Lines that hold more than one line should, because a line break was lost, and signs around a text that are
// not part of it.
#pragma once

#include <optional>

#include "known_keys.h"
#include "yaml_hints.h"
#include "yaml_line.h"

namespace steadfast {

// The hint for a line with a second key, or an item, behind its value.
std::optional<YamlHint> explain_second_key(const YamlLine& line, const KnownKeys& known);

// The hint for a line in which something stands behind a text in quotes; must hold: `closing` is the offset
// of the quote that closes the one at the line's value, and something stands behind it.
YamlHint explain_text_behind_quote(const YamlLine& line, std::size_t closing);

// The hint for a line in which something stands behind a bracket that is closed again.
std::optional<YamlHint> explain_text_behind_bracket(const YamlLine& line, const KnownKeys& known);

// The hint for a line that somebody or some program put into the file and that is none of it: a comment of
// another language, a fence, a line number, the mark of a quotation.
std::optional<YamlHint> explain_foreign_line(const YamlLine& line);

// The hint for a mark that was meant to be `>-`.
std::optional<YamlHint> explain_block_mark(const YamlLine& line, const KnownKeys& known);

}  // namespace steadfast
