// What was meant as a list and is none.
#pragma once

#include "problems.h"
#include "schema.h"
#include "yaml_tree.h"

namespace steadfast {

// Reports the value of `entry`, which is no list, and shows how it would be one.
void report_no_list(const KeyRule& rule, YamlEntry entry, Problems& problems);

}  // namespace steadfast
