// Trying again is practice: the first answers never change.
#include <gtest/gtest.h>

#include "view/person.h"

namespace steadfast::test {
namespace {

TEST(PracticeBranch, TryingAMomentAgainLeavesTheFirstPlayAsItWas) {
  Person person;
  person.starts();
  person.says({"secret"});
  person.does(LookAtImpact{});
  const Play first = person.state.sitting->play;
  const auto starts = only<StartAttempt>(person.does(TryMomentAgain{}));
  ASSERT_EQ(starts.size(), 1U);
  EXPECT_EQ(*starts[0].origin, (AttemptOrigin{OriginKind::practice, 1, 0}));
  EXPECT_FALSE(person.conversation().practice_line.empty());
  EXPECT_EQ(person.state.sitting->play.practice_from, std::optional<std::uint32_t>(0));

  const auto rows = only<RecordDecision>(person.does(SayChoice{"steady"}));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].attempt, 2) << "its own log";
  EXPECT_FALSE(person.feedback().practice_line.empty());
  EXPECT_EQ(person.feedback().primary.label, "Back to the conversation");
  person.does(ContinueAfterFeedback{});
  EXPECT_EQ(person.state.sitting->play, first);
  EXPECT_EQ(person.state.screen, Screen::conversation);
  EXPECT_TRUE(says_text(person.conversation().transcript, "Reply to secret."));
  EXPECT_TRUE(person.conversation().practice_line.empty());
  EXPECT_EQ(only<RecordDecision>(person.does(SayChoice{"open"})).at(0).attempt, 1);
}

TEST(PracticeBranch, OnceMoreStartsFromTheSamePlace) {
  Person person;
  person.starts();
  person.says({"steady", "quiet"});
  person.does(TryMomentAgain{});
  person.says({"open"});
  const auto starts = only<StartAttempt>(person.does(TryMomentAgain{}));
  ASSERT_EQ(starts.size(), 1U);
  EXPECT_EQ(*starts[0].origin, (AttemptOrigin{OriginKind::practice, 1, 1}))
      << "of the first play, not of the branch";
  EXPECT_EQ(person.state.sitting->play.decisions.size(), 1U);
  person.says({"quiet"});
  person.does(ContinueAfterFeedback{});
  EXPECT_EQ(person.state.sitting->attempt, std::optional<std::int64_t>(1));
}

TEST(PracticeBranch, TryingTheLastMomentAgainStillEndsInTheDebriefOfTheFirstPlay) {
  Person person;
  person.starts();
  person.says({"early", "shrug"});
  person.does(TryMomentAgain{});
  person.says({"plan"});
  person.does(ContinueAfterFeedback{});
  ASSERT_EQ(person.state.screen, Screen::debrief);
  EXPECT_TRUE(person.debrief().practice_line.empty());
  const Scenario& scenario = *person.state.content->scenarios[0].scenario;
  EXPECT_EQ(scenario.at(person.state.sitting->play.state.ending).id.text, "quiet-end");
}

TEST(PracticeBranch, AReplayGoesOnToItsOwnMarkedDebriefAndBack) {
  Person person;
  person.plays({"secret", "open", "plan"});
  const Score first = *person.state.sitting->debrief->score;
  person.state.today = "2025-12-02";
  person.does(ReplayFrom{0});
  EXPECT_EQ(person.state.screen, Screen::conversation);
  person.says({"steady", "open", "plan"});
  person.does(GoToDebrief{});
  ASSERT_EQ(person.state.screen, Screen::debrief) << "no path without a debrief";
  EXPECT_FALSE(person.debrief().practice_line.empty());
  DebriefView view = person.debrief_at(DebriefStep::plan);
  EXPECT_EQ(view.primary.label, "Back to my first answers");
  person.does(view.primary.intent);
  view = person.debrief();
  EXPECT_TRUE(view.practice_line.empty());
  EXPECT_EQ(person.state.sitting->debrief->score->status, first.status);
  ASSERT_TRUE(view.moments);
  EXPECT_EQ(view.moments->moments[0].practised, "Practised again on 2025-12-02.");
  EXPECT_EQ(person.state.records[0].status, "needs debrief") << "a critical stays";
  EXPECT_EQ(person.state.records[1].status, "ready to discuss");
}

TEST(PracticeBranch, ABranchThatWasNotAnsweredIsNotPractice) {
  Person person;
  person.plays({"secret", "open", "plan"});
  person.does(ReplayFrom{0});
  person.does(Leave{});
  EXPECT_NE(make_left_view(person.state).sentence.find("first answers stay"), std::string::npos);
  person.does(GoToLibrary{});
  person.does(LookBack{1});
  const DebriefView view = person.debrief_at(DebriefStep::moments);
  EXPECT_TRUE(view.moments->moments[0].practised.empty());
}

TEST(PracticeBranch, ReplayingWhatWasNeverAnsweredDoesNothing) {
  Person person;
  person.plays({"secret", "open", "plan"});
  EXPECT_TRUE(person.does(ReplayFrom{3}).empty());
  EXPECT_EQ(person.state.screen, Screen::debrief);
}

}  // namespace
}  // namespace steadfast::test
