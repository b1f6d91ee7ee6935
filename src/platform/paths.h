// Where things lie on this computer.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace steadfast {

// Looks up an environment variable; unset and empty both give nothing.
using Environment = std::function<std::optional<std::string>(const char* name)>;
Environment system_environment();

// The learner's record: STEADFAST_HOME, else XDG_DATA_HOME/steadfast, else ~/.local/share/steadfast.
// Relative values of XDG_DATA_HOME are ignored, as its specification asks. Empty only when none of these
// and no HOME is set.
std::optional<std::filesystem::path> data_folder(const Environment& environment);

// What the program reads at run time (`assets/`, `scenarios/`, `fonts/`): STEADFAST_SHARE, else
// ../share/steadfast beside the folder the program lies in. Empty when that folder does not exist.
std::optional<std::filesystem::path> share_folder(const Environment& environment);

}  // namespace steadfast
