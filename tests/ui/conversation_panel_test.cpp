#include "ui/conversation_panel.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include <imgui.h>
#include "sample_views.h"

#include "ui_harness.h"

namespace steadfast {
namespace {

// Selecting marks the choice, as `update` does.
void select(ScreenView& screen, const Intent& intent) {
  const auto* selected = std::get_if<SelectChoice>(&intent);
  if (selected == nullptr) return;
  auto& view = std::get<ConversationView>(screen);
  for (ChoiceView& choice : view.choices) choice.selected = choice.select == intent;
  view.say.enabled = true;
  view.say.intent = SayChoice{selected->choice};
}

class ConversationPanel : public testing::Test {
 protected:
  UiHarness harness{1280, 720};
  void SetUp() override {
    harness.react = select;
    harness.show(sample::conversation());
  }
};

TEST_F(ConversationPanel, ADigitSelectsAndEnterSays) {
  harness.press(Key::digit_2);
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{SelectChoice{"choice-2"}});
  EXPECT_TRUE(harness.focused().selected);
  harness.press(Key::enter);
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{SayChoice{"choice-2"}});
}

TEST_F(ConversationPanel, ArrowsAndEnterSay) {
  harness.press({Key::down, Key::down, Key::down, Key::enter});
  EXPECT_EQ(harness.take_intents(), (std::vector<Intent>{SelectChoice{"choice-1"}, SelectChoice{"choice-2"},
                                                         SelectChoice{"choice-3"}, SayChoice{"choice-3"}}));
}

TEST_F(ConversationPanel, TabPassesTheOtherAnswersOnItsWayToSayThis) {
  harness.press({Key::tab, Key::space});
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{SelectChoice{"choice-1"}});
  for (int i = 0; i < 4; ++i) harness.press(Key::tab);
  EXPECT_EQ(harness.focused().label, "Say this");
  EXPECT_TRUE(harness.find("choice/1").selected);
  harness.press(Key::space);
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{SayChoice{"choice-1"}});
}

TEST_F(ConversationPanel, EnterNeverSaysAnAnswerThatDoesNotLookChosen) {
  harness.press(Key::digit_2);
  harness.press(Key::tab);
  harness.take_intents();
  harness.press(Key::enter);
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{SelectChoice{"choice-3"}});
  harness.press(Key::enter);
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{SayChoice{"choice-3"}});
}

TEST_F(ConversationPanel, ClicksSelectHoweverOftenAndOnlySayThisSays) {
  const std::string words = std::get<ConversationView>(harness.view()).choices[3].text;
  harness.click(words);
  harness.click(words);
  harness.click(words);
  EXPECT_EQ(harness.take_intents(), (std::vector<Intent>(3, SelectChoice{"choice-4"})));
  harness.click("Say this");
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{SayChoice{"choice-4"}});
}

TEST_F(ConversationPanel, NothingIsSaidWhileNothingIsSelected) {
  harness.click("Say this");
  EXPECT_TRUE(harness.take_intents().empty());
}

TEST_F(ConversationPanel, AReleaseElsewhereAsksForNothing) {
  // A press that slides off the answer before it ends is a change of mind.
  const Rect first = harness.find("choice/1").rect;
  const Rect second = harness.find("choice/2").rect;
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {first.centre().x, first.centre().y};
  io.MouseDown[0] = true;
  harness.frame();
  io.MousePos = {second.centre().x, second.centre().y};
  harness.frame();
  io.MouseDown[0] = false;
  harness.frame();
  EXPECT_TRUE(harness.take_intents().empty());
}

TEST_F(ConversationPanel, AClosedChoiceSaysWhyAndAsksForNothing) {
  ConversationView view = sample::conversation();
  view.choices[2].enabled = false;
  view.choices[2].number = 0;
  view.choices[2].closed_because = "You said this already.";
  harness.show(view);
  harness.take_intents();
  const SemanticNode closed = harness.find("choice/3");
  EXPECT_EQ(closed.hint, "You said this already.");
  harness.ui().move_focus("choice/3");
  harness.press({Key::enter, Key::space});
  harness.click(closed.label);
  harness.press(Key::digit_3);
  EXPECT_TRUE(harness.take_intents().empty());
}

TEST_F(ConversationPanel, FiftyOfFiftyTapsAreHonouredOneAFrame) {
  harness.press(Key::digit_1);
  harness.take_intents();
  for (int i = 0; i < 50; ++i) {
    // Down and up came within this one frame: the queue holds the press.
    harness.press(Key::enter);
  }
  EXPECT_EQ(harness.take_intents(), (std::vector<Intent>(50, SayChoice{"choice-1"})));
}

TEST_F(ConversationPanel, FiftyOfFiftyTapsAreHonouredWhenTheyComeTogether) {
  harness.press(Key::digit_2);
  harness.take_intents();
  harness.press(std::vector<KeyPress>(50, {.key = Key::enter}));
  EXPECT_EQ(harness.take_intents(), (std::vector<Intent>(50, SayChoice{"choice-2"})));
}

TEST_F(ConversationPanel, LinesAreSpokenWithTheirSpeaker) {
  const std::string screen = describe(harness.ui().semantics(), "");
  EXPECT_NE(screen.find("Kiara: Can I borrow ten dollars?"), std::string::npos) << screen;
  EXPECT_NE(screen.find("You: I\u2019m glad you asked me straight out."), std::string::npos);
  EXPECT_NE(screen.find("choice, 2 of 4"), std::string::npos);
}

