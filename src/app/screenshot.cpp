#include "app/screenshot.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "app/load_content.h"
#include "app/rehearsal.h"
#include "app/scene_sheet.h"
#include "app/stage.h"
#include "view/screen_view.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

constexpr const char* kWithoutDisplay =
    "pictures of the screens need one too: try `xvfb-run -a steadfast screenshot …` from the package xvfb";

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "steadfast-XXXXXX").string();
    if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code error;
    if (path_) fs::remove_all(*path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::optional<fs::path>& path() const { return path_; }

 private:
  std::optional<fs::path> path_;
};

// No screen of the app, so only drawn when it is asked for.
constexpr const char* kSceneSheet = "scenes";

Result<std::vector<std::string>> wanted_screens(const std::vector<std::string>& asked) {
  const std::vector<std::string> screens = rehearsed_screens();
  std::vector<std::string> wanted;
  for (const std::string& name : asked) {
    const bool is_screen = std::find(screens.begin(), screens.end(), name) != screens.end();
    if (name == "all") {
      wanted.insert(wanted.end(), screens.begin(), screens.end());
    } else if (is_screen || name == kSceneSheet) {
      wanted.push_back(name);
    } else {
      return Error{fmt::format("There is no screen called {}; there are: {}, {}, all.", name,
                               fmt::join(screens, ", "), kSceneSheet)};
    }
  }
  return asked.empty() ? screens : wanted;
}

// Scrolling to the focus and measuring take a few frames until nothing moves any more.
template <class Drawn>
Pixels picture_of(Stage& stage, const Drawn& drawn) {
  constexpr int kAtLeast = 4;
  constexpr int kAtMost = 60;
  stage.forget();
  for (int frame = 1; frame < kAtMost; ++frame) {
    stage.draw_frame(drawn, {});
    if (frame >= kAtLeast && !stage.ui().wants_another_frame()) break;
    stage.host().present();
  }
  return stage.host().read_pixels();
}

Result<Pixels> picture_called(const std::string& screen, Stage& stage,
                              const std::shared_ptr<const Content>& content) {
  if (screen == kSceneSheet) {
    const Stage::Drawing sheet = [&content](Ui& ui) -> std::optional<Intent> {
      draw_scene_sheet(ui, *content);
      return std::nullopt;
    };
    return picture_of(stage, sheet);
  }
  const TemporaryFolder folder;
  if (!folder.path()) return Error{"No temporary folder could be made for the record of the pictures."};
  const auto course = rehearse(screen, content, *folder.path());
  if (!course) return course.error();
  return picture_of(stage, make_screen_view(course.value()->state()));
}

}  // namespace

Outcome take_screenshots(const fs::path& share, const ScreenshotRequest& request) {
  const auto screens = wanted_screens(request.screens);
  if (!screens) return screens.error();
  std::error_code error;
  fs::create_directories(request.out, error);
  if (error)
    return Error{fmt::format("The folder {} cannot be made: {}.", request.out.string(), error.message())};
  const auto content = load_content({.share = share});
  if (!content) return content.error();
  auto stage = Stage::open(
      share,
      {.title = "Steadfast", .width = request.width, .height = request.height, .kind = WindowKind::hidden},
      kWithoutDisplay);
  if (!stage) return stage.error();

  for (const std::string& screen : screens.value()) {
    const auto picture = picture_called(screen, *stage.value(), content.value());
    if (!picture) return picture.error();
    const fs::path file = request.out / (screen + ".png");
    if (!write_png(file.string(), picture.value())) {
      return Error{fmt::format("The picture {} cannot be written.", file.string())};
    }
    fmt::print("{}\n", file.string());
  }
  return Done{};
}

}  // namespace steadfast
