#include "check_structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "codes.h"

namespace steadfast {

namespace {

// The graph of a conversation: nodes first, then endings.
struct Graph {
  std::size_t node_count = 0;
  std::vector<std::vector<std::size_t>> ways;       // from each node, by choices and without
  std::vector<std::vector<std::size_t>> ways_back;  // the same, turned round
};

std::size_t place_of(const Target& target, std::size_t node_count) {
  if (const auto* ending = std::get_if<EndingIndex>(&target)) return node_count + ending->value;
  return std::get<NodeIndex>(target).value;
}

Graph make_graph(const Scenario& scenario) {
  Graph graph;
  graph.node_count = scenario.nodes.size();
  const std::size_t size = scenario.nodes.size() + scenario.endings.size();
  graph.ways.resize(size);
  graph.ways_back.resize(size);
  const auto connect = [&graph](std::size_t from, const Target& target) {
    const std::size_t to = place_of(target, graph.node_count);
    graph.ways[from].push_back(to);
    graph.ways_back[to].push_back(from);
  };
  for (std::size_t at = 0; at < scenario.nodes.size(); ++at) {
    if (scenario.nodes[at].onward) connect(at, *scenario.nodes[at].onward);
  }
  for (const Choice& choice : scenario.choices) connect(choice.node.value, choice.next);
  return graph;
}

std::vector<bool> reached_from(const std::vector<std::size_t>& starts,
                               const std::vector<std::vector<std::size_t>>& ways) {
  std::vector<bool> reached(ways.size(), false);
  std::vector<std::size_t> waiting = starts;
  for (const std::size_t start : starts) reached[start] = true;
  while (!waiting.empty()) {
    const std::size_t at = waiting.back();
    waiting.pop_back();
    for (const std::size_t next : ways[at]) {
      if (reached[next]) continue;
      reached[next] = true;
      waiting.push_back(next);
    }
  }
  return reached;
}

// Every node has at most one way on without a choice, so a walk finds each circle.
void check_loops(const Scenario& scenario, Problems& problems) {
  enum class Mark { unseen, on_this_walk, done };
  std::vector<Mark> marks(scenario.nodes.size(), Mark::unseen);
  const auto onward = [&scenario](std::size_t at) -> const NodeIndex* {
    const auto& way = scenario.nodes[at].onward;
    return way ? std::get_if<NodeIndex>(&*way) : nullptr;
  };
  for (std::size_t start = 0; start < scenario.nodes.size(); ++start) {
    std::vector<std::size_t> walk;
    std::size_t at = start;
    while (marks[at] == Mark::unseen) {
      marks[at] = Mark::on_this_walk;
      walk.push_back(at);
      const NodeIndex* next = onward(at);
      if (next == nullptr) break;
      at = next->value;
    }
    const bool is_circle = marks[at] == Mark::on_this_walk && onward(walk.back()) != nullptr;
    if (is_circle) {
      std::string names;
      for (auto node = std::find(walk.begin(), walk.end(), at); node != walk.end(); ++node) {
        names += fmt::format("`{}`, ", scenario.nodes[*node].id.text);
      }
      names += fmt::format("`{}`", scenario.nodes[at].id.text);
      problems.error(codes::kChoiceFreeLoop, scenario.nodes[at].where,
                     fmt::format("the conversation goes round for ever without a choice: {}", names),
                     "lead one of these nodes on to somewhere else");
    }
    for (const std::size_t node : walk) marks[node] = Mark::done;
  }
}

}  // namespace

// Kosaraju's algorithm: what is left last goes first against the direction of the ways.
std::vector<std::size_t> circles_of(const Scenario& scenario) {
  const Graph graph = make_graph(scenario);
  struct Visit {
    std::size_t at = 0;
    std::size_t way = 0;
  };
  std::vector<bool> seen(graph.ways.size(), false);
  std::vector<std::size_t> left_in_order;
  for (std::size_t start = 0; start < graph.ways.size(); ++start) {
    if (seen[start]) continue;
    seen[start] = true;
    std::vector<Visit> walk{{start, 0}};
    while (!walk.empty()) {
      Visit& visit = walk.back();
      if (visit.way == graph.ways[visit.at].size()) {
        left_in_order.push_back(visit.at);
        walk.pop_back();
        continue;
      }
      const std::size_t next = graph.ways[visit.at][visit.way++];
      if (seen[next]) continue;
      seen[next] = true;
      walk.push_back({next, 0});
    }
  }
  const std::size_t none = graph.ways.size();
  std::vector<std::size_t> circles(graph.ways.size(), none);
  for (auto start = left_in_order.rbegin(); start != left_in_order.rend(); ++start) {
    if (circles[*start] != none) continue;
    circles[*start] = *start;
    std::vector<std::size_t> waiting{*start};
    while (!waiting.empty()) {
      const std::size_t at = waiting.back();
      waiting.pop_back();
      for (const std::size_t before : graph.ways_back[at]) {
        if (circles[before] != none) continue;
        circles[before] = *start;
        waiting.push_back(before);
      }
    }
  }
  circles.resize(graph.node_count);
  return circles;
}

void check_structure(const Scenario& scenario, Problems& problems) {
  if (scenario.nodes.empty()) return;
  const Graph graph = make_graph(scenario);
  const std::size_t errors_before = problems.error_count();
  check_loops(scenario, problems);
  // Inside such a loop nothing else could be said anyway.
  const bool has_loops = problems.error_count() > errors_before;

  const std::vector<bool> reachable = reached_from({0}, graph.ways);
  std::vector<std::size_t> endings;
  for (std::size_t at = 0; at < scenario.endings.size(); ++at) {
    const Ending& ending = scenario.endings[at];
    endings.push_back(graph.node_count + at);
    if (reachable[graph.node_count + at]) continue;
    problems.error(codes::kUnreachableEnding, ending.where,
                   fmt::format("nothing leads to the ending `{}`", ending.id.text),
                   "lead a choice or a node here with `end:`, or remove it");
  }
  const std::vector<bool> can_end = reached_from(endings, graph.ways_back);
  for (std::size_t at = 0; at < scenario.nodes.size(); ++at) {
    const Node& node = scenario.nodes[at];
    if (!reachable[at]) {
      problems.error(codes::kUnreachableNode, node.where,
                     fmt::format("nothing leads to the node `{}`", node.id.text),
                     "lead a choice or a node here with `next:`, or remove it");
    } else if (!can_end[at] && !has_loops) {
      problems.error(codes::kNoWayToAnEnding, node.where,
                     fmt::format("no ending can be reached from the node `{}`", node.id.text),
                     "lead one of the choices that follow out of the circle");
    }
  }
}

}  // namespace steadfast
