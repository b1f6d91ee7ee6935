// Wires everything together: the command line, the window, and pictures of the window.
#include <fmt/core.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/desktop.h"
#include "app/screenshot.h"
#include "cli/command_line.h"

namespace {

using namespace steadfast;

constexpr const char* kNoShare =
    "Steadfast did not find its scenarios and pictures: they belong in ../share/steadfast beside the folder "
    "of "
    "the program, or where STEADFAST_SHARE points.";

int report(const Outcome& outcome) {
  if (outcome) return EXIT_SUCCESS;
  fmt::print(stderr, "{}\n", outcome.error().message);
  return EXIT_FAILURE;
}

int run(const std::vector<std::string>& arguments) {
  Surroundings surroundings = system_surroundings(STEADFAST_VERSION);
  const CommandLineResult asked =
      run_command_line(arguments, {.in = std::cin, .out = std::cout, .err = std::cerr}, surroundings);
  if (const auto* done = std::get_if<ExitCode>(&asked)) {
    if (std::cout.flush()) return done->value;
    return report(
        Error{"What was to be shown could not be written: the output is closed or its disk is full."});
  }
  if (!surroundings.share_folder) return report(Error{kNoShare});
  if (const auto* request = std::get_if<ScreenshotRequest>(&asked)) {
    return report(take_screenshots(*surroundings.share_folder, *request));
  }
  return report(run_desktop(*surroundings.share_folder,
                            {.data_folder = surroundings.data_folder,
                             .unix_milliseconds = surroundings.unix_milliseconds,
                             .fresh_seed = surroundings.fresh_seed},
                            std::get<WindowRequest>(asked).scenarios));
}

}  // namespace

int main(int argument_count, char** arguments) {
  try {
    return run({arguments + 1, arguments + argument_count});
  } catch (const std::exception& problem) {
    fmt::print(stderr, "Steadfast had to stop: {}. What you answered is kept.\n", problem.what());
    return EXIT_FAILURE;
  }
}
