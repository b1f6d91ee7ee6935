// Step three: at most three moments. Think first, then the coach's view, then once more from there.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "view/debrief_parts.h"
#include "view/looking_back.h"
#include "view/text.h"

namespace steadfast {

namespace {

std::vector<CoachPart> coach_of(const Mentee& mentee, const Feedback& feedback) {
  std::vector<CoachPart> parts;
  const auto add = [&parts](std::string heading, const std::string& words) {
    if (!words.empty()) parts.push_back({std::move(heading), words});
  };
  add(fmt::format("What {} may have heard", mentee.name), feedback.heard);
  add("Why it matters", feedback.why);
  add("What helps", feedback.instead);
  return parts;
}

void fill_answer(const Scenario& scenario, const Choice& choice, const LookBackMoment& moment,
                 MomentView& view) {
  const std::string subject = subject_of(scenario.mentee);
  view.label = fmt::format("Moment {}", moment.decision + 1);
  view.mark = mark_of_choice(choice);
  view.said = in_quotes(choice.say);
  view.think_first = moment.why == LookBackMoment::Why::strength
                         ? fmt::format("Before you read on: what do you think {} heard?", subject)
                         : fmt::format("Before you read on: what were you hoping {} would hear?", subject);
  if (choice.critical) {
    const CriticalError& error = scenario.rulebook->rubric.critical_errors[choice.critical->value];
    view.safety_line =
        fmt::format("This touches a safety line: {} {}", as_sentence(error.name), as_sentence(error.why));
  }
  if (view.coach_shown) view.coach = coach_of(scenario.mentee, choice.feedback);
}

void fill_omission(const Scenario& scenario, const OmissionGate& gate, MomentView& view) {
  view.label = "Not said";
  view.mark = mark_of(Helpfulness::may_set_back);
  view.said = gate.name;
  view.think_first = "Before you read on: where in the conversation could you have said this?";
  view.safety_line = "This had to be said by the end of this conversation.";
  if (view.coach_shown) view.coach = coach_of(scenario.mentee, gate.feedback);
}

MomentView make_moment(const AppState& state, const LookBackMoment& moment, std::uint32_t number) {
  const Sitting& sitting = *state.sitting;
  const Scenario& scenario = *state.content->scenarios[sitting.entry].scenario;
  const std::vector<std::uint32_t>& open = sitting.debrief->coach_views;
  MomentView view;
  view.coach_shown = std::find(open.begin(), open.end(), number) != open.end();
  view.show_coach = {"Show the coach's view", "", ShowCoachView{number}, !view.coach_shown};
  if (moment.why == LookBackMoment::Why::omission) {
    fill_omission(scenario, scenario.omissions[moment.omission], view);
  } else {
    fill_answer(scenario, scenario.at(sitting.play.decisions[moment.decision].choice), moment, view);
    if (sitting.attempt) {
      const std::string day = practised_again_on(state.records, *sitting.attempt, moment.decision);
      if (!day.empty()) view.practised = fmt::format("Practised again on {}.", day);
    }
  }
  // Thinking and the coach's view come first; the way back into the moment comes after.
  if (moment.can_replay && view.coach_shown)
    view.replay = Action{"Replay from here", "", ReplayFrom{moment.decision}, true};
  return view;
}

std::string more_to_talk_about(const Scenario& scenario, const std::vector<LookBackMoment>& left_over) {
  std::vector<std::string> names;
  for (const LookBackMoment& moment : left_over) {
    names.push_back(moment.why == LookBackMoment::Why::omission
                        ? in_quotes(scenario.omissions[moment.omission].name)
                        : fmt::format("moment {}", moment.decision + 1));
  }
  return names.empty() ? "" : "Also to talk through with your trainer: " + joined_with_and(names) + ".";
}

}  // namespace

MomentsView make_moments(const AppState& state) {
  const Sitting& sitting = *state.sitting;
  const ScenarioEntry& entry = state.content->scenarios[sitting.entry];
  const LookBackMoments picked = pick_moments(entry, sitting);
  MomentsView view;
  view.lead = picked.moments.empty() ? "No single moment stands out in this conversation."
                                     : "Think first, then open the coach's view.";
  for (std::uint32_t number = 0; number < picked.moments.size(); ++number) {
    view.moments.push_back(make_moment(state, picked.moments[number], number));
  }
  view.more = more_to_talk_about(*entry.scenario, picked.left_over);
  const bool can_replay = std::any_of(picked.moments.begin(), picked.moments.end(),
                                      [](const LookBackMoment& moment) { return moment.can_replay; });
  if (can_replay)
    view.replay_line = "A replay is practice, not a penalty. Your first answers stay in your record.";
  return view;
}

}  // namespace steadfast
