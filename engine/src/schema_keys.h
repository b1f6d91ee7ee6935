// The keys of an object that are not as its schema has them: unknown, missing, or lost in a text.
#pragma once

#include <span>
#include <vector>

#include "problems.h"
#include "schema.h"
#include "yaml_tree.h"

namespace steadfast {

// Reports `key`, which `schema`, a part of `root`, does not know. Returns the rule of the key that was most
// likely meant; null when none is near.
const KeyRule* report_unknown_key(const ObjectSchema& schema, const ObjectSchema& root, YamlNode key,
                                  Problems& problems);

// Reports each line in a text of `object` that looks like one of the keys which it does not have: indented as
// far as the text above it, it is a part of that text. Returns the rules of those keys.
std::vector<const KeyRule*> report_keys_in_texts(const ObjectSchema& schema, YamlNode object,
                                                 Problems& problems);

// Reports the required keys that `object` does not have, at `place`. Those in `meant` count as there.
void report_missing_keys(const ObjectSchema& schema, YamlNode object, std::span<const KeyRule* const> meant,
                         Span place, Problems& problems);

}  // namespace steadfast
