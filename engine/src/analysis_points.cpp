#include "analysis_points.h"

#include <algorithm>
#include <numeric>

namespace steadfast {
namespace {

// Multiplications that one ledger may cost, for each state of the limit.
constexpr std::size_t kWorkPerState = 50;

struct Sums {
  std::int32_t least = 0;
  std::int32_t most = 0;
  double weighted = 0;  // chance times gained
  bool met = false;

  void add(std::int32_t other_least, std::int32_t other_most, double other_weighted) {
    least = met ? std::min(least, other_least) : other_least;
    most = met ? std::max(most, other_most) : other_most;
    weighted += other_weighted;
    met = true;
  }
};

// Every possible sum of one ledger and its chance, in steps of `step`.
struct Row {
  std::int32_t first = 0;
  std::vector<double> chances;

  void make_room(const Sums& sums, std::int32_t step) {
    first = sums.least;
    chances.assign(sums.met ? static_cast<std::size_t>((sums.most - sums.least) / step) + 1 : 0, 0);
  }
};

void add_scaled(const double* from, std::size_t count, double factor, double* to) {
  for (std::size_t i = 0; i < count; ++i) {
    to[i] += from[i] * factor;
  }
}

class PointsSearch {
 public:
  explicit PointsSearch(const AnalysisInput& input)
      : scenario_(input.scenario),
        watch_(input.watch),
        graph_(input.inside().graph),
        gains_(input.inside().gains),
        ledgers_(gains_.ledger_count()),
        work_(input.limits.states * kWorkPerState),
        states_(graph_.state_count() * ledgers_),
        nodes_(scenario_.nodes.size() * ledgers_),
        endings_(scenario_.endings.size() * ledgers_),
        chance_of_state_(chances_of_states(graph_)),
        arrivals_(scenario_.nodes.size(), 0),
        chance_of_ending_(scenario_.endings.size(), 0) {}

  void add_to(Analysis& analysis) {
    watch_.begin("adding up points", 0);
    find_chances();
    find_ranges();
    for (std::size_t ledger = 0; ledger < ledgers_ && !watch_.is_stopped(); ++ledger) {
      add_ledger(ledger, analysis);
    }
    if (watch_.is_stopped()) {
      return forget(analysis);
    }
    for (NodeReach& node : analysis.nodes) {
      node.arrivals = arrivals_[node.node.value];
    }
  }

 private:
  // Half a sum would be a wrong one.
  static void forget(Analysis& analysis) {
    analysis.points.clear();
    for (NodeReach& node : analysis.nodes) node.points.clear();
    for (EndingReach& ending : analysis.endings) ending.points.clear();
  }

  // Calls with every edge, states in order: the state, the edge, and the chance of each of its edges.
  template <class Visit>
  void for_each_edge(Visit visit) const {
    for (const std::uint32_t state : graph_.order) {
      if (!watch_.tick()) {
        return;
      }
      const auto edges = graph_.edges_of(state);
      for (const StateEdge& edge : edges) {
        visit(state, edge, 1.0 / static_cast<double>(edges.size()));
      }
    }
  }

  // Nodes passed on the way, without the one that a state stands for: those are counted by their states.
  template <class Visit>
  void for_each_only_passed(Target target, Arrival arrival, Visit visit) const {
    for_each_passed(scenario_, graph_, target, arrival, [&](NodeIndex node) {
      if (!arrival.is_state() || graph_.node_of_state[arrival.state()] != node) {
        visit(node);
      }
    });
  }

  void find_chances() {
    const auto arrive = [&](Target target, Arrival arrival, double chance) {
      for_each_only_passed(target, arrival, [&](NodeIndex node) { arrivals_[node.value] += chance; });
      if (arrival.is_ending()) {
        chance_of_ending_[arrival.ending().value] += chance;
      }
    };
    arrive(NodeIndex{0}, graph_.start, 1);
    for_each_edge([&](std::uint32_t state, const StateEdge& edge, double share) {
      arrive(scenario_.at(edge.choice).next, edge.arrival, chance_of_state_[state] * share);
    });
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      arrivals_[graph_.node_of_state[state].value] += chance_of_state_[state];
    }
  }

