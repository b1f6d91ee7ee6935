#include "ui/choice_row.h"

#include <algorithm>
#include <utility>

namespace steadfast {
namespace {

constexpr float kLeast = 56;
constexpr float kCap = 30;
constexpr float kTextX = 64;

}  // namespace

std::optional<Intent> choice_row(Ui& ui, Column& column, std::string id, const ChoiceView& choice,
                                 ChoiceSpacing spacing) {
  const Palette& palette = ui.palette();
  Canvas& canvas = ui.canvas();
  const float padding = spacing == ChoiceSpacing::airy ? 14 : 9;
  const float leading = spacing == ChoiceSpacing::airy ? 1.4F : 1.25F;
  const float text_width = column.width - kTextX - 20;
  const Paragraph words = lay_out(ui.fonts(), choice.text, {Type::body, text_width, leading});
  const Paragraph reason = lay_out(ui.fonts(), choice.closed_because, {Type::note, text_width, 1.3F});
  const bool closed = !choice.closed_because.empty();
  const float text_height = words.height() + (closed ? reason.height() : 0);

  SemanticNode node;
  node.id = std::move(id);
  node.role = Role::choice;
  node.label = choice.text;
  node.hint = choice.closed_because;
  node.focus = FocusRule::by_tab;
  node.enabled = choice.enabled;
  node.selected = choice.selected;
  node.group = "choices";
  node.digit = choice.number;
  node.rect = {column.x, column.y, column.width, std::max(kLeast, text_height + 2 * padding)};
  const Rect rect = node.rect;
  const Response response = ui.widget(std::move(node), {kRadius + 2});

  const bool lit = response.hovered || response.focused;
  const Color surface = !choice.enabled   ? palette.paper
                        : choice.selected ? palette.current
                        : lit             ? palette.hover
                                          : palette.card;
  canvas.fill(rect, surface, kRadius + 2);
  const Color border = choice.selected ? palette.primary : choice.enabled ? palette.control : palette.line;
  canvas.outline(rect, border, choice.selected ? 2.0F : 1.0F, kRadius + 2);
  if (choice.number > 0) {
    const Rect cap{rect.x + 18, rect.centre().y - kCap / 2, kCap, kCap};
    canvas.fill(cap, choice.selected ? palette.primary : palette.bar, 7);
    canvas.outline(cap, choice.selected ? palette.primary : palette.control, 1, 7);
    canvas.text_in(cap, Type::caption_bold, std::to_string(choice.number),
                   choice.selected ? palette.on_primary : palette.soft, Align::centre);
  }
  const float top = rect.centre().y - text_height / 2;
  canvas.paragraph({rect.x + kTextX, top}, Type::body, words, choice.enabled ? palette.ink : palette.soft);
  if (closed) canvas.paragraph({rect.x + kTextX, top + words.height()}, Type::note, reason, palette.soft);

  column.y += rect.height;
  switch (response.by) {
    case PressedBy::nothing:
      // Arrows select as they go, as in any list of one choice; Tab only passes by, so that the way to
      // "Say this" does not change what it will say.
      if (response.arrived && choice.enabled && !choice.selected) return choice.select;
      return std::nullopt;
    case PressedBy::enter:
      // What is said is always what looks chosen.
      return choice.selected ? choice.say : choice.select;
    case PressedBy::mouse:
    case PressedBy::space:
    case PressedBy::digit:
      return choice.select;
  }
  return std::nullopt;
}

}  // namespace steadfast
