// What holds on every screen at every size: everything can be reached, pressed, seen and hit.
#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "sample_views.h"
#include "ui_harness.h"

namespace steadfast {
namespace {

struct Size {
  float width;
  float height;
};
constexpr Size kSizes[] = {{1280, 720}, {1280, 800}, {1920, 1080}};

class Screens : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {
 protected:
  const Size size = kSizes[std::get<1>(GetParam())];
  UiHarness harness{size.width, size.height};
  const sample::Named screen = sample::all()[std::get<0>(GetParam())];
  void SetUp() override { harness.show(screen.view); }
};

// How far apart two rectangles stand; below 0 they overlap.
float distance(const Rect& one, const Rect& other) {
  const float across = std::max(one.x, other.x) - std::min(one.right(), other.right());
  const float down = std::max(one.y, other.y) - std::min(one.bottom(), other.bottom());
  return std::max(across, down);
}

TEST_P(Screens, EveryTargetIsLargeEnough) {
  ASSERT_FALSE(harness.tab_stops().empty());
  for (const SemanticNode& node : harness.tab_stops()) {
    EXPECT_GE(node.rect.width, 44) << node.label;
    EXPECT_GE(node.rect.height, node.role == Role::choice ? 56 : 44) << node.label;
  }
}

TEST_P(Screens, TargetsStandApart) {
  auto stops = harness.tab_stops();
  // What scrolls lies around targets and is none itself.
  std::erase_if(stops, [](const SemanticNode& node) { return node.role == Role::region; });
  for (std::size_t i = 0; i < stops.size(); ++i) {
    for (std::size_t j = i + 1; j < stops.size(); ++j) {
      const Rect one = stops[i].visible;
      const Rect other = stops[j].visible;
      if (one.width * one.height <= 0 || other.width * other.height <= 0) continue;  // scrolled out of sight
      EXPECT_GE(distance(one, other), 8) << stops[i].label << " and " << stops[j].label;
    }
  }
}

TEST_P(Screens, NothingStandsOutsideOfTheWindowSideways) {
  for (const SemanticNode& node : harness.ui().semantics().nodes()) {
    EXPECT_GE(node.rect.x, 0) << node.label;
    EXPECT_LE(node.rect.right(), size.width + 0.5F) << node.label;
    EXPECT_GT(node.rect.width, 0) << node.label;
    EXPECT_GT(node.rect.height, 0) << node.label;
    EXPECT_FALSE(node.label.empty()) << node.id;
  }
}

TEST_P(Screens, TheFocusStartsAtTheHeadingOrAtContinue) {
  const SemanticNode& focused = harness.focused();
  if (screen.name == "feedback") {
    EXPECT_EQ(focused.label, "Continue");
  } else {
    EXPECT_EQ(focused.role, Role::heading);
  }
}

TEST_P(Screens, TabAloneReachesEverythingAndShowsIt) {
  const std::size_t count = harness.tab_stops().size();
  std::set<std::string> reached;
  std::string first;
  for (std::size_t i = 0; i <= count; ++i) {
    harness.press(Key::tab);
    const SemanticNode focused = harness.focused();
    if (i == 0) first = focused.id;
    if (i == count) {
      EXPECT_EQ(focused.id, first) << "the order wraps";
    }
    reached.insert(focused.id);
    const float seen = focused.visible.height;
    // Wholly in sight, together with its ring, unless it is taller than a page can be.
    EXPECT_GE(seen, std::min(focused.rect.height, size.height * 0.5F) - 1) << focused.label;
    EXPECT_GE(focused.visible.width, focused.rect.width - 1) << focused.label;
  }
  EXPECT_EQ(reached.size(), count);
  harness.press(std::vector<KeyPress>{{.key = Key::tab, .shift = true}});
  EXPECT_NE(harness.focused().id, first);
}

TEST_P(Screens, EnterPressesEverythingThatIsEnabled) {
  for (const SemanticNode& stop : harness.tab_stops()) {
    if (stop.role == Role::field || stop.role == Role::region) continue;
    harness.ui().move_focus(stop.id);
    harness.take_intents();
    harness.press(Key::enter);
    EXPECT_EQ(harness.take_intents().size(), stop.enabled ? 1U : 0U) << stop.label;
  }
}

TEST_P(Screens, AClickPressesEverythingThatIsEnabled) {
  for (const SemanticNode& stop : harness.tab_stops()) {
    if (stop.role == Role::field || stop.role == Role::region) continue;
    harness.ui().move_focus(stop.id);
    harness.press(Key::none);  // scrolls it into sight
    harness.take_intents();
    const SemanticNode* now = harness.ui().semantics().by_id(stop.id);
    ASSERT_NE(now, nullptr);
    harness.click_at(now->visible.centre());
    EXPECT_EQ(harness.take_intents().size(), stop.enabled ? 1U : 0U) << stop.label;
    if (stop.enabled) {
      EXPECT_EQ(harness.ui().focused_id(), stop.id);
    }
  }
}

// Also those that stand below everything that can be pressed.
TEST_P(Screens, TabAndArrowsBringAllWordsIntoSight) {
  std::set<std::string> seen;
  const auto look = [&] {
    for (const SemanticNode& node : harness.ui().semantics().nodes()) {
      if (node.visible.height > 0) seen.insert(node.id);
    }
  };
  look();
  for (const SemanticNode& stop : harness.tab_stops()) {
    if (stop.role != Role::region) continue;
    harness.ui().move_focus(stop.id);
    for (int i = 0; i < 200; ++i) {
      harness.press(i < 100 ? Key::down : Key::up);
      look();
    }
  }
  for (const SemanticNode& node : harness.ui().semantics().nodes()) {
    EXPECT_TRUE(seen.count(node.id) == 1) << node.label;
  }
}

TEST_P(Screens, EscapeAsksToGoBackAndNeverToQuit) {
  harness.press(Key::escape);
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{Escape{}});
}

TEST_P(Screens, ANeededMomentIsAlwaysInSight) {
  const bool in_a_conversation = screen.name.starts_with("conversation") ||
                                 screen.name.starts_with("feedback") || screen.name.starts_with("debrief");
  if (!in_a_conversation) return;
  const SemanticNode& moment = harness.find("I need a moment");
  EXPECT_EQ(moment.visible, moment.rect);
  harness.click("I need a moment");
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{NeedAMoment{}});
}

