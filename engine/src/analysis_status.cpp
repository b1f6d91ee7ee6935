#include "analysis_status.h"

#include <cstdint>

namespace steadfast {
namespace {

// Spreads plays without a critical error over entries, and all plays over states.
class StatusSpread {
 public:
  StatusSpread(const Scenario& scenario, const StateGraph& graph, const StatusEntries& entries, Watch& watch)
      : scenario_(scenario),
        watch_(watch),
        graph_(graph),
        entries_(entries),
        clean_(graph.state_count()),
        broken_(graph.state_count()),
        short_(graph.state_count()),
        on_way_(entries.count()) {
    result_.endings.resize(scenario.endings.size());
    for (StatusChances& ending : result_.endings) {
      set_possible(ending, false);
    }
  }

  StatusResult find() {
    start();
    for (const std::uint32_t state : graph_.order) {
      if (!watch_.tick()) {
        break;
      }
      const auto edges = graph_.edges_of(state);
      const double share = 1 / static_cast<double>(edges.size());
      for (std::size_t i = 0; i < edges.size(); ++i) {
        follow_state(state, edges[i], graph_.first_edge[state] + i, share);
      }
      for (std::uint32_t entry = entries_.first_of(state); entry != StatusEntries::kNone;
           entry = entries_.next_of(entry)) {
        follow_entry(entry, edges, graph_.first_edge[state], share);
      }
    }
    sum_up();
    return std::move(result_);
  }

 private:
  struct Mass {
    double chance = 0;
    bool met = false;

    void add(const Mass& other, double share) {
      chance += other.chance * share;
      met = met || other.met;
    }
  };

  static void add(StatusChance& to, const Mass& mass, double share) {
    to.probability += mass.chance * share;
    to.possible = *to.possible || mass.met;
  }

  static void set_possible(StatusChances& chances, bool possible) {
    chances.ready_to_discuss.possible = possible;
    chances.practise_again.possible = possible;
    chances.needs_debrief.possible = possible;
  }

  void start() {
    const Mass certain{1, true};
    if (graph_.start.is_ending()) {
      StatusChances& ending = result_.endings[graph_.start.ending().value];
      const bool met = meets_gates(scenario_, start_values(scenario_));
      add(met ? ending.practise_again : ending.needs_debrief, certain, 1);
      return;
    }
    clean_[graph_.start.state()] = certain;
    if (StatusEntries::is_entry(entries_.start())) {
      on_way_[entries_.start()] = certain;
    } else {
      short_[graph_.start.state()] = certain;
    }
  }

  void follow_state(std::uint32_t state, const StateEdge& edge, std::size_t edge_number, double share) {
    const bool is_critical = scenario_.at(edge.choice).critical.has_value();
    if (edge.arrival.is_state()) {
      const std::uint32_t there = edge.arrival.state();
      (is_critical ? broken_ : clean_)[there].add(clean_[state], share);
      broken_[there].add(broken_[state], share);
      if (!is_critical) {
        short_[there].add(short_[state], share);
      }
      return;
    }
    StatusChances& ending = result_.endings[edge.arrival.ending().value];
    add(ending.needs_debrief, broken_[state], share);
    if (is_critical || !entries_.meets_gates_behind(edge_number)) {
      add(ending.needs_debrief, clean_[state], share);
    } else {
      add(ending.practise_again, short_[state], share);
    }
  }

  void follow_entry(std::uint32_t entry, std::span<const StateEdge> edges, std::size_t first_edge,
                    double share) {
    if (!on_way_[entry].met) {
      return;
    }
    const std::uint32_t* const targets = entries_.targets_of(entry);
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (scenario_.at(edges[i].choice).critical) {
        continue;
      }
      if (StatusEntries::is_entry(targets[i])) {
        on_way_[targets[i]].add(on_way_[entry], share);
      } else if (targets[i] == StatusEntries::kNeverEnough) {
        short_[edges[i].arrival.state()].add(on_way_[entry], share);
      } else if (entries_.meets_gates_behind(first_edge + i)) {
        StatusChances& ending = result_.endings[edges[i].arrival.ending().value];
        add(targets[i] == StatusEntries::kEndsEnough ? ending.ready_to_discuss : ending.practise_again,
            on_way_[entry], share);
      }
    }
  }

  void sum_up() {
    set_possible(result_.all, false);
    for (const StatusChances& ending : result_.endings) {
      const auto add_one = [](StatusChance& to, const StatusChance& from) {
        add(to, {from.probability, *from.possible}, 1);
      };
      add_one(result_.all.ready_to_discuss, ending.ready_to_discuss);
      add_one(result_.all.practise_again, ending.practise_again);
      add_one(result_.all.needs_debrief, ending.needs_debrief);
    }
  }

  const Scenario& scenario_;
  Watch& watch_;
  const StateGraph& graph_;
  const StatusEntries& entries_;
  std::vector<Mass> clean_;   // per state: no critical error so far
  std::vector<Mass> broken_;  // per state: with a critical error
  std::vector<Mass> short_;   // per state: no critical error, and the points can no longer be enough
  std::vector<Mass> on_way_;  // per entry: no critical error
  StatusResult result_;
};

// A play that is ready to discuss; empty when there is none.
std::vector<ChoiceIndex> ready_play(const Scenario& scenario, const StateGraph& graph,
                                    const StatusEntries& entries) {
  std::vector<ChoiceIndex> play;
  const auto leads_on = [&](std::uint32_t target, std::size_t edge) {
    const bool ends_ready = target == StatusEntries::kEndsEnough && entries.meets_gates_behind(edge);
    return ends_ready ||
           (StatusEntries::is_entry(target) && (entries.of_entry(target) & may_be::kReady) != 0);
  };
  std::uint32_t at = entries.start();
  if (!StatusEntries::is_entry(at) || (entries.of_entry(at) & may_be::kReady) == 0) {
    return play;
  }
  while (StatusEntries::is_entry(at)) {
    const std::size_t first = graph.first_edge[entries.state_of(at)];
    const std::uint32_t* const targets = entries.targets_of(at);
    std::size_t i = 0;
    while (scenario.at(graph.edges[first + i].choice).critical || !leads_on(targets[i], first + i)) ++i;
    play.push_back(graph.edges[first + i].choice);
    at = targets[i];
  }
  return play;
}

}  // namespace

StatusResult find_statuses(const AnalysisInput& input) {
  const Scenario& scenario = input.scenario;
  const std::vector<PointsNeed> needs = points_needed(scenario, input.outlook);
  const std::vector<VariableIndex> at_end = read_by_gates(scenario);
  std::optional<StateGraph> with_gates;
  if (!at_end.empty()) {
    with_gates.emplace(explore_states(scenario, at_end, input.limits.states, input.watch));
  }
  const StateGraph& graph = with_gates ? *with_gates : input.inside().graph;
  if (graph.complete) {
    const StatusEntries entries(scenario, graph, needs, input.limits.states, input.watch);
    if (entries.is_complete()) {
      StatusResult result = StatusSpread(scenario, graph, entries, input.watch).find();
      result.ready_play = ready_play(scenario, graph, entries);
      result.decided = find_decided_steps(scenario, graph, entries, input.limits.states, input.watch);
      return result;
    }
  }
  return sample_statuses(scenario, needs, input.limits, input.watch);
}

}  // namespace steadfast
