// How single values are written, for programs that do not have the loader: as patterns, which say the same as
// schema_values.h, and in words.
#pragma once

#include <string>
#include <string_view>

#include "schema.h"

namespace steadfast {

// A regular expression (ECMAScript) that finds something in every text that the loader takes for a value of
// this rule, and in no other. Of values that refer to something, of conditions and of changes it says only
// that there is one: what is in them depends on the rest of the file.
std::string pattern_of(const KeyRule& rule);

// The same for a whole number from `least` to `most`, in all the ways it can be written. Must hold:
// `least` <= `most`.
std::string number_pattern(int least, int most);

// What to write, in a sentence without its stop; empty for objects, whose keys say it.
std::string how_to_write(const KeyRule& rule);

}  // namespace steadfast
