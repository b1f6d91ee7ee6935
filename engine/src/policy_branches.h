// A scenario under other answers of its programme: what every programme will meet has to be sound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "steadfast/scenario.h"

namespace steadfast {

// True when a condition of the scenario reads the variable at this position.
bool reads_variable(const Scenario& scenario, std::uint32_t variable);

struct PolicyBranch {
  std::vector<std::uint32_t> variables;
  std::vector<std::int32_t> values;  // one for each of them
  std::string answers;               // "`policy_food` is `never`"
};

// Lets the scenario start under these answers. Every branch names all the answers that matter, so one copy of
// the scenario can follow one after the other.
void follow(Scenario& scenario, const PolicyBranch& branch);

// The same scenario under every other combination of the answers that its conditions read. Where there are
// more than `most` combinations, each answer is tried alone instead.
std::vector<PolicyBranch> other_policies(const Scenario& scenario, std::size_t most = 64);

}  // namespace steadfast
