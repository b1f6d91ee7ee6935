// The window and everything ImGui needs to draw in it. The version of ImGui is known here and nowhere else.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "platform/event_loop.h"
#include "platform/svg_raster.h"
#include "platform/svg_textures.h"

namespace steadfast {

enum class WindowKind { shown, hidden };

struct WindowOptions {
  std::string title;
  int width = 1280;  // a smaller screen opens the window at the screen's size
  int height = 800;
  WindowKind kind = WindowKind::shown;
};

struct Colour {
  float red = 0;
  float green = 0;
  float blue = 0;
};

enum class OpenProblem { none, no_display, no_graphics };

class ImGuiHost;
struct OpenedHost {
  std::unique_ptr<ImGuiHost> host;  // null when there was a problem
  OpenProblem problem = OpenProblem::none;
  std::string details;  // what SDL said, for no_graphics
};

// One at a time: ImGui's context is global.
class ImGuiHost {
 public:
  // Tries the machine's graphics driver first, then Mesa's software drawing.
  static OpenedHost open(const WindowOptions& options);
  ~ImGuiHost();
  ImGuiHost(const ImGuiHost&) = delete;
  ImGuiHost& operator=(const ImGuiHost&) = delete;

  // To be given to the event loop.
  std::function<void(const union SDL_Event&)> event_sink();

  // Between these two the interface is drawn. `end_frame` leaves the picture in the back buffer.
  void begin_frame(const Batch& batch);
  void end_frame(Colour background);
  void present();

  // The picture in the back buffer: valid between `end_frame` and `present`.
  Pixels read_pixels() const;

  // After the font atlas was rebuilt.
  void refresh_fonts();

  TextureName upload(const Pixels& pixels) const;
  void discard(TextureName texture) const;

  // Framebuffer pixels per window coordinate: above 1 on some high-density screens.
  float pixel_density() const;

  // How large the interface should be so that it is readable on this screen: 1, 1.25 … 2.5. It is 1 for
  // hidden windows and wherever the screen has no room for more; the shown window is already that large.
  float suggested_scale() const;

 private:
  ImGuiHost() = default;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace steadfast
