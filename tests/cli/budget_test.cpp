#include "cli/budget.h"

#include <gtest/gtest.h>

namespace steadfast::cli {
namespace {

TEST(Budget, IsANumberWithSeparatorsOrAUnit) {
  EXPECT_EQ(read_budget("1"), 1U);
  EXPECT_EQ(read_budget("1000000"), 1'000'000U);
  EXPECT_EQ(read_budget("1,000,000"), 1'000'000U);
  EXPECT_EQ(read_budget("1_000_000"), 1'000'000U);
  EXPECT_EQ(read_budget("1'000'000"), 1'000'000U);
  EXPECT_EQ(read_budget("1 000"), 1'000U);
  EXPECT_EQ(read_budget("500k"), 500'000U);
  EXPECT_EQ(read_budget("2M"), 2'000'000U);
  EXPECT_EQ(read_budget("1000M"), kMostBudget);
  EXPECT_EQ(read_budget("007"), 7U);
}

TEST(Budget, NothingElseIs) {
  for (const char* text :
       {"", "0", "0k", "-1", "+1", "1.5M", "M", ",", "1,", ",1", "1e6", "many", "2G", "1001M", "1000000001",
        "99999999999999999999999999", "18446744073709551616", "1M M", "5 k"}) {
    EXPECT_FALSE(read_budget(text)) << text;
  }
}

}  // namespace
}  // namespace steadfast::cli
