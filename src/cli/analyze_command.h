// `steadfast analyze FILE [--json]`: what can be said about all plays at once.
#pragma once

#include <filesystem>

#include "cli/command_line.h"

namespace steadfast::cli {

enum class AnalysisFormat { text, json };

// 0 no finding is an error, 1 some is (or the file has errors), 2 the file could not be read.
int analyze_command(const std::filesystem::path& file, AnalysisFormat format, const Terminal& terminal,
                    const Surroundings& surroundings);

}  // namespace steadfast::cli
