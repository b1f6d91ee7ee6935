#include "store/records.h"

#include "store/store_fixture.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::ChoiceSpec;
using test::NodeSpec;

Scenario scenario(const std::string& second_choice = "b1") {
  test::ScenarioSpec spec;
  ChoiceSpec first;
  first.id = "a1";
  first.rate = {{1, 3}};
  first.to = "b";
  ChoiceSpec other = first;
  other.id = "a2";
  other.rate = {{1, 0}};
  other.critical = 4;
  ChoiceSpec second;
  second.id = second_choice;
  second.rate = {{2, 4}};
  second.to = "end";
  ChoiceSpec weaker = second;
  weaker.id = "b2";
  weaker.rate = {{2, 1}};
  NodeSpec a;
  a.id = "a";
  a.choices = {first, other};
  NodeSpec b;
  b.id = "b";
  b.choices = {second, weaker};
  spec.nodes = {a, b};
  spec.endings = {"end"};
  return test::ScenarioBuilder(spec).build();
}

void answer(const Scenario& content, Play& play, std::string_view id) {
  take(content, play, find_offered(content, play.state, id).value());
}

TEST(Records, SayWhatWasAnsweredAndWhere) {
  const Scenario content = scenario();
  Play play = start_play(content, 7);
  const NewAttempt attempt = attempt_of(content, play, Mode::practice, std::nullopt, 11);
  EXPECT_EQ(attempt.scenario, content.id);
  EXPECT_EQ(attempt.content_hash, content.content_hash);
  EXPECT_EQ(attempt.seed, 7U);
  EXPECT_EQ(parse_save(attempt.save).value().decisions.size(), 0U);
  answer(content, play, "a1");
  answer(content, play, "b2");
  const DecisionRecord decision = last_decision_of(content, play, 12);
  EXPECT_EQ(decision.position, 1U);
  EXPECT_EQ(decision.node, "b");
  EXPECT_EQ(decision.choice, "b2");
  EXPECT_EQ(resume_play(content, parse_save(decision.save).value()).value().play, play);
}

TEST(Records, AFinishHoldsTheScoreWholeAndItsGates) {
  const Scenario content = scenario();
  Play play = start_play(content, 7);
  answer(content, play, "a2");
  answer(content, play, "b1");
  const Score score = score_play(content, Outlook::explore(content), play);
  const Finish finish = finish_of(content, score, 13);
  EXPECT_EQ(finish.ending, "end");
  EXPECT_EQ(finish.status, "needs debrief");
  EXPECT_EQ(finish.criticals, (std::vector<CriticalRecord>{{0, "C4"}}));
  ASSERT_EQ(finish.ledgers.size(), 4U) << "three dimensions and the composite";
  EXPECT_EQ(finish.ledgers[0].id, "D1");
  EXPECT_EQ(finish.ledgers[0].achieved, 0.0);
  EXPECT_EQ(finish.ledgers[2].achieved, std::nullopt);
  EXPECT_EQ(finish.ledgers[3].id, "composite");
  EXPECT_EQ(finish.ledgers[3].gained, score.composite.gained);
  EXPECT_EQ(finish.ledgers[3].most, score.composite.most);
}

class Continuing : public StoreTest {
 protected:
  // A play of `content` with one answer, left in progress.
  static AttemptSummary left_after_one_answer(Store& store, const Scenario& content) {
    Play play = start_play(content, 7);
    const AttemptId attempt =
        store.start_attempt(attempt_of(content, play, Mode::coach, std::nullopt, 1)).value();
    answer(content, play, "a1");
    EXPECT_TRUE(store.record_decision(attempt, last_decision_of(content, play, 2)));
    return store.resumable(content.id).value().value();
  }
};

TEST_F(Continuing, GoesOnInTheSameAttempt) {
  Store store = open();
  const Scenario content = scenario();
  const AttemptSummary left = left_after_one_answer(store, content);
  Continued continued = continue_attempt(store, content, left, 5).value();
  EXPECT_EQ(continued.attempt, left.id);
  EXPECT_EQ(continued.resumed.explanation, "");
  EXPECT_EQ(content.at(continued.resumed.play.state.node).id.text, "b");
  answer(content, continued.resumed.play, "b1");
  EXPECT_TRUE(store.record_decision(continued.attempt, last_decision_of(content, continued.resumed.play, 6)));
  EXPECT_EQ(store.attempts().value().size(), 1U);
}

TEST_F(Continuing, AnEditedScenarioGoesOnInAMarkedAttemptOfItsOwn) {
  Store store = open();
  const AttemptSummary left = left_after_one_answer(store, scenario());
  Scenario edited = scenario("b-new");
  edited.play_hash = "ffffffffffffffffffffffffffffffff";
  Continued continued = continue_attempt(store, edited, left, 5).value();
  EXPECT_NE(continued.attempt, left.id);
  EXPECT_NE(continued.resumed.explanation, "");
  answer(edited, continued.resumed.play, "b-new");
  ASSERT_TRUE(store.record_decision(continued.attempt, last_decision_of(edited, continued.resumed.play, 6)));
  const auto attempts = store.attempts().value();
  ASSERT_EQ(attempts.size(), 2U);
  EXPECT_EQ(attempts[0].decisions, 1U) << "what was answered to the old text stays as it was";
  EXPECT_EQ(attempts[1].origin, (Origin{Origin::Relation::continued, left.id, 1}));
  EXPECT_FALSE(attempts[1].is_practice());
  EXPECT_EQ(attempts[1].decisions, 2U);
  EXPECT_EQ(store.resumable(edited.id).value()->id, continued.attempt);
}

TEST_F(Continuing, ASaveThatCannotBeReadIsASentence) {
  Store store = open();
  const Scenario content = scenario();
  NewAttempt attempt = attempt_of(content, start_play(content, 7), Mode::coach, std::nullopt, 1);
  attempt.save = "not a save";
  ASSERT_TRUE(store.start_attempt(attempt));
  const Result<Continued> continued =
      continue_attempt(store, content, store.resumable(content.id).value().value(), 5);
  ASSERT_FALSE(continued);
  EXPECT_NE(continued.error().message, "");
}

}  // namespace
}  // namespace steadfast
