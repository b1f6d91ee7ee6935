// Conversations from the library to the debrief, and what the record then holds.
#include <chrono>
#include <random>
#include <string>
#include <thread>

#include "end_to_end.h"

namespace steadfast {
namespace {

class EveryConversation : public EndToEnd, public testing::WithParamInterface<const char*> {
 protected:
  void SetUp() override {
    EndToEnd::SetUp();
    use(std::string(GetParam()) + ".yaml");
  }

  // One attempt with all answers of the play, how it ended and how it was scored.
  void expect_the_play_in_the_record() const {
    EXPECT_EQ(stored_rows(), expected_rows(play->choose.size()));
    const SQLite::Database record = open_record();
    SQLite::Statement attempts(record,
                               "SELECT scenario, content_hash, mode, ending, status, relation FROM attempt");
    ASSERT_TRUE(attempts.executeStep());
    EXPECT_EQ(attempts.getColumn(0).getString(), scenario->id);
    EXPECT_EQ(attempts.getColumn(1).getString(), scenario->content_hash);
    EXPECT_EQ(attempts.getColumn(2).getString(), "coach");
    EXPECT_EQ(attempts.getColumn(3).getString(), play->ending);
    EXPECT_EQ(attempts.getColumn(4).getString(), play->status);
    EXPECT_TRUE(attempts.getColumn(5).isNull());
    EXPECT_FALSE(attempts.executeStep()) << "one conversation is one attempt";
    SQLite::Statement ledgers(record, "SELECT count(*) FROM ledger");
    ASSERT_TRUE(ledgers.executeStep());
    EXPECT_EQ(ledgers.getColumn(0).getInt(),
              static_cast<int>(scenario->rulebook->rubric.dimensions.size()) + 1);
  }
};

TEST_P(EveryConversation, ByKeyboardAloneEndsInADebriefAndInTheRecord) {
  Person person(display, data.path());
  person.open_program();
  start_by_keyboard(person);
  for (std::size_t position = 0; position < play->choose.size(); ++position) {
    answer_by_keyboard(person, position);
    if (HasFatalFailure()) return;
    go_on_by_keyboard(person);
    if (HasFatalFailure()) return;
  }
  ASSERT_TRUE(person.is_on("debrief"));
  debrief_by_keyboard(person);
  if (HasFatalFailure()) return;
  EXPECT_TRUE(person.is_on("library"));
  EXPECT_EQ(person.close_window(), 0);

  expect_the_play_in_the_record();
  const SQLite::Database record = open_record();
  SQLite::Statement note(record, "SELECT keep_one FROM note");
  ASSERT_TRUE(note.executeStep());
  EXPECT_EQ(note.getColumn(0).getString(), kKeep);
}

TEST_P(EveryConversation, ByMouseAloneEndsInADebriefAndInTheRecord) {
  Person person(display, data.path());
  person.open_program();
  start_by_mouse(person);
  for (std::size_t position = 0; position < play->choose.size(); ++position) {
    answer_by_mouse(person, position);
    if (HasFatalFailure()) return;
    const std::string onward =
        position + 1 < play->choose.size() ? "Continue" : "Look back on the conversation";
    ASSERT_TRUE(click_until(person, onward, "button", "what comes after the feedback",
                            [](const SeenScreen& screen) { return screen.name != "feedback"; }));
  }
  ASSERT_TRUE(person.is_on("debrief"));
  // A moment to oneself is one click away and one click back.
  ASSERT_TRUE(click_until(person, "I need a moment", "button", "the pause", is_screen("pause")));
  ASSERT_TRUE(click_until(person, "Keep going", "button", "the debrief again", is_screen("debrief")));
  debrief_by_mouse(person);
  if (HasFatalFailure()) return;
  EXPECT_EQ(person.close_window(), 0);
  expect_the_play_in_the_record();
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryConversation,
                         testing::Values("ten-dollars-till-friday", "just-like-the-rest", "the-only-one"),
                         [](const auto& tested) {
                           std::string name = tested.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST_F(EndToEnd, AfterAKillTheConversationGoesOnAtTheSameMoment) {
  Person person(display, data.path());
  person.open_program();
  start_by_keyboard(person);
  for (std::size_t position = 0; position < 2; ++position) {
    answer_by_keyboard(person, position);
    if (HasFatalFailure()) return;
    go_on_by_keyboard(person);
    if (HasFatalFailure()) return;
  }
  const std::string third = choice_at(2).say;
  ASSERT_TRUE(person.sees("the third moment", [&third](const SeenScreen& screen) {
    return screen.find(third, "choice").has_value();
  }));
  std::vector<std::string> offered;
  for (const SeenNode& node : person.look().nodes) {
    if (node.role == "choice") offered.push_back(node.label);
  }
  person.kill_program();
  EXPECT_EQ(stored_rows(), expected_rows(2));

  person.open_program();
  ASSERT_TRUE(person.is_on("library"));
  ASSERT_TRUE(person.tab_to("Resume"));
  ASSERT_TRUE(person.press_until("Return", "the conversation", is_screen("conversation")));
  ASSERT_TRUE(person.sees("the third moment again", [&third](const SeenScreen& screen) {
    return screen.find(third, "choice").has_value();
  }));
  std::vector<std::string> offered_again;
  for (const SeenNode& node : person.look().nodes) {
    if (node.role == "choice") offered_again.push_back(node.label);
  }
  EXPECT_EQ(offered_again, offered);

  // An answer that was recorded and whose feedback was on the screen is not asked for again.
  answer_by_keyboard(person, 2);
  if (HasFatalFailure()) return;
  person.kill_program();
  EXPECT_EQ(stored_rows(), expected_rows(3));
}

// What was answered is there after every kill, whatever the program was just doing, and it goes on from
// there.
TEST_F(EndToEnd, AKillAtAnyMomentLosesNothingThatWasAnswered) {
  constexpr int kKills = 20;
  std::minstd_rand random(20'26);
  const auto below = [&random](unsigned count) { return static_cast<int>(random() % count); };
  Person person(display, data.path());
  std::size_t answered = 0;  // of the play under way
  bool is_begun = false;
  for (int kill = 0; kill < kKills; ++kill) {
    person.open_program();
    if (HasFatalFailure()) return;
    if (!is_begun) {
      start_by_keyboard(person);
    } else {
      ASSERT_TRUE(person.is_on("library"));
      ASSERT_TRUE(person.tab_to("Resume"));
      ASSERT_TRUE(person.press_until("Return", "the conversation", is_screen("conversation")));
    }
    if (HasFatalFailure()) return;
    is_begun = true;
    const std::string say = choice_at(answered).say;
    ASSERT_TRUE(
        person.sees("the moment after " + std::to_string(answered) + " answers",
                    [&say](const SeenScreen& screen) { return screen.find(say, "choice").has_value(); }));
    // Some of the way to the next moment, without waiting for what comes of it.
    const int digit = person.look().find(say, "choice")->digit;
    ASSERT_TRUE(person.press_until(std::to_string(digit), "selected: " + say, is_selected(say)));
    for (int keys = below(4); keys > 0; --keys) person.press("Return");
    std::this_thread::sleep_for(std::chrono::milliseconds(below(400)));
    const bool has_reply = person.look().name == "feedback";
    person.kill_program();

    const std::size_t recorded = rows_of_last_attempt().size();
    EXPECT_EQ(rows_of_last_attempt(), expected_rows(recorded));
    EXPECT_GE(recorded, answered + (has_reply ? 1 : 0)) << "her reply is shown only once the answer is kept";
    EXPECT_LE(recorded, answered + 1);
    answered = recorded;
    if (answered < play->choose.size()) continue;
    // To its end: the next one begins anew.
    person.open_program();
    ASSERT_TRUE(person.is_on("library"));
    EXPECT_TRUE(person.sees("looking back is offered", [](const SeenScreen& screen) {
      return screen.find("Look back on", "button").has_value();
    }));
    person.kill_program();
    answered = 0;
    is_begun = false;
  }
}

}  // namespace
}  // namespace steadfast
