// What one choice does to the values, and where the conversation then comes to rest. Works in place on
// plain numbers, so that the analysis can run millions of steps without allocating.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "steadfast/scenario.h"
#include "steadfast/session.h"

namespace steadfast {

// Where a play stands: as State, without the values.
struct Place {
  Phase phase = Phase::deciding;
  NodeIndex node;
  EndingIndex ending;
  friend bool operator==(const Place&, const Place&) = default;
};

// The range a value keeps to: the declared one, narrowed by `drift` around the start.
struct ValueRange {
  std::int32_t least = 0;
  std::int32_t most = 0;
};
ValueRange range_of(const Variable& variable);

std::vector<std::int32_t> start_values(const Scenario& scenario);

// Acts in the order written, then effects, then the model's rules, each clamped at once; `choice.once`
// is remembered first. Must hold: one value per variable.
void apply_choice(const Scenario& scenario, const Choice& choice, std::span<std::int32_t> values);

bool is_open(const Choice& choice, std::span<const std::int32_t> values);

// What is shown while no variant holds, and when this one does.
ShownPassage plain_passage(const Telling& telling);
ShownPassage with_variant(const Telling& telling, const Variant& variant);

// Follows `target` through nodes without an open choice to a decision, an ending or a place where
// nothing leads on. Nodes passed are appended to `passed` when it is given, the last one included.
Place settle(const Scenario& scenario, Target target, std::span<const std::int32_t> values,
             std::vector<NodeIndex>* passed);

}  // namespace steadfast
