// Random conversations that always end: forward edges are free, edges back are `once`.
#pragma once

#include <algorithm>
#include <functional>
#include <random>

#include "support/scenario_builder.h"

namespace steadfast::test {

class RandomSpec {
 public:
  explicit RandomSpec(std::uint64_t seed) : random_(seed) {}

  ScenarioSpec make() {
    spec_.dimensions = between(1, 4);
    spec_.variables = {{"trust", 0, 100, between(0, 100), {}, VariableKind::number, {}},
                       {"arousal", -10, 10, between(-5, 5), {}, VariableKind::number, {}},
                       {"pull", 1, 100, between(3, 90), 5, VariableKind::number, {}},
                       flag("asked"),
                       flag("told", chance(10)),
                       named("rupture", {"none", "withdrawal", "confrontation"})};
    spec_.conditions = {{"out_of_window", "abs(arousal) > 4"}};
    spec_.acts = {
        {"apologises", {{"rupture is not none", {{"trust", "+ 5"}, {"rupture", "= none"}}}}, true},
        {"asks", {{"", {{"asked", "true"}, {"arousal", "+ 4"}}}}},
        {"kind",
         {{"not out_of_window", {{"trust", "+ 6 * (100 - trust) / 100"}}}, {"", {{"arousal", "- 1"}}}}},
        {"tells", {{"", {{"told", "true"}, {"trust", "- 3"}}}}},
        {"attacks", {{"trust < 60", {{"rupture", "= withdrawal"}, {"pull", "+ 3"}}}}}};
    spec_.rules = {{"arousal > 6", {{"trust", "- 2"}}},
                   {"asked and rupture is withdrawal", {{"pull", "+ 1"}}}};
    spec_.endings = {"good", "other"};
    node_count_ = between(2, 6);
    for (int i = 0; i < node_count_; ++i) {
      add_node(i);
    }
    if (chance(40)) {
      spec_.omissions.push_back({"must-tell", "told", chance(50) ? "asked" : ""});
    }
    return std::move(spec_);
  }

 private:
  int between(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<std::uint64_t>(most - least + 1));
  }
  bool chance(int percent) { return between(1, 100) <= percent; }
  template <class Thing>
  Thing one_of(const std::vector<Thing>& things) {
    return things[static_cast<std::size_t>(between(0, static_cast<int>(things.size()) - 1))];
  }

  std::string forward_from(int node) {
    const int to = between(node + 1, node_count_ + 1);
    return to < node_count_ ? "n" + std::to_string(to) : one_of<std::string>({"good", "other"});
  }

  std::string condition() {
    return one_of<std::string>({"trust >= 40", "asked", "not asked", "out_of_window", "rupture is none",
                                "rupture is withdrawal or arousal > 2", "pull > 20 and trust > 30", "told",
                                "min(trust, pull) < 30"});
  }

  ChoiceSpec choice(int node) {
    ChoiceSpec choice;
    choice.id = "c" + std::to_string(choice_count_++);
    choice.say = std::string(static_cast<std::size_t>(between(1, 9)), 'x');
    choice.to = forward_from(node);
    if (chance(20)) {
      choice.once = true;
      choice.to = chance(70) ? "n" + std::to_string(between(0, node)) : choice.to;
    }
    choice.when = chance(30) ? condition() : "";
    if (chance(12)) {
      choice.critical = between(1, 3);
    }
    choice.serious = choice.critical == 0 && chance(12);
    const int first = between(1, spec_.dimensions);
    const int rated = between(1, std::min(spec_.dimensions, 3));
    for (int i = 0; i < rated; ++i) {
      choice.rate.push_back(
          {(first + i - 1) % spec_.dimensions + 1, choice.critical != 0 ? between(0, 1) : between(0, 4)});
    }
    for (const ActSpec& act : spec_.acts) {
      if (chance(20)) {
        choice.acts.push_back(act.id);
      }
    }
    if (chance(30)) {
      choice.effects.push_back(one_of<ChangeSpec>({{"trust", "+ 12"},
                                                   {"trust", "- arousal * 2"},
                                                   {"arousal", "= 0"},
                                                   {"asked", "false"},
                                                   {"pull", "+ trust / 7"}}));
    }
    return choice;
  }

  void add_node(int index) {
    NodeSpec node;
    node.id = "n" + std::to_string(index);
    node.weight = one_of<int>({1, 2, 4});
    if (index > 0 && chance(15)) {
      node.onward = forward_from(index);
      spec_.nodes.push_back(std::move(node));
      return;
    }
    const int choices = between(1, 4);
    for (int i = 0; i < choices; ++i) {
      node.choices.push_back(choice(index));
    }
    const bool may_be_empty =
        std::all_of(node.choices.begin(), node.choices.end(),
                    [](const ChoiceSpec& each) { return each.once || !each.when.empty(); });
    if (may_be_empty) {
      node.onward = forward_from(index);
    }
    spec_.nodes.push_back(std::move(node));
  }

  std::mt19937_64 random_;
  ScenarioSpec spec_;
  int node_count_ = 0;
  int choice_count_ = 0;
};

inline ScenarioSpec random_spec(std::uint64_t seed) {
  return RandomSpec(seed).make();
}

// Calls `visit(play, probability)` for every complete play when each open choice is equally likely.
// False when there are more than `limit`: then `visit` was called for some of them only.
inline bool for_every_play(const Scenario& scenario, std::size_t limit,
                           const std::function<void(const Play&, double)>& visit) {
  std::size_t seen = 0;
  const std::function<bool(const Play&, double)> walk = [&](const Play& play, double probability) {
    const auto open = offered(scenario, play.state);
    if (open.empty()) {
      visit(play, probability);
      return ++seen <= limit;
    }
    for (const ChoiceIndex choice : open) {
      Play next = play;
      next.decisions.push_back({play.state.node, choice});
      next.state = choose_quietly(scenario, play.state, choice);
      if (!walk(next, probability / static_cast<double>(open.size()))) {
        return false;
      }
    }
    return true;
  };
  return walk(start_play(scenario, 1), 1.0);
}

}  // namespace steadfast::test
