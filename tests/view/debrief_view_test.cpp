#include "view/debrief_view.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "view/person.h"
#include "view/text.h"
#include "steadfast/review.h"

namespace steadfast::test {
namespace {

TEST(DebriefView, GoesThroughFiveStepsInOrder) {
  Person person;
  person.plays({"steady", "open", "plan"});
  const std::vector<std::string> wanted = {"How was that for you?", "What happened", "Moments", "Your skills",
                                           "Keep, change, plan"};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const DebriefView view = person.debrief();
    EXPECT_EQ(view.heading, wanted[i]);
    EXPECT_EQ(view.bar.place, "Step " + std::to_string(i + 1) + " of 5 · " + wanted[i]);
    EXPECT_EQ(view.draft_line, kDraftSentence);
    EXPECT_TRUE(view.steps[i].current);
    ASSERT_TRUE(view.bar.moment);
    ASSERT_TRUE(view.bar.leave);
    EXPECT_EQ(view.how_was_it.has_value() + view.what_happened.has_value() + view.moments.has_value() +
                  view.skills.has_value() + view.plan.has_value(),
              1);
    if (i + 1 < wanted.size()) person.does(view.primary.intent);
  }
  EXPECT_EQ(person.debrief().primary.label, "Finish");
  person.does(FinishDebrief{});
  EXPECT_EQ(person.state.screen, Screen::library);
}

TEST(DebriefView, HowItWasIsPrivateAndGoneAfterwards) {
  Person person;
  person.plays({"steady", "open", "plan"});
  EXPECT_TRUE(person.does(SetFeeling{Feeling::heavy}).empty());
  EXPECT_TRUE(person.does(SetText{TextFieldName::feeling, "That sat close."}).empty());
  const DebriefView view = person.debrief();
  EXPECT_FALSE(view.how_was_it->care.empty());
  ASSERT_TRUE(view.how_was_it->moment);
  EXPECT_EQ(view.how_was_it->words.text, "That sat close.");
  person.does(GoToStep{DebriefStep::plan});
  EXPECT_TRUE(only<SaveReflection>(person.does(FinishDebrief{})).empty())
      << "the feeling is never sent anywhere";
  EXPECT_TRUE(person.state.sitting->debrief->feeling_text.empty());
  EXPECT_FALSE(person.state.sitting->debrief->feeling);
}

TEST(DebriefView, TellsWhatHappenedInThreeSentences) {
  Person person;
  person.plays({"steady", "open", "plan"});
  const DebriefView view = person.debrief_at(DebriefStep::what_happened);
  ASSERT_EQ(view.what_happened->sentences.size(), 3U);
  EXPECT_EQ(view.what_happened->sentences[0], "You met Kiara, and you answered 3 times.");
  EXPECT_EQ(view.what_happened->sentences[1], "Kiara seemed guarded at the start and calmer at the end.");
  EXPECT_EQ(view.what_happened->sentences[2], "The conversation ended here: Still here.");
  EXPECT_EQ(view.what_happened->next, "You talked until five.");
  EXPECT_EQ(view.what_happened->status, "Ready to discuss");
  EXPECT_EQ(view.what_happened->reflection, "What made it easier to hear?");
}

TEST(DebriefView, TheStatusHasItsWhy) {
  Person critical;
  critical.plays({"secret", "open", "plan"});
  auto view = critical.debrief_at(DebriefStep::what_happened);
  EXPECT_EQ(view.what_happened->status, "Needs debrief");
  EXPECT_EQ(view.what_happened->status_mark->shape, Shape::triangle);
  EXPECT_NE(view.what_happened->why.find("came up in moment 1"), std::string::npos);

  Person omission;
  omission.plays({"steady", "quiet", "plan"});
  view = omission.debrief_at(DebriefStep::what_happened);
  EXPECT_EQ(view.what_happened->status, "Needs debrief");
  EXPECT_NE(view.what_happened->why.find("Telling staff about the hunger"), std::string::npos);

  Person weak;
  weak.plays({"early", "report"});
  view = weak.debrief_at(DebriefStep::what_happened);
  EXPECT_EQ(view.what_happened->status, "Practise again");
  EXPECT_NE(view.what_happened->why.find("room to grow"), std::string::npos);
}

TEST(DebriefMoments, CriticalsFirstThenOmissionsThenRegretAndTheStrengthLast) {
  Person person;
  person.plays({"secret", "quiet", "plan"});
  const DebriefView view = person.debrief_at(DebriefStep::moments);
  const std::vector<MomentView>& moments = view.moments->moments;
  ASSERT_EQ(moments.size(), 3U);
  EXPECT_EQ(moments[0].label, "Moment 1");
  EXPECT_FALSE(moments[0].safety_line.empty());
  EXPECT_EQ(moments[1].label, "Not said");
  EXPECT_EQ(moments[1].said, "Telling staff about the hunger");
  EXPECT_EQ(moments[2].label, "Moment 3");
  EXPECT_EQ(moments[2].mark.shape, Shape::circle);
  EXPECT_FALSE(moments[2].replay) << "what went well needs no replay";
}

TEST(DebriefMoments, TheLargestRegretComesFirst) {
  Person person;
  person.plays({"buy", "quiet", "report"});
  const Score& score = *person.state.sitting->debrief->score;
  ASSERT_GT(score.decisions[1].regret, score.decisions[0].regret)
      << "the second moment weighs four times as much";
  const DebriefView view = person.debrief_at(DebriefStep::moments);
  ASSERT_GE(view.moments->moments.size(), 2U);
  EXPECT_EQ(view.moments->moments[0].label, "Moment 2");
  EXPECT_EQ(view.moments->moments[1].label, "Moment 1");
}

TEST(DebriefMoments, ThinkFirstThenTheCoach) {
  Person person;
  person.plays({"secret", "open", "plan"});
  MomentView moment = person.debrief_at(DebriefStep::moments).moments->moments[0];
  EXPECT_EQ(moment.think_first, "Before you read on: what were you hoping she would hear?");
  EXPECT_TRUE(moment.coach.empty());
  EXPECT_FALSE(moment.replay) << "the way back into the moment comes after the coach";
  EXPECT_TRUE(moment.show_coach.enabled);
  person.does(moment.show_coach.intent);
  moment = person.debrief().moments->moments[0];
  EXPECT_EQ(moment.coach, (std::vector<CoachPart>{{"What Kiara may have heard", "Heard secret."},
                                                  {"Why it matters", "Why secret."},
                                                  {"What helps", "Instead of secret."}}));
  EXPECT_FALSE(moment.show_coach.enabled);
  EXPECT_EQ(moment.replay->intent, Intent(ReplayFrom{0}));
}

TEST(DebriefMoments, AnOmissionReplaysFromWhereItCouldStillBeSaid) {
  Person person;
  person.plays({"steady", "quiet", "plan"});
  person.debrief_at(DebriefStep::moments);
  person.does(ShowCoachView{0});
  const MomentView moment = person.debrief().moments->moments[0];
  ASSERT_EQ(moment.label, "Not said");
  EXPECT_EQ(moment.replay->intent, Intent(ReplayFrom{2})) << "the report at the last moment";
}

TEST(DebriefMoments, GatesWithoutRoomAreNamed) {
  ScenarioSpec spec = bench_spec();
  for (NodeSpec& node : spec.nodes) {
    if (node.id == "food") node.choices[1] = {.id = "quiet", .rate = {{2, 0}}, .to = "close", .critical = 1};
    if (node.id == "close")
      node.choices[2] = {.id = "shrug", .rate = {{1, 0}}, .to = "quiet-end", .critical = 1};
  }
  Person person(bench_content(bench_scenario(spec)));
  person.plays({"secret", "quiet", "shrug"});
  const DebriefView view = person.debrief_at(DebriefStep::moments);
  ASSERT_EQ(view.moments->moments.size(), 3U);
  EXPECT_NE(view.moments->more.find("Telling staff about the hunger"), std::string::npos);
}

TEST(DebriefSkills, BarsHaveAWordANumberAndTheSentenceBehindThem) {
  Person person;
  person.plays({"steady", "open", "plan"});
  const DebriefView view = person.debrief_at(DebriefStep::skills);
  ASSERT_EQ(view.skills->bars.size(), 3U);
  const SkillBar& bar = view.skills->bars[0];
  EXPECT_EQ(bar.name, "Dimension 1");
  EXPECT_EQ(bar.word, "strong");
  EXPECT_EQ(bar.number, 100);
  EXPECT_EQ(bar.sentence, "Moment 1: Because of steady.");
  EXPECT_EQ(view.skills->not_practised, "Not practised in this conversation: Dimension 4.");
}

TEST(DebriefSkills, TheChanceLevelIsTheExpectationOfTheOutlook) {
  Person person;
  person.plays({"steady", "open", "plan"});
  const Ledger& ledger = person.state.sitting->debrief->score->dimensions[2];
  // D3 is rated only at the close: +1 for plan and report, 0 for shrug, so 2 of 3 at random.
  EXPECT_NEAR(ledger.expected, 4.0 / 3.0, 1e-9);
  EXPECT_EQ(person.debrief_at(DebriefStep::skills).skills->bars[2].chance, 67);
}

TEST(DebriefSkills, ANumberNeverClaimsABandItHasNotReached) {
  Person person;
  for (const auto& choices : std::vector<std::vector<std::string>>{{"steady", "quiet", "plan"},
                                                                   {"buy", "open", "report"},
                                                                   {"early", "plan"},
                                                                   {"secret", "quiet", "shrug"}}) {
    person.plays(choices);
    const DebriefView view = person.debrief_at(DebriefStep::skills);
    for (const SkillBar& bar : view.skills->bars) {
      const std::string wanted = bar.number >= 75   ? "strong"
                                 : bar.number >= 50 ? "growing"
                                                    : "practise again";
      EXPECT_EQ(bar.word, wanted) << bar.number;
    }
    person.does(FinishDebrief{});
  }
}

TEST(DebriefSkills, EverythingDrawnIsAlsoATable) {
  Person person;
  person.plays({"secret", "open", "plan"});
  DebriefView view = person.debrief_at(DebriefStep::skills);
  EXPECT_FALSE(view.skills->table);
  EXPECT_FALSE(view.skills->trust_table);
  person.does(view.skills->table_toggle.intent);
  person.does(view.skills->trust_toggle.intent);
  view = person.debrief();
  ASSERT_TRUE(view.skills->table);
  EXPECT_EQ(view.skills->table->rows.size(), view.skills->bars.size());
  ASSERT_TRUE(view.skills->trust_table);
  EXPECT_EQ(view.skills->trust_table->rows.size(), view.skills->trust.size());
  EXPECT_EQ(view.skills->trust_table->rows[1][2], "lower");
}

TEST(DebriefSkills, TrustIsALineOverTheMoments) {
  Person person;
  person.plays({"secret", "open", "plan"});
  const SkillsView skills = *person.debrief_at(DebriefStep::skills).skills;
  ASSERT_EQ(skills.trust.size(), 4U);
  EXPECT_FLOAT_EQ(skills.trust[0].level, 0.3F);
  EXPECT_FLOAT_EQ(skills.trust[1].level, 0.1F);
  EXPECT_EQ(skills.trust[1].mark.shape, Shape::triangle);
  EXPECT_EQ(skills.trust_heading, "Trust, as she might feel it");
  EXPECT_EQ(skills.trust_line.rfind("One possible young person, not a formula.", 0), 0U);
}

TEST(DebriefSkills, WithoutExactRangesThereAreNoNumbersButStillGates) {
  auto content = bench_content();
  content->scenarios[0].outlook = Outlook::explore(*content->scenarios[0].scenario, {.states = 2});
  ASSERT_EQ(content->scenarios[0].outlook->kind(), Outlook::Kind::bounded);
  Person person(content);
  person.plays({"secret", "open", "plan"});
  EXPECT_EQ(person.debrief_at(DebriefStep::what_happened).what_happened->status, "Needs debrief");
  EXPECT_FALSE(person.debrief_at(DebriefStep::moments).moments->moments.empty());
  const DebriefView view = person.debrief_at(DebriefStep::skills);
  EXPECT_TRUE(view.skills->bars.empty());
  EXPECT_FALSE(view.skills->unavailable.empty());
  EXPECT_FALSE(view.skills->trust.empty());
}

TEST(DebriefPlan, KeepsTheLearnersWordsOnFinish) {
  Person person;
  person.plays({"steady", "open", "plan"});
  person.does(GoToStep{DebriefStep::plan});
  person.does(SetText{TextFieldName::keep, "I stayed calm."});
  person.does(SetText{TextFieldName::plan_if, "she asks again"});
  person.does(SetPractiseAgain{PractiseAgain::next_week});
  const auto saves = only<SaveReflection>(person.does(FinishDebrief{}));
  ASSERT_EQ(saves.size(), 1U);
  EXPECT_EQ(saves[0].reflection.keep, "I stayed calm.");
  EXPECT_EQ(saves[0].reflection.plan_if, "she asks again");
  EXPECT_EQ(saves[0].reflection.practise_again, "next week");
  EXPECT_TRUE(saves[0].reflection.trainer_note.empty()) << "not shared unless the learner says so";

  person.does(LookBack{1});
  const DebriefView view = person.debrief_at(DebriefStep::plan);
  EXPECT_EQ(view.plan->fields[0].text, "I stayed calm.");
  EXPECT_TRUE(view.plan->again[2].selected);
  EXPECT_TRUE(person.does(FinishDebrief{}).empty()) << "nothing has changed";
}

TEST(DebriefPlan, LeavingOrClosingKeepsThemToo) {
  Person person;
  person.plays({"steady", "open", "plan"});
  person.does(SetText{TextFieldName::keep, "One."});
  EXPECT_EQ(only<SaveReflection>(person.does(Leave{})).size(), 1U);
  person.does(GoToLibrary{});
  person.does(LookBack{1});
  person.does(SetText{TextFieldName::keep, "Two."});
  const auto effects = person.does(CloseProgram{});
  ASSERT_EQ(effects.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<SaveReflection>(effects[0]));
  EXPECT_TRUE(std::holds_alternative<Quit>(effects[1]));
}

TEST(DebriefPlan, TheTrainersNoteIsShownInFullBeforeAnybodyCanSeeIt) {
  Person person;
  person.plays({"secret", "open", "plan"});
  person.does(GoToStep{DebriefStep::plan});
  EXPECT_TRUE(person.debrief().plan->share[0].selected) << "keeping it is the default";
  EXPECT_TRUE(person.debrief().plan->share_note.empty());
  person.does(SetShare{true});
  const DebriefView view = person.debrief();
  EXPECT_EQ(view.plan->share_note,
            "I practised “Ten dollars” on 2025-11-23. Status: needs debrief. I would like to talk about "
            "moment 1 (“You say secret.”).");
  const auto saves = only<SaveReflection>(person.does(FinishDebrief{}));
  ASSERT_EQ(saves.size(), 1U);
  EXPECT_EQ(saves[0].reflection.trainer_note, view.plan->share_note);
}

TEST(DebriefPlan, WordsThatCannotBeSavedAreASentence) {
  Person person;
  person.plays({"steady", "open", "plan"});
  person.does(SetText{TextFieldName::keep, "One."});
  person.record = RecordBehaviour::fails;
  person.does(FinishDebrief{});
  EXPECT_EQ(make_library_view(person.state).notice, "Your words could not be saved. The disk is full.");
}

TEST(DebriefPlan, TextIsCutBetweenCharacters) {
  Person person;
  person.plays({"steady", "open", "plan"});
  std::string text(999, 'a');
  text += "é";
  person.does(SetText{TextFieldName::keep, text});
  EXPECT_EQ(person.state.sitting->debrief->reflection.keep, std::string(999, 'a'));
}

TEST(DebriefView, LookingBackShowsWhatWasPlayedAndChangesNothing) {
  Person person;
  person.plays({"secret", "open", "plan"});
  person.does(FinishDebrief{});
  const CardView card = person.card();
  ASSERT_EQ(card.more.size(), 1U);
  EXPECT_TRUE(person.does(card.more[0].intent).empty());
  EXPECT_EQ(person.state.screen, Screen::debrief);
  ASSERT_TRUE(person.debrief().how_was_it) << "it starts with the person, not with the result";
  EXPECT_EQ(person.debrief_at(DebriefStep::what_happened).what_happened->status, "Needs debrief");
}

TEST(DebriefView, NoWordOfItBlamesOrCounts) {
  Person person;
  person.plays({"secret", "quiet", "shrug"});
  std::string words;
  auto view = person.debrief_at(DebriefStep::what_happened);
  for (const std::string& sentence : view.what_happened->sentences) words += sentence;
  words += view.what_happened->status + view.what_happened->why;
  view = person.debrief_at(DebriefStep::moments);
  for (const MomentView& moment : view.moments->moments)
    words += moment.label + moment.think_first + moment.safety_line;
  view = person.debrief_at(DebriefStep::skills);
  words += view.skills->explanation;
  for (const SkillBar& bar : view.skills->bars) words += bar.word;
  for (const char* avoided : {"wrong", "Wrong", "fail", "Fail", "score", "Score", "!", "%"}) {
    EXPECT_EQ(words.find(avoided), std::string::npos) << avoided;
  }
}

TEST(DebriefView, EveryPlayThereIsEndsInADebrief) {
  Person person;
  const Scenario& scenario = *person.state.content->scenarios[0].scenario;
  int plays = 0;
  std::vector<std::pair<State, std::vector<std::string>>> open{{begin(scenario).state, {}}};
  while (!open.empty()) {
    const auto [state, choices] = open.back();
    open.pop_back();
    if (state.phase == Phase::ended) {
      for (const PlayMode mode : {PlayMode::coach, PlayMode::straight_on}) {
        person.plays(choices, mode);
        ASSERT_EQ(person.state.screen, Screen::debrief);
        EXPECT_EQ(person.debrief().heading, "How was that for you?");
        person.does(GoToStep{DebriefStep::plan});
        person.does(FinishDebrief{});
        ++plays;
      }
      continue;
    }
    for (const ChoiceIndex choice : offered(scenario, state)) {
      std::vector<std::string> longer = choices;
      longer.push_back(scenario.at(choice).id.text);
      open.emplace_back(choose_quietly(scenario, state, choice), std::move(longer));
    }
  }
  EXPECT_EQ(plays, 2 * (3 * 2 * 3 + 3));
}

}  // namespace
}  // namespace steadfast::test
