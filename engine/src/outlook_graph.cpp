#include "outlook_graph.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

namespace steadfast {
namespace {

constexpr std::uint32_t kNodeBits = 32;  // the low half of a key's first word
constexpr std::uint32_t kWordBits = 64;
constexpr std::size_t kMostStates = (std::size_t{1} << 30U) - 1;  // what an Arrival can number

class Explorer {
 public:
  Explorer(const Scenario& scenario, LiveVariables live, std::size_t limit, Watch& watch)
      : scenario_(scenario),
        watch_(watch),
        limit_(std::min(limit, kMostStates)),
        graph_(StateKeys(scenario, std::move(live))),
        values_(start_values(scenario)) {
    graph_.way_to_node.resize(scenario.nodes.size());
    graph_.way_to_stuck.resize(scenario.nodes.size());
    graph_.way_to_ending.resize(scenario.endings.size());
    graph_.offered_at.resize(scenario.choices.size());
  }

  StateGraph explore() {
    watch_.begin("exploring states", limit_);
    graph_.complete = true;
    if (const auto start = arrive(NodeIndex{0}, WayThere{})) {
      graph_.start = *start;
    } else {
      graph_.complete = false;
    }
    // States are numbered as they are found, so the numbers are the queue.
    for (std::uint32_t state = 0; graph_.complete && state < graph_.states.size(); ++state) {
      graph_.first_edge.push_back(graph_.edges.size());
      graph_.complete = expand(state);
      if (!graph_.complete) {
        const auto kept = static_cast<std::ptrdiff_t>(graph_.first_edge.back());
        graph_.edges.erase(graph_.edges.begin() + kept, graph_.edges.end());
      }
    }
    graph_.first_edge.resize(graph_.states.size() + 1, graph_.edges.size());
    return std::move(graph_);
  }

 private:
  bool expand(std::uint32_t state) {
    const NodeIndex index = graph_.node_of_state[state];
    const Node& node = scenario_.at(index);
    const std::uint32_t end = node.first_choice + node.choice_count;
    for (ChoiceIndex choice{node.first_choice}; choice.value < end; ++choice.value) {
      if (!watch_.tick(state, graph_.states.size() - state)) {
        return false;
      }
      graph_.keys.unpack(graph_.states.key(state), values_);
      const Choice& here = scenario_.at(choice);
      if (!is_open(here, values_)) {
        continue;
      }
      if (!graph_.offered_at[choice.value]) {
        graph_.offered_at[choice.value] = state;
      }
      apply_choice(scenario_, here, values_);
      const auto arrival = arrive(here.next, {state, choice});
      if (here.once) {
        values_[here.once->value] = 0;
      }
      if (!arrival) {
        return false;
      }
      graph_.edges.push_back({choice, *arrival});
    }
    graph_.keys.forget_once(index, values_);
    return true;
  }

  // Empty when a new state would exceed the limit.
  std::optional<Arrival> arrive(Target target, const WayThere& way) {
    passed_.clear();
    const Place place = settle(scenario_, target, values_, &passed_);
    for (const NodeIndex node : passed_) {
      note(graph_.way_to_node[node.value], way);
    }
    if (place.phase == Phase::ended) {
      note(graph_.way_to_ending[place.ending.value], way);
      return Arrival::at_ending(place.ending);
    }
    if (place.phase == Phase::stuck) {
      note(graph_.way_to_stuck[place.node.value], way);
      return Arrival::stuck_at(place.node);
    }
    graph_.keys.pack(place.node, values_, key_);
    if (graph_.states.size() >= limit_) {
      const auto known = graph_.states.find(key_);
      graph_.over_limit = !known;
      return known ? std::optional(Arrival::at_state(*known)) : std::nullopt;
    }
    const KeyTable::Found found = graph_.states.insert(key_);
    if (found.is_new) {
      graph_.node_of_state.push_back(place.node);
      graph_.way_to_state.push_back(way);
    }
    return Arrival::at_state(found.index);
  }

  static void note(std::optional<WayThere>& place, const WayThere& way) {
    if (!place) {
      place = way;
    }
  }

