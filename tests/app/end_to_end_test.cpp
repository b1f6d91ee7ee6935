// The program in a window: what does not depend on the conversation.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "app/rehearsal.h"
#include "end_to_end.h"

namespace steadfast {
namespace {

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
