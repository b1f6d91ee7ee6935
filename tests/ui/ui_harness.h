// The interface without a window: frames are drawn and thrown away, what they said stays.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"
#include "view/screen_view.h"

struct ImGuiContext;

namespace steadfast {

// Reads build/…/share/steadfast/fonts/<family>-{Regular,Bold,Italic}.<ending>.
FontFiles read_font_files(const std::string& family, const std::string& ending);

// Harnesses may be nested: only the innermost is used until it is gone.
class UiHarness {
 public:
  explicit UiHarness(float width = 1280, float height = 800);
  ~UiHarness();
  UiHarness(const UiHarness&) = delete;
  UiHarness& operator=(const UiHarness&) = delete;

  // Draws the screen until it is quiet. Fails the test when it never is.
  void show(ScreenView view);
  // The same, with a key that arrives in the frame in which the screen changes.
  void show_while_pressing(ScreenView view, Key key);
  // What the intents do to the view, as `update` would; nothing by default.
  std::function<void(ScreenView&, const Intent&)> react;

  // Hands over all keys at once, in one frame, and runs until quiet.
  void press(std::initializer_list<Key> keys);
  void press(const std::vector<KeyPress>& keys);
  void press(Key key) { press(std::vector<KeyPress>{{.key = key}}); }
  void type(std::string_view text);  // ASCII: each character with the key that types it, as SDL sends them

  // Mouse: down and up in the middle of what can be seen of the widget.
  void click(std::string_view label);
  void click_at(Point point);
  void wheel_at(Point point, float notches);

  // The node whose label (or, failing that, whose id) is this. Fails the test when there is none.
  const SemanticNode& find(std::string_view label) const;
  bool has(std::string_view label) const;
  const SemanticNode& focused() const;
  std::vector<SemanticNode> tab_stops() const;

  // Everything that was asked for since the last call.
  std::vector<Intent> take_intents();
  const ScreenView& view() const { return view_; }
  Ui& ui() { return *ui_; }
  void frame(const std::vector<KeyPress>& keys = {});

 private:
  void run_until_quiet();

  ImGuiContext* outer_;
  std::optional<Ui> ui_;
  ScreenView view_;
  std::vector<Intent> intents_;
};

}  // namespace steadfast
