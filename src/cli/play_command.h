// `steadfast play FILE`: the conversation in the terminal, or scripted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "store/store.h"

namespace steadfast::cli {

struct PlayRequest {
  std::filesystem::path file;
  std::optional<std::vector<std::string>> choose;  // choice ids, instead of asking
  std::optional<std::uint64_t> seed;
  bool json = false;
  Mode mode = Mode::coach;

  // Scripted plays leave no trace.
  bool records() const { return !choose && !seed && !json; }
};

int play_command(const PlayRequest& request, const Terminal& terminal, const Surroundings& surroundings);

}  // namespace steadfast::cli
