#include "app/rehearsal.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "app/clock.h"
#include "steadfast/score.h"

namespace steadfast {
namespace {

// Longer than any guard against double taps.
constexpr std::int64_t kBetweenPresses = 2000;
constexpr std::uint64_t kSeed = 5;

const Choice* find_choice(const Scenario& scenario, const ChoiceId& id) {
  const auto found = std::find_if(scenario.choices.begin(), scenario.choices.end(),
                                  [&id](const Choice& choice) { return choice.id == id; });
  return found == scenario.choices.end() ? nullptr : &*found;
}

bool is_setback(const Choice& choice) {
  return std::any_of(choice.ratings.begin(), choice.ratings.end(), [](const Rating& rating) {
    return helpfulness(rating.level) == Helpfulness::may_set_back;
  });
}

// Position of the first decision of the play that `matches`; empty when there is none.
template <class Matches>
std::optional<std::size_t> find_decision(const Scenario& scenario, const RecordedPlay& play,
                                         Matches matches) {
  for (std::size_t position = 0; position < play.choose.size(); ++position) {
    const Choice* choice = find_choice(scenario, play.choose[position]);
    if (choice != nullptr && matches(*choice)) return position;
  }
  return std::nullopt;
}

// A play and how many of its decisions lead to what is to be shown.
struct Way {
  const RecordedPlay* play = nullptr;
  std::size_t decisions = 0;
};

class Rehearsal {
 public:
  Rehearsal(std::shared_ptr<const Content> content, const Scenario& scenario,
            const std::filesystem::path& folder)
      : scenario_(scenario),
        course_(std::make_unique<Course>(std::move(content),
                                         World{.data_folder = folder,
                                               .unix_milliseconds = unix_milliseconds,
                                               .fresh_seed = [] { return kSeed; }},
                                         now_)) {}

  void press(const Intent& intent) {
    now_ += kBetweenPresses;
    course_->apply(intent, now_);
  }
  void start(PlayMode mode = PlayMode::coach) {
    press(OpenBrief{scenario_.id});
    press(SetMode{mode});
    press(StartScenario{scenario_.id});
  }
  void say(const ChoiceId& choice) {
    press(SelectChoice{choice.text});
    press(SayChoice{choice.text});
  }
  // Says the first decisions of the play, and goes on after each but the last.
  void follow(const Way& way) {
    for (std::size_t position = 0; position < way.decisions; ++position) {
      if (position > 0) go_on();
      say(way.play->choose[position]);
    }
  }
  void go_on() {
    if (course_->state().screen == Screen::feedback) press(LookAtImpact{});
    if (course_->state().screen == Screen::feedback) press(ContinueAfterFeedback{});
  }
  // From the last answer to the debrief.
  void look_back() {
    go_on();
    if (course_->state().screen == Screen::conversation) press(GoToDebrief{});
  }
  void play_to_the_end(const RecordedPlay& play) {
    follow({.play = &play, .decisions = play.choose.size()});
    look_back();
  }

  const Scenario& scenario() const { return scenario_; }
  const AppState& state() const { return course_->state(); }
  std::unique_ptr<Course> take() { return std::move(course_); }

