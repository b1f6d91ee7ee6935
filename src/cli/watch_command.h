// `steadfast watch PATH…`: `check` again after every save, until it is stopped.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/command_line.h"

namespace steadfast::cli {

// 0 stopped by `Surroundings::wait_a_moment`, 1 the rulebook could not be read. Ctrl-C ends the program.
int watch_command(const std::vector<std::filesystem::path>& paths, const Terminal& terminal,
                  const Surroundings& surroundings);

}  // namespace steadfast::cli
