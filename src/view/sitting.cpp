// Starting, resuming, answering, practising again and leaving.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "steadfast/save.h"
#include "view/playing.h"
#include "view/turn.h"

namespace steadfast {

namespace {

std::size_t position_of(const AppState& state, const ScenarioEntry& entry) {
  return static_cast<std::size_t>(&entry - state.content->scenarios.data());
}

const Scenario& scenario_of(const AppState& state, const Sitting& sitting) {
  return *state.content->scenarios[sitting.entry].scenario;
}

// Puts a sitting on the screen at its present moment.
void sit_down(Turn& turn, Sitting sitting) {
  const Scenario& scenario = scenario_of(turn.state, sitting);
  sitting.ahead = count_moments_ahead(scenario, sitting.play.state);
  sitting.screen = Screen::conversation;
  turn.state.notice.clear();
  turn.state.sitting = std::move(sitting);
  show(turn, Screen::conversation);
}

struct Reopened {
  const ScenarioEntry* entry = nullptr;
  Resumed resumed;
  bool is_same_text = true;
};

// The play of a record, or a sentence why it cannot be taken up.
Result<Reopened> reopen(const AppState& state, const AttemptRecord& record) {
  const ScenarioEntry* entry = find_entry(state, record.scenario);
  if (entry == nullptr) return Error{"This conversation is not among the scenarios any more."};
  const Result<Save> save = parse_save(record.save);
  if (!save) return Error{"Your place could not be read: " + save.error().message + "."};
  Result<Resumed> resumed = resume_play(*entry->scenario, save.value());
  if (!resumed) return Error{"Your place could not be read: " + resumed.error().message + "."};
  return Reopened{entry, std::move(resumed.value()), save.value().content_hash == entry->scenario->play_hash};
}

// A branch of the sitting's play that keeps `kept` decisions. Its record, if the play has one, hangs on
// the attempt it left.
Sitting branch_of(const Sitting& from, const Scenario& scenario, std::uint32_t kept, BranchKind kind) {
  Sitting sitting;
  sitting.entry = from.entry;
  sitting.mode = from.mode;
  sitting.play = branch(scenario, from.play, kept);
  sitting.branch = kind;
  sitting.recorded_decisions = kept;
  const bool again_from_same_place =
      from.origin && from.branch != BranchKind::none && from.origin->kept == kept;
  if (again_from_same_place) {
    sitting.origin = from.origin;
  } else if (from.attempt) {
    sitting.origin = AttemptOrigin{OriginKind::practice, *from.attempt, kept};
  }
  const bool can_record = from.recording == Recording::recorded && sitting.origin;
  sitting.recording = can_record ? Recording::starting : Recording::unrecorded;
  return sitting;
}

void sit_down_to_branch(Turn& turn, Sitting branch_sitting) {
  sit_down(turn, std::move(branch_sitting));
  if (turn.state.sitting->recording == Recording::starting) ask_to_start(turn, *turn.state.sitting);
}

}  // namespace

void start_scenario(Turn& turn, const StartScenario& intent) {
  const ScenarioEntry* entry = find_entry(turn.state, intent.scenario);
  if (entry == nullptr || turn.state.screen != Screen::brief || is_too_soon(turn)) return;
  Sitting sitting;
  sitting.entry = position_of(turn.state, *entry);
  sitting.mode = turn.state.brief.mode;
  sitting.play = start_play(*entry->scenario, turn.state.next_seed++);
  turn.state.first_sitting.reset();
  sit_down(turn, std::move(sitting));
  ask_to_start(turn, *turn.state.sitting);
}

void resume_attempt(Turn& turn, std::int64_t attempt) {
  if (turn.state.screen != Screen::library && turn.state.screen != Screen::brief) return;
  const AttemptRecord* record = find_record(turn.state, attempt);
  if (record == nullptr || record->state == AttemptState::ended) return;
  const Result<Reopened> reopened = reopen(turn.state, *record);
  if (!reopened) {
    turn.state.notice = reopened.error().message + " You can start it from the beginning.";
    show(turn, Screen::library);
    return;
  }
  Sitting sitting;
  sitting.entry = position_of(turn.state, *reopened.value().entry);
  sitting.mode = record->mode;
  sitting.play = reopened.value().resumed.play;
  sitting.note = reopened.value().resumed.explanation;
  sitting.recorded_decisions = static_cast<std::uint32_t>(sitting.play.decisions.size());
  const bool same_attempt = reopened.value().is_same_text;
  if (same_attempt) {
    sitting.attempt = attempt;
    sitting.origin = record->origin;
    sitting.recording = Recording::recorded;
  } else {
    // The old attempt stays as it was played; a new one records what follows.
    sitting.origin = AttemptOrigin{OriginKind::continued, attempt, sitting.recorded_decisions};
  }
  turn.state.first_sitting.reset();
  // Where its end could not be recorded, looking back may have gone some way all the same.
  const DebriefStep step = same_attempt ? look_back_step_of(*record) : DebriefStep::how_was_it;
  sit_down(turn, std::move(sitting));
  if (!same_attempt) ask_to_start(turn, *turn.state.sitting);
  if (turn.state.sitting->play.state.phase == Phase::deciding) return;
  // It was answered to the end, and then the program was closed before the debrief.
  if (same_attempt) ask_to_finish(turn, *turn.state.sitting);
  open_debrief(turn, step);
}

void look_back(Turn& turn, std::int64_t attempt) {
  if (turn.state.screen != Screen::library && turn.state.screen != Screen::brief) return;
  const AttemptRecord* record = find_record(turn.state, attempt);
  if (record == nullptr || record->state != AttemptState::ended) return;
  const Result<Reopened> reopened = reopen(turn.state, *record);
  const bool is_whole = reopened && reopened.value().resumed.play.state.phase == Phase::ended;
  if (!is_whole) {
    turn.state.notice = reopened
                            ? "The scenario has changed since you played it, so its moments cannot be shown "
                              "again. What you reached stays in your record."
                            : reopened.error().message;
    show(turn, Screen::library);
    return;
  }
  Sitting sitting;
  sitting.entry = position_of(turn.state, *reopened.value().entry);
  sitting.mode = record->mode;
  sitting.play = reopened.value().resumed.play;
  sitting.note = reopened.value().resumed.explanation;
  sitting.attempt = attempt;
  sitting.origin = record->origin;
  sitting.recording = Recording::recorded;
  sitting.recorded_decisions = static_cast<std::uint32_t>(sitting.play.decisions.size());
  turn.state.first_sitting.reset();
  const DebriefStep step = record->looked_back ? DebriefStep::how_was_it : look_back_step_of(*record);
  sit_down(turn, std::move(sitting));
  open_debrief(turn, step);
}

namespace {

// The choice of this id, if the person can answer now.
std::optional<ChoiceIndex> answerable(const Turn& turn, const std::string& choice) {
  const AppState& state = turn.state;
  if (state.screen != Screen::conversation || is_too_soon(turn)) return std::nullopt;
  const Sitting& sitting = *state.sitting;
  const bool waits = sitting.pending || !sitting.trouble.empty() || sitting.recording == Recording::starting;
  if (waits || sitting.play.state.phase != Phase::deciding) return std::nullopt;
  return find_offered(scenario_of(state, sitting), sitting.play.state, choice);
}

}  // namespace

void select_choice(Turn& turn, const SelectChoice& intent) {
  if (answerable(turn, intent.choice)) turn.state.sitting->selected = intent.choice;
}

void say_choice(Turn& turn, const SayChoice& intent) {
  const std::optional<ChoiceIndex> choice = answerable(turn, intent.choice);
  if (!choice) return;
  Sitting& sitting = *turn.state.sitting;
  sitting.selected.clear();
  sitting.pending = PendingDecision{*choice, 0};
  if (sitting.recording == Recording::recorded) {
    ask_to_record(turn, sitting);
  } else {
    apply_pending(turn, sitting);
  }
}

void continue_after_feedback(Turn& turn) {
  Sitting& sitting = *turn.state.sitting;
  if (sitting.branch == BranchKind::one_moment) {
    turn.state.sitting = std::move(*turn.state.first_sitting);
    turn.state.first_sitting.reset();
    return continue_after_feedback(turn);
  }
  sitting.kind_first = false;
  if (sitting.play.state.phase == Phase::deciding) {
    show_in_sitting(turn, Screen::conversation);
  } else {
    open_debrief(turn,
                 sitting.branch == BranchKind::none ? DebriefStep::how_was_it : DebriefStep::what_happened);
  }
}

void try_moment_again(Turn& turn) {
  const Sitting& from = *turn.state.sitting;
  const auto kept = static_cast<std::uint32_t>(from.play.decisions.size() - 1);
  const BranchKind kind = from.branch == BranchKind::none ? BranchKind::one_moment : from.branch;
  Sitting practice = branch_of(from, scenario_of(turn.state, from), kept, kind);
  if (from.branch == BranchKind::none) turn.state.first_sitting = std::move(turn.state.sitting);
  sit_down_to_branch(turn, std::move(practice));
}

void replay_from(Turn& turn, std::uint32_t decision) {
  if (turn.state.screen != Screen::debrief || is_too_soon(turn)) return;
  const Sitting& from = *turn.state.sitting;
  if (decision >= from.play.decisions.size()) return;
  Sitting practice = branch_of(from, scenario_of(turn.state, from), decision, BranchKind::replay);
  if (from.branch == BranchKind::none) turn.state.first_sitting = std::move(turn.state.sitting);
  sit_down_to_branch(turn, std::move(practice));
}

namespace {

std::string sentence_of_place(const Sitting& sitting) {
  if (sitting.branch != BranchKind::none) {
    return "You have left the practice. Your first answers stay as they are.";
  }
  const bool ended = sitting.play.state.phase != Phase::deciding;
  const bool is_saved = sitting.recording == Recording::recorded && sitting.trouble.empty();
  if (is_saved) {
    return ended ? "You have left. What you answered is kept, and you can look back whenever you like."
                 : "You have left the conversation. Your place is kept.";
  }
  if (sitting.recorded_decisions == 0) {
    return "You have left the conversation. It was not being saved, so there is no place to come back to.";
  }
  return fmt::format(
      "You have left the conversation. Your place is kept after moment {}; what came later was not being "
      "saved.",
      sitting.recorded_decisions);
}

}  // namespace

void leave(Turn& turn) {
  AppState& state = turn.state;
  if (state.screen == Screen::left || state.screen == Screen::library) return;
  const Screen from = state.screen == Screen::pause ? state.pause.back_to : state.screen;
  const bool in_sitting = from == Screen::conversation || from == Screen::feedback || from == Screen::debrief;
  if (in_sitting) {
    save_reflection(turn);
    forget_feeling(turn);
    state.left = {from == Screen::debrief ? LeftFrom::debrief : LeftFrom::conversation,
                  sentence_of_place(*state.sitting)};
  } else {
    state.left = {LeftFrom::elsewhere, "You have left. Nothing is lost."};
  }
  state.pause = {};
  show(turn, Screen::left);
}

}  // namespace steadfast
