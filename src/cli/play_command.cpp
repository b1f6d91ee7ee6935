#include "cli/play_command.h"

#include <istream>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "cli/content.h"
#include "cli/conversation.h"
#include "cli/debrief.h"
#include "cli/play_json.h"
#include "cli/telling.h"

namespace steadfast::cli {

namespace {

constexpr int kDone = 0;
constexpr int kProblems = 1;
constexpr int kUnreadable = 2;

struct Loaded {
  std::optional<Scenario> scenario;
  int code = kDone;
};

Loaded load(const PlayRequest& request, const Terminal& terminal, const Surroundings& surroundings) {
  const auto programme = read_programme_rulebook(surroundings.share_folder, surroundings.data_folder);
  if (!programme) {
    terminal.err << programme.error().message << '\n';
    return {std::nullopt, kProblems};
  }
  if (!programme.value().problem.empty()) terminal.err << programme.value().problem << '\n';
  Result<ReadScenario> read = read_scenario(request.file, programme.value().rulebook);
  if (!read) {
    terminal.err << read.error().message << '\n';
    return {std::nullopt, kUnreadable};
  }
  if (!read.value().scenario) {
    terminal.err << read.value().report
                 << fmt::format("`{}` cannot be played until this is mended.\n", request.file.string());
    return {std::nullopt, kProblems};
  }
  return {std::move(read.value().scenario), kDone};
}

std::string on_offer(const Scenario& scenario, const Play& play) {
  std::string open;
  for (const ChoiceIndex choice : offered(scenario, play.state)) {
    open += (open.empty() ? "`" : ", `") + scenario.at(choice).id.text + "`";
  }
  return open.empty() ? "nothing" : open;
}

// A wrong answer in a list of choices: which one, where, and what there is instead.
std::string not_offered(const Scenario& scenario, const Play& play, const std::string& id) {
  if (play.state.phase == Phase::ended) {
    return fmt::format("`{}` comes after the end: the conversation reached `{}` after {}.", id,
                       scenario.at(play.state.ending).id.text, counted(play.decisions.size(), "answer"));
  }
  return fmt::format("`{}` is not offered at `{}`, after {}; on offer: {}.", id,
                     scenario.at(play.state.node).id.text, counted(play.decisions.size(), "answer"),
                     on_offer(scenario, play));
}

// A list that stops before the end is a way to some place, as `analyze` names them.
std::string not_finished(const Scenario& scenario, const Play& play) {
  const std::string& node = scenario.at(play.state.node).id.text;
  const std::string answers = counted(play.decisions.size(), "answer");
  if (play.state.phase == Phase::stuck) {
    return fmt::format("This play stops at `{}`, after {}: nothing is on offer there, and nothing leads on.",
                       node, answers);
  }
  return fmt::format("This play is not finished: the list of choices stops at `{}`, after {}. On offer: {}.",
                     node, answers, on_offer(scenario, play));
}

// Plays the list; the sentence says what is wrong with it, or is empty.
std::string play_list(const Setting& setting, Track& track, const std::vector<std::string>& choose) {
  const Scenario& scenario = setting.scenario;
  tell_what_follows(setting.talk, scenario, begin(scenario).events);
  for (const std::string& id : choose) {
    const auto choice = find_offered(scenario, track.play.state, id);
    if (!choice) return not_offered(scenario, track.play, id);
    const std::vector<Event> events = take(scenario, track.play, *choice);
    setting.talk.say();
    tell_answer(setting.talk, scenario, events);
    if (track.mode == Mode::coach) tell_feedback(setting.talk, scenario, scenario.at(*choice));
    tell_what_follows(setting.talk, scenario, events);
  }
  return {};
}

// --- A person plays ---

// Where to begin, and what to tell first.
struct Beginning {
  Track track;
  std::vector<Event> events;
  bool leaves = false;  // "not now"
};

Beginning go_on_with(const Setting& setting, Continued continued, Mode mode) {
  if (!continued.resumed.explanation.empty()) setting.talk.say(continued.resumed.explanation);
  Beginning beginning;
  beginning.track = {std::move(continued.resumed.play), continued.attempt, mode};
  beginning.events = replay(setting.scenario, beginning.track.play).back().events;
  tell_answer(setting.talk, setting.scenario, beginning.events);
  return beginning;
}

// A play that was begun but never answered is taken up rather than begun a second time.
bool is_unanswered(const AttemptSummary& attempt, const Scenario& scenario, Mode mode) {
  return attempt.decisions == 0 && attempt.content_hash == scenario.play_hash && attempt.mode == mode;
}

Beginning from_the_start(const Setting& setting, const PlayRequest& request, std::uint64_t seed) {
  const auto attempt = setting.recorder.resumable(setting.scenario);
  if (attempt && is_unanswered(*attempt, setting.scenario, request.mode)) {
    if (auto continued = setting.recorder.take_up(setting.scenario, *attempt)) {
      return go_on_with(setting, std::move(*continued), request.mode);
    }
  }
  Beginning beginning;
  beginning.track.mode = request.mode;
  beginning.track.play = start_play(setting.scenario, seed);
  beginning.track.attempt = setting.recorder.start(setting.scenario, beginning.track.play, request.mode);
  beginning.events = begin(setting.scenario).events;
  return beginning;
}

Beginning ask_how_to_begin(const Setting& setting, const PlayRequest& request, std::uint64_t seed) {
  for (;;) {
    const GoOn next = wait_for_enter(
        setting.talk, "Press Enter to start, type e to hear first how it ends, or q for not now.", {"e"},
        setting.care, setting.today());
    // Nothing is begun for nobody.
    if (next.answered == Answered::leave || next.at_end) {
      Beginning leaving;
      leaving.leaves = true;
      return leaving;
    }
    if (next.word != "e") return from_the_start(setting, request, seed);
    setting.talk.say(setting.scenario.how_it_ends.empty() ? "Nothing is told about this ending beforehand."
                                                          : setting.scenario.how_it_ends);
  }
}

Beginning begin_or_go_on(const Setting& setting, const PlayRequest& request, std::uint64_t seed) {
  const auto attempt = setting.recorder.resumable(setting.scenario);
  if (!attempt || attempt->decisions == 0) return ask_how_to_begin(setting, request, seed);
  const GoOn next = wait_for_enter(
      setting.talk,
      fmt::format(
          "You were here on {}, after {}. Press Enter to continue there, type new to start again, or q "
          "for not now.",
          local_date(attempt->last_at), counted(attempt->decisions, "answer")),
      {"new"}, setting.care, setting.today());
  if (next.answered == Answered::leave) {
    Beginning leaving;
    leaving.leaves = true;
    return leaving;
  }
  if (next.word.empty()) {
    if (auto continued = setting.recorder.take_up(setting.scenario, *attempt)) {
      return go_on_with(setting, std::move(*continued), attempt->mode);
    }
  }
  return from_the_start(setting, request, seed);
}

// What becomes of a play that has ended and was not looked back on.
struct LookBackOffer {
  std::optional<Track> track;  // to look back on now
  std::uint32_t step = 1;
  bool leaves = false;  // "not now"
};

LookBackOffer offer_look_back(const Setting& setting) {
  const auto attempt = setting.recorder.awaiting_look_back(setting.scenario);
  if (!attempt) return {};
  // Where text or policy have changed, its end may not be reached any more; what was recorded stays.
  auto ended = setting.recorder.finished_play(setting.scenario, *attempt);
  if (!ended) return {};
  const GoOn next = wait_for_enter(
      setting.talk,
      fmt::format(
          "You finished this conversation on {} and have not looked back on all of it. Press Enter to "
          "look back now, type new to start again, or q for not now.",
          local_date(attempt->last_at)),
      {"new"}, setting.care, setting.today());
  LookBackOffer offer;
  offer.leaves = next.answered == Answered::leave || next.at_end;
  // A number that is already waiting answers a new conversation.
  if (offer.leaves || !next.word.empty() || setting.talk.has_unread()) return offer;
  offer.track = Track{std::move(*ended), attempt->id, attempt->mode};
  if (attempt->looking_back) offer.step = attempt->looking_back->step;
  return offer;
}

void play_with_a_person(const Setting& setting, const PlayRequest& request, std::uint64_t seed,
                        Track& track) {
  tell_brief(setting.talk, setting.scenario, local_day(setting.recorder.now()));
  if (setting.recorder.is_recording()) {
    setting.talk.say("Your answers stay on this computer; nobody else sees them.");
  } else if (!request.records()) {
    setting.talk.say("Nothing of this play is recorded.");
  }
  LookBackOffer offer = offer_look_back(setting);
  if (offer.leaves) return;
  if (offer.track) {
    track = std::move(*offer.track);
    return debrief(setting, track, DebriefKind::asked, offer.step);
  }
  Beginning beginning = begin_or_go_on(setting, request, seed);
  if (beginning.leaves) return;
  track = beginning.track;
  // When the program was stopped between the last answer and the end.
  if (track.play.state.phase == Phase::ended) record_ending(setting, track);
  if (converse(setting, track, beginning.events) == Answered::go_on) {
    debrief(setting, track, DebriefKind::asked);
  } else if (track.attempt && setting.recorder.is_recording()) {
    setting.talk.say(track.play.state.phase == Phase::deciding
                         ? "Your place is kept. The same command brings you back here."
                         : "Your answers are kept. The same command lets you look back on them.");
  }
}

}  // namespace

int play_command(const PlayRequest& request, const Terminal& terminal, const Surroundings& surroundings) {
  const Loaded loaded = load(request, terminal, surroundings);
  if (!loaded.scenario) return loaded.code;
  const Scenario& scenario = *loaded.scenario;
  const Outlook outlook = Outlook::explore(scenario);
  if (request.json && outlook.kind() != Outlook::Kind::exact) {
    terminal.err << fmt::format("`{}` cannot be scored exactly; `steadfast analyze` says why.\n",
                                request.file.string());
    return kProblems;
  }
  const auto care = read_care(surroundings.share_folder);
  if (!care) terminal.err << care.error().message << '\n';
  const Care fitting = care ? care_for_conversation(*care.value(), scenario.resources) : Care{};

  Talk talk(terminal.in, request.json ? terminal.err : terminal.out, surroundings.person_is_typing);
  Recorder recorder(talk, surroundings.unix_milliseconds);
  if (request.records()) recorder.open(surroundings.data_folder);
  const Setting setting{scenario, outlook, care ? &fitting : nullptr, talk, recorder};
  const std::uint64_t seed = request.seed ? *request.seed : surroundings.fresh_seed();

  Track track;
  track.mode = request.mode;
  track.play = start_play(scenario, seed);
  int code = kDone;
  if (request.choose) {
    tell_brief(talk, scenario, local_day(surroundings.unix_milliseconds()));
    const std::string problem = play_list(setting, track, *request.choose);
    if (!problem.empty()) {
      terminal.err << problem << '\n';
    } else if (track.play.state.phase == Phase::ended) {
      debrief(setting, track, DebriefKind::told);
    } else {
      talk.say();
      talk.say(not_finished(scenario, track.play));
    }
    code = problem.empty() ? kDone : kProblems;
  } else {
    play_with_a_person(setting, request, seed, track);
  }
  if (request.json) terminal.out << play_as_json(scenario, score_play(scenario, outlook, track.play)) << '\n';
  return code;
}

}  // namespace steadfast::cli
