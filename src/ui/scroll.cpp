// The scrolling part of Ui.
#include <algorithm>
#include <cstddef>

#include "ui/ui.h"

namespace steadfast {
namespace {

constexpr float kWheelStep = 80;
constexpr float kArrowStep = 60;
constexpr float kBarWidth = 8;
constexpr float kBarZone = 18;  // where the mouse takes hold of the bar
constexpr float kFade = 28;
constexpr float kFocusMargin = 16;  // kept free around the focused widget

Rect bar_track(const Rect& rect) {
  return {rect.right() - kBarWidth - 4, rect.y + 6, kBarWidth, rect.height - 12};
}

// How far the content can be scrolled; what is less than a pixel is the rounding of sums.
float room_of(float content, const Rect& rect) {
  const float room = content - rect.height;
  return room < 1 ? 0 : room;
}

}  // namespace

bool Ui::scroll_area(const ScrollOptions& options, const std::function<float(float, float, float)>& content) {
  const Rect& rect = options.rect;
  const float x = rect.x + options.side_padding;
  const float width = rect.width - 2 * options.side_padding;
  if (canvas_.dry()) {
    content(x, rect.y, width);
    return false;
  }
  Scroll& scroll = scrolls_[options.id];
  scroll.content = measured([&] { return content(x, rect.y, width); });
  const float room = room_of(scroll.content, rect);
  if (scroll.newest != options.newest) {
    scroll.newest = options.newest;
    scroll.offset = options.newest_from ? options.newest_from() : room;
  }
  scroll_by_input(options, scroll, room);
  scroll.offset = std::clamp(scroll.offset, 0.0F, room);

  const std::size_t first_node = semantics_.nodes().size();
  canvas_.push_clip(rect);
  content(x, rect.y - static_cast<float>(static_cast<int>(scroll.offset)), width);
  canvas_.pop_clip();
  draw_scroll_marks(options, scroll);

  if (room > 0) {
    // Words that no widget stands beside are reached too: the area itself takes the keyboard.
    SemanticNode region;
    region.id = options.id;
    region.role = Role::region;
    region.label = options.label;
    region.hint = "arrow keys scroll";
    region.focus = FocusRule::by_tab;
    region.rect = rect;
    widget(std::move(region), {4, Corners::all, -4});
  }
  follow_focus(options, scroll, first_node);
  return scroll.offset < room - 1;
}

void Ui::scroll_by_input(const ScrollOptions& options, Scroll& scroll, float room) {
  const Rect& rect = options.rect;
  if (first_scroll_.empty() && room > 0) first_scroll_ = options.id;
  const bool takes_keys = (focus_scroll_.empty() ? first_scroll_ : focus_scroll_) == options.id;
  if (takes_keys) {
    for (const Key key : outcome_.scrolls) {
      const float page = rect.height - 60;
      if (key == Key::page_up) scroll.offset -= page;
      if (key == Key::page_down) scroll.offset += page;
      if (key == Key::up) scroll.offset -= kArrowStep;
      if (key == Key::down) scroll.offset += kArrowStep;
      if (key == Key::home) scroll.offset = 0;
      if (key == Key::end) scroll.offset = room;
      scroll.offset = std::clamp(scroll.offset, 0.0F, room);
    }
  }
  if (wheel_ != 0 && rect.contains(mouse_)) {
    scroll.offset -= wheel_ * kWheelStep;
    wants_frame_ = true;
  }
  if (room <= 0) return;
  const Rect track = bar_track(rect);
  const Rect zone{rect.right() - kBarZone, rect.y, kBarZone, rect.height};
  if (mouse_went_down_ && zone.contains(mouse_)) scroll.dragged = true;
  if (!mouse_is_down_) scroll.dragged = false;
  if (scroll.dragged) {
    // The thumb's middle goes where the mouse is: a click is enough, dragging works as well.
    const float thumb = track.height * rect.height / scroll.content;
    scroll.offset = (mouse_.y - track.y - thumb / 2) / std::max(1.0F, track.height - thumb) * room;
    wants_frame_ = true;
  }
}

void Ui::follow_focus(const ScrollOptions& options, Scroll& scroll, std::size_t first_node) {
  const auto& nodes = semantics_.nodes();
  for (std::size_t i = first_node; i < nodes.size(); ++i) {
    const SemanticNode& node = nodes[i];
    if (!focus_.has(node.id)) continue;
    const float room = room_of(scroll.content, options.rect);
    if (room > 0) focus_scroll_ = options.id;
    if (!show_focus_ || node.role == Role::region) return;
    const float above = options.rect.y - (node.rect.y - kFocusMargin);
    const float below = node.rect.bottom() + kFocusMargin - options.rect.bottom();
    float by = 0;
    if (above > 0) {
      by = -above;
    } else if (below > 0) {
      by = std::min(below, -above);  // a widget taller than the area shows its top
    }
    const float wanted = std::clamp(scroll.offset + by, 0.0F, room);
    if (wanted != scroll.offset) {
      scroll.offset = wanted;
      wants_frame_ = true;
    }
    return;
  }
  if (focus_scroll_ == options.id) focus_scroll_.clear();
}

void Ui::draw_scroll_marks(const ScrollOptions& options, const Scroll& scroll) {
  const Rect& rect = options.rect;
  const float room = room_of(scroll.content, rect);
  if (room <= 0) return;
  Color clear = options.behind;
  clear.alpha = 0;
  if (scroll.offset > 1) canvas_.shade({rect.x, rect.y, rect.width, kFade}, options.behind, clear);
  if (scroll.offset < room - 1) {
    canvas_.shade({rect.x, rect.bottom() - kFade, rect.width, kFade}, clear, options.behind);
  }
  const Rect track = bar_track(rect);
  const float thumb = std::max(32.0F, track.height * rect.height / scroll.content);
  const float y = track.y + (track.height - thumb) * scroll.offset / room;
  canvas_.fill({track.x, y, track.width, thumb}, palette_.control, kBarWidth / 2);
}

}  // namespace steadfast
