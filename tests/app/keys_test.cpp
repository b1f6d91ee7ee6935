#include "app/keys.h"

#include <SDL_keycode.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace steadfast {
namespace {

std::vector<KeyPress> presses_of(std::vector<KeyDown> keys, std::string text = {}) {
  Batch batch;
  batch.keys = std::move(keys);
  batch.text = std::move(text);
  return as_key_presses(batch);
}

Key only_key_of(KeyDown key) {
  const auto presses = presses_of({key});
  return presses.size() == 1 ? presses[0].key : Key::none;
}

TEST(Keys, EveryKeyTheInterfaceKnowsArrives) {
  struct Pair {
    std::int32_t code;
    Key key;
  };
  const std::vector<Pair> pairs = {
      {SDLK_TAB, Key::tab},
      {SDLK_RETURN, Key::enter},
      {SDLK_KP_ENTER, Key::enter},
      {SDLK_SPACE, Key::space},
      {SDLK_ESCAPE, Key::escape},
      {SDLK_UP, Key::up},
      {SDLK_DOWN, Key::down},
      {SDLK_LEFT, Key::left},
      {SDLK_RIGHT, Key::right},
      {SDLK_HOME, Key::home},
      {SDLK_END, Key::end},
      {SDLK_PAGEUP, Key::page_up},
      {SDLK_PAGEDOWN, Key::page_down},
      {SDLK_BACKSPACE, Key::backspace},
      {SDLK_DELETE, Key::erase},
      {SDLK_1, Key::digit_1},
      {SDLK_4, Key::digit_4},
      {SDLK_KP_2, Key::digit_2},
      {SDLK_KP_3, Key::digit_3},
      {SDLK_F1, Key::f1},
      {SDLK_F2, Key::f2},
      {SDLK_F3, Key::f3},
  };
  for (const Pair& pair : pairs) EXPECT_EQ(only_key_of({.key_code = pair.code}), pair.key) << pair.code;
}

TEST(Keys, ShiftIsKept) {
  const auto presses = presses_of({{.key_code = SDLK_TAB, .shift = true}});
  ASSERT_EQ(presses.size(), 1U);
  EXPECT_TRUE(presses[0].shift);
  EXPECT_FALSE(presses[0].control);
}

TEST(Keys, LettersCountAsKeysOnlyWithControl) {
  EXPECT_TRUE(presses_of({{.key_code = SDLK_a}}).empty());
  EXPECT_EQ(only_key_of({.key_code = SDLK_a, .control = true}), Key::letter_a);
  EXPECT_EQ(only_key_of({.key_code = SDLK_c, .control = true}), Key::letter_c);
  EXPECT_EQ(only_key_of({.key_code = SDLK_v, .control = true}), Key::letter_v);
  EXPECT_EQ(only_key_of({.key_code = SDLK_x, .control = true}), Key::letter_x);
  EXPECT_TRUE(presses_of({{.key_code = SDLK_q, .control = true}}).empty());
}

TEST(Keys, WhatIsPressedWithAltBelongsToTheDesktop) {
  EXPECT_TRUE(presses_of({{.key_code = SDLK_TAB, .alt = true}}).empty());
  EXPECT_TRUE(presses_of({{.key_code = SDLK_RETURN, .alt = true}}).empty());
}

TEST(Keys, TypedTextComesAfterItsKeyAsCharacters) {
  const auto presses = presses_of({{.key_code = SDLK_2}}, "2");
  ASSERT_EQ(presses.size(), 2U);
  EXPECT_EQ(presses[0].key, Key::digit_2);
  EXPECT_EQ(presses[0].character, U'\0');
  EXPECT_EQ(presses[1].key, Key::character);
  EXPECT_EQ(presses[1].character, U'2');
}

TEST(Keys, CharactersOfAnyLengthAreDecoded) {
  std::u32string characters;
  for (const KeyPress& press : presses_of({}, "a\u00E9\u20AC\U0001F600!")) characters += press.character;
  EXPECT_EQ(characters, U"a\u00E9\u20AC\U0001F600!");
}

TEST(Keys, ACutOffCharacterIsDropped) {
  EXPECT_TRUE(presses_of({}, "\xE2\x82").empty());
  EXPECT_EQ(presses_of({}, "a\xC3").size(), 1U);
}

}  // namespace
}  // namespace steadfast
