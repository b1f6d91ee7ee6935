#include "view/library_view.h"

#include <gtest/gtest.h>

#include "steadfast/review.h"
#include "view/person.h"
#include "view/text.h"

namespace steadfast::test {
namespace {

TEST(LibraryView, ANewCardSaysWhatItIs) {
  const Person person;
  const CardView card = person.card();
  EXPECT_EQ(card.title, "Ten dollars");
  EXPECT_EQ(card.state, CardState::fresh);
  EXPECT_EQ(card.state_word, "New");
  EXPECT_EQ(card.minutes, "8 min");
  EXPECT_EQ(card.level, "Everyday");
  EXPECT_EQ(card.content_words, std::vector<std::string>{"Money or hunger"});
  EXPECT_EQ(card.skill, "Dimension 2") << "the skill that most answers practise";
  ASSERT_TRUE(card.picture);
  EXPECT_EQ(card.picture->file, "library-cafe/card.svg");
  EXPECT_EQ(card.picture->alt, "A corner table.");
  ASSERT_TRUE(card.open);
  EXPECT_EQ(card.open->intent, Intent(OpenBrief{"bench"}));
}

TEST(LibraryView, GroupsByThemeAndNavigatesOnlyToWhatExists) {
  const LibraryView view = make_library_view(Person().state);
  ASSERT_EQ(view.groups.size(), 1U);
  EXPECT_EQ(view.groups.front().heading, "Boundaries");
  ASSERT_EQ(view.navigation.size(), 1U);
  EXPECT_EQ(view.navigation.front().label, "Practice");
  EXPECT_NE(view.calm_note.find("Nothing is lost."), std::string::npos);
  ASSERT_TRUE(view.bar.moment);
}

TEST(LibraryView, ResumeComesFirstAndNamesTheMoment) {
  Person person;
  person.starts();
  person.says({"steady"});
  person.does(Leave{});
  person.does(GoToLibrary{});
  const LibraryView view = make_library_view(person.state);
  ASSERT_EQ(view.resume.size(), 1U);
  EXPECT_EQ(view.resume.front().place, "Moment 2 of 3");
  EXPECT_EQ(view.resume.front().draft_line, kDraftSentence);
  EXPECT_EQ(person.card().state, CardState::in_progress);
  EXPECT_EQ(person.card().state_word, "Moment 2 of 3");

  person.does(view.resume.front().action.intent);
  EXPECT_EQ(person.state.screen, Screen::conversation);
  EXPECT_TRUE(says_text(person.conversation().transcript, "Reply to steady."));
}

TEST(LibraryView, ADoneCardShowsTheFirstPlaysStatusWhateverIsPractisedLater) {
  Person person;
  person.plays({"secret", "open", "plan"});
  person.does(FinishDebrief{});
  EXPECT_EQ(person.card().state, CardState::done);
  EXPECT_EQ(person.card().state_word, "Needs debrief");
  EXPECT_EQ(person.card().state_mark->shape, Shape::triangle);
  EXPECT_TRUE(person.card().practised_again.empty());

  person.state.today = "2025-12-01";
  person.plays({"steady", "open", "plan"});
  person.does(FinishDebrief{});
  EXPECT_EQ(person.card().state_word, "Needs debrief");
  EXPECT_EQ(person.card().practised_again, "Practised again on 2025-12-01.");
}

TEST(LibraryView, APlayThatANewerOneFollowedIsNotOfferedAnyMore) {
  Person person;
  person.starts();
  person.says({"steady"});
  person.does(Leave{});
  person.does(GoToLibrary{});
  person.plays({"buy", "open", "plan"});
  person.does(FinishDebrief{});
  EXPECT_TRUE(make_library_view(person.state).resume.empty());
  EXPECT_EQ(person.card().state, CardState::done);
}

TEST(LibraryView, APracticeBranchIsNeverOfferedToResume) {
  Person person;
  person.plays({"secret", "open", "plan"});
  person.does(ReplayFrom{0});
  person.says({"steady"});
  person.does(Leave{});
  person.does(GoToLibrary{});
  const auto resume = make_library_view(person.state).resume;
  ASSERT_EQ(resume.size(), 1U);
  EXPECT_EQ(resume[0].action.intent, Intent{LookBack{1}})
      << "the first answers, which wait to be looked back on";
  EXPECT_EQ(person.card().state, CardState::done);
}

TEST(LibraryView, LookingBackThatWasLeftGoesOnAtItsStep) {
  Person person;
  person.plays({"secret", "open", "plan"});
  person.does(GoToStep{DebriefStep::moments});
  person.does(Leave{});
  person.does(GoToLibrary{});
  const auto resume = make_library_view(person.state).resume;
  ASSERT_EQ(resume.size(), 1U);
  EXPECT_EQ(resume[0].place, "Looking back, step 3 of 5");
  EXPECT_EQ(resume[0].action.label, "Look back on Ten dollars");
  person.does(resume[0].action.intent);
  EXPECT_EQ(person.state.screen, Screen::debrief);
  EXPECT_EQ(person.state.sitting->debrief->step, DebriefStep::moments);
}

TEST(LibraryView, LookingBackThatWasFinishedIsNotOfferedAgainWhateverIsOpenedLater) {
  Person person;
  person.plays({"secret", "open", "plan"});
  person.does(GoToStep{DebriefStep::plan});
  const auto kept = only<SaveLookBack>(person.does(FinishDebrief{}));
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_TRUE(kept[0].finished);
  EXPECT_TRUE(make_library_view(person.state).resume.empty());
  person.does(LookBack{1});
  EXPECT_EQ(person.state.sitting->debrief->step, DebriefStep::how_was_it);
  EXPECT_TRUE(only<SaveLookBack>(person.does(GoToStep{DebriefStep::skills})).empty());
  person.does(Leave{});
  person.does(GoToLibrary{});
  EXPECT_TRUE(make_library_view(person.state).resume.empty());
}

TEST(LibraryView, OwnFilesAreMarkedAndABrokenPolicyIsTold) {
  Content content = *bench_content();
  content.scenarios[0].is_own = true;
  content.policy_problem = "Your rules are left aside.";
  Person person(std::make_shared<const Content>(std::move(content)));
  EXPECT_EQ(person.card().level, "Everyday · your own file");
  EXPECT_EQ(make_library_view(person.state).notice, "Your rules are left aside.");
}

TEST(LibraryView, ABrokenFileAppearsWithItsProblemInWords) {
  auto content = bench_content();
  content->scenarios.push_back(
      {"boundaries/half.yaml", nullptr, nullptr, std::nullopt, "line 3: a title is missing"});
  const Person person(content);
  const LibraryView view = make_library_view(person.state);
  const CardView& card = view.groups.back().cards.back();
  EXPECT_EQ(card.state, CardState::broken);
  EXPECT_EQ(card.title, "boundaries/half.yaml");
  EXPECT_NE(card.summary.find("line 3: a title is missing"), std::string::npos);
  EXPECT_FALSE(card.open);
}

TEST(LibraryView, AnEmptyLibrarySaysWhereFilesBelong) {
  const Person person(std::make_shared<Content>());
  EXPECT_NE(make_library_view(person.state).empty.find("scenarios folder"), std::string::npos);
}

TEST(LibraryView, ARecordThatCannotBeReadIsASentence) {
  Person person;
  person.does(RecordFailed{0, "The record cannot be opened."});
  EXPECT_EQ(make_library_view(person.state).notice, "The record cannot be opened.");
}

TEST(LibraryView, RecordsFromTheStoreTellWhereOneIs) {
  Person first;
  first.starts();
  first.says({"steady"});
  std::vector<AttemptRecord> records = first.state.records;
  for (AttemptRecord& record : records) record.moment.clear();
  Person second;
  second.does(RecordsLoaded{records});
  EXPECT_EQ(second.card().state_word, "Moment 2 of 3");
}

TEST(LibraryView, ASaveThatCannotBeReadLeadsToASentenceAndAFreshStart) {
  Person person;
  person.starts();
  person.does(Leave{});
  person.does(GoToLibrary{});
  person.state.records.front().save = "not a save";
  person.does(ResumeAttempt{1});
  EXPECT_EQ(person.state.screen, Screen::library);
  EXPECT_NE(make_library_view(person.state).notice.find("start it from the beginning"), std::string::npos);
}

// Signed by everybody who is needed, on the first of November.
std::shared_ptr<Scenario> reviewed_scenario() {
  auto scenario = std::make_shared<Scenario>(*bench_scenario());
  const std::string& hash = scenario->content_hash;
  scenario->reviews = {{"programme", "P", "2025-11-01", hash},
                       {"clinician", "A", "2025-11-01", hash},
                       {"survivor-consultant", "B", "2025-11-01", hash},
                       {"survivor-consultant", "C", "2025-11-01", hash}};
  return scenario;
}

std::string review_line_on(std::shared_ptr<const Scenario> scenario, const std::string& today) {
  Person person(bench_content(std::move(scenario)));
  person.state.today = today;
  return person.card().review_line;
}

TEST(LibraryView, TheCardTellsTheStateOfTheReviewAsItIsToday) {
  EXPECT_EQ(review_line_on(bench_scenario(), "2025-11-23"), kDraftSentence);
  EXPECT_EQ(review_line_on(reviewed_scenario(), "2025-11-23"),
            "Reviewed by the program, a clinician and two survivor consultants, until 2026-11-01");
  EXPECT_EQ(review_line_on(reviewed_scenario(), "2026-11-02"),
            "Draft: the review has expired; it counted until 2026-11-01");
  const auto changed = reviewed_scenario();
  changed->content_hash = "another text";
  EXPECT_EQ(review_line_on(changed, "2025-11-23"), "Draft: the text has changed since it was reviewed");
  const auto unfinished = reviewed_scenario();
  unfinished->reviews.pop_back();
  EXPECT_EQ(review_line_on(unfinished, "2025-11-23"),
            "Draft: not yet reviewed by a second survivor consultant");
}

TEST(LibraryView, NothingCountsAsReviewedOnADayThatIsNotKnown) {
  EXPECT_EQ(review_line_on(reviewed_scenario(), ""), kDraftSentence);
}

// A conversation that was reviewed needs no mark on every page.
TEST(LibraryView, OnlyADraftIsMarkedWhereItIsPlayed) {
  Person reviewed(bench_content(reviewed_scenario()));
  reviewed.starts();
  EXPECT_EQ(reviewed.conversation().draft_line, "");
  Person draft(bench_content(bench_scenario()));
  draft.starts();
  EXPECT_EQ(draft.conversation().draft_line, kDraftSentence);
}

}  // namespace
}  // namespace steadfast::test
