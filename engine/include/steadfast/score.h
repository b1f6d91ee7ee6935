// Scoring, exactly: the quality of what the mentor said, never how the young person took it.
//
// Ratings 0 to 4 are neutral at 2. Gain of a choice in a dimension: weight * (rating - 2), counted in
// half-points. A = (X - L) / (U - L) where X is the sum of gains on the path and L and U the least and
// the most over all complete plays. Regret of a decision: V(s) - (gain + V(s')), V the best remaining
// composite gain; the regrets of a complete play add up to U - X.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "steadfast/outlook.h"
#include "steadfast/scenario.h"
#include "steadfast/session.h"

namespace steadfast {

enum class Band { not_practised, practise_again, growing, strong };
enum class Status { ready_to_discuss, practise_again, needs_debrief };

// One ledger of a play. All half-points; `achieved` is empty when U = L or the play is not complete.
struct Ledger {
  int gained = 0;                  // X
  int least = 0;                   // L
  int most = 0;                    // U
  double expected = 0;             // R
  std::optional<double> achieved;  // A, 0 to 1
  bool capped = false;             // by a serious error that was not repaired
  Band band = Band::not_practised;
};

struct ScoredDecision {
  Decision decision;
  int gain = 0;    // of the composite, half-points
  int regret = 0;  // >= 0
  int spread = 0;  // best minus least of gain + V(s') among what was offered
};

struct Score {
  std::vector<Ledger> dimensions;  // one per rubric dimension, in its order
  Ledger composite;
  std::vector<ScoredDecision> decisions;
  std::vector<std::uint32_t> critical_decisions;  // positions in `decisions`
  std::vector<std::uint32_t> serious_decisions;   // unrepaired ones
  std::vector<std::uint32_t> unmet_omissions;     // positions in Scenario::omissions; only when ended
  std::optional<EndingIndex> ending;              // empty: not reached, and then `status` is empty too
  std::optional<Status> status;
};

// Must hold: outlook.kind() is exact and belongs to `scenario`.
Score score_play(const Scenario& scenario, const Outlook& outlook, const Play& play);

// Gain of a choice in half-points.
int gain_in(const Scenario& scenario, ChoiceIndex choice, DimensionIndex dimension);
int composite_gain(const Scenario& scenario, ChoiceIndex choice);

// In words: 0-1 may_set_back, 2 neutral, 3-4 helped.
enum class Helpfulness { may_set_back, neutral, helped };
Helpfulness helpfulness(int level);

std::string_view to_string(Band band);      // "practise again"
std::string_view to_string(Status status);  // "ready to discuss"

}  // namespace steadfast
