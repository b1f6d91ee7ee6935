#include "ui/pause_panel.h"

#include <string>
#include <utility>
#include <vector>

#include "ui/chrome.h"

namespace steadfast {
namespace {

void take(std::optional<Intent>& intent, std::optional<Intent> pressed) {
  if (pressed) intent = std::move(pressed);
}

std::optional<Intent> exercise(Ui& ui, Column& column, const GroundingView& view) {
  std::optional<Intent> intent;
  card(ui, column, 24, [&](Column& inside) {
    section_heading(ui, inside, view.title);
    inside.y += 12;
    take(intent, button_row(ui, inside, {{"stop", view.stop, ButtonKind::secondary}}));
    inside.y += 16;
    for (const std::string& step : view.steps) {
      text(ui, inside, step, ui.palette().ink);
      inside.y += kParagraphGap;
    }
  });
  return intent;
}

std::optional<Intent> grounding(Ui& ui, Column& column, const PauseView& view) {
  section_heading(ui, column, view.grounding_heading);
  column.y += 6;
  text(ui, column, view.grounding_note, ui.palette().soft, {Type::note, 1.5F});
  column.y += 12;
  if (view.exercise) return exercise(ui, column, *view.exercise);
  std::vector<ButtonSpec> buttons;
  for (const Action& action : view.grounding) {
    buttons.push_back({"grounding/" + std::to_string(buttons.size() + 1), action, ButtonKind::secondary});
  }
  return button_row(ui, column, buttons, ButtonSize::bar);
}

void contact(Ui& ui, Column& column, const ContactView& contact) {
  const Palette& palette = ui.palette();
  card(ui, column, 20, [&](Column& inside) {
    text(ui, inside, contact.name, palette.ink, {Type::body_bold, 1.4F, Align::left, Role::heading});
    text(ui, inside, contact.what_for, palette.soft, {Type::note, 1.4F});
    for (const std::string& way : contact.ways)
      text(ui, inside, way, palette.on_current, {Type::body_bold, 1.5F});
    text(ui, inside, contact.details, palette.soft, {Type::note, 1.4F});
    inside.y += 4;
    const Color color = contact.check_first ? palette.setback : palette.soft;
    text(ui, inside, contact.checked, color,
         {contact.check_first ? Type::caption_bold : Type::caption, 1.4F});
  });
}

void contacts(Ui& ui, Column& column, const PauseView& view) {
  if (!view.contacts_note.empty()) {
    column.y += 24;
    text(ui, column, view.contacts_note, ui.palette().ink);
  }
  for (const ContactGroup& group : view.contacts) {
    column.y += 20;
    small_heading(ui, column, group.heading);
    column.y += 6;
    text(ui, column, group.empty, ui.palette().ink);
    for (const ContactView& each : group.contacts) {
      contact(ui, column, each);
      column.y += 12;
    }
  }
}

std::optional<Intent> page(Ui& ui, Column& column, const PauseView& view) {
  std::optional<Intent> intent;
  screen_heading(ui, column, view.heading);
  column.y += 16;
  text(ui, column, view.lead, ui.palette().ink);
  column.y += 24;
  std::vector<ButtonSpec> ways = {{"keep-going", view.keep_going, ButtonKind::primary}};
  if (view.leave) ways.push_back({"leave-page", *view.leave, ButtonKind::secondary});
  take(intent, button_row(ui, column, ways));
  column.y += 40;
  if (!view.grounding.empty() || view.exercise) {
    take(intent, grounding(ui, column, view));
    column.y += 40;
  }
  std::vector<ButtonSpec> more = {{"contacts", view.contacts_toggle, ButtonKind::secondary}};
  if (view.read_back) more.push_back({"read-back", *view.read_back, ButtonKind::secondary});
  take(intent, button_row(ui, column, more));
  contacts(ui, column, view);
  if (!view.draft_line.empty()) {
    column.y += 24;
    text(ui, column, view.draft_line, ui.palette().soft, {Type::caption, 1.4F});
  }
  for (const Bubble& each : view.transcript) {
    column.y += 14;
    bubble(ui, column, each, 600);
  }
  return intent;
}

}  // namespace

std::optional<Intent> draw_pause(Ui& ui, const PauseView& view) {
  ui.begin_screen(view.key);
  std::optional<Intent> intent = top_bar(ui, view.bar);
  const Rect room = below_bar(ui);
  ui.scroll_area({"page", view.heading, room, ui.palette().paper, {}, 0}, [&](float x, float y, float width) {
    Column column = centred_column({x, y + 56, width, 0}, 720, 32);
    take(intent, page(ui, column, view));
    return column.y + 32 - y;
  });
  return intent;
}

}  // namespace steadfast
