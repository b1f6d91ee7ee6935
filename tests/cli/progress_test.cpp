#include "cli/progress.h"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>
#include <string>

namespace steadfast::cli {
namespace {

constexpr std::size_t kWide = 200;

Progress exploring() {
  Progress progress;
  progress.part = "exploring states";
  progress.done = 1'234'567;
  progress.most = 2'000'000;
  progress.waiting = 410'000;
  return progress;
}

TEST(ProgressLine, SaysHowFarHowFastAndHowLongAtMost) {
  EXPECT_EQ(progress_line(exploring(), {2'000, Pace::Waiting::more}, kWide),
            "exploring states: 1,234,567 of at most 2,000,000, 410,000 waiting, more than before, 617,283 a "
            "second, "
            "at most 1 s more");
  Progress sure;
  sure.part = "counting plays";
  sure.done = 100;
  sure.most = 1'000;
  sure.is_sure = true;
  EXPECT_EQ(progress_line(sure, {10'000, {}}, kWide),
            "counting plays: 100 of 1,000, 10 a second, about 2 min more");
}

TEST(ProgressLine, ClaimsNoTimeWithoutSomethingToGoBy) {
  EXPECT_EQ(progress_line(exploring(), {100, {}}, kWide),
            "exploring states: 1,234,567 of at most 2,000,000, 410,000 waiting");
  Progress unknown;
  unknown.part = "following the best plays";
  unknown.done = 5'000;
  EXPECT_EQ(progress_line(unknown, {1'000, {}}, kWide), "following the best plays: 5,000, 5,000 a second");
  unknown.done = 0;
  EXPECT_EQ(progress_line(unknown, {1'000, {}}, kWide), "following the best plays: 0");
}

TEST(ProgressLine, GoesFromSecondsToHours) {
  Progress slow = exploring();
  slow.done = 1'000;
  EXPECT_NE(progress_line(slow, {1'000, {}}, kWide).find("at most 33 min more"), std::string::npos);
  EXPECT_NE(progress_line(slow, {10'000, {}}, kWide).find("at most 5.6 h more"), std::string::npos);
}

TEST(ProgressLine, LeavesOutTheLeastImportantToFit) {
  Progress progress = exploring();
  progress.policy = 3;
  progress.policies = 63;
  const Pace pace{2'000, Pace::Waiting::fewer};
  std::string before = progress_line(progress, pace, kWide);
  EXPECT_EQ(before.find("other policies, 3 of 63: exploring states: "), 0U);
  EXPECT_NE(before.find("fewer than before"), std::string::npos);
  for (std::size_t columns = before.size(); columns-- > 0;) {
    const std::string line = progress_line(progress, pace, columns);
    EXPECT_LE(line.size(), columns);
    EXPECT_LE(line.size(), before.size());
    before = line;
  }
  EXPECT_EQ(progress_line(progress, pace, 79),
            "exploring states: 1,234,567 of at most 2,000,000, at most 1 s more");
}

class Teller : public testing::Test {
 protected:
  std::string told(ProgressStyle style, int looks, std::int64_t step) {
    std::ostringstream stream;
    std::int64_t now = 50'000;
    {
      ProgressTeller teller(stream, style, [&now] { return now; });
      Progress progress = exploring();
      for (int i = 1; i <= looks; ++i) {
        now += step;
        progress.done = static_cast<std::size_t>(i) * 1'000;
        progress.waiting = static_cast<std::size_t>(i) * 10;
        teller.look(progress);
      }
    }
    return stream.str();
  }
};

TEST_F(Teller, SaysNothingInTheFirstSecond) {
  EXPECT_EQ(told(ProgressStyle::lines, 9, 100), "");
  EXPECT_EQ(told(ProgressStyle::updating, 9, 100), "") << "and takes nothing away";
  EXPECT_EQ(told(ProgressStyle::none, 1'000, 1'000), "");
}

TEST_F(Teller, WritesALineEveryFiveSecondsIntoAFile) {
  const std::string text = told(ProgressStyle::lines, 120, 100);  // 12 seconds
  EXPECT_EQ(
      text,
      "exploring states: 10,000 of at most 2,000,000, 100 waiting, 11,111 a second, at most 3 min more\n"
      "exploring states: 60,000 of at most 2,000,000, 600 waiting, more than before, 10,169 a second, at "
      "most "
      "3 min more\n"
      "exploring states: 110,000 of at most 2,000,000, 1,100 waiting, more than before, 10,091 a second, at "
      "most 3 min more\n");
}

TEST_F(Teller, UpdatesOneLineOnATerminalAndTakesItAway) {
  const std::string text = told(ProgressStyle::updating, 13, 100);
  const std::string away = "\r\x1b[K";
  EXPECT_EQ(text, away + "exploring states: 10,000 of at most 2,000,000, 100 waiting, at most 3 min more" +
                      away + "exploring states: 12,000 of at most 2,000,000, at most 3 min more" + away)
      << text;
  EXPECT_EQ(text.find('\n'), std::string::npos);
}

TEST(Grouped, PutsACommaBeforeEveryThreeDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1'000), "1,000");
  EXPECT_EQ(grouped(123'456), "123,456");
  EXPECT_EQ(grouped(std::numeric_limits<std::uint32_t>::max()), "4,294,967,295");
}

}  // namespace
}  // namespace steadfast::cli
