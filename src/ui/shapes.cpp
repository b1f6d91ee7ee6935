#include "ui/shapes.h"

#include <array>
#include <cmath>

namespace steadfast {

Sign sign_of(Shape shape) {
  switch (shape) {
    case Shape::circle:
      return Sign::helped;
    case Shape::ring:
      return Sign::neutral;
    case Shape::triangle:
      return Sign::setback;
  }
  return Sign::none;
}

MarkColors mark_colors(const Palette& palette, Shape shape) {
  switch (shape) {
    case Shape::circle:
      return {palette.helped, palette.helped_surface};
    case Shape::ring:
      return {palette.neutral, palette.neutral_surface};
    case Shape::triangle:
      return {palette.setback, palette.setback_surface};
  }
  return {palette.ink, palette.card};
}

void draw_sign(Canvas& canvas, Sign sign, Point centre, float size, Color color) {
  const float half = size / 2;
  const auto at = [&](float x, float y) { return Point{centre.x + x * half, centre.y + y * half}; };
  switch (sign) {
    case Sign::none:
      return;
    case Sign::helped:
      canvas.disc(centre, half * 0.86F, color);
      return;
    case Sign::neutral:
      canvas.ring(centre, half * 0.74F, color, size * 0.17F);
      return;
    case Sign::setback:
      canvas.polygon(std::array{at(0, -0.95F), at(1.05F, 0.85F), at(-1.05F, 0.85F)}, color);
      return;
    case Sign::tick:
      canvas.polyline(std::array{at(-0.85F, 0.1F), at(-0.25F, 0.7F), at(0.85F, -0.65F)}, color, size * 0.16F);
      return;
    case Sign::arrow_left:
      canvas.polyline(std::array{at(-0.05F, -0.7F), at(-0.8F, 0), at(-0.05F, 0.7F)}, color, size * 0.13F);
      canvas.line(at(-0.75F, 0), at(0.95F, 0), color, size * 0.13F);
      return;
    case Sign::brand: {
      // A half disc leaning on an upright: somebody who stays.
      std::array<Point, 18> points;
      for (std::size_t i = 0; i < points.size(); ++i) {
        const float angle =
            3.14159265F * (0.5F + static_cast<float>(i) / static_cast<float>(points.size() - 1));
        points[i] = {centre.x + half * 0.4F + std::cos(angle) * half, centre.y + std::sin(angle) * half};
      }
      canvas.polygon(points, color);
      return;
    }
  }
}

}  // namespace steadfast
