// The only function that changes AppState.
#pragma once

#include <cstdint>
#include <vector>

#include "view/app_state.h"
#include "view/effect.h"
#include "view/intent.h"

namespace steadfast {

// Applies one intent and returns what the outside must do, in order. An intent that does not apply where
// the state is changes nothing. `now_ms` only ever grows; it serves the guard against double taps. The
// answers to effects are given as intents, in later calls.
std::vector<Effect> update(AppState& state, const Intent& intent, std::int64_t now_ms);

}  // namespace steadfast
