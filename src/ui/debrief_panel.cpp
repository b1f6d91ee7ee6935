#include "ui/debrief_panel.h"

#include <string>
#include <utility>
#include <vector>

#include "ui/chrome.h"
#include "ui/debrief_steps.h"

namespace steadfast {
namespace {

void take(std::optional<Intent>& intent, std::optional<Intent> pressed) {
  if (pressed) intent = std::move(pressed);
}

std::optional<Intent> step(Ui& ui, Column& column, const DebriefView& view) {
  std::optional<Intent> intent;
  if (view.how_was_it) take(intent, draw_how_was_it(ui, column, *view.how_was_it));
  if (view.what_happened) draw_what_happened(ui, column, *view.what_happened);
  if (view.moments) take(intent, draw_moments(ui, column, *view.moments));
  if (view.skills) take(intent, draw_skills(ui, column, *view.skills));
  if (view.plan) take(intent, draw_plan(ui, column, *view.plan));
  return intent;
}

}  // namespace

std::optional<Intent> draw_debrief(Ui& ui, const DebriefView& view) {
  ui.begin_screen(view.key);
  std::optional<Intent> intent = top_bar(ui, view.bar);
  Column side = side_column(ui);
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    const StepLink& link = view.steps[i];
    take(intent, side_link(ui, side, "side/" + std::to_string(i + 1), link.label, link.intent, link.current,
                           link.done));
  }
  side_note(ui, side, view.calm_note, ui.palette().on_chip, ui.palette().chip);

  const Rect below = below_bar(ui);
  const Rect right{below.x + kSideWidth, below.y, below.width - kSideWidth, below.height};
  constexpr float kFooter = 84;
  const Rect room{right.x, right.y, right.width, right.height - kFooter};
  ui.scroll_area({"page", view.heading, room, ui.palette().paper, {}, 0}, [&](float x, float y, float width) {
    Column column = centred_column({x, y + 24, width, 0}, kProse, 32);
    screen_heading(ui, column, view.heading);
    column.y += 16;
    for (const std::string* words : {&view.notice, &view.practice_line, &view.draft_line}) {
      if (words->empty()) continue;
      notice(ui, column, *words);
      column.y += kGap;
    }
    column.y += kGap;
    take(intent, step(ui, column, view));
    return column.y + 28 - y;
  });
  footer(ui, right, kFooter);
  Column foot =
      centred_column({right.x, room.bottom() + (kFooter - kTarget) / 2, right.width, 0}, kProse, 32);
  std::vector<ButtonSpec> buttons = {{"primary", view.primary, ButtonKind::primary}};
  if (view.back) buttons.push_back({"back", *view.back, ButtonKind::secondary});
  take(intent, button_row(ui, foot, buttons));
  return intent;
}

}  // namespace steadfast
