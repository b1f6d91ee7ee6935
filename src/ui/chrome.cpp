#include "ui/chrome.h"

#include <utility>

namespace steadfast {

Rect below_bar(const Ui& ui) {
  const Rect& window = ui.window();
  return {window.x, window.y + kBarHeight, window.width, window.height - kBarHeight};
}

std::optional<Intent> top_bar(Ui& ui, const TopBar& bar) {
  const Palette& palette = ui.palette();
  Canvas& canvas = ui.canvas();
  const Fonts& fonts = ui.fonts();
  const Rect rect{ui.window().x, ui.window().y, ui.window().width, kBarHeight};
  canvas.fill(rect, palette.bar);
  canvas.line({rect.x, rect.bottom() - 0.5F}, {rect.right(), rect.bottom() - 0.5F}, palette.line, 1);

  std::optional<Intent> intent;
  const float top = rect.y + (kBarHeight - kTarget) / 2;
  float x = rect.x + 24;
  if (bar.leave) {
    const float width = button_width(ui, bar.leave->label, ButtonSize::bar, Sign::arrow_left);
    intent = button(ui, {x, top, width, kTarget}, "leave", *bar.leave, ButtonKind::secondary, ButtonSize::bar,
                    Sign::arrow_left);
    x += width + 20;
  } else {
    draw_sign(canvas, Sign::brand, {x + 8, rect.centre().y}, 18, palette.on_current);
    x += 26;
  }

  float right = rect.right() - 24;
  std::optional<Rect> moment;
  if (bar.moment) {
    const float width = button_width(ui, bar.moment->label, ButtonSize::bar);
    right -= width;
    moment = Rect{right, top, width, kTarget};
    right -= 20;
  }
  if (!bar.who.empty()) {
    const float width = fonts.width(Type::note, bar.who);
    right -= width;
    const Rect box{right, rect.y, width, rect.height};
    canvas.text_in(box, Type::note, bar.who, palette.soft);
    ui.words(Role::text, bar.who, box);
    right -= 20;
  }

  canvas.push_clip({x, rect.y, right - x, rect.height});
  const float title_width = fonts.width(Type::body_bold, bar.title);
  const Rect title{x, rect.y, title_width, rect.height};
  canvas.text_in(title, Type::body_bold, bar.title, bar.leave ? palette.ink : palette.on_current);
  ui.words(Role::text, bar.title, title);
  if (!bar.place.empty()) {
    const Rect place{x + title_width + 16, rect.y, fonts.width(Type::note, bar.place), rect.height};
    canvas.text_in(place, Type::note, bar.place, palette.soft);
    ui.words(Role::text, bar.place, place);
  }
  canvas.pop_clip();

  if (moment) {
    if (auto pressed = button(ui, *moment, "moment", *bar.moment, ButtonKind::moment, ButtonSize::bar))
      intent = pressed;
  }
  return intent;
}

Column side_column(Ui& ui) {
  const Rect room = below_bar(ui);
  const Rect rect{room.x, room.y, kSideWidth, room.height};
  ui.canvas().fill(rect, ui.palette().bar);
  ui.canvas().line({rect.right() - 0.5F, rect.y}, {rect.right() - 0.5F, rect.bottom()}, ui.palette().line, 1);
  return {rect.x + 16, rect.y + 24, rect.width - 32};
}

std::optional<Intent> side_link(Ui& ui, Column& column, std::string id, const std::string& label,
                                const Intent& intent, bool current, bool done) {
  const Palette& palette = ui.palette();
  const Type type = current ? Type::note_bold : Type::note;
  const float sign_room = done && !current ? 24 : 0;
  const Paragraph words = lay_out(ui.fonts(), label, {type, column.width - 28 - sign_room, 1.25F});
  SemanticNode node;
  node.id = std::move(id);
  node.role = Role::step;
  node.label = label;
  node.value = done && !current ? "seen" : "";
  node.focus = FocusRule::by_tab;
  node.selected = current;
  node.group = "side";
  node.rect = {column.x, column.y, column.width, std::max(46.0F, words.height() + 20)};
  const Rect rect = node.rect;
  const Response response = ui.widget(std::move(node), {10});
  if (current || response.hovered) ui.canvas().fill(rect, current ? palette.current : palette.hover, 10);
  const Color color = current ? palette.on_current : done ? palette.soft : palette.ink;
  if (sign_room > 0)
    draw_sign(ui.canvas(), Sign::tick, {rect.x + 14 + 7, rect.centre().y}, 14, palette.on_current);
  ui.canvas().paragraph({rect.x + 14 + sign_room, rect.centre().y - words.height() / 2}, type, words, color);
  column.y += rect.height + kGap;
  if (!response.pressed()) return std::nullopt;
  return intent;
}

void side_note(Ui& ui, const Column& column, std::string_view words, Color front, Color surface) {
  if (words.empty()) return;
  const TextStyle style{Type::caption, 1.4F};
  const float height = text_height(ui, words, column.width - 32, style) + 24;
  Column foot{column.x, ui.window().bottom() - 24 - height, column.width};
  if (foot.y < column.y) return;
  note(ui, foot, surface, [&](Column& inside) { text(ui, inside, words, front, style); });
}

Rect footer(Ui& ui, const Rect& room, float height) {
  const Rect rect{room.x, room.bottom() - height, room.width, height};
  ui.canvas().fill(rect, ui.palette().paper);
  ui.canvas().line({rect.x, rect.y + 0.5F}, {rect.right(), rect.y + 0.5F}, ui.palette().line, 1);
  return {room.x, room.y, room.width, room.height - height};
}

}  // namespace steadfast
