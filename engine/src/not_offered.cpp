#include "not_offered.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "expression_parts.h"

namespace steadfast {
namespace {

// By the id it has now before any that it had.
const Choice* find_choice(const Scenario& scenario, std::string_view id) {
  const auto named = std::find_if(scenario.choices.begin(), scenario.choices.end(),
                                  [&](const Choice& choice) { return choice.id.text == id; });
  if (named != scenario.choices.end()) return &*named;
  const auto formerly =
      std::find_if(scenario.choices.begin(), scenario.choices.end(), [&](const Choice& choice) {
        return std::any_of(choice.was.begin(), choice.was.end(),
                           [&](const ChoiceId& was) { return was.text == id; });
      });
  return formerly != scenario.choices.end() ? &*formerly : nullptr;
}

}  // namespace

NotOffered why_not_offered(const Scenario& scenario, const State& state, std::string_view id) {
  if (state.phase == Phase::ended) {
    return {NotOffered::Why::ended, scenario.at(state.ending).id.text, {}, {}};
  }
  NotOffered reason{NotOffered::Why::unknown, scenario.at(state.node).id.text, {}, {}};
  const Choice* choice = find_choice(scenario, id);
  if (state.phase == Phase::stuck) {
    reason.why = NotOffered::Why::stuck;
  } else if (choice != nullptr && choice->node != state.node) {
    reason.why = NotOffered::Why::elsewhere;
    reason.home = scenario.at(choice->node).id.text;
  } else if (choice != nullptr) {
    reason.parts = why_false_by_name(choice->when, scenario.variables, state.values,
                                     scenario.rulebook->model.conditions);
    reason.why = reason.parts.empty() ? NotOffered::Why::used : NotOffered::Why::closed;
  }
  return reason;
}

std::string told_why(const NotOffered& not_offered) {
  switch (not_offered.why) {
    case NotOffered::Why::unknown:
      return "and no choice is called that";
    case NotOffered::Why::elsewhere:
      return fmt::format("but that choice belongs to `{}`", not_offered.home);
    case NotOffered::Why::closed:
      return fmt::format("but it is closed, because `{}` {} not hold", fmt::join(not_offered.parts, "`, `"),
                         not_offered.parts.size() == 1 ? "does" : "do");
    case NotOffered::Why::used:
      return "but it was said before and can be said once";
    case NotOffered::Why::ended:
    case NotOffered::Why::stuck:
      break;
  }
  return {};
}

}  // namespace steadfast
