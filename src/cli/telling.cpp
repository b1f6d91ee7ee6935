#include "cli/telling.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <ctime>

#include <fmt/format.h>

#include "steadfast/review.h"

namespace steadfast::cli {

namespace {

void say_unless_empty(Talk& talk, std::string_view line) {
  if (!line.empty()) talk.say(line);
}

void tell_passage(Talk& talk, const Scenario& scenario, const ShownPassage& passage) {
  const std::string& name = scenario.mentee.name;
  say_unless_empty(talk, passage.stage);
  for (const Line& line : *passage.lines) {
    talk.say(fmt::format("{}: {}", line.speaker.empty() ? name : line.speaker, line.text));
  }
  std::string seen;
  if (!passage.mood.empty()) seen = fmt::format("{} seems {}.", name, passage.mood);
  if (!passage.sign.empty()) seen += (seen.empty() ? "" : " ") + std::string(passage.sign);
  say_unless_empty(talk, seen);
}

bool starts_what_follows(const Event& event) {
  return std::holds_alternative<NodeEntered>(event) || std::holds_alternative<EndingReached>(event);
}

}  // namespace

void tell_brief(Talk& talk, const Scenario& scenario, std::optional<Date> today) {
  const Mentee& mentee = scenario.mentee;
  talk.say(scenario.title);
  talk.say(review_sentence(scenario, today) + ".");
  talk.say();
  talk.say(fmt::format("You meet {}, {} ({}). {}", mentee.name, mentee.age, mentee.pronouns, mentee.about));
  talk.say(fmt::format("Where: {}", scenario.setting));
  talk.say(fmt::format("Your role: {}", scenario.role));
  if (!scenario.policy.empty()) talk.say(scenario.rulebook->policy.note);
  for (const PolicyAnswer& answer : policy_answers(scenario)) talk.say(policy_sentence(answer));
  for (const Objective& objective : scenario.objectives)
    talk.say(fmt::format("To practise: {}", objective.text));
  talk.say(scenario.content_note.text);
  if (!scenario.alternative.empty())
    talk.say(fmt::format("If you would rather not: {}", scenario.alternative));
  talk.say();
}

void tell_answer(Talk& talk, const Scenario& scenario, const std::vector<Event>& events) {
  for (const Event& event : events) {
    if (starts_what_follows(event)) return;
    if (const auto* said = std::get_if<ChoiceSaid>(&event)) {
      talk.say(fmt::format("You: {}", scenario.at(said->choice).say));
    } else if (const auto* reply = std::get_if<ReplyGiven>(&event)) {
      tell_passage(talk, scenario, reply->passage);
    }
  }
}

void tell_what_follows(Talk& talk, const Scenario& scenario, const std::vector<Event>& events) {
  for (const Event& event : events) {
    if (const auto* entered = std::get_if<NodeEntered>(&event)) {
      talk.say();
      tell_passage(talk, scenario, entered->passage);
    } else if (const auto* ending = std::get_if<EndingReached>(&event)) {
      talk.say();
      talk.say(fmt::format("The conversation ends here: {}", scenario.at(ending->ending).title));
    }
  }
}

std::vector<ChoiceIndex> choices_as_shown(const Scenario& scenario, const Play& play) {
  std::vector<ChoiceIndex> shown;
  for (const ChoiceIndex choice : display_order(scenario, play.state.node, play.seed)) {
    if (is_open(scenario, play.state, choice)) shown.push_back(choice);
  }
  return shown;
}

void tell_choices(Talk& talk, const Scenario& scenario, const Play& play) {
  std::size_t number = 0;
  talk.say();
  talk.say("What do you say?");
  for (const ChoiceIndex choice : choices_as_shown(scenario, play)) {
    talk.say(fmt::format("{}. {}", ++number, scenario.at(choice).say));
  }
  for (const ClosedChoice& closed : shown_closed(scenario, play.state)) {
    talk.say(fmt::format("Not open now: {} ({})", scenario.at(closed.choice).say, closed.because));
  }
}

void tell_coach(Talk& talk, const Scenario& scenario, const Feedback& feedback) {
  if (!feedback.heard.empty()) {
    talk.say(fmt::format("What {} may have heard: {}", scenario.mentee.name, feedback.heard));
  }
  if (!feedback.why.empty()) talk.say(fmt::format("Why it matters: {}", feedback.why));
  if (!feedback.instead.empty()) talk.say(fmt::format("What helps: {}", feedback.instead));
}

void tell_feedback(Talk& talk, const Scenario& scenario, const Choice& choice) {
  const Rubric& rubric = scenario.rulebook->rubric;
  talk.say();
  talk.say("Coach:");
  if (choice.critical) {
    talk.say("Many caring people say this; that is why we practise. Take a moment if you want one: type p.");
  }
  tell_coach(talk, scenario, choice.feedback);
  if (choice.critical) {
    const CriticalError& error = rubric.critical_errors[choice.critical->value];
    talk.say(fmt::format("For safety: {}. {}", error.name, error.why));
  }
  for (const Rating& rating : choice.ratings) {
    talk.say(fmt::format("{}: {} ({})", rubric.dimensions[rating.dimension.value].name,
                         word(helpfulness(rating.level)), rating.because));
  }
}

std::string_view word(Helpfulness helpfulness) {
  switch (helpfulness) {
    case Helpfulness::may_set_back:
      return "may set back";
    case Helpfulness::neutral:
      return "neutral";
    case Helpfulness::helped:
      break;
  }
  return "helped";
}

std::string capitalised(std::string_view text) {
  std::string copy(text);
  if (!copy.empty()) copy.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(copy.front())));
  return copy;
}

std::string how_many_plays(double plays) {
  return std::isfinite(plays) ? fmt::format("{:.0f} plays", plays) : "more plays than can be counted";
}

std::optional<Date> local_day(std::int64_t unix_milliseconds) {
  return parse_date(local_date(unix_milliseconds));
}

std::string local_date(std::int64_t unix_milliseconds) {
  const auto seconds = static_cast<std::time_t>(unix_milliseconds / 1000);
  std::tm parts{};
  if (localtime_r(&seconds, &parts) == nullptr) return "an earlier day";
  return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace steadfast::cli
