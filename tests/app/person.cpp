#include "person.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>
#include <utility>

namespace steadfast {
namespace {

using Clock = std::chrono::steady_clock;

// How long a press may take to show before it is made again.
constexpr auto kOneTry = std::chrono::seconds(3);
constexpr auto kBetweenLooks = std::chrono::milliseconds(10);
constexpr int kMostTabs = 120;

}  // namespace

std::optional<SeenNode> SeenScreen::find(const std::string& words, const std::string& role) const {
  const auto has_role = [&](const SeenNode& node) { return role.empty() || node.role == role; };
  auto found = std::find_if(nodes.begin(), nodes.end(),
                            [&](const SeenNode& node) { return node.label == words && has_role(node); });
  if (found == nodes.end()) {
    found = std::find_if(nodes.begin(), nodes.end(), [&](const SeenNode& node) {
      return node.label.find(words) != std::string::npos && has_role(node);
    });
  }
  return found == nodes.end() ? std::nullopt : std::optional(*found);
}

std::optional<SeenNode> SeenScreen::focused() const {
  const auto found =
      std::find_if(nodes.begin(), nodes.end(), [](const SeenNode& node) { return node.focused; });
  return found == nodes.end() ? std::nullopt : std::optional(*found);
}

std::string SeenScreen::text() const {
  std::string text = "screen " + name + "\n";
  for (const SeenNode& node : nodes) {
    text += (node.focused ? "* " : "  ") + node.role + (node.selected ? " (selected)" : "") +
            (node.enabled ? "" : " (not available)") + ": " + node.label + "\n";
  }
  return text;
}

Person::Person(const VirtualDisplay& display, std::filesystem::path data, Variables more)
    : log_(folder_.path() / "screen.json") {
  variables_ = {{"DISPLAY", display.name()},
                {"WAYLAND_DISPLAY", ""},
                {"SDL_VIDEODRIVER", "x11"},
                {"LIBGL_ALWAYS_SOFTWARE", "1"},
                {"STEADFAST_HOME", data.string()},
                {"STEADFAST_SHARE", STEADFAST_SHARE_DIR},
                {"STEADFAST_SEMANTICS_LOG", log_.string()},
                // Drivers and X libraries keep what they took; our own leaks are found by the other tests.
                {"ASAN_OPTIONS", "detect_leaks=0"}};
  variables_.insert(more.begin(), more.end());
}

void Person::open_program() {
  std::filesystem::remove(log_);
  program_ = std::make_unique<Process>(std::vector<std::string>{STEADFAST_PROGRAM}, variables_,
                                       folder_.path(), "steadfast" + std::to_string(++runs_));
  sees("the window", [](const SeenScreen& screen) { return !screen.nodes.empty(); });
  // There is no window manager here to do it.
  const Ran focused =
      run({"xdotool", "search", "--sync", "--onlyvisible", "--name", "Steadfast", "windowfocus"}, variables_);
  EXPECT_EQ(focused.exit_code, 0) << "xdotool (package xdotool): " << focused.err;
}

void Person::kill_program() {
  program_->send(SIGKILL);
  EXPECT_EQ(program_->wait(), 128 + SIGKILL) << program_->err();
}

int Person::close_window() {
  // SDL turns this signal into the same event as the window's cross, which only a window manager offers.
  program_->send(SIGTERM);
  const int exit_code = program_->wait();
  EXPECT_EQ(program_->err(), "");
  return exit_code;
}

SeenScreen Person::look() const {
  SeenScreen screen;
  const auto json = nlohmann::json::parse(read_all(log_), nullptr, false);
  if (json.is_discarded()) return screen;
  screen.name = json["screen"];
  for (const auto& node : json["nodes"]) {
    screen.nodes.push_back({.id = node["id"],
                            .role = node["role"],
                            .label = node["label"],
                            .value = node["value"],
                            .enabled = node["enabled"],
                            .selected = node["selected"],
                            .focused = node["focused"],
                            .digit = node["digit"],
                            .x = node["rect"][0],
                            .y = node["rect"][1],
                            .width = node["rect"][2],
                            .height = node["rect"][3]});
  }
  return screen;
}

bool Person::sees(const std::string& what, const std::function<bool(const SeenScreen&)>& is_there) {
  const bool found =
      eventually([&] { return is_there(look()) || !program_->is_running(); }) && is_there(look());
  if (!found) {
    ADD_FAILURE() << "not seen: " << what << "\n"
                  << (program_->is_running() ? look().text() : "the program has ended: " + program_->err());
  }
  return found;
}

bool Person::is_on(const std::string& name) {
  return sees("the screen " + name, [&name](const SeenScreen& screen) { return screen.name == name; });
}

bool Person::holds_soon(const std::function<bool(const SeenScreen&)>& is_there) const {
  const auto deadline = Clock::now() + kOneTry;
  while (Clock::now() < deadline) {
    if (is_there(look())) return true;
    std::this_thread::sleep_for(kBetweenLooks);
  }
  return false;
}

void Person::type(const std::string& words) {
  const Ran typed = run({"xdotool", "type", "--delay", "20", words}, variables_);
  EXPECT_EQ(typed.exit_code, 0) << "xdotool (package xdotool): " << typed.err;
}

void Person::tap_quickly(const std::string& key, int times) {
  // Down and up come together. Without a moment before the next down it would be what a held key sends, and
  // those that pile up may be passed over.
  const Ran tapped =
      run({"xdotool", "key", "--delay", "0", "--repeat", std::to_string(times), "--repeat-delay", "5", key},
          variables_);
  EXPECT_EQ(tapped.exit_code, 0) << "xdotool (package xdotool): " << tapped.err;
}

void Person::press(const std::string& key) {
  const Ran pressed = run({"xdotool", "key", key}, variables_);
  EXPECT_EQ(pressed.exit_code, 0) << "xdotool (package xdotool): " << pressed.err;
}

bool Person::press_until(const std::string& key, const std::string& what,
                         const std::function<bool(const SeenScreen&)>& is_there) {
  constexpr int kTries = 20;
  for (int attempt = 0; attempt < kTries; ++attempt) {
    press(key);
    if (holds_soon(is_there)) return true;
    if (!program_->is_running()) break;
  }
  ADD_FAILURE() << "pressing " << key << " did not lead to: " << what << "\n"
                << look().text() << program_->err();
  return false;
}

bool Person::tab_to(const std::string& words, const std::string& role) {
  const auto is_on_it = [&](const SeenScreen& screen) {
    const auto node = screen.focused();
    const auto wanted = screen.find(words, role);
    return node && wanted && node->id == wanted->id;
  };
  for (int tab = 0; tab < kMostTabs && !is_on_it(look()); ++tab) {
    const auto node = look().focused();
    const std::string here = !node ? std::string() : node->id;
    if (!press_until("Tab", "the focus moves on from " + here, [&here](const SeenScreen& screen) {
          const auto now = screen.focused();
          return now && now->id != here;
        })) {
      return false;
    }
  }
  if (!is_on_it(look())) {
    ADD_FAILURE() << "Tab never came to: " << words << "\n" << look().text();
    return false;
  }
  return true;
}

bool Person::scroll_to(const std::string& words, const std::string& role) {
  const auto is_in_sight = [&](const SeenScreen& screen) {
    const auto node = screen.find(words, role);
    return node && node->width > 0 && node->height >= 20;
  };
  for (int turn = 0; turn < 40 && !is_in_sight(look()); ++turn) {
    const Ran turned = run({"xdotool", "mousemove", "800", "500", "click", "5"}, variables_);
    EXPECT_EQ(turned.exit_code, 0) << "xdotool (package xdotool): " << turned.err;
    std::this_thread::sleep_for(kBetweenLooks * 20);
  }
  return is_in_sight(look());
}

bool Person::click(const std::string& words, const std::string& role) {
  const SeenScreen screen = look();
  const auto node = screen.find(words, role);
  if (!node || node->width <= 0 || node->height <= 0) {
    ADD_FAILURE() << "nothing to click: " << words << "\n" << screen.text();
    return false;
  }
  const auto middle = [](double start, double length) {
    return std::to_string(static_cast<int>(start + length / 2));
  };
  const Ran clicked =
      run({"xdotool", "mousemove", middle(node->x, node->width), middle(node->y, node->height), "click", "1"},
          variables_);
  EXPECT_EQ(clicked.exit_code, 0) << "xdotool (package xdotool): " << clicked.err;
  return clicked.exit_code == 0;
}

}  // namespace steadfast
