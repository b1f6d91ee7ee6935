// What can be said about all plays of a scenario at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/diagnostic.h"
#include "steadfast/outlook.h"
#include "steadfast/scenario.h"
#include "steadfast/score.h"
#include "steadfast/watch.h"

namespace steadfast {

enum class Bot { first, last, longest, shortest, apologise, pleaser, random };
std::string_view to_string(Bot bot);

struct BotResult {
  Bot bot = Bot::first;
  bool passes = false;               // status ready to discuss; for random: P(ready) > 0.05
  std::vector<ChoiceIndex> choices;  // of deterministic bots
  std::optional<Score> score;        // of deterministic bots
  double probability_ready = 0;      // of the random bot
  bool estimated = false;            // by sampling, because the paths exceed the budget
};

struct EndingReach {
  EndingIndex ending;
  bool reachable = false;
  double probability = 0;            // when each offered choice is equally likely
  std::vector<ChoiceIndex> witness;  // a shortest way there
  bool is_witness_left_out = false;  // it is reachable, but all ways together would be too long to keep
};

struct NodeReach {
  NodeIndex node;
  bool reachable = false;
  std::vector<ChoiceIndex> witness;
  bool is_witness_left_out = false;  // as above
};

// `states` bounds each graph that is explored: that of the conversation, one for each omission gate, and one
// for chance with as many entries at most. The other policies have as many once more for all of them
// together, first come, first served. At most three graphs are in memory at a time.
// What may point at the best answer without reading for meaning.
enum class Cue { longest, shortest, first, last, without_absolute, with_question };
std::string_view to_string(Cue cue);  // "longest"

struct CueAtDecision {
  NodeIndex node;
  double chance = 0;  // that a blind pick in place of the cue is a best answer
  bool hit = false;   // what the cue points at is a best answer
};

struct CueResult {
  Cue cue = Cue::longest;
  std::vector<CueAtDecision> decisions;  // where the cue points at something
  std::uint32_t hits = 0;
  double tail = 1;  // how likely at least so many hits are by chance (Poisson's binomial distribution)
  bool gives_away = false;  // tail < 0.01
};

struct AnalysisLimits {
  std::size_t states = 1'000'000;
  std::size_t sampled_plays = 20'000;       // where a distribution is not exact
  std::size_t sampled_steps = 50'000'000;   // and no more choices than this in all of them
  std::size_t witness_choices = 1'000'000;  // in all ways to nodes and endings together
};

struct Analysis {
  Outlook::Kind kind = Outlook::Kind::exact;
  bool is_complete = false;  // every state was looked at: what is not reached here cannot be reached
  bool is_complete_elsewhere = false;  // the same under all other policies
  // When a watch stopped it: what was being done then. Everything below is what was known so far.
  std::optional<Progress> stopped_while;
  std::size_t state_count = 0;
  double path_count = 0;          // complete plays; a double because it grows fast, infinite when endless
  std::vector<Range> dimensions;  // from the start
  Range composite;
  int composite_most_if_independent = 0;  // sum of the dimensions' most: how far the composite lies under it
  std::optional<double> chance_level;     // (R - L) / (U - L) of the composite
  std::vector<BotResult> bots;
  std::vector<CueResult> cues;  // of an exact analysis
  std::vector<NodeReach> nodes;
  std::vector<EndingReach> endings;
  std::vector<ChoiceIndex> unreachable_choices;
  // State-exact problems: cycles, dead ends by state, unreachable content, criticals on best paths,
  // omissions that cannot be met, bots that pass. `file` as given to `analyze`.
  std::vector<Diagnostic> findings;
  std::optional<Outlook> outlook;  // what it was made from; set by `analyze`
};

// Comes to an end within the limits; earlier when the watch says so.
Analysis analyze(const Scenario& scenario, const std::string& file, AnalysisLimits limits = {},
                 Watch watch = {});

}  // namespace steadfast
