// Playing: what is offered, what a choice does, and the log from which everything can be told again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "steadfast/ids.h"
#include "steadfast/scenario.h"

namespace steadfast {

enum class Phase { deciding, ended, stuck };

// Where a play is and what is remembered: a small value, a pure function of the scenario and the
// decisions. `stuck` is a node at which nothing is offered and no `otherwise` leads on; `check` and
// `analyze` report it, so shipped scenarios never reach it.
struct State {
  Phase phase = Phase::deciding;
  NodeIndex node;                    // while deciding or stuck
  EndingIndex ending;                // once ended
  std::vector<std::int32_t> values;  // one per Scenario::variables, always within its range
  friend bool operator==(const State&, const State&) = default;
};

// A passage with its variant already picked. Points into the scenario, which must outlive it.
struct ShownPassage {
  std::string_view stage;
  const std::vector<Line>* lines = nullptr;  // never null
  std::string_view mood;
  std::optional<Pose> pose;
  std::string_view sign;
};

struct NodeEntered {
  NodeIndex node;
  ShownPassage passage;
};
struct ChoiceSaid {
  ChoiceIndex choice;
};
struct ReplyGiven {
  ChoiceIndex choice;
  ShownPassage passage;
};
struct EndingReached {
  EndingIndex ending;
};
using Event = std::variant<NodeEntered, ChoiceSaid, ReplyGiven, EndingReached>;

struct Step {
  State state;
  std::vector<Event> events;  // in the order a reader meets them
};

// The start: enters the first node and goes on through choice-free nodes to the first decision.
Step begin(const Scenario& scenario);

// The open choices in author's order; empty unless `state.phase` is deciding.
std::vector<ChoiceIndex> offered(const Scenario& scenario, const State& state);
bool is_open(const Scenario& scenario, const State& state, ChoiceIndex choice);

struct ClosedChoice {
  ChoiceIndex choice;
  std::string_view because;  // the author's reason; only such choices are listed
};
std::vector<ClosedChoice> shown_closed(const Scenario& scenario, const State& state);

// Must hold: `choice` is in offered(scenario, state). Acts in the order written, then effects, then the
// model's rules, each step clamped; then the reply is picked in the new state, then the play moves on.
Step choose(const Scenario& scenario, State state, ChoiceIndex choice);

// As `choose`, without the events: for analysis and bulk play.
State choose_quietly(const Scenario& scenario, State state, ChoiceIndex choice);

// All choices of the node in the order shown: a fixed shuffle by seed and node id that does not depend
// on the state. Scoring never depends on it.
std::vector<ChoiceIndex> display_order(const Scenario& scenario, NodeIndex node, std::uint64_t seed);

struct Decision {
  NodeIndex node;
  ChoiceIndex choice;
  friend bool operator==(const Decision&, const Decision&) = default;
};

// A play under way. `practice_from` marks a practice branch: the number of decisions it shares with
// the play it left; a first play has none.
struct Play {
  std::uint64_t seed = 0;
  std::optional<std::uint32_t> practice_from;
  std::vector<Decision> decisions;
  State state;
  friend bool operator==(const Play&, const Play&) = default;
};

Play start_play(const Scenario& scenario, std::uint64_t seed);
// Must hold: `choice` is offered. Returns the events of the step.
std::vector<Event> take(const Scenario& scenario, Play& play, ChoiceIndex choice);
// A marked practice branch that keeps the first `kept` decisions. Must hold: kept <= decisions.size().
Play branch(const Scenario& scenario, const Play& play, std::uint32_t kept);

// The steps of a play from the beginning: the first is begin(), then one per decision.
std::vector<Step> replay(const Scenario& scenario, const Play& play);

// Finds an open choice by the id an author wrote, or by one of its former ids. Null if not offered.
std::optional<ChoiceIndex> find_offered(const Scenario& scenario, const State& state, std::string_view id);

}  // namespace steadfast
