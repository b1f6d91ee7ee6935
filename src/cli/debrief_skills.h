// The part of the debrief with numbers: skills one by one, and trust from answer to answer.
#pragma once

#include "cli/talk.h"
#include "steadfast/score.h"

namespace steadfast::cli {

// Must hold: `score` is of a complete play.
void tell_skills(Talk& talk, const Scenario& scenario, const Score& score);

// Nothing when the mentee model knows no `trust`.
void tell_trust(Talk& talk, const Scenario& scenario, const Play& play);

}  // namespace steadfast::cli
