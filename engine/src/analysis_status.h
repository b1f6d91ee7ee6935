// How likely each status is when every open choice is equally likely, and when it is decided.
#pragma once

#include <optional>
#include <vector>

#include "analysis_findings.h"
#include "status_entries.h"
#include "steadfast/analysis.h"

namespace steadfast {

struct StatusResult {
  StatusChances all;
  std::vector<StatusChances> endings;   // of all plays: probabilities add up to that of the ending
  std::optional<DecidedSteps> decided;  // empty: over the limits
  std::vector<ChoiceIndex> ready_play;  // one that is ready to discuss, when one was found
};

// Exact by carrying the gains along through the graph of states; by plays with a fixed seed when that needs
// more than `limits.states`. Means nothing when the watch stops it. Must hold: the outlook is exact.
StatusResult find_statuses(const AnalysisInput& input);

// Must hold: `entries` is complete and belongs to the graph. Empty when it would need too much work.
std::optional<DecidedSteps> find_decided_steps(const Scenario& scenario, const StateGraph& graph,
                                               const StatusEntries& entries, std::size_t limit, Watch& watch);

// Estimates by `limits.sampled_plays` random plays.
StatusResult sample_statuses(const Scenario& scenario, const std::vector<PointsNeed>& needs,
                             const AnalysisLimits& limits, Watch& watch);

}  // namespace steadfast
