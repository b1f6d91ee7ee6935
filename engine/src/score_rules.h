// The rules of scoring that the score of one play and the analysis of all plays share.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "steadfast/scenario.h"
#include "steadfast/session.h"

namespace steadfast {

// Whether the choice carries an act that repairs what was said before it.
bool repairs(const Scenario& scenario, const Choice& choice);

// Positions of the serious decisions that no later decision repairs.
std::vector<std::uint32_t> unrepaired_serious(const Scenario& scenario,
                                              const std::vector<Decision>& decisions);

bool is_unmet(const OmissionGate& gate, std::span<const std::int32_t> values_at_end);

}  // namespace steadfast
