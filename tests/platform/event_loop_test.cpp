#include "platform/event_loop.h"

#include <SDL.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace steadfast {
namespace {

// Real SDL events through SDL's own queue; no display is needed for that.
class EventLoopTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(SDL_InitSubSystem(SDL_INIT_EVENTS), 0) << SDL_GetError();
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    settle();
    forwarded.clear();
  }
  void TearDown() override {
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    SDL_QuitSubSystem(SDL_INIT_EVENTS);
  }

  static void push_key(Uint32 type, SDL_Keycode key, Uint16 modifiers = KMOD_NONE, Uint8 repeat = 0) {
    SDL_Event event{};
    event.type = type;
    event.key.keysym.sym = key;
    event.key.keysym.scancode = SDL_GetScancodeFromKey(key);
    event.key.keysym.mod = modifiers;
    event.key.repeat = repeat;
    ASSERT_EQ(SDL_PushEvent(&event), 1);
  }
  static void push_tap(SDL_Keycode key) {
    push_key(SDL_KEYDOWN, key);
    push_key(SDL_KEYUP, key);
  }
  static void push_text(const std::string& text) {
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    std::copy(text.begin(), text.end(), event.text.text);
    ASSERT_EQ(SDL_PushEvent(&event), 1);
  }
  static void push_button(Uint32 type, int x, int y) {
    SDL_Event event{};
    event.type = type;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = x;
    event.button.y = y;
    ASSERT_EQ(SDL_PushEvent(&event), 1);
  }
  static void push_motion(int x, int y) {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.x = x;
    event.motion.y = y;
    ASSERT_EQ(SDL_PushEvent(&event), 1);
  }
  // Frames drawn until the loop would block; gives up after a number no screen needs.
  int settle() {
    int frames = 0;
    while (!loop.is_settled() && frames < 1000) {
      loop.next();
      ++frames;
    }
    return frames;
  }

  std::vector<Uint32> forwarded;
  EventLoop loop{[this](const SDL_Event& event) { forwarded.push_back(event.type); }};
};

TEST_F(EventLoopTest, FiftyTapsWhoseDownAndUpArriveTogetherAreAllHonoured) {
  for (int tap = 0; tap < 50; ++tap) push_tap(SDLK_TAB);
  int presses = 0;
  int frames = 0;
  do {
    const Batch batch = loop.next();
    EXPECT_LE(batch.keys.size(), 1U);
    presses += static_cast<int>(batch.keys.size());
  } while (!loop.is_settled() && ++frames < 1000);
  EXPECT_EQ(presses, 50);
  EXPECT_EQ(std::count(forwarded.begin(), forwarded.end(), Uint32{SDL_KEYDOWN}), 50);
  EXPECT_EQ(std::count(forwarded.begin(), forwarded.end(), Uint32{SDL_KEYUP}), 50);
}

TEST_F(EventLoopTest, KeysKeepTheirOrderAndTheirModifiers) {
  push_key(SDL_KEYDOWN, SDLK_TAB, KMOD_LSHIFT);
  push_key(SDL_KEYUP, SDLK_TAB, KMOD_LSHIFT);
  push_tap(SDLK_2);
  push_key(SDL_KEYDOWN, SDLK_c, KMOD_RCTRL);
  push_key(SDL_KEYDOWN, SDLK_RETURN, KMOD_LALT);
  std::vector<KeyDown> keys;
  do {
    const Batch batch = loop.next();
    keys.insert(keys.end(), batch.keys.begin(), batch.keys.end());
  } while (!loop.is_settled());
  const std::vector<KeyDown> expected = {
      {.key_code = SDLK_TAB, .shift = true},
      {.key_code = SDLK_2},
      {.key_code = SDLK_c, .control = true},
      {.key_code = SDLK_RETURN, .alt = true},
  };
  EXPECT_EQ(keys, expected);
}

TEST_F(EventLoopTest, TheTextOfAKeyBelongsToTheSameFrame) {
  push_key(SDL_KEYDOWN, SDLK_SPACE);
  push_text(" ");
  push_key(SDL_KEYUP, SDLK_SPACE);
  const Batch batch = loop.next();
  ASSERT_EQ(batch.keys.size(), 1U);
  EXPECT_EQ(batch.text, " ");
  EXPECT_EQ(forwarded, (std::vector<Uint32>{SDL_KEYDOWN, SDL_TEXTINPUT}));
}

TEST_F(EventLoopTest, AClickCountsWhereItWasMadeThoughThePointerMovedOn) {
  push_motion(10, 10);
  push_button(SDL_MOUSEBUTTONDOWN, 40, 50);
  push_button(SDL_MOUSEBUTTONUP, 41, 50);
  push_motion(400, 500);
  const Batch down = loop.next();
  ASSERT_TRUE(down.pressed_at.has_value());
  EXPECT_EQ(down.pressed_at->x, 40);
  EXPECT_EQ(down.pressed_at->y, 50);
  const Batch up = loop.next();
  ASSERT_TRUE(up.pressed_at.has_value());
  EXPECT_EQ(up.pressed_at->x, 41);
  EXPECT_FALSE(loop.next().pressed_at.has_value());
}

TEST_F(EventLoopTest, AHeldKeyDoesNotPileUp) {
  push_key(SDL_KEYDOWN, SDLK_DOWN);
  for (int repeat = 0; repeat < 30; ++repeat) push_key(SDL_KEYDOWN, SDLK_DOWN, KMOD_NONE, 1);
  push_key(SDL_KEYUP, SDLK_DOWN);
  std::vector<KeyDown> keys;
  do {
    const Batch batch = loop.next();
    keys.insert(keys.end(), batch.keys.begin(), batch.keys.end());
  } while (!loop.is_settled());
  const std::vector<KeyDown> expected = {{.key_code = SDLK_DOWN}, {.key_code = SDLK_DOWN, .repeated = true}};
  EXPECT_EQ(keys, expected);
}

TEST_F(EventLoopTest, ThreeFramesFollowAnEventAndThenTheScreenRests) {
  ASSERT_TRUE(loop.is_settled());
  push_motion(5, 5);
  loop.next();
  EXPECT_FALSE(loop.is_settled());
  EXPECT_EQ(settle(), 2);
}

TEST_F(EventLoopTest, AWakeUpOwesFramesEvenWithoutAnEvent) {
  ASSERT_TRUE(loop.is_settled());
  loop.next(0);
  EXPECT_FALSE(loop.is_settled());
  EXPECT_TRUE(forwarded.empty());
}

TEST_F(EventLoopTest, AskingForFramesIsEnoughToBeDrawn) {
  loop.ask_for_frames();
  EXPECT_EQ(settle(), 3);
}

TEST_F(EventLoopTest, ClosingTheWindowIsReportedAtOnce) {
  SDL_Event event{};
  event.type = SDL_QUIT;
  ASSERT_EQ(SDL_PushEvent(&event), 1);
  EXPECT_TRUE(loop.next().close_requested);
  EXPECT_FALSE(loop.next().close_requested);
}

}  // namespace
}  // namespace steadfast
