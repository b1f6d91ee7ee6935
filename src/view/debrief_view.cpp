#include "view/debrief_view.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "view/debrief_parts.h"
#include "view/looking_back.h"
#include "view/playing.h"
#include "view/text.h"

namespace steadfast {

namespace {

struct StepName {
  DebriefStep step;
  std::string_view name;
};

constexpr std::array<StepName, 5> kSteps = {{{DebriefStep::how_was_it, "How was that for you?"},
                                             {DebriefStep::what_happened, "What happened"},
                                             {DebriefStep::moments, "Moments"},
                                             {DebriefStep::skills, "Your skills"},
                                             {DebriefStep::plan, "Keep, change, plan"}}};

std::size_t position_of(DebriefStep step) {
  return static_cast<std::size_t>(step);
}

std::string_view name_of_step(DebriefStep step) {
  return kSteps[position_of(step)].name;
}

const Scenario& scenario_of(const AppState& state) {
  return *state.content->scenarios[state.sitting->entry].scenario;
}

std::string sentence_of_moods(const Scenario& scenario, const Told& told) {
  const std::string& name = scenario.mentee.name;
  if (told.first.mood.empty() || told.last.mood.empty()) return "";
  if (told.first.mood == told.last.mood) {
    return fmt::format("{} seemed {} at the start, and {} at the end too.", name, told.first.mood,
                       told.last.mood);
  }
  return fmt::format("{} seemed {} at the start and {} at the end.", name, told.first.mood, told.last.mood);
}

std::vector<std::string> names_in_band(const Scenario& scenario, const Score& score, Band band) {
  std::vector<std::string> names;
  for (std::size_t position = 0; position < score.dimensions.size(); ++position) {
    if (score.dimensions[position].band == band) {
      names.push_back(scenario.rulebook->rubric.dimensions[position].name);
    }
  }
  return names;
}

std::string why_debrief(const Scenario& scenario, const std::vector<std::uint32_t>& criticals,
                        const std::vector<std::uint32_t>& omissions) {
  std::vector<std::string> moments;
  for (const std::uint32_t position : criticals) moments.push_back(fmt::format("moment {}", position + 1));
  std::string why;
  if (!moments.empty()) {
    why = fmt::format("Something that matters for safety came up in {}. ", joined_with_and(moments));
  }
  for (const std::uint32_t position : omissions) {
    why += fmt::format("Something was left out that had to be said: {}. ", scenario.omissions[position].name);
  }
  return why +
         "It happens to many caring people; that is why we practise. Talk it through with your trainer "
         "before you go on.";
}

std::string why_practise_again(const Scenario& scenario, const Score& score) {
  const std::vector<std::string> names = names_in_band(scenario, score, Band::practise_again);
  if (names.empty()) {
    return fmt::format(
        "No safety line was touched. Some moments had an answer that would have helped {} more.",
        object_of(scenario.mentee));
  }
  return fmt::format("No safety line was touched. The most room to grow is in {}.", joined_with_and(names));
}

struct StatusAndWhy {
  std::string status;
  std::string why;
};

StatusAndWhy status_of(const Scenario& scenario, const Sitting& sitting) {
  const std::optional<Score>& score = sitting.debrief->score;
  std::vector<std::uint32_t> criticals;
  for (std::uint32_t position = 0; position < sitting.play.decisions.size(); ++position) {
    if (scenario.at(sitting.play.decisions[position].choice).critical) criticals.push_back(position);
  }
  const bool ended = sitting.play.state.phase == Phase::ended;
  const std::vector<std::uint32_t> omissions =
      ended ? unmet_omissions(scenario, sitting.play.state) : std::vector<std::uint32_t>{};
  if (!criticals.empty() || !omissions.empty()) {
    return {std::string(to_string(Status::needs_debrief)), why_debrief(scenario, criticals, omissions)};
  }
  if (!score || !score->status) {
    return {"",
            "This conversation branches too widely to work out a status. Talk it through with your trainer."};
  }
  const std::string status(to_string(*score->status));
  if (*score->status == Status::ready_to_discuss) {
    return {status, "No safety line was touched, and no skill fell behind. A good time to talk it through."};
  }
  return {status, why_practise_again(scenario, *score)};
}

}  // namespace

HowWasItView make_how_was_it(const AppState& state) {
  const DebriefState& debrief = *state.sitting->debrief;
  HowWasItView view;
  view.lead =
      "The conversation is over. Only you see this step. It is not scored and not saved, and you can skip "
      "it.";
  const auto add = [&view, &debrief](std::string_view label, Feeling feeling) {
    view.feelings.push_back({std::string(label), "", debrief.feeling == feeling, SetFeeling{feeling}});
  };
  add("I'm fine", Feeling::fine);
  add("A bit of everything", Feeling::mixed);
  add("It was heavy", Feeling::heavy);
  add("Not sure yet", Feeling::unsure);
  view.words = {TextFieldName::feeling, "In your own words, if you like", "Please leave out real names.",
                debrief.feeling_text, 1000};
  view.privacy = "What you choose or write here is gone when you leave this page.";
  if (debrief.feeling == Feeling::heavy) {
    view.care = "Thank you for saying so. You can stop here for today, or take a moment first.";
    view.moment = need_a_moment_action();
  }
  return view;
}

WhatHappenedView make_what_happened(const AppState& state) {
  const Sitting& sitting = *state.sitting;
  const Scenario& scenario = scenario_of(state);
  const Told told = tell(scenario, sitting.play);
  WhatHappenedView view;
  const std::size_t answers = sitting.play.decisions.size();
  view.sentences.push_back(
      answers == 1 ? fmt::format("You met {}, and you answered once.", scenario.mentee.name)
                   : fmt::format("You met {}, and you answered {} times.", scenario.mentee.name, answers));
  if (const std::string moods = sentence_of_moods(scenario, told); !moods.empty())
    view.sentences.push_back(moods);
  if (sitting.play.state.phase == Phase::ended) {
    const Ending& ending = scenario.at(sitting.play.state.ending);
    view.sentences.push_back(fmt::format("The conversation ended here: {}", as_sentence(ending.title)));
    view.next_heading = "What happened next";
    view.next = ending.what_happened;
    view.reflection = ending.reflection;
    if (!view.reflection.empty()) view.reflection_heading = "A question to take with you";
  }
  StatusAndWhy status = status_of(scenario, sitting);
  if (!status.status.empty()) view.status_mark = mark_of_status(status.status);
  view.status = capitalised(status.status);
  view.why = std::move(status.why);
  return view;
}

PlanView make_plan(const AppState& state) {
  const DebriefState& debrief = *state.sitting->debrief;
  const Reflection& words = debrief.reflection;
  PlanView view;
  view.lead = "One thing to keep, one thing to change. Short is fine, and so is nothing at all.";
  const auto add = [&view](TextFieldName field, std::string label, std::string hint,
                           const std::string& text) {
    view.fields.push_back({field, std::move(label), std::move(hint), text, 1000});
  };
  add(TextFieldName::keep, "One thing I did well and want to keep", "", words.keep);
  add(TextFieldName::change, "One thing I will try another way", "", words.change);
  add(TextFieldName::plan_if, "If this comes up …", "For example: if somebody asks me to keep a secret",
      words.plan_if);
  add(TextFieldName::plan_then, "… then I will", "For example: say what I can keep private and what I cannot",
      words.plan_then);
  add(TextFieldName::care, "One thing I do for myself today", "", words.care);
  view.again_heading = "When would you like to practise again?";
  const auto again = [&view, &debrief](PractiseAgain when, std::string_view label) {
    view.again.push_back({std::string(label), "", debrief.practise_again == when, SetPractiseAgain{when}});
  };
  again(PractiseAgain::tomorrow, "Tomorrow");
  again(PractiseAgain::in_a_few_days, "In a few days");
  again(PractiseAgain::next_week, "Next week");
  again(PractiseAgain::not_planned, "I'll see");
  view.share_heading = "A note for your trainer";
  view.share = {{"Keep it to myself", "", !words.share_with_trainer, SetShare{false}},
                {"Have a note ready to show", "You decide when and to whom. Nothing is sent.",
                 words.share_with_trainer, SetShare{true}}};
  if (words.share_with_trainer) view.share_note = words.trainer_note;
  view.privacy =
      state.sitting->recording == Recording::recorded
          ? "What you write here is kept on this computer only. Please leave out real names."
          : "This conversation is not being saved, so what you write here is gone when you close the page.";
  return view;
}

DebriefView make_debrief_view(const AppState& state) {
  const Sitting& sitting = *state.sitting;
  const Scenario& scenario = scenario_of(state);
  const DebriefState& debrief = *sitting.debrief;
  const std::size_t position = position_of(debrief.step);

  DebriefView view;
  view.key = fmt::format("debrief:{}:{}:{}", scenario.id, sitting.play.decisions.size(), position);
  view.bar = {scenario.title + " · Looking back",
              fmt::format("Step {} of {} · {}", position + 1, kSteps.size(), name_of_step(debrief.step)),
              state.learner_alias, Action{"Leave, keep my place", "", Leave{}, true}, need_a_moment_action()};
  if (sitting.recording == Recording::unrecorded) view.bar.leave = Action{"Leave", "", Leave{}, true};
  view.draft_line = draft_line(scenario, state.today);
  if (sitting.branch != BranchKind::none) {
    view.practice_line = "You are looking back on a practice branch. Your first answers stay in your record.";
  }
  view.notice = state.notice.empty() ? sitting.note : state.notice;
  for (const StepName& step : kSteps) {
    const bool visited =
        std::find(debrief.visited.begin(), debrief.visited.end(), step.step) != debrief.visited.end();
    view.steps.push_back({std::string(step.name), visited && step.step != debrief.step,
                          step.step == debrief.step, GoToStep{step.step}});
  }
  view.calm_note =
      fmt::format("{} is fictional. You are back. Nothing here decides whether you become a mentor.",
                  scenario.mentee.name);
  view.heading = name_of_step(debrief.step);
  view.step = debrief.step;
  switch (debrief.step) {
    case DebriefStep::how_was_it:
      view.how_was_it = make_how_was_it(state);
      break;
    case DebriefStep::what_happened:
      view.what_happened = make_what_happened(state);
      break;
    case DebriefStep::moments:
      view.moments = make_moments(state);
      break;
    case DebriefStep::skills:
      view.skills = make_skills(state);
      break;
    case DebriefStep::plan:
      view.plan = make_plan(state);
      break;
  }
  if (position + 1 < kSteps.size()) {
    const StepName& next = kSteps[position + 1];
    const bool skips =
        debrief.step == DebriefStep::how_was_it && !debrief.feeling && debrief.feeling_text.empty();
    view.primary = {fmt::format("{}: {}", skips ? "Skip to the next step" : "Next", next.name), "",
                    GoToStep{next.step}, true};
  } else if (sitting.branch != BranchKind::none) {
    view.primary = {"Back to my first answers", "", FinishDebrief{}, true};
  } else {
    view.primary = {"Finish", "Back to practice.", FinishDebrief{}, true};
  }
  if (position > 0) {
    view.back =
        Action{"Back", std::string(kSteps[position - 1].name), GoToStep{kSteps[position - 1].step}, true};
  }
  return view;
}

}  // namespace steadfast
