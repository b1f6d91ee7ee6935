// `steadfast analyze FILE`: what can be said about all plays at once, and what an edit changed.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "cli/command_line.h"

namespace steadfast::cli {

enum class AnalysisFormat { text, json };

struct AnalyzeRequest {
  std::filesystem::path file;
  std::optional<std::filesystem::path> old;  // the file as it was, to compare with
  AnalysisFormat format = AnalysisFormat::text;
  std::size_t budget = 1'000'000;  // states, at least 1
  bool is_quiet = false;           // no progress
};

// What `--help` says of the exit codes below.
inline constexpr const char* kAnalyzeExitCodes =
    "Exit codes: 0 no finding is an error; 1 a finding is one, or a file has errors and cannot be analysed;\n"
    "2 a file cannot be read, or the arguments are wrong; 130 stopped with Ctrl-C, what was known by then is "
    "shown.";

int analyze_command(const AnalyzeRequest& request, const Terminal& terminal,
                    const Surroundings& surroundings);

}  // namespace steadfast::cli
