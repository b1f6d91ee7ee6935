// Plays a loaded scenario at random and looks at everything a play can be asked.
#pragma once

#include <cstdint>
#include <string>

#include "steadfast/outlook.h"
#include "steadfast/scenario.h"
#include "steadfast/session.h"

namespace steadfast::fuzz {

// What is wrong with a play as it stands: its state, what is offered, saving and resuming it.
std::string trouble_at(const Scenario& scenario, const Play& play);

// Walks on from `play` by choices drawn from `seed`, at most `steps` of them. `outlook` scores the play when
// it is exact; may be null.
std::string walk_trouble(const Scenario& scenario, Play play, const Outlook* outlook, std::uint64_t seed,
                         int steps);

}  // namespace steadfast::fuzz
