#include "view/update.h"

#include <algorithm>

#include <fmt/format.h>

#include "view/turn.h"

namespace steadfast {

bool is_too_soon(const Turn& turn) {
  return turn.now_ms - turn.state.shown_at_ms < turn.state.guard_ms;
}

void show(Turn& turn, Screen screen) {
  turn.state.screen = screen;
  turn.state.shown_at_ms = turn.now_ms;
}

void show_in_sitting(Turn& turn, Screen screen) {
  turn.state.sitting->screen = screen;
  if (turn.state.screen != Screen::pause && turn.state.screen != Screen::left) show(turn, screen);
}

std::uint64_t new_request(Turn& turn) {
  return turn.state.next_request++;
}

const ScenarioEntry* find_entry(const AppState& state, std::string_view scenario) {
  for (const ScenarioEntry& entry : state.content->scenarios) {
    if (entry.scenario && entry.scenario->id == scenario) return &entry;
  }
  return nullptr;
}

AttemptRecord* find_record(AppState& state, std::int64_t attempt) {
  const auto found =
      std::find_if(state.records.begin(), state.records.end(),
                   [attempt](const AttemptRecord& record) { return record.attempt == attempt; });
  return found == state.records.end() ? nullptr : &*found;
}

namespace {

template <class... Handlers>
struct overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
overloaded(Handlers...) -> overloaded<Handlers...>;

bool is_of_sitting(Screen screen) {
  return screen == Screen::conversation || screen == Screen::feedback || screen == Screen::debrief;
}

void go_to_library(Turn& turn) {
  // What could not be kept on the way out is still worth knowing here.
  if (turn.state.screen != Screen::left) turn.state.notice.clear();
  show(turn, Screen::library);
}

void open_brief(Turn& turn, const OpenBrief& intent) {
  const ScenarioEntry* entry = find_entry(turn.state, intent.scenario);
  if (entry == nullptr || is_too_soon(turn)) return;
  const auto position = static_cast<std::size_t>(entry - turn.state.content->scenarios.data());
  turn.state.brief = {position, turn.state.brief.mode, false};
  turn.state.notice.clear();
  show(turn, Screen::brief);
}

void choose_another(Turn& turn) {
  if (turn.state.screen != Screen::brief || is_too_soon(turn)) return;
  const Scenario& scenario = *turn.state.content->scenarios[turn.state.brief.entry].scenario;
  go_to_library(turn);
  if (!scenario.alternative.empty()) {
    turn.state.notice = "That is fine. For the same goal another way: " + scenario.alternative;
  }
}

void not_now(Turn& turn) {
  if (turn.state.screen != Screen::brief) return;
  turn.state.left = {LeftFrom::brief, "Another time, then. Nothing was started, and nothing is counted."};
  show(turn, Screen::left);
}

void need_a_moment(Turn& turn) {
  if (turn.state.screen == Screen::pause || turn.state.screen == Screen::left) return;
  turn.state.pause = {turn.state.screen, "", false, false};
  show(turn, Screen::pause);
}

void keep_going(Turn& turn) {
  if (turn.state.screen != Screen::pause) return;
  const Screen back_to = turn.state.pause.back_to;
  turn.state.pause = {};
  // What was waiting for the record may have arrived meanwhile.
  show(turn, is_of_sitting(back_to) ? turn.state.sitting->screen : back_to);
}

void open_grounding(Turn& turn, const OpenGrounding& intent) {
  if (turn.state.screen != Screen::pause || !turn.state.content->care) return;
  const auto& exercises = turn.state.content->care->exercises;
  if (std::any_of(exercises.begin(), exercises.end(),
                  [&intent](const GroundingExercise& exercise) { return exercise.id == intent.exercise; })) {
    turn.state.pause.grounding = intent.exercise;
  }
}

void escape(Turn& turn) {
  PauseState& pause = turn.state.pause;
  switch (turn.state.screen) {
    case Screen::library:
      return;
    case Screen::brief:
    case Screen::left:
      return go_to_library(turn);
    case Screen::conversation:
    case Screen::feedback:
    case Screen::debrief:
      return need_a_moment(turn);
    case Screen::pause:
      if (!pause.grounding.empty()) {
        pause.grounding.clear();
      } else if (pause.reads_back || pause.shows_contacts) {
        pause.reads_back = false;
        pause.shows_contacts = false;
      } else {
        keep_going(turn);
      }
  }
}

// The debrief that is on the screen; null elsewhere.
DebriefState* open_debrief_of(AppState& state) {
  const bool open = state.screen == Screen::debrief && state.sitting && state.sitting->debrief;
  return open ? &*state.sitting->debrief : nullptr;
}

void show_coach_view(Turn& turn, std::uint32_t moment) {
  DebriefState* debrief = open_debrief_of(turn.state);
  if (debrief == nullptr) return;
  std::vector<std::uint32_t>& open = debrief->coach_views;
  if (std::find(open.begin(), open.end(), moment) == open.end()) open.push_back(moment);
  turn.state.shown_at_ms = turn.now_ms;
}

void close_program(Turn& turn) {
  save_reflection(turn);
  turn.effects.emplace_back(Quit{});
}

}  // namespace

std::vector<Effect> update(AppState& state, const Intent& intent, std::int64_t now_ms) {
  Turn turn{state, now_ms, {}};
  DebriefState* debrief = open_debrief_of(state);
  std::visit(overloaded{
                 [&](const OpenBrief& it) { open_brief(turn, it); },
                 [&](const SetMode& it) { state.brief.mode = it.mode; },
                 [&](const ShowHowItEnds&) {
                   state.brief.shows_ending = state.screen == Screen::brief;
                   state.shown_at_ms = now_ms;
                 },
                 [&](const ChooseAnother&) { choose_another(turn); },
                 [&](const NotNow&) { not_now(turn); },
                 [&](const StartScenario& it) { start_scenario(turn, it); },
                 [&](const ResumeAttempt& it) { resume_attempt(turn, it.attempt); },
                 [&](const LookBack& it) { look_back(turn, it.attempt); },
                 [&](const GoToLibrary&) { go_to_library(turn); },
                 [&](const SelectChoice& it) { select_choice(turn, it); },
                 [&](const SayChoice& it) { say_choice(turn, it); },
                 [&](const HidePicture& it) { state.picture_hidden = it.hidden; },
                 [&](const GoToDebrief&) {
                   if (state.screen != Screen::conversation || is_too_soon(turn)) return;
                   if (state.sitting->play.state.phase != Phase::deciding) continue_after_feedback(turn);
                 },
                 [&](const RetryRecord&) { retry_record(turn); },
                 [&](const GoOnUnrecorded&) { go_on_unrecorded(turn); },
                 [&](const Leave&) { leave(turn); },
                 [&](const LookAtImpact&) {
                   if (state.screen != Screen::feedback || is_too_soon(turn)) return;
                   state.sitting->kind_first = false;
                   show(turn, Screen::feedback);
                 },
                 [&](const ContinueAfterFeedback&) {
                   if (state.screen == Screen::feedback && !is_too_soon(turn)) continue_after_feedback(turn);
                 },
                 [&](const TryMomentAgain&) {
                   if (state.screen == Screen::feedback && !is_too_soon(turn)) try_moment_again(turn);
                 },
                 [&](const NeedAMoment&) { need_a_moment(turn); },
                 [&](const KeepGoing&) { keep_going(turn); },
                 [&](const OpenGrounding& it) { open_grounding(turn, it); },
                 [&](const StopGrounding&) { state.pause.grounding.clear(); },
                 [&](const ReadBack& it) { state.pause.reads_back = it.shown; },
                 [&](const ShowContacts& it) { state.pause.shows_contacts = it.shown; },
                 [&](const GoToStep& it) { go_to_step(turn, it.step); },
                 [&](const SetFeeling& it) {
                   if (debrief != nullptr) debrief->feeling = it.feeling;
                 },
                 [&](const ShowCoachView& it) { show_coach_view(turn, it.moment); },
                 [&](const ReplayFrom& it) { replay_from(turn, it.decision); },
                 [&](const ShowSkillsTable& it) {
                   if (debrief != nullptr) debrief->skills_table = it.shown;
                 },
                 [&](const ShowTrustTable& it) {
                   if (debrief != nullptr) debrief->trust_table = it.shown;
                 },
                 [&](const SetText& it) { set_text(turn, it); },
                 [&](const SetPractiseAgain& it) {
                   if (debrief != nullptr) debrief->practise_again = it.when;
                 },
                 [&](const SetShare& it) { set_share(turn, it.share); },
                 [&](const FinishDebrief&) { finish_debrief(turn); },
                 [&](const Escape&) { escape(turn); },
                 [&](const CloseProgram&) { close_program(turn); },
                 [&](const RecordsLoaded& it) { records_loaded(turn, it); },
                 [&](const AttemptStarted& it) { attempt_started(turn, it); },
                 [&](const DecisionRecorded& it) { decision_recorded(turn, it); },
                 [&](const AttemptFinished& it) { attempt_finished(turn, it); },
                 [&](const ReflectionSaved& it) { reflection_saved(turn, it); },
                 [&](const LookBackSaved& it) { look_back_saved(turn, it); },
                 [&](const RecordFailed& it) { record_failed(turn, it); },
             },
             intent);
  return std::move(turn.effects);
}

}  // namespace steadfast
