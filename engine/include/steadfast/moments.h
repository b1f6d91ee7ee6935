// Which decisions of a play a debrief looks at again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "steadfast/score.h"

namespace steadfast {

struct Moment {
  enum class Why { critical, serious, regret };
  std::uint32_t decision = 0;  // position in Score::decisions
  Why why = Why::regret;
  friend bool operator==(const Moment&, const Moment&) = default;
};

// At most `limit` moments worth another look: criticals first, then serious errors that were not repaired,
// each in the order they happened, then the largest regrets (the earlier one first when equal). A decision
// without regret is not one of these.
std::vector<Moment> moments_worth_another_look(const Score& score, std::size_t limit = 3);

// What went best: the widest spread of options among decisions without regret that are neither critical
// nor serious (the earlier one when equal). Empty when nothing was at stake in any such decision.
std::optional<std::uint32_t> strongest_moment(const Score& score);

}  // namespace steadfast