  // `from` and `to` hold one entry per ledger.
  void add_all(const Sums* from, Sums* to) const {
    for (std::size_t ledger = 0; ledger < ledgers_; ++ledger) {
      to[ledger].add(from[ledger].least, from[ledger].most, from[ledger].weighted);
    }
  }

  void find_ranges() {
    const auto arrive = [&](Target target, Arrival arrival, const Sums* here) {
      add_all(here, arrival.is_state() ? &states_[arrival.state() * ledgers_]
                                       : &endings_[arrival.ending().value * ledgers_]);
      for_each_only_passed(target, arrival,
                           [&](NodeIndex node) { add_all(here, &nodes_[node.value * ledgers_]); });
    };
    std::vector<Sums> there(ledgers_);
    arrive(NodeIndex{0}, graph_.start, there.data());
    for_each_edge([&](std::uint32_t state, const StateEdge& edge, double share) {
      const std::int32_t* const gain = gains_.of(edge.choice);
      const double chance = chance_of_state_[state];
      for (std::size_t ledger = 0; ledger < ledgers_; ++ledger) {
        const Sums& here = states_[state * ledgers_ + ledger];
        there[ledger] = {here.least + gain[ledger], here.most + gain[ledger],
                         (here.weighted + chance * gain[ledger]) * share, true};
      }
      arrive(scenario_.at(edge.choice).next, edge.arrival, there.data());
    });
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      add_all(&states_[state * ledgers_], &nodes_[graph_.node_of_state[state].value * ledgers_]);
    }
  }

  // All sums of a ledger are multiples of this.
  std::int32_t step_of(std::size_t ledger) const {
    std::int32_t step = 0;
    for (std::size_t i = 0; i < scenario_.choices.size(); ++i) {
      step = std::gcd(step, gains_.of(index_of<Choice>(i))[ledger]);
    }
    return std::max(step, 1);
  }

  std::size_t width_of(std::uint32_t state, std::size_t ledger) const {
    const Sums& sums = states_[state * ledgers_ + ledger];
    return static_cast<std::size_t>((sums.most - sums.least) / step_) + 1;
  }

