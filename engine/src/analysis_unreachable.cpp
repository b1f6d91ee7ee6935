// What no play ever meets, and the smallest condition that is in the way.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "analysis_findings.h"
#include "analysis_kinds.h"
#include "analysis_points.h"
#include "expression_parts.h"

namespace steadfast {
namespace {

constexpr std::size_t kMostPartsTriedTogether = 16;
constexpr std::size_t kMostWaysTold = 2;

using Mask = std::uint64_t;  // one bit per part of a condition

// The smallest set of parts of which at least one is false each time; `false_parts` has no empty set.
Mask smallest_blocking(const std::set<Mask>& false_parts, std::size_t count) {
  const auto blocks = [&](Mask set) {
    return std::all_of(false_parts.begin(), false_parts.end(),
                       [set](Mask seen) { return (seen & set) != 0; });
  };
  if (count <= kMostPartsTriedTogether) {
    Mask best = (Mask{1} << count) - 1;
    for (Mask set = 1; set < Mask{1} << count; ++set) {
      if (std::popcount(set) < std::popcount(best) && blocks(set)) {
        best = set;
      }
    }
    return best;
  }
  Mask set = ~Mask{0} >> (64 - count);  // leaves out what is not needed, from the back
  for (std::size_t i = count; i-- > 0;) {
    const Mask smaller = set & ~(Mask{1} << i);
    set = blocks(smaller) ? smaller : set;
  }
  return set;
}

// Why each choice that is never open stays closed, though its node is reached: what is false of its
// condition, for every way of coming by the node. One look at all edges serves all choices.
class ClosedChoices {
 public:
  explicit ClosedChoices(const AnalysisInput& input)
      : scenario_(input.scenario), graph_(input.inside().graph), closed_(scenario_.choices.size()) {
    for (std::size_t i = 0; i < scenario_.choices.size(); ++i) {
      const Choice& choice = scenario_.choices[i];
      if (graph_.offered_at[i] || !graph_.way_to_node[choice.node.value]) {
        continue;
      }
      closed_[i].emplace();
      closed_[i]->parts =
          parts_that_must_hold(choice.when, scenario_.variables, scenario_.rulebook->model.conditions);
      closed_at_[choice.node].push_back(index_of<Choice>(i));
    }
    if (!closed_at_.empty()) {
      look_at_all(input.watch);
    }
  }

  // "`trust >= 90` never holds at `n1`", "`a` and `b` never hold together at `n1`". Must hold: the choice is
  // never open and its node is reached.
  std::string why(ChoiceIndex index) const {
    const Choice& choice = scenario_.at(index);
    const std::string& node = scenario_.at(choice.node).id.text;
    const Closed& closed = *closed_[index.value];
    const std::size_t count = closed.parts.size();
    if (count == 0 || count > kMostParts || closed.false_parts.empty() || *closed.false_parts.begin() == 0) {
      return fmt::format("`{}` never holds at `{}`", choice.when.text(), node);
    }
    const Mask blocking = smallest_blocking(closed.false_parts, count);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i) {
      if ((blocking >> i & 1U) != 0) {
        words.push_back(fmt::format("`{}`", closed.parts[i].text()));
      }
    }
    return words.size() == 1 ? fmt::format("{} never holds at `{}`", words[0], node)
                             : fmt::format("{} never hold together at `{}`", fmt::join(words, " and "), node);
  }

 private:
  static constexpr std::size_t kMostParts = 64;

  struct Closed {
    std::vector<Expression> parts;
    std::set<Mask> false_parts;
  };

  void look_at_all(Watch& watch) {
    std::vector<std::int32_t> values = start_values(scenario_);
    look(NodeIndex{0}, graph_.start, [&] { return std::span<const std::int32_t>(values); });
    for (std::uint32_t state = 0; state < graph_.state_count() && watch.tick(); ++state) {
      for (const StateEdge& edge : graph_.edges_of(state)) {
        const Choice& choice = scenario_.at(edge.choice);
        bool is_unpacked = false;
        NodeIndex from;
        look(choice.next, edge.arrival, [&] {
          if (!is_unpacked) {
            from = graph_.keys.unpack(graph_.states.key(state), values);
            apply_choice(scenario_, choice, values);
            is_unpacked = true;
          }
          return std::span<const std::int32_t>(values);
        });
        if (is_unpacked) {
          graph_.keys.forget_once(from, values);
          if (choice.once) {
            values[choice.once->value] = 0;
          }
        }
      }
    }
  }

  // `values_of` is asked only where somebody wants to know.
  template <class ValuesOf>
  void look(Target target, Arrival arrival, ValuesOf values_of) {
    const auto look_at_node = [&](NodeIndex node) {
      const auto closed = closed_at_.find(node);
      if (closed == closed_at_.end()) {
        return;
      }
      const std::span<const std::int32_t> values = values_of();
      for (const ChoiceIndex choice : closed->second) {
        Closed& here = *closed_[choice.value];
        Mask mask = 0;
        for (std::size_t i = 0; i < here.parts.size() && i < kMostParts; ++i) {
          mask |= here.parts[i].holds(values) ? Mask{0} : Mask{1} << i;
        }
        here.false_parts.insert(mask);
      }
    };
    if (arrival.is_stuck()) {
      look_at_node(arrival.node());
    } else {
      for_each_passed(scenario_, graph_, target, arrival, look_at_node);
    }
  }

  const Scenario& scenario_;
  const StateGraph& graph_;
  std::vector<std::optional<Closed>> closed_;  // per choice
  std::map<NodeIndex, std::vector<ChoiceIndex>> closed_at_;
};

class Unreachable {
 public:
  Unreachable(const AnalysisInput& input, const ReachElsewhere& elsewhere)
      : input_(input),
        scenario_(input.scenario),
        graph_(input.inside().graph),
        elsewhere_(elsewhere),
        closed_(input) {}

