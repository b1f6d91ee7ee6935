// Why a choice that somebody names cannot be taken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "steadfast/scenario.h"
#include "steadfast/session.h"

namespace steadfast {

struct NotOffered {
  enum class Why { ended, stuck, unknown, elsewhere, closed, used };
  Why why = Why::unknown;
  std::string place;               // the node where the play is, or the ending it has reached
  std::string home;                // for elsewhere: the node that the choice belongs to
  std::vector<std::string> parts;  // for closed: what does not hold
};

// Must hold: find_offered(scenario, state, id) finds nothing.
NotOffered why_not_offered(const Scenario& scenario, const State& state, std::string_view id);

// "but it is closed, because `trust >= 40` does not hold"; empty for ended and stuck.
std::string told_why(const NotOffered& not_offered);

}  // namespace steadfast
