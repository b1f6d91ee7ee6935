// The real program in a real (virtual) display, used as a person uses it: by real keys and a real mouse.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "app/load_content.h"
#include "app/rehearsal.h"
#include "person.h"
#include "process.h"
#include "steadfast/session.h"
#include "temporary_folder.h"

namespace steadfast {
namespace {

struct StoredRow {
  std::int64_t position = 0;
  std::string node;
  std::string choice;
  friend bool operator==(const StoredRow&, const StoredRow&) = default;
};

std::ostream& operator<<(std::ostream& out, const StoredRow& row) {
  return out << row.position << " " << row.node << " " << row.choice;
}

class EndToEnd : public testing::Test {
 protected:
  // ASCII only: for other letters xdotool changes the keyboard map under the program while it types.
  static constexpr const char* kKeep = "Asked 1 question first (then waited).";

  void SetUp() override {
    ASSERT_FALSE(display.name().empty());
    auto loaded = load_content({.share = STEADFAST_SHARE_DIR});
    ASSERT_TRUE(loaded) << loaded.error().message;
    content = loaded.value();
    for (const ScenarioEntry& entry : content->scenarios) {
      if (entry.scenario && !entry.scenario->plays.empty()) scenario = entry.scenario.get();
      if (scenario != nullptr) break;
    }
    ASSERT_NE(scenario, nullptr);
    play = &scenario->plays.front();
    ASSERT_GE(play->choose.size(), 3U);
    ASSERT_FALSE(play->ending.empty());
    ASSERT_FALSE(play->status.empty());
  }

  const Choice& choice_at(std::size_t position) const {
    return *std::find_if(
        scenario->choices.begin(), scenario->choices.end(),
        [this, position](const Choice& choice) { return choice.id == play->choose[position]; });
  }
  // What the record must hold after the first `count` answers of the play.
  std::vector<StoredRow> expected_rows(std::size_t count) const {
    std::vector<StoredRow> rows;
    for (std::size_t position = 0; position < count; ++position) {
      const Choice& choice = choice_at(position);
      rows.push_back(
          {static_cast<std::int64_t>(position), scenario->at(choice.node).id.text, choice.id.text});
    }
    return rows;
  }

  // Past the guard, with the focus wherever the screen put it.
  static auto is_selected(const std::string& say) {
    return [say](const SeenScreen& screen) {
      const auto node = screen.find(say, "choice");
      return node && node->selected;
    };
  }
  static auto is_screen(const std::string& name) {
    return [name](const SeenScreen& screen) { return screen.name == name; };
  }

  void start_by_keyboard(Person& person) {
    ASSERT_TRUE(person.is_on("library"));
    ASSERT_TRUE(person.tab_to(scenario->title));
    ASSERT_TRUE(person.press_until("Return", "the page before the start", is_screen("brief")));
    ASSERT_TRUE(person.tab_to("Start"));
    ASSERT_TRUE(person.press_until("Return", "the conversation", is_screen("conversation")));
  }
  // Gives the answer of the play at this position and reads the feedback, which has the focus on Continue.
  void answer_by_keyboard(Person& person, std::size_t position) {
    const std::string say = choice_at(position).say;
    ASSERT_TRUE(person.sees("the choice: " + say, [&say](const SeenScreen& screen) {
      return screen.name == "conversation" && screen.find(say, "choice").has_value();
    }));
    const int digit = person.look().find(say, "choice")->digit;
    ASSERT_GT(digit, 0);
    ASSERT_TRUE(person.press_until(std::to_string(digit), "selected: " + say, is_selected(say)));
    ASSERT_TRUE(person.press_until("Return", "the feedback", is_screen("feedback")));
  }
  void go_on_by_keyboard(Person& person) {
    ASSERT_TRUE(person.press_until("Return", "what comes after the feedback",
                                   [](const SeenScreen& screen) { return screen.name != "feedback"; }));
  }

