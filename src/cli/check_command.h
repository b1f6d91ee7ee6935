// `steadfast check PATH…`: every problem of every file in one run.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/command_line.h"

namespace steadfast::cli {

// 0 clean (warnings alone are clean), 1 problems, 2 something could not be read.
int check_command(const std::vector<std::filesystem::path>& paths, const Terminal& terminal,
                  const Surroundings& surroundings);

}  // namespace steadfast::cli
