// A whole scenario as plain text, for people who review it: everything that their signature stands for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "steadfast/date.h"
#include "steadfast/scenario.h"

namespace steadfast::cli {

// `without_way_on`: ascending, the choices whose `next` means nothing. Conditions are told in words; what
// these words mean stands at the end.
std::string preview_text(const Scenario& scenario, const std::vector<ChoiceIndex>& without_way_on,
                         std::optional<Date> today);

}  // namespace steadfast::cli
