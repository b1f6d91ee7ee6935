// Strategies that do not read the text. None of them may pass a conversation.
#pragma once

#include <vector>

#include "steadfast/analysis.h"

namespace steadfast {

// All seven, in the order of `Bot`; without the last ones when the watch stops it. Must hold: outlook.kind()
// is exact.
std::vector<BotResult> run_bots(const Scenario& scenario, const Outlook& outlook,
                                const AnalysisLimits& limits, Watch& watch);

struct ReadyChance {
  double probability = 0;
  bool estimated = false;
};

// How likely it is to be "ready to discuss" when each open choice is equally likely: exact by carrying
// the gains along through the graph of states; by sampling when that needs more than `limits.states`. Means
// nothing when the watch stops it.
ReadyChance ready_chance(const Scenario& scenario, const Outlook& outlook, const AnalysisLimits& limits,
                         Watch& watch);

}  // namespace steadfast
