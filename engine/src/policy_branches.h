// A scenario under other answers of its programme: what every programme will meet has to be sound.
#pragma once

#include <string>
#include <vector>

#include "steadfast/scenario.h"

namespace steadfast {

// True when a condition of the scenario reads the variable at this position.
bool reads_variable(const Scenario& scenario, std::uint32_t variable);

struct PolicyBranch {
  Scenario scenario;
  std::string answers;  // "`policy_food` is `never`"
};

// The same scenario under every other combination of the answers that its conditions read. Where there are
// more than `most` combinations, each answer is tried alone instead.
std::vector<PolicyBranch> other_policies(const Scenario& scenario, std::size_t most = 64);

}  // namespace steadfast
