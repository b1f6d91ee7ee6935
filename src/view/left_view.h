// The neutral page after leaving.
#pragma once

#include <string>
#include <vector>

#include "view/app_state.h"
#include "view/parts.h"

namespace steadfast {

struct LeftView {
  std::string key;
  std::string heading;
  std::string sentence;
  std::string notice;           // what could not be saved; usually empty
  std::vector<Action> actions;  // Back to practice, Close Steadfast
};

LeftView make_left_view(const AppState& state);

}  // namespace steadfast