  static std::string heading_of(const SeenScreen& screen) {
    const auto heading = screen.find("", "heading");
    return heading ? heading->label : std::string();
  }
  // Says how it was, reads all five steps, writes down what to keep, and finishes.
  void debrief_by_keyboard(Person& person) {
    ASSERT_TRUE(person.tab_to("I'm fine", "option"));
    ASSERT_TRUE(person.press_until("space", "the feeling is selected", [](const SeenScreen& screen) {
      const auto option = screen.find("I'm fine", "option");
      return option && option->selected;
    }));
    for (int step = 1; step < 5; ++step) {
      const std::string heading = heading_of(person.look());
      ASSERT_TRUE(person.tab_to("Next:"));
      ASSERT_TRUE(
          person.press_until("Return", "the step after " + heading, [&heading](const SeenScreen& screen) {
            return screen.name == "debrief" && heading_of(screen) != heading;
          }));
    }
    ASSERT_TRUE(person.tab_to("want to keep", "text field"));
    person.type(kKeep);
    ASSERT_TRUE(person.sees("what was typed", [](const SeenScreen& screen) {
      const auto field = screen.find("want to keep", "text field");
      return field && field->value == kKeep;
    }));
    ASSERT_TRUE(person.tab_to("Finish"));
    ASSERT_TRUE(person.press_until("Return", "the library", is_screen("library")));
  }

  SQLite::Database open_record() const { return SQLite::Database((data.path() / "steadfast.db").string()); }
  std::vector<StoredRow> stored_rows() const {
    const SQLite::Database record = open_record();
    SQLite::Statement query(record, "SELECT position, node, choice FROM decision ORDER BY attempt, position");
    std::vector<StoredRow> rows;
    while (query.executeStep()) {
      rows.push_back(
          {query.getColumn(0).getInt64(), query.getColumn(1).getString(), query.getColumn(2).getString()});
    }
    return rows;
  }

