// What is told on the way: which variants are ever shown, and how long the reading takes.
#pragma once

#include <vector>

#include "analysis_findings.h"
#include "steadfast/analysis.h"

namespace steadfast {

// Silent reading of English prose: the mean over 190 studies in M. Brysbaert, "How many words do we read per
// minute? A review and meta-analysis of reading rate", Journal of Memory and Language 109 (2019) 104047.
inline constexpr double kWordsPerMinute = 238;
// Weighing up what to say. Our own assumption; docs/analysis.md says so.
inline constexpr double kSecondsPerDecision = 20;

// Words are what blanks separate.
int count_words(std::string_view text);

// Fills `variants` and `reading`. `elsewhere`: variants shown under other policies. Must hold: the outlook is
// exact.
void find_told(const AnalysisInput& input, const ReachElsewhere& elsewhere, Analysis& analysis);

// Which variants are shown, in the order of `Analysis::variants`; empty when there are too many states, or
// when it was stopped.
std::vector<bool> variants_shown(const Scenario& scenario, std::size_t limit, Watch& watch);

}  // namespace steadfast
