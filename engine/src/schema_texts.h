// Texts for people: all of them must arrive, and nothing but them.
#pragma once

#include "problems.h"
#include "schema.h"
#include "yaml_tree.h"

namespace steadfast {

// Reports a text that is not read to its end, and marks in it that were meant for the program. Must hold:
// `value` is a text of `rule` with something in it.
void check_words(const KeyRule& rule, YamlNode value, Problems& problems);

}  // namespace steadfast
