// Compares a tree with what the schema allows.
#pragma once

#include <string>

#include "problems.h"
#include "schema.h"
#include "yaml_tree.h"

namespace steadfast {

// Reports everything in the tree of one file that the schema does not allow: unknown and missing keys, values
// of another sort, out of range, not in a list, and keys that need or exclude each other; the last is left
// out where not all keys were read. False when a name in it cannot be read, so that what refers to it would
// be reported for nothing.
bool check_schema(const ObjectSchema& schema, YamlNode root, Completeness completeness, Problems& problems);

// "the choice `no-and-here`", or "this choice" while it has no id.
std::string name_of(const ObjectSchema& schema, YamlNode object);

}  // namespace steadfast
