// `play` with a person or a pipe at the other end.
#include <streambuf>

#include "cli/cli_fixture.h"

namespace steadfast {
namespace {

std::vector<std::string> choices_of(const Store& store, AttemptId attempt) {
  std::vector<std::string> ids;
  for (const StoredDecision& decision : store.decisions(attempt).value()) ids.push_back(decision.choice);
  return ids;
}

TEST_F(CliTest, AWholeConversationEndsInTheDebriefAndInTheRecord) {
  const Answer answer = run({"play", small()}, "\n" + warm() + "\n" + thursday() + "\n\n\n\n\n\n");
  EXPECT_EQ(answer.code(), 0);
  EXPECT_EQ(answer.err, "");
  const std::vector<std::string> in_order = {
      "A small talk",
      "Draft: not yet reviewed by a clinician and survivor consultants.",
      "You meet Kiara, 16",
      "This scene includes: a goodbye.",
      "Kiara packs her bag.",
      "Kiara: Bye then.",
      "What do you say?",
      "You: Words that are warm.",
      "Kiara: The warm reply.",
      "What Kiara may have heard: Heard warm.",
      "Why it matters: Why warm.",
      "What helps: Try warm.",
      "Consistent presence: helped (warm and clear)",
      "Kiara: See you?",
      "The conversation ends here: Goodbye",
      "Step 1 of 5",
      "Step 2 of 5",
      "She left on time.",
      "Result: Ready to discuss.",
      "What was plain?",
      "Step 3 of 5",
      "Step 4 of 5",
      "Consistent presence: strong, 100 of 100. Answering at random would land near 50.",
      "At the start: ",
      "After moment 2: ",
      "Step 5 of 5",
      "Do one thing for yourself today."};
  std::size_t at = 0;
  for (const std::string& part : in_order) {
    const std::size_t found = answer.out.find(part, at);
    EXPECT_NE(found, std::string::npos) << part << " does not come at its place in:\n" << answer.out;
    if (found != std::string::npos) at = found;
  }
  const Store record = store();
  const auto attempts = record.attempts().value();
  ASSERT_EQ(attempts.size(), 1U);
  EXPECT_EQ(choices_of(record, attempts[0].id), (std::vector<std::string>{"warm", "thursday"}));
  EXPECT_EQ(attempts[0].finished->ending, "bye");
  EXPECT_EQ(attempts[0].finished->status, "ready to discuss");
  EXPECT_EQ(record.finish(attempts[0].id).value()->ledgers.size(), 9U);
}

TEST_F(CliTest, FromAPipeNumbersAloneAreEnough) {
  run({"play", small()}, warm() + thursday());
  EXPECT_TRUE(store().attempts().value()[0].finished);
}

// At a keyboard a number before the question is shown is a slip, not an answer.
TEST_F(CliTest, APersonAnswersOnlyWhatIsShown) {
  const std::string key = warm();
  types_ = true;
  run({"play", small()}, "1\n2\nq\n");
  EXPECT_EQ(store().attempts().value().size(), 0U) << "numbers do not start it";
  run({"play", small()}, "\n" + key + "1\n2\n");
  EXPECT_EQ(store().attempts().value()[0].decisions, 1U) << "numbers do not leave the coach's page";
}

TEST_F(CliTest, TheEndOfInputKeepsThePlaceAndTheNextTimeGoesOnThere) {
  const Answer first = run({"play", small()}, "\n" + back() + "\n");
  EXPECT_TRUE(has(first.out, "Your place is kept.")) << first.out;
  EXPECT_EQ(first.code(), 0);
  EXPECT_EQ(store().attempts().value()[0].decisions, 1U);
  const Answer second = run({"play", small()}, "\n" + thursday());
  EXPECT_TRUE(has(second.out, "after 1 answer. Press Enter to continue there, type new to start again"))
      << second.out;
  EXPECT_TRUE(has(second.out, "You: Words that hold back.\nKiara: The back reply."))
      << "where one was, told again";
  EXPECT_FALSE(has(second.out, "Kiara packs her bag."));
  EXPECT_TRUE(has(second.out, "Result: Needs debrief."));
  const Store record = store();
  ASSERT_EQ(record.attempts().value().size(), 1U);
  EXPECT_EQ(choices_of(record, AttemptId{1}), (std::vector<std::string>{"back", "thursday"}));
}

TEST_F(CliTest, LeavingWithQKeepsThePlaceToo) {
  EXPECT_TRUE(has(run({"play", small()}, "\n" + warm() + "q\n").out, "Your place is kept."));
  const Answer again = run({"play", small()}, "q\n");
  EXPECT_TRUE(has(again.out, "after 1 answer")) << again.out;
  EXPECT_EQ(store().attempts().value().size(), 1U);
}

TEST_F(CliTest, LeavingAtTheLastAnswerIsLookedBackOnByTheSameCommand) {
  const Answer left = run({"play", small()}, "\n" + warm() + "\n" + thursday() + "q\n");
  EXPECT_TRUE(has(left.out, "The same command lets you look back on them.")) << left.out;
  const Answer again = run({"play", small()}, "\n\n\nq\n");
  EXPECT_TRUE(has(again.out, "have not looked back on all of it")) << again.out;
  EXPECT_TRUE(has(again.out, "Step 1 of 5")) << again.out;
  EXPECT_TRUE(has(again.out, "Step 3 of 5")) << again.out;
  EXPECT_TRUE(has(again.out, "The same command brings you back to this step.")) << again.out;
  EXPECT_FALSE(has(again.out, "Step 4 of 5")) << again.out;
  const Answer third = run({"play", small()}, "\n\n\n\n");
  EXPECT_FALSE(has(third.out, "Step 2 of 5")) << third.out;
  EXPECT_TRUE(has(third.out, "Step 5 of 5")) << third.out;
  EXPECT_FALSE(store().awaiting_look_back("small").value());
  EXPECT_FALSE(has(run({"play", small()}, "q\n").out, "have not looked back")) << "once is enough";
  EXPECT_EQ(store().attempts().value().size(), 1U);
}

TEST_F(CliTest, StartingAgainInsteadOfLookingBackIsPossible) {
  run({"play", small()}, "\n" + warm() + "\n" + thursday() + "q\n");
  run({"play", small()}, "new\n\n" + back());
  EXPECT_EQ(store().attempts().value().size(), 2U);
  EXPECT_EQ(store().attempts().value()[1].decisions, 1U);
}

TEST_F(CliTest, LeavingThroughThePauseAtTheLastStepKeepsThePlace) {
  run({"play", small()}, "\n" + warm() + "\n" + thursday() + "q\n");
  const Answer left = run({"play", small()}, "\n\n\n\n\np\nq\n");
  EXPECT_TRUE(has(left.out, "Step 5 of 5")) << left.out;
  EXPECT_TRUE(has(left.out, "The same command brings you back to this step.")) << left.out;
  EXPECT_TRUE(store().awaiting_look_back("small").value());
}

TEST_F(CliTest, ABeginningThatWasNeverAnsweredDoesNotHideTheLookBack) {
  run({"play", small()}, "\n" + warm() + "\n" + thursday() + "q\n");
  run({"play", small()}, "new\n\nq\n");
  EXPECT_EQ(store().attempts().value().size(), 2U);
  EXPECT_TRUE(has(run({"play", small()}, "q\n").out, "have not looked back on all of it"));
}

TEST_F(CliTest, LookingBackKeepsTheModeOfThePlay) {
  run({"play", small(), "--practice"}, "\n" + warm() + thursday() + "q\n");
  run({"play", small()}, "\n\n\nr 1\n" + warm());
  const auto attempts = store().attempts().value();
  ASSERT_EQ(attempts.size(), 2U);
  EXPECT_TRUE(attempts[1].is_practice());
  EXPECT_EQ(attempts[1].mode, Mode::practice);
}

TEST_F(CliTest, NobodyHasLookedBackWhereTheInputWasOver) {
  run({"play", small()}, warm() + thursday());
  EXPECT_TRUE(store().awaiting_look_back("small").value());
  run({"play", small()}, back() + thursday());
  EXPECT_EQ(store().attempts().value().size(), 2U) << "waiting numbers answer a new conversation";
}

TEST_F(CliTest, StartingAgainIsAnotherAttempt) {
  run({"play", small()}, "\n" + back());
  run({"play", small()}, "new\n" + warm() + thursday());
  const auto attempts = store().attempts().value();
  ASSERT_EQ(attempts.size(), 2U);
  EXPECT_FALSE(attempts[0].finished) << "what was left stays as it was";
  EXPECT_TRUE(attempts[1].finished);
  EXPECT_FALSE(attempts[1].origin);
}

TEST_F(CliTest, OpeningWithoutAnsweringLeavesNoPileOfAttempts) {
  for (int time = 0; time < 3; ++time) run({"play", small()}, "\nq\n");
  EXPECT_EQ(store().attempts().value().size(), 1U);
}

TEST_F(CliTest, NotNowIsFine) {
  const Answer answer = run({"play", small()}, "e\nq\n");
  EXPECT_EQ(answer.code(), 0);
  EXPECT_TRUE(has(answer.out, "Nobody is hurt.")) << "how it ends, told on request";
  EXPECT_FALSE(has(answer.out, "Kiara packs her bag."));
  EXPECT_TRUE(store().attempts().value().empty());
}

TEST_F(CliTest, AMomentHidesNothingAndLosesNothing) {
  const Answer answer = run({"play", small()}, "\np\ng\n1\nc\n\n" + warm() + "p\nq\n");
  EXPECT_TRUE(has(answer.out, "Paused. Nothing is lost.")) << answer.out;
  EXPECT_TRUE(has(answer.out, "stop whenever you like.")) << "a grounding minute";
  EXPECT_TRUE(has(answer.out, "Check this number before you rely on it.")) << "people to talk to";
  EXPECT_TRUE(has(answer.out, "Kiara: The warm reply.")) << "and then it goes on";
  EXPECT_TRUE(has(answer.out, "Your place is kept.")) << "leaving from a moment";
  EXPECT_EQ(store().attempts().value()[0].decisions, 1U);
}

TEST_F(CliTest, WhatIsNoAnswerIsAskedAgain) {
  const Answer answer = run({"play", small()}, "\n7\n0\nwhat\n\n" + warm());
  EXPECT_EQ(store().attempts().value()[0].decisions, 1U) << answer.out;
}

TEST_F(CliTest, PracticeModeGoesStraightOn) {
  const std::string key = back();
  const Answer answer = run({"play", small(), "--practice"}, "\n" + key + thursday());
  EXPECT_FALSE(has(answer.out, "Coach:")) << answer.out;
  EXPECT_TRUE(has(answer.out, "For safety: ")) << "the debrief names it";
  EXPECT_EQ(store().attempts().value()[0].mode, Mode::practice);
}

TEST_F(CliTest, TryingAMomentAgainIsAMarkedBranch) {
  const Answer answer = run({"play", small()}, "\n" + back() + "t\n" + warm() + "\n\n" + thursday());
  EXPECT_TRUE(has(answer.out, "Practice: the same moment again. Your first answer stays as it is."))
      << answer.out;
  EXPECT_TRUE(has(answer.out, "Back to your conversation."));
  const Store record = store();
  const auto attempts = record.attempts().value();
  ASSERT_EQ(attempts.size(), 2U);
  EXPECT_EQ(choices_of(record, attempts[0].id), (std::vector<std::string>{"back", "thursday"}));
  EXPECT_EQ(attempts[0].finished->status, "needs debrief") << "practice does not change the first play";
  EXPECT_EQ(attempts[1].origin, (Origin{Origin::Relation::practice, attempts[0].id, 0}));
  EXPECT_EQ(choices_of(record, attempts[1].id), (std::vector<std::string>{"warm"}));
  EXPECT_TRUE(has(answer.out, "Practised again on 2025-11-2")) << answer.out;
}

TEST_F(CliTest, TheDebriefOffersToReplayFromAMoment) {
  const Answer answer = run({"play", small()}, "\n" + back() + "\n" + thursday() + "\n\n\n\nr 9\nr 1\n" +
                                                   warm() + "\n" + thursday() + "\n\n\n\n");
  EXPECT_TRUE(has(answer.out, "There are moments 1 to 2.")) << answer.out;
  EXPECT_TRUE(has(answer.out, "This practice: ready to discuss. Your first play keeps its own result."))
      << answer.out;
  const Store record = store();
  EXPECT_EQ(record.first_play("small").value()->finished->status, "needs debrief");
  const auto attempts = record.attempts().value();
  ASSERT_EQ(attempts.size(), 2U);
  EXPECT_TRUE(attempts[1].is_practice());
  EXPECT_EQ(attempts[1].finished->status, "ready to discuss");
}

TEST_F(CliTest, NotesAreKeptOnlyOnRequest) {
  const std::string play = "\n" + warm() + "\n" + thursday() + "\nfine\n\n\n\n";
  run({"play", small()}, play + "\n");
  EXPECT_FALSE(store().note(AttemptId{1}).value());
  const Answer answer =
      run({"play", small()}, play + "y\nthe pause\nask first\nshe is quiet\nI wait\ntea\nFriday\ny\n");
  EXPECT_TRUE(has(answer.out, "Kept on this computer.")) << answer.out;
  const DebriefNote note = store().note(AttemptId{2}).value().value();
  EXPECT_EQ(note.keep, "the pause");
  EXPECT_EQ(note.plan_if, "she is quiet");
  EXPECT_EQ(note.plan_then, "I wait");
  EXPECT_TRUE(note.share_with_trainer);
  EXPECT_TRUE(has(answer.out, note.trainer_note)) << "the exact words were shown before";
}

TEST_F(CliTest, WithoutARecordItSaysSoAndGoesOn) {
  write("data", "a file where the folder should be");
  const Answer answer = run({"play", small()}, "\n" + warm() + thursday());
  EXPECT_EQ(answer.code(), 0);
  EXPECT_TRUE(has(answer.out, "You can go on: from here nothing is recorded.")) << answer.out;
  EXPECT_TRUE(has(answer.out, "Result: Ready to discuss."));
}

TEST_F(CliTest, AnEditedScenarioGoesOnAndSaysSo) {
  run({"play", small()}, "\n" + warm());
  std::string edited(kSmallScenario);
  edited.replace(edited.find("Bye then."), 9, "See you soon.");
  write("small.yaml", edited);
  const Answer answer = run({"play", small()}, "\n" + thursday());
  EXPECT_TRUE(has(answer.out, "Kiara: See you?")) << answer.out;
  const auto attempts = store().attempts().value();
  ASSERT_EQ(attempts.size(), 2U);
  EXPECT_EQ(attempts[1].origin->relation, Origin::Relation::continued);
  EXPECT_TRUE(attempts[1].finished);
  EXPECT_FALSE(attempts[0].finished);
}

// Runs `when_seen` at the moment the words appear on the terminal.
class Watcher : public std::stringbuf {
 public:
  Watcher(std::string words, std::function<void()> when_seen)
      : words_(std::move(words)), when_seen_(std::move(when_seen)) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize count) override {
    said_.append(text, static_cast<std::size_t>(count));
    if (!seen_ && said_.find(words_) != std::string::npos) {
      seen_ = true;
      when_seen_();
    }
    return std::stringbuf::xsputn(text, count);
  }

