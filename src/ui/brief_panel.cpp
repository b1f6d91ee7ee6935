#include "ui/brief_panel.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "ui/chrome.h"

namespace steadfast {
namespace {

void section(Ui& ui, Column& column, const BriefSection& section) {
  section_heading(ui, column, section.heading);
  column.y += 4;
  for (const std::string& paragraph : section.paragraphs) {
    text(ui, column, paragraph, ui.palette().ink);
    column.y += kParagraphGap;
  }
}

std::optional<Intent> modes(Ui& ui, Column& column, const BriefView& view) {
  std::optional<Intent> intent;
  if (view.modes.empty()) return intent;
  section_heading(ui, column, view.mode_heading);
  column.y += 10;
  for (std::size_t i = 0; i < view.modes.size(); ++i) {
    if (auto pressed = option_row(ui, column, "mode/" + std::to_string(i + 1), "mode", view.modes[i]))
      intent = pressed;
    column.y += kGap + 2;
  }
  return intent;
}

void head(Ui& ui, Column& column, const BriefView& view) {
  screen_heading(ui, column, view.heading);
  column.y += 12;
  text(ui, column, view.facts, ui.palette().soft, {Type::body, 1.4F});
  column.y += 10;
  std::vector<Chip> chips;
  for (const std::string& words : view.content_words)
    chips.push_back({words, ChipKind::content, std::nullopt});
  chip_row(ui, column, chips);
  if (!chips.empty()) column.y += 12;
  notice(ui, column, view.review_line);
  column.y += 24;
}

void wide_picture(Ui& ui, Column& column, const PictureView& view) {
  const Rect place{column.x, column.y, column.width, std::floor(column.width * kCardPictureShape)};
  ui.canvas().fill(place, ui.palette().scene_shade, kCardRadius);
  ui.canvas().picture(ui.picture(view.file, place), place, kCardRadius);
  ui.words(Role::image, view.alt, place);
  column.y += place.height + 24;
}

std::optional<Intent> page(Ui& ui, Column& column, const BriefView& view) {
  constexpr float kRight = 400;
  const bool two = column.width >= 960;
  Column left{column.x, column.y, two ? column.width - kRight - 48 : column.width};
  head(ui, left, view);
  if (view.how_it_ends) {
    card(ui, left, 24, [&](Column& inside) {
      section(ui, inside, *view.how_it_ends);
      inside.y -= kParagraphGap;
    });
    left.y += 28;
  }
  for (const BriefSection& each : view.sections) section(ui, left, each);
  left.y -= kParagraphGap;
  Column right{two ? column.x + column.width - kRight : column.x, two ? column.y : left.y + 8,
               two ? kRight : column.width};
  if (view.picture) wide_picture(ui, right, *view.picture);
  std::optional<Intent> intent = modes(ui, right, view);
  column.y = std::max(left.y, right.y);
  return intent;
}

}  // namespace

std::optional<Intent> draw_brief(Ui& ui, const BriefView& view) {
  ui.begin_screen(view.key);
  std::optional<Intent> intent = top_bar(ui, view.bar);

  std::vector<ButtonSpec> buttons = {{"primary", view.primary, ButtonKind::primary}};
  for (const Action& action : view.others) {
    buttons.push_back({"other/" + std::to_string(buttons.size()), action, ButtonKind::secondary});
  }
  const Rect below = below_bar(ui);
  const float width = centred_column(below, kProse, 40).width;
  const auto draw_buttons = [&](Column& column) {
    auto pressed = button_row(ui, column, buttons);
    column.y += 10;
    text(ui, column, view.reassurance, ui.palette().soft, {Type::caption, 1.4F});
    return pressed;
  };
  const float buttons_height = ui.measured([&] {
    Column trial{0, 0, width};
    draw_buttons(trial);
    return trial.y;
  });
  const float footer_height = buttons_height + 34;
  const Rect room{below.x, below.y, below.width, below.height - footer_height};
  ui.scroll_area({"page", view.heading, room, ui.palette().paper, {}, 0},
                 [&](float x, float y, float area_width) {
                   Column column = centred_column({x, y + 32, area_width, 0}, kProse, 40);
                   if (auto pressed = page(ui, column, view)) intent = pressed;
                   return column.y + 8 - y;
                 });
  footer(ui, below, footer_height);
  Column foot = centred_column({below.x, room.bottom() + 18, below.width, 0}, kProse, 40);
  if (auto pressed = draw_buttons(foot)) intent = pressed;
  return intent;
}

}  // namespace steadfast
