// The widgets that can be pressed, and the bubbles.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/widgets.h"

namespace steadfast {
namespace {

struct ButtonColors {
  Color surface;
  Color words;
  Color border;
  float border_width = 1;
};

ButtonColors button_colors(const Palette& palette, ButtonKind kind, const Response& response, bool enabled) {
  if (!enabled) return {palette.paper, palette.soft, palette.line, 1};
  const bool lit = response.hovered;
  switch (kind) {
    case ButtonKind::primary:
      return {lit ? palette.primary_hover : palette.primary, palette.on_primary, palette.primary_hover, 0};
    case ButtonKind::secondary:
      return {lit ? palette.hover : palette.card, palette.ink, palette.control, 1};
    case ButtonKind::moment:
      return {lit ? palette.moment_hover : palette.moment_surface, palette.moment, palette.moment, 1};
    case ButtonKind::quiet:
      return {lit ? palette.hover : palette.paper, palette.on_current, palette.control, 1};
  }
  return {};
}

Type button_type(ButtonSize size) {
  return size == ButtonSize::bar ? Type::note_bold : Type::body_bold;
}

constexpr float kButtonSign = 15;

}  // namespace

float button_width(const Ui& ui, std::string_view label, ButtonSize size, Sign sign) {
  const float padding = size == ButtonSize::bar ? 16 : 24;
  const float sign_room = sign == Sign::none ? 0 : kButtonSign + 8;
  return std::max(kTarget, std::ceil(ui.fonts().width(button_type(size), label) + 2 * padding + sign_room));
}

std::optional<Intent> button(Ui& ui, const Rect& rect, std::string id, const Action& action, ButtonKind kind,
                             ButtonSize size, Sign sign) {
  SemanticNode node;
  node.id = std::move(id);
  node.role = Role::button;
  node.label = action.label;
  node.hint = action.hint;
  node.focus = FocusRule::by_tab;
  node.enabled = action.enabled;
  node.rect = rect;
  const Response response = ui.widget(std::move(node), {kRadius});

  const ButtonColors colors = button_colors(ui.palette(), kind, response, action.enabled);
  Canvas& canvas = ui.canvas();
  canvas.fill(rect, colors.surface, kRadius);
  if (colors.border_width > 0) canvas.outline(rect, colors.border, colors.border_width, kRadius);
  const Type type = button_type(size);
  if (sign == Sign::none) {
    canvas.text_in(rect, type, action.label, colors.words, Align::centre);
  } else {
    const float width = ui.fonts().width(type, action.label) + kButtonSign + 8;
    const float x = rect.x + (rect.width - width) / 2;
    draw_sign(canvas, sign, {x + kButtonSign / 2, rect.centre().y}, kButtonSign, colors.words);
    canvas.text_in({x + kButtonSign + 8, rect.y, width, rect.height}, type, action.label, colors.words);
  }
  if (!action.hint.empty() && (response.hovered || response.focused)) ui.show_tip(rect, action.hint);
  if (!response.pressed()) return std::nullopt;
  return action.intent;
}

std::optional<Intent> button_row(Ui& ui, Column& column, const std::vector<ButtonSpec>& buttons,
                                 ButtonSize size) {
  if (buttons.empty()) return std::nullopt;
  std::optional<Intent> intent;
  float x = column.x;
  for (const ButtonSpec& spec : buttons) {
    const float width = std::min(column.width, button_width(ui, spec.action.label, size));
    if (x > column.x && x + width > column.x + column.width) {
      x = column.x;
      column.y += kTarget + 12;
    }
    if (auto pressed = button(ui, {x, column.y, width, kTarget}, spec.id, spec.action, spec.kind, size)) {
      intent = std::move(pressed);
    }
    x += width + 12;
  }
  column.y += kTarget;
  return intent;
}

std::optional<Intent> option_row(Ui& ui, Column& column, std::string id, const std::string& group,
                                 const Option& option) {
  const float text_x = 48;
  const float text_width = column.width - text_x - 16;
  const ParagraphShape label_shape{Type::body, text_width, 1.3F};
  const TextStyle note_style{Type::note, 1.4F};
  const Paragraph label = lay_out(ui.fonts(), option.label, label_shape);
  const float note_height = text_height(ui, option.note, text_width, note_style);
  const float height = std::max(kTarget + 4, label.height() + note_height + 24);

  SemanticNode node;
  node.id = std::move(id);
  node.role = Role::option;
  node.label = option.label;
  node.hint = option.note;
  node.focus = FocusRule::by_tab;
  node.selected = option.selected;
  node.group = group;
  node.rect = {column.x, column.y, column.width, height};
  const Rect rect = node.rect;
  const Response response = ui.widget(std::move(node), {kRadius});

  const Palette& palette = ui.palette();
  Canvas& canvas = ui.canvas();
  const Color surface = option.selected ? palette.current : response.hovered ? palette.hover : palette.card;
  canvas.fill(rect, surface, kRadius);
  canvas.outline(rect, option.selected ? palette.primary : palette.control, option.selected ? 2.0F : 1.0F,
                 kRadius);
  const float first_line = note_height > 0 ? rect.y + 12 + label.line_height / 2 : rect.centre().y;
  const Point middle{rect.x + 26, first_line};
  canvas.disc(middle, 10, palette.card);
  canvas.ring(middle, 10, option.selected ? palette.primary : palette.control, 2);
  if (option.selected) canvas.disc(middle, 5, palette.primary);
  const float top = note_height > 0 ? rect.y + 12 : rect.centre().y - label.height() / 2;
  canvas.paragraph({rect.x + text_x, top}, Type::body, label, palette.ink);
  if (note_height > 0) {
    const Paragraph words =
        lay_out(ui.fonts(), option.note, {note_style.type, text_width, note_style.leading});
    canvas.paragraph({rect.x + text_x, top + label.height()}, note_style.type, words, palette.soft);
  }
  column.y += height;
  if (!response.pressed()) return std::nullopt;
  return option.intent;
}

void bubble(Ui& ui, Column& column, const Bubble& bubble, float widest, BubbleSide side) {
  const Palette& palette = ui.palette();
  Canvas& canvas = ui.canvas();
  if (bubble.kind == BubbleKind::stage) {
    const bool centred = side == BubbleSide::by_speaker;
    const float indent = centred ? 32 : 4;
    Column middle{column.x + indent, column.y, column.width - 2 * indent};
    text(ui, middle, bubble.text, palette.soft,
         {Type::note_italic, 1.4F, centred ? Align::centre : Align::left});
    column.y = middle.y;
    return;
  }
  constexpr float kSide = 20;
  constexpr float kTop = 12;
  const float room = std::min(widest, column.width) - 2 * kSide;
  const Paragraph words = lay_out(ui.fonts(), bubble.text, {Type::body, room, 1.45F, 66});
  const bool mine = bubble.kind == BubbleKind::mentor;
  const float width = words.widest + 2 * kSide + 1;
  const float x = mine && side == BubbleSide::by_speaker ? column.x + column.width - width : column.x;
  const bool named = bubble.kind == BubbleKind::other;
  if (named) {
    Column name{x + 4, column.y, column.width};
    canvas.text_in({name.x, name.y, width, 24}, Type::caption_bold, bubble.speaker, palette.soft);
    column.y += 24;
  }
  const Rect rect{x, column.y, width, words.height() + 2 * kTop};
  const Corners corners = mine ? Corners::all_but_top_right : Corners::all_but_top_left;
  canvas.fill(rect, mine ? palette.my_bubble : palette.card, kCardRadius, corners);
  if (!mine) canvas.outline(rect, palette.line, 1, kCardRadius, corners);
  canvas.paragraph({rect.x + kSide, rect.y + kTop}, Type::body, words,
                   mine ? palette.on_my_bubble : palette.ink);
  const std::string spoken_line = bubble.speaker.empty() ? bubble.text : bubble.speaker + ": " + bubble.text;
  ui.words(Role::bubble, spoken_line, rect);
  column.y += rect.height;
}

}  // namespace steadfast
