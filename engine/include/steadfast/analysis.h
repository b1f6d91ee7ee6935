// What can be said about all plays of a scenario at once. docs/analysis.md explains each part for people.
//
// "At random" is always: each open choice is equally likely. Gains are in half-points. Ledgers are the
// rubric's dimensions in their order, and last the composite. What is empty was not looked at: it needs more
// than the limits allow, somebody stopped it, or the scenario cannot be scored.
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
  std::vector<ChoiceIndex> choices;  // of the random bot: some play that is ready, if one was found
  std::optional<Score> score;        // of deterministic bots
  double probability_ready = 0;      // of the random bot
  bool estimated = false;            // by sampling, because the paths exceed the budget
};

// --- Points ---------------------------------------------------------------------------------

struct PointChance {
  int gained = 0;
  double probability = 0;
};

// One ledger of the plays or arrivals spoken of.
struct Distribution {
  Range range;
  std::vector<PointChance>
      chances;  // ascending, every possible sum once; add up to 1; empty: over the limits
};

// --- Status ---------------------------------------------------------------------------------

struct StatusChance {
  double probability = 0;        // at random, of all plays
  std::optional<bool> possible;  // empty: not known
};

struct StatusChances {
  StatusChance ready_to_discuss;
  StatusChance practise_again;
  StatusChance needs_debrief;
  bool estimated = false;  // by random plays with a fixed seed, because the paths exceed the budget
};

// From which answer on a result is certain. Position k: the share of random plays of which it became certain
// with answer k; k = 0 is before the first one.
struct DecidedSteps {
  std::vector<double> status;  // the status can no longer change
  // Whether the points will be enough for "ready to discuss" can no longer change; criticals and omissions
  // left aside.
  std::vector<double> points;
  double points_in_first_half = 0;      // share of plays of which at least half was still to come then
  std::vector<ChoiceIndex> first_lost;  // a shortest play without a critical that can no longer be ready
};

// --- Ways -----------------------------------------------------------------------------------

struct EndingReach {
  EndingIndex ending;
  bool reachable = false;
  double probability = 0;                 // at random
  std::vector<ChoiceIndex> witness;       // a shortest way there
  bool is_witness_left_out = false;       // it is reachable, but all ways together would be too long to keep
  std::optional<StatusChances> statuses;  // of all plays: they add up to `probability`
  std::vector<Distribution> points;       // per ledger, of the plays that end here
};

struct NodeReach {
  NodeIndex node;
  bool reachable = false;
  std::vector<ChoiceIndex> witness;
  bool is_witness_left_out = false;   // as above
  std::optional<double> probability;  // that a random play comes by at least once
  double arrivals = 0;                // how often it does on average
  std::vector<Distribution> points;   // per ledger, over all arrivals
};

// A variant of what a node or a reply tells.
struct VariantReach {
  std::optional<NodeIndex> node;      // of a node's telling …
  std::optional<ChoiceIndex> choice;  // … or of a choice's reply
  std::uint32_t variant = 0;          // position in the telling
  bool shown = false;
};

// Over complete plays, from the first line to the reflection, each answer's feedback included.
struct Reading {
  double shortest_minutes = 0;
  double expected_minutes = 0;  // at random
  double longest_minutes = 0;
  std::vector<ChoiceIndex> shortest;
  std::vector<ChoiceIndex> longest;
  int longest_stretch = 0;              // words in a row without a decision
  std::vector<ChoiceIndex> to_stretch;  // the choices, the last of which they follow
  bool exact = false;                   // false: variants were not followed, so the outer ones are bounds
};

// --- Decisions ------------------------------------------------------------------------------

struct DecisionChoice {
  ChoiceIndex choice;
  int gain = 0;                             // of the composite
  std::uint32_t states_open = 0;            // in how many states of the node it is open
  std::uint32_t states_best = 0;            // … and loses nothing of the composite
  std::optional<ChoiceIndex> dominated_by;  // at least as good in every dimension wherever both are open
};

struct DecisionPoint {
  NodeIndex node;
  std::uint32_t states = 0;
  std::vector<DecisionChoice> choices;  // in the author's order, those ever open
  bool differs = false;                 // some two open choices differ in ratings or in what follows
};

// --- Practice -------------------------------------------------------------------------------

// How many decisions of a complete play offer a rating in the dimension.
struct Opportunities {
  int fewest = 0;
  int most = 0;
  double expected = 0;
  std::vector<ChoiceIndex> fewest_way;
};

// Plays with this many decisions: how likely, and what they gain of the composite.
struct LengthPoints {
  std::uint32_t decisions = 0;
  double probability = 0;
  int least = 0;
  int most = 0;
};

// --- Cues -----------------------------------------------------------------------------------

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

// --- All ------------------------------------------------------------------------------------

// `states` bounds each graph that is explored: that of the conversation, one for each omission gate, and one
// for chance with as many entries at most. The other policies have as many once more for all of them
// together, first come, first served. At most three graphs are in memory at a time.
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
  std::vector<Distribution> points;       // per ledger, of all plays
  std::optional<StatusChances> statuses;
  std::optional<DecidedSteps> decided;
  std::vector<BotResult> bots;
  std::vector<CueResult> cues;  // of an exact analysis
  std::vector<DecisionPoint> decisions;
  std::vector<Opportunities> opportunities;  // per dimension
  std::vector<LengthPoints> lengths;         // ascending
  std::optional<Reading> reading;
  std::vector<VariantReach> variants;  // empty when not all states could be looked at
  std::vector<NodeReach> nodes;
  std::vector<EndingReach> endings;
  std::vector<ChoiceIndex> unreachable_choices;
  // State-exact problems, each with choices that lead there. `file` as given to `analyze`.
  std::vector<Diagnostic> findings;
  std::optional<Outlook> outlook;  // what it was made from; set by `analyze`
};

// Comes to an end within the limits; earlier when the watch says so.
Analysis analyze(const Scenario& scenario, const std::string& file, AnalysisLimits limits = {},
                 Watch watch = {});

}  // namespace steadfast
