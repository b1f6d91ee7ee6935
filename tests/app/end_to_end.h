// The real program in a real (virtual) display, used as a person uses it: by real keys and a real mouse.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "app/load_content.h"
#include "person.h"
#include "process.h"
#include "steadfast/session.h"
#include "temporary_folder.h"

namespace steadfast {

struct StoredRow {
  std::int64_t position = 0;
  std::string node;
  std::string choice;
  friend bool operator==(const StoredRow&, const StoredRow&) = default;
};

inline std::ostream& operator<<(std::ostream& out, const StoredRow& row) {
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
    use(content->scenarios.front().file);
  }

  // The scenario of this file, with its first play.
  void use(const std::string& file) {
    const auto entry = std::find_if(content->scenarios.begin(), content->scenarios.end(),
                                    [&file](const ScenarioEntry& each) { return each.file == file; });
    ASSERT_NE(entry, content->scenarios.end()) << file;
    ASSERT_TRUE(entry->scenario && !entry->scenario->plays.empty()) << entry->problem;
    scenario = entry->scenario.get();
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

  // Clicks until the screen is as told: the guard against double taps may swallow a click. What lies below
  // the fold is scrolled to first.
  static bool click_until(Person& person, const std::string& words, const std::string& role,
                          const std::string& what, const std::function<bool(const SeenScreen&)>& is_there) {
    for (int attempt = 0; attempt < 20 && !is_there(person.look()); ++attempt) {
      if (!person.scroll_to(words, role) || !person.click(words, role)) break;
      if (person.holds_soon(is_there)) break;
    }
    return person.sees(what, is_there);
  }
  void start_by_mouse(Person& person) {
    ASSERT_TRUE(person.is_on("library"));
    ASSERT_TRUE(
        click_until(person, scenario->title, "button", "the page before the start", is_screen("brief")));
    ASSERT_TRUE(click_until(person, "Start", "button", "the conversation", is_screen("conversation")));
  }
  void answer_by_mouse(Person& person, std::size_t position) {
    const std::string say = choice_at(position).say;
    ASSERT_TRUE(click_until(person, say, "choice", "selected: " + say, is_selected(say)));
    ASSERT_TRUE(click_until(person, "Say this", "button", "the feedback", is_screen("feedback")));
  }
  void debrief_by_mouse(Person& person) {
    ASSERT_TRUE(
        click_until(person, "I'm fine", "option", "the feeling is selected", [](const SeenScreen& screen) {
          const auto option = screen.find("I'm fine", "option");
          return option && option->selected;
        }));
    for (int step = 1; step < 5; ++step) {
      const std::string heading = heading_of(person.look());
      ASSERT_TRUE(click_until(person, "Next:", "button", "the step after " + heading,
                              [&heading](const SeenScreen& screen) {
                                return screen.name == "debrief" && heading_of(screen) != heading;
                              }));
    }
    ASSERT_TRUE(click_until(person, "Finish", "button", "the library", is_screen("library")));
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

  std::vector<StoredRow> rows_of_last_attempt() const {
    const SQLite::Database record = open_record();
    SQLite::Statement query(
        record,
        "SELECT position, node, choice FROM decision WHERE attempt = (SELECT max(id) FROM "
        "attempt) ORDER BY position");
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

}  // namespace steadfast
