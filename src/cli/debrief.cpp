#include "cli/debrief.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "cli/debrief_skills.h"
#include "cli/telling.h"
#include "steadfast/moments.h"

namespace steadfast::cli {

namespace {

constexpr std::uint32_t kDebriefSteps = 5;
constexpr std::string_view kNext = "Press Enter for the next step.";

class Debrief {
 public:
  Debrief(const Setting& setting, const Track& track, DebriefKind kind)
      : setting_(setting), track_(track), kind_(kind), score_(score_of(setting, track.play)) {
    if (score_) moments_ = moments_worth_another_look(*score_);
  }

  void run(std::uint32_t first_step) {
    say();
    say(fmt::format("Looking back. {} is fictional, and you are back.", scenario().mentee.name));
    using Step = bool (Debrief::*)();
    constexpr std::array<Step, kDebriefSteps> kSteps{&Debrief::how_was_it, &Debrief::what_happened,
                                                     &Debrief::moments, &Debrief::skills, &Debrief::plan};
    for (std::uint32_t number = first_step; number <= kDebriefSteps; ++number) {
      keep_place({number, false});
      if ((this->*kSteps[number - 1])()) continue;
      say(is_recorded() ? "You can stop here. The same command brings you back to this step."
                        : "You can stop here.");
      return;
    }
    keep_place({kDebriefSteps, true});
    say();
    say("That was the conversation and the look back. Do one thing for yourself today.");
  }

 private:
  const Scenario& scenario() const { return setting_.scenario; }
  bool is_recorded() const { return setting_.recorder.is_recording() && track_.attempt; }
  const Rubric& rubric() const { return scenario().rulebook->rubric; }
  void say(std::string_view line = {}) const { setting_.talk.say(line); }
  const Choice& choice_at(std::uint32_t position) const {
    return scenario().at(track_.play.decisions[position].choice);
  }

  void step(int number, std::string_view heading) const {
    say();
    say(fmt::format("Step {} of 5. {}", number, heading));
  }

  // False when the person wants to stop.
  bool go_on() const {
    if (kind_ == DebriefKind::told) return true;
    return wait_for_enter(setting_.talk, kNext, {}, setting_.care, setting_.today()).answered ==
           Answered::go_on;
  }

  // One line in the person's own words, empty when skipped; nothing when the person wants to stop.
  std::optional<std::string> ask_or_stop(std::string_view question) const {
    for (;;) {
      say(question);
      std::string line = setting_.talk.read().value_or(std::string());
      if (line == "q") return std::nullopt;
      if (line != "p") return line;
      if (pause(setting_.talk, setting_.care, setting_.today()) == Answered::leave) return std::nullopt;
    }
  }
  // Once the input is over nobody is there to have looked back.
  void keep_place(const LookingBack& place) const {
    if (!setting_.talk.has_ended()) setting_.recorder.save_looking_back(track_.attempt, place);
  }

  bool how_was_it() {
    step(1, "How was that for you?");
    if (kind_ == DebriefKind::told) {
      say("This one is for you alone. It is never scored and never kept.");
      return true;
    }
    const auto words = ask_or_stop(
        "This is for you alone, not scored and not kept. Type a few words, or press Enter to go on.");
    if (!words) return false;
    if (!words->empty())
      say("Thank you. If it stays with you, type p at any step, or talk to your coordinator.");
    return true;
  }

  bool what_happened() {
    step(2, "What happened");
    const Ending& ending = scenario().at(track_.play.state.ending);
    say(fmt::format("You answered {} {}.", scenario().mentee.name,
                    counted(track_.play.decisions.size(), "time")));
    say(ending.what_happened);
    if (score_ && score_->status) {
      say(fmt::format("Result: {}. {}", capitalised(to_string(*score_->status)), why(*score_->status)));
    } else {
      say("This conversation has too many ways to be scored exactly, so there is no result.");
    }
    say(fmt::format("A question to take along: {}", ending.reflection));
    return go_on();
  }

  std::string why(Status status) const {
    switch (status) {
      case Status::needs_debrief:
        return "Something that matters for safety came up. Many caring people do this; talk it through with "
               "your "
               "trainer, then practise that moment again.";
      case Status::practise_again:
        return "Some of it helped, and some of it is worth another try.";
      case Status::ready_to_discuss:
        break;
    }
    return "Bring it to your trainer and talk about what you did and why.";
  }

  bool moments() {
    step(3, "Moments worth another look");
    if (moments_.empty() && (!score_ || score_->unmet_omissions.empty()))
      say("No moment stands out as one to change.");
    if (score_) {
      for (const std::uint32_t position : score_->unmet_omissions) omission(scenario().omissions[position]);
    }
    for (const Moment& moment : moments_) {
      if (!look_at(moment)) return false;
    }
    if (const auto strongest = score_ ? strongest_moment(*score_) : std::nullopt) {
      say();
      say(fmt::format("What went well: at moment {} you said: {}", *strongest + 1,
                      choice_at(*strongest).say));
    }
    return kind_ == DebriefKind::told || offer_practice();
  }

