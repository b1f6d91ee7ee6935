#include "view/conversation_view.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "view/person.h"
#include "view/text.h"
#include "steadfast/review.h"

namespace steadfast::test {
namespace {

TEST(ConversationView, ShowsWhoSheIsAndHowSheSeems) {
  Person person;
  person.starts();
  const ConversationView view = person.conversation();
  EXPECT_EQ(view.person, "Kiara, 16");
  EXPECT_EQ(view.seems, "seems guarded");
  EXPECT_EQ(view.sign, "Her bag stays on her knees.");
  EXPECT_EQ(view.setting, "Thursday, four o'clock.");
  EXPECT_EQ(view.draft_line, kDraftSentence);
  ASSERT_EQ(view.transcript.size(), 2U);
  EXPECT_EQ(view.transcript[0].kind, BubbleKind::stage);
  EXPECT_EQ(view.transcript[1].kind, BubbleKind::young_person);
  EXPECT_EQ(view.transcript[1].speaker, "Kiara");
  EXPECT_EQ(view.untimed, "Nothing here is timed.");
}

TEST(ConversationView, KnowsWhatNobodyHasReadYet) {
  Person coached;
  coached.starts();
  EXPECT_EQ(coached.conversation().newest, 0U);
  coached.says({"steady"});
  coached.goes_on();
  const ConversationView after_sheet = coached.conversation();
  ASSERT_LT(after_sheet.newest, after_sheet.transcript.size());
  EXPECT_NE(after_sheet.transcript[after_sheet.newest - 1].kind, BubbleKind::mentor)
      << "the reply was on the sheet before";
  Person straight_on;
  straight_on.starts(PlayMode::straight_on);
  straight_on.says({"steady"});
  const ConversationView right_away = straight_on.conversation();
  EXPECT_EQ(right_away.transcript[right_away.newest - 1].kind, BubbleKind::mentor) << "the reply is new";
  EXPECT_LT(right_away.newest, after_sheet.newest);
}

TEST(ConversationView, OthersSpeakUnderTheirOwnName) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.says({"steady"});
  const ConversationView view = person.conversation();
  const auto other = std::find_if(view.transcript.begin(), view.transcript.end(),
                                  [](const Bubble& bubble) { return bubble.kind == BubbleKind::other; });
  ASSERT_NE(other, view.transcript.end());
  EXPECT_EQ(other->speaker, "Dana");
  EXPECT_EQ(view.transcript.back().kind, BubbleKind::mentor)
      << "what the author has the mentor say is theirs";
}

TEST(ConversationView, DistanceFollowsFeltSafetyAndThePictureCanBeHidden) {
  Person person;
  person.starts();
  ConversationView view = person.conversation();
  ASSERT_TRUE(view.scene);
  ASSERT_EQ(view.scene->layers.size(), 3U);
  EXPECT_EQ(view.scene->layers[2].file, "library-cafe/kiara-guarded.svg");
  EXPECT_FLOAT_EQ(view.scene->layers[2].shift, 60) << "far 80 at safety 0, near 0 at 100, so 60 at 25";
  EXPECT_EQ(view.scene->alt, "A corner table. Kiara folds her arms.");
  person.does(view.picture_toggle.intent);
  view = person.conversation();
  EXPECT_FALSE(view.scene);
  EXPECT_EQ(view.picture_toggle.label, "Show picture");
}

TEST(ConversationView, ChoicesAreNumberedInTheSeededOrder) {
  Person person;
  person.starts();
  const Scenario& scenario = *person.state.content->scenarios[0].scenario;
  const auto order = display_order(scenario, NodeIndex{0}, person.state.sitting->play.seed);
  const ConversationView view = person.conversation();
  ASSERT_EQ(view.choices.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(view.choices[i].number, static_cast<int>(i) + 1);
    EXPECT_EQ(view.choices[i].text, scenario.at(order[i]).say);
  }
  EXPECT_EQ(view.keys_hint, "Click an answer or press 1–4, then Say this or Enter.");
}

TEST(ConversationView, AClosedChoiceHasItsReasonAndNoNumber) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.says({"steady"});
  const ConversationView view = person.conversation();
  ASSERT_EQ(view.choices.size(), 3U);
  const auto closed = std::find_if(view.choices.begin(), view.choices.end(),
                                   [](const ChoiceView& choice) { return !choice.enabled; });
  ASSERT_NE(closed, view.choices.end());
  EXPECT_EQ(closed->number, 0);
  EXPECT_EQ(closed->closed_because, "She does not trust you enough for this yet.");
  EXPECT_EQ(view.keys_hint, "Click an answer or press 1–2, then Say this or Enter.");
  person.does(closed->select);
  person.does(closed->say);
  EXPECT_EQ(person.state.sitting->play.decisions.size(), 1U);
  EXPECT_TRUE(person.state.sitting->selected.empty());
}