  VirtualDisplay display;
  TemporaryFolder data;
  std::shared_ptr<const Content> content;
  const Scenario* scenario = nullptr;
  const RecordedPlay* play = nullptr;
};

TEST_F(EndToEnd, AConversationByKeyboardAloneEndsInADebriefAndInTheRecord) {
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
  SQLite::Statement note(record, "SELECT keep_one FROM note");
  ASSERT_TRUE(note.executeStep());
  EXPECT_EQ(note.getColumn(0).getString(), kKeep);
  SQLite::Statement ledgers(record, "SELECT count(*) FROM ledger");
  ASSERT_TRUE(ledgers.executeStep());
  EXPECT_EQ(ledgers.getColumn(0).getInt(),
            static_cast<int>(scenario->rulebook->rubric.dimensions.size()) + 1);
}

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

TEST_F(EndToEnd, AConversationCanBeHadByMouseAlone) {
  Person person(display, data.path());
  person.open_program();
  ASSERT_TRUE(person.is_on("library"));
  ASSERT_TRUE(person.click(scenario->title, "button"));
  ASSERT_TRUE(person.is_on("brief"));
  ASSERT_TRUE(person.sees(
      "Start", [](const SeenScreen& screen) { return screen.find("Start", "button").has_value(); }));
  const auto click_until = [&person](const std::string& words, const std::string& role,
                                     const std::string& what,
                                     const std::function<bool(const SeenScreen&)>& is_there) {
    // The guard against double taps may swallow a click, so it is made again.
    for (int attempt = 0; attempt < 20 && !is_there(person.look()); ++attempt) {
      if (!person.look().find(words, role) || !person.click(words, role)) break;
      if (person.holds_soon(is_there)) break;
    }
    return person.sees(what, is_there);
  };
  ASSERT_TRUE(click_until("Start", "button", "the conversation", is_screen("conversation")));
  const std::string say = choice_at(0).say;
  ASSERT_TRUE(click_until(say, "choice", "selected: " + say, is_selected(say)));
  ASSERT_TRUE(click_until("Say this", "button", "the feedback", is_screen("feedback")));
  EXPECT_EQ(stored_rows(), expected_rows(1));
  // A moment to oneself is one click away and one click back.
  ASSERT_TRUE(click_until("I need a moment", "button", "the pause", is_screen("pause")));
  ASSERT_TRUE(click_until("Keep going", "button", "the feedback again", is_screen("feedback")));
  EXPECT_EQ(person.close_window(), 0);
  EXPECT_EQ(stored_rows(), expected_rows(1));
}

TEST_F(EndToEnd, FiftyQuickTapsMoveTheFocusFiftyTimes) {
  Person person(display, data.path());
  person.open_program();
  ASSERT_TRUE(person.is_on("library"));
  // The library's ring of controls, by walking it once slowly.
  std::vector<std::string> ring;
  ASSERT_TRUE(person.tab_to(scenario->title));
  const std::string start = person.look().focused()->id;
  std::string now = start;
  do {
    ring.push_back(now);
    const std::string before = now;
    ASSERT_TRUE(person.press_until("Tab", "the focus moves", [&before](const SeenScreen& screen) {
      return screen.focused().has_value() && screen.focused()->id != before;
    }));
    now = person.look().focused()->id;
  } while (now != start && ring.size() < 100);
  ASSERT_GE(ring.size(), 2U);
  person.tap_quickly("Tab", 50);
  const std::string expected = ring[50 % ring.size()];
  EXPECT_TRUE(person.sees("the focus on " + expected, [&expected](const SeenScreen& screen) {
    return screen.focused().has_value() && screen.focused()->id == expected;
  }));
}

TEST_F(EndToEnd, AFolderThatCannotHoldARecordIsToldOnTheScreenAndPracticeGoesOn) {
  const std::filesystem::path in_the_way = data.path() / "file";
  std::ofstream(in_the_way) << "not a folder";
  Person person(display, in_the_way);
  person.open_program();
  start_by_keyboard(person);
  ASSERT_TRUE(person.sees("a way on", [](const SeenScreen& screen) {
    return screen.find("Go on without saving", "button").has_value();
  }));
  ASSERT_TRUE(person.tab_to("Go on without saving"));
  ASSERT_TRUE(person.press_until("Return", "the choices", [this](const SeenScreen& screen) {
    return screen.find(choice_at(0).say, "choice").has_value();
  }));
  answer_by_keyboard(person, 0);
}

TEST_F(EndToEnd, EveryScreenCanBePictured) {
  const TemporaryFolder pictures;
  const Ran ran =
      run({STEADFAST_PROGRAM, "screenshot", "all", "--out", pictures.path().string(), "--size", "1280x720"},
          {{"DISPLAY", display.name()},
           {"STEADFAST_HOME", data.path().string()},
           {"STEADFAST_SHARE", STEADFAST_SHARE_DIR},
           {"ASAN_OPTIONS", "detect_leaks=0"}});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  std::set<std::string> different;
  for (const std::string& screen : rehearsed_screens()) {
    const std::string png = read_all(pictures.path() / (screen + ".png"));
    ASSERT_GT(png.size(), 24U) << screen;
    EXPECT_EQ(png.substr(1, 3), "PNG");
    const auto number_at = [&png](std::size_t at) {
      int number = 0;
      for (std::size_t byte = at; byte < at + 4; ++byte)
        number = number * 256 + static_cast<unsigned char>(png[byte]);
      return number;
    };
    EXPECT_EQ(number_at(16), 1280) << screen;
    EXPECT_EQ(number_at(20), 720) << screen;
    different.insert(png);
  }
  EXPECT_EQ(different.size(), rehearsed_screens().size()) << "two screens look the same";
  EXPECT_TRUE(std::filesystem::is_empty(data.path())) << "pictures never touch the learner's record";
}

class WithoutDisplay : public testing::Test {
 protected:
  static Ran run_program(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), STEADFAST_PROGRAM);
    const TemporaryFolder home;
    return run(arguments, {{"DISPLAY", ""},
                           {"WAYLAND_DISPLAY", ""},
                           {"SDL_VIDEODRIVER", ""},
                           {"STEADFAST_HOME", home.path().string()},
                           {"STEADFAST_SHARE", STEADFAST_SHARE_DIR},
                           {"ASAN_OPTIONS", "detect_leaks=0"}});
  }
  static long lines_of(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }
};

TEST_F(WithoutDisplay, TheProgramSaysSoInOneSentenceAndNamesTheTerminal) {
  const Ran ran = run_program({});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(lines_of(ran.err), 1) << ran.err;
  EXPECT_NE(ran.err.find("steadfast play"), std::string::npos) << ran.err;
}

TEST_F(WithoutDisplay, PicturesNameXvfbRun) {
  const TemporaryFolder pictures;
  const Ran ran = run_program({"screenshot", "library", "--out", pictures.path().string()});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(lines_of(ran.err), 1) << ran.err;
  EXPECT_NE(ran.err.find("xvfb-run"), std::string::npos) << ran.err;
}

TEST_F(WithoutDisplay, AnUnknownScreenIsNamedWithTheKnownOnes) {
  const TemporaryFolder pictures;
  const Ran ran = run_program({"screenshot", "libary", "--out", pictures.path().string()});
  EXPECT_NE(ran.exit_code, 0);
  EXPECT_NE(ran.err.find("libary"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("library"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace steadfast
