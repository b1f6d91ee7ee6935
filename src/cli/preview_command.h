// `steadfast preview FILE`: a whole scenario as plain text, for people who review it.
#pragma once

#include <filesystem>

#include "cli/command_line.h"

namespace steadfast::cli {

// Shows what could be read also while the scenario has problems. 0 shown, 1 shown with its problems on
// standard error, 2 nothing could be read.
int preview_command(const std::filesystem::path& file, const Terminal& terminal,
                    const Surroundings& surroundings);

}  // namespace steadfast::cli
