// Small signs drawn as shapes, so that they look the same in every font.
#pragma once

#include <string_view>

#include "ui/canvas.h"
#include "ui/theme.h"
#include "view/parts.h"

namespace steadfast {

enum class Sign { none, helped, neutral, setback, tick, arrow_left, brand };

Sign sign_of(Shape shape);

// Ink and surface of a rating.
struct MarkColors {
  Color front;
  Color surface;
};
MarkColors mark_colors(const Palette& palette, Shape shape);

// Draws the sign around `centre`; `size` is the side of the square it fits in.
void draw_sign(Canvas& canvas, Sign sign, Point centre, float size, Color color);

}  // namespace steadfast
