// An answer is on the disk before her reply is in the state: asking for that, and what follows.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "steadfast/save.h"
#include "view/playing.h"
#include "view/turn.h"

namespace steadfast {

namespace {

const Scenario& scenario_of(const AppState& state, const Sitting& sitting) {
  return *state.content->scenarios[sitting.entry].scenario;
}

std::string save_text(const Scenario& scenario, const Play& play) {
  return serialise(save_play(scenario, play));
}

}  // namespace

std::string moment_of_record(const AppState& state, const AttemptRecord& record) {
  const bool ended = record.state == AttemptState::ended;
  if (ended && record.looked_back) return "";
  if (record.origin && record.origin->kind == OriginKind::practice) return "";
  const ScenarioEntry* entry = find_entry(state, record.scenario);
  if (entry == nullptr) return "";
  const Result<Save> save = parse_save(record.save);
  if (!save) return "";
  const Result<Resumed> resumed = resume_play(*entry->scenario, save.value());
  if (!resumed) return "";
  const Play& play = resumed.value().play;
  if (ended) {
    // A text that has changed since may not lead to that end any more.
    if (play.state.phase != Phase::ended) return "";
    return fmt::format("Looking back, step {} of {}", record.look_back_step, kDebriefSteps);
  }
  if (play.state.phase != Phase::deciding) return "Time to look back";
  const auto answered = static_cast<std::uint32_t>(play.decisions.size());
  return moment_label(answered + 1, answered, count_moments_ahead(*entry->scenario, play.state));
}

void ask_to_start(Turn& turn, Sitting& sitting) {
  const Scenario& scenario = scenario_of(turn.state, sitting);
  sitting.recording = Recording::starting;
  sitting.start_request = new_request(turn);
  turn.effects.emplace_back(StartAttempt{*sitting.start_request, scenario.id, scenario.play_hash,
                                         sitting.mode, sitting.play.seed, sitting.origin,
                                         save_text(scenario, sitting.play), turn.state.today});
}

void ask_to_record(Turn& turn, Sitting& sitting) {
  const Scenario& scenario = scenario_of(turn.state, sitting);
  Play after = sitting.play;
  take(scenario, after, sitting.pending->choice);
  sitting.pending->request = new_request(turn);
  turn.effects.emplace_back(RecordDecision{
      sitting.pending->request, *sitting.attempt, static_cast<std::uint32_t>(sitting.play.decisions.size()),
      scenario.at(sitting.play.state.node).id.text, scenario.at(sitting.pending->choice).id.text,
      save_text(scenario, after), turn.state.today});
}

void ask_to_finish(Turn& turn, Sitting& sitting) {
  if (!sitting.attempt || sitting.recording != Recording::recorded) return;
  if (sitting.play.state.phase != Phase::ended) return;
  const ScenarioEntry& entry = turn.state.content->scenarios[sitting.entry];
  const Scenario& scenario = *entry.scenario;
  std::optional<Score> score = score_of(entry, sitting.play);
  const std::string status = score && score->status ? std::string(to_string(*score->status)) : std::string();
  sitting.finish_request = new_request(turn);
  turn.effects.emplace_back(FinishAttempt{
      *sitting.finish_request, *sitting.attempt, scenario.id, scenario.at(sitting.play.state.ending).id.text,
      status, std::move(score), save_text(scenario, sitting.play), turn.state.today});
}

void apply_pending(Turn& turn, Sitting& sitting) {
  const Scenario& scenario = scenario_of(turn.state, sitting);
  const ChoiceIndex choice = sitting.pending->choice;
  sitting.pending.reset();
  sitting.note.clear();
  take(scenario, sitting.play, choice);
  sitting.ahead = count_moments_ahead(scenario, sitting.play.state);
  if (sitting.mode == PlayMode::coach) {
    sitting.kind_first = scenario.at(choice).critical.has_value();
    show_in_sitting(turn, Screen::feedback);
  } else {
    show_in_sitting(turn, Screen::conversation);
  }
}

void attempt_started(Turn& turn, const AttemptStarted& answer) {
  if (!turn.state.sitting || turn.state.sitting->start_request != answer.request) return;
  Sitting& sitting = *turn.state.sitting;
  sitting.start_request.reset();
  sitting.attempt = answer.attempt;
  sitting.recording = Recording::recorded;
  sitting.recorded_decisions = static_cast<std::uint32_t>(sitting.play.decisions.size());
  const Scenario& scenario = scenario_of(turn.state, sitting);
  AttemptRecord record;
  record.attempt = answer.attempt;
  record.scenario = scenario.id;
  record.mode = sitting.mode;
  record.save = save_text(scenario, sitting.play);
  record.origin = sitting.origin;
  record.decisions = sitting.recorded_decisions;
  record.started_on = turn.state.today;
  record.changed_on = turn.state.today;
  record.moment = moment_of_record(turn.state, record);
  turn.state.records.push_back(std::move(record));
  // A continued play may already have ended under the edited text.
  ask_to_finish(turn, sitting);
}

void decision_recorded(Turn& turn, const DecisionRecorded& answer) {
  if (!turn.state.sitting) return;
  Sitting& sitting = *turn.state.sitting;
  if (!sitting.pending || sitting.pending->request != answer.request) return;
  apply_pending(turn, sitting);
  sitting.recorded_decisions = static_cast<std::uint32_t>(sitting.play.decisions.size());
  if (AttemptRecord* record = find_record(turn.state, *sitting.attempt)) {
    record->save = save_text(scenario_of(turn.state, sitting), sitting.play);
    record->decisions = sitting.recorded_decisions;
    record->changed_on = turn.state.today;
    record->moment = moment_of_record(turn.state, *record);
  }
  ask_to_finish(turn, sitting);
}

void attempt_finished(Turn& turn, const AttemptFinished& answer) {
  if (!turn.state.sitting || turn.state.sitting->finish_request != answer.request) return;
  Sitting& sitting = *turn.state.sitting;
  sitting.finish_request.reset();
  AttemptRecord* record = find_record(turn.state, *sitting.attempt);
  if (record == nullptr) return;
  const ScenarioEntry& entry = turn.state.content->scenarios[sitting.entry];
  const std::optional<Score> score = score_of(entry, sitting.play);
  record->state = AttemptState::ended;
  record->status = score && score->status ? std::string(to_string(*score->status)) : std::string();
  record->moment = moment_of_record(turn.state, *record);
}

void record_failed(Turn& turn, const RecordFailed& answer) {
  AppState& state = turn.state;
  if (state.reflection_under_way && state.reflection_under_way->request == answer.request) {
    state.reflection_under_way.reset();
    state.notice = "Your words could not be saved. " + answer.message;
    return;
  }
  if (state.look_back_under_way && state.look_back_under_way->request == answer.request) {
    state.look_back_under_way.reset();
    const bool is_told = state.notice.find(answer.message) != std::string::npos;
    if (!is_told) state.notice = "Your place in looking back could not be saved. " + answer.message;
    return;
  }
  if (answer.request == 0) {
    // The record could not be read at the start.
    state.notice = answer.message;
    return;
  }
  if (!state.sitting) return;
  Sitting& sitting = *state.sitting;
  if (sitting.finish_request == answer.request) {
    sitting.finish_request.reset();
    state.notice =
        answer.message +
        " Your answers are kept; the end of the conversation is recorded the next time you open it.";
  } else if (sitting.start_request == answer.request ||
             (sitting.pending && sitting.pending->request == answer.request)) {
    if (sitting.play.state.phase != Phase::deciding) {
      // Nothing is left to answer, so there is nothing to decide either: looking back goes on.
      sitting.start_request.reset();
      sitting.recording = Recording::unrecorded;
      state.notice = answer.message + " You can look back all the same.";
      return;
    }
    sitting.trouble = answer.message;
    state.shown_at_ms = turn.now_ms;
  }
}

void retry_record(Turn& turn) {
  if (!turn.state.sitting || turn.state.sitting->trouble.empty()) return;
  Sitting& sitting = *turn.state.sitting;
  sitting.trouble.clear();
  turn.state.shown_at_ms = turn.now_ms;
  if (sitting.pending) {
    ask_to_record(turn, sitting);
  } else {
    ask_to_start(turn, sitting);
  }
}

void go_on_unrecorded(Turn& turn) {
  if (!turn.state.sitting || turn.state.sitting->trouble.empty()) return;
  Sitting& sitting = *turn.state.sitting;
  sitting.trouble.clear();
  sitting.start_request.reset();
  sitting.recording = Recording::unrecorded;
  turn.state.shown_at_ms = turn.now_ms;
  if (sitting.pending) apply_pending(turn, sitting);
}

void records_loaded(Turn& turn, const RecordsLoaded& answer) {
  turn.state.records = answer.records;
  for (AttemptRecord& record : turn.state.records) record.moment = moment_of_record(turn.state, record);
}

}  // namespace steadfast
