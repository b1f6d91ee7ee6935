// How likely a random play comes by each node at least once.
#pragma once

#include <vector>

#include "analysis_findings.h"
#include "steadfast/analysis.h"

namespace steadfast {

// Fills `probability` from `arrivals`; leaves it empty where nodes can be returned to in more states than
// the limits allow. Must hold: the outlook is exact.
void add_visits(const AnalysisInput& input, std::vector<NodeReach>& nodes);

}  // namespace steadfast
