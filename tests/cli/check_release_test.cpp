// From a draft to a text that is signed, the way a programme goes it.
#include <regex>
#include <string>
#include <string_view>

#include "cli/cli_fixture.h"

namespace steadfast {
namespace {

class ReleaseTest : public CliTest {
 protected:
  // The hash that the command tells a reviewer to sign; today is 2025-11-24.
  std::string hash_to_sign() const {
    const std::string out = run({"check", "--release", small()}).out;
    std::smatch match;
    if (!std::regex_search(out, match, std::regex("has the hash ([0-9a-f]{32})"))) {
      ADD_FAILURE() << "no hash in:\n" << out;
      return {};
    }
    return match[1];
  }

  void write_signed(std::string_view date, const std::string& hash, std::string_view text = kSmallScenario) {
    std::string reviews = "reviews:\n";
    for (const auto& [role, alias] :
         {std::pair{"programme", "Lee"}, std::pair{"clinician", "Dr. Amin"},
          std::pair{"survivor-consultant", "River"}, std::pair{"survivor-consultant", "Juniper"}}) {
      reviews += std::string("  - role: ") + role + "\n    alias: " + alias +
                 "\n    date: " + std::string(date) + "\n    content_hash: " + hash + "\n";
    }
    std::string whole(text);
    const std::string none = "reviews: []\n";
    write("small.yaml", whole.replace(whole.find(none), none.size(), reviews));
  }
};

TEST_F(ReleaseTest, ADraftIsNoMistakeUntilItIsToBeReleased) {
  EXPECT_EQ(run({"check", small()}).code(), 0);
  const Answer answer = run({"check", "--release", small()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "the programme has not signed yet")) << answer.out;
  EXPECT_TRUE(has(answer.out, "a licensed clinician has not signed yet")) << answer.out;
  EXPECT_TRUE(has(answer.out, "two survivor consultants have not signed yet")) << answer.out;
  EXPECT_TRUE(has(answer.out, "3 errors, 0 warnings")) << answer.out;
}

TEST_F(ReleaseTest, WhatWasToldToSignCanBeSigned) {
  const std::string hash = hash_to_sign();
  write_signed("2025-11-24", hash);
  const Answer answer = run({"check", "--release", small()});
  EXPECT_EQ(answer.code(), 0) << answer.out;
  EXPECT_TRUE(has(answer.out, "1 file checked: no problems.")) << answer.out;
  EXPECT_TRUE(has(run({"play", small(), "--seed", "1"}, "q\n").out,
                  "Reviewed by the program, a clinician and two survivor consultants, until 2026-11-24."));
}

TEST_F(ReleaseTest, ASignatureRunsOutAfterAYear) {
  const std::string hash = hash_to_sign();
  write_signed("2024-11-24", hash);
  EXPECT_EQ(run({"check", "--release", small()}).code(), 0) << "the last day";
  write_signed("2024-11-23", hash);
  const Answer answer = run({"check", "--release", small()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "error[SCN086]: the review of `Lee` counted until 2025-11-23")) << answer.out;
  EXPECT_TRUE(has(run({"play", small(), "--seed", "1"}, "q\n").out,
                  "Draft: the review has expired; it counted until 2025-11-23."));
  const Answer plain = run({"check", small()});
  EXPECT_EQ(plain.code(), 0) << "outside a release it is a warning";
  EXPECT_TRUE(has(plain.out, "warning[SCN086]")) << plain.out;
}

TEST_F(ReleaseTest, ASignatureOfTomorrowDoesNotCountToday) {
  write_signed("2025-11-25", hash_to_sign());
  const Answer answer = run({"check", "--release", small()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "error[SCN087]")) << answer.out;
}

TEST_F(ReleaseTest, AnyEditVoidsASignatureAndTellsTheNewHash) {
  const std::string hash = hash_to_sign();
  std::string edited(kSmallScenario);
  const std::string_view words = "Words of maybe.";
  edited.replace(edited.find(words), words.size(), "Words of perhaps.");
  write_signed("2025-11-24", hash, edited);
  const Answer answer = run({"check", "--release", small()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "error[SCN054]")) << answer.out;
  EXPECT_FALSE(has(answer.out, "warning[SCN054]")) << "told once";
  const std::string new_hash = hash_to_sign();
  EXPECT_NE(new_hash, hash);
  EXPECT_TRUE(has(run({"play", small(), "--seed", "1"}, "q\n").out,
                  "Draft: the text has changed since it was reviewed."));
  write_signed("2025-11-24", new_hash, edited);
  EXPECT_EQ(run({"check", "--release", small()}).code(), 0);
}

TEST_F(ReleaseTest, NothingThatIsShippedIsReviewedYet) {
  const Answer answer = run({"check", "--release", std::string(STEADFAST_SOURCE_DIR) + "/scenarios"});
  EXPECT_EQ(answer.code(), 1) << answer.out;
}

// --- What the guide asks, in the same run ------------------------------------------------------------

TEST_F(CliTest, CheckReadsWithTheGuideForAuthors) {
  std::string text(kSmallScenario);
  const std::string_view stage = "Kiara packs her bag.";
  text.replace(text.find(stage), stage.size(), "Kiara packs her bag. Her boyfriend is a pimp.");
  write("small.yaml", text);
  const Answer answer = run({"check", small()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "small.yaml:30:37: warning[SCN071]: `boyfriend`")) << answer.out;
  EXPECT_TRUE(has(answer.out, "error[SCN070]: `pimp`")) << answer.out;
}

TEST_F(CliTest, CheckReadsTheWordsOfAFileThatDoesNotLoad) {
  std::string text(kSmallScenario);
  const std::string_view stage = "Kiara packs her bag.";
  text.replace(text.find(stage), stage.size(), "Kiara talks of a pimp.");
  const std::string_view next = "next: second";
  text.replace(text.find(next), next.size(), "next: secnd");
  write("small.yaml", text);
  const Answer answer = run({"check", small()});
  EXPECT_TRUE(has(answer.out, "error[SCN070]")) << answer.out;
  EXPECT_TRUE(has(answer.out, "error[SCN040]")) << "everything in one run\n" << answer.out;
}

TEST_F(CliTest, AdviceIsCountedAndFailsNothing) {
  std::string text(kSmallScenario);
  const std::string_view rating = "D1: 1 nothing to hold on to";
  text.replace(text.find(rating), rating.size(), "D1: 0 nothing to hold on to");
  write("small.yaml", text);
  const Answer answer = run({"check", small()});
  EXPECT_EQ(answer.code(), 0) << answer.out;
  EXPECT_TRUE(has(answer.out, "advice[SCN083]")) << answer.out;
  EXPECT_TRUE(has(answer.out, "1 file checked: 0 errors, 0 warnings, 1 suggestion.")) << answer.out;
}

TEST_F(CliTest, PausingNamesFirstWhatTheConversationNames) {
  std::string text(kSmallScenario);
  const std::string none = "reviews: []\n";
  text.replace(text.find(none), none.size(), none + "resources: [gb-childline]\n");
  write("small.yaml", text);
  const std::string out = run({"play", small(), "--seed", "1"}, "p\nc\n\nq\n").out;
  const std::size_t named = out.find("Childline");
  ASSERT_NE(named, std::string::npos) << out;
  EXPECT_LT(out.find("Your own program"), named) << out;
  EXPECT_LT(named, out.find("United States")) << out;
}

}  // namespace
}  // namespace steadfast
