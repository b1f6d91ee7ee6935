#include "steadfast/review.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace steadfast {
namespace {

constexpr Date kToday{2025, 11, 25};

Scenario with_reviews(std::vector<Review> reviews) {
  Scenario scenario;
  scenario.content_hash = "today";
  scenario.where_reviews = {9, 10, 2};
  scenario.reviews = std::move(reviews);
  int line = 10;
  for (Review& review : scenario.reviews) {
    review.where_date = {line++, 11, 10};
    review.where_hash = {line++, 19, 32};
  }
  return scenario;
}

Scenario all_signed() {
  return with_reviews({{"programme", "Lee", "2025-03-01", "today"},
                       {"clinician", "Dr. Amin", "2025-04-02", "today"},
                       {"survivor-consultant", "River", "2025-05-03", "today"},
                       {"survivor-consultant", "Juniper", "2025-06-04", "today"}});
}

// Code, severity and line of each.
std::string told(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    text += std::string(to_string(diagnostic.severity)) + " " + to_string(diagnostic.code) + " line " +
            std::to_string(diagnostic.where.line) + "\n";
  }
  return text;
}
std::string release(const Scenario& scenario, Date today = kToday) {
  return told(check_reviews(scenario, "x.yaml", today, ReviewRule::required));
}
std::string check(const Scenario& scenario, Date today = kToday) {
  return told(check_reviews(scenario, "x.yaml", today, ReviewRule::told));
}

TEST(Review, ProgrammeClinicianAndTwoConsultantsMakeItReviewed) {
  const Scenario scenario = all_signed();
  const ReviewState state = review_state(scenario, kToday);
  EXPECT_TRUE(state.is_reviewed());
  EXPECT_EQ(state.last_day(), (Date{2026, 3, 1})) << "the first one that runs out";
  EXPECT_EQ(release(scenario), "");
  EXPECT_EQ(check(scenario), "");
  EXPECT_EQ(review_sentence(scenario, kToday),
            "Reviewed by the program, a clinician and two survivor consultants, until 2026-03-01");
  EXPECT_EQ(draft_sentence(scenario, kToday), "");
}

TEST(Review, EachOfThemIsNeeded) {
  for (std::size_t missing = 0; missing < 4; ++missing) {
    Scenario scenario = all_signed();
    scenario.reviews.erase(scenario.reviews.begin() + static_cast<std::ptrdiff_t>(missing));
    EXPECT_FALSE(review_state(scenario, kToday).is_reviewed()) << missing;
    EXPECT_EQ(release(scenario), "error SCN085 line 9\n") << missing;
    EXPECT_EQ(check(scenario), "") << "a draft is no mistake";
  }
}

TEST(Review, OneMessageTellsOfEachThatIsMissing) {
  const Scenario scenario = with_reviews({});
  EXPECT_EQ(release(scenario), "error SCN085 line 9\nerror SCN085 line 9\nerror SCN085 line 9\n");
  std::string messages;
  for (const Diagnostic& diagnostic : check_reviews(scenario, "x.yaml", kToday, ReviewRule::required)) {
    messages += diagnostic.message + "; " + diagnostic.help + "\n";
  }
  EXPECT_EQ(messages,
            "a licensed clinician has not signed yet; add an entry with `role: clinician`; the text of today has "
            "the hash today\n"
            "the programme has not signed yet; add an entry with `role: programme`; the text of today has the "
            "hash today\n"
            "two survivor consultants have not signed yet; add an entry with `role: survivor-consultant`; the "
            "text of today has the hash today\n");
}

TEST(Review, TheSamePersonTwiceIsOnePerson) {
  Scenario scenario = all_signed();
  scenario.reviews[3].alias = "rIVer";
  EXPECT_FALSE(review_state(scenario, kToday).is_reviewed());
  EXPECT_EQ(release(scenario), "error SCN085 line 9\n");
  EXPECT_EQ(review_sentence(scenario, kToday), "Draft: not yet reviewed by a second survivor consultant");
}

TEST(Review, CountsForTwelveMonthsAndNotADayLonger) {
  const Scenario scenario = all_signed();
  EXPECT_TRUE(review_state(scenario, {2026, 3, 1}).is_reviewed());
  EXPECT_FALSE(review_state(scenario, {2026, 3, 2}).is_reviewed());
  EXPECT_EQ(release(scenario, {2026, 3, 2}), "error SCN086 line 10\n");
  EXPECT_EQ(check(scenario, {2026, 3, 2}), "warning SCN086 line 10\n");
  EXPECT_EQ(review_sentence(scenario, Date{2026, 3, 2}),
            "Draft: the review has expired; it counted until 2026-03-01");
  EXPECT_EQ(draft_sentence(scenario, Date{2026, 3, 2}), review_sentence(scenario, Date{2026, 3, 2}));
}

