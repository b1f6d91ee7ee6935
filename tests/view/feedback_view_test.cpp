#include "view/feedback_view.h"

#include <gtest/gtest.h>

#include "view/person.h"
#include "view/text.h"
#include "steadfast/review.h"

namespace steadfast::test {
namespace {

TEST(FeedbackView, TellsWhatWasSaidAndHeardAndWhatHelps) {
  Person person;
  person.starts();
  person.says({"steady"});
  const FeedbackView view = person.feedback();
  EXPECT_FALSE(view.kind);
  EXPECT_EQ(view.said.text, "You say steady.");
  ASSERT_EQ(view.reply.size(), 1U);
  EXPECT_EQ(view.reply[0].text, "Reply to steady.");
  ASSERT_EQ(view.sections.size(), 3U);
  EXPECT_EQ(view.sections[0].heading, "What Kiara may have heard");
  EXPECT_EQ(view.sections[0].text, "Heard steady.");
  EXPECT_EQ(view.sections[1].heading, "Why it matters");
  EXPECT_EQ(view.sections[2].heading, "What helps") << "nothing to put in place of what helped";
  EXPECT_EQ(view.bar.place, "Moment 1 of 3");
  EXPECT_EQ(view.draft_line, kDraftSentence);
  ASSERT_TRUE(view.bar.moment);
}

TEST(FeedbackView, RatesEachSkillByWordAndShape) {
  Person person;
  person.starts();
  person.says({"steady"});
  const FeedbackView view = person.feedback();
  ASSERT_EQ(view.ratings.size(), 2U);
  EXPECT_EQ(view.ratings[0].dimension, "Dimension 1");
  EXPECT_EQ(view.ratings[0].mark.word, "helped");
  EXPECT_EQ(view.ratings[0].mark.shape, Shape::circle);
  EXPECT_EQ(view.ratings[0].because, "because of steady");
  EXPECT_TRUE(view.kind_line.empty());
}

TEST(FeedbackView, AChoiceThatMaySetBackIsMetKindly) {
  Person person;
  person.starts();
  person.says({"buy"});
  const FeedbackView view = person.feedback();
  EXPECT_FALSE(view.kind) << "the kind screen is for safety errors";
  EXPECT_EQ(view.ratings[0].mark.shape, Shape::triangle);
  EXPECT_EQ(view.ratings[0].mark.word, "may set back");
  EXPECT_EQ(view.kind_line, "Many caring people say this. That is why we practise.");
  EXPECT_EQ(view.sections[2].heading, "What helps instead");
}

TEST(FeedbackView, ASafetyErrorIsMetKindlyFirstThenNamed) {
  Person person;
  person.starts();
  person.says({"secret"});
  FeedbackView view = person.feedback();
  const std::string kind_key = view.key;
  ASSERT_TRUE(view.kind);
  EXPECT_EQ(view.kind->moment.intent, Intent(NeedAMoment{}));
  EXPECT_TRUE(person.does(ContinueAfterFeedback{}, 10).empty());
  person.does(view.kind->look.intent);
  view = person.feedback();
  EXPECT_FALSE(view.kind);
  EXPECT_NE(view.key, kind_key) << "a new screen begins, so the focus goes to its heading";
  EXPECT_NE(view.safety_line.find("Critical."), std::string::npos);
  EXPECT_EQ(view.again.label, "Try this moment again");
}

TEST(FeedbackView, NothingOnTheSheetBlames) {
  Person person;
  person.starts();
  person.says({"secret"});
  person.does(LookAtImpact{});
  const FeedbackView view = person.feedback();
  const std::string words =
      view.heading + view.again_line + view.kind_line + view.safety_line + view.primary.label;
  for (const char* avoided : {"wrong", "Wrong", "fail", "bad", "!"}) {
    EXPECT_EQ(words.find(avoided), std::string::npos) << avoided;
  }
}

TEST(FeedbackView, ContinueLeadsOnAndAtTheEndToTheDebrief) {
  Person person;
  person.starts();
  person.says({"early"});
  EXPECT_EQ(person.feedback().primary.label, "Continue");
  person.does(ContinueAfterFeedback{});
  EXPECT_EQ(person.state.screen, Screen::conversation);
  person.says({"shrug"});
  EXPECT_EQ(person.feedback().primary.label, "Look back on the conversation");
  person.does(ContinueAfterFeedback{});
  EXPECT_EQ(person.state.screen, Screen::debrief);
}

TEST(FeedbackView, StraightOnThereIsNoSheet) {
  Person person;
  person.starts(PlayMode::straight_on);
  person.says({"secret"});
  EXPECT_EQ(person.state.screen, Screen::conversation);
}

}  // namespace
}  // namespace steadfast::test
