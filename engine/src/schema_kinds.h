// How messages call what may stand in a file, and what is found there.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "schema.h"
#include "yaml_tree.h"

namespace steadfast {

std::string_view kind_name(YamlKind kind);   // "a list"
std::string_view type_name(ValueType type);  // "a whole number"
std::string list_of_words(std::span<const std::string_view> words);

// Whether a value of this type is one word that is declared or listed somewhere.
bool is_one_name(ValueType type);

}  // namespace steadfast
