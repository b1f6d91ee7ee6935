// What a scenario's own plays must lead to.
#pragma once

#include <string>
#include <vector>

#include "steadfast/diagnostic.h"
#include "steadfast/outlook.h"
#include "steadfast/scenario.h"

namespace steadfast {

// Plays every recorded play of the scenario and reports where one leads elsewhere than it says.
// `file` is how diagnostics call the scenario.
std::vector<Diagnostic> check_plays(const Scenario& scenario, const Outlook& outlook,
                                    const std::string& file);

// The same for one play, which may also come from elsewhere. Must hold: its dimensions are those of the
// rubric.
std::vector<Diagnostic> check_play(const Scenario& scenario, const Outlook& outlook, const std::string& file,
                                   const RecordedPlay& recorded);

}  // namespace steadfast
