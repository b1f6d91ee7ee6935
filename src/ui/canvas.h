// Drawing, and nothing else: shapes, text and pictures on ImGui's draw list. Places are in design pixels;
// the canvas alone multiplies them by the scale. While a canvas is dry, all of it does nothing, so that the
// same code can be run to measure.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ui/fonts.h"
#include "ui/geometry.h"
#include "ui/paragraph.h"
#include "ui/picture.h"
#include "ui/theme.h"

struct ImDrawList;

namespace steadfast {

// Which corners are round; the others are nearly square, as on a speech bubble.
enum class Corners { all, all_but_top_left, all_but_top_right, top, none };

enum class Align { left, centre, right };

class Canvas {
 public:
  explicit Canvas(const Fonts& fonts) : fonts_(&fonts), scale_(fonts.scale()) {}

  void begin(ImDrawList& list, const Rect& window);
  void set_dry(bool dry) { dry_ = dry; }
  bool dry() const { return dry_; }

  // What is drawn shows only inside `rect` and what clipped before. Calls come in pairs.
  void push_clip(const Rect& rect);
  void pop_clip();
  const Rect& clip() const { return clips_.back(); }

  void fill(const Rect& rect, Color color, float radius = 0, Corners corners = Corners::all);
  void outline(const Rect& rect, Color color, float thickness, float radius = 0,
               Corners corners = Corners::all);
  // From `top` down to `bottom`, evenly.
  void shade(const Rect& rect, Color top, Color bottom);
  void line(Point from, Point to, Color color, float thickness);
  void polyline(std::span<const Point> points, Color color, float thickness);
  void polygon(std::span<const Point> points, Color color);  // convex, clockwise
  void disc(Point centre, float radius, Color color);
  void ring(Point centre, float radius, Color color, float thickness);
  void picture(const Picture& picture, const Rect& rect, float radius = 0, Corners corners = Corners::all);

  // One line whose capitals stand in the middle of `box`.
  void text_in(const Rect& box, Type type, std::string_view text, Color color, Align align = Align::left);
  // A laid-out paragraph whose first line begins at `at`; `width` matters unless it is left-aligned.
  void paragraph(Point at, Type type, const Paragraph& paragraph, Color color, Align align = Align::left,
                 float width = 0);

 private:
  Rect scaled(const Rect& rect) const;
  Point scaled(Point point) const { return {point.x * scale_, point.y * scale_}; }

  const Fonts* fonts_;
  float scale_;
  ImDrawList* list_ = nullptr;
  std::vector<Rect> clips_;
  bool dry_ = false;
};

}  // namespace steadfast
