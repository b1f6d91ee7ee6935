// Strategies that do not read the text. None of them may pass a conversation.
#pragma once

#include <vector>

#include "steadfast/analysis.h"

namespace steadfast {

// All seven, in the order of `Bot`. Must hold: outlook.kind() is exact.
std::vector<BotResult> run_bots(const Scenario& scenario, const Outlook& outlook,
                                const AnalysisLimits& limits);

struct ReadyChance {
  double probability = 0;
  bool estimated = false;
};

// How likely it is to be "ready to discuss" when each open choice is equally likely: exact by carrying
// the gains along through the graph of states; by sampling when that needs more than `limits.states`.
ReadyChance ready_chance(const Scenario& scenario, const Outlook& outlook, const AnalysisLimits& limits);

}  // namespace steadfast
