#include "ui/feedback_panel.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/chrome.h"

namespace steadfast {
namespace {

constexpr float kPadding = 22;

void sections(Ui& ui, Column& column, const FeedbackView& view) {
  bool first = true;
  for (const FeedbackSection& section : view.sections) {
    if (!first) column.y += 16;
    first = false;
    section_heading(ui, column, section.heading);
    column.y += 2;
    text(ui, column, section.text, ui.palette().ink, {Type::body, 1.4F});
  }
}

void rating(Ui& ui, Column& column, const RatingView& rating) {
  const Chip chip{rating.mark.word, ChipKind::plain, rating.mark.shape};
  const float chip_room = chip_width(ui, chip) + 12;
  draw_chip(ui, {column.x, column.y}, chip);
  Column name{column.x + chip_room, column.y, column.width - chip_room};
  const TextStyle style{Type::note_bold, 1.3F};
  const float height = text_height(ui, rating.dimension, name.width, style);
  name.y += std::max(0.0F, (kChipHeight - height) / 2);
  text(ui, name, rating.dimension, ui.palette().ink, style);
  column.y = std::max(column.y + kChipHeight, name.y) + 4;
  text(ui, column, rating.because, ui.palette().soft, {Type::note, 1.4F});
}

void ratings(Ui& ui, Column& column, const FeedbackView& view) {
  section_heading(ui, column, view.ratings_heading);
  column.y += 8;
  for (std::size_t i = 0; i < view.ratings.size(); ++i) {
    rating(ui, column, view.ratings[i]);
    column.y += 14;
  }
  if (view.kind_line.empty()) return;
  ui.canvas().line({column.x, column.y + 0.5F}, {column.x + column.width, column.y + 0.5F}, ui.palette().line,
                   1);
  column.y += 14;
  text(ui, column, view.kind_line, ui.palette().soft, {Type::note, 1.4F});
}

void notices(Ui& ui, Column& column, const FeedbackView& view) {
  for (const std::string* words : {&view.note, &view.practice_line, &view.draft_line}) {
    if (words->empty()) continue;
    notice(ui, column, *words);
    column.y += kGap;
  }
}

// The heading with the lines that belong to the page at its right, or below when there is no room.
void head(Ui& ui, Column& column, const FeedbackView& view) {
  const float top = column.y;
  screen_heading(ui, column, view.heading, Type::title);
  const float heading_width = ui.fonts().width(Type::title, view.heading);
  const float draft_width = ui.fonts().width(Type::caption, view.draft_line) + 28;
  if (view.note.empty() && view.practice_line.empty() && heading_width + draft_width + 24 <= column.width) {
    Column right{column.x + column.width - draft_width - 1, top - 3, draft_width + 1};
    notice(ui, right, view.draft_line);
    return;
  }
  column.y += kGap;
  notices(ui, column, view);
}

void sheet(Ui& ui, Column& column, const FeedbackView& view) {
  const Palette& palette = ui.palette();
  head(ui, column, view);
  column.y += 14;
  small_heading(ui, column, view.you_said_heading);
  column.y += 6;
  const float widest = 760;
  Column talk{column.x, column.y, std::min(widest, column.width)};
  bubble(ui, talk, view.said, widest, BubbleSide::left);
  for (const Bubble& each : view.reply) {
    talk.y += 10;
    bubble(ui, talk, each, widest, BubbleSide::left);
  }
  column.y = talk.y + 20;
  if (!view.safety_line.empty()) {
    note(ui, column, palette.setback_surface, [&](Column& inside) {
      const MarkColors colors = mark_colors(palette, Shape::triangle);
      draw_sign(ui.canvas(), Sign::setback, {inside.x + 9, inside.y + 14}, 17, colors.front);
      Column words{inside.x + 30, inside.y, inside.width - 30};
      text(ui, words, view.safety_line, palette.setback, {Type::note_bold, 1.5F});
      inside.y = words.y;
    });
    column.y += 20;
  }

  const bool two = column.width >= 900;
  const float between = 20;
  const float left_width =
      two ? static_cast<float>(static_cast<int>((column.width - between) * 0.57F)) : column.width;
  Column left{column.x, column.y, left_width};
  Column right{two ? column.x + left_width + between : column.x, column.y,
               two ? column.width - left_width - between : column.width};
  const auto height_of = [&](float width, const auto& content) {
    return ui.measured([&] {
      Column trial{0, 0, width - 2 * kPadding};
      content(trial);
      return trial.y + 2 * kPadding;
    });
  };
  const auto draw_left = [&](Column& inside) { sections(ui, inside, view); };
  const auto draw_right = [&](Column& inside) { ratings(ui, inside, view); };
  const bool has_ratings = !view.ratings.empty();
  const float same =
      two && has_ratings ? std::max(height_of(left.width, draw_left), height_of(right.width, draw_right)) : 0;
  card(ui, left, kPadding, draw_left, same);
  if (!two) right.y = left.y + between;
  if (has_ratings) card(ui, right, kPadding, draw_right, same);
  column.y = std::max(left.y, has_ratings ? right.y : left.y);
}

std::optional<Intent> kind_page(Ui& ui, const Rect& room, const FeedbackView& view) {
  std::optional<Intent> intent;
  ui.scroll_area({"page", view.kind->heading, room, ui.palette().paper, {}, 0},
                 [&](float x, float y, float width) {
                   Column column = centred_column({x, y + 24, width, 0}, 680, 32);
                   notices(ui, column, view);
                   column.y += room.height * 0.12F;
                   screen_heading(ui, column, view.kind->heading);
                   column.y += 16;
                   for (const std::string& paragraph : view.kind->paragraphs) {
                     text(ui, column, paragraph, ui.palette().ink);
                     column.y += kParagraphGap;
                   }
                   if (auto pressed = button_row(ui, column,
                                                 {{"look", view.kind->look, ButtonKind::primary},
                                                  {"pause", view.kind->moment, ButtonKind::moment}})) {
                     intent = pressed;
                   }
                   return column.y + 24 - y;
                 });
  return intent;
}

}  // namespace

std::optional<Intent> draw_feedback(Ui& ui, const FeedbackView& view) {
  ui.begin_screen(view.key, view.kind ? "" : "continue");
  std::optional<Intent> intent = top_bar(ui, view.bar);
  const Rect below = below_bar(ui);
  if (view.kind) {
    if (auto pressed = kind_page(ui, below, view)) intent = pressed;
    return intent;
  }
  constexpr float kFooter = 84;
  const Rect room{below.x, below.y, below.width, below.height - kFooter};
  ui.scroll_area({"page", view.heading, room, ui.palette().paper, {}, 0}, [&](float x, float y, float width) {
    Column column = centred_column({x, y + 16, width, 0}, kProse, 40);
    sheet(ui, column, view);
    return column.y + 24 - y;
  });
  footer(ui, below, kFooter);
  const Column foot =
      centred_column({below.x, room.bottom() + (kFooter - kTarget) / 2, below.width, 0}, kProse, 40);
  Column row = foot;
  if (auto pressed = button_row(
          ui, row,
          {{"continue", view.primary, ButtonKind::primary}, {"again", view.again, ButtonKind::secondary}})) {
    intent = pressed;
  }
  const float used = button_width(ui, view.primary.label, ButtonSize::page) + 12 +
                     button_width(ui, view.again.label, ButtonSize::page) + 24;
  Column words{foot.x + used, foot.y, foot.width - used};
  const TextStyle style{Type::caption, 1.4F, Align::right};
  words.y += (kTarget - text_height(ui, view.again_line, words.width, style)) / 2;
  text(ui, words, view.again_line, ui.palette().soft, style);
  return intent;
}

}  // namespace steadfast
