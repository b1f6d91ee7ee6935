// The two gates of scoring must be fair: the score never advises a critical error, and nobody is held
// to an omission that could not be avoided.
#include <fmt/format.h>

#include <algorithm>

#include "analysis_findings.h"
#include "analysis_kinds.h"
#include "analysis_walk.h"
#include "score_rules.h"

namespace steadfast {
namespace {

// Where a way that loses nothing in one ledger meets a critical choice.
struct Advised {
  ChoiceIndex choice;
  std::vector<ChoiceIndex> way;
};

class CriticalSearch {
 public:
  explicit CriticalSearch(const AnalysisInput& input)
      : input_(input), inside_(input.inside()), reported_(input.scenario.choices.size(), 0) {}

  void report(std::vector<Diagnostic>& findings) {
    const std::size_t composite = inside_.gains.composite();
    input_.watch.begin("following the best plays", 0);
    for (const Advised& advised : on_best_ways(composite)) {
      reported_[advised.choice.value] = 1;
      const Choice& choice = input_.scenario.at(advised.choice);
      findings.push_back(input_.finding(
          Severity::error, kCriticalOnBestPath, choice.where,
          fmt::format("a play with the highest possible score contains the critical choice `{}`",
                      choice.id.text),
          fmt::format("another choice at `{}` must be worth more; the play goes {}",
                      input_.scenario.at(choice.node).id.text, told_way(input_.scenario, advised.way)),
          advised.way));
    }
    for (std::size_t dimension = 0; dimension < composite; ++dimension) {
      if (is_practised(dimension)) {
        report_dimension(dimension, findings);
      }
    }
    report_best_remaining(findings);
  }

 private:
  bool is_practised(std::size_t ledger) const {
    const Range& range = inside_.range(inside_.graph.start, ledger);
    return range.most > range.least;
  }

  bool loses_nothing(std::uint32_t state, const StateEdge& edge, std::size_t ledger) const {
    return inside_.gains.of(edge.choice)[ledger] + inside_.range(edge.arrival, ledger).most ==
           inside_.range(Arrival::at_state(state), ledger).most;
  }

  bool is_critical(ChoiceIndex choice) const { return input_.scenario.at(choice).critical.has_value(); }

  // Each critical choice that a best way of the ledger takes, once.
  std::vector<Advised> on_best_ways(std::size_t ledger) const {
    std::vector<Advised> found;
    std::vector<char> known(input_.scenario.choices.size(), 0);
    Walk walk(inside_.graph, input_.watch);
    while (const auto state = walk.next()) {
      for (const StateEdge& edge : inside_.graph.edges_of(*state)) {
        if (!loses_nothing(*state, edge, ledger)) {
          continue;
        }
        if (is_critical(edge.choice) && known[edge.choice.value] == 0) {
          known[edge.choice.value] = 1;
          found.push_back({edge.choice, walk.way(*state, edge.choice)});
        }
        walk.go(*state, edge);
      }
    }
    return found;
  }

  // Also true when nobody could look to the end.
  bool may_have_best_way_without_critical(std::size_t ledger) const {
    if (!inside_.graph.start.is_state()) {
      return true;
    }
    Walk walk(inside_.graph, input_.watch);
    while (const auto state = walk.next()) {
      for (const StateEdge& edge : inside_.graph.edges_of(*state)) {
        if (loses_nothing(*state, edge, ledger) && !is_critical(edge.choice)) {
          if (edge.arrival.is_ending()) {
            return true;
          }
          walk.go(*state, edge);
        }
      }
    }
    return input_.watch.is_stopped();
  }

  void report_dimension(std::size_t dimension, std::vector<Diagnostic>& findings) {
    const std::string& id = input_.scenario.rulebook->rubric.dimensions[dimension].id.text;
    bool is_reported = false;
    for (const Advised& advised : on_best_ways(dimension)) {
      const Choice& choice = input_.scenario.at(advised.choice);
      // A critical choice that does not rate the dimension gains 0 in it by definition, as any other
      // choice that leaves it blank, so such a tie says nothing.
      const bool rates = std::any_of(choice.ratings.begin(), choice.ratings.end(), [&](const Rating& rating) {
        return rating.dimension.value == dimension;
      });
      if (rates) {
        is_reported = true;
        findings.push_back(input_.finding(
            Severity::error, kCriticalOnBestPathOfDimension, choice.where,
            fmt::format("the highest result in {} is reached through the critical choice `{}`", id,
                        choice.id.text),
            fmt::format("another choice at `{}` must be worth more in {}; the play goes {}",
                        input_.scenario.at(choice.node).id.text, id, told_way(input_.scenario, advised.way)),
            advised.way));
      }
    }
    if (!is_reported && !may_have_best_way_without_critical(dimension)) {
      findings.push_back(input_.finding(
          Severity::error, kCriticalOnBestPathOfDimension, input_.scenario.nodes.front().where,
          fmt::format("the highest result in {} cannot be reached without a critical choice", id),
          "let a way without critical choices gain as much there", input_.best_play(dimension)));
    }
  }

