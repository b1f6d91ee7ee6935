// What has to be true of a text before a YAML parser may see it.
#pragma once

#include "problems.h"
#include "source_text.h"

namespace steadfast {

// The largest source that is read, in bytes.
inline constexpr std::size_t kLargestSource = 64U * 1024U * 1024U;

// Reports unreadable bytes, tabs used to indent, and lines that start another document or give the
// parser orders. False when there is any, and then the text must not be parsed.
bool guard_raw_text(const SourceText& source, Problems& problems);

}  // namespace steadfast
