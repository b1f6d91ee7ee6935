#include "steadfast/date.h"

#include <gtest/gtest.h>

namespace steadfast {
namespace {

TEST(Date, IsReadWhereTheDayExists) {
  EXPECT_EQ(parse_date("2024-05-31"), (Date{2024, 5, 31}));
  EXPECT_EQ(parse_date("2024-02-29"), (Date{2024, 2, 29})) << "a leap year";
  EXPECT_EQ(parse_date("2000-02-29"), (Date{2000, 2, 29})) << "a fourth century";
  for (const char* text : {"2023-02-29", "1900-02-29", "2024-04-31", "2024-00-10", "2024-13-10", "2024-01-00",
                           "2024-1-10", "24-01-10", "2024/01/10", "2024-01-1x", "+024-01-10", "-024-01-10", "",
                           "2024-01-100", "an earlier day"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, IsWrittenAsItIsRead) {
  EXPECT_EQ(to_string(Date{2024, 5, 1}), "2024-05-01");
  EXPECT_EQ(to_string(Date{812, 12, 31}), "0812-12-31");
}

TEST(Date, ComesInOrder) {
  EXPECT_LT((Date{2024, 12, 31}), (Date{2025, 1, 1}));
  EXPECT_LT((Date{2025, 1, 31}), (Date{2025, 2, 1}));
  EXPECT_LT((Date{2025, 2, 1}), (Date{2025, 2, 2}));
}

TEST(Date, AYearLaterIsTheSameDay) {
  EXPECT_EQ(one_year_after({2024, 11, 25}), (Date{2025, 11, 25}));
  EXPECT_EQ(one_year_after({2024, 2, 29}), (Date{2025, 2, 28})) << "the next year has no such day";
  EXPECT_EQ(one_year_after({2023, 2, 28}), (Date{2024, 2, 28}));
  EXPECT_EQ(one_year_after({2024, 12, 31}), (Date{2025, 12, 31}));
}

}  // namespace
}  // namespace steadfast
