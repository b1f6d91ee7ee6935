// One frame of the interface: keys and mouse in, widgets drawn and named, at most one of them pressed.
//
//   ui.begin_frame(keys);                 // after ImGui::NewFrame()
//   auto intent = draw(ui, view);         // screen_panel.h
//   ui.end_frame();                       // before ImGui::Render()
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/canvas.h"
#include "ui/focus.h"
#include "ui/fonts.h"
#include "ui/geometry.h"
#include "ui/keys.h"
#include "ui/picture.h"
#include "ui/semantics.h"
#include "ui/text_edit.h"
#include "ui/theme.h"

namespace steadfast {

// What became of a widget in this frame.
struct Response {
  bool focused = false;
  bool arrived = false;  // an arrow key has just brought the focus here
  bool hovered = false;
  bool held = false;  // the mouse went down on it and is still down
  PressedBy by = PressedBy::nothing;
  bool pressed() const { return by != PressedBy::nothing; }
};

// How the focus ring of a widget looks; it lies outside the widget's rectangle.
struct RingShape {
  float radius = 12;  // of the widget itself
  Corners corners = Corners::all;
  float distance = 2;  // between widget and ring; below 0 the ring lies inside
};

class Ui {
 public:
  Ui(Palette palette, Fonts fonts, PictureSource pictures);
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  void begin_frame(std::span<const KeyPress> keys);
  void end_frame();
  // Whether keys still wait or something moved: the platform then draws once more without an event.
  bool wants_another_frame() const { return wants_frame_ || focus_.keys_waiting(); }

  // Panels call this first. When `key` changes, a new screen begins: scroll areas start at their top and
  // the focus goes to `first_focus`, or else to the screen's first heading.
  void begin_screen(std::string_view key, std::string_view first_focus = {});

  const Palette& palette() const { return palette_; }
  const Fonts& fonts() const { return fonts_; }
  Canvas& canvas() { return canvas_; }
  const Rect& window() const { return window_; }  // in design pixels
  // Window pixels per design pixel.
  float scale() const { return fonts_.scale(); }

  // Registers a widget and says what became of it. Must be called once a frame for each widget, in reading
  // order. The ring is drawn when it has the focus and can have it.
  Response widget(SemanticNode node, RingShape ring = {});
  // Registers words that only stand there; their id is their place in the list.
  void words(Role role, std::string_view label, const Rect& rect, std::string_view value = {});

  // A few more words about the widget at `rect`, drawn over everything else in this frame.
  void show_tip(const Rect& rect, std::string words);

  // The key that no widget took: escape or a function key.
  Key shortcut() const { return outcome_.shortcut; }
  bool is_focused(std::string_view id) const { return focus_.has(id); }
  const std::string& focused_id() const { return focus_.id(); }
  const Semantics& semantics() const { return semantics_; }
  void move_focus(std::string id);

  // Runs `draw` without drawing or registering anything and returns what it returns: a height, say.
  template <typename Draw>
  auto measured(Draw&& draw) {
    const bool before = canvas_.dry();
    canvas_.set_dry(true);
    auto result = draw();
    canvas_.set_dry(before);
    return result;
  }

  // A part of the screen that scrolls by wheel, keys, scroll bar, and with the focus.
  struct ScrollOptions {
    std::string id;
    std::string label;
    Rect rect;
    Color behind;            // fades out what goes on beyond the edge
    std::string newest;      // whenever this changes, the end is shown
    float side_padding = 0;  // between the rectangle's sides and the content
    // How far below the content's top the newest begins; asked once the content was measured. Where it is
    // longer than the rectangle, its start is shown instead of the end.
    std::function<float()> newest_from = nullptr;
  };
  // `content(x, y, width)` draws from there down and returns the height it took. True when it goes on
  // below the rectangle.
  bool scroll_area(const ScrollOptions& options, const std::function<float(float, float, float)>& content);

  Picture picture(const std::string& file, const Rect& rect) const;

  // For text fields: what was typed into the one that has the focus, and its cursor.
  std::span<const KeyPress> edits() const { return outcome_.edits; }
  TextCursor& text_cursor() { return text_cursor_; }
  bool text_cursor_is_new() const { return text_cursor_field_ != focus_.id(); }
  void own_text_cursor() { text_cursor_field_ = focus_.id(); }

  Point mouse() const { return mouse_; }
  bool mouse_went_down() const { return mouse_went_down_; }
  bool mouse_is_down() const { return mouse_is_down_; }

 private:
  struct Scroll {
    float offset = 0;
    float content = 0;
    std::string newest;
    bool dragged = false;  // by its bar
  };

  void scroll_by_input(const ScrollOptions& options, Scroll& scroll, float room);
  void follow_focus(const ScrollOptions& options, Scroll& scroll, std::size_t first_node);
  void draw_scroll_marks(const ScrollOptions& options, const Scroll& scroll);
  void draw_focus_ring();
  void draw_tip();

  Palette palette_;
  Fonts fonts_;
  PictureSource pictures_;
  Canvas canvas_;
  Rect window_;

  Semantics semantics_;
  Semantics last_semantics_;
  Focus focus_;
  KeyOutcome outcome_;
  std::string screen_;
  std::string wanted_focus_;
  bool focus_is_open_ = true;  // the first heading takes the focus
  bool hold_keys_ = false;     // something was pressed: keys wait until its result was drawn
  bool show_focus_ = false;    // the focus moved: scroll to it
  bool wants_frame_ = false;

  Point mouse_;
  bool mouse_went_down_ = false;
  bool mouse_is_down_ = false;
  bool mouse_went_up_ = false;
  float wheel_ = 0;
  std::string mouse_pressed_id_;

  std::map<std::string, Scroll, std::less<>> scrolls_;
  // The page keys go to the area that holds the focus, or else to the first one that has more to show.
  std::string focus_scroll_;
  std::string first_scroll_;

  struct Ring {
    bool drawn = false;
    Rect rect;
    Rect clip;
    RingShape shape;
  };
  Ring ring_;
  Rect tip_at_;
  std::string tip_;

  TextCursor text_cursor_;
  std::string text_cursor_field_;
};

}  // namespace steadfast
