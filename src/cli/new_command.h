// `steadfast new ID --theme THEME [--in FOLDER]`: a small, complete scenario to start from.
#pragma once

#include <filesystem>
#include <string>

#include "cli/command_line.h"

namespace steadfast::cli {

struct NewRequest {
  std::string id;
  std::string theme;  // one that does not exist is refused with all that do
  std::filesystem::path folder = ".";
};

// Writes FOLDER/ID.yaml, never over a file that is there. 0 written, 2 not.
int new_command(const NewRequest& request, const Terminal& terminal, const Surroundings& surroundings);

}  // namespace steadfast::cli
