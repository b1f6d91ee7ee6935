// A walk from the start over some of the edges of the graph, breadth first, that remembers how it came.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "outlook_graph.h"
#include "steadfast/watch.h"

namespace steadfast {

class Walk {
 public:
  Walk(const StateGraph& graph, Watch& watch)
      : watch_(watch), came_from_(graph.state_count()), seen_(graph.state_count(), 0) {
    if (graph.start.is_state() && graph.state_count() > 0) {
      seen_[graph.start.state()] = 1;
      queue_.push_back(graph.start.state());
    }
  }

  // Empty at the end, and when it was stopped.
  std::optional<std::uint32_t> next() {
    return position_ < queue_.size() && watch_.tick() ? std::optional(queue_[position_++]) : std::nullopt;
  }

  void go(std::uint32_t from, const StateEdge& edge) {
    if (edge.arrival.is_state() && seen_[edge.arrival.state()] == 0) {
      seen_[edge.arrival.state()] = 1;
      came_from_[edge.arrival.state()] = {from, edge.choice};
      queue_.push_back(edge.arrival.state());
    }
  }

  std::vector<ChoiceIndex> way(std::uint32_t state, ChoiceIndex last) const {
    std::vector<ChoiceIndex> choices{last};
    for (WayThere at = came_from_[state]; at.state != WayThere::kFromStart; at = came_from_[at.state]) {
      choices.push_back(at.choice);
    }
    std::reverse(choices.begin(), choices.end());
    return choices;
  }

 private:
  Watch& watch_;
  std::vector<WayThere> came_from_;
  std::vector<char> seen_;
  std::vector<std::uint32_t> queue_;
  std::size_t position_ = 0;
};

}  // namespace steadfast
