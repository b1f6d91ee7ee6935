// The state of the app and everything that follows from one intent.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <random>

#include "app/effects.h"
#include "view/app_state.h"
#include "view/intent.h"

namespace steadfast {

// What the app knows of the world; `screenshot` and the tests give their own.
struct World {
  std::optional<std::filesystem::path> data_folder;
  std::function<UnixMilliseconds()> unix_milliseconds;
  std::function<std::uint64_t()> fresh_seed;
};

class Course {
 public:
  // Loads the record, so that the library shows where the learner is.
  Course(std::shared_ptr<const Content> content, World world, std::int64_t now_ms);

  const AppState& state() const { return state_; }
  bool has_quit() const { return effects_.has_quit(); }

  // Updates the state, does the effects, and goes on with their answers until there are none.
  void apply(const Intent& intent, std::int64_t now_ms);

 private:
  World world_;
  Effects effects_;
  AppState state_;
};

}  // namespace steadfast
