#include "steadfast/moments.h"

#include <gtest/gtest.h>

namespace steadfast {
namespace {

Score score_with(const std::vector<int>& regrets, const std::vector<int>& spreads) {
  Score score;
  for (std::size_t position = 0; position < regrets.size(); ++position) {
    ScoredDecision decision;
    decision.regret = regrets[position];
    decision.spread = spreads[position];
    score.decisions.push_back(decision);
  }
  return score;
}

using Why = Moment::Why;

TEST(Moments, TheLargestRegretsComeFirstAndTiesInTheirOrder) {
  const Score score = score_with({2, 5, 0, 2, 1}, {6, 6, 6, 6, 6});
  EXPECT_EQ(moments_worth_another_look(score),
            (std::vector<Moment>{{1, Why::regret}, {0, Why::regret}, {3, Why::regret}}));
}

TEST(Moments, ACriticalComesFirstEvenWithoutRegret) {
  Score score = score_with({9, 0, 3}, {9, 9, 9});
  score.critical_decisions = {1};
  score.serious_decisions = {2};
  EXPECT_EQ(moments_worth_another_look(score),
            (std::vector<Moment>{{1, Why::critical}, {2, Why::serious}, {0, Why::regret}}));
  EXPECT_EQ(moments_worth_another_look(score, 1), (std::vector<Moment>{{1, Why::critical}}));
}

TEST(Moments, AMomentIsNamedOnce) {
  Score score = score_with({4}, {4});
  score.critical_decisions = {0};
  score.serious_decisions = {0};
  EXPECT_EQ(moments_worth_another_look(score), (std::vector<Moment>{{0, Why::critical}}));
}

TEST(Moments, NothingToRegretIsNothingToLookAt) {
  EXPECT_TRUE(moments_worth_another_look(score_with({0, 0}, {3, 3})).empty());
}

TEST(Moments, TheStrongestIsTheWidestSpreadWithoutRegret) {
  EXPECT_EQ(strongest_moment(score_with({0, 0, 0, 3}, {2, 7, 7, 9})), 1U);
  EXPECT_EQ(strongest_moment(score_with({0}, {0})), std::nullopt) << "nothing was at stake";
  Score critical = score_with({0, 0}, {9, 2});
  critical.critical_decisions = {0};
  EXPECT_EQ(strongest_moment(critical), 1U);
  critical.serious_decisions = {1};
  EXPECT_EQ(strongest_moment(critical), std::nullopt);
}

}  // namespace
}  // namespace steadfast
