// The window that people use.
#pragma once

#include <filesystem>
#include <vector>

#include "app/course.h"
#include "steadfast/result.h"

namespace steadfast {

// Opens the window and returns when it was closed. The error is a sentence: no display, no fonts.
// When the environment variable STEADFAST_SEMANTICS_LOG names a file, the words on the screen are written
// there each time the screen comes to rest (semantics_log.h): a debugging aid, and what tests read.
// STEADFAST_FRAME_LOG likewise gets the time of each presented frame, in nanoseconds of the steady clock.
Outcome run_desktop(const std::filesystem::path& share, World world,
                    const std::vector<std::filesystem::path>& scenarios);

}  // namespace steadfast
