#include "cli/pause.h"

#include <algorithm>

#include <fmt/format.h>

namespace steadfast::cli {

namespace {

void tell_exercise(Talk& talk, const GroundingExercise& exercise) {
  talk.say();
  talk.say(fmt::format("{}. About {} seconds; stop whenever you like.", exercise.name, exercise.seconds));
  for (const std::string& step : exercise.steps) talk.say(step);
  talk.say();
}

// The exercises are offered one at a time, so that a screen reader does not have to read all of them.
void ground(Talk& talk, const Care& care) {
  talk.say();
  talk.say(care.grounding_note);
  for (std::size_t number = 1; number <= care.exercises.size(); ++number) {
    talk.say(fmt::format("{}. {}", number, care.exercises[number - 1].name));
  }
  talk.say("Type a number, or press Enter to go back.");
  while (const auto line = talk.read()) {
    if (line->empty()) return;
    const auto number = whole_number(*line);
    if (number && *number >= 1 && *number <= care.exercises.size()) {
      tell_exercise(talk, care.exercises[*number - 1]);
      return;
    }
    talk.say(fmt::format("Type a number from 1 to {}, or press Enter to go back.", care.exercises.size()));
  }
}

void say_if_known(Talk& talk, std::string_view label, const std::string& value) {
  if (!value.empty()) talk.say(fmt::format("  {}: {}", label, value));
}

std::string_view place(std::string_view locale) {
  if (locale == "programme") return "Your own program";
  if (locale == "US") return "United States";
  if (locale == "CA") return "Canada";
  if (locale == "GB") return "United Kingdom";
  if (locale == "AU") return "Australia";
  return locale == "EU" ? "European Union" : locale;
}

void tell_people(Talk& talk, const Care& care, std::string_view today) {
  talk.say();
  talk.say(care.resources_note);
  std::string_view locale;
  for (const Resource& resource : care.resources) {
    if (resource.locale != locale) {
      talk.say();
      talk.say(place(resource.locale));
    }
    locale = resource.locale;
    talk.say(fmt::format("{}: {}", resource.name, resource.for_what));
    say_if_known(talk, "How", resource.how);
    say_if_known(talk, "Call", resource.call);
    say_if_known(talk, "Text", resource.text);
    say_if_known(talk, "Chat", resource.chat);
    say_if_known(talk, "Web", resource.url);
    say_if_known(talk, "Hours", resource.hours);
    say_if_known(talk, "Languages", resource.languages);
    say_if_known(talk, "Cost", resource.cost);
    say_if_known(talk, "What stays private", resource.confidentiality);
    if (needs_checking(resource, today)) {
      talk.say("  Check this number before you rely on it.");
    } else {
      talk.say(fmt::format("  Checked on {}.", resource.verified_on));
    }
  }
  talk.say();
}

}  // namespace

Answered pause(Talk& talk, const Care* care, std::string_view today) {
  talk.say();
  talk.say("Paused. Nothing is lost.");
  for (;;) {
    talk.say(care != nullptr
                 ? "Press Enter to keep going. Type g for a grounding minute, c for people you can talk to, "
                   "q to leave and keep your place."
                 : "Press Enter to keep going. Type q to leave and keep your place.");
    const auto line = talk.read();
    if (!line || line->empty()) return Answered::go_on;
    if (*line == "q") return Answered::leave;
    if (care != nullptr && *line == "g") {
      ground(talk, *care);
    } else if (care != nullptr && *line == "c") {
      tell_people(talk, *care, today);
    } else if (whole_number(*line) && !talk.person_is_typing()) {
      talk.unread(*line);
      return Answered::go_on;
    }
  }
}

GoOn wait_for_enter(Talk& talk, std::string_view prompt, const std::vector<std::string_view>& words,
                    const Care* care, std::string_view today) {
  for (;;) {
    talk.say(prompt);
    const auto line = talk.read();
    if (!line) return {Answered::go_on, {}, true};
    if (line->empty()) return {};
    if (*line == "q") return {Answered::leave, {}, false};
    if (*line == "p") {
      if (pause(talk, care, today) == Answered::leave) return {Answered::leave, {}, false};
      continue;
    }
    if (std::find(words.begin(), words.end(), *line) != words.end()) return {Answered::go_on, *line, false};
    if (whole_number(*line) && !talk.person_is_typing()) {
      talk.unread(*line);
      return {};
    }
  }
}

}  // namespace steadfast::cli
