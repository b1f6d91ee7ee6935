// What one recorded play finds, before it is told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "steadfast/diagnostic.h"
#include "steadfast/outlook.h"
#include "steadfast/scenario.h"

namespace steadfast {

struct PlayProblem {
  Diagnostic told;
  const RecordedPlay* play = nullptr;   // outlives this
  std::optional<ChoiceIndex> hangs_on;  // the answer whose condition is open or closed against expectation
};

// As check_play() of check.h.
std::vector<PlayProblem> find_play_problems(const Scenario& scenario, const Outlook& outlook,
                                            const std::string& file, const RecordedPlay& recorded);

}  // namespace steadfast