TEST(ConversationView, SelectingIsNotSaying) {
  Person person;
  person.starts();
  EXPECT_FALSE(person.conversation().say.enabled);
  EXPECT_TRUE(person.does(SelectChoice{"buy"}).empty());
  person.does(SelectChoice{"steady"});
  const ConversationView view = person.conversation();
  EXPECT_EQ(
      std::count_if(view.choices.begin(), view.choices.end(), [](const auto& it) { return it.selected; }), 1);
  EXPECT_TRUE(view.say.enabled);
  EXPECT_EQ(view.say.intent, Intent(SayChoice{"steady"}));
  EXPECT_TRUE(person.state.sitting->play.decisions.empty());
}

TEST(ConversationView, SaysAboutWhenRoutesDiffer) {
  Person person;
  person.starts(PlayMode::straight_on);
  EXPECT_EQ(person.conversation().bar.place, "Moment 1 of about 3");
  person.says({"steady"});
  EXPECT_EQ(person.conversation().bar.place, "Moment 2 of 3");
  person.does(Leave{});
  person.does(GoToLibrary{});
  person.starts(PlayMode::straight_on);
  person.says({"early"});
  EXPECT_EQ(person.conversation().bar.place, "Moment 2 of 2");
}

TEST(ConversationGuard, NewChoicesAcceptNothingForAMoment) {
  Person person;
  person.does(OpenBrief{"bench"});
  person.does(StartScenario{"bench"});
  person.does(SelectChoice{"steady"}, 100);
  EXPECT_TRUE(person.state.sitting->selected.empty());
  EXPECT_TRUE(person.does(SayChoice{"steady"}, 199).empty());
  EXPECT_TRUE(person.state.sitting->play.decisions.empty());
  person.does(SayChoice{"steady"}, 1);
  EXPECT_EQ(person.state.sitting->play.decisions.size(), 1U);
}

TEST(ConversationGuard, EachNewSetOfChoicesIsGuardedAnew) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.does(SayChoice{"steady"});
  person.does(SayChoice{"open"}, 10);
  EXPECT_EQ(person.state.sitting->play.decisions.size(), 1U) << "a double tap answers once";
}

TEST(ConversationGuard, TheSheetIsGuardedToo) {
  Person person;
  person.starts();
  person.does(SayChoice{"steady"});
  person.does(ContinueAfterFeedback{}, 10);
  EXPECT_EQ(person.state.screen, Screen::feedback);
}

TEST(ConversationGuard, INeedAMomentAndLeaveWorkAtOnce) {
  Person person;
  person.starts();
  person.does(NeedAMoment{}, 0);
  EXPECT_EQ(person.state.screen, Screen::pause);
  person.does(KeepGoing{}, 0);
  person.does(Leave{}, 0);
  EXPECT_EQ(person.state.screen, Screen::left);
}

TEST(ConversationGuard, CanBeSwitchedOff) {
  Person person;
  person.state.guard_ms = 0;
  person.starts();
  person.does(SayChoice{"steady"}, 0);
  EXPECT_EQ(person.state.sitting->play.decisions.size(), 1U);
}

TEST(ConversationView, StraightOnTheLastReplyIsReadBeforeLookingBack) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.says({"steady", "open", "plan"});
  const ConversationView view = person.conversation();
  EXPECT_TRUE(says_text(view.transcript, "Reply to plan."));
  EXPECT_TRUE(view.choices.empty());
  ASSERT_TRUE(view.go_on);
  person.does(view.go_on->intent);
  EXPECT_EQ(person.state.screen, Screen::debrief);
}

TEST(ConversationView, AnUnknownChoiceChangesNothing) {
  Person person;
  person.starts();
  EXPECT_TRUE(person.does(SayChoice{"plan"}).empty()) << "it belongs to a later moment";
  EXPECT_TRUE(person.does(SayChoice{"nonsense"}).empty());
  EXPECT_EQ(person.state.screen, Screen::conversation);
}

TEST(ConversationView, LeavingLeadsToANeutralPageAndBack) {
  Person person;
  person.starts();
  person.does(Leave{});
  const LeftView view = make_left_view(person.state);
  EXPECT_EQ(view.sentence, "You have left the conversation. Your place is kept.");
  EXPECT_NE(action_called(view.actions, "Back to practice"), nullptr);
  person.does(GoToLibrary{});
  EXPECT_EQ(person.state.screen, Screen::library);
}

}  // namespace
}  // namespace steadfast::test
