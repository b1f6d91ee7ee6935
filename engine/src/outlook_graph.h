// The graph of everything that can happen: states that differ in what still matters, and choices as edges.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "outlook_key_table.h"
#include "outlook_live.h"
#include "session_step.h"
#include "steadfast/scenario.h"
#include "steadfast/watch.h"

namespace steadfast {

// Where a choice leads: a state of the graph, an ending, or a node where nothing leads on.
class Arrival {
 public:
  static Arrival at_state(std::uint32_t state) { return Arrival(state); }
  static Arrival at_ending(EndingIndex ending) { return Arrival(kEnding | ending.value); }
  static Arrival stuck_at(NodeIndex node) { return Arrival(kStuck | node.value); }

  bool is_state() const { return (code_ & (kEnding | kStuck)) == 0; }
  bool is_ending() const { return (code_ & kEnding) != 0; }
  bool is_stuck() const { return (code_ & kStuck) != 0; }
  std::uint32_t state() const { return code_; }
  EndingIndex ending() const { return {code_ & ~kEnding}; }
  NodeIndex node() const { return {code_ & ~kStuck}; }

 private:
  static constexpr std::uint32_t kEnding = 0x80000000U;
  static constexpr std::uint32_t kStuck = 0x40000000U;
  explicit Arrival(std::uint32_t code) : code_(code) {}
  std::uint32_t code_ = 0;
};

struct StateEdge {
  ChoiceIndex choice;
  Arrival arrival;
};

// A shortest way to something: the state before it and the choice taken there.
struct WayThere {
  static constexpr std::uint32_t kFromStart = 0xffffffffU;
  std::uint32_t state = kFromStart;
  ChoiceIndex choice;
};

// Reads and writes the values that matter at a node as one key.
class StateKeys {
 public:
  StateKeys(const Scenario& scenario, LiveVariables live);

  // Replaces `key`.
  void pack(NodeIndex node, std::span<const std::int32_t> values, std::vector<std::uint64_t>& key) const;
  NodeIndex unpack(std::span<const std::uint64_t> key, std::span<std::int32_t> values) const;
  // Sets the once-flags that matter at `node` back to unset, as they are wherever they do not matter.
  void forget_once(NodeIndex node, std::span<std::int32_t> values) const;

 private:
  struct Slot {
    std::uint32_t variable = 0;
    std::int32_t least = 0;
    std::uint32_t word = 0;
    std::uint32_t shift = 0;
    std::uint64_t mask = 0;
    bool once = false;
  };
  LiveVariables live_;
  std::vector<std::vector<Slot>> layouts_;  // one per live set
  std::vector<std::uint32_t> word_counts_;
};

struct StateGraph {
  explicit StateGraph(StateKeys state_keys) : keys(std::move(state_keys)) {}

  StateKeys keys;
  KeyTable states;  // numbered by the fewest decisions that lead there
  std::vector<NodeIndex> node_of_state;
  std::vector<StateEdge> edges;
  std::vector<std::size_t> first_edge;  // of state s: [first_edge[s], first_edge[s + 1])
  std::vector<WayThere> way_to_state;
  Arrival start = Arrival::at_state(0);
  bool complete = false;    // false: only a part is here
  bool over_limit = false;  // and that is because there are more states than the limit

  // First, shortest ways; empty where no play passes.
  std::vector<std::optional<WayThere>> way_to_node;  // nodes passed without a decision included
  std::vector<std::optional<WayThere>> way_to_ending;
  std::vector<std::optional<std::uint32_t>> offered_at;  // per choice: a state that offers it
  std::vector<std::optional<WayThere>> way_to_stuck;     // per node

  std::vector<std::uint32_t> order;      // states, each before all it leads to; shorter when there is a cycle
  std::vector<ChoiceIndex> to_cycle;     // a shortest way to a state that can come again …
  std::vector<ChoiceIndex> round_cycle;  // … and the choices that lead back to it

  std::size_t state_count() const { return states.size(); }
  std::span<const StateEdge> edges_of(std::uint32_t state) const {
    return {edges.data() + first_edge[state], first_edge[state + 1] - first_edge[state]};
  }
  bool has_cycle() const { return !round_cycle.empty(); }
  std::vector<ChoiceIndex> way(const WayThere& last) const;
};

// `at_end`: variables that are read after the end. Explores at most `limit` states, breadth first. Of a state
// that was not looked at in full, no edge is kept. When the watch stops it, the graph is not complete, even
// if no state is missing.
StateGraph explore_states(const Scenario& scenario, std::span<const VariableIndex> at_end, std::size_t limit,
                          Watch& watch);

// The same with states that also differ in what is told from there on: in everything that variants read.
StateGraph explore_told_states(const Scenario& scenario, std::size_t limit, Watch& watch);

}  // namespace steadfast