  void report(std::vector<Diagnostic>& findings) {
    std::vector<Diagnostic> found;
    look(found);
    if (!input_.watch.is_stopped()) {
      findings.insert(findings.end(), found.begin(), found.end());
    }
  }

 private:
  void look(std::vector<Diagnostic>& findings) const {
    for (std::size_t i = 0; i < scenario_.nodes.size(); ++i) {
      if (!graph_.way_to_node[i] && !is_met(elsewhere_.nodes, i)) {
        report_place(kNodeNeverReached, scenario_.nodes[i].where,
                     fmt::format("no play ever reaches `{}`", scenario_.nodes[i].id.text), index_of<Node>(i),
                     "look at the conditions of the choices that lead here", findings);
      }
    }
    for (std::size_t i = 0; i < scenario_.endings.size(); ++i) {
      if (!graph_.way_to_ending[i] && !is_met(elsewhere_.endings, i)) {
        report_place(kEndingNeverReached, scenario_.endings[i].where,
                     fmt::format("no play ever ends at `{}`", scenario_.endings[i].id.text),
                     index_of<Ending>(i), "let a choice lead here, or leave the ending out", findings);
      }
    }
    for (std::size_t i = 0; i < scenario_.choices.size(); ++i) {
      const Choice& choice = scenario_.choices[i];
      // Choices of a node that is never reached are told by the node alone.
      if (!graph_.offered_at[i] && graph_.way_to_node[choice.node.value] && !is_met(elsewhere_.choices, i)) {
        findings.push_back(input_.finding(
            Severity::warning, kChoiceNeverOpen, choice.where,
            fmt::format("nobody can ever choose `{}`: {}", choice.id.text, closed_.why(index_of<Choice>(i))),
            "loosen its `when`, or let an earlier choice bring this about", way_to(choice.node)));
      }
    }
  }

  static bool is_met(const std::vector<bool>& met, std::size_t i) { return i < met.size() && met[i]; }

  std::vector<ChoiceIndex> way_to(NodeIndex node) const {
    const auto& way = graph_.way_to_node[node.value];
    return way ? graph_.way(*way) : std::vector<ChoiceIndex>{};
  }

  // A place that is reached, from which a closed way would lead on.
  struct ClosedWay {
    NodeIndex node;
    std::string why;
  };

  void report_place(Code code, Span where, std::string message, Target target, std::string help,
                    std::vector<Diagnostic>& findings) const {
    const std::vector<ClosedWay> ways = closed_ways_to(target);
    std::vector<std::string> reasons;
    for (const ClosedWay& way : ways) {
      if (reasons.size() < kMostWaysTold) {
        reasons.push_back(way.why);
      }
    }
    if (!reasons.empty()) {
      message += fmt::format(": {}{}", fmt::join(reasons, "; "), ways.size() > reasons.size() ? "; …" : "");
    }
    findings.push_back(input_.finding(Severity::error, code, where, std::move(message), std::move(help),
                                      ways.empty() ? std::vector<ChoiceIndex>{} : way_to(ways[0].node)));
  }

  std::vector<ClosedWay> closed_ways_to(Target wanted) const {
    std::vector<ClosedWay> ways;
    std::vector<Target> waiting{wanted};
    std::vector<char> known(scenario_.nodes.size(), 0);
    const auto go_back_to = [&](NodeIndex node) {
      if (known[node.value] == 0) {
        known[node.value] = 1;
        waiting.push_back(node);
      }
    };
    while (!waiting.empty()) {
      const Target target = waiting.back();
      waiting.pop_back();
      for (std::size_t i = 0; i < scenario_.choices.size(); ++i) {
        const Choice& choice = scenario_.choices[i];
        if (choice.next != target) {
          continue;
        }
        if (!graph_.way_to_node[choice.node.value]) {
          go_back_to(choice.node);
        } else {
          ways.push_back({choice.node, fmt::format("`{}` leads here, but {}", choice.id.text,
                                                   closed_.why(index_of<Choice>(i)))});
        }
      }
      for (std::size_t i = 0; i < scenario_.nodes.size(); ++i) {
        if (scenario_.nodes[i].onward != target) {
          continue;
        }
        if (!graph_.way_to_node[i]) {
          go_back_to(index_of<Node>(i));
        } else {
          ways.push_back({index_of<Node>(i), fmt::format("`otherwise` of `{}` leads here, but a choice is "
                                                         "always open there",
                                                         scenario_.nodes[i].id.text)});
        }
      }
    }
    return ways;
  }

  const AnalysisInput& input_;
  const Scenario& scenario_;
  const StateGraph& graph_;
  const ReachElsewhere& elsewhere_;
  ClosedChoices closed_;
};

}  // namespace

void meet(const StateGraph& graph, ReachElsewhere& elsewhere) {
  const auto add = [](std::vector<bool>& met, const auto& found) {
    met.resize(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) met[i] = met[i] || static_cast<bool>(found[i]);
  };
  add(elsewhere.nodes, graph.way_to_node);
  add(elsewhere.endings, graph.way_to_ending);
  add(elsewhere.choices, graph.offered_at);
  elsewhere.complete = elsewhere.complete && graph.complete;
}

void find_unreachable(const AnalysisInput& input, const ReachElsewhere& elsewhere,
                      std::vector<Diagnostic>& findings) {
  input.watch.begin("looking for what keeps choices closed", 0);
  Unreachable(input, elsewhere).report(findings);
}

}  // namespace steadfast
