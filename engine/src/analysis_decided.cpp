// From which answer on the status of a random play is certain.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "analysis_kinds.h"
#include "analysis_status.h"

namespace steadfast {
namespace {

constexpr std::size_t kWorkPerState = 50;
// More plays than this share are settled before their second half: then it is told.
constexpr double kMostDecidedEarly = 0.75;

// How many decisions lie before or behind each state: [least, most].
struct Depths {
  explicit Depths(std::size_t states) : least(states, kUnknown), most(states, 0) {}

  static constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> least;
  std::vector<std::uint32_t> most;

  void widen(std::uint32_t state, std::uint32_t low, std::uint32_t high) {
    least[state] = std::min(least[state], low);
    most[state] = std::max(most[state], high);
  }
  std::size_t width(std::uint32_t state) const { return most[state] - least[state] + std::size_t{1}; }
};

// One number for each state (or entry of it) and number of decisions before it.
class MassByDepth {
 public:
  template <class StateOf>
  MassByDepth(const Depths& depths, std::size_t count, StateOf state_of) : first_(count + 1, 0) {
    for (std::size_t i = 0; i < count; ++i) {
      first_[i + 1] = first_[i] + depths.width(state_of(static_cast<std::uint32_t>(i)));
    }
    mass_.assign(first_.back(), 0);
  }
  double* of(std::uint32_t which) { return mass_.data() + first_[which]; }
  const double* of(std::uint32_t which) const { return mass_.data() + first_[which]; }

 private:
  std::vector<std::size_t> first_;
  std::vector<double> mass_;
};

class DecidedSearch {
 public:
  DecidedSearch(const Scenario& scenario, const StateGraph& graph, const StatusEntries& entries, Watch& watch)
      : scenario_(scenario),
        watch_(watch),
        graph_(graph),
        entries_(entries),
        before_(graph.state_count()),
        behind_(graph.state_count()) {
    find_depths();
  }

  std::size_t work() const {
    std::size_t work = 0;
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      const std::size_t edges = graph_.edges_of(state).size();
      work += (before_.width(state) + behind_.width(state)) * edges;
      for (std::uint32_t entry = entries_.first_of(state); entry != StatusEntries::kNone;
           entry = entries_.next_of(entry)) {
        work += before_.width(state) * edges;
      }
    }
    return work;
  }

  DecidedSteps find() {
    const auto itself = [](std::uint32_t state) { return state; };
    const auto state_of = [this](std::uint32_t entry) { return entries_.state_of(entry); };
    const std::size_t states = graph_.state_count();
    result_.status.assign(longest_ + 1, 0);
    result_.points.assign(longest_ + 1, 0);
    if (!graph_.start.is_state()) {
      result_.status[0] = result_.points[0] = result_.points_in_first_half = 1;
      return std::move(result_);
    }
    MassByDepth open_points(before_, entries_.count(), state_of);
    MassByDepth open_status(before_, entries_.count(), state_of);
    MassByDepth open_short(before_, states, itself);
    MassByDepth settled(before_, states, itself);
    open_points_ = &open_points;
    open_status_ = &open_status;
    open_short_ = &open_short;
    settled_ = &settled;
    const std::uint32_t start = graph_.start.state();
    const double certain = 1;
    arrive_points(entries_.start(), start, 0, certain);
    arrive_status(entries_.start(), start, 0, certain);
    for (const std::uint32_t state : graph_.order) {
      if (!watch_.tick()) {
        break;
      }
      for (std::uint32_t k = before_.least[state]; k <= before_.most[state]; ++k) {
        leave(state, k);
      }
    }
    result_.points_in_first_half = in_first_half();
    result_.first_lost = first_lost();
    return std::move(result_);
  }

