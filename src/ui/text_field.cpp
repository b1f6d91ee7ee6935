#include "ui/text_field.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>

#include "ui/utf8.h"

namespace steadfast {
namespace {

constexpr float kPaddingX = 14;
constexpr float kPaddingY = 10;
constexpr Type kType = Type::body;

// The lines of a text and where in it they begin.
class Lines {
 public:
  Lines(const Fonts& fonts, const std::string& text, float width)
      : fonts_(fonts),
        text_(text),
        paragraph_(lay_out(fonts, text, {kType, width, 1.4F, kLongestLine, LastLine::as_it_falls})) {}

  const Paragraph& paragraph() const { return paragraph_; }
  std::size_t count() const { return paragraph_.lines.size(); }
  std::size_t start(std::size_t line) const {
    return static_cast<std::size_t>(paragraph_.lines[line].data() - text_.data());
  }
  std::size_t end(std::size_t line) const { return start(line) + paragraph_.lines[line].size(); }

  std::size_t line_of(std::size_t at) const {
    std::size_t line = 0;
    while (line + 1 < count() && start(line + 1) <= at) ++line;
    return line;
  }
  float x_of(std::size_t at) const {
    const std::size_t from = start(line_of(at));
    return fonts_.width(kType, std::string_view(text_).substr(from, at - from));
  }
  // The offset in `line` that lies nearest to `x`.
  std::size_t at_x(std::size_t line, float x) const {
    std::size_t at = start(line);
    while (at < end(line)) {
      const std::size_t next = next_code_point(text_, at);
      if ((x_in(line, at) + x_in(line, next)) / 2 > x) break;
      at = next;
    }
    return at;
  }
  std::size_t at_point(Point point) const {
    const float row = std::floor(point.y / paragraph_.line_height);
    const float last = static_cast<float>(count() - 1);
    return at_x(static_cast<std::size_t>(std::clamp(row, 0.0F, last)), point.x);
  }

 private:
  float x_in(std::size_t line, std::size_t at) const {
    return fonts_.width(kType, std::string_view(text_).substr(start(line), at - start(line)));
  }
  const Fonts& fonts_;
  const std::string& text_;
  Paragraph paragraph_;
};

void move_by_line(TextEdit& edit, const KeyPress& press, const Fonts& fonts, float width) {
  const Lines lines(fonts, edit.text, width);
  const std::size_t line = lines.line_of(edit.cursor.at);
  const float x = lines.x_of(edit.cursor.at);
  std::size_t to = edit.cursor.at;
  if (press.key == Key::home) to = press.control ? 0 : lines.start(line);
  if (press.key == Key::end) to = press.control ? edit.text.size() : lines.end(line);
  if (press.key == Key::up) to = line == 0 ? 0 : lines.at_x(line - 1, x);
  if (press.key == Key::down) to = line + 1 == lines.count() ? edit.text.size() : lines.at_x(line + 1, x);
  edit.cursor.at = to;
  if (!press.shift) edit.cursor.anchor = to;
}

bool is_line_move(Key key) {
  return key == Key::home || key == Key::end || key == Key::up || key == Key::down;
}

void apply_press(TextEdit& edit, const KeyPress& press, const Fonts& fonts, float width) {
  const bool clipboard_key =
      press.key == Key::letter_c || press.key == Key::letter_x || press.key == Key::letter_v;
  if (is_line_move(press.key)) {
    move_by_line(edit, press, fonts, width);
  } else if (clipboard_key && press.control) {
    if (press.key == Key::letter_v) {
      if (const char* pasted = ImGui::GetClipboardText()) insert(edit, pasted);
      return;
    }
    const std::string selected(selected_text(edit));
    if (selected.empty()) return;
    ImGui::SetClipboardText(selected.c_str());
    if (press.key == Key::letter_x) insert(edit, "");
  } else {
    apply(edit, press);
  }
}

void draw_selection(Ui& ui, const Lines& lines, const TextCursor& cursor, Point origin) {
  const std::size_t from = std::min(cursor.at, cursor.anchor);
  const std::size_t to = std::max(cursor.at, cursor.anchor);
  const float height = lines.paragraph().line_height;
  for (std::size_t line = 0; from < to && line < lines.count(); ++line) {
    const std::size_t left = std::max(from, lines.start(line));
    const std::size_t right = std::min(to, lines.end(line));
    if (left >= right) continue;
    const float x = lines.x_of(left);
    const std::string_view part =
        lines.paragraph().lines[line].substr(left - lines.start(line), right - left);
    ui.canvas().fill(
        {origin.x + x, origin.y + height * static_cast<float>(line), ui.fonts().width(kType, part), height},
        ui.palette().current);
  }
}

}  // namespace

std::optional<Intent> text_field(Ui& ui, Column& column, std::string id, const TextFieldView& field,
                                 int least_lines) {
  const Palette& palette = ui.palette();
  text(ui, column, field.label, palette.ink, {Type::body_bold, 1.4F});
  text(ui, column, field.hint, palette.soft, {Type::caption, 1.4F});
  column.y += 6;

  const float width = column.width - 2 * kPaddingX;
  TextEdit edit{field.text, {}};
  bool changed = false;
  const bool typing = !ui.canvas().dry() && ui.is_focused(id);
  if (typing) {
    TextCursor& cursor = ui.text_cursor();
    if (ui.text_cursor_is_new()) {
      cursor = {field.text.size(), field.text.size()};
      ui.own_text_cursor();
    }
    edit.cursor = fitted(cursor, edit.text);
    for (const KeyPress& press : ui.edits()) apply_press(edit, press, ui.fonts(), width);
    changed = edit.text != field.text;
  }

  const Lines lines(ui.fonts(), edit.text, width);
  const float line_height = lines.paragraph().line_height;
  const float shown_lines =
      static_cast<float>(std::max<std::size_t>(lines.count(), static_cast<std::size_t>(least_lines)));
  const Rect rect{column.x, column.y, column.width, shown_lines * line_height + 2 * kPaddingY};
  const Point origin{rect.x + kPaddingX, rect.y + kPaddingY};

  SemanticNode node;
  node.id = std::move(id);
  node.role = Role::field;
  node.label = field.label;
  node.value = edit.text;
  node.hint = field.hint;
  node.focus = FocusRule::by_tab;
  node.rect = rect;
  const Response response = ui.widget(std::move(node), {kRadius});
  const bool mouse_sets_cursor = response.focused && response.held;
  if (mouse_sets_cursor) {
    const std::size_t at = lines.at_point({ui.mouse().x - origin.x, ui.mouse().y - origin.y});
    ui.own_text_cursor();
    edit.cursor = {at, ui.mouse_went_down() ? at : fitted(ui.text_cursor(), edit.text).anchor};
  }
  if (typing || mouse_sets_cursor) ui.text_cursor() = edit.cursor;

  Canvas& canvas = ui.canvas();
  canvas.fill(rect, palette.card, kRadius);
  canvas.outline(rect, palette.control, 1, kRadius);
  if (response.focused) draw_selection(ui, lines, edit.cursor, origin);
  canvas.paragraph(origin, kType, lines.paragraph(), palette.ink);
  if (typing || mouse_sets_cursor) {
    const float row = static_cast<float>(lines.line_of(edit.cursor.at));
    const float x = origin.x + std::min(width, lines.x_of(edit.cursor.at));
    canvas.fill({std::round(x), origin.y + row * line_height + 3, 2, line_height - 6}, palette.focus);
  }
  column.y += rect.height;
  if (!changed) return std::nullopt;
  return SetText{field.field, edit.text};
}

}  // namespace steadfast
