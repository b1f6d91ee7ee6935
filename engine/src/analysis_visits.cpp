#include "analysis_visits.h"

#include <cstdint>
#include <optional>

#include "analysis_points.h"

namespace steadfast {
namespace {

constexpr std::size_t kWorkPerState = 50;

class VisitSearch {
 public:
  explicit VisitSearch(const AnalysisInput& input)
      : scenario_(input.scenario),
        watch_(input.watch),
        graph_(input.inside().graph),
        work_left_(input.limits.states * kWorkPerState),
        groups_(group_nodes(scenario_)),
        chance_of_state_(chances_of_states(graph_)),
        not_yet_(graph_.state_count(), 0),
        states_of_group_(groups_.groups.size()) {
    for (const std::uint32_t state : graph_.order) {
      states_of_group_[groups_.group_of_node[graph_.node_of_state[state].value]].push_back(state);
    }
  }

  // A node that cannot be returned to is passed at most once, so arrivals are the chance already.
  std::optional<double> chance_of(const NodeReach& node) {
    const std::uint32_t group = groups_.group_of_node[node.node.value];
    if (groups_.returns[group] == 0 || !node.reachable) {
      return node.arrivals;
    }
    if (entries_.empty()) {
      find_entries();
    }
    std::size_t work = entries_[group].size();
    for (const std::uint32_t state : states_of_group_[group]) {
      work += graph_.edges_of(state).size();
    }
    if (work > work_left_) {
      return std::nullopt;
    }
    work_left_ -= work;
    return first_arrivals(node.node, group);
  }

 private:
  // A way into a group of nodes that can be returned to, with its chance.
  struct Entry {
    Target target;
    Arrival arrival;
    double chance = 0;
  };

  void find_entries() {
    entries_.resize(groups_.groups.size());
    const auto enter = [&](std::optional<std::uint32_t> from, Target target, Arrival arrival, double chance) {
      std::optional<std::uint32_t> last = from;
      for_each_passed(scenario_, graph_, target, arrival, [&](NodeIndex node) {
        const std::uint32_t group = groups_.group_of_node[node.value];
        if (last != group && groups_.returns[group] != 0) {
          entries_[group].push_back({node, arrival, chance});
        }
        last = group;
      });
    };
    enter(std::nullopt, NodeIndex{0}, graph_.start, 1);
    for (const std::uint32_t state : graph_.order) {
      watch_.tick();
      const auto edges = graph_.edges_of(state);
      for (const StateEdge& edge : edges) {
        enter(groups_.group_of_node[graph_.node_of_state[state].value], scenario_.at(edge.choice).next,
              edge.arrival, chance_of_state_[state] / static_cast<double>(edges.size()));
      }
    }
  }

  // Follows only plays that have not been at the node yet.
  double first_arrivals(NodeIndex wanted, std::uint32_t group) {
    double found = 0;
    for (const std::uint32_t state : states_of_group_[group]) {
      not_yet_[state] = 0;
    }
    const auto arrive = [&](Target target, Arrival arrival, double chance) {
      bool passes = false;
      for_each_passed(scenario_, graph_, target, arrival, [&](NodeIndex node) { passes |= node == wanted; });
      if (passes) {
        found += chance;
      } else if (arrival.is_state()) {
        not_yet_[arrival.state()] += chance;  // of states beyond the group nobody asks
      }
    };
    for (const Entry& entry : entries_[group]) {
      arrive(entry.target, entry.arrival, entry.chance);
    }
    for (const std::uint32_t state : states_of_group_[group]) {
      if (!watch_.tick()) {
        break;
      }
      const auto edges = graph_.edges_of(state);
      for (const StateEdge& edge : edges) {
        arrive(scenario_.at(edge.choice).next, edge.arrival,
               not_yet_[state] / static_cast<double>(edges.size()));
      }
    }
    return found;
  }

  const Scenario& scenario_;
  Watch& watch_;
  const StateGraph& graph_;
  std::size_t work_left_;
  NodeGroups groups_;
  std::vector<double> chance_of_state_;
  std::vector<double> not_yet_;
  std::vector<std::vector<std::uint32_t>> states_of_group_;  // in the order of the graph
  std::vector<std::vector<Entry>> entries_;
};

}  // namespace

void add_visits(const AnalysisInput& input, std::vector<NodeReach>& nodes) {
  VisitSearch search(input);
  std::vector<std::optional<double>> chances;
  for (const NodeReach& node : nodes) {
    chances.push_back(search.chance_of(node));
    if (input.watch.is_stopped()) {
      return;
    }
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].probability = chances[i];
  }
}

}  // namespace steadfast
