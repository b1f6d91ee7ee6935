// Everything the app reads once at its start.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "steadfast/result.h"
#include "view/app_state.h"

namespace steadfast {

// Loads the rulebook, the care page, and every scenario with its scene. A scenario that cannot be loaded
// becomes an entry that says why; only a missing share folder or rulebook is an error.
Result<std::shared_ptr<const Content>> load_content(const std::optional<std::filesystem::path>& share);

}  // namespace steadfast
