// Somebody presses everything in any order, while the record sometimes works and sometimes does not.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>

#include "view/person.h"

namespace steadfast::test {
namespace {

using MakeIntent = Intent (*)();

// A function each: one list of so many variants takes a sanitized build minutes to compile.
constexpr MakeIntent kEverything[] = {
    [] { return Intent{OpenBrief{"bench"}}; },
    [] { return Intent{OpenBrief{"nothing"}}; },
    [] { return Intent{SetMode{PlayMode::coach}}; },
    [] { return Intent{SetMode{PlayMode::straight_on}}; },
    [] { return Intent{ShowHowItEnds{}}; },
    [] { return Intent{ChooseAnother{}}; },
    [] { return Intent{NotNow{}}; },
    [] { return Intent{StartScenario{"bench"}}; },
    [] { return Intent{ResumeAttempt{1}}; },
    [] { return Intent{ResumeAttempt{2}}; },
    [] { return Intent{LookBack{1}}; },
    [] { return Intent{LookBack{3}}; },
    [] { return Intent{GoToLibrary{}}; },
    [] { return Intent{SelectChoice{"steady"}}; },
    [] { return Intent{SayChoice{"steady"}}; },
    [] { return Intent{SayChoice{"buy"}}; },
    [] { return Intent{SayChoice{"secret"}}; },
    [] { return Intent{SayChoice{"early"}}; },
    [] { return Intent{SayChoice{"open"}}; },
    [] { return Intent{SayChoice{"quiet"}}; },
    [] { return Intent{SayChoice{"locked"}}; },
    [] { return Intent{SayChoice{"plan"}}; },
    [] { return Intent{SayChoice{"report"}}; },
    [] { return Intent{SayChoice{"shrug"}}; },
    [] { return Intent{HidePicture{true}}; },
    [] { return Intent{HidePicture{false}}; },
    [] { return Intent{GoToDebrief{}}; },
    [] { return Intent{RetryRecord{}}; },
    [] { return Intent{GoOnUnrecorded{}}; },
    [] { return Intent{Leave{}}; },
    [] { return Intent{LookAtImpact{}}; },
    [] { return Intent{ContinueAfterFeedback{}}; },
    [] { return Intent{TryMomentAgain{}}; },
    [] { return Intent{NeedAMoment{}}; },
    [] { return Intent{KeepGoing{}}; },
    [] { return Intent{OpenGrounding{"feet"}}; },
    [] { return Intent{OpenGrounding{"nothing"}}; },
    [] { return Intent{StopGrounding{}}; },
    [] { return Intent{ReadBack{true}}; },
    [] { return Intent{ShowContacts{true}}; },
    [] { return Intent{GoToStep{DebriefStep::moments}}; },
    [] { return Intent{GoToStep{DebriefStep::skills}}; },
    [] { return Intent{GoToStep{DebriefStep::plan}}; },
    [] { return Intent{SetFeeling{Feeling::heavy}}; },
    [] { return Intent{ShowCoachView{0}}; },
    [] { return Intent{ShowCoachView{9}}; },
    [] { return Intent{ReplayFrom{0}}; },
    [] { return Intent{ReplayFrom{1}}; },
    [] { return Intent{ReplayFrom{99}}; },
    [] { return Intent{ShowSkillsTable{true}}; },
    [] { return Intent{ShowTrustTable{true}}; },
    [] {
      return Intent{SetText{TextFieldName::keep, "Kept."}};
    },
    [] { return Intent{SetPractiseAgain{PractiseAgain::tomorrow}}; },
    [] { return Intent{SetShare{true}}; },
    [] { return Intent{FinishDebrief{}}; },
    [] { return Intent{Escape{}}; },
    [] { return Intent{CloseProgram{}}; },
    [] { return Intent{DecisionRecorded{3}}; },
    [] {
      return Intent{AttemptStarted{2, 9}};
    },
    [] { return Intent{AttemptFinished{5}}; },
    [] { return Intent{ReflectionSaved{4}}; },
    [] {
      return Intent{RecordFailed{6, "The disk is full."}};
    },
};

bool is_in_a_conversation(Screen screen) {
  return screen == Screen::conversation || screen == Screen::feedback || screen == Screen::debrief;
}

// What must be true on any screen, however one came there.
void expect_a_sound_screen(const Person& person) {
  const ScreenView screen = make_screen_view(person.state);
  EXPECT_FALSE(key_of(screen).empty());
  std::visit(
      [&person](const auto& view) {
        using View = std::decay_t<decltype(view)>;
        if constexpr (std::is_same_v<View, ConversationView>) {
          const bool can_go_on = view.trouble || view.go_on || !view.waiting.empty() || !view.choices.empty();
          EXPECT_TRUE(can_go_on) << "there is always a way on";
        }
        if constexpr (std::is_same_v<View, ConversationView> || std::is_same_v<View, FeedbackView> ||
                      std::is_same_v<View, DebriefView>) {
          EXPECT_TRUE(view.bar.moment && view.bar.moment->enabled);
          EXPECT_TRUE(view.bar.leave && view.bar.leave->enabled);
          EXPECT_FALSE(view.draft_line.empty());
          EXPECT_EQ(view.practice_line.empty(), person.state.sitting->branch == BranchKind::none);
        }
      },
      screen);
}

class RandomWalk : public testing::TestWithParam<unsigned> {};

TEST_P(RandomWalk, NothingBreaksAndFirstAnswersNeverChange) {
  std::minstd_rand random(GetParam());
  const auto below = [&random](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  Person person;
  std::vector<AttemptRecord> ended;
  for (int step = 0; step < 1500; ++step) {
    if (below(40) == 0) person.record = static_cast<RecordBehaviour>(below(3));
    if (below(10) == 0) person.record = RecordBehaviour::answers;
    const bool was_in_conversation = is_in_a_conversation(person.state.screen);
    const Intent intent = kEverything[below(std::size(kEverything))]();
    const auto effects = person.does(intent, static_cast<std::int64_t>(below(3)) * 400);
    if (was_in_conversation && std::holds_alternative<NeedAMoment>(intent)) {
      EXPECT_EQ(person.state.screen, Screen::pause);
    }
    if (was_in_conversation && std::holds_alternative<Leave>(intent)) {
      EXPECT_EQ(person.state.screen, Screen::left);
    }
    if (!std::holds_alternative<CloseProgram>(intent)) {
      EXPECT_TRUE(only<Quit>(effects).empty());
    }
    expect_a_sound_screen(person);

    for (const AttemptRecord& before : ended) {
      const auto& records = person.state.records;
      const auto now = std::find_if(records.begin(), records.end(), [&before](const AttemptRecord& record) {
        return record.attempt == before.attempt;
      });
      ASSERT_NE(now, records.end());
      ASSERT_EQ(now->save, before.save);
      ASSERT_EQ(now->status, before.status);
    }
    for (const AttemptRecord& record : person.state.records) {
      const bool is_known = std::any_of(ended.begin(), ended.end(), [&record](const AttemptRecord& known) {
        return known.attempt == record.attempt;
      });
      if (record.state == AttemptState::ended && !is_known) ended.push_back(record);
    }
    if (testing::Test::HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomWalk, testing::Range(1U, 9U));

}  // namespace
}  // namespace steadfast::test
