// What the outside must do for the state. Each effect with a `request` is answered by exactly one intent
// that carries the same number: the one named here, or RecordFailed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "steadfast/score.h"
#include "view/intent.h"
#include "view/record.h"

namespace steadfast {

// → AttemptStarted
struct StartAttempt {
  std::uint64_t request = 0;
  std::string scenario;
  std::string content_hash;
  PlayMode mode = PlayMode::coach;
  std::uint64_t seed = 0;
  std::optional<AttemptOrigin> origin;
  std::string save;  // a branch starts with the decisions it keeps
  std::string date;  // YYYY-MM-DD, as AppState::today
};

// → DecisionRecorded, and not before the row is on the disk: her reply waits for it.
struct RecordDecision {
  std::uint64_t request = 0;
  std::int64_t attempt = 0;
  std::uint32_t position = 0;  // of the decision in its play, from 0
  std::string node;
  std::string choice;
  std::string save;  // after this decision
  std::string date;
};

// → AttemptFinished
struct FinishAttempt {
  std::uint64_t request = 0;
  std::int64_t attempt = 0;
  std::string scenario;
  std::string ending;          // id
  std::string status;          // as `to_string(Status)`; empty when there is no score
  std::optional<Score> score;  // empty when the scenario is too large to score exactly
  std::string save;
  std::string date;
};

// → ReflectionSaved
struct SaveReflection {
  std::uint64_t request = 0;
  std::int64_t attempt = 0;
  Reflection reflection;
  std::string date;
};

// Where looking back goes on. → LookBackSaved
struct SaveLookBack {
  std::uint64_t request = 0;
  std::int64_t attempt = 0;
  std::uint32_t step = 1;  // 1 to 5
  bool finished = false;
};

struct Quit {};

using Effect = std::variant<StartAttempt, RecordDecision, FinishAttempt, SaveReflection, SaveLookBack, Quit>;

}  // namespace steadfast
