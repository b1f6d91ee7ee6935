// Whether the decisions are decisions: what is best where, what is never better than something else, and
// where points and advice part.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "analysis_findings.h"
#include "analysis_kinds.h"

namespace steadfast {
namespace {

// Of the composite's range, in percent: from here on collecting at a place one comes back to is told.
constexpr int kLeastShareCollected = 10;

class DecisionSearch {
 public:
  explicit DecisionSearch(const AnalysisInput& input)
      : input_(input),
        scenario_(input.scenario),
        inside_(input.inside()),
        graph_(inside_.graph),
        composite_(inside_.gains.composite()),
        points_(scenario_.nodes.size()),
        known_better_(scenario_.nodes.size()),
        returns_(scenario_.choices.size(), 1),
        several_at_(scenario_.nodes.size()),
        detour_at_(scenario_.nodes.size()) {}

  void add_to(Analysis& analysis) {
    for (std::size_t i = 0; i < scenario_.nodes.size(); ++i) {
      const Node& node = scenario_.nodes[i];
      points_[i].node = index_of<Node>(i);
      points_[i].choices.resize(node.choice_count);
      known_better_[i].assign(std::size_t{node.choice_count} * node.choice_count, {});
      for (std::uint32_t at = 0; at < node.choice_count; ++at) {
        const ChoiceIndex choice{node.first_choice + at};
        points_[i].choices[at].choice = choice;
        points_[i].choices[at].gain = inside_.gains.of(choice)[composite_];
      }
    }
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      if (!input_.watch.tick()) {
        return;
      }
      look_at(state);
    }
    for (std::size_t i = 0; i < points_.size(); ++i) {
      DecisionPoint& point = points_[i];
      if (point.states == 0) {
        continue;
      }
      find_dominated(i);
      report(point, analysis.findings);
      auto& choices = point.choices;
      choices.erase(std::remove_if(choices.begin(), choices.end(),
                                   [](const DecisionChoice& each) { return each.states_open == 0; }),
                    choices.end());
      analysis.decisions.push_back(std::move(point));
    }
  }

 private:
  // What one choice of a node is to another one, over all states in which both are open.
  struct Comparison {
    bool is_met = false;
    bool is_never_less = true;
    bool is_more_somewhere = false;
  };

  // Where the best-rated answer costs points later.
  struct Detour {
    std::uint32_t state = 0;
    ChoiceIndex rated_best;
    ChoiceIndex instead;
    int lost = 0;
  };

  std::uint32_t position(ChoiceIndex choice) const {
    return choice.value - scenario_.at(scenario_.at(choice).node).first_choice;
  }

  int reached_by(const StateEdge& edge) const {
    return inside_.gains.of(edge.choice)[composite_] + inside_.range(edge.arrival, composite_).most;
  }

  void look_at(std::uint32_t state) {
    const std::uint32_t node = graph_.node_of_state[state].value;
    DecisionPoint& point = points_[node];
    ++point.states;
    const auto edges = graph_.edges_of(state);
    const int best = inside_.range(Arrival::at_state(state), composite_).most;
    for (const StateEdge& edge : edges) {
      DecisionChoice& choice = point.choices[position(edge.choice)];
      ++choice.states_open;
      choice.states_best += reached_by(edge) == best ? 1U : 0U;
      const bool stays = edge.arrival.is_state() && graph_.node_of_state[edge.arrival.state()].value == node;
      returns_[edge.choice.value] = static_cast<char>(returns_[edge.choice.value] != 0 && stays);
    }
    if (edges.size() > 1) {
      compare(point, edges);
      find_detour(state, edges);
      if (!several_at_[node]) {
        several_at_[node] = state;
      }
    }
  }

  void compare(DecisionPoint& point, std::span<const StateEdge> edges) {
    auto& known = known_better_[point.node.value];
    const std::uint32_t count = scenario_.at(point.node).choice_count;
    for (const StateEdge& left : edges) {
      for (const StateEdge& right : edges) {
        if (left.choice == right.choice) {
          continue;
        }
        point.differs = point.differs || differ(left, right);
        Comparison& comparison = known[position(left.choice) * count + position(right.choice)];
        comparison.is_met = true;
        for (std::size_t ledger = 0; comparison.is_never_less && ledger < composite_; ++ledger) {
          compare(comparison, left, right, ledger);
        }
      }
    }
  }

  void compare(Comparison& comparison, const StateEdge& left, const StateEdge& right,
               std::size_t ledger) const {
    const int difference = inside_.gains.of(left.choice)[ledger] - inside_.gains.of(right.choice)[ledger];
    const Range& after_left = inside_.range(left.arrival, ledger);
    const Range& after_right = inside_.range(right.arrival, ledger);
    const int most = difference + after_left.most - after_right.most;
    const int least = difference + after_left.least - after_right.least;
    comparison.is_never_less = most >= 0 && least >= 0;
    comparison.is_more_somewhere = comparison.is_more_somewhere || most > 0 || least > 0;
  }

