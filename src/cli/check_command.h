// `steadfast check PATH… [--format text|json|sarif] [--release]`: every problem of every file in one run.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/command_line.h"

namespace steadfast::cli {

enum class CheckFormat { text, json, sarif };

struct CheckRequest {
  std::vector<std::filesystem::path> paths;
  CheckFormat format = CheckFormat::text;
  bool is_for_release = false;  // signatures that are missing, expired or void are errors
};

// 0 clean (warnings alone are clean), 1 problems, 2 something could not be read.
int check_command(const CheckRequest& request, const Terminal& terminal, const Surroundings& surroundings);

}  // namespace steadfast::cli
