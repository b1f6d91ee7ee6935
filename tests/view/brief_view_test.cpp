#include "view/brief_view.h"

#include <gtest/gtest.h>

#include "steadfast/review.h"
#include "view/person.h"
#include "view/text.h"

namespace steadfast::test {
namespace {

std::string all_words(const BriefView& view) {
  std::string words = view.facts;
  for (const BriefSection& section : view.sections) {
    for (const std::string& paragraph : section.paragraphs) words += "\n" + paragraph;
  }
  return words;
}

TEST(BriefView, SaysWhomWhereRoleNoteMinutesAndWhoSees) {
  Person person;
  person.does(OpenBrief{"bench"});
  const BriefView view = make_brief_view(person.state);
  const std::string words = all_words(view);
  for (const char* wanted :
       {"Kiara, 16 (she/her)", "Thursday, four o'clock.", "You are her volunteer mentor.",
        "This scene includes: a young person asking for money.", "About 8 minutes",
        "It stays on this computer. Nobody else sees it unless you show it."}) {
    EXPECT_NE(words.find(wanted), std::string::npos) << wanted;
  }
  EXPECT_EQ(view.review_line, kDraftSentence);
  EXPECT_EQ(view.primary.label, "Start");
}

TEST(BriefView, SaysWhatTheProgrammeSaysAndWhatItHasNotSaidYet) {
  auto rulebook = std::make_shared<Rulebook>(*bench_scenario()->rulebook);
  PolicyKey money;
  money.name = "Money";
  money.says = "Mentors do not lend money.";
  PolicyKey night;
  night.name = "After hours";
  night.asks = "Whom can she reach at night?";
  rulebook->policy = {"Your program's rules come first.", {money, night}};
  auto scenario = std::make_shared<Scenario>(*bench_scenario());
  scenario->rulebook = rulebook;
  scenario->policy = {0, 1};
  Person person(bench_content(scenario));
  person.does(OpenBrief{"bench"});
  const std::string words = all_words(make_brief_view(person.state));
  EXPECT_NE(words.find("Money: Mentors do not lend money."), std::string::npos) << words;
  EXPECT_NE(words.find("After hours: your program has not said this yet."), std::string::npos) << words;
}

TEST(BriefView, OffersRealChoicesAndTheEndingOnlyOnRequest) {
  Person person;
  person.does(OpenBrief{"bench"});
  BriefView view = make_brief_view(person.state);
  EXPECT_FALSE(view.how_it_ends);
  ASSERT_NE(action_called(view.others, "Choose another"), nullptr);
  ASSERT_NE(action_called(view.others, "Not now"), nullptr);
  const Action* show = action_called(view.others, "Show me how it ends");
  ASSERT_NE(show, nullptr);
  person.does(show->intent);
  view = make_brief_view(person.state);
  ASSERT_TRUE(view.how_it_ends);
  EXPECT_EQ(view.how_it_ends->paragraphs.front(), "Kiara leaves knowing where she can eat.");
  EXPECT_EQ(view.primary.label, "Start") << "knowing the end takes no choice away";
}

TEST(BriefView, NotNowAndChooseAnotherRecordNothing) {
  Person person;
  person.does(OpenBrief{"bench"});
  EXPECT_TRUE(person.does(NotNow{}).empty());
  EXPECT_EQ(person.state.screen, Screen::left);
  EXPECT_NE(make_left_view(person.state).sentence.find("nothing is counted"), std::string::npos);
  person.does(GoToLibrary{});
  person.does(OpenBrief{"bench"});
  EXPECT_TRUE(person.does(ChooseAnother{}).empty());
  EXPECT_EQ(person.state.screen, Screen::library);
  EXPECT_NE(make_library_view(person.state).notice.find("Talk the same moment through"), std::string::npos);
  EXPECT_TRUE(person.state.records.empty());
}

TEST(BriefView, ContinueComesFirstWhenAPlayIsUnderWay) {
  Person person;
  person.starts();
  person.says({"steady"});
  person.does(Leave{});
  person.does(GoToLibrary{});
  person.does(OpenBrief{"bench"});
  const BriefView view = make_brief_view(person.state);
  EXPECT_EQ(view.primary.label, "Continue");
  EXPECT_EQ(view.primary.hint, "Moment 2 of 3");
  EXPECT_EQ(view.primary.intent, Intent(ResumeAttempt{1}));
  EXPECT_NE(action_called(view.others, "Start from the beginning"), nullptr);
}

TEST(BriefView, TheChosenModeIsPlayedAndRemembered) {
  Person person;
  person.starts(PlayMode::straight_on);
  EXPECT_EQ(person.state.sitting->mode, PlayMode::straight_on);
  person.does(Leave{});
  person.does(GoToLibrary{});
  person.does(OpenBrief{"bench"});
  const BriefView view = make_brief_view(person.state);
  EXPECT_FALSE(view.modes[0].selected);
  EXPECT_TRUE(view.modes[1].selected);
}

TEST(BriefView, EscGoesBack) {
  Person person;
  person.does(OpenBrief{"bench"});
  person.does(Escape{});
  EXPECT_EQ(person.state.screen, Screen::library);
  EXPECT_TRUE(person.does(Escape{}).empty()) << "Esc never quits";
  EXPECT_EQ(person.state.screen, Screen::library);
}

}  // namespace
}  // namespace steadfast::test
