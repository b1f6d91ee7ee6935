// Pictures of the real screens, made without a person.
#pragma once

#include <filesystem>

#include "cli/command_line.h"
#include "steadfast/result.h"

namespace steadfast {

// Writes one PNG per screen into `request.out`. Everything is recorded in a temporary folder, so the
// learner's own record is neither read nor changed. The error is a sentence.
Outcome take_screenshots(const std::filesystem::path& share, const ScreenshotRequest& request);

}  // namespace steadfast