 private:
  void find_depths() {
    if (!graph_.start.is_state()) {
      return;
    }
    before_.widen(graph_.start.state(), 0, 0);
    for (const std::uint32_t state : graph_.order) {
      for (const StateEdge& edge : graph_.edges_of(state)) {
        if (edge.arrival.is_state()) {
          before_.widen(edge.arrival.state(), before_.least[state] + 1, before_.most[state] + 1);
        }
      }
    }
    for (auto state = graph_.order.rbegin(); state != graph_.order.rend(); ++state) {
      for (const StateEdge& edge : graph_.edges_of(*state)) {
        const bool ends = !edge.arrival.is_state();
        behind_.widen(*state, ends ? 1 : behind_.least[edge.arrival.state()] + 1,
                      ends ? 1 : behind_.most[edge.arrival.state()] + 1);
      }
    }
    longest_ = behind_.most[graph_.start.state()];
  }

  void arrive_points(std::uint32_t target, std::uint32_t state, std::uint32_t k, double mass) {
    const bool is_open =
        StatusEntries::is_entry(target) && !may_be::is_decided(entries_.of_entry(target) & may_be::kPoints);
    if (is_open) {
      open_points_->of(target)[k - before_.least[state]] += mass;
    } else {
      result_.points[k] += mass;
      settled_->of(state)[k - before_.least[state]] += mass;
    }
  }

  void arrive_status(std::uint32_t target, std::uint32_t state, std::uint32_t k, double mass) {
    const bool is_entry = StatusEntries::is_entry(target);
    const std::uint8_t set = is_entry ? entries_.of_entry(target) : entries_.of_state(state);
    if (may_be::is_decided(set & may_be::kStatus)) {
      result_.status[k] += mass;
    } else if (is_entry) {
      open_status_->of(target)[k - before_.least[state]] += mass;
    } else {
      open_short_->of(state)[k - before_.least[state]] += mass;
    }
  }

  // Passes on what is still open at the state after k decisions.
  void leave(std::uint32_t state, std::uint32_t k) {
    const auto edges = graph_.edges_of(state);
    const std::uint32_t at = k - before_.least[state];
    const double share = 1 / static_cast<double>(edges.size());
    for (const StateEdge& edge : edges) {
      const double mass = open_short_->of(state)[at] * share;
      if (edge.arrival.is_state() && !scenario_.at(edge.choice).critical) {
        arrive_status(StatusEntries::kNeverEnough, edge.arrival.state(), k + 1, mass);
      } else {
        result_.status[k + 1] += mass;
      }
    }
    for (std::uint32_t entry = entries_.first_of(state); entry != StatusEntries::kNone;
         entry = entries_.next_of(entry)) {
      const std::uint32_t* const targets = entries_.targets_of(entry);
      const double points = open_points_->of(entry)[at] * share;
      const double status = open_status_->of(entry)[at] * share;
      for (std::size_t i = 0; i < edges.size(); ++i) {
        if (!edges[i].arrival.is_state()) {
          result_.points[k + 1] += points;
          result_.status[k + 1] += status;
          continue;
        }
        arrive_points(targets[i], edges[i].arrival.state(), k + 1, points);
        if (scenario_.at(edges[i].choice).critical) {
          result_.status[k + 1] += status;
        } else {
          arrive_status(targets[i], edges[i].arrival.state(), k + 1, status);
        }
      }
    }
  }

  // Of the plays whose points were settled with k decisions taken: those with at least k more to come.
  double in_first_half() const {
    const auto itself = [](std::uint32_t state) { return state; };
    MassByDepth left(behind_, graph_.state_count(), itself);  // chance of each number of decisions to come
    for (auto state = graph_.order.rbegin(); state != graph_.order.rend() && watch_.tick(); ++state) {
      const auto edges = graph_.edges_of(*state);
      const double share = 1 / static_cast<double>(edges.size());
      double* const here = left.of(*state);
      for (const StateEdge& edge : edges) {
        if (!edge.arrival.is_state()) {
          here[1 - behind_.least[*state]] += share;
          continue;
        }
        const std::uint32_t there = edge.arrival.state();
        for (std::uint32_t n = behind_.least[there]; n <= behind_.most[there]; ++n) {
          here[n + 1 - behind_.least[*state]] += left.of(there)[n - behind_.least[there]] * share;
        }
      }
    }
    double early = 0;
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      for (std::uint32_t k = before_.least[state]; k <= before_.most[state]; ++k) {
        const double mass = settled_->of(state)[k - before_.least[state]];
        for (std::uint32_t n = std::max(k, behind_.least[state]); mass > 0 && n <= behind_.most[state]; ++n) {
          early += mass * left.of(state)[n - behind_.least[state]];
        }
      }
    }
    return early;
  }

