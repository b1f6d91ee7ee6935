// What the variables and flags of a scenario are there for.
#pragma once

#include "read_scenario.h"

namespace steadfast {

// Warns of those that nothing uses, and of those that are asked for and can never change. Must hold: the
// scenario is linked, and its variables are in place.
void check_use(const ReadingScenario& reading);

}  // namespace steadfast
