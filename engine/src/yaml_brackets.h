// Brackets that stay open over the lines below them, which a parser notices far from where they open.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "problems.h"
#include "source_text.h"
#include "yaml_hints.h"

namespace steadfast {

// Reports every list or group in brackets that is still open where a key or an item begins that stands no
// further in than its own; `covered` gets the places to leave out.
void guard_brackets(const SourceText& source, Problems& problems, std::vector<YamlHint>& covered);

// The hint for a value that starts with a bracket which is not closed.
YamlHint open_bracket_hint(std::string_view text, std::size_t bracket, std::size_t line_end);

}  // namespace steadfast
