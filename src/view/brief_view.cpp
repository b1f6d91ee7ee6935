#include "view/brief_view.h"

#include <utility>

#include <fmt/format.h>

#include "view/playing.h"
#include "view/text.h"

namespace steadfast {

namespace {

// The play to continue: the newest one that is not practice, if it has not ended.
const AttemptRecord* under_way(const AppState& state, const Scenario& scenario) {
  const AttemptRecord* newest = nullptr;
  for (const AttemptRecord& record : state.records) {
    const bool is_practice = record.origin && record.origin->kind == OriginKind::practice;
    if (record.scenario == scenario.id && !is_practice) newest = &record;
  }
  return newest != nullptr && newest->state == AttemptState::in_progress ? newest : nullptr;
}

std::vector<BriefSection> make_sections(const Scenario& scenario) {
  const Mentee& mentee = scenario.mentee;
  std::vector<BriefSection> sections;
  sections.push_back({"What to expect", {scenario.content_note.text}});
  BriefSection whom{"Whom you meet", {}};
  whom.paragraphs.push_back(
      fmt::format("{}, {} ({}). {}", mentee.name, mentee.age, mentee.pronouns, mentee.about));
  if (!mentee.strengths.empty()) {
    // Each is a sentence of its own, because many hold commas.
    std::string strengths = "Strengths:";
    for (const std::string& strength : mentee.strengths) strengths += " " + as_sentence(strength);
    whom.paragraphs.push_back(std::move(strengths));
  }
  sections.push_back(std::move(whom));
  sections.push_back({"Where", {scenario.setting}});
  sections.push_back({"Your role and its limits", {scenario.role}});
  if (!scenario.policy.empty()) {
    BriefSection rules{"What your program says", {scenario.rulebook->policy.note}};
    for (const PolicyAnswer& answer : policy_answers(scenario)) {
      rules.paragraphs.push_back(policy_sentence(answer));
    }
    sections.push_back(std::move(rules));
  }
  sections.push_back({"Who sees the result",
                      {"It stays on this computer. Nobody else sees it unless you show it. It does not "
                       "decide whether you become "
                       "a mentor."}});
  return sections;
}

}  // namespace

BriefView make_brief_view(const AppState& state) {
  const ScenarioEntry& entry = state.content->scenarios[state.brief.entry];
  const Scenario& scenario = *entry.scenario;

  BriefView view;
  view.key = "brief:" + scenario.id;
  view.bar = {"Before you start", scenario.title, state.learner_alias,
              Action{"Back to practice", "", ChooseAnother{}, true}, need_a_moment_action()};
  view.picture = card_picture(entry);
  view.heading = scenario.title;
  view.review_line = review_line(scenario, state.today);
  view.sections = make_sections(scenario);
  for (const std::string& tag : scenario.content_note.tags) view.content_words.push_back(capitalised(tag));
  view.facts = fmt::format("About {} minutes · {}", scenario.minutes, level_name(scenario.intensity));
  view.mode_heading = "How would you like to practise?";
  view.modes = {{"With the coach", "Feedback after every answer.", state.brief.mode == PlayMode::coach,
                 SetMode{PlayMode::coach}},
                {"Without stopping", "The conversation without a break, and feedback at the end.",
                 state.brief.mode == PlayMode::straight_on, SetMode{PlayMode::straight_on}}};
  if (state.brief.shows_ending) view.how_it_ends = BriefSection{"How it ends", {scenario.how_it_ends}};

  const Action start{"Start", "", StartScenario{scenario.id}, true};
  if (const AttemptRecord* record = under_way(state, scenario)) {
    view.primary = {"Continue", record->moment, ResumeAttempt{record->attempt}, true};
    view.others.push_back({"Start from the beginning", "Your earlier answers stay in your record.",
                           StartScenario{scenario.id}, true});
  } else {
    view.primary = start;
  }
  if (!state.brief.shows_ending && !scenario.how_it_ends.empty()) {
    view.others.push_back({"Show me how it ends", "", ShowHowItEnds{}, true});
  }
  view.others.push_back({"Choose another", "", ChooseAnother{}, true});
  view.others.push_back({"Not now", "", NotNow{}, true});
  view.reassurance = "Each of these is a good choice. You can pause or leave at any time.";
  return view;
}

}  // namespace steadfast
