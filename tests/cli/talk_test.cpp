#include "cli/talk.h"

#include <gtest/gtest.h>

#include <sstream>

namespace steadfast::cli {
namespace {

TEST(Talk, ReadsLinesWithoutTheirSpaces) {
  std::istringstream in("  1 \r\n\n q");
  std::ostringstream out;
  Talk talk(in, out, false);
  EXPECT_EQ(talk.read(), "1");
  EXPECT_EQ(talk.read(), "");
  EXPECT_EQ(talk.read(), "q");
  EXPECT_EQ(talk.read(), std::nullopt);
}

TEST(Talk, AnUnreadLineComesAgainOnce) {
  std::istringstream in("1\n2\n");
  std::ostringstream out;
  Talk talk(in, out, false);
  talk.unread(talk.read().value());
  EXPECT_EQ(talk.read(), "1");
  EXPECT_EQ(talk.read(), "2");
}

TEST(Talk, KnowsWhatIsANumber) {
  EXPECT_EQ(whole_number("12"), 12U);
  for (const char* text : {"", "-1", "+1", "1.", "1 2", "one", "99999999999999999999999"}) {
    EXPECT_EQ(whole_number(text), std::nullopt) << text;
  }
}

TEST(Talk, CountsInWords) {
  EXPECT_EQ(counted(0, "answer"), "0 answers");
  EXPECT_EQ(counted(1, "answer"), "1 answer");
}

}  // namespace
}  // namespace steadfast::cli
