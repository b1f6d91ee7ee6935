// The window, the interface in it and the pictures it shows: what a screen is drawn on.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/imgui_host.h"
#include "platform/svg_textures.h"
#include "steadfast/result.h"
#include "ui/ui.h"
#include "view/intent.h"
#include "view/screen_view.h"

namespace steadfast {

class Stage {
 public:
  // `share` holds fonts/ and assets/scenes/. The error says what is missing, and for a missing display it
  // ends in `without_display`.
  static Result<std::unique_ptr<Stage>> open(const std::filesystem::path& share, const WindowOptions& options,
                                             const std::string& without_display);

  // Draws one frame into the back buffer and returns what was asked for in it.
  std::optional<Intent> draw_frame(const ScreenView& view, const Batch& batch);
  // The same for what is no screen of the app.
  using Drawing = std::function<std::optional<Intent>(Ui&)>;
  std::optional<Intent> draw_frame(const Drawing& drawing, const Batch& batch);

  // As if the window had just been opened: no focus, nothing scrolled.
  void forget();

  ImGuiHost& host() { return *host_; }
  Ui& ui() { return *ui_; }

 private:
  Stage() = default;

  // In this order, because textures go back to the graphics card before its context ends.
  std::unique_ptr<ImGuiHost> host_;
  std::optional<SvgTextures> textures_;
  PictureSource pictures_;
  std::optional<Ui> ui_;
};

}  // namespace steadfast