  const Scenario& scenario_;
  Watch& watch_;
  std::size_t limit_;
  StateGraph graph_;
  std::vector<std::int32_t> values_;
  std::vector<NodeIndex> passed_;
  std::vector<std::uint64_t> key_;
};

// Kahn's algorithm. What it cannot order lies on a cycle or behind one. False when it was stopped.
bool order_states(StateGraph& graph, Watch& watch) {
  watch.begin_sure("putting states in order", graph.edges.size() + graph.state_count());
  std::vector<std::uint32_t> arriving(graph.state_count(), 0);
  for (const StateEdge& edge : graph.edges) {
    if (!watch.tick()) return false;
    if (edge.arrival.is_state()) {
      ++arriving[edge.arrival.state()];
    }
  }
  graph.order.reserve(graph.state_count());
  for (std::uint32_t state = 0; state < graph.state_count(); ++state) {
    if (arriving[state] == 0) {
      graph.order.push_back(state);
    }
  }
  for (std::size_t i = 0; i < graph.order.size(); ++i) {
    if (!watch.tick()) return false;
    for (const StateEdge& edge : graph.edges_of(graph.order[i])) {
      if (edge.arrival.is_state() && --arriving[edge.arrival.state()] == 0) {
        graph.order.push_back(edge.arrival.state());
      }
    }
  }
  return true;
}

// Must hold: the order leaves states out, so there is a cycle. False when it was stopped.
bool find_cycle(StateGraph& graph, Watch& watch) {
  watch.begin_sure("finding the way round", graph.state_count());
  std::vector<char> left_over(graph.state_count(), 1);
  for (const std::uint32_t state : graph.order) {
    left_over[state] = 0;
  }
  // Each state left over has one left over before it, so walking backwards must come round. The walk
  // needs edges against their direction: one per state is enough.
  struct Before {
    std::uint32_t state = 0;
    ChoiceIndex choice;
  };
  std::vector<Before> before(graph.state_count());
  for (std::uint32_t state = 0; state < graph.state_count(); ++state) {
    if (!watch.tick()) return false;
    if (left_over[state] != 0) {
      for (const StateEdge& edge : graph.edges_of(state)) {
        if (edge.arrival.is_state() && left_over[edge.arrival.state()] != 0) {
          before[edge.arrival.state()] = {state, edge.choice};
        }
      }
    }
  }
  const auto found = std::find(left_over.begin(), left_over.end(), char{1});
  auto state = static_cast<std::uint32_t>(found - left_over.begin());
  std::vector<char> walked(graph.state_count(), 0);
  while (walked[state] == 0) {
    walked[state] = 1;
    state = before[state].state;
  }
  // Now on the cycle; enter it where the fewest decisions lead.
  std::uint32_t entry = state;
  for (std::uint32_t at = before[state].state; at != state; at = before[at].state) {
    entry = std::min(entry, at);
  }
  std::uint32_t at = entry;
  do {
    graph.round_cycle.push_back(before[at].choice);
    at = before[at].state;
  } while (at != entry);
  std::reverse(graph.round_cycle.begin(), graph.round_cycle.end());
  graph.to_cycle = graph.way(graph.way_to_state[entry]);
  return true;
}

StateGraph explore(const Scenario& scenario, LiveVariables live, std::size_t limit, Watch& watch) {
  StateGraph graph = Explorer(scenario, std::move(live), limit, watch).explore();
  const bool ordered = order_states(graph, watch);
  const bool cyclic = ordered && graph.order.size() < graph.state_count();
  if (!ordered || (cyclic && !find_cycle(graph, watch))) {
    graph.complete = false;
  }
  return graph;
}

}  // namespace

StateKeys::StateKeys(const Scenario& scenario, LiveVariables live) : live_(std::move(live)) {
  for (std::uint32_t set = 0; set < live_.set_count(); ++set) {
    std::vector<Slot> layout;
    std::uint32_t word = 0;
    std::uint32_t used = kNodeBits;
    for (const std::uint32_t variable : live_.set(set)) {
      const ValueRange range = range_of(scenario.variables[variable]);
      const auto span = static_cast<std::uint64_t>(std::int64_t{range.most} - range.least);
      const auto bits = static_cast<std::uint32_t>(std::bit_width(span));
      if (used + bits > kWordBits) {
        ++word;
        used = 0;
      }
      const bool once = scenario.variables[variable].origin == VariableOrigin::once;
      layout.push_back({variable, range.least, word, used, (std::uint64_t{1} << bits) - 1, once});
      used += bits;
      if (used == kWordBits) {
        ++word;  // a shift by a whole word would be undefined
        used = 0;
      }
    }
    layouts_.push_back(std::move(layout));
    word_counts_.push_back(word + 1);
  }
}

void StateKeys::pack(NodeIndex node, std::span<const std::int32_t> values,
                     std::vector<std::uint64_t>& key) const {
  const std::uint32_t set = live_.set_of(node);
  key.assign(word_counts_[set], 0);
  key[0] = node.value;
  for (const Slot& slot : layouts_[set]) {
    const auto distance = static_cast<std::uint64_t>(std::int64_t{values[slot.variable]} - slot.least);
    key[slot.word] |= (distance & slot.mask) << slot.shift;
  }
}

NodeIndex StateKeys::unpack(std::span<const std::uint64_t> key, std::span<std::int32_t> values) const {
  const NodeIndex node{static_cast<std::uint32_t>(key[0])};
  for (const Slot& slot : layouts_[live_.set_of(node)]) {
    const auto distance = static_cast<std::int64_t>((key[slot.word] >> slot.shift) & slot.mask);
    values[slot.variable] = static_cast<std::int32_t>(distance + slot.least);
  }
  return node;
}

void StateKeys::forget_once(NodeIndex node, std::span<std::int32_t> values) const {
  for (const Slot& slot : layouts_[live_.set_of(node)]) {
    if (slot.once) {
      values[slot.variable] = 0;
    }
  }
}

std::vector<ChoiceIndex> StateGraph::way(const WayThere& last) const {
  std::vector<ChoiceIndex> choices;
  for (WayThere at = last; at.state != WayThere::kFromStart; at = way_to_state[at.state]) {
    choices.push_back(at.choice);
  }
  std::reverse(choices.begin(), choices.end());
  return choices;
}

StateGraph explore_states(const Scenario& scenario, std::span<const VariableIndex> at_end, std::size_t limit,
                          Watch& watch) {
  return explore(scenario, LiveVariables(scenario, at_end), limit, watch);
}

StateGraph explore_told_states(const Scenario& scenario, std::size_t limit, Watch& watch) {
  return explore(scenario, LiveVariables(scenario, {}, Readers::choices_and_tellings), limit, watch);
}

}  // namespace steadfast
