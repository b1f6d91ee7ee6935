// Keys and typed characters as data: the platform queues them, so that a tap whose down and up arrive
// within one frame is never lost.
#pragma once

namespace steadfast {

enum class Key {
  none,
  tab,
  enter,  // also the keypad's
  space,
  escape,
  up,
  down,
  left,
  right,
  home,
  end,
  page_up,
  page_down,
  backspace,
  erase,  // the Delete key
  digit_1,
  digit_2,
  digit_3,
  digit_4,
  f1,
  f2,
  f3,
  letter_a,  // with control only: select all, copy, paste, cut
  letter_c,
  letter_v,
  letter_x,
  character,  // text that was typed: `character` holds it; every other key leaves it 0
};

// One key that went down (repeats count as well), or one typed character. A platform sends both for a key
// that types something: fields listen to the characters, everything else to the keys.
struct KeyPress {
  Key key = Key::none;
  bool shift = false;
  bool control = false;
  char32_t character = 0;
};

}  // namespace steadfast
