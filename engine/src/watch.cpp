#include "steadfast/watch.h"

namespace steadfast {

void Watch::begin(std::string_view part, std::size_t most) {
  if (is_stopped_) return;
  progress_.part = part;
  progress_.done = 0;
  progress_.most = most;
  progress_.is_sure = false;
  progress_.waiting = 0;
}

void Watch::begin_sure(std::string_view part, std::size_t steps) {
  begin(part, steps);
  if (!is_stopped_) progress_.is_sure = true;
}

void Watch::begin_policy(std::size_t policy, std::size_t policies) {
  if (is_stopped_) return;
  progress_.policy = policy;
  progress_.policies = policies;
}

bool Watch::look() {
  until_look_ = between_looks_;
  if (!is_stopped_ && look_ && !look_(progress_)) is_stopped_ = true;
  return !is_stopped_;
}

}  // namespace steadfast
