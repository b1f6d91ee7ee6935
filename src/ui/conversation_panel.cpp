#include "ui/conversation_panel.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "ui/choice_row.h"
#include "ui/chrome.h"
#include "ui/scene_picture.h"

namespace steadfast {
namespace {

void take(std::optional<Intent>& intent, std::optional<Intent> pressed) {
  if (pressed) intent = std::move(pressed);
}

// --- Left: the picture and what one can see ------------------------------------------------------

void about(Ui& ui, Column& column, const ConversationView& view) {
  const Palette& palette = ui.palette();
  const TextStyle name_style{Type::title, 1.35F, Align::left, Role::heading};
  const Chip seems{view.seems, ChipKind::moment, std::nullopt};
  const float name_width = ui.fonts().width(Type::title, view.person);
  const bool beside = name_width + 12 + chip_width(ui, seems) <= column.width;
  const float top = column.y;
  text(ui, column, view.person, palette.ink, name_style);
  if (!view.seems.empty()) {
    draw_chip(ui, beside ? Point{column.x + name_width + 12, top} : Point{column.x, column.y + 4}, seems);
    if (!beside) column.y += kChipHeight + 4;
  }
  column.y += 6;
  text(ui, column, view.sign, palette.soft, {Type::note, 1.4F});
  column.y += 4;
  text(ui, column, view.setting, palette.soft, {Type::caption, 1.4F});
  column.y += 4;
  text(ui, column, view.draft_line, palette.soft, {Type::caption, 1.4F});
}

std::optional<Intent> left_pane(Ui& ui, const Rect& pane, const ConversationView& view) {
  ui.canvas().fill(pane, ui.palette().bar);
  const float padding = 22;
  const float words_height = ui.measured([&] {
    Column trial{pane.x + padding, 0, pane.width - 2 * padding};
    about(ui, trial, view);
    return trial.y;
  });
  const float foot = 16 + words_height + 14 + kTarget + 16;
  Column column{pane.x + padding, pane.y + 20, pane.width - 2 * padding};
  if (view.scene) {
    const float full = view.scene->width > 0 ? pane.width * static_cast<float>(view.scene->height) /
                                                   static_cast<float>(view.scene->width)
                                             : pane.width;
    const float height = std::floor(std::clamp(pane.height - foot, 120.0F, full));
    draw_scene(ui, {pane.x, pane.y, pane.width, height}, *view.scene);
    column.y = pane.y + height + 16;
  }
  about(ui, column, view);
  column.y = std::max(column.y + 14, pane.bottom() - 16 - kTarget);
  ui.canvas().line({pane.right() - 0.5F, pane.y}, {pane.right() - 0.5F, pane.bottom()}, ui.palette().line, 1);
  if (view.picture_toggle.label.empty()) return std::nullopt;
  const float width = button_width(ui, view.picture_toggle.label, ButtonSize::bar);
  return button(ui, {column.x, column.y, width, kTarget}, "picture", view.picture_toggle, ButtonKind::quiet,
                ButtonSize::bar);
}

// --- Right: what was said, and what one may say ---------------------------------------------------

struct TranscriptHeight {
  float all = 0;
  float before_newest = 0;
};

TranscriptHeight transcript(Ui& ui, float x, float y, float width, const ConversationView& view) {
  TranscriptHeight height;
  Column column{x, y + 20, width};
  for (const std::string* words : {&view.note, &view.practice_line}) {
    if (words->empty()) continue;
    notice(ui, column, *words);
    column.y += 14;
  }
  for (std::size_t i = 0; i < view.transcript.size(); ++i) {
    if (i == view.newest && i > 0) height.before_newest = column.y - y;
    bubble(ui, column, view.transcript[i], 640);
    column.y += 14;
  }
  if (view.newest >= view.transcript.size()) height.before_newest = column.y - y;
  height.all = column.y + 6 - y;
  return height;
}

// Says, over the fade, that what was said goes on.
void more_below(Ui& ui, const Rect& area) {
  const Chip chip{"More below", ChipKind::plain, std::nullopt};
  draw_chip(ui, {area.x + (area.width - chip_width(ui, chip)) / 2, area.bottom() - kChipHeight - 4}, chip);
}

std::optional<Intent> choices(Ui& ui, Column& column, const ConversationView& view, ChoiceSpacing spacing) {
  std::optional<Intent> intent;
  screen_heading(ui, column, view.prompt, Type::note_bold);
  column.y += 10;
  for (std::size_t i = 0; i < view.choices.size(); ++i) {
    if (i > 0) column.y += spacing == ChoiceSpacing::airy ? 12 : kGap;
    take(intent, choice_row(ui, column, "choice/" + std::to_string(i + 1), view.choices[i], spacing));
  }
  return intent;
}

std::optional<Intent> trouble(Ui& ui, Column& column, const TroubleView& view) {
  std::optional<Intent> intent;
  card(ui, column, 24, [&](Column& inside) {
    screen_heading(ui, inside, view.sentence, Type::body_bold);
    for (std::size_t i = 0; i < view.actions.size(); ++i) {
      inside.y += 14;
      const Action& action = view.actions[i];
      const float width = button_width(ui, action.label, ButtonSize::page);
      Action bare = action;  // its hint stands beside it here
      bare.hint.clear();
      take(intent, button(ui, {inside.x, inside.y, width, kTarget}, "trouble/" + std::to_string(i + 1), bare,
                          i == 0 ? ButtonKind::primary : ButtonKind::secondary));
      Column words{inside.x + width + 16, inside.y, inside.width - width - 16};
      const TextStyle style{Type::note, 1.3F};
      words.y += (kTarget - text_height(ui, action.hint, words.width, style)) / 2;
      text(ui, words, action.hint, ui.palette().soft, style);
      inside.y += kTarget;
    }
  });
  return intent;
}

// The line below the choices: what the keys do, and the button that says the selected one.
std::optional<Intent> last_line(Ui& ui, Column& column, const ConversationView& view) {
  std::optional<Intent> intent;
  float right = column.x + column.width;
  if (!view.say.label.empty()) {
    const float width = button_width(ui, view.say.label, ButtonSize::page);
    right -= width;
    take(intent, button(ui, {right, column.y, width, kTarget}, "say", view.say, ButtonKind::primary));
    right -= 20;
  }
  const bool waits = !view.waiting.empty();
  const TextStyle style{Type::caption, 1.3F, Align::left, waits ? Role::status : Role::text};
  const std::string& first = waits ? view.waiting : view.keys_hint;
  const std::string second = waits ? "" : view.untimed;
  Column line{column.x, column.y, right - column.x};
  line.y +=
      (kTarget - text_height(ui, first, line.width, style) - text_height(ui, second, line.width, style)) / 2;
  text(ui, line, first, ui.palette().soft, style);
  text(ui, line, second, ui.palette().soft, style);
  column.y += kTarget;
  return intent;
}

std::optional<Intent> answers(Ui& ui, Column& column, const ConversationView& view, ChoiceSpacing spacing) {
  std::optional<Intent> intent;
  if (view.trouble) return trouble(ui, column, *view.trouble);
  if (view.go_on) {
    screen_heading(ui, column, view.prompt, Type::note_bold);
    column.y += 10;
    take(intent, button_row(ui, column, {{"go-on", *view.go_on, ButtonKind::primary}}));
    return intent;
  }
  take(intent, choices(ui, column, view, spacing));
  column.y += spacing == ChoiceSpacing::airy ? 14 : kGap;
  take(intent, last_line(ui, column, view));
  return intent;
}

}  // namespace

std::optional<Intent> draw_conversation(Ui& ui, const ConversationView& view) {
  ui.begin_screen(view.key, view.go_on && view.prompt.empty() ? "go-on" : "");
  std::optional<Intent> intent = top_bar(ui, view.bar);
  const Rect below = below_bar(ui);
  const float pane_width =
      view.scene ? std::floor(std::clamp(below.width * 0.3125F, 400.0F, 560.0F)) : 320.0F;
  take(intent, left_pane(ui, {below.x, below.y, pane_width, below.height}, view));

  const Rect right{below.x + pane_width, below.y, below.width - pane_width, below.height};
  const Column middle = centred_column(right, kProse, 28);
  const auto height_of = [&](ChoiceSpacing spacing) {
    return ui.measured([&] {
      Column trial{middle.x, 0, middle.width};
      answers(ui, trial, view, spacing);
      return trial.y + 32;
    });
  };
  // Four long answers leave little room for what was said: then they stand closer together.
  constexpr float kComfortable = 220;
  const ChoiceSpacing spacing = below.height - height_of(ChoiceSpacing::airy) < kComfortable
                                    ? ChoiceSpacing::close
                                    : ChoiceSpacing::airy;
  const float answers_height = std::min(height_of(spacing), below.height - 96);

  const Rect upper{right.x, right.y, right.width, right.height - answers_height};
  const std::string newest =
      std::to_string(view.transcript.size()) + (view.transcript.empty() ? "" : view.transcript.back().text);
  // Her reply is read from its start, also when it does not fit as a whole.
  TranscriptHeight height;
  const bool goes_on = ui.scroll_area({"transcript", "What was said", upper, ui.palette().paper, newest, 0,
                                       [&height] { return std::max(0.0F, height.before_newest - 12); }},
                                      [&](float x, float y, float width) {
                                        const Column inside = centred_column({x, y, width, 0}, kProse, 28);
                                        height = transcript(ui, inside.x, y, inside.width, view);
                                        return height.all;
                                      });
  if (goes_on) more_below(ui, upper);
  const Rect lower{right.x, upper.bottom(), right.width, answers_height};
  ui.scroll_area({"answers", "What you may say", lower, ui.palette().paper, {}, 0},
                 [&](float x, float y, float width) {
                   Column inside = centred_column({x, y + 12, width, 0}, kProse, 28);
                   take(intent, answers(ui, inside, view, spacing));
                   return inside.y + 20 - y;
                 });
  return intent;
}

}  // namespace steadfast