TEST(Review, OfALeapDayCountsUntilTheEndOfFebruary) {
  Scenario scenario = all_signed();
  for (Review& review : scenario.reviews) review.date = "2024-02-29";
  EXPECT_TRUE(review_state(scenario, {2025, 2, 28}).is_reviewed());
  EXPECT_FALSE(review_state(scenario, {2025, 3, 1}).is_reviewed());
  for (Review& review : scenario.reviews) review.date = "2023-02-28";
  EXPECT_TRUE(review_state(scenario, {2024, 2, 28}).is_reviewed());
  EXPECT_FALSE(review_state(scenario, {2024, 2, 29}).is_reviewed());
}

TEST(Review, DoesNotCountBeforeItsDay) {
  Scenario scenario = all_signed();
  scenario.reviews[1].date = "2025-11-26";
  EXPECT_FALSE(review_state(scenario, kToday).is_reviewed());
  EXPECT_EQ(release(scenario), "error SCN087 line 12\n");
  EXPECT_EQ(check(scenario), "warning SCN087 line 12\n");
  EXPECT_EQ(review_sentence(scenario, kToday), "Draft: its review is dated in the future");
  EXPECT_TRUE(review_state(scenario, {2025, 11, 26}).is_reviewed()) << "from its day on";
}

TEST(Review, OfAnotherTextIsVoid) {
  Scenario scenario = all_signed();
  scenario.content_hash = "tomorrow";
  EXPECT_FALSE(review_state(scenario, kToday).is_reviewed());
  EXPECT_EQ(release(scenario),
            "error SCN054 line 11\nerror SCN054 line 13\nerror SCN054 line 15\nerror SCN054 line 17\n");
  EXPECT_EQ(review_sentence(scenario, kToday), "Draft: the text has changed since it was reviewed");
  const auto diagnostics = check_reviews(scenario, "x.yaml", kToday, ReviewRule::required);
  EXPECT_NE(diagnostics.front().help.find("tomorrow"), std::string::npos) << "the hash to sign is at hand";
}

TEST(Review, ANewSignatureOfTheSamePersonTakesTheOldOnesPlace) {
  Scenario scenario = all_signed();
  scenario.content_hash = "tomorrow";
  for (const Review& old : all_signed().reviews) {
    scenario.reviews.push_back({old.role, old.alias, "2025-11-20", "tomorrow"});
  }
  EXPECT_TRUE(review_state(scenario, kToday).is_reviewed());
  EXPECT_EQ(release(scenario), "");
  EXPECT_EQ(check(scenario), "") << "what was replaced is history";
}

TEST(Review, OfWhomNobodyNeedsDoesNotHinderARelease) {
  Scenario scenario = all_signed();
  scenario.reviews.push_back({"survivor-consultant", "Sage", "2023-01-01", "today"});
  scenario.reviews.push_back({"culture", "Noor", "2023-01-01", "today"});
  EXPECT_TRUE(review_state(scenario, kToday).is_reviewed());
  EXPECT_EQ(release(scenario), "");
  EXPECT_EQ(check(scenario), "warning SCN086 line 0\nwarning SCN086 line 0\n")
      << "they are told of where nothing is released";
}

TEST(Review, OfACultureReviewerIsNamedWhileItStands) {
  Scenario scenario = all_signed();
  scenario.reviews.push_back({"culture", "Noor", "2025-10-01", "today"});
  EXPECT_EQ(review_sentence(scenario, kToday),
            "Reviewed by the program, a clinician, two survivor consultants and a culture reviewer, until "
            "2026-03-01");
}

TEST(Review, AThirdConsultantCarriesIt) {
  Scenario scenario = all_signed();
  scenario.reviews[0].date = scenario.reviews[1].date = "2025-11-01";
  scenario.reviews.push_back({"survivor-consultant", "Sage", "2025-07-05", "today"});
  EXPECT_EQ(review_state(scenario, kToday).last_day(), (Date{2026, 6, 4}));
  EXPECT_TRUE(review_state(scenario, {2026, 6, 4}).is_reviewed());
  EXPECT_FALSE(review_state(scenario, {2026, 6, 5}).is_reviewed());
}

TEST(Review, TellsADraftByWhatItStillNeeds) {
  EXPECT_EQ(review_sentence(with_reviews({}), kToday), kDraftSentence);
  Scenario scenario = with_reviews({{"clinician", "Dr. Amin", "2025-04-02", "today"}});
  EXPECT_EQ(review_sentence(scenario, kToday),
            "Draft: not yet reviewed by the program and two survivor consultants");
  // An old signature does not hide that somebody never signed.
  scenario.content_hash = "tomorrow";
  EXPECT_EQ(review_sentence(scenario, kToday),
            "Draft: not yet reviewed by the program and two survivor consultants");
}

TEST(Review, WithoutADayNothingIsClaimed) {
  EXPECT_EQ(review_sentence(all_signed(), std::nullopt), kDraftSentence);
  EXPECT_EQ(draft_sentence(all_signed(), std::nullopt), kDraftSentence);
}

}  // namespace
}  // namespace steadfast
