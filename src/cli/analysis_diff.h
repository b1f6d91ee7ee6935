// What an edit changed, for people and for scripts.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "steadfast/analysis_diff.h"

namespace steadfast::cli {

// Plain lines that end in '\n'. `old_file` is how the old file was named.
std::string diff_as_text(const AnalysisDiff& diff, std::string_view old_file);

// One object; its key `version` grows when a key changes its meaning.
nlohmann::ordered_json diff_as_json(const AnalysisDiff& diff);

}  // namespace steadfast::cli
