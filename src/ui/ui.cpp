#include "ui/ui.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include <imgui.h>

namespace steadfast {
namespace {

constexpr float kRingWidth = 3;

bool can_hold_focus(const SemanticNode& node) {
  return node.focus != FocusRule::never;
}

}  // namespace

Ui::Ui(Palette palette, Fonts fonts, PictureSource pictures)
    : palette_(palette), fonts_(std::move(fonts)), pictures_(std::move(pictures)), canvas_(fonts_) {}

void Ui::begin_frame(std::span<const KeyPress> keys) {
  focus_.queue(keys);
  outcome_ = {};
  wants_frame_ = false;
  if (hold_keys_) {
    hold_keys_ = false;
    wants_frame_ = focus_.keys_waiting();
  } else {
    outcome_ = focus_.read_keys(semantics_);
    show_focus_ = show_focus_ || outcome_.moved;
    if (outcome_.moved || !outcome_.scrolls.empty() || !outcome_.edits.empty()) wants_frame_ = true;
    if (outcome_.shortcut != Key::none) hold_keys_ = true;
  }
  std::swap(semantics_, last_semantics_);
  semantics_.clear();
  ring_.drawn = false;
  tip_.clear();
  first_scroll_.clear();

  const ImGuiIO& io = ImGui::GetIO();
  mouse_ = {io.MousePos.x / scale(), io.MousePos.y / scale()};
  mouse_is_down_ = io.MouseDown[0];
  mouse_went_down_ = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  mouse_went_up_ = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  wheel_ = io.MouseWheel;

  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  window_ = {viewport.Pos.x, viewport.Pos.y, viewport.Size.x / scale(), viewport.Size.y / scale()};
  canvas_.begin(*ImGui::GetBackgroundDrawList(), window_);
  canvas_.fill(window_, palette_.paper);
}

void Ui::begin_screen(std::string_view key, std::string_view first_focus) {
  if (key == screen_) return;
  screen_ = key;
  wanted_focus_ = first_focus;
  focus_is_open_ = true;
  focus_.move_to({});
  outcome_ = {};
  scrolls_.clear();
  first_scroll_.clear();
  focus_scroll_.clear();
  mouse_pressed_id_.clear();
  wants_frame_ = true;
}

void Ui::move_focus(std::string id) {
  focus_.move_to(std::move(id));
  show_focus_ = true;
  wants_frame_ = true;
}

Response Ui::widget(SemanticNode node, RingShape ring) {
  Response response;
  if (canvas_.dry()) return response;
  node.visible = intersection(node.rect, canvas_.clip());

  const bool takes_open_focus =
      focus_is_open_ &&
      (wanted_focus_.empty() ? node.role == Role::heading && can_hold_focus(node) : node.id == wanted_focus_);
  if (takes_open_focus) {
    focus_is_open_ = false;
    focus_.move_to(node.id);
    show_focus_ = true;
  }

  const bool tab_stop = node.focus == FocusRule::by_tab;
  // A region is scrolled by the wheel and its bar; a click in it is for what lies in it.
  response.hovered = tab_stop && node.enabled && node.role != Role::region && node.visible.contains(mouse_);
  if (response.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (response.hovered && mouse_went_down_) {
    mouse_pressed_id_ = node.id;
    focus_.move_to(node.id);
    wants_frame_ = true;
  }
  const bool pressed_here = !mouse_pressed_id_.empty() && mouse_pressed_id_ == node.id;
  response.held = pressed_here && mouse_is_down_ && response.hovered;
  if (pressed_here && mouse_went_up_ && response.hovered) response.by = PressedBy::mouse;
  if (tab_stop && node.enabled && outcome_.activated == node.id) response.by = outcome_.by;
  if (response.pressed()) {
    hold_keys_ = true;
    wants_frame_ = true;
  }
  response.focused = focus_.has(node.id);
  response.arrived = response.focused && outcome_.moved_by_arrow;
  if (response.focused && can_hold_focus(node)) ring_ = {true, node.rect, canvas_.clip(), ring};
  semantics_.add(std::move(node));
  return response;
}

void Ui::words(Role role, std::string_view label, const Rect& rect, std::string_view value) {
  if (canvas_.dry()) return;
  SemanticNode node;
  node.id = "words/" + std::to_string(semantics_.nodes().size());
  node.role = role;
  node.label = label;
  node.value = value;
  node.rect = rect;
  widget(std::move(node));
}

void Ui::end_frame() {
  draw_focus_ring();
  draw_tip();
  if (mouse_went_up_ || !mouse_is_down_) mouse_pressed_id_.clear();
  if (focus_is_open_ && !semantics_.nodes().empty()) {
    // The screen has no heading or the wanted widget is not there: the first that can takes the focus.
    focus_is_open_ = false;
    focus_.recover(last_semantics_, semantics_);
    wants_frame_ = true;
  } else if (!focus_.id().empty() && semantics_.by_id(focus_.id()) == nullptr) {
    focus_.recover(last_semantics_, semantics_);
    show_focus_ = true;
    wants_frame_ = true;
    return;
  }
  show_focus_ = false;
}

void Ui::draw_focus_ring() {
  if (!ring_.drawn) return;
  const float distance = ring_.shape.distance;
  const Rect outer = ring_.rect.grown(distance + kRingWidth);
  canvas_.push_clip(ring_.clip.grown(distance + kRingWidth));
  canvas_.outline(outer, palette_.focus, kRingWidth,
                  std::max(2.0F, ring_.shape.radius + distance + kRingWidth / 2), ring_.shape.corners);
  canvas_.pop_clip();
}

void Ui::show_tip(const Rect& rect, std::string words) {
  if (canvas_.dry()) return;
  tip_at_ = rect;
  tip_ = std::move(words);
}

void Ui::draw_tip() {
  if (tip_.empty()) return;
  constexpr float kPadding = 12;
  const Paragraph words = lay_out(fonts_, tip_, {Type::caption, 360, 1.4F});
  Rect box{tip_at_.x, tip_at_.bottom() + 10, words.widest + 2 * kPadding, words.height() + 12};
  box.x = std::max(window_.x + 8, std::min(box.x, window_.right() - 8 - box.width));
  if (box.bottom() > window_.bottom() - 8) box.y = tip_at_.y - 10 - box.height;
  canvas_.fill(box, palette_.card, 8);
  canvas_.outline(box, palette_.control, 1, 8);
  canvas_.paragraph({box.x + kPadding, box.y + 6}, Type::caption, words, palette_.ink);
}

Picture Ui::picture(const std::string& file, const Rect& rect) const {
  if (!pictures_ || file.empty()) return {};
  const auto pixels = [this](float length) { return static_cast<int>(length * scale()); };
  return pictures_(file, pixels(rect.width), pixels(rect.height));
}

}  // namespace steadfast