  // In ratings, gates or what can follow.
  bool differ(const StateEdge& left, const StateEdge& right) const {
    const Choice& one = scenario_.at(left.choice);
    const Choice& other = scenario_.at(right.choice);
    const std::int32_t* const gains = inside_.gains.of(left.choice);
    const bool same_arrival =
        left.arrival.is_state()
            ? right.arrival.is_state() && left.arrival.state() == right.arrival.state()
            : right.arrival.is_ending() && left.arrival.ending() == right.arrival.ending();
    return !same_arrival || one.critical != other.critical || one.serious != other.serious ||
           !std::equal(gains, gains + composite_, inside_.gains.of(right.choice));
  }

  void find_detour(std::uint32_t state, std::span<const StateEdge> edges) {
    const StateEdge* rated = &edges.front();
    const StateEdge* best = &edges.front();
    const auto gain = [this](const StateEdge& edge) { return inside_.gains.of(edge.choice)[composite_]; };
    for (const StateEdge& edge : edges) {
      if (gain(edge) > gain(*rated) ||
          (gain(edge) == gain(*rated) && reached_by(edge) > reached_by(*rated))) {
        rated = &edge;
      }
      best = reached_by(edge) > reached_by(*best) ? &edge : best;
    }
    const int lost = reached_by(*best) - reached_by(*rated);
    auto& known = detour_at_[graph_.node_of_state[state].value];
    if (lost > 0 && (!known || lost > known->lost)) {
      known = Detour{state, rated->choice, best->choice, lost};
    }
  }

  void find_dominated(std::size_t node) {
    auto& choices = points_[node].choices;
    const std::size_t count = choices.size();
    for (std::size_t other = 0; other < count; ++other) {
      for (std::size_t one = 0; one < count; ++one) {
        const Comparison& comparison = known_better_[node][one * count + other];
        if (comparison.is_met && comparison.is_never_less && comparison.is_more_somewhere) {
          choices[other].dominated_by = choices[one].choice;
          break;
        }
      }
    }
  }

  std::vector<ChoiceIndex> way_to(std::uint32_t state) const {
    return graph_.way(graph_.way_to_state[state]);
  }

  void report(const DecisionPoint& point, std::vector<Diagnostic>& findings) const {
    const Node& node = scenario_.at(point.node);
    if (const auto state = several_at_[point.node.value]; state && !point.differs) {
      findings.push_back(input_.finding(
          Severity::warning, kNoRealDecision, node.where,
          fmt::format("all answers at `{}` get the same ratings and lead to the same", node.id.text),
          "rate them differently, let them lead somewhere else, or leave the question out", way_to(*state)));
    }
    if (const auto& detour = detour_at_[point.node.value]) {
      const Choice& rated = scenario_.at(detour->rated_best);
      findings.push_back(input_.finding(
          Severity::warning, kBestAnswerLosesLater, rated.where,
          fmt::format(
              "`{}` is the best-rated answer at `{}`, but `{}` can gain {} more by the end, when `{}` "
              "is reached {}",
              rated.id.text, node.id.text, scenario_.at(detour->instead).id.text, told_points(detour->lost),
              node.id.text, told_way(scenario_, way_to(detour->state))),
          fmt::format("let as much be gained behind `{}`, so that mistakes that are mended do not pay",
                      rated.id.text),
          way_to(detour->state)));
    }
    report_collecting(point, findings);
  }

  // Choices that are said once, gain points and lead straight back: whoever says them all gains most.
  void report_collecting(const DecisionPoint& point, std::vector<Diagnostic>& findings) const {
    const Range& range = inside_.range(graph_.start, composite_);
    std::vector<std::string> names;
    int collected = 0;
    for (const DecisionChoice& each : point.choices) {
      const Choice& choice = scenario_.at(each.choice);
      if (each.states_open > 0 && choice.once && each.gain > 0 && returns_[each.choice.value] != 0) {
        names.push_back(fmt::format("`{}`", choice.id.text));
        collected += each.gain;
      }
    }
    if (names.size() < 2 || collected * 100 < kLeastShareCollected * (range.most - range.least)) {
      return;
    }
    const Node& node = scenario_.at(point.node);
    const auto& way = graph_.way_to_node[point.node.value];
    findings.push_back(input_.finding(
        Severity::warning, kPlaceCollectsPoints, node.where,
        fmt::format("`{}` gives points for going round: {} can all be said, one after the other, and gain {} "
                    "together",
                    node.id.text, fmt::join(names, ", "), told_points(collected)),
        "let a good answer lead on, so that choosing well counts and not saying everything",
        way ? graph_.way(*way) : std::vector<ChoiceIndex>{}));
  }

  const AnalysisInput& input_;
  const Scenario& scenario_;
  const Outlook::Implementation& inside_;
  const StateGraph& graph_;
  std::size_t composite_;
  std::vector<DecisionPoint> points_;
  std::vector<std::vector<Comparison>> known_better_;  // per node: one choice (row) and another one (column)
  std::vector<char> returns_;                          // per choice: straight to its own node, wherever open
  std::vector<std::optional<std::uint32_t>> several_at_;  // per node: a state that offers more than one
  std::vector<std::optional<Detour>> detour_at_;          // per node: the one that loses most
};

}  // namespace

std::string told_points(int half_points) {
  return fmt::format("{}{} point{}", half_points / 2, half_points % 2 == 0 ? "" : ".5",
                     half_points == 2 ? "" : "s");
}

void find_decisions(const AnalysisInput& input, Analysis& analysis) {
  DecisionSearch(input).add_to(analysis);
}

}  // namespace steadfast
