#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace steadfast {

Column centred_column(const Rect& room, float widest, float margin) {
  const float width = std::min(widest, room.width - 2 * margin);
  return {static_cast<float>(static_cast<int>(room.x + (room.width - width) / 2)), room.y, width};
}

void text(Ui& ui, Column& column, std::string_view words, Color color, const TextStyle& style) {
  if (words.empty()) return;
  const Paragraph paragraph =
      lay_out(ui.fonts(), words, {style.type, column.width, style.leading, style.longest});
  const Rect rect{column.x, column.y, column.width, paragraph.height()};
  ui.canvas().paragraph({column.x, column.y}, style.type, paragraph, color, style.align, column.width);
  ui.words(style.role, words, rect);
  column.y += rect.height;
}

float text_height(const Ui& ui, std::string_view words, float width, const TextStyle& style) {
  if (words.empty()) return 0;
  return lay_out(ui.fonts(), words, {style.type, width, style.leading, style.longest}).height();
}

void screen_heading(Ui& ui, Column& column, std::string_view words, Type type) {
  if (words.empty()) return;
  const Paragraph paragraph = lay_out(ui.fonts(), words, {type, column.width, 1.25F});
  ui.canvas().paragraph({column.x, column.y}, type, paragraph, ui.palette().ink);
  SemanticNode node;
  node.id = "heading";
  node.role = Role::heading;
  node.label = words;
  node.focus = FocusRule::by_program;
  node.rect = {column.x, column.y, paragraph.widest, paragraph.height()};
  column.y += node.rect.height;
  ui.widget(std::move(node), {6, Corners::all, 5});
}

void section_heading(Ui& ui, Column& column, std::string_view words, Type type) {
  text(ui, column, words, ui.palette().ink, {type, 1.35F, Align::left, Role::heading});
}

void small_heading(Ui& ui, Column& column, std::string_view words) {
  text(ui, column, words, ui.palette().soft, {Type::caption_bold, 1.5F, Align::left, Role::heading});
}

void card(Ui& ui, Column& column, float padding, const std::function<void(Column&)>& content,
          float least_height) {
  const Column inside{column.x + padding, column.y + padding, column.width - 2 * padding};
  const float bottom = ui.measured([&] {
    Column trial = inside;
    content(trial);
    return trial.y;
  });
  const Rect rect{column.x, column.y, column.width, std::max(least_height, bottom + padding - column.y)};
  ui.canvas().fill(rect, ui.palette().card, kCardRadius);
  ui.canvas().outline(rect, ui.palette().line, 1, kCardRadius);
  Column real = inside;
  content(real);
  column.y += rect.height;
}

void note(Ui& ui, Column& column, Color surface, const std::function<void(Column&)>& content) {
  const float padding = 16;
  const Column inside{column.x + padding, column.y + 12, column.width - 2 * padding};
  const float bottom = ui.measured([&] {
    Column trial = inside;
    content(trial);
    return trial.y;
  });
  const Rect rect{column.x, column.y, column.width, bottom + 12 - column.y};
  ui.canvas().fill(rect, surface, kRadius);
  Column real = inside;
  content(real);
  column.y += rect.height;
}

void notice(Ui& ui, Column& column, std::string_view words) {
  if (words.empty()) return;
  const TextStyle style{Type::caption, 1.4F, Align::left, Role::status};
  const Paragraph lines =
      lay_out(ui.fonts(), words, {style.type, column.width - 28, style.leading, style.longest});
  const Rect rect{column.x, column.y, std::ceil(lines.widest) + 28, lines.height() + 12};
  ui.canvas().fill(rect, ui.palette().chip, 10);
  Column inside{rect.x + 14, rect.y + 6, column.width - 28};
  text(ui, inside, words, ui.palette().on_chip, style);
  column.y += rect.height;
}

namespace {

struct ChipColors {
  Color front;
  Color surface;
};

ChipColors chip_colors(const Palette& palette, const Chip& chip) {
  if (chip.shape) {
    const MarkColors colors = mark_colors(palette, *chip.shape);
    return {colors.front, colors.surface};
  }
  switch (chip.kind) {
    case ChipKind::plain:
      return {palette.on_chip, palette.chip};
    case ChipKind::content:
      return {palette.setback, palette.setback_surface};
    case ChipKind::moment:
      return {palette.moment, palette.moment_surface};
    case ChipKind::current:
      return {palette.on_current, palette.current};
  }
  return {palette.ink, palette.card};
}

constexpr float kChipPadding = 12;
constexpr float kChipSign = 13;
constexpr float kChipSignRoom = 19;

}  // namespace

float chip_width(const Ui& ui, const Chip& chip) {
  return ui.fonts().width(Type::caption_bold, chip.words) + 2 * kChipPadding +
         (chip.shape ? kChipSignRoom : 0);
}

void draw_chip(Ui& ui, Point at, const Chip& chip) {
  const Rect rect{at.x, at.y, chip_width(ui, chip), kChipHeight};
  const ChipColors colors = chip_colors(ui.palette(), chip);
  ui.canvas().fill(rect, colors.surface, kChipHeight / 2);
  float x = at.x + kChipPadding;
  if (chip.shape) {
    draw_sign(ui.canvas(), sign_of(*chip.shape), {x + kChipSign / 2, rect.centre().y}, kChipSign,
              colors.front);
    x += kChipSignRoom;
  }
  ui.canvas().text_in({x, rect.y, rect.width, rect.height}, Type::caption_bold, chip.words, colors.front);
  ui.words(Role::text, chip.words, rect);
}

void chip_row(Ui& ui, Column& column, const std::vector<Chip>& chips) {
  if (chips.empty()) return;
  float x = column.x;
  for (const Chip& chip : chips) {
    const float width = chip_width(ui, chip);
    if (x > column.x && x + width > column.x + column.width) {
      x = column.x;
      column.y += kChipHeight + 6;
    }
    draw_chip(ui, {x, column.y}, chip);
    x += width + 6;
  }
  column.y += kChipHeight;
}

}  // namespace steadfast
