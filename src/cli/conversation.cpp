#include "cli/conversation.h"

#include <fmt/format.h>

#include "cli/telling.h"

namespace steadfast::cli {

namespace {

// The choice, or nothing when the person leaves.
std::optional<ChoiceIndex> ask(const Setting& setting, const Play& play) {
  Talk& talk = setting.talk;
  const std::vector<ChoiceIndex> choices = choices_as_shown(setting.scenario, play);
  tell_choices(talk, setting.scenario, play);
  const std::string how =
      fmt::format("Type a number from 1 to {}, p for a moment, q to leave.", choices.size());
  talk.say(how);
  while (const auto line = talk.read()) {
    if (line->empty()) continue;  // an empty line too many is no answer and no mistake
    if (*line == "q") return std::nullopt;
    if (*line == "p") {
      if (pause(talk, setting.care, setting.today()) == Answered::leave) return std::nullopt;
      tell_choices(talk, setting.scenario, play);
      talk.say(how);
      continue;
    }
    const auto number = whole_number(*line);
    if (number && *number >= 1 && *number <= choices.size()) return choices[*number - 1];
    talk.say(how);
  }
  return std::nullopt;
}

// Takes the answer; it is on the disk before a word of the reply is told.
std::vector<Event> answer(const Setting& setting, Track& track, ChoiceIndex choice) {
  std::vector<Event> events = take(setting.scenario, track.play, choice);
  setting.recorder.record_decision(track.attempt, setting.scenario, track.play);
  return events;
}

struct Branch {
  Track track;
  std::vector<Event> events;  // the moment, told again
};

Branch branch_of(const Setting& setting, const Track& track, std::uint32_t kept, Mode mode) {
  Branch result;
  result.track.play = branch(setting.scenario, track.play, kept);
  result.track.mode = mode;
  result.track.attempt =
      setting.recorder.start_branch(setting.scenario, result.track.play, mode, track.attempt, kept);
  result.events = replay(setting.scenario, result.track.play).back().events;
  setting.talk.say();
  setting.talk.say("Practice: the same moment again. Your first answer stays as it is.");
  return result;
}

// Only this one moment, as often as the person likes.
Answered try_again(const Setting& setting, const Track& track, std::uint32_t kept) {
  for (;;) {
    Branch again = branch_of(setting, track, kept, Mode::coach);
    tell_what_follows(setting.talk, setting.scenario, again.events);
    const auto choice = ask(setting, again.track.play);
    if (!choice) return Answered::leave;
    const std::vector<Event> events = answer(setting, again.track, *choice);
    if (again.track.play.state.phase == Phase::ended) record_ending(setting, again.track);
    setting.talk.say();
    tell_answer(setting.talk, setting.scenario, events);
    tell_feedback(setting.talk, setting.scenario, setting.scenario.at(*choice));
    const GoOn next = wait_for_enter(
        setting.talk, "Press Enter to go back to your conversation, or type t to try once more.", {"t"},
        setting.care, setting.today());
    if (next.word != "t") return next.answered;
  }
}

// The coach's words after an answer, and what the person wants next.
Answered look_at(const Setting& setting, const Track& track, ChoiceIndex choice) {
  tell_feedback(setting.talk, setting.scenario, setting.scenario.at(choice));
  const auto position = static_cast<std::uint32_t>(track.play.decisions.size() - 1);
  for (;;) {
    const GoOn next =
        wait_for_enter(setting.talk, "Press Enter to go on, or type t to try this moment again as practice.",
                       {"t"}, setting.care, setting.today());
    if (next.word != "t") return next.answered;
    if (try_again(setting, track, position) == Answered::leave) return Answered::leave;
    setting.talk.say();
    setting.talk.say("Back to your conversation.");
  }
}

}  // namespace

std::string Setting::today() const {
  return local_date(recorder.now());
}

std::optional<Score> score_of(const Setting& setting, const Play& play) {
  if (setting.outlook.kind() != Outlook::Kind::exact) return std::nullopt;
  return score_play(setting.scenario, setting.outlook, play);
}

void record_ending(const Setting& setting, const Track& track) {
  if (const auto score = score_of(setting, track.play)) {
    setting.recorder.finish(track.attempt, finish_of(setting.scenario, *score, setting.recorder.now()));
    return;
  }
  Finish finish;
  finish.ending = setting.scenario.at(track.play.state.ending).id.text;
  finish.at = setting.recorder.now();
  setting.recorder.finish(track.attempt, finish);
}

Answered converse(const Setting& setting, Track& track, const std::vector<Event>& first_events) {
  const Scenario& scenario = setting.scenario;
  std::vector<Event> events = first_events;
  for (;;) {
    tell_what_follows(setting.talk, scenario, events);
    if (track.play.state.phase != Phase::deciding) break;
    const auto choice = ask(setting, track.play);
    if (!choice) return Answered::leave;
    events = answer(setting, track, *choice);
    if (track.play.state.phase == Phase::ended) record_ending(setting, track);
    setting.talk.say();
    tell_answer(setting.talk, scenario, events);
    if (track.mode == Mode::coach && look_at(setting, track, *choice) == Answered::leave)
      return Answered::leave;
  }
  if (track.play.state.phase == Phase::stuck) {
    setting.talk.say(
        "The conversation stops here: its text offers no way on. Please tell the people who wrote it.");
    return Answered::leave;
  }
  return Answered::go_on;
}

Answered practise_from(const Setting& setting, const Track& track, std::uint32_t kept) {
  Branch again = branch_of(setting, track, kept, track.mode);
  if (converse(setting, again.track, again.events) == Answered::leave) return Answered::leave;
  const State& state = again.track.play.state;
  setting.talk.say(setting.scenario.at(state.ending).what_happened);
  if (const auto score = score_of(setting, again.track.play); score && score->status) {
    setting.talk.say(
        fmt::format("This practice: {}. Your first play keeps its own result.", to_string(*score->status)));
  }
  return Answered::go_on;
}

}  // namespace steadfast::cli
