#include "app/keys.h"

#include <SDL_keycode.h>

#include <cstddef>
#include <string_view>

namespace steadfast {
namespace {

Key key_of(const KeyDown& press) {
  switch (press.key_code) {
    case SDLK_TAB:
      return Key::tab;
    case SDLK_RETURN:
    case SDLK_RETURN2:
    case SDLK_KP_ENTER:
      return Key::enter;
    case SDLK_SPACE:
      return Key::space;
    case SDLK_ESCAPE:
      return Key::escape;
    case SDLK_UP:
      return Key::up;
    case SDLK_DOWN:
      return Key::down;
    case SDLK_LEFT:
      return Key::left;
    case SDLK_RIGHT:
      return Key::right;
    case SDLK_HOME:
      return Key::home;
    case SDLK_END:
      return Key::end;
    case SDLK_PAGEUP:
      return Key::page_up;
    case SDLK_PAGEDOWN:
      return Key::page_down;
    case SDLK_BACKSPACE:
      return Key::backspace;
    case SDLK_DELETE:
      return Key::erase;
    case SDLK_1:
    case SDLK_KP_1:
      return Key::digit_1;
    case SDLK_2:
    case SDLK_KP_2:
      return Key::digit_2;
    case SDLK_3:
    case SDLK_KP_3:
      return Key::digit_3;
    case SDLK_4:
    case SDLK_KP_4:
      return Key::digit_4;
    case SDLK_F1:
      return Key::f1;
    case SDLK_F2:
      return Key::f2;
    case SDLK_F3:
      return Key::f3;
    default:
      break;
  }
  if (!press.control) return Key::none;
  switch (press.key_code) {
    case SDLK_a:
      return Key::letter_a;
    case SDLK_c:
      return Key::letter_c;
    case SDLK_v:
      return Key::letter_v;
    case SDLK_x:
      return Key::letter_x;
    default:
      return Key::none;
  }
}

bool activates(Key key) {
  switch (key) {
    case Key::enter:
    case Key::space:
    case Key::escape:
    case Key::digit_1:
    case Key::digit_2:
    case Key::digit_3:
    case Key::digit_4:
      return true;
    default:
      return false;
  }
}

// How many bytes follow the first one of a character, and the bits the first one carries.
struct Lead {
  std::size_t following = 0;
  char32_t bits = 0;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xF0) return {3, static_cast<char32_t>(byte & 0x07U)};
  if (byte >= 0xE0) return {2, static_cast<char32_t>(byte & 0x0FU)};
  if (byte >= 0xC0) return {1, static_cast<char32_t>(byte & 0x1FU)};
  return {0, byte};
}

// SDL hands out whole, valid characters; a cut-off one at the end is dropped.
void append_characters(std::vector<KeyPress>& presses, std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
    if (at + lead.following >= text.size()) return;
    char32_t character = lead.bits;
    for (std::size_t step = 1; step <= lead.following; ++step) {
      character = (character << 6U) | (static_cast<unsigned char>(text[at + step]) & 0x3FU);
    }
    at += lead.following + 1;
    presses.push_back({.key = Key::character, .character = character});
  }
}

}  // namespace

std::vector<KeyPress> as_key_presses(const Batch& batch) {
  std::vector<KeyPress> presses;
  for (const KeyDown& press : batch.keys) {
    if (press.alt) continue;
    const Key key = key_of(press);
    // A held key may scroll or erase on, but it presses a thing once: a slow hand must not answer the next
    // screen.
    if (key == Key::none || (press.repeated && activates(key))) continue;
    presses.push_back({.key = key, .shift = press.shift, .control = press.control});
  }
  append_characters(presses, batch.text);
  return presses;
}

}  // namespace steadfast
