// Somebody presses everything in any order, while the record sometimes works and sometimes does not.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <random>

#include "view/person.h"

namespace steadfast::test {
namespace {

const std::vector<Intent>& everything() {
  static const std::vector<Intent> intents = [] {
    // One statement each: a single list of so many variants takes a sanitized build minutes to compile.
    std::vector<Intent> all;
    all.emplace_back(OpenBrief{"bench"});
    all.emplace_back(OpenBrief{"nothing"});
    all.emplace_back(SetMode{PlayMode::coach});
    all.emplace_back(SetMode{PlayMode::straight_on});
    all.emplace_back(ShowHowItEnds{});
    all.emplace_back(ChooseAnother{});
    all.emplace_back(NotNow{});
    all.emplace_back(StartScenario{"bench"});
    all.emplace_back(ResumeAttempt{1});
    all.emplace_back(ResumeAttempt{2});
    all.emplace_back(LookBack{1});
    all.emplace_back(LookBack{3});
    all.emplace_back(GoToLibrary{});
    all.emplace_back(SelectChoice{"steady"});
    all.emplace_back(SayChoice{"steady"});
    all.emplace_back(SayChoice{"buy"});
    all.emplace_back(SayChoice{"secret"});
    all.emplace_back(SayChoice{"early"});
    all.emplace_back(SayChoice{"open"});
    all.emplace_back(SayChoice{"quiet"});
    all.emplace_back(SayChoice{"locked"});
    all.emplace_back(SayChoice{"plan"});
    all.emplace_back(SayChoice{"report"});
    all.emplace_back(SayChoice{"shrug"});
    all.emplace_back(HidePicture{true});
    all.emplace_back(HidePicture{false});
    all.emplace_back(GoToDebrief{});
    all.emplace_back(RetryRecord{});
    all.emplace_back(GoOnUnrecorded{});
    all.emplace_back(Leave{});
    all.emplace_back(LookAtImpact{});
    all.emplace_back(ContinueAfterFeedback{});
    all.emplace_back(TryMomentAgain{});
    all.emplace_back(NeedAMoment{});
    all.emplace_back(KeepGoing{});
    all.emplace_back(OpenGrounding{"feet"});
    all.emplace_back(OpenGrounding{"nothing"});
    all.emplace_back(StopGrounding{});
    all.emplace_back(ReadBack{true});
    all.emplace_back(ShowContacts{true});
    all.emplace_back(GoToStep{DebriefStep::moments});
    all.emplace_back(GoToStep{DebriefStep::skills});
    all.emplace_back(GoToStep{DebriefStep::plan});
    all.emplace_back(SetFeeling{Feeling::heavy});
    all.emplace_back(ShowCoachView{0});
    all.emplace_back(ShowCoachView{9});
    all.emplace_back(ReplayFrom{0});
    all.emplace_back(ReplayFrom{1});
    all.emplace_back(ReplayFrom{99});
    all.emplace_back(ShowSkillsTable{true});
    all.emplace_back(ShowTrustTable{true});
    all.emplace_back(SetText{TextFieldName::keep, "Kept."});
    all.emplace_back(SetPractiseAgain{PractiseAgain::tomorrow});
    all.emplace_back(SetShare{true});
    all.emplace_back(FinishDebrief{});
    all.emplace_back(Escape{});
    all.emplace_back(CloseProgram{});
    all.emplace_back(DecisionRecorded{3});
    all.emplace_back(AttemptStarted{2, 9});
    all.emplace_back(AttemptFinished{5});
    all.emplace_back(ReflectionSaved{4});
    all.emplace_back(RecordFailed{6, "The disk is full."});
    return all;
  }();
  return intents;
}

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
    const Intent& intent = everything()[below(everything().size())];
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