 private:
  const Scenario& scenario_;
  std::int64_t now_ = 0;
  std::unique_ptr<Course> course_;
};

// The play in which most goes wrong without a critical error: kind and wrong, the case to learn from.
const RecordedPlay& mixed_play(const Scenario& scenario) {
  const auto setbacks = [&scenario](const RecordedPlay& play) {
    return std::count_if(play.choose.begin(), play.choose.end(), [&scenario](const ChoiceId& id) {
      const Choice* choice = find_choice(scenario, id);
      return choice != nullptr && is_setback(*choice) && !choice->critical;
    });
  };
  return *std::max_element(
      scenario.plays.begin(), scenario.plays.end(),
      [&setbacks](const auto& one, const auto& other) { return setbacks(one) < setbacks(other); });
}

std::optional<Way> way_to_setback(const Scenario& scenario) {
  const RecordedPlay& play = mixed_play(scenario);
  const auto position = find_decision(
      scenario, play, [](const Choice& choice) { return is_setback(choice) && !choice.critical; });
  if (!position) return std::nullopt;
  return Way{&play, *position + 1};
}

std::optional<Way> way_to_critical(const Scenario& scenario) {
  for (const RecordedPlay& play : scenario.plays) {
    const auto position =
        find_decision(scenario, play, [](const Choice& choice) { return choice.critical.has_value(); });
    if (position) return Way{&play, *position + 1};
  }
  return std::nullopt;
}

// In the middle of the best play, with a choice selected and not yet said.
void talk(Rehearsal& rehearsal) {
  const RecordedPlay& play = rehearsal.scenario().plays.front();
  const std::size_t middle = std::min<std::size_t>(2, play.choose.size() - 1);
  rehearsal.start();
  rehearsal.follow({.play = &play, .decisions = middle});
  rehearsal.go_on();
  rehearsal.press(SelectChoice{play.choose[middle].text});
}

void library(Rehearsal& rehearsal) {
  talk(rehearsal);
  rehearsal.press(Leave{});
  rehearsal.press(GoToLibrary{});
}

void brief(Rehearsal& rehearsal) {
  rehearsal.press(OpenBrief{rehearsal.scenario().id});
}

void feedback(Rehearsal& rehearsal) {
  const auto way = way_to_setback(rehearsal.scenario());
  if (!way) return;
  rehearsal.start();
  rehearsal.follow(*way);
}

void feedback_critical(Rehearsal& rehearsal) {
  const auto way = way_to_critical(rehearsal.scenario());
  if (!way) return;
  rehearsal.start();
  rehearsal.follow(*way);
}

void feedback_critical_looked_at(Rehearsal& rehearsal) {
  feedback_critical(rehearsal);
  rehearsal.press(LookAtImpact{});
}

void pause(Rehearsal& rehearsal) {
  talk(rehearsal);
  rehearsal.press(NeedAMoment{});
}

void debrief(Rehearsal& rehearsal) {
  rehearsal.start();
  rehearsal.play_to_the_end(mixed_play(rehearsal.scenario()));
}

void debrief_how_was_it(Rehearsal& rehearsal) {
  debrief(rehearsal);
  rehearsal.press(SetFeeling{Feeling::mixed});
}

void debrief_what_happened(Rehearsal& rehearsal) {
  debrief(rehearsal);
  rehearsal.press(GoToStep{DebriefStep::what_happened});
}

void debrief_moments(Rehearsal& rehearsal) {
  debrief(rehearsal);
  rehearsal.press(GoToStep{DebriefStep::moments});
  rehearsal.press(ShowCoachView{0});
}

void debrief_skills(Rehearsal& rehearsal) {
  debrief(rehearsal);
  rehearsal.press(GoToStep{DebriefStep::skills});
}

void debrief_plan(Rehearsal& rehearsal) {
  debrief(rehearsal);
  rehearsal.press(GoToStep{DebriefStep::plan});
  rehearsal.press(SetText{TextFieldName::keep, "Asking first, before I offer anything."});
  rehearsal.press(SetText{TextFieldName::plan_if, "I want to fix it at once"});
  rehearsal.press(SetPractiseAgain{PractiseAgain::in_a_few_days});
}

void leave(Rehearsal& rehearsal) {
  talk(rehearsal);
  rehearsal.press(Leave{});
}

struct Station {
  const char* name;
  void (*reach)(Rehearsal&);
  Screen screen;
};

constexpr std::array<Station, 13> kStations = {{
    {"library", library, Screen::library},
    {"brief", brief, Screen::brief},
    {"conversation", talk, Screen::conversation},
    {"feedback", feedback, Screen::feedback},
    {"feedback-critical", feedback_critical, Screen::feedback},
    {"feedback-critical-looked-at", feedback_critical_looked_at, Screen::feedback},
    {"pause", pause, Screen::pause},
    {"debrief-1", debrief_how_was_it, Screen::debrief},
    {"debrief-2", debrief_what_happened, Screen::debrief},
    {"debrief-3", debrief_moments, Screen::debrief},
    {"debrief-4", debrief_skills, Screen::debrief},
    {"debrief-5", debrief_plan, Screen::debrief},
    {"left", leave, Screen::left},
}};

// The first scenario of the library that carries plays.
const Scenario* find_played_scenario(const Content& content) {
  for (const ScenarioEntry& entry : content.scenarios) {
    if (entry.scenario && !entry.scenario->plays.empty() && !entry.scenario->plays.front().choose.empty()) {
      return entry.scenario.get();
    }
  }
  return nullptr;
}

}  // namespace

std::vector<std::string> rehearsed_screens() {
  std::vector<std::string> names;
  for (const Station& station : kStations) names.emplace_back(station.name);
  return names;
}

Result<std::unique_ptr<Course>> rehearse(std::string_view screen, std::shared_ptr<const Content> content,
                                         const std::filesystem::path& data_folder) {
  const Scenario* scenario = find_played_scenario(*content);
  if (scenario == nullptr) return Error{"There is no scenario with recorded plays to show."};
  const auto station = std::find_if(kStations.begin(), kStations.end(),
                                    [screen](const Station& candidate) { return screen == candidate.name; });
  Rehearsal rehearsal(std::move(content), *scenario, data_folder);
  station->reach(rehearsal);
  if (rehearsal.state().screen != station->screen) {
    return Error{fmt::format("The screen {} cannot be reached with the plays of {}.", screen, scenario->id)};
  }
  return rehearsal.take();
}

}  // namespace steadfast
