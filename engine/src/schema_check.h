// Compares a tree with what the schema allows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "problems.h"
#include "schema.h"
#include "yaml_tree.h"

namespace steadfast {

// A key of the tree that is not quite one of the schema's, and the one that was meant.
struct MeantKey {
  YamlNode key;
  std::string_view meant;
};

struct SchemaFindings {
  // False when a name cannot be read, so that what refers to it would be reported for nothing.
  bool names_are_readable = true;
  // True when the end of the file is missing.
  bool is_cut_off = false;
  // What to read on with, so that one slip is reported once.
  std::vector<MeantKey> meant_keys;
  // Keys that do not belong where they are, with their values.
  std::vector<YamlNode> misplaced;
};

// Reports everything in the tree of one file that the schema does not allow: unknown and missing keys, values
// of another sort, out of range, not in a list, and keys that need or exclude each other; the last is left
// out where not all keys were read.
SchemaFindings check_schema(const ObjectSchema& schema, YamlNode root, Completeness completeness,
                            Problems& problems);

// "the choice `no-and-here`", or "this choice" while it has no id.
std::string name_of(const ObjectSchema& schema, YamlNode object);

}  // namespace steadfast
