// Strategies that do not read the text. None of them may pass a conversation.
#pragma once

#include <vector>

#include "analysis_status.h"
#include "steadfast/analysis.h"

namespace steadfast {

// The share of plays at random that may be ready to discuss.
inline constexpr double kMostReadyByChance = 0.05;

// The six that follow a rule, in the order of `Bot`; without the last ones when the watch stops it. Must
// hold: outlook.kind() is exact.
std::vector<BotResult> run_bots(const Scenario& scenario, const Outlook& outlook, Watch& watch);

// The seventh chooses at random.
BotResult random_bot(const StatusResult& statuses);

}  // namespace steadfast
