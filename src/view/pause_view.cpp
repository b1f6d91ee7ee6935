#include "view/pause_view.h"

#include <algorithm>

#include <fmt/format.h>

#include "view/playing.h"
#include "view/text.h"

namespace steadfast {

namespace {

bool is_in_sitting(const AppState& state) {
  const Screen back_to = state.pause.back_to;
  return back_to == Screen::conversation || back_to == Screen::feedback || back_to == Screen::debrief;
}

std::string label_of_leave(const AppState& state) {
  if (!is_in_sitting(state)) return "Leave";
  return state.sitting->branch == BranchKind::none ? "Leave and keep my place" : "Leave the practice";
}

std::string with_label(std::string_view label, const std::string& value) {
  return value.empty() ? "" : fmt::format("{} {}", label, value);
}

std::string place_name(const std::string& locale) {
  if (locale == "programme") return "";
  if (locale == "US") return "United States";
  if (locale == "CA") return "Canada";
  if (locale == "GB") return "United Kingdom";
  if (locale == "AU") return "Australia";
  if (locale == "EU") return "European Union";
  return locale;
}

ContactView make_contact(const Resource& resource, const std::string& today) {
  ContactView view;
  view.name = resource.name;
  view.what_for = resource.for_what;
  // A chat is often at the very address that is also given: once is enough.
  const bool chat_is_address =
      !resource.chat.empty() && resource.url.find(resource.chat) != std::string::npos;
  const std::string address = chat_is_address ? std::string() : resource.url;
  for (std::string way : {with_label("Call", resource.call), with_label("Text", resource.text),
                          with_label("Chat:", resource.chat), address, resource.how}) {
    if (!way.empty()) view.ways.push_back(std::move(way));
  }
  for (const std::string& detail :
       {place_name(resource.locale), resource.hours, resource.languages, resource.cost,
        resource.confidentiality,
        std::string(resource.is_reporting_line ? "Telling them is a report to the authorities." : "")}) {
    if (detail.empty()) continue;
    view.details += (view.details.empty() ? "" : " · ") + detail;
  }
  view.check_first = needs_checking(resource, today);
  // The programme's own entry says where to find the number; there is none here that could be out of date.
  const bool has_number = !resource.call.empty() || !resource.text.empty() || !resource.chat.empty();
  if (!view.check_first) {
    view.checked = fmt::format("Checked on {}.", resource.verified_on);
  } else if (has_number) {
    view.checked = resource.verified_on.empty()
                       ? "Check this number before you rely on it."
                       : fmt::format("Check this number: it was last checked on {}.", resource.verified_on);
  } else {
    view.check_first = false;
  }
  return view;
}

// The resources that the conversation under way names.
const std::vector<std::string>& resources_of_sitting(const AppState& state) {
  static const std::vector<std::string> kNone;
  if (!is_in_sitting(state)) return kNone;
  return state.content->scenarios[state.sitting->entry].scenario->resources;
}

std::vector<ContactGroup> make_contacts(const AppState& state) {
  ContactGroup programme{"Your programme", "", {}};
  ContactGroup fitting{"For this conversation", "", {}};
  ContactGroup national{"Lines anyone can use", "", {}};
  const std::vector<std::string>& named = resources_of_sitting(state);
  if (state.content->care) {
    for (const Resource& resource : state.content->care->resources) {
      const bool is_own = resource.locale == "programme";
      // A row of the programme without a number yet would only stand in the way of those that have one.
      if (is_own && resource.call.empty() && resource.text.empty() && resource.chat.empty()) continue;
      const bool fits = std::find(named.begin(), named.end(), resource.id) != named.end();
      ContactGroup& group = is_own ? programme : fits ? fitting : national;
      group.contacts.push_back(make_contact(resource, state.today));
    }
  }
  if (programme.contacts.empty())
    programme.empty = "Use the numbers your coordinator gave you: they come first.";
  if (national.contacts.empty()) national.empty = "No lines are listed here.";
  std::vector<ContactGroup> groups{std::move(programme)};
  if (!fitting.contacts.empty()) groups.push_back(std::move(fitting));
  groups.push_back(std::move(national));
  return groups;
}

void add_grounding(const AppState& state, PauseView& view) {
  if (!state.content->care) return;
  const Care& care = *state.content->care;
  if (care.exercises.empty()) return;
  view.grounding_heading = "A grounding minute";
  view.grounding_note = care.grounding_note;
  for (const GroundingExercise& exercise : care.exercises) {
    view.grounding.push_back({exercise.name, "", OpenGrounding{exercise.id}, true});
    if (exercise.id == state.pause.grounding) {
      view.exercise = GroundingView{exercise.name, exercise.steps, care.grounding_note,
                                    Action{"Stop", "You can stop at any point.", StopGrounding{}, true}};
    }
  }
}

}  // namespace

PauseView make_pause_view(const AppState& state) {
  PauseView view;
  view.key = "pause:" + state.pause.grounding;
  view.bar = {"I need a moment", "", state.learner_alias, std::nullopt, std::nullopt};
  view.heading = "Paused. Nothing is lost.";
  view.lead = "Take all the time you like. Nothing here is timed, and nobody is told that you paused.";
  view.keep_going = {"Keep going", "", KeepGoing{}, true};
  view.leave = Action{label_of_leave(state), "", Leave{}, true};
  if (is_in_sitting(state)) {
    const Sitting& sitting = *state.sitting;
    const bool is_unsaved = sitting.recording != Recording::recorded || !sitting.trouble.empty();
    if (is_unsaved) view.leave = Action{"Leave", "Your latest answers are not being saved.", Leave{}, true};
    view.read_back = Action{state.pause.reads_back ? "Hide what was said" : "Read back",
                            state.pause.reads_back ? "" : "Shows what was said so far.",
                            ReadBack{!state.pause.reads_back}, true};
    if (state.pause.reads_back) {
      view.draft_line = draft_line(*state.content->scenarios[sitting.entry].scenario, state.today);
      view.transcript = tell(*state.content->scenarios[sitting.entry].scenario, sitting.play).bubbles;
    }
  }
  // One thing at a time, so that what was asked for is in sight.
  if (!state.pause.shows_contacts && !state.pause.reads_back) add_grounding(state, view);
  view.contacts_toggle = {state.pause.shows_contacts ? "Close the list" : "People you can talk to", "",
                          ShowContacts{!state.pause.shows_contacts}, true};
  if (state.pause.shows_contacts) {
    view.contacts_note = state.content->care ? state.content->care->resources_note : "";
    view.contacts = make_contacts(state);
  }
  return view;
}

}  // namespace steadfast
