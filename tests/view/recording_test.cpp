// Durable first, then her reply.
#include <gtest/gtest.h>

#include "steadfast/save.h"
#include "view/person.h"

namespace steadfast::test {
namespace {

TEST(Recording, HerReplyWaitsUntilTheAnswerIsKept) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.record = RecordBehaviour::keeps_silent;
  const auto effects = person.does(SayChoice{"steady"});
  ASSERT_EQ(only<RecordDecision>(effects).size(), 1U);
  const ConversationView waiting = person.conversation();
  EXPECT_EQ(waiting.transcript.back().text, "You say steady.");
  EXPECT_FALSE(says_text(waiting.transcript, "Reply to steady."));
  EXPECT_TRUE(waiting.choices.empty());
  EXPECT_FALSE(waiting.waiting.empty());
  EXPECT_TRUE(person.does(SayChoice{"open"}).empty()) << "one answer at a time";

  person.does(DecisionRecorded{only<RecordDecision>(effects)[0].request});
  EXPECT_TRUE(says_text(person.conversation().transcript, "Reply to steady."));
  EXPECT_EQ(person.conversation().choices.size(), 3U);
}

TEST(Recording, AnAnswerOfAnotherRequestIsIgnored) {
  Person person;
  person.starts();
  person.record = RecordBehaviour::keeps_silent;
  person.does(SayChoice{"steady"});
  person.does(DecisionRecorded{999});
  EXPECT_TRUE(person.state.sitting->play.decisions.empty());
}

TEST(Recording, TheRowSaysWhatWasAnsweredAndTheSaveLeadsThere) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.says({"buy"});
  const auto rows = only<RecordDecision>(person.does(SayChoice{"quiet"}));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].attempt, 1);
  EXPECT_EQ(rows[0].position, 1U);
  EXPECT_EQ(rows[0].node, "food");
  EXPECT_EQ(rows[0].choice, "quiet");
  const auto save = parse_save(rows[0].save);
  ASSERT_TRUE(save);
  EXPECT_EQ(save.value().decisions.size(), 2U);
  const auto resumed = resume_play(*person.state.content->scenarios[0].scenario, save.value());
  ASSERT_TRUE(resumed);
  EXPECT_EQ(resumed.value().play, person.state.sitting->play);
}

TEST(Recording, TheSeedComesFromOutsideAndIsUsedUp) {
  Person person;
  person.state.next_seed = 41;
  person.does(OpenBrief{"bench"});
  const auto starts = only<StartAttempt>(person.does(StartScenario{"bench"}));
  ASSERT_EQ(starts.size(), 1U);
  EXPECT_EQ(starts[0].seed, 41U);
  EXPECT_EQ(starts[0].date, "2025-11-23");
  EXPECT_FALSE(starts[0].origin);
  EXPECT_NE(person.state.next_seed, 41U);
}

TEST(Recording, AFullDiskIsASentenceAndAChoice) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.record = RecordBehaviour::fails;
  person.does(SayChoice{"steady"});
  const ConversationView view = person.conversation();
  ASSERT_TRUE(view.trouble);
  EXPECT_EQ(view.trouble->sentence, "The disk is full. Your answer is not saved yet.");
  EXPECT_TRUE(view.choices.empty());
  EXPECT_FALSE(says_text(view.transcript, "Reply to steady."));
  ASSERT_NE(action_called(view.trouble->actions, "Go on without saving"), nullptr);
  ASSERT_NE(action_called(view.trouble->actions, "Leave"), nullptr);
  ASSERT_TRUE(view.bar.moment);
}

TEST(Recording, GoingOnUnrecordedShowsTheReplyAndAsksNoMore) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.says({"steady"});
  person.record = RecordBehaviour::fails;
  person.does(SayChoice{"open"});
  person.does(GoOnUnrecorded{});
  const ConversationView view = person.conversation();
  EXPECT_TRUE(says_text(view.transcript, "Reply to open."));
  EXPECT_EQ(view.note, "This conversation is not being saved.");
  EXPECT_TRUE(person.does(SayChoice{"plan"}).empty()) << "no wish to record is sent any more";
  person.does(GoToDebrief{});
  EXPECT_EQ(person.state.screen, Screen::debrief) << "no path without a debrief";
  person.does(Leave{});
  EXPECT_NE(make_left_view(person.state).sentence.find("kept after moment 1"), std::string::npos);
}

