// What has to be true of a text before a YAML parser may see it.
#pragma once

#include <vector>

#include "problems.h"
#include "source_text.h"
#include "yaml_hints.h"

namespace steadfast {

// The largest source that is read, in bytes.
inline constexpr std::size_t kLargestSource = std::size_t{64} * 1024 * 1024;
// The longest line, in bytes: places are counted from the start of their line, which must not take long.
inline constexpr std::size_t kLongestLine = 10'000;

// Reports unreadable bytes, lines that are too long, tabs used to indent, lines that start another document
// or give the parser orders, spaces that only look like one where YAML needs a plain one, and brackets that
// are not closed. False when the text must not be parsed; otherwise `mended` gets the places to read as
// something else.
bool guard_raw_text(const SourceText& source, Problems& problems, std::vector<YamlHint>& mended);

}  // namespace steadfast
