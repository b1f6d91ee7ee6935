#include "view/library_view.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "steadfast/review.h"
#include "view/playing.h"
#include "view/text.h"

namespace steadfast {

namespace {

bool is_practice(const AttemptRecord& record) {
  return record.origin && record.origin->kind == OriginKind::practice;
}

// How a scenario stands: its newest play if that is under way, else its first complete one.
struct Standing {
  const AttemptRecord* newest = nullptr;
  const AttemptRecord* under_way = nullptr;
  const AttemptRecord* first_complete = nullptr;
  const AttemptRecord* latest_complete = nullptr;
};

Standing standing_of(const AppState& state, const Scenario& scenario) {
  Standing standing;
  for (const AttemptRecord& record : state.records) {
    if (record.scenario != scenario.id || is_practice(record)) continue;
    const bool ended = record.state == AttemptState::ended;
    // One that was begun and never answered hides nothing that waits to be looked back on.
    const bool hides =
        ended || record.decisions > 0 || standing.newest == nullptr || standing.newest->moment.empty();
    if (hides) standing.newest = &record;
    standing.under_way = ended ? nullptr : &record;
    if (ended && standing.first_complete == nullptr) standing.first_complete = &record;
    if (ended) standing.latest_complete = &record;
  }
  return standing;
}

std::string skill_of(const Scenario& scenario) {
  // The skill most of its answers practise; the rubric's own order decides between equals.
  std::vector<int> counts(scenario.rulebook->rubric.dimensions.size(), 0);
  for (const Choice& choice : scenario.choices) {
    for (const Rating& rating : choice.ratings) ++counts[rating.dimension.value];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  if (most == counts.end() || *most == 0) return "";
  return scenario.rulebook->rubric.dimensions[static_cast<std::size_t>(most - counts.begin())].name;
}

// The last day it was practised after the first complete play, in whatever way.
std::string practised_again(const AppState& state, const AttemptRecord& first) {
  std::string latest;
  bool seen = false;
  for (const AttemptRecord& record : state.records) {
    if (seen && record.scenario == first.scenario) latest = std::max(latest, record.changed_on);
    seen = seen || record.attempt == first.attempt;
  }
  return latest.empty() ? "" : fmt::format("Practised again on {}.", latest);
}

CardView make_card(const AppState& state, const ScenarioEntry& entry) {
  CardView card;
  if (!entry.scenario) {
    card.state = CardState::broken;
    card.title = entry.file;
    card.summary = "This scenario cannot be opened yet: " + entry.problem;
    card.state_word = "Needs mending";
    // Nobody can have signed a text that does not load.
    card.review_line = kDraftSentence;
    return card;
  }
  const Scenario& scenario = *entry.scenario;
  card.picture = card_picture(entry);
  card.title = scenario.title;
  card.summary = scenario.summary;
  card.skill = skill_of(scenario);
  for (const std::string& tag : scenario.content_note.tags) card.content_words.push_back(capitalised(tag));
  card.minutes = fmt::format("{} min", scenario.minutes);
  card.level = level_name(scenario.intensity);
  if (entry.is_own) card.level += " · your own file";
  card.review_line = review_line(scenario, state.today);
  card.open = Action{scenario.title, "Opens the page before you start.", OpenBrief{scenario.id}, true};

  const Standing standing = standing_of(state, scenario);
  if (standing.under_way != nullptr) {
    card.state = CardState::in_progress;
    card.state_word = standing.under_way->moment.empty() ? "In progress" : standing.under_way->moment;
  } else if (standing.first_complete != nullptr) {
    card.state = CardState::done;
    const std::string& status = standing.first_complete->status;
    card.state_mark = status.empty() ? Mark{Shape::circle, "Done"} : mark_of_status(status);
    card.state_word = card.state_mark->word;
    card.practised_again = practised_again(state, *standing.first_complete);
  } else {
    card.state_word = "New";
  }
  if (standing.latest_complete != nullptr) {
    card.more.push_back({"Look back", "Opens what you looked at after the conversation.",
                         LookBack{standing.latest_complete->attempt}, true});
  }
  return card;
}

void add_resume(const AppState& state, const ScenarioEntry& entry, LibraryView& view) {
  const AttemptRecord* record = standing_of(state, *entry.scenario).newest;
  if (record == nullptr) return;
  const Scenario& scenario = *entry.scenario;
  const bool ended = record->state == AttemptState::ended;
  if (ended && record->moment.empty()) return;  // gone through to its end
  Action action{"Resume " + scenario.title, record->moment, ResumeAttempt{record->attempt}, true};
  if (ended) action = {"Look back on " + scenario.title, record->moment, LookBack{record->attempt}, true};
  view.resume.push_back(
      {scenario.title, record->moment, draft_line(scenario, state.today), std::move(action)});
}

CardGroup& group_called(LibraryView& view, const std::string& heading) {
  const auto found = std::find_if(view.groups.begin(), view.groups.end(),
                                  [&heading](const CardGroup& group) { return group.heading == heading; });
  return found != view.groups.end() ? *found : view.groups.emplace_back(CardGroup{heading, {}});
}

}  // namespace

LibraryView make_library_view(const AppState& state) {
  LibraryView view;
  view.key = "library";
  view.bar = {"Steadfast", "", state.learner_alias, std::nullopt, need_a_moment_action()};
  view.navigation = {{"Practice", "", true, GoToLibrary{}}};
  view.calm_note =
      "Some conversations may touch your own story. You can pause, skip or stop at any time. Nothing is "
      "lost.";
  view.heading = "Practice";
  view.lead = "Choose a conversation. There is no hurry, and no order you must keep.";
  view.notice = state.notice.empty() ? state.content->policy_problem : state.notice;
  // Files that need mending come last, under a heading of their own.
  CardGroup broken{"Not ready to open", {}};
  for (const ScenarioEntry& entry : state.content->scenarios) {
    if (!entry.scenario) {
      broken.cards.push_back(make_card(state, entry));
      continue;
    }
    add_resume(state, entry, view);
    group_called(view, theme_name(entry.scenario->theme)).cards.push_back(make_card(state, entry));
  }
  if (!broken.cards.empty()) view.groups.push_back(std::move(broken));
  if (view.groups.empty()) {
    view.empty = "There are no conversations here yet. Scenario files belong in the scenarios folder.";
  }
  return view;
}

}  // namespace steadfast
