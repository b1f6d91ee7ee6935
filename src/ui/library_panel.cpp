#include "ui/library_panel.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/chrome.h"

namespace steadfast {
namespace {

constexpr float kPadding = 20;
constexpr float kBetween = 20;
constexpr float kHeadingRow = 32;  // the small heading above a group, with the air below it

void take(std::optional<Intent>& intent, std::optional<Intent> pressed) {
  if (pressed) intent = std::move(pressed);
}

// The state in a chip beside the title.
Chip state_chip(const CardView& card) {
  if (card.state_mark) return {card.state_word, ChipKind::plain, card.state_mark->shape};
  return {card.state_word, card.state == CardState::in_progress ? ChipKind::current : ChipKind::plain,
          std::nullopt};
}

void card_words(Ui& ui, Column& column, const CardView& card) {
  const Palette& palette = ui.palette();
  const Chip chip = state_chip(card);
  const float chip_room = card.state_word.empty() ? 0 : chip_width(ui, chip) + 12;
  Column title{column.x, column.y, column.width - chip_room};
  section_heading(ui, title, card.title);
  if (chip_room > 0) draw_chip(ui, {column.x + column.width - chip_width(ui, chip), column.y}, chip);
  column.y = std::max(title.y, column.y + (chip_room > 0 ? kChipHeight : 0)) + 6;
  text(ui, column, card.summary, palette.soft, {Type::note, 1.4F});
  column.y += 12;
  std::vector<Chip> chips;
  if (!card.skill.empty()) chips.push_back({card.skill, ChipKind::plain, std::nullopt});
  for (const std::string& words : card.content_words)
    chips.push_back({words, ChipKind::content, std::nullopt});
  chip_row(ui, column, chips);
  std::string facts = card.minutes;
  if (!card.level.empty()) facts += (facts.empty() ? "" : " \u00B7 ") + card.level;
  if (!facts.empty()) column.y += 10;
  text(ui, column, facts, palette.soft, {Type::caption, 1.4F});
  text(ui, column, card.practised_again, palette.soft, {Type::caption, 1.4F});
  text(ui, column, card.review_line, palette.soft, {Type::caption, 1.4F});
}

float card_words_height(Ui& ui, const CardView& card, float width) {
  return ui.measured([&] {
    Column trial{0, 0, width - 2 * kPadding};
    card_words(ui, trial, card);
    return trial.y + 2 * kPadding;
  });
}

float picture_height(const CardView& card, float width) {
  return card.picture ? std::floor(width * kCardPictureShape) : 0;
}

float more_height(const CardView& card) {
  return card.more.empty() ? 0 : kTarget + kPadding;
}

float card_height(Ui& ui, const CardView& card, float width) {
  return picture_height(card, width) + card_words_height(ui, card, width) + more_height(card);
}

std::optional<Intent> draw_card(Ui& ui, const Rect& rect, const std::string& id, const CardView& card) {
  const Palette& palette = ui.palette();
  Canvas& canvas = ui.canvas();
  std::optional<Intent> intent;
  // What opens the conversation ends above the buttons, so that no two targets overlap.
  const float reserved = card.more.empty() ? 0 : more_height(card) + kGap;
  const Rect target{rect.x, rect.y, rect.width, rect.height - reserved};
  Response response;
  if (card.open) {
    SemanticNode node;
    node.id = id;
    node.role = Role::button;
    node.label = card.title;
    node.value = card.state_word;
    node.hint = card.open->label;
    node.focus = FocusRule::by_tab;
    node.enabled = card.open->enabled;
    node.rect = target;
    response = ui.widget(std::move(node), {kCardRadius});
    if (response.pressed()) intent = card.open->intent;
  }
  canvas.fill(rect, response.hovered ? palette.hover : palette.card, kCardRadius);
  float top = rect.y;
  if (card.picture) {
    const Rect place{rect.x, rect.y, rect.width, picture_height(card, rect.width)};
    canvas.fill(place, palette.scene_shade, kCardRadius, Corners::top);
    canvas.picture(ui.picture(card.picture->file, place), place, kCardRadius, Corners::top);
    ui.words(Role::image, card.picture->alt, place);
    top += place.height;
  }
  canvas.outline(rect, card.open ? palette.control : palette.line, 1, kCardRadius);
  Column column{rect.x + kPadding, top + kPadding - 2, rect.width - 2 * kPadding};
  card_words(ui, column, card);
  if (!card.more.empty()) {
    Column foot{column.x, rect.bottom() - kPadding - kTarget, column.width};
    std::vector<ButtonSpec> buttons;
    for (const Action& action : card.more) {
      buttons.push_back({id + "/more/" + std::to_string(buttons.size() + 1), action, ButtonKind::secondary});
    }
    take(intent, button_row(ui, foot, buttons, ButtonSize::bar));
  }
  return intent;
}

// A card in its place of the grid, with the heading of its group above the group's first one.
struct Cell {
  const CardView* card = nullptr;
  const std::string* heading = nullptr;
  std::string id;
  bool alone = false;  // the only card of its group
};

std::vector<Cell> cells_of(const std::vector<CardGroup>& groups) {
  std::vector<Cell> cells;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    const auto& cards = groups[group].cards;
    for (std::size_t i = 0; i < cards.size(); ++i) {
      cells.push_back({&cards[i], i == 0 ? &groups[group].heading : nullptr,
                       "card/" + std::to_string(group + 1) + "/" + std::to_string(i + 1), cards.size() == 1});
    }
  }
  return cells;
}

// Two groups of one card each share a row; any other group begins a row of its own.
bool share_a_row(const Cell& left, const Cell& right) {
  return right.heading == nullptr || (left.alone && right.alone);
}

std::optional<Intent> draw_groups(Ui& ui, Column& column, const std::vector<CardGroup>& groups) {
  std::optional<Intent> intent;
  const bool two_wide = column.width >= 760;
  const float width = two_wide ? (column.width - kBetween) / 2 : column.width;
  const std::vector<Cell> cells = cells_of(groups);
  for (std::size_t first = 0; first < cells.size();) {
    const bool two = two_wide && first + 1 < cells.size() && share_a_row(cells[first], cells[first + 1]);
    const std::size_t end = first + (two ? 2 : 1);
    const bool headed = cells[first].heading != nullptr;
    float height = 0;
    for (std::size_t i = first; i < end; ++i)
      height = std::max(height, card_height(ui, *cells[i].card, width));
    const float top = column.y;
    for (std::size_t i = first; i < end; ++i) {
      Column place{column.x + static_cast<float>(i - first) * (width + kBetween), top, width};
      if (cells[i].heading != nullptr) small_heading(ui, place, *cells[i].heading);
      if (headed) place.y = top + kHeadingRow;
      take(intent, draw_card(ui, {place.x, place.y, width, height}, cells[i].id, *cells[i].card));
    }
    column.y = top + (headed ? kHeadingRow : 0) + height + kBetween;
    first = end;
  }
  return intent;
}

std::optional<Intent> draw_resume(Ui& ui, Column& column, const std::string& id, const ResumeView& resume) {
  std::optional<Intent> intent;
  card(ui, column, kPadding, [&](Column& inside) {
    const float width = button_width(ui, resume.action.label, ButtonSize::page);
    const float top = inside.y;
    Column words{inside.x, inside.y, inside.width - width - 24};
    section_heading(ui, words, resume.title);
    text(ui, words, resume.place, ui.palette().soft, {Type::note, 1.4F});
    text(ui, words, resume.draft_line, ui.palette().soft, {Type::caption, 1.4F});
    const float height = std::max(words.y - top, kTarget);
    const Rect rect{inside.x + inside.width - width, top + (height - kTarget) / 2, width, kTarget};
    take(intent, button(ui, rect, id, resume.action, ButtonKind::primary));
    inside.y = top + height;
  });
  return intent;
}

std::optional<Intent> draw_page(Ui& ui, Column& column, const LibraryView& view) {
  const Palette& palette = ui.palette();
  std::optional<Intent> intent;
  screen_heading(ui, column, view.heading);
  column.y += 12;
  text(ui, column, view.lead, palette.soft, {Type::body, 1.4F});
  column.y += 20;
  if (!view.notice.empty()) {
    notice(ui, column, view.notice);
    column.y += 16;
  }
  for (std::size_t i = 0; i < view.resume.size(); ++i) {
    take(intent, draw_resume(ui, column, "resume/" + std::to_string(i + 1), view.resume[i]));
    column.y += kBetween;
  }
  take(intent, draw_groups(ui, column, view.groups));
  text(ui, column, view.empty, palette.ink);
  return intent;
}

}  // namespace

std::optional<Intent> draw_library(Ui& ui, const LibraryView& view) {
  ui.begin_screen(view.key);
  std::optional<Intent> intent = top_bar(ui, view.bar);

  Column side = side_column(ui);
  for (std::size_t i = 0; i < view.navigation.size(); ++i) {
    const Option& option = view.navigation[i];
    take(intent, side_link(ui, side, "side/" + std::to_string(i + 1), option.label, option.intent,
                           option.selected, false));
  }
  side_note(ui, side, view.calm_note, ui.palette().moment, ui.palette().moment_surface);

  const Rect below = below_bar(ui);
  const Rect room{below.x + kSideWidth, below.y, below.width - kSideWidth, below.height};
  ui.scroll_area({"page", view.heading, room, ui.palette().paper, {}, 0}, [&](float x, float y, float width) {
    Column column = centred_column({x, y + 28, width, 0}, kProse, 32);
    take(intent, draw_page(ui, column, view));
    return column.y + 16 - y;
  });
  return intent;
}

}  // namespace steadfast