TEST_F(ConversationPanel, FourLongChoicesStayWhollyVisibleWithTheNewestLine) {
  for (const float height : {720.0F, 800.0F, 1080.0F}) {
    UiHarness window(1280, height);
    window.show(sample::long_conversation());
    for (int i = 1; i <= 4; ++i) {
      const SemanticNode& choice = window.find("choice/" + std::to_string(i));
      EXPECT_EQ(choice.visible, choice.rect) << "choice " << i << " at height " << height;
    }
    const auto& nodes = window.ui().semantics().nodes();
    const auto newest = std::find_if(nodes.rbegin(), nodes.rend(),
                                     [](const SemanticNode& node) { return node.role == Role::bubble; });
    ASSERT_NE(newest, nodes.rend());
    EXPECT_EQ(newest->visible, newest->rect) << "at height " << height;
  }
}

// With no sheet in between, her reply and what follows it come together, and may be more than there is room
// for.
TEST_F(ConversationPanel, AReplyThatIsTooLongIsShownFromItsStart) {
  ConversationView view = sample::long_conversation();
  view.transcript.push_back({BubbleKind::mentor, "You", "I said this just now."});
  view.newest = view.transcript.size();
  view.transcript.push_back({BubbleKind::young_person, "Kiara", "The reply begins."});
  for (int i = 0; i < 8; ++i) view.transcript.push_back({BubbleKind::young_person, "Kiara", "And goes on."});
  harness.show(view);
  const SemanticNode& reply = harness.find("Kiara: The reply begins.");
  EXPECT_NEAR(reply.visible.height, reply.rect.height, 0.1F);
  view.transcript.push_back({BubbleKind::mentor, "You", "My next answer."});
  view.newest = view.transcript.size();
  harness.show(view);
  const SemanticNode& answer = harness.find("You: My next answer.");
  EXPECT_NEAR(answer.visible.height, answer.rect.height, 0.1F)
      << "what was just said is in sight until there is a reply";
}

TEST_F(ConversationPanel, TheTranscriptScrollsByKeysAndWheelAndComesBackForNewLines) {
  ConversationView view = sample::long_conversation();
  harness.show(view);
  const auto first_line = [&] { return harness.find("This conversation is not being saved."); };
  EXPECT_FLOAT_EQ(first_line().visible.height, 0) << "the newest line is shown";
  harness.press({Key::page_up, Key::page_up, Key::page_up, Key::page_up, Key::page_up, Key::page_up,
                 Key::page_up, Key::page_up, Key::page_up, Key::page_up, Key::page_up, Key::page_up,
                 Key::page_up, Key::page_up});
  EXPECT_GT(first_line().visible.height, 0);
  const Rect region = harness.find("What was said").rect;
  harness.wheel_at(region.centre(), -40);
  EXPECT_FLOAT_EQ(first_line().visible.height, 0);
  harness.wheel_at(region.centre(), 40);
  EXPECT_GT(first_line().visible.height, 0);
  harness.frame();
  EXPECT_GT(first_line().visible.height, 0) << "it stays where it was put";
  view.newest = view.transcript.size();
  view.transcript.push_back({BubbleKind::young_person, "Kiara", "Okay."});
  harness.show(view);
  EXPECT_GT(harness.find("Kiara: Okay.").visible.height, 0);
}

TEST_F(ConversationPanel, TheTranscriptCanBeReachedAndScrolledByKeyboardAlone) {
  harness.show(sample::long_conversation());
  harness.ui().move_focus("transcript");
  harness.press(Key::none);
  const float before = harness.find("Kiara: Can I borrow ten dollars? I\u2019ll pay you back Friday.").rect.y;
  harness.press({Key::up, Key::up});
  EXPECT_EQ(harness.ui().focused_id(), "transcript");
  EXPECT_GT(harness.find("Kiara: Can I borrow ten dollars? I\u2019ll pay you back Friday.").rect.y, before);
}

TEST_F(ConversationPanel, AHiddenPictureLeavesItsWords) {
  ConversationView view = sample::conversation();
  view.scene = std::nullopt;
  view.picture_toggle = {"Show picture", "", HidePicture{false}};
  harness.show(view);
  EXPECT_TRUE(harness.has("Kiara, 16"));
  EXPECT_TRUE(harness.has("seems guarded"));
  harness.take_intents();
  harness.click("Show picture");
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{HidePicture{false}});
}

TEST_F(ConversationPanel, WhenTheRecordFailsThePersonDecides) {
  ConversationView view = sample::conversation();
  view.key = "conversation/trouble";
  view.trouble =
      TroubleView{"The disk is full, so your answer could not be saved.",
                  {{"Try again", "", RetryRecord{}},
                   {"Go on without saving", "This conversation will not be kept.", GoOnUnrecorded{}}}};
  harness.show(view);
  harness.take_intents();
  EXPECT_EQ(harness.focused().label, "The disk is full, so your answer could not be saved.");
  EXPECT_FALSE(harness.has(view.choices[0].text));
  EXPECT_TRUE(harness.has("This conversation will not be kept."));
  harness.press({Key::tab, Key::enter});
  harness.click("Go on without saving");
  EXPECT_EQ(harness.take_intents(), (std::vector<Intent>{RetryRecord{}, GoOnUnrecorded{}}));
}

TEST_F(ConversationPanel, AfterTheLastReplyOneGoesOn) {
  ConversationView view = sample::conversation();
  view.key = "conversation/over";
  view.choices.clear();
  view.prompt.clear();
  view.say = {};
  view.go_on = Action{"Look back", "", GoToDebrief{}};
  harness.show(view);
  harness.take_intents();
  harness.press(Key::enter);
  EXPECT_EQ(harness.take_intents(), std::vector<Intent>{GoToDebrief{}});
}

}  // namespace
}  // namespace steadfast
