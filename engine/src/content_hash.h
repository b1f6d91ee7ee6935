// What a text says, apart from how it is laid out, and a number for it.
#pragma once

#include <string>
#include <string_view>

#include "yaml_tree.h"

namespace steadfast {

// The same bytes for two texts that differ only in comments, blank lines, indentation, quoting or
// blank ends of texts. The order of keys counts: changes apply in the order written. Leaves out the entry
// `left_out` of the outermost map. Must hold: `root` is a map.
std::string canonical_form(YamlNode root, std::string_view left_out = {});

// XXH3 with 128 bits over both, as 32 hexadecimal digits.
std::string hash_of(std::string_view scenario_form, std::string_view rulebook_form);

}  // namespace steadfast
