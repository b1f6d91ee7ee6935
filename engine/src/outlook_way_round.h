// Whether a conversation can go round for ever, found without looking at all of its states.
#pragma once

#include <optional>
#include <vector>

#include "outlook_graph.h"
#include "steadfast/scenario.h"
#include "steadfast/watch.h"

namespace steadfast {

struct WayRound {
  std::vector<ChoiceIndex> to;     // leads from the start to a state that can come again
  std::vector<ChoiceIndex> round;  // leads from there back to it
};

// Whether some answers that may be said again lie on a circle of nodes, or between two.
bool has_circle(const Scenario& scenario);

// Looks for answers that can be said again and lie on a circle of nodes, and plays round and round until the
// same place comes with the same values. What is found is certain; nothing is found where something that is
// read changes at every round for too long. `graph` may be incomplete. Empty when the watch stopped it.
std::optional<WayRound> find_way_round(const Scenario& scenario, const StateGraph& graph, Watch& watch);

}  // namespace steadfast