TEST_P(Screens, DrawingItAgainChangesNothing) {
  const std::string before = describe(harness.ui().semantics(), harness.ui().focused_id());
  harness.frame();
  EXPECT_FALSE(harness.ui().wants_another_frame());
  EXPECT_EQ(describe(harness.ui().semantics(), harness.ui().focused_id()), before);
  EXPECT_TRUE(harness.take_intents().empty());
}

INSTANTIATE_TEST_SUITE_P(All, Screens,
                         testing::Combine(testing::Range<std::size_t>(0, sample::all().size()),
                                          testing::Range<std::size_t>(0, std::size(kSizes))),
                         [](const auto& test) {
                           const Size size = kSizes[std::get<1>(test.param)];
                           std::string name = sample::all()[std::get<0>(test.param)].name + "_" +
                                              std::to_string(static_cast<int>(size.width)) + "x" +
                                              std::to_string(static_cast<int>(size.height));
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(ScreenChange, TheFocusGoesToTheNewHeading) {
  UiHarness harness;
  harness.show(sample::conversation());
  harness.press({Key::tab, Key::tab});
  EXPECT_NE(harness.focused().role, Role::heading);
  harness.show(sample::pause());
  EXPECT_EQ(harness.focused().label, "Paused. Nothing is lost.");
}

TEST(ScreenChange, KeysThatWereMeantForTheNextScreenReachIt) {
  UiHarness harness;
  harness.react = [](ScreenView& view, const Intent& intent) {
    if (std::holds_alternative<ContinueAfterFeedback>(intent)) view = sample::conversation();
    if (intent == Intent{SelectChoice{"choice-3"}})
      std::get<ConversationView>(view).choices[2].selected = true;
  };
  harness.show(sample::feedback());
  // Continue has the focus; the digit and the second Enter belong to the conversation behind it.
  harness.press({Key::enter, Key::digit_3, Key::enter});
  EXPECT_EQ(harness.take_intents(),
            (std::vector<Intent>{ContinueAfterFeedback{}, SelectChoice{"choice-3"}, SayChoice{"choice-3"}}));
}

TEST(ScreenChange, APressThatWasMeantForTheScreenBeforeDoesNothing) {
  UiHarness harness;
  harness.show(sample::feedback());
  // The screen changes by itself while the Enter is on its way; the new one has a Continue as well.
  FeedbackView next = sample::feedback();
  next.key = "feedback/3";
  harness.show_while_pressing(next, Key::enter);
  EXPECT_EQ(harness.focused().label, "Continue");
  EXPECT_TRUE(harness.take_intents().empty());
  harness.press(Key::enter);
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{ContinueAfterFeedback{}});
}

}  // namespace
}  // namespace steadfast
