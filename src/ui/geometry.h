// Places on the screen, from the window's top left corner, in design pixels: a pixel at 100 %, more at a
// larger scale.
#pragma once

#include <algorithm>

namespace steadfast {

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  Point centre() const { return {x + width / 2, y + height / 2}; }
  bool contains(Point point) const {
    return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
  }
  Rect grown(float by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
  friend bool operator==(const Rect&, const Rect&) = default;
};

// What both hold in common; width and height are 0 when that is nothing.
inline Rect intersection(const Rect& one, const Rect& other) {
  const float x = std::max(one.x, other.x);
  const float y = std::max(one.y, other.y);
  return {x, y, std::max(0.0F, std::min(one.right(), other.right()) - x),
          std::max(0.0F, std::min(one.bottom(), other.bottom()) - y)};
}

}  // namespace steadfast
