// What the shape of a conversation shows without playing it.
#pragma once

#include <cstddef>
#include <vector>

#include "problems.h"
#include "steadfast/scenario.h"

namespace steadfast {

// Reports nodes and endings that nothing leads to, circles without a choice, and nodes from which no
// ending can be reached. A scenario without such circles cannot keep a session from coming to rest.
// Must hold: every way on leads somewhere.
void check_structure(const Scenario& scenario, Problems& problems);

// For each node a number; two nodes have the same one when each can be reached from the other. Must hold: as
// above.
std::vector<std::size_t> circles_of(const Scenario& scenario);

}  // namespace steadfast
