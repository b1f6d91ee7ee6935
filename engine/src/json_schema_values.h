// What one key may hold, in JSON Schema.
#pragma once

#include <string>
#include <string_view>

#include "json_text.h"
#include "schema.h"

namespace steadfast {

// The value of a key by this rule, with its explanation; objects and the sorts of values below are references
// into `definitions`.
Json value_of(const KeyRule& rule);

// How the definition of an object is called. Within one file no two objects may be called the same.
std::string definition_name(const ObjectSchema& schema);

// The same for a sort of values; empty for numbers, words and objects, which are not everywhere the same.
std::string_view definition_name(ValueType type);

// Must hold: the type has a definition of its own.
Json value_definition(ValueType type);

}  // namespace steadfast
