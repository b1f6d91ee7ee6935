#include "platform/paths.h"

#include <cstdlib>
#include <system_error>

namespace steadfast {

namespace fs = std::filesystem;

Environment system_environment() {
  return [](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return std::string(value);
  };
}

std::optional<fs::path> data_folder(const Environment& environment) {
  if (const auto home = environment("STEADFAST_HOME")) return fs::path(*home);
  const auto data = environment("XDG_DATA_HOME");
  if (data && fs::path(*data).is_absolute()) return fs::path(*data) / "steadfast";
  if (const auto home = environment("HOME")) return fs::path(*home) / ".local/share/steadfast";
  return std::nullopt;
}

std::optional<fs::path> share_folder(const Environment& environment) {
  std::error_code error;
  fs::path folder;
  if (const auto share = environment("STEADFAST_SHARE")) {
    folder = *share;
  } else {
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return std::nullopt;
    folder = program.parent_path().parent_path() / "share/steadfast";
  }
  if (!fs::is_directory(folder, error)) return std::nullopt;
  return folder;
}

}  // namespace steadfast