  bool is_within_work(std::size_t ledger) const {
    std::size_t work = 0;
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      work += width_of(state, ledger) * graph_.edges_of(state).size();
    }
    return work <= work_;
  }

  void add_ledger(std::size_t ledger, Analysis& analysis) {
    step_ = step_of(ledger);
    const bool has_gains = gains_anything(ledger);
    const bool has_rows = has_gains && is_within_work(ledger);
    if (has_rows) {
      find_rows(ledger);
    }
    const auto finished = [&](const Sums& sums, double chance, const Row* row) {
      Distribution result;
      if (!sums.met || chance <= 0) {
        return result;
      }
      result.range = {sums.least, sums.most, sums.weighted / chance};
      if (!has_gains) {
        result.chances = {{sums.least, 1.0}};
      } else if (has_rows) {
        for (std::size_t i = 0; i < row->chances.size(); ++i) {
          if (row->chances[i] > 0) {
            result.chances.push_back(
                {row->first + static_cast<std::int32_t>(i) * step_, row->chances[i] / chance});
          }
        }
      }
      return result;
    };
    Sums all;
    for (std::size_t i = 0; i < scenario_.endings.size(); ++i) {
      const Sums& sums = endings_[i * ledgers_ + ledger];
      if (sums.met) {
        all.add(sums.least, sums.most, sums.weighted);
      }
      analysis.endings[i].points.push_back(
          finished(sums, chance_of_ending_[i], has_rows ? &ending_rows_[i] : nullptr));
    }
    Row together;
    together.make_room(all, step_);
    for (std::size_t i = 0; has_rows && i < scenario_.endings.size(); ++i) {
      const Row& row = ending_rows_[i];
      if (!row.chances.empty()) {
        add_scaled(row.chances.data(), row.chances.size(), 1,
                   together.chances.data() + (row.first - together.first) / step_);
      }
    }
    analysis.points.push_back(finished(all, 1, &together));
    for (std::size_t i = 0; i < scenario_.nodes.size(); ++i) {
      analysis.nodes[i].points.push_back(
          finished(nodes_[i * ledgers_ + ledger], arrivals_[i], has_rows ? &node_rows_[i] : nullptr));
    }
  }

  bool gains_anything(std::size_t ledger) const {
    return std::any_of(scenario_.choices.begin(), scenario_.choices.end(), [&](const Choice& choice) {
      return gains_.of({static_cast<std::uint32_t>(&choice - scenario_.choices.data())})[ledger] != 0;
    });
  }

  void find_rows(std::size_t ledger) {
    first_cell_.assign(graph_.state_count() + 1, 0);
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      first_cell_[state + 1] = first_cell_[state] + width_of(state, ledger);
    }
    cells_.assign(first_cell_.back(), 0);
    const auto make_room = [&](std::vector<Row>& rows, const std::vector<Sums>& sums) {
      rows.resize(sums.size() / ledgers_);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].make_room(sums[i * ledgers_ + ledger], step_);
      }
    };
    make_room(node_rows_, nodes_);
    make_room(ending_rows_, endings_);
    const double certain = 1;
    arrive(ledger, NodeIndex{0}, graph_.start, &certain, 1, 0, 1);
    for_each_edge([&](std::uint32_t state, const StateEdge& edge, double share) {
      const std::int32_t first = states_[state * ledgers_ + ledger].least + gains_.of(edge.choice)[ledger];
      arrive(ledger, scenario_.at(edge.choice).next, edge.arrival, cells_.data() + first_cell_[state],
             first_cell_[state + 1] - first_cell_[state], first, share);
    });
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      add_to_row(node_rows_[graph_.node_of_state[state].value], cells_.data() + first_cell_[state],
                 first_cell_[state + 1] - first_cell_[state], states_[state * ledgers_ + ledger].least, 1);
    }
  }

  void add_to_row(Row& row, const double* from, std::size_t count, std::int32_t first, double factor) const {
    add_scaled(from, count, factor, row.chances.data() + (first - row.first) / step_);
  }

  void arrive(std::size_t ledger, Target target, Arrival arrival, const double* from, std::size_t count,
              std::int32_t first, double factor) {
    for_each_only_passed(target, arrival, [&](NodeIndex node) {
      add_to_row(node_rows_[node.value], from, count, first, factor);
    });
    if (arrival.is_ending()) {
      add_to_row(ending_rows_[arrival.ending().value], from, count, first, factor);
    } else {
      const std::int32_t least = states_[arrival.state() * ledgers_ + ledger].least;
      add_scaled(from, count, factor, cells_.data() + first_cell_[arrival.state()] + (first - least) / step_);
    }
  }

  const Scenario& scenario_;
  Watch& watch_;
  const StateGraph& graph_;
  const LedgerGains& gains_;
  std::size_t ledgers_;
  std::size_t work_;
  std::vector<Sums> states_;  // state by state, ledger by ledger; so are the two below
  std::vector<Sums> nodes_;
  std::vector<Sums> endings_;
  std::vector<double> chance_of_state_;
  std::vector<double> arrivals_;
  std::vector<double> chance_of_ending_;
  // Of the ledger that is looked at:
  std::int32_t step_ = 1;
  std::vector<std::size_t> first_cell_;
  std::vector<double> cells_;
  std::vector<Row> node_rows_;
  std::vector<Row> ending_rows_;
};

}  // namespace

std::vector<double> chances_of_states(const StateGraph& graph) {
  std::vector<double> chances(graph.state_count(), 0);
  if (graph.start.is_state()) {
    chances[graph.start.state()] = 1;
  }
  for (const std::uint32_t state : graph.order) {
    const auto edges = graph.edges_of(state);
    for (const StateEdge& edge : edges) {
      if (edge.arrival.is_state()) {
        chances[edge.arrival.state()] += chances[state] / static_cast<double>(edges.size());
      }
    }
  }
  return chances;
}

void add_points(const AnalysisInput& input, Analysis& analysis) {
  PointsSearch(input).add_to(analysis);
}

}  // namespace steadfast