TEST(Recording, TryingAgainSendsTheSameAnswerOnceMore) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.record = RecordBehaviour::fails;
  const auto first = only<RecordDecision>(person.does(SayChoice{"steady"}));
  person.record = RecordBehaviour::answers;
  const auto again = only<RecordDecision>(person.does(RetryRecord{}));
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].choice, first[0].choice);
  EXPECT_EQ(again[0].position, first[0].position);
  EXPECT_NE(again[0].request, first[0].request);
  EXPECT_TRUE(says_text(person.conversation().transcript, "Reply to steady."));
}

TEST(Recording, AStartThatCannotBeRecordedCanBePractisedAllTheSame) {
  Person person;
  person.record = RecordBehaviour::fails;
  person.starts();
  ASSERT_TRUE(person.conversation().trouble);
  EXPECT_TRUE(person.does(SayChoice{"steady"}).empty());
  person.does(GoOnUnrecorded{});
  person.does(SayChoice{"steady"});
  EXPECT_EQ(person.state.screen, Screen::feedback);
  EXPECT_TRUE(person.does(TryMomentAgain{}).empty());
  EXPECT_EQ(person.state.screen, Screen::conversation);
  person.does(Leave{});
  EXPECT_TRUE(person.state.records.empty());
}

TEST(Recording, LeavingUnrecordedSaysSo) {
  Person person;
  person.record = RecordBehaviour::fails;
  person.starts();
  person.does(Leave{});
  EXPECT_NE(make_left_view(person.state).sentence.find("no place to come back to"), std::string::npos);
}

TEST(Recording, TheEndIsRecordedWithTheLastAnswer) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.says({"steady", "open"});
  const auto ends = only<FinishAttempt>(person.does(SayChoice{"plan"}));
  ASSERT_EQ(ends.size(), 1U);
  EXPECT_EQ(ends[0].ending, "good");
  EXPECT_EQ(ends[0].status, "ready to discuss");
  ASSERT_TRUE(ends[0].score);
  EXPECT_EQ(person.state.records[0].state, AttemptState::ended);
  EXPECT_EQ(person.state.records[0].status, "ready to discuss");
}

TEST(Recording, AnEndThatCouldNotBeRecordedIsRecordedOnReturn) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.says({"steady", "open"});
  person.record = RecordBehaviour::keeps_silent;
  const auto row = only<RecordDecision>(person.does(SayChoice{"plan"}));
  person.record = RecordBehaviour::fails;
  person.does(DecisionRecorded{row[0].request});
  person.does(GoToDebrief{});
  EXPECT_NE(person.debrief().notice.find("The disk is full."), std::string::npos);
  person.does(FinishDebrief{});
  EXPECT_EQ(person.card().state_word, "Time to look back");
  person.record = RecordBehaviour::answers;
  const auto effects = person.does(ResumeAttempt{1});
  EXPECT_EQ(only<FinishAttempt>(effects).size(), 1U);
  EXPECT_EQ(person.state.screen, Screen::debrief);
  EXPECT_EQ(person.state.records[0].state, AttemptState::ended);
}

TEST(Recording, AnAnswerKeptWhilePausedIsThereOnReturn) {
  Person person;
  person.starts();
  person.record = RecordBehaviour::keeps_silent;
  const auto row = only<RecordDecision>(person.does(SayChoice{"steady"}));
  person.does(NeedAMoment{});
  person.does(DecisionRecorded{row[0].request});
  EXPECT_EQ(person.state.screen, Screen::pause) << "nothing takes the pause away";
  person.does(KeepGoing{});
  EXPECT_EQ(person.state.screen, Screen::feedback);
}

TEST(Recording, AnEditedScenarioGoesOnAsANewAttempt) {
  Person before;
  before.starts();
  before.says({"steady"});
  auto edited = std::make_shared<Scenario>(*bench_scenario());
  edited->play_hash = "ffffffffffffffffffffffffffffffff";
  Person after(bench_content(edited));
  after.next_attempt = 2;
  after.does(RecordsLoaded{before.state.records});
  const auto starts = only<StartAttempt>(after.does(ResumeAttempt{1}));
  ASSERT_EQ(starts.size(), 1U);
  ASSERT_TRUE(starts[0].origin);
  EXPECT_EQ(*starts[0].origin, (AttemptOrigin{OriginKind::continued, 1, 1}));
  EXPECT_FALSE(after.conversation().note.empty()) << "the person is told that the scenario has changed";
  EXPECT_EQ(only<RecordDecision>(after.does(SayChoice{"open"})).at(0).attempt, 2);
  EXPECT_EQ(after.state.records[0].decisions, 1U) << "the old attempt stays as it was";
}

}  // namespace
}  // namespace steadfast::test
