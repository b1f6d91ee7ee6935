#include "app/effects.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/clock.h"
#include "temporary_folder.h"

namespace steadfast {
namespace {

constexpr std::int64_t kNoon = 1'763'899'200'000;  // 2025-11-23 12:00 UTC

class EffectsTest : public testing::Test {
 protected:
  Effects make() {
    return Effects(folder.path() / "record", content, [] { return kNoon; });
  }

  template <class Answer>
  static Answer answer_of(const std::optional<Intent>& intent) {
    if (intent && std::holds_alternative<Answer>(*intent)) return std::get<Answer>(*intent);
    ADD_FAILURE() << "another answer was expected"
                  << (intent && std::holds_alternative<RecordFailed>(*intent)
                          ? ": " + std::get<RecordFailed>(*intent).message
                          : std::string());
    return {};
  }
  static std::vector<AttemptRecord> records_of(Effects& effects) {
    return answer_of<RecordsLoaded>(effects.load_records()).records;
  }

  TemporaryFolder folder;
  std::shared_ptr<const Content> content = std::make_shared<const Content>();
};

StartAttempt some_start() {
  return {.request = 7,
          .scenario = "ten-dollars",
          .content_hash = "0123",
          .mode = PlayMode::straight_on,
          .seed = 42,
          .origin = std::nullopt,
          .save = "a save",
          .date = "2025-11-23"};
}

TEST_F(EffectsTest, NothingIsRecordedAtFirst) {
  auto effects = make();
  EXPECT_TRUE(records_of(effects).empty());
  EXPECT_EQ(effects.learner_alias(), "");
}

TEST_F(EffectsTest, AnAttemptWithItsAnswersAndItsEndIsFoundAgainByAnotherRun) {
  std::int64_t attempt = 0;
  {
    auto effects = make();
    const auto started = answer_of<AttemptStarted>(effects.perform(some_start()));
    EXPECT_EQ(started.request, 7U);
    attempt = started.attempt;
    const auto recorded = answer_of<DecisionRecorded>(effects.perform(RecordDecision{.request = 8,
                                                                                     .attempt = attempt,
                                                                                     .position = 0,
                                                                                     .node = "ask",
                                                                                     .choice = "no",
                                                                                     .save = "later",
                                                                                     .date = {}}));
    EXPECT_EQ(recorded.request, 8U);
  }
  auto effects = make();
  auto records = records_of(effects);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].attempt, attempt);
  EXPECT_EQ(records[0].scenario, "ten-dollars");
  EXPECT_EQ(records[0].mode, PlayMode::straight_on);
  EXPECT_EQ(records[0].state, AttemptState::in_progress);
  EXPECT_EQ(records[0].save, "later");
  EXPECT_EQ(records[0].decisions, 1U);
  EXPECT_EQ(records[0].started_on, local_date(kNoon));
  EXPECT_FALSE(records[0].origin.has_value());

  const auto finished = answer_of<AttemptFinished>(effects.perform(FinishAttempt{.request = 9,
                                                                                 .attempt = attempt,
                                                                                 .scenario = "ten-dollars",
                                                                                 .ending = "still-here",
                                                                                 .status = "practise again",
                                                                                 .score = std::nullopt,
                                                                                 .save = "later",
                                                                                 .date = {}}));
  EXPECT_EQ(finished.request, 9U);
  records = records_of(effects);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].state, AttemptState::ended);
  EXPECT_EQ(records[0].status, "practise again");
}

TEST_F(EffectsTest, APracticeBranchKnowsWhereItCameFrom) {
  auto effects = make();
  const auto first = answer_of<AttemptStarted>(effects.perform(some_start()));
  effects.perform(RecordDecision{.request = 8,
                                 .attempt = first.attempt,
                                 .position = 0,
                                 .node = "ask",
                                 .choice = "no",
                                 .save = "s",
                                 .date = {}});
  StartAttempt again = some_start();
  again.origin = AttemptOrigin{.kind = OriginKind::practice, .attempt = first.attempt, .kept = 1};
  answer_of<AttemptStarted>(effects.perform(again));
  const auto records = records_of(effects);
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[1].origin, again.origin);
}

TEST_F(EffectsTest, TheWordsOfTheDebriefAreKeptWhole) {
  auto effects = make();
  const auto started = answer_of<AttemptStarted>(effects.perform(some_start()));
  const Reflection reflection{.keep = "Asking first.",
                              .change = "Fewer words.",
                              .plan_if = "I want to fix it",
                              .plan_then = "I ask one question",
                              .care = "A walk.",
                              .practise_again = "next week",
                              .share_with_trainer = true,
                              .trainer_note = "I practised."};
  const auto saved = answer_of<ReflectionSaved>(effects.perform(
      SaveReflection{.request = 11, .attempt = started.attempt, .reflection = reflection, .date = {}}));
  EXPECT_EQ(saved.request, 11U);
  auto later = make();
  const auto records = records_of(later);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].reflection, reflection);
}

TEST_F(EffectsTest, AnswersOutOfOrderAreRefusedWithASentence) {
  auto effects = make();
  const auto started = answer_of<AttemptStarted>(effects.perform(some_start()));
  const auto failed = answer_of<RecordFailed>(effects.perform(RecordDecision{.request = 8,
                                                                             .attempt = started.attempt,
                                                                             .position = 3,
                                                                             .node = "ask",
                                                                             .choice = "no",
                                                                             .save = "s",
                                                                             .date = {}}));
  EXPECT_EQ(failed.request, 8U);
  EXPECT_FALSE(failed.message.empty());
}

TEST_F(EffectsTest, WithoutAFolderEveryWishToRecordGetsASentence) {
  Effects effects(std::nullopt, content, [] { return kNoon; });
  EXPECT_FALSE(answer_of<RecordFailed>(effects.load_records()).message.empty());
  const auto failed = answer_of<RecordFailed>(effects.perform(some_start()));
  EXPECT_EQ(failed.request, 7U);
  EXPECT_NE(failed.message.find("STEADFAST_HOME"), std::string::npos);
}

TEST_F(EffectsTest, AFolderThatWasMendedIsUsedTheNextTime) {
  // A file in the place of the folder: even root cannot make a folder there.
  std::ofstream(folder.path() / "record") << "in the way";
  auto effects = make();
  EXPECT_FALSE(answer_of<RecordFailed>(effects.perform(some_start())).message.empty());
  std::filesystem::remove(folder.path() / "record");
  EXPECT_GT(answer_of<AttemptStarted>(effects.perform(some_start())).attempt, 0);
}

TEST_F(EffectsTest, QuittingIsRemembered) {
  auto effects = make();
  EXPECT_FALSE(effects.has_quit());
  EXPECT_FALSE(effects.perform(Quit{}).has_value());
  EXPECT_TRUE(effects.has_quit());
}

}  // namespace
}  // namespace steadfast