  void omission(const OmissionGate& gate) const {
    say();
    say(fmt::format("Not said in this conversation: {}", gate.name));
    tell_coach(setting_.talk, scenario(), gate.feedback);
  }

  bool look_at(const Moment& moment) const {
    const Choice& choice = choice_at(moment.decision);
    say();
    say(fmt::format("Moment {}. You said: {}", moment.decision + 1, choice.say));
    say(fmt::format("Think first: what might {} have heard? What else could you have said?",
                    scenario().mentee.name));
    if (kind_ == DebriefKind::asked) {
      const GoOn next = wait_for_enter(setting_.talk, "Press Enter for the coach's view.", {}, setting_.care,
                                       setting_.today());
      if (next.answered == Answered::leave) return false;
    }
    tell_coach(setting_.talk, scenario(), choice.feedback);
    if (choice.critical) {
      const CriticalError& error = rubric().critical_errors[choice.critical->value];
      say(fmt::format("For safety: {}. {}", error.name, error.why));
    }
    for (const PractisedMoment& practised : setting_.recorder.practised_moments(track_.attempt)) {
      if (practised.position == moment.decision)
        say(fmt::format("Practised again on {}.", local_date(practised.at)));
    }
    return true;
  }

  bool offer_practice() const {
    for (;;) {
      say();
      say("Type r and a number, such as r 2, to practise from that moment again. Your first answers stay.");
      say("Or press Enter for the next step.");
      const auto line = setting_.talk.read();
      if (!line || line->empty()) return true;
      if (*line == "q") return false;
      if (*line == "p" && pause(setting_.talk, setting_.care, setting_.today()) == Answered::leave)
        return false;
      if (line->front() != 'r') continue;
      const auto number =
          whole_number(std::string_view(*line).substr(std::min(line->find_first_not_of("r "), line->size())));
      if (!number || *number < 1 || *number > track_.play.decisions.size()) {
        say(fmt::format("There are moments 1 to {}.", track_.play.decisions.size()));
        continue;
      }
      const auto kept = static_cast<std::uint32_t>(*number - 1);
      if (practise_from(setting_, track_, kept) == Answered::leave) say("Back to looking back.");
    }
  }

  bool skills() {
    step(4, "Skills");
    if (score_) {
      tell_skills(setting_.talk, scenario(), *score_);
    } else {
      say("Without an exact score there is nothing to say about skills here.");
    }
    tell_trust(setting_.talk, scenario(), track_.play);
    return go_on();
  }

  bool plan() {
    step(5, "Keep one, change one");
    if (const auto strongest = score_ ? strongest_moment(*score_) : std::nullopt) {
      say(fmt::format("You could keep: {}", choice_at(*strongest).feedback.why));
    }
    if (!moments_.empty()) {
      say(fmt::format("You could change: {}", choice_at(moments_.front().decision).feedback.instead));
    }
    if (kind_ == DebriefKind::told) return true;
    const auto answer = ask_or_stop(
        is_recorded() ? "Type y to write a plan that stays on this computer, or press Enter to finish."
                      : "Type y to think it through here (it is not kept), or press Enter to finish.");
    if (!answer) return false;
    return *answer != "y" || write_plan();
  }

  // False when the person leaves; what was written until then is kept all the same.
  bool write_plan() const {
    DebriefNote note;
    struct Question {
      const char* words;
      std::string* answer;
    };
    const std::array<Question, 6> questions{{{"One thing I keep:", &note.keep},
                                             {"One thing I change:", &note.change},
                                             {"If …", &note.plan_if},
                                             {"… then I will …", &note.plan_then},
                                             {"One thing I do for myself today:", &note.care},
                                             {"When I practise again:", &note.practise_again}}};
    bool stays = true;
    for (const Question& question : questions) {
      const auto answer = ask_or_stop(question.words);
      stays = answer.has_value();
      if (!stays) break;
      *question.answer = *answer;
    }
    if (stays) {
      const std::string line =
          fmt::format("{}, {}: {}.", scenario().title, setting_.today(),
                      score_ && score_->status ? to_string(*score_->status) : "no result");
      say(fmt::format("For your trainer, these exact words and no more: {}", line));
      const auto answer =
          ask_or_stop("Type y if you are ready to share them, or press Enter to keep it to yourself.");
      stays = answer.has_value();
      note.share_with_trainer = answer == "y";
      if (note.share_with_trainer) note.trainer_note = line;
    }
    if (note == DebriefNote{}) return stays;
    say(setting_.recorder.keep(track_.attempt, note) ? "Kept on this computer." : "Not kept.");
    return stays;
  }

  const Setting& setting_;
  const Track& track_;
  DebriefKind kind_;
  std::optional<Score> score_;
  std::vector<Moment> moments_;
};

}  // namespace

void debrief(const Setting& setting, const Track& track, DebriefKind kind, std::uint32_t first_step) {
  Debrief(setting, track, kind).run(first_step);
}

}  // namespace steadfast::cli
