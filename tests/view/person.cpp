#include "view/person.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <type_traits>
#include <utility>

namespace steadfast::test {

namespace {

std::optional<Intent> answer_of_record(const Effect& effect, RecordBehaviour behaviour,
                                       std::int64_t& next_attempt) {
  return std::visit(
      [&](const auto& it) -> std::optional<Intent> {
        using It = std::decay_t<decltype(it)>;
        if constexpr (!std::is_same_v<It, Quit>) {
          if (behaviour == RecordBehaviour::keeps_silent) return std::nullopt;
          if (behaviour == RecordBehaviour::fails) return RecordFailed{it.request, "The disk is full."};
          if constexpr (std::is_same_v<It, StartAttempt>) return AttemptStarted{it.request, next_attempt++};
          if constexpr (std::is_same_v<It, RecordDecision>) return DecisionRecorded{it.request};
          if constexpr (std::is_same_v<It, FinishAttempt>) return AttemptFinished{it.request};
          if constexpr (std::is_same_v<It, SaveReflection>) return ReflectionSaved{it.request};
          if constexpr (std::is_same_v<It, SaveLookBack>) return LookBackSaved{it.request};
        }
        return std::nullopt;
      },
      effect);
}

}  // namespace

Person::Person(std::shared_ptr<const Content> content) {
  state.content = std::move(content);
  state.today = "2025-11-23";
  state.next_seed = 7;
}

std::vector<Effect> Person::does(const Intent& intent, std::int64_t waits_ms) {
  now_ms += waits_ms;
  std::vector<Effect> all;
  std::deque<Intent> waiting{intent};
  while (!waiting.empty()) {
    const Intent next = waiting.front();
    waiting.pop_front();
    for (Effect& effect : update(state, next, now_ms)) {
      if (auto answer = answer_of_record(effect, record, next_attempt)) waiting.push_back(std::move(*answer));
      all.push_back(std::move(effect));
    }
  }
  return all;
}

void Person::starts(PlayMode mode) {
  does(OpenBrief{"bench"});
  does(SetMode{mode});
  does(StartScenario{"bench"});
}

void Person::says(const std::vector<std::string>& choices) {
  for (std::size_t position = 0; position < choices.size(); ++position) {
    does(SayChoice{choices[position]});
    if (position + 1 < choices.size()) goes_on();
  }
}

void Person::goes_on() {
  if (state.screen != Screen::feedback) return;
  if (state.sitting->kind_first) does(LookAtImpact{});
  does(ContinueAfterFeedback{});
}

void Person::plays(const std::vector<std::string>& choices, PlayMode mode) {
  starts(mode);
  says(choices);
  goes_on();
  if (state.screen == Screen::conversation) does(GoToDebrief{});
}

DebriefView Person::debrief_at(DebriefStep step) {
  does(GoToStep{step});
  return debrief();
}

CardView Person::card() const {
  return make_library_view(state).groups.front().cards.front();
}

bool says_text(const std::vector<Bubble>& bubbles, const std::string& text) {
  return std::any_of(bubbles.begin(), bubbles.end(),
                     [&text](const Bubble& bubble) { return bubble.text == text; });
}

const Action* action_called(const std::vector<Action>& actions, const std::string& label) {
  const auto found = std::find_if(actions.begin(), actions.end(),
                                  [&label](const Action& action) { return action.label == label; });
  return found == actions.end() ? nullptr : &*found;
}

}  // namespace steadfast::test
