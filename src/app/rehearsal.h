// Reaches any screen of the app without a person, by the same intents a person would cause.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/course.h"
#include "steadfast/result.h"
#include "steadfast/scenario.h"

namespace steadfast {

// The screens that can be reached, in the order a person meets them.
std::vector<std::string> rehearsed_screens();

// A course that stands at the named screen, recorded in `data_folder`. The answers come from the plays that
// the scenario itself carries. The error says why the screen cannot be reached.
// Must hold: `screen` is one of rehearsed_screens().
Result<std::unique_ptr<Course>> rehearse(std::string_view screen, std::shared_ptr<const Content> content,
                                         const std::filesystem::path& data_folder);

}  // namespace steadfast
