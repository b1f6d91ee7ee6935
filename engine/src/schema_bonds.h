// Compares what the keys of one object ask of each other with what is written.
#pragma once

#include "problems.h"
#include "schema.h"
#include "yaml_tree.h"

namespace steadfast {

// Must hold: every key of the object was read; a value may be spoilt, and what it may say is then no problem.
// `place` is where problems of the object as a whole are shown.
void check_bonds(const ObjectSchema& schema, YamlNode object, Span place, Problems& problems);

}  // namespace steadfast