 private:
  std::string words_;
  std::function<void()> when_seen_;
  std::string said_;
  bool seen_ = false;
};

TEST_F(CliTest, TheAnswerIsOnTheDiskBeforeHerReplyIsTold) {
  std::istringstream in("\n" + warm());
  std::ostringstream err;
  std::uint32_t recorded = 99;
  Watcher watcher("The warm reply.",
                  [this, &recorded] { recorded = store().attempts().value()[0].decisions; });
  std::ostream out(&watcher);
  const std::vector<std::string> arguments = {"play", small()};
  run_command_line(arguments, {in, out, err}, surroundings());
  EXPECT_EQ(recorded, 1U);
}

TEST_F(CliTest, ARecordThatFailsHalfWayIsSaidOnceAndPracticeGoesOn) {
  std::istringstream in("\n" + warm() + thursday());
  std::ostringstream err;
  // Another window answers the same question first.
  Watcher watcher("What do you say?", [this] {
    Store other = store();
    EXPECT_TRUE(other.record_decision(AttemptId{1}, {0, "first", "back", "elsewhere", 1}));
  });
  std::ostream out(&watcher);
  const std::vector<std::string> arguments = {"play", small()};
  const CommandLineResult result = run_command_line(arguments, {in, out, err}, surroundings());
  EXPECT_EQ(std::get<ExitCode>(result).value, 0);
  const std::string said = watcher.str();
  EXPECT_TRUE(has(said, "This conversation went on in another window")) << said;
  EXPECT_EQ(said.find("nothing is recorded"), said.rfind("nothing is recorded")) << "said once";
  EXPECT_TRUE(has(said, "Result: Ready to discuss.")) << said;
  EXPECT_FALSE(has(said, "Your place is kept."));
  EXPECT_EQ(store().attempts().value()[0].decisions, 1U);
}

}  // namespace
}  // namespace steadfast
