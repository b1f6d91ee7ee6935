// A play as one JSON object, for scripts.
#pragma once

#include <optional>
#include <string>

#include "steadfast/score.h"

namespace steadfast::cli {

// Keys: scenario, ending, status, dimensions, composite, decisions, criticals. X, L, U and R count
// half-points. `ending` and `status` are null, and so is every A, until an ending is reached.
std::string play_as_json(const Scenario& scenario, const Score& score);

}  // namespace steadfast::cli
