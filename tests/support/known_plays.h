// Every play of small random conversations, for claims about all plays at once.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "support/random_scenario.h"

namespace steadfast::test {

inline constexpr std::size_t kMostKnownPlays = 300;

struct KnownPlay {
  Play play;
  double probability = 0;
};

// Stops after the first conversation of which something was not as expected. `dress` may change a
// conversation before it is played.
inline void for_small_scenarios(
    std::uint64_t scenarios, const std::function<void(Scenario&, std::uint64_t)>& dress,
    const std::function<void(const Scenario&, const std::vector<KnownPlay>&)>& visit) {
  std::uint64_t visited = 0;
  for (std::uint64_t seed = 1; visited < scenarios; ++seed) {
    Scenario scenario = build(random_spec(seed));
    dress(scenario, seed);
    std::vector<KnownPlay> plays;
    if (for_every_play(scenario, kMostKnownPlays, [&](const Play& play, double chance) {
          plays.push_back({play, chance});
        })) {
      ++visited;
      SCOPED_TRACE("seed " + std::to_string(seed));
      visit(scenario, plays);
      if (testing::Test::HasFailure()) {
        return;
      }
    }
  }
}

inline void for_small_scenarios(
    std::uint64_t scenarios,
    const std::function<void(const Scenario&, const std::vector<KnownPlay>&)>& visit) {
  for_small_scenarios(
      scenarios, [](Scenario&, std::uint64_t) {}, visit);
}

// Gives every node, choice and ending some words, and some of them variants.
inline void dress_with_words(Scenario& scenario, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto below = [&random](std::uint64_t end) { return random() % end; };
  const auto words = [&below](std::uint64_t most) {
    std::string text;
    for (std::uint64_t i = below(most + 1); i > 0; --i) text += below(5) == 0 ? "some\n" : "word ";
    return text;
  };
  const auto passage = [&] {
    Passage made;
    if (below(3) == 0) made.stage = words(6);
    for (std::uint64_t i = below(3); i > 0; --i) made.lines.push_back({{}, words(9)});
    if (below(4) == 0) made.mood = words(2);
    if (below(4) == 0) made.sign = words(4);
    return made;
  };
  const auto dress = [&](Telling& telling) {
    telling.plain = passage();
    for (std::uint64_t i = below(5) < 3 ? 0 : 1 + below(2); i > 0; --i) {
      const std::vector<std::string> conditions{"trust >= 40",
                                                "asked",
                                                "not asked",
                                                "out_of_window",
                                                "rupture is withdrawal",
                                                "pull > 20 and trust > 30"};
      CompiledExpression when =
          compile_expression(conditions[below(conditions.size())], ExpressionType::truth,
                             {scenario.variables, scenario.rulebook->model.conditions});
      telling.variants.push_back({std::move(when.expression), passage()});
    }
  };
  for (Node& node : scenario.nodes) dress(node.telling);
  for (Choice& choice : scenario.choices) {
    dress(choice.reply);
    choice.say = words(8);
    choice.feedback = {words(5), words(5), words(5)};
  }
  for (Ending& ending : scenario.endings) {
    ending.title = words(3);
    ending.what_happened = words(9);
    ending.reflection = words(9);
  }
}

}  // namespace steadfast::test