  // Breadth first over entries, without critical choices.
  std::vector<ChoiceIndex> first_lost() const {
    struct Before {
      std::uint32_t entry = StatusEntries::kNone;
      ChoiceIndex choice;
    };
    const auto is_lost = [this](std::uint32_t target) {
      return !StatusEntries::is_entry(target) ? target != StatusEntries::kEndsEnough
                                              : (entries_.of_entry(target) & may_be::kEnough) == 0;
    };
    if (is_lost(entries_.start())) {
      return {};
    }
    std::vector<Before> before(entries_.count());
    std::vector<char> seen(entries_.count(), 0);
    std::vector<std::uint32_t> queue{entries_.start()};
    seen[entries_.start()] = 1;
    for (std::size_t position = 0; position < queue.size() && watch_.tick(); ++position) {
      const std::uint32_t entry = queue[position];
      const auto edges = graph_.edges_of(entries_.state_of(entry));
      for (std::size_t i = 0; i < edges.size(); ++i) {
        const std::uint32_t target = entries_.targets_of(entry)[i];
        if (scenario_.at(edges[i].choice).critical) {
          continue;
        }
        if (is_lost(target)) {
          std::vector<ChoiceIndex> way{edges[i].choice};
          for (std::uint32_t at = entry; before[at].entry != StatusEntries::kNone; at = before[at].entry) {
            way.push_back(before[at].choice);
          }
          std::reverse(way.begin(), way.end());
          return way;
        }
        if (StatusEntries::is_entry(target) && seen[target] == 0) {
          seen[target] = 1;
          before[target] = {entry, edges[i].choice};
          queue.push_back(target);
        }
      }
    }
    return {};
  }

  const Scenario& scenario_;
  Watch& watch_;
  const StateGraph& graph_;
  const StatusEntries& entries_;
  Depths before_;
  Depths behind_;
  std::uint32_t longest_ = 0;
  MassByDepth* open_points_ = nullptr;  // plays of which it is open whether their points will be enough
  MassByDepth* open_status_ = nullptr;  // plays without a critical whose status is open, by entry …
  MassByDepth* open_short_ = nullptr;   // … and by state where the points can no longer be enough
  MassByDepth* settled_ = nullptr;      // by state, when it became certain whether the points are enough
  DecidedSteps result_;
};

}  // namespace

std::optional<DecidedSteps> find_decided_steps(const Scenario& scenario, const StateGraph& graph,
                                               const StatusEntries& entries, std::size_t limit,
                                               Watch& watch) {
  DecidedSearch search(scenario, graph, entries, watch);
  if (graph.start.is_state() && search.work() > limit * kWorkPerState) {
    return std::nullopt;
  }
  DecidedSteps steps = search.find();
  return watch.is_stopped() ? std::nullopt : std::optional(std::move(steps));
}

void find_decided_early(const AnalysisInput& input, const DecidedSteps& decided,
                        std::vector<Diagnostic>& findings) {
  if (decided.points_in_first_half <= kMostDecidedEarly || decided.points.front() > 0) {
    return;  // where it is certain before the first answer, nobody can be ready, and that is told
  }
  findings.push_back(input.finding(
      Severity::warning, kDecidedEarly, input.scenario.nodes.front().where,
      fmt::format(
          "in {:.0f} of 100 plays at random it is certain before half of the answers whether the points "
          "will be enough for `ready to discuss`",
          decided.points_in_first_half * 100),
      fmt::format("give later decisions more weight, or let skills come back; the points can be lost {}",
                  told_way(input.scenario, decided.first_lost)),
      decided.first_lost));
}

}  // namespace steadfast
