// Everything that can still happen, exactly: dynamic programming over the graph of states.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "steadfast/scenario.h"
#include "steadfast/session.h"
#include "steadfast/watch.h"

namespace steadfast {

// Of one ledger (a dimension or the composite), in half-points, over all complete plays from a state.
struct Range {
  int least = 0;
  int most = 0;
  double expected = 0;  // when each offered choice is equally likely
  friend bool operator==(const Range&, const Range&) = default;
};

struct OutlookLimits {
  std::size_t states = 1'000'000;
};

// Two states count as one here when node, once-flags and every variable agree that a condition reads,
// directly or through the rules of acts and model (scoring needs no more).
class Outlook {
 public:
  enum class Kind {
    exact,
    bounded,  // more states than the limit, or stopped before all was looked at: no percentages
    endless,  // a cycle of states, which is a scenario error: `witness()` leads there
    stuck,    // some path ends in a node that offers nothing: `witness()` leads there
  };

  static Outlook explore(const Scenario& scenario, OutlookLimits limits = {});
  static Outlook explore(const Scenario& scenario, OutlookLimits limits, Watch& watch);

  Kind kind() const;
  std::size_t state_count() const;
  const std::vector<ChoiceIndex>& witness() const;  // for stuck: choices that lead there; for
                                                    // endless: there and once round

  // Must hold: kind() is exact and `state` is reachable by plays of the scenario.
  const Range& dimension(const State& state, DimensionIndex dimension) const;
  const Range& composite(const State& state) const;

  struct Implementation;
  const Implementation& implementation() const { return *implementation_; }

 private:
  std::shared_ptr<const Implementation> implementation_;
};

}  // namespace steadfast
