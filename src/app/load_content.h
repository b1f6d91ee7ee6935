// Everything the app reads once at its start.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "steadfast/result.h"
#include "view/app_state.h"

namespace steadfast {

// Where content lies.
struct ContentFolders {
  std::optional<std::filesystem::path> share = std::nullopt;
  // The person's own folder: `scenarios/` and `policy.yaml` in it belong to the content, where they exist.
  std::optional<std::filesystem::path> data = std::nullopt;
  std::vector<std::filesystem::path> scenarios = {};  // further folders with scenarios, which must exist
};

// Loads the rulebook, the care page, and every scenario with its scene. A scenario that cannot be loaded
// becomes an entry that says why; only a missing share folder, rulebook or further folder is an error.
Result<std::shared_ptr<const Content>> load_content(const ContentFolders& folders);

}  // namespace steadfast
