#include "outlook_way_round.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <utility>

#include "session_step.h"

namespace steadfast {
namespace {

// Ways that are tried before it is given up, and decisions on each. Values that go up or down by one at a
// time are at the end of their range well before that.
constexpr std::size_t kMostTried = 40;
constexpr std::size_t kMostDecisions = 2'000;

constexpr std::uint32_t kFarAway = std::numeric_limits<std::uint32_t>::max();

using Links = std::vector<std::vector<std::uint32_t>>;  // per node: where they lead

// Takes away, again and again, the nodes that no link of `links` leads to.
void peel(const Links& links, std::vector<char>& is_left) {
  std::vector<std::uint32_t> arriving(links.size(), 0);
  for (std::size_t node = 0; node < links.size(); ++node) {
    if (is_left[node] == 0) continue;
    for (const std::uint32_t to : links[node]) ++arriving[to];
  }
  std::vector<std::uint32_t> waiting;
  for (std::uint32_t node = 0; node < links.size(); ++node) {
    if (is_left[node] != 0 && arriving[node] == 0) waiting.push_back(node);
  }
  while (!waiting.empty()) {
    const std::uint32_t node = waiting.back();
    waiting.pop_back();
    is_left[node] = 0;
    for (const std::uint32_t to : links[node]) {
      if (is_left[to] != 0 && --arriving[to] == 0) waiting.push_back(to);
    }
  }
}

// The ways on that can be taken again and again.
class Circles {
 public:
  explicit Circles(const Scenario& scenario)
      : scenario_(scenario), ways_(scenario.nodes.size()), back_(scenario.nodes.size()) {
    for (std::size_t at = 0; at < scenario.nodes.size(); ++at) {
      if (scenario.nodes[at].onward) add(at, *scenario.nodes[at].onward);
    }
    for (const Choice& choice : scenario.choices) {
      if (!choice.once) add(choice.node.value, choice.next);
    }
  }

  // The number of links from each node to `goal` at least.
  std::vector<std::uint32_t> distances_to(NodeIndex goal) const {
    std::vector<std::uint32_t> distances(back_.size(), kFarAway);
    distances[goal.value] = 0;
    std::vector<std::uint32_t> waiting{goal.value};
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      for (const std::uint32_t before : back_[waiting[i]]) {
        if (distances[before] != kFarAway) continue;
        distances[before] = distances[waiting[i]] + 1;
        waiting.push_back(before);
      }
    }
    return distances;
  }

  // Answers that may be said again and can lie on a circle; those that lead back in the file come first.
  std::vector<ChoiceIndex> candidates() const {
    std::vector<char> is_left(ways_.size(), 1);
    peel(ways_, is_left);
    peel(back_, is_left);
    std::vector<ChoiceIndex> found;
    for (std::size_t i = 0; i < scenario_.choices.size(); ++i) {
      const Choice& choice = scenario_.choices[i];
      const auto* target = std::get_if<NodeIndex>(&choice.next);
      if (choice.once || target == nullptr) continue;
      if (is_left[choice.node.value] != 0 && is_left[target->value] != 0)
        found.push_back(index_of<Choice>(i));
    }
    std::stable_partition(found.begin(), found.end(), [this](ChoiceIndex index) {
      const Choice& choice = scenario_.at(index);
      return std::get<NodeIndex>(choice.next) <= choice.node;
    });
    return found;
  }

 private:
  void add(std::size_t from, const Target& target) {
    if (const auto* node = std::get_if<NodeIndex>(&target)) {
      ways_[from].push_back(node->value);
      back_[node->value].push_back(static_cast<std::uint32_t>(from));
    }
  }

  const Scenario& scenario_;
  Links ways_;
  Links back_;
};

// Plays to the node of `through`, and from then on whatever leads back there soonest.
std::optional<WayRound> play_round(const Scenario& scenario, const StateGraph& graph, ChoiceIndex through,
                                   const std::vector<std::uint32_t>& distances, Watch& watch) {
  const Choice& back = scenario.at(through);
  if (!graph.way_to_node[back.node.value]) return std::nullopt;
  WayRound way;
  std::vector<std::int32_t> values = start_values(scenario);
  Place place = settle(scenario, NodeIndex{0}, values, nullptr);
  const auto take = [&](ChoiceIndex choice) {
    way.to.push_back(choice);
    apply_choice(scenario, scenario.at(choice), values);
    place = settle(scenario, scenario.at(choice).next, values, nullptr);
  };
  for (const ChoiceIndex choice : graph.way(*graph.way_to_node[back.node.value])) take(choice);

  const auto next_choice = [&]() -> std::optional<ChoiceIndex> {
    if (place.node == back.node && is_open(back, values)) return through;
    std::optional<ChoiceIndex> nearest;
    std::uint32_t least = kFarAway;
    const Node& node = scenario.at(place.node);
    for (ChoiceIndex index{node.first_choice}; index.value < node.first_choice + node.choice_count;
         ++index.value) {
      const Choice& choice = scenario.at(index);
      const auto* target = std::get_if<NodeIndex>(&choice.next);
      if (choice.once || target == nullptr || distances[target->value] >= least) continue;
      if (!is_open(choice, values)) continue;
      least = distances[target->value];
      nearest = index;
    }
    return nearest;
  };
  std::map<std::vector<std::uint64_t>, std::size_t> seen;  // a state, and how many choices led there
  std::vector<std::uint64_t> key;
  for (std::size_t decisions = 0; decisions < kMostDecisions; ++decisions) {
    if (place.phase != Phase::deciding || !watch.tick()) return std::nullopt;
    graph.keys.pack(place.node, values, key);
    const auto known = seen.emplace(key, way.to.size());
    if (!known.second) {
      const auto start = way.to.begin() + static_cast<std::ptrdiff_t>(known.first->second);
      way.round.assign(start, way.to.end());
      way.to.erase(start, way.to.end());
      return way;
    }
    const std::optional<ChoiceIndex> choice = next_choice();
    if (!choice) return std::nullopt;
    take(*choice);
  }
  return std::nullopt;
}

// Lets the round begin where it begins in the file.
void turn(const Scenario& scenario, WayRound& way) {
  const auto first = std::min_element(
      way.round.begin(), way.round.end(),
      [&](ChoiceIndex left, ChoiceIndex right) { return scenario.at(left).node < scenario.at(right).node; });
  way.to.insert(way.to.end(), way.round.begin(), first);
  std::rotate(way.round.begin(), first, way.round.end());
}

}  // namespace

bool has_circle(const Scenario& scenario) {
  return !Circles(scenario).candidates().empty();
}

std::optional<WayRound> find_way_round(const Scenario& scenario, const StateGraph& graph, Watch& watch) {
  watch.begin("looking for a way round", 0);
  const Circles circles(scenario);
  std::size_t tried = 0;
  for (const ChoiceIndex candidate : circles.candidates()) {
    if (++tried > kMostTried || watch.is_stopped()) break;
    const Choice& choice = scenario.at(candidate);
    const std::vector<std::uint32_t> distances = circles.distances_to(choice.node);
    if (distances[std::get<NodeIndex>(choice.next).value] == kFarAway) continue;
    if (std::optional<WayRound> way = play_round(scenario, graph, candidate, distances, watch)) {
      turn(scenario, *way);
      return way;
    }
  }
  return std::nullopt;
}

}  // namespace steadfast
