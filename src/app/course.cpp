#include "app/course.h"

#include <deque>
#include <utility>

#include "app/clock.h"
#include "view/update.h"

namespace steadfast {

Course::Course(std::shared_ptr<const Content> content, World world, std::int64_t now_ms)
    : world_(std::move(world)), effects_(world_.data_folder, content, world_.unix_milliseconds) {
  state_.content = std::move(content);
  state_.learner_alias = effects_.learner_alias();
  apply(effects_.load_records(), now_ms);
}

void Course::apply(const Intent& intent, std::int64_t now_ms) {
  std::deque<Intent> waiting{intent};
  while (!waiting.empty()) {
    state_.today = local_date(world_.unix_milliseconds());
    state_.next_seed = world_.fresh_seed();
    const Intent next = std::move(waiting.front());
    waiting.pop_front();
    for (const Effect& effect : update(state_, next, now_ms)) {
      if (auto answer = effects_.perform(effect)) waiting.push_back(std::move(*answer));
    }
  }
}

}  // namespace steadfast
