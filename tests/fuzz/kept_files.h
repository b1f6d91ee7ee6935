// Files of the project that targets need: read once, named by their last part alone.
#pragma once

#include <memory>
#include <string>

#include "steadfast/load.h"

namespace steadfast::fuzz {

// `path` is below the project's folder. Ends the program when the file cannot be read.
Source kept_file(const std::string& path);

// The small rulebook of tests/data/rulebook with its policy.
std::shared_ptr<const Rulebook> small_rulebook();

}  // namespace steadfast::fuzz
