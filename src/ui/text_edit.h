// What keys do to a text: no drawing, no lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ui/keys.h"

namespace steadfast {

// Byte offsets that always stand between code points. What lies between both is selected.
struct TextCursor {
  std::size_t at = 0;
  std::size_t anchor = 0;
  friend bool operator==(const TextCursor&, const TextCursor&) = default;
};

struct TextEdit {
  std::string text;
  TextCursor cursor;
};

// Puts both ends inside the text and between code points.
TextCursor fitted(TextCursor cursor, std::string_view text);

std::string_view selected_text(const TextEdit& edit);

// Replaces what is selected by `words`; line ends become \n, other control characters vanish.
void insert(TextEdit& edit, std::string_view words);

// Typing, erasing, moving by character and (with control) by word, selecting all. Keys that need to know
// lines (up, down, home, end) and the clipboard change nothing here. Must hold: the cursor is fitted.
void apply(TextEdit& edit, const KeyPress& press);

}  // namespace steadfast
