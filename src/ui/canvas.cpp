#include "ui/canvas.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace steadfast {
namespace {

constexpr float kSquareCorner = 4;

ImVec2 vec(Point point) {
  return {point.x, point.y};
}
ImVec2 low(const Rect& rect) {
  return {rect.x, rect.y};
}
ImVec2 high(const Rect& rect) {
  return {rect.right(), rect.bottom()};
}
ImU32 packed(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

ImDrawFlags flags_of(Corners corners) {
  switch (corners) {
    case Corners::all:
      return ImDrawFlags_RoundCornersAll;
    case Corners::all_but_top_left:
    case Corners::all_but_top_right:
      return ImDrawFlags_RoundCornersAll;
    case Corners::top:
      return ImDrawFlags_RoundCornersTop;
    case Corners::none:
      return ImDrawFlags_RoundCornersNone;
  }
  return ImDrawFlags_RoundCornersNone;
}

// A rectangle whose corners have radii of their own.
void bubble_path(ImDrawList& list, const Rect& rect, float radius, Corners corners) {
  const float top_left = corners == Corners::all_but_top_left ? kSquareCorner : radius;
  const float top_right = corners == Corners::all_but_top_right ? kSquareCorner : radius;
  list.PathArcToFast({rect.x + top_left, rect.y + top_left}, top_left, 6, 9);
  list.PathArcToFast({rect.right() - top_right, rect.y + top_right}, top_right, 9, 12);
  list.PathArcToFast({rect.right() - radius, rect.bottom() - radius}, radius, 0, 3);
  list.PathArcToFast({rect.x + radius, rect.bottom() - radius}, radius, 3, 6);
}

bool is_bubble(Corners corners) {
  return corners == Corners::all_but_top_left || corners == Corners::all_but_top_right;
}

}  // namespace

Rect Canvas::scaled(const Rect& rect) const {
  return {rect.x * scale_, rect.y * scale_, rect.width * scale_, rect.height * scale_};
}

void Canvas::begin(ImDrawList& list, const Rect& window) {
  list_ = &list;
  clips_.assign(1, window);
}

void Canvas::push_clip(const Rect& rect) {
  clips_.push_back(intersection(rect, clips_.back()));
  const Rect clip = scaled(clips_.back());
  if (!dry_) list_->PushClipRect(low(clip), high(clip));
}

void Canvas::pop_clip() {
  clips_.pop_back();
  if (!dry_) list_->PopClipRect();
}

void Canvas::fill(const Rect& design, Color color, float radius, Corners corners) {
  if (dry_) return;
  const Rect rect = scaled(design);
  radius *= scale_;
  if (is_bubble(corners)) {
    bubble_path(*list_, rect, radius, corners);
    list_->PathFillConvex(packed(color));
  } else {
    list_->AddRectFilled(low(rect), high(rect), packed(color), radius, flags_of(corners));
  }
}

void Canvas::outline(const Rect& design, Color color, float thickness, float radius, Corners corners) {
  if (dry_) return;
  // The line lies inside the rectangle.
  const Rect middle = scaled(design.grown(-thickness / 2));
  radius *= scale_;
  thickness *= scale_;
  if (is_bubble(corners)) {
    bubble_path(*list_, middle, radius - thickness / 2, corners);
  } else {
    list_->PathRect(low(middle), high(middle), radius, flags_of(corners));
  }
  list_->PathStroke(packed(color), ImDrawFlags_Closed, thickness);
}

void Canvas::shade(const Rect& design, Color top, Color bottom) {
  if (dry_) return;
  const Rect rect = scaled(design);
  list_->AddRectFilledMultiColor(low(rect), high(rect), packed(top), packed(top), packed(bottom),
                                 packed(bottom));
}

void Canvas::line(Point from, Point to, Color color, float thickness) {
  if (!dry_) list_->AddLine(vec(scaled(from)), vec(scaled(to)), packed(color), thickness * scale_);
}

void Canvas::polyline(std::span<const Point> points, Color color, float thickness) {
  if (dry_) return;
  for (const Point& point : points) list_->PathLineTo(vec(scaled(point)));
  list_->PathStroke(packed(color), ImDrawFlags_None, thickness * scale_);
}

void Canvas::polygon(std::span<const Point> points, Color color) {
  if (dry_) return;
  for (const Point& point : points) list_->PathLineTo(vec(scaled(point)));
  list_->PathFillConvex(packed(color));
}

void Canvas::disc(Point centre, float radius, Color color) {
  if (!dry_) list_->AddCircleFilled(vec(scaled(centre)), radius * scale_, packed(color), 32);
}

void Canvas::ring(Point centre, float radius, Color color, float thickness) {
  if (!dry_) list_->AddCircle(vec(scaled(centre)), radius * scale_, packed(color), 32, thickness * scale_);
}

void Canvas::picture(const Picture& picture, const Rect& design, float radius, Corners corners) {
  if (dry_ || picture.texture == nullptr) return;
  const Rect rect = scaled(design);
  const ImU32 white = packed(rgb(0xFFFFFF));
  list_->AddImageRounded(picture.texture, low(rect), high(rect), {0, 0}, {1, 1}, white, radius * scale_,
                         flags_of(corners));
}

void Canvas::text_in(const Rect& box, Type type, std::string_view text, Color color, Align align) {
  if (dry_) return;
  const Face& face = fonts_->face(type);
  float x = box.x;
  if (align != Align::left) {
    const float left_over = box.width - fonts_->width(type, text);
    x += align == Align::centre ? left_over / 2 : left_over;
  }
  const float baseline = box.y + box.height / 2 + face.cap_height / 2;
  const float top = std::round((baseline - face.ascent) * scale_);
  list_->AddText(face.font, face.line * scale_, {x * scale_, top}, packed(color), text.data(),
                 text.data() + text.size());
}

void Canvas::paragraph(Point at, Type type, const Paragraph& paragraph, Color color, Align align,
                       float width) {
  Rect box{at.x, at.y, width, paragraph.line_height};
  for (const std::string_view line : paragraph.lines) {
    text_in(box, type, line, color, align);
    box.y += paragraph.line_height;
  }
}

}  // namespace steadfast
