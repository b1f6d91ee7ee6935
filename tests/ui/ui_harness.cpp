#include "ui_harness.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include <gtest/gtest.h>
#include <imgui.h>

#include "ui/screen_panel.h"

namespace steadfast {
namespace {

constexpr int kMostFrames = 200;

// One atlas for all tests: building it is what costs time.
struct SharedFonts {
  ImFontAtlas atlas;
  std::optional<Fonts> fonts;
  SharedFonts() {
    fonts = Fonts::load(atlas, read_font_files("Lato", "ttf"));
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
  }
};

SharedFonts& shared_fonts() {
  static SharedFonts shared;
  return shared;
}

Key digit_key(char digit) {
  switch (digit) {
    case '1':
      return Key::digit_1;
    case '2':
      return Key::digit_2;
    case '3':
      return Key::digit_3;
    case '4':
      return Key::digit_4;
    default:
      return Key::none;
  }
}

}  // namespace

FontFiles read_font_files(const std::string& family, const std::string& ending) {
  const auto read = [&](const char* style) {
    const std::string path =
        std::string(STEADFAST_SHARE_DIR) + "/fonts/" + family + "-" + style + "." + ending;
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("there is no font file " + path);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  return {read("Regular"), read("Bold"), read("Italic")};
}

UiHarness::UiHarness(float width, float height) : outer_(ImGui::GetCurrentContext()) {
  ImGui::SetCurrentContext(ImGui::CreateContext(&shared_fonts().atlas));
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {width, height};
  io.DeltaTime = 1.0F / 60;
  io.MousePos = {-100, -100};
  ui_.emplace(light_palette(), *shared_fonts().fonts, PictureSource{});
}

UiHarness::~UiHarness() {
  ImGui::DestroyContext();
  ImGui::SetCurrentContext(outer_);
}

void UiHarness::frame(const std::vector<KeyPress>& keys) {
  ImGui::NewFrame();
  ui_->begin_frame(keys);
  std::optional<Intent> intent = draw(*ui_, view_);
  ui_->end_frame();
  ImGui::Render();
  if (!intent) return;
  intents_.push_back(*intent);
  if (react) react(view_, *intent);
}

void UiHarness::run_until_quiet() {
  for (int i = 0; i < kMostFrames; ++i) {
    frame();
    if (!ui_->wants_another_frame()) return;
  }
  FAIL() << "the screen never came to rest";
}

void UiHarness::show(ScreenView view) {
  view_ = std::move(view);
  run_until_quiet();
}

void UiHarness::show_while_pressing(ScreenView view, Key key) {
  view_ = std::move(view);
  press(key);
}

void UiHarness::press(std::initializer_list<Key> keys) {
  std::vector<KeyPress> presses;
  for (const Key key : keys) presses.push_back({.key = key});
  press(presses);
}

void UiHarness::press(const std::vector<KeyPress>& keys) {
  frame(keys);
  run_until_quiet();
}

void UiHarness::type(std::string_view text) {
  std::vector<KeyPress> keys;
  for (const char letter : text) {
    if (letter == ' ') keys.push_back({.key = Key::space});
    if (digit_key(letter) != Key::none) keys.push_back({.key = digit_key(letter)});
    keys.push_back({.key = Key::character, .character = static_cast<char32_t>(letter)});
  }
  press(keys);
}

void UiHarness::click_at(Point point) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {point.x, point.y};
  io.MouseDown[0] = true;
  frame();
  io.MouseDown[0] = false;
  frame();
  io.MousePos = {-100, -100};
  run_until_quiet();
}

void UiHarness::click(std::string_view label) {
  const SemanticNode& node = find(label);
  ASSERT_GT(node.visible.width * node.visible.height, 0) << label << " is out of sight";
  click_at(node.visible.centre());
}

void UiHarness::wheel_at(Point point, float notches) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {point.x, point.y};
  io.MouseWheel = notches;
  frame();
  io.MouseWheel = 0;
  io.MousePos = {-100, -100};
  run_until_quiet();
}

bool UiHarness::has(std::string_view label) const {
  const auto& nodes = ui_->semantics().nodes();
  return std::any_of(nodes.begin(), nodes.end(),
                     [label](const SemanticNode& node) { return node.label == label; });
}

const SemanticNode& UiHarness::find(std::string_view label) const {
  const SemanticNode* found = nullptr;
  for (const SemanticNode& node : ui_->semantics().nodes()) {
    // A button and a line of text may say the same: the one that can be used is meant.
    if (node.label == label && (found == nullptr || node.focus != FocusRule::never)) found = &node;
  }
  if (found == nullptr) found = ui_->semantics().by_id(label);
  if (found != nullptr) return *found;
  ADD_FAILURE() << "nothing is called \"" << label << "\" on\n"
                << describe(ui_->semantics(), ui_->focused_id());
  static const SemanticNode nothing;
  return nothing;
}

const SemanticNode& UiHarness::focused() const {
  return find(ui_->focused_id());
}

std::vector<SemanticNode> UiHarness::tab_stops() const {
  std::vector<SemanticNode> stops;
  for (const SemanticNode& node : ui_->semantics().nodes()) {
    if (node.focus == FocusRule::by_tab) stops.push_back(node);
  }
  return stops;
}

std::vector<Intent> UiHarness::take_intents() {
  return std::exchange(intents_, {});
}

}  // namespace steadfast
