// From a play to what the store keeps of it; the app and the terminal record the same.
#pragma once

#include "steadfast/save.h"
#include "steadfast/scenario.h"
#include "steadfast/score.h"
#include "steadfast/session.h"
#include "store/store.h"

namespace steadfast {

// A play about to begin (or a branch of `origin`), before its first new decision.
NewAttempt attempt_of(const Scenario& scenario, const Play& play, Mode mode, std::optional<Origin> origin,
                      UnixMilliseconds at);

// The last decision of `play`. Must hold: there is one.
DecisionRecord last_decision_of(const Scenario& scenario, const Play& play, UnixMilliseconds at);

// Must hold: `score` is of a play that reached an ending.
Finish finish_of(const Scenario& scenario, const Score& score, UnixMilliseconds at);

// What to play and where to record it after "continue".
struct Continued {
  AttemptId attempt;  // the old one, or a new one when the scenario was edited in between
  Resumed resumed;
};

// Takes up an attempt in progress. When the scenario was edited, the old attempt stays as it was and a
// new one, marked as its continuation, records what follows.
Result<Continued> continue_attempt(Store& store, const Scenario& scenario, const AttemptSummary& attempt,
                                   UnixMilliseconds at);

}  // namespace steadfast
