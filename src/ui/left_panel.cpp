#include "ui/left_panel.h"

#include <string>

#include "ui/widgets.h"

namespace steadfast {

std::optional<Intent> draw_left(Ui& ui, const LeftView& view) {
  ui.begin_screen(view.key);
  Column column = centred_column(ui.window(), 640, 32);
  column.y += ui.window().height * 0.28F;
  screen_heading(ui, column, view.heading);
  column.y += 16;
  text(ui, column, view.sentence, ui.palette().ink);
  if (!view.notice.empty()) {
    column.y += 16;
    text(ui, column, view.notice, ui.palette().ink);
  }
  column.y += 32;
  std::vector<ButtonSpec> buttons;
  for (const Action& action : view.actions) {
    const bool first = buttons.empty();
    buttons.push_back({"action/" + std::to_string(buttons.size() + 1), action,
                       first ? ButtonKind::primary : ButtonKind::secondary});
  }
  return button_row(ui, column, buttons);
}

}  // namespace steadfast
