// What the parts of `update` hand to each other; nobody outside this room needs it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "view/app_state.h"
#include "view/effect.h"

namespace steadfast {

// One call of `update` under way.
struct Turn {
  AppState& state;
  std::int64_t now_ms = 0;
  std::vector<Effect> effects;
};

// True for a moment after choices or a sheet appeared: a double tap must not answer what nobody has read.
bool is_too_soon(const Turn& turn);

// Goes to a screen and starts its guard.
void show(Turn& turn, Screen screen);
// Moves the sitting on to a screen; what is shown follows unless the person has paused or left.
void show_in_sitting(Turn& turn, Screen screen);

std::uint64_t new_request(Turn& turn);

// The entry whose scenario is loaded and has this id; null when there is none.
const ScenarioEntry* find_entry(const AppState& state, std::string_view scenario);
AttemptRecord* find_record(AppState& state, std::int64_t attempt);

// --- sitting.cpp ------------------------------------------------------------------------------
void start_scenario(Turn& turn, const StartScenario& intent);
void resume_attempt(Turn& turn, std::int64_t attempt);
void look_back(Turn& turn, std::int64_t attempt);
void select_choice(Turn& turn, const SelectChoice& intent);
void say_choice(Turn& turn, const SayChoice& intent);
void continue_after_feedback(Turn& turn);
void try_moment_again(Turn& turn);
void replay_from(Turn& turn, std::uint32_t decision);
void leave(Turn& turn);

// --- recording.cpp ----------------------------------------------------------------------------
// Asks for a row for the sitting, whose play has just begun.
void ask_to_start(Turn& turn, Sitting& sitting);
void ask_to_record(Turn& turn, Sitting& sitting);
// Only for a play that has ended and has a row.
void ask_to_finish(Turn& turn, Sitting& sitting);
void attempt_started(Turn& turn, const AttemptStarted& answer);
void decision_recorded(Turn& turn, const DecisionRecorded& answer);
void attempt_finished(Turn& turn, const AttemptFinished& answer);
void record_failed(Turn& turn, const RecordFailed& answer);
void retry_record(Turn& turn);
void go_on_unrecorded(Turn& turn);
void records_loaded(Turn& turn, const RecordsLoaded& answer);

// Where somebody would go on with the attempt, in words; empty when there is nothing to go on with.
std::string moment_of_record(const AppState& state, const AttemptRecord& record);

// Applies the pending decision: from here on the reply is in the state.
void apply_pending(Turn& turn, Sitting& sitting);

// --- looking_back.cpp -------------------------------------------------------------------------
void open_debrief(Turn& turn, DebriefStep step);
void go_to_step(Turn& turn, DebriefStep step);
void set_text(Turn& turn, const SetText& intent);
void set_share(Turn& turn, bool share);
// Keeps the learner's words of the debrief, if there are any and they have a place to go.
void save_reflection(Turn& turn);
// How it was for the person goes nowhere: it is gone with the page.
void forget_feeling(Turn& turn);
void reflection_saved(Turn& turn, const ReflectionSaved& answer);
DebriefStep look_back_step_of(const AttemptRecord& record);
void look_back_saved(Turn& turn, const LookBackSaved& answer);
void finish_debrief(Turn& turn);

}  // namespace steadfast
