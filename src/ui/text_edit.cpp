#include "ui/text_edit.h"

#include <algorithm>

#include "ui/utf8.h"

namespace steadfast {
namespace {

bool is_blank(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t';
}

std::size_t word_before(std::string_view text, std::size_t at) {
  while (at > 0 && is_blank(text[at - 1])) --at;
  while (at > 0 && !is_blank(text[at - 1])) --at;
  return at;
}

std::size_t word_after(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_blank(text[at])) ++at;
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

void move(TextEdit& edit, std::size_t to, bool selecting) {
  edit.cursor.at = to;
  if (!selecting) edit.cursor.anchor = to;
}

void erase_selected(TextEdit& edit) {
  const std::size_t from = std::min(edit.cursor.at, edit.cursor.anchor);
  const std::size_t to = std::max(edit.cursor.at, edit.cursor.anchor);
  edit.text.erase(from, to - from);
  move(edit, from, false);
}

bool has_selection(const TextEdit& edit) {
  return edit.cursor.at != edit.cursor.anchor;
}

}  // namespace

TextCursor fitted(TextCursor cursor, std::string_view text) {
  const auto fit = [text](std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && continues_code_point(text[at])) --at;
    return at;
  };
  return {fit(cursor.at), fit(cursor.anchor)};
}

std::string_view selected_text(const TextEdit& edit) {
  const std::size_t from = std::min(edit.cursor.at, edit.cursor.anchor);
  const std::size_t to = std::max(edit.cursor.at, edit.cursor.anchor);
  return std::string_view(edit.text).substr(from, to - from);
}

void insert(TextEdit& edit, std::string_view words) {
  erase_selected(edit);
  std::string clean;
  for (const char byte : words) {
    const auto code = static_cast<unsigned char>(byte);
    if (byte == '\t') {
      clean += ' ';
    } else if (byte == '\n' || (code >= 0x20 && code != 0x7F)) {
      clean += byte;
    }
  }
  edit.text.insert(edit.cursor.at, clean);
  move(edit, edit.cursor.at + clean.size(), false);
}

void apply(TextEdit& edit, const KeyPress& press) {
  const std::size_t at = edit.cursor.at;
  switch (press.key) {
    case Key::character: {
      std::string typed;
      append_utf8(typed, press.character);
      insert(edit, typed);
      return;
    }
    case Key::enter:
      insert(edit, "\n");
      return;
    case Key::backspace:
      if (!has_selection(edit)) {
        edit.cursor.anchor = press.control ? word_before(edit.text, at) : previous_code_point(edit.text, at);
      }
      erase_selected(edit);
      return;
    case Key::erase:
      if (!has_selection(edit)) {
        edit.cursor.anchor = press.control ? word_after(edit.text, at) : next_code_point(edit.text, at);
      }
      erase_selected(edit);
      return;
    case Key::left:
      if (has_selection(edit) && !press.shift) {
        move(edit, std::min(at, edit.cursor.anchor), false);
      } else {
        move(edit, press.control ? word_before(edit.text, at) : previous_code_point(edit.text, at),
             press.shift);
      }
      return;
    case Key::right:
      if (has_selection(edit) && !press.shift) {
        move(edit, std::max(at, edit.cursor.anchor), false);
      } else {
        move(edit, press.control ? word_after(edit.text, at) : next_code_point(edit.text, at), press.shift);
      }
      return;
    case Key::letter_a:
      if (press.control) edit.cursor = {edit.text.size(), 0};
      return;
    default:
      return;
  }
}

}  // namespace steadfast