  // Off the best ways the same must hold, or the look back would call a critical choice the best answer.
  void report_best_remaining(std::vector<Diagnostic>& findings) {
    const StateGraph& graph = inside_.graph;
    for (std::uint32_t state = 0; state < graph.state_count() && input_.watch.tick(); ++state) {
      for (const StateEdge& edge : graph.edges_of(state)) {
        if (reported_[edge.choice.value] != 0 || !is_critical(edge.choice) ||
            !loses_nothing(state, edge, inside_.gains.composite())) {
          continue;
        }
        reported_[edge.choice.value] = 1;
        const Choice& choice = input_.scenario.at(edge.choice);
        std::vector<ChoiceIndex> way = graph.way(graph.way_to_state[state]);
        way.push_back(edge.choice);
        findings.push_back(
            input_.finding(Severity::warning, kCriticalIsBestRemaining, choice.where,
                           fmt::format("the critical choice `{}` loses nothing when `{}` is reached {}",
                                       choice.id.text, input_.scenario.at(choice.node).id.text,
                                       told_way(input_.scenario, graph.way(graph.way_to_state[state]))),
                           "let another choice that is open then be worth more", way));
      }
    }
  }

  const AnalysisInput& input_;
  const Outlook::Implementation& inside_;
  std::vector<char> reported_;
};

// Looks for a whole play on which no choice that is open, other than a critical one, would set the flag.
class OmissionSearch {
 public:
  OmissionSearch(const Scenario& scenario, const OmissionGate& gate, std::size_t limit, Watch& watch)
      : scenario_(scenario),
        gate_(gate),
        watch_(watch),
        values_(start_values(scenario)),
        graph_(explored(limit)) {}

  bool is_over_limit() const { return graph_.over_limit; }

  std::optional<std::vector<ChoiceIndex>> way_without_opportunity() {
    if (graph_.start.is_ending() && is_unmet(gate_, values_)) {
      return std::vector<ChoiceIndex>{};
    }
    watch_.begin("looking for the right moment to say what must be said", graph_.state_count());
    Walk walk(graph_, watch_);
    while (const auto state = walk.next()) {
      if (has_opportunity(*state)) {
        continue;
      }
      for (const StateEdge& edge : graph_.edges_of(*state)) {
        apply(*state, edge.choice);
        if (edge.arrival.is_ending() && is_unmet(gate_, values_)) {
          return walk.way(*state, edge.choice);
        }
        walk.go(*state, edge);
      }
    }
    return std::nullopt;
  }

 private:
  StateGraph explored(std::size_t limit) const {
    std::vector<VariableIndex> at_end = gate_.when.reads();
    at_end.push_back(gate_.flag);
    return explore_states(scenario_, at_end, limit, watch_);
  }

  // Afterwards `values_` is right in everything that the gate or a condition reads.
  void apply(std::uint32_t state, ChoiceIndex choice) {
    graph_.keys.unpack(graph_.states.key(state), values_);
    apply_choice(scenario_, scenario_.at(choice), values_);
  }

  bool has_opportunity(std::uint32_t state) {
    graph_.keys.unpack(graph_.states.key(state), values_);
    if (values_[gate_.flag.value] != 0) {
      return true;  // it was said already
    }
    for (const StateEdge& edge : graph_.edges_of(state)) {
      apply(state, edge.choice);
      if (values_[gate_.flag.value] != 0 && !scenario_.at(edge.choice).critical) {
        return true;
      }
    }
    return false;
  }

  const Scenario& scenario_;
  const OmissionGate& gate_;
  Watch& watch_;
  std::vector<std::int32_t> values_;
  StateGraph graph_;
};

}  // namespace

void find_advised_criticals(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  CriticalSearch(input).report(findings);
}

void find_unmeetable_omissions(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  for (const OmissionGate& gate : input.scenario.omissions) {
    if (input.watch.is_stopped()) {
      return;
    }
    OmissionSearch search(input.scenario, gate, input.limits.states, input.watch);
    if (const auto way = search.way_without_opportunity()) {
      findings.push_back(input.finding(
          Severity::error, kOmissionCannotBeMet, gate.where,
          fmt::format("omission `{}` cannot be avoided {}: on that way no choice sets `{}`", gate.id,
                      told_way(input.scenario, *way), input.scenario.variables[gate.flag.value].id.text),
          "offer a choice that sets the flag on every way, or narrow the omission's `when`", *way));
    } else if (search.is_over_limit() && input.inside().graph.complete) {
      findings.push_back(input.finding(
          Severity::warning, kTooManyStates, gate.where,
          fmt::format("omission `{}` could not be looked at on every way: there are more than {} states",
                      gate.id, input.limits.states),
          "let its `when` read fewer variables, or variables with smaller ranges"));
    }
  }
}

}  // namespace steadfast
