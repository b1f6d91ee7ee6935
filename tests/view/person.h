// Somebody who uses the app, and a record that does as it is told.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "view/bench_scenario.h"
#include "view/screen_view.h"
#include "view/update.h"

namespace steadfast::test {

enum class RecordBehaviour { answers, fails, keeps_silent };

class Person {
 public:
  explicit Person(std::shared_ptr<const Content> content = bench_content());

  // Some time passes, then the intent, then whatever the record answers.
  std::vector<Effect> does(const Intent& intent, std::int64_t waits_ms = 1000);

  void starts(PlayMode mode = PlayMode::coach);
  // Says these choices; in coach mode, continues after each but the last.
  void says(const std::vector<std::string>& choices);
  // From the feedback sheet, if there is one.
  void goes_on();
  // From the library to the debrief.
  void plays(const std::vector<std::string>& choices, PlayMode mode = PlayMode::straight_on);

  ConversationView conversation() const { return make_conversation_view(state); }
  FeedbackView feedback() const { return make_feedback_view(state); }
  DebriefView debrief() const { return make_debrief_view(state); }
  DebriefView debrief_at(DebriefStep step);
  CardView card() const;  // of the first scenario

  AppState state;
  std::int64_t now_ms = 0;
  RecordBehaviour record = RecordBehaviour::answers;
  std::int64_t next_attempt = 1;
};

template <class Wanted>
std::vector<Wanted> only(const std::vector<Effect>& effects) {
  std::vector<Wanted> found;
  for (const Effect& effect : effects) {
    if (const auto* it = std::get_if<Wanted>(&effect)) found.push_back(*it);
  }
  return found;
}

bool says_text(const std::vector<Bubble>& bubbles, const std::string& text);
// Null when there is none.
const Action* action_called(const std::vector<Action>& actions, const std::string& label);

}  // namespace steadfast::test
