#include "view/pause_view.h"

#include <gtest/gtest.h>

#include "view/person.h"

namespace steadfast::test {
namespace {

TEST(PauseView, HidesThePictureAndTheLastLine) {
  Person person;
  person.starts();
  person.does(NeedAMoment{});
  const PauseView view = make_pause_view(person.state);
  EXPECT_EQ(view.heading, "Paused. Nothing is lost.");
  EXPECT_TRUE(view.transcript.empty());
  EXPECT_EQ(name_of(make_screen_view(person.state)), "pause") << "it is a page of its own, without a scene";
  EXPECT_EQ(view.keep_going.intent, Intent(KeepGoing{}));
}

TEST(PauseView, ReadsBackOnlyWhenAsked) {
  Person person;
  person.starts();
  person.does(NeedAMoment{});
  person.does(make_pause_view(person.state).read_back->intent);
  EXPECT_TRUE(says_text(make_pause_view(person.state).transcript, "Can I borrow ten dollars?"));
  person.does(make_pause_view(person.state).read_back->intent);
  EXPECT_TRUE(make_pause_view(person.state).transcript.empty());
}

TEST(PauseView, ReadingBackDoesNotGiveAwayAReplyThatIsNotKeptYet) {
  Person person;
  person.starts();
  person.record = RecordBehaviour::keeps_silent;
  person.does(SayChoice{"steady"});
  person.does(NeedAMoment{});
  person.does(ReadBack{true});
  EXPECT_FALSE(says_text(make_pause_view(person.state).transcript, "Reply to steady."));
}

TEST(PauseView, OffersFiveKindsOfGroundingAndEachCanBeStopped) {
  Person person;
  person.starts();
  person.does(NeedAMoment{});
  const PauseView list = make_pause_view(person.state);
  ASSERT_EQ(list.grounding.size(), 5U);
  for (const Action& exercise : list.grounding) {
    person.does(exercise.intent);
    const PauseView view = make_pause_view(person.state);
    ASSERT_TRUE(view.exercise);
    EXPECT_EQ(view.exercise->title, exercise.label);
    EXPECT_FALSE(view.exercise->steps.empty());
    EXPECT_FALSE(view.exercise->stop_line.empty());
    person.does(view.exercise->stop.intent);
    EXPECT_FALSE(make_pause_view(person.state).exercise);
  }
}

TEST(PauseView, ProgrammeContactsComeFirstAndUncheckedNumbersSaySo) {
  Person person;
  person.starts();
  person.does(NeedAMoment{});
  person.does(ShowContacts{true});
  const PauseView view = make_pause_view(person.state);
  ASSERT_EQ(view.contacts.size(), 2U);
  EXPECT_EQ(view.contacts[0].heading, "Your programme");
  EXPECT_TRUE(view.contacts[0].contacts.empty()) << "a row without a number would hide those that have one";
  EXPECT_FALSE(view.contacts[0].empty.empty());
  ASSERT_EQ(view.contacts[1].contacts.size(), 3U);
  EXPECT_EQ(view.contacts[1].contacts[0].checked, "Checked on 2025-11-01.");
  EXPECT_FALSE(view.contacts[1].contacts[0].check_first);
  EXPECT_TRUE(view.contacts[1].contacts[1].check_first) << "expired lines stay, and say so";
  EXPECT_NE(view.contacts[1].contacts[1].checked.find("Check this number"), std::string::npos);
  EXPECT_TRUE(view.contacts[1].contacts[2].check_first);
  EXPECT_EQ(view.contacts[1].contacts[0].ways,
            (std::vector<std::string>{"Call 988", "Chat: 988lifeline.org"}));
  EXPECT_EQ(view.contacts[1].contacts[0].details, "United States");
}

TEST(PauseView, WhatTheConversationNamesComesRightBehindTheProgramme) {
  auto content = bench_content();
  auto scenario = std::make_shared<Scenario>(*content->scenarios[0].scenario);
  scenario->resources = {"stale", "nobody-knows-this-one"};
  content->scenarios[0].scenario = scenario;
  auto care = std::make_shared<Care>(*content->care);
  for (Resource& resource : care->resources) {
    if (resource.name == "Stale line") resource.id = "stale";
  }
  content->care = care;
  Person person(content);
  person.starts();
  person.does(NeedAMoment{});
  person.does(ShowContacts{true});
  const PauseView view = make_pause_view(person.state);
  ASSERT_EQ(view.contacts.size(), 3U);
  EXPECT_EQ(view.contacts[1].heading, "For this conversation");
  ASSERT_EQ(view.contacts[1].contacts.size(), 1U);
  EXPECT_EQ(view.contacts[1].contacts[0].name, "Stale line");
  EXPECT_EQ(view.contacts[2].contacts.size(), 2U) << "nobody is listed twice";
  person.does(KeepGoing{});
  person.does(Leave{});
  person.does(GoToLibrary{});
  person.does(NeedAMoment{});
  person.does(ShowContacts{true});
  EXPECT_EQ(make_pause_view(person.state).contacts.size(), 2U) << "outside it, all are equal";
}

TEST(PauseView, WorksOnEveryScreenOfAConversationAndComesBackThere) {
  Person person;
  person.starts();
  const auto pauses_and_returns = [&person](Screen screen) {
    ASSERT_EQ(person.state.screen, screen);
    person.does(Escape{}, 0);
    EXPECT_EQ(person.state.screen, Screen::pause);
    person.does(Escape{}, 0);
    EXPECT_EQ(person.state.screen, screen);
  };
  pauses_and_returns(Screen::conversation);
  person.says({"early"});
  pauses_and_returns(Screen::feedback);
  person.goes_on();
  person.says({"report"});
  person.goes_on();
  pauses_and_returns(Screen::debrief);
}

TEST(PauseView, EscClosesWhatIsOpenBeforeItGoesBack) {
  Person person;
  person.starts();
  person.does(NeedAMoment{});
  person.does(OpenGrounding{"feet"});
  person.does(Escape{});
  EXPECT_EQ(person.state.screen, Screen::pause);
  EXPECT_FALSE(make_pause_view(person.state).exercise);
  person.does(ShowContacts{true});
  person.does(Escape{});
  EXPECT_EQ(person.state.screen, Screen::pause);
  person.does(Escape{});
  EXPECT_EQ(person.state.screen, Screen::conversation);
}

TEST(PauseView, ChoicesAreGuardedAgainAfterAPause) {
  Person person;
  person.starts();
  person.does(NeedAMoment{});
  person.does(KeepGoing{});
  EXPECT_TRUE(person.does(SayChoice{"steady"}, 10).empty());
}

TEST(PauseView, PausingIsTidyAndTellsNobody) {
  Person person;
  person.starts();
  EXPECT_TRUE(person.does(NeedAMoment{}).empty());
  EXPECT_TRUE(person.does(OpenGrounding{"feet"}).empty());
  EXPECT_TRUE(person.does(ShowContacts{true}).empty());
  EXPECT_TRUE(person.does(KeepGoing{}).empty());
}

TEST(PauseView, LeavingFromHereKeepsThePlace) {
  Person person;
  person.starts();
  person.does(NeedAMoment{});
  const PauseView view = make_pause_view(person.state);
  EXPECT_EQ(view.leave->label, "Leave and keep my place");
  person.does(view.leave->intent);
  EXPECT_EQ(make_left_view(person.state).sentence, "You have left the conversation. Your place is kept.");
}

}  // namespace
}  // namespace steadfast::test
