#include "view/looking_back.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "view/playing.h"
#include "view/text.h"
#include "view/turn.h"

namespace steadfast {

namespace {

constexpr std::size_t kMostMoments = 3;
constexpr std::size_t kMostTextBytes = 1000;

DebriefState* debrief_of(Turn& turn) {
  if (!turn.state.sitting || !turn.state.sitting->debrief) return nullptr;
  return &*turn.state.sitting->debrief;
}

// Without exact ranges only what needs none can be told: safety errors, and answers by their own ratings.
Score score_without_ranges(const Scenario& scenario, const Play& play) {
  Score score;
  for (std::uint32_t position = 0; position < play.decisions.size(); ++position) {
    const Decision& decision = play.decisions[position];
    const int gain = composite_gain(scenario, decision.choice);
    score.decisions.push_back({decision, gain, std::max(0, -gain), std::max(0, gain)});
    if (scenario.at(decision.choice).critical) score.critical_decisions.push_back(position);
  }
  if (play.state.phase == Phase::ended) score.unmet_omissions = unmet_omissions(scenario, play.state);
  return score;
}

// The last decision at which another answer would have said what was missing; the first one if none would.
LookBackMoment moment_of_omission(const Scenario& scenario, const Play& play, std::uint32_t omission) {
  const std::uint32_t flag = scenario.omissions[omission].flag.value;
  const std::vector<Step> steps = replay(scenario, play);
  for (std::size_t position = play.decisions.size(); position-- > 0;) {
    const State& before = steps[position].state;
    for (const ChoiceIndex choice : offered(scenario, before)) {
      if (choose_quietly(scenario, before, choice).values[flag] != 0) {
        return {LookBackMoment::Why::omission, static_cast<std::uint32_t>(position), omission, true};
      }
    }
  }
  return {LookBackMoment::Why::omission, 0, omission, !play.decisions.empty()};
}

LookBackMoment::Why why_of(Moment::Why why) {
  switch (why) {
    case Moment::Why::critical:
      return LookBackMoment::Why::critical;
    case Moment::Why::serious:
      return LookBackMoment::Why::serious;
    case Moment::Why::regret:
      break;
  }
  return LookBackMoment::Why::regret;
}

}  // namespace

std::vector<std::uint32_t> unmet_omissions(const Scenario& scenario, const State& end) {
  std::vector<std::uint32_t> unmet;
  for (std::uint32_t position = 0; position < scenario.omissions.size(); ++position) {
    const OmissionGate& gate = scenario.omissions[position];
    if (gate.when.holds(end.values) && end.values[gate.flag.value] == 0) unmet.push_back(position);
  }
  return unmet;
}

LookBackMoments pick_moments(const ScenarioEntry& entry, const Sitting& sitting) {
  const Scenario& scenario = *entry.scenario;
  const bool has_score = sitting.debrief && sitting.debrief->score;
  const Score score = has_score ? *sitting.debrief->score : score_without_ranges(scenario, sitting.play);

  // Gates first: what was a safety error, and what had to be said and was not.
  LookBackMoments picked;
  const auto add_gate = [&picked](LookBackMoment moment) {
    (picked.moments.size() < kMostMoments ? picked.moments : picked.left_over).push_back(moment);
  };
  for (const std::uint32_t position : score.critical_decisions) {
    add_gate({LookBackMoment::Why::critical, position, 0, true});
  }
  for (const std::uint32_t omission : score.unmet_omissions) {
    add_gate(moment_of_omission(scenario, sitting.play, omission));
  }
  // A place is kept for what went best, so that no look back is made of errors alone.
  const std::optional<std::uint32_t> strongest = strongest_moment(score);
  const std::size_t room = kMostMoments - (strongest ? 1 : 0);
  for (const Moment& moment : moments_worth_another_look(score, score.decisions.size())) {
    if (picked.moments.size() >= room || moment.why == Moment::Why::critical) continue;
    picked.moments.push_back({why_of(moment.why), moment.decision, 0, true});
  }
  if (strongest && picked.moments.size() < kMostMoments) {
    picked.moments.push_back({LookBackMoment::Why::strength, *strongest, 0, false});
  }
  return picked;
}

std::string practised_again_on(const std::vector<AttemptRecord>& records, std::int64_t attempt,
                               std::uint32_t decision) {
  std::string latest;
  for (const AttemptRecord& record : records) {
    const bool is_branch = record.origin && record.origin->kind == OriginKind::practice;
    if (!is_branch || record.origin->attempt != attempt) continue;
    // Only the moment the branch starts at is surely the same moment again; later ones may differ.
    const bool was_taken_again = record.origin->kept == decision && decision < record.decisions;
    if (was_taken_again) latest = std::max(latest, record.changed_on);
  }
  return latest;
}

std::string words_of(PractiseAgain when) {
  switch (when) {
    case PractiseAgain::tomorrow:
      return "tomorrow";
    case PractiseAgain::in_a_few_days:
      return "in a few days";
    case PractiseAgain::next_week:
      return "next week";
    case PractiseAgain::not_planned:
      break;
  }
  return "";
}

std::string trainer_note(const AppState& state) {
  const Sitting& sitting = *state.sitting;
  const ScenarioEntry& entry = state.content->scenarios[sitting.entry];
  const Scenario& scenario = *entry.scenario;
  std::string note = fmt::format("I practised {} on {}.", in_quotes(scenario.title), state.today);
  if (sitting.branch != BranchKind::none) note += " This was a practice branch; my first answers are kept.";
  if (sitting.debrief && sitting.debrief->score && sitting.debrief->score->status) {
    note += fmt::format(" Status: {}.", to_string(*sitting.debrief->score->status));
  }
  std::vector<std::string> topics;
  for (const LookBackMoment& moment : pick_moments(entry, sitting).moments) {
    if (moment.why == LookBackMoment::Why::strength) continue;
    if (moment.why == LookBackMoment::Why::omission) {
      topics.push_back(in_quotes(scenario.omissions[moment.omission].name));
    } else {
      const ChoiceIndex choice = sitting.play.decisions[moment.decision].choice;
      topics.push_back(
          fmt::format("moment {} ({})", moment.decision + 1, in_quotes(scenario.at(choice).say)));
    }
  }
  if (!topics.empty()) note += " I would like to talk about " + joined_with_and(topics) + ".";
  return note;
}

namespace {

// Keeps where looking back goes on, until it was once gone through; practice branches have no such place.
void save_look_back(Turn& turn, DebriefStep step, bool finished) {
  const Sitting& sitting = *turn.state.sitting;
  if (!sitting.attempt || sitting.recording != Recording::recorded || sitting.branch != BranchKind::none)
    return;
  const AttemptRecord* record = find_record(turn.state, *sitting.attempt);
  if (record == nullptr || record->looked_back) return;
  const auto number = static_cast<std::uint32_t>(step) + 1;
  if (record->look_back_step == number && !finished) return;
  turn.state.look_back_under_way = SaveLookBack{new_request(turn), *sitting.attempt, number, finished};
  turn.effects.emplace_back(*turn.state.look_back_under_way);
}

}  // namespace

DebriefStep look_back_step_of(const AttemptRecord& record) {
  return static_cast<DebriefStep>(std::clamp<std::uint32_t>(record.look_back_step, 1, kDebriefSteps) - 1);
}

void look_back_saved(Turn& turn, const LookBackSaved& answer) {
  AppState& state = turn.state;
  if (!state.look_back_under_way || state.look_back_under_way->request != answer.request) return;
  if (AttemptRecord* record = find_record(state, state.look_back_under_way->attempt)) {
    record->look_back_step = state.look_back_under_way->step;
    record->looked_back = record->looked_back || state.look_back_under_way->finished;
    record->moment = moment_of_record(state, *record);
  }
  state.look_back_under_way.reset();
}

void open_debrief(Turn& turn, DebriefStep step) {
  Sitting& sitting = *turn.state.sitting;
  if (!sitting.debrief) {
    DebriefState debrief;
    debrief.score = score_of(turn.state.content->scenarios[sitting.entry], sitting.play);
    if (sitting.attempt) {
      if (const AttemptRecord* record = find_record(turn.state, *sitting.attempt)) {
        debrief.reflection = record->reflection;
        for (const PractiseAgain when :
             {PractiseAgain::tomorrow, PractiseAgain::in_a_few_days, PractiseAgain::next_week}) {
          if (record->reflection.practise_again == words_of(when)) debrief.practise_again = when;
        }
      }
    }
    sitting.debrief = std::move(debrief);
  }
  sitting.debrief->step = step;
  sitting.debrief->visited.push_back(step);
  save_look_back(turn, step, false);
  show_in_sitting(turn, Screen::debrief);
}

void go_to_step(Turn& turn, DebriefStep step) {
  DebriefState* debrief = debrief_of(turn);
  if (debrief == nullptr || turn.state.screen != Screen::debrief || debrief->step == step) return;
  if (is_too_soon(turn)) return;
  debrief->step = step;
  if (std::find(debrief->visited.begin(), debrief->visited.end(), step) == debrief->visited.end()) {
    debrief->visited.push_back(step);
  }
  turn.state.notice.clear();
  save_look_back(turn, step, false);
  show(turn, Screen::debrief);
}

void set_text(Turn& turn, const SetText& intent) {
  DebriefState* debrief = debrief_of(turn);
  if (debrief == nullptr || turn.state.screen != Screen::debrief) return;
  const auto field = [debrief, &intent]() -> std::string& {
    switch (intent.field) {
      case TextFieldName::keep:
        return debrief->reflection.keep;
      case TextFieldName::change:
        return debrief->reflection.change;
      case TextFieldName::plan_if:
        return debrief->reflection.plan_if;
      case TextFieldName::plan_then:
        return debrief->reflection.plan_then;
      case TextFieldName::care:
        return debrief->reflection.care;
      case TextFieldName::feeling:
        break;
    }
    return debrief->feeling_text;
  };
  field() = shortened(intent.text, kMostTextBytes);
}

void set_share(Turn& turn, bool share) {
  DebriefState* debrief = debrief_of(turn);
  if (debrief == nullptr || turn.state.screen != Screen::debrief) return;
  debrief->reflection.share_with_trainer = share;
  debrief->reflection.trainer_note = share ? trainer_note(turn.state) : std::string();
}

void save_reflection(Turn& turn) {
  DebriefState* debrief = debrief_of(turn);
  if (debrief == nullptr) return;
  const Sitting& sitting = *turn.state.sitting;
  if (!sitting.attempt || sitting.recording != Recording::recorded) return;
  debrief->reflection.practise_again = debrief->practise_again ? words_of(*debrief->practise_again) : "";
  const AttemptRecord* record = find_record(turn.state, *sitting.attempt);
  const Reflection kept = record != nullptr ? record->reflection : Reflection{};
  if (debrief->reflection == kept) return;
  turn.state.reflection_under_way =
      SaveReflection{new_request(turn), *sitting.attempt, debrief->reflection, turn.state.today};
  turn.effects.emplace_back(*turn.state.reflection_under_way);
}

void forget_feeling(Turn& turn) {
  if (DebriefState* debrief = debrief_of(turn)) {
    debrief->feeling.reset();
    debrief->feeling_text.clear();
  }
}

void reflection_saved(Turn& turn, const ReflectionSaved& answer) {
  AppState& state = turn.state;
  if (!state.reflection_under_way || state.reflection_under_way->request != answer.request) return;
  if (AttemptRecord* record = find_record(state, state.reflection_under_way->attempt)) {
    record->reflection = state.reflection_under_way->reflection;
  }
  state.reflection_under_way.reset();
}

void finish_debrief(Turn& turn) {
  if (turn.state.screen != Screen::debrief) return;
  save_reflection(turn);
  forget_feeling(turn);
  turn.state.notice.clear();
  if (turn.state.sitting->branch != BranchKind::none && turn.state.first_sitting) {
    turn.state.sitting = std::move(turn.state.first_sitting);
    turn.state.first_sitting.reset();
    return open_debrief(turn, DebriefStep::moments);
  }
  const bool keeps_words = !turn.effects.empty();
  save_look_back(turn, turn.state.sitting->debrief->step, true);
  if (!keeps_words) {
    turn.state.notice = "You can look back at this conversation any time.";
  } else {
    turn.state.notice = "Your words are kept on this computer. You can look back at them any time.";
  }
  show(turn, Screen::library);
}

}  // namespace steadfast
