// An analysis for people and for scripts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "steadfast/analysis.h"
#include "steadfast/date.h"

namespace steadfast::cli {

// The summary first, then findings, ranges, chance level, bots, reachability. `source` is the file's text.
std::string analysis_as_text(const Scenario& scenario, const Analysis& analysis, std::string_view source,
                             std::optional<Date> today);

// One object; its key `version` grows when a key changes its meaning.
nlohmann::ordered_json analysis_as_json(const Scenario& scenario, const Analysis& analysis);

}  // namespace steadfast::cli
