// A story made by a seed, as a scenario of ours and as ink with the same words, choices and conditions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace steadfast::bench {

struct StoryShape {
  int nodes = 300;              // at least as many as there are decisions
  int decisions = 30;           // on every way from the start to an ending
  int condition_variables = 6;  // how many of the six variables conditions read
  std::uint32_t seed = 20240229;
};

inline constexpr int kChoicesPerNode = 4;
inline constexpr int kVariableMost = 5;
inline constexpr int kVariableStart = 2;

struct StoryEffect {
  int variable = 0;
  int amount = 0;  // added, then held between 0 and kVariableMost
};

struct StoryChoice {
  std::string say;
  std::string reply;
  std::string condition;  // in words that both languages read alike; empty: always open
  std::vector<StoryEffect> effects;
  int next = 0;  // a node, or the number of nodes: the ending
  std::string heard, why, try_instead;
  bool folds = false;  // `why` is written over several lines
  int dimension = 1;   // 1 to 8
  int level = 2;
};

struct StoryNode {
  std::string stage;
  std::string line;
  std::vector<StoryChoice> choices;
};

struct GeneratedStory {
  std::string id;
  std::vector<StoryNode> nodes;
};

const std::vector<std::string>& variable_names();

// The same story for the same shape, on every machine. Nodes lie in as many layers as there are decisions;
// every choice leads into the next layer, every node is reached, and the first choice of each is always open.
GeneratedStory make_story(const StoryShape& shape);

// A whole scenario that `steadfast check` accepts, with the ratings and feedback that ours must have.
std::string as_yaml(const GeneratedStory& story);
// The same to read, to choose and to count; what only ours must have is left out.
std::string as_ink(const GeneratedStory& story);

}  // namespace steadfast::bench
