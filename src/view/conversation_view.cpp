#include "view/conversation_view.h"

#include <algorithm>

#include <fmt/format.h>

#include "view/playing.h"
#include "view/text.h"

namespace steadfast {

namespace {

std::vector<ChoiceView> make_choices(const Scenario& scenario, const Sitting& sitting) {
  const State& state = sitting.play.state;
  const std::vector<ClosedChoice> closed = shown_closed(scenario, state);
  std::vector<ChoiceView> views;
  int number = 0;
  for (const ChoiceIndex index : display_order(scenario, state.node, sitting.play.seed)) {
    const Choice& choice = scenario.at(index);
    const std::string& id = choice.id.text;
    if (is_open(scenario, state, index)) {
      views.push_back(
          {++number, choice.say, sitting.selected == id, true, "", SelectChoice{id}, SayChoice{id}});
      continue;
    }
    const auto reason = std::find_if(closed.begin(), closed.end(), [index](const ClosedChoice& candidate) {
      return candidate.choice == index;
    });
    if (reason == closed.end()) continue;
    views.push_back(
        {0, choice.say, false, false, std::string(reason->because), SelectChoice{id}, SayChoice{id}});
  }
  return views;
}

TroubleView make_trouble(const Sitting& sitting) {
  TroubleView view;
  view.sentence = sitting.trouble + (sitting.pending ? " Your answer is not saved yet."
                                                     : " This conversation could not be saved.");
  view.actions = {{"Try to save again", "", RetryRecord{}, true},
                  {"Go on without saving", "You can practise as usual; this computer keeps no record of it.",
                   GoOnUnrecorded{}, true},
                  {"Leave", "", Leave{}, true}};
  return view;
}

void add_answering(const Scenario& scenario, const Sitting& sitting, ConversationView& view) {
  view.prompt = "What do you say?";
  view.choices = make_choices(scenario, sitting);
  const auto open = std::count_if(view.choices.begin(), view.choices.end(),
                                  [](const ChoiceView& choice) { return choice.enabled; });
  view.say = {"Say this", sitting.selected.empty() ? "Select an answer first." : "",
              SayChoice{sitting.selected}, !sitting.selected.empty()};
  view.keys_hint = open > 1 ? fmt::format("Click an answer or press 1–{}, then Say this or Enter.", open)
                            : "Click the answer or press 1, then Say this or Enter.";
  view.untimed = "Nothing here is timed.";
}

}  // namespace

ConversationView make_conversation_view(const AppState& state) {
  const Sitting& sitting = *state.sitting;
  const ScenarioEntry& entry = state.content->scenarios[sitting.entry];
  const Scenario& scenario = *entry.scenario;
  Told told = tell(scenario, sitting.play);

  ConversationView view;
  view.key = fmt::format("conversation:{}:{}", scenario.id, sitting.play.decisions.size());
  view.bar = {scenario.title, place_in(sitting, MomentAt::next), state.learner_alias,
              Action{"Leave", "Your place is kept.", Leave{}, true}, need_a_moment_action()};
  if (sitting.recording == Recording::unrecorded)
    view.bar.leave->hint = "Your latest answers are not being saved.";
  view.draft_line = draft_line(scenario, state.today);
  view.practice_line = practice_line(sitting);
  view.note = note_of(sitting);
  if (!state.picture_hidden) view.scene = make_scene_view(entry, sitting.play.state, told.last);
  if (entry.scene) {
    view.picture_toggle = {state.picture_hidden ? "Show picture" : "Hide picture", "",
                           HidePicture{!state.picture_hidden}, true};
  }
  view.person = fmt::format("{}, {}", scenario.mentee.name, scenario.mentee.age);
  if (!told.last.mood.empty()) view.seems = "seems " + told.last.mood;
  view.sign = told.last.sign;
  view.setting = scenario.setting;
  // With the coach, her reply was on the sheet before.
  view.newest = sitting.mode == PlayMode::coach ? told.before_next : told.before_reply;
  view.transcript = std::move(told.bubbles);
  if (sitting.pending) {
    view.transcript.push_back(bubble_of_choice(scenario.at(sitting.pending->choice)));
    view.newest = view.transcript.size();
  }

  if (!sitting.trouble.empty()) {
    view.trouble = make_trouble(sitting);
  } else if (sitting.pending) {
    view.waiting = "Keeping your answer…";
  } else if (sitting.play.state.phase == Phase::deciding) {
    add_answering(scenario, sitting, view);
    if (sitting.recording == Recording::starting) view.waiting = "Getting ready…";
  } else {
    view.go_on = Action{"Look back on the conversation", "", GoToDebrief{}, true};
  }
  return view;
}

}  // namespace steadfast
