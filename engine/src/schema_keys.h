// The keys of an object that are not as its schema has them: unknown, missing, or lost in a text.
#pragma once

#include <span>
#include <vector>

#include "problems.h"
#include "schema.h"
#include "schema_places.h"
#include "yaml_tree.h"

namespace steadfast {

// Reports `key`, which `schema` does not know, when it is nearly one of its keys, and returns the rule of
// that; null when none is near.
const KeyRule* report_misspelt_key(const ObjectSchema& schema, YamlNode key, Problems& problems);

// Reports each line in a text of `object` that looks like one of the keys which it does not have: indented as
// far as the text above it, it is a part of that text. Returns the rules of those keys.
std::vector<const KeyRule*> report_keys_in_texts(const ObjectSchema& schema, YamlNode object,
                                                 Problems& problems);

// When all that the root of a file lacks comes behind what is there, reports that its end may be lost and
// returns true. Those keys then count as there.
bool report_cut_off(const ObjectPlace& root, Problems& problems);

// Reports the keys in `unknown`, of which nothing was near, and, if `tell_missing`, the required keys that
// `here` does not have, at `place`. One of each may be the same key.
void report_unknown_and_missing_keys(const ObjectPlace& here, std::span<const YamlNode> unknown,
                                     bool tell_missing, Span place, const ObjectSchema& root,
                                     Problems& problems);

}  // namespace steadfast
