// What is gained by all plays that come by somewhere: the least, the most, and each possible sum.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis_findings.h"
#include "outlook_ranges.h"
#include "steadfast/analysis.h"

namespace steadfast {

// Calls `visit` with each node that a choice leads to, in order; the one of a state comes last. Which nodes
// were passed follows from where the way came to rest. Must hold: `arrival` is not stuck.
template <class Visit>
void for_each_passed(const Scenario& scenario, const StateGraph& graph, Target target, Arrival arrival,
                     Visit visit) {
  while (const auto* node = std::get_if<NodeIndex>(&target)) {
    visit(*node);
    if (arrival.is_state() && graph.node_of_state[arrival.state()] == *node) {
      return;
    }
    target = *scenario.at(*node).onward;
  }
}

// The chance that a random play passes each state; no play passes one twice.
std::vector<double> chances_of_states(const StateGraph& graph);

// What is gained by the end, and until each node and ending. Fills `points`, and of `nodes` and `endings`,
// which must be there, `points` and `arrivals`; nothing when it is stopped. Must hold: the outlook is exact.
void add_points(const AnalysisInput& input, Analysis& analysis);

}  // namespace steadfast
