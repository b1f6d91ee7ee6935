#include "app/rehearsal.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/course.h"
#include "app/load_content.h"
#include "temporary_folder.h"
#include "view/screen_view.h"

namespace steadfast {
namespace {

class CourseTest : public testing::Test {
 protected:
  void SetUp() override {
    auto loaded = load_content({.share = STEADFAST_SHARE_DIR});
    ASSERT_TRUE(loaded) << loaded.error().message;
    content = loaded.value();
  }

  World world() const {
    return {.data_folder = folder.path(),
            .unix_milliseconds = [] { return UnixMilliseconds{1'763'899'200'000}; },
            .fresh_seed = [] { return std::uint64_t{1}; }};
  }

  TemporaryFolder folder;
  std::shared_ptr<const Content> content;
};

class RehearsalTest : public CourseTest, public testing::WithParamInterface<std::string> {};

TEST_P(RehearsalTest, CanBeReached) {
  const auto course = rehearse(GetParam(), content, folder.path());
  ASSERT_TRUE(course) << course.error().message;
  const std::string screen = GetParam().substr(0, GetParam().find('-'));
  EXPECT_EQ(name_of(make_screen_view(course.value()->state())), screen);
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "steadfast.db"));
}

INSTANTIATE_TEST_SUITE_P(EveryScreen, RehearsalTest, testing::ValuesIn(rehearsed_screens()),
                         [](const auto& tested) {
                           std::string name;
                           for (const char letter : tested.param) name += letter == '-' ? '_' : letter;
                           return name;
                         });

TEST_F(CourseTest, ANewCourseFindsWhatAnEarlierOneRecorded) {
  {
    const auto course = rehearse("conversation", content, folder.path());
    ASSERT_TRUE(course) << course.error().message;
  }
  const Course later(content, world(), 0);
  ASSERT_EQ(later.state().records.size(), 1U);
  EXPECT_EQ(later.state().records[0].state, AttemptState::in_progress);
  EXPECT_GT(later.state().records[0].decisions, 0U);
  EXPECT_FALSE(later.state().records[0].moment.empty());
}

TEST_F(CourseTest, ADebriefOfAnEarlierRunCanBeOpenedAgain) {
  {
    const auto course = rehearse("debrief-5", content, folder.path());
    ASSERT_TRUE(course) << course.error().message;
  }
  Course later(content, world(), 0);
  ASSERT_EQ(later.state().records.size(), 1U);
  EXPECT_EQ(later.state().records[0].state, AttemptState::ended);
  later.apply(LookBack{later.state().records[0].attempt}, 10'000);
  EXPECT_EQ(later.state().screen, Screen::debrief);
}

TEST_F(CourseTest, ClosingTheProgramQuits) {
  Course course(content, world(), 0);
  EXPECT_FALSE(course.has_quit());
  course.apply(CloseProgram{}, 10'000);
  EXPECT_TRUE(course.has_quit());
}

}  // namespace
}  // namespace steadfast
