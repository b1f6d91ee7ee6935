// `steadfast …`: text in, text out, exit codes.
//   play, check, explain, watch, new, preview and analyze run here; no subcommand and `screenshot` are asked
//   of the app.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace steadfast {

// Everything is done; leave with this code: 0 done, 1 problems or an error, 2 wrong usage.
struct ExitCode {
  int value = 0;
};

// Open the window.
struct WindowRequest {
  std::vector<std::filesystem::path> scenarios;  // further folders to show scenarios from
};

// `steadfast screenshot SCREEN… --out DIR [--size 1280x800]`. An empty list means every screen; the app
// knows their names and says so when one is unknown.
struct ScreenshotRequest {
  std::vector<std::string> screens;
  std::filesystem::path out;
  int width = 1280;
  int height = 800;
};

using CommandLineResult = std::variant<ExitCode, WindowRequest, ScreenshotRequest>;

struct Terminal {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

// What the command line knows of the world; tests give their own.
struct Surroundings {
  std::string version;                                // "0.1.0"
  std::optional<std::filesystem::path> share_folder;  // paths.h
  std::optional<std::filesystem::path> data_folder;   // paths.h
  std::function<std::int64_t()> unix_milliseconds;    // now
  std::function<std::uint64_t()> fresh_seed;          // for the order in which choices are shown
  bool person_is_typing = false;                      // input is a terminal, not a pipe
  std::function<bool()> wait_a_moment;                // `watch` waits so; false ends the waiting
};

// The real ones.
Surroundings system_surroundings(std::string version);

// `arguments` without the program's name.
CommandLineResult run_command_line(std::span<const std::string> arguments, const Terminal& terminal,
                                   const Surroundings& surroundings);

}  // namespace steadfast
