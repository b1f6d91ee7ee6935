#include "platform/imgui_host.h"

#include <SDL.h>
#include <SDL_opengl.h>

#include <imgui.h>
#if __has_include(<backends/imgui_impl_sdl2.h>)
#include <backends/imgui_impl_sdl2.h>
#elif __has_include(<imgui_impl_sdl2.h>)
#include <imgui_impl_sdl2.h>
#elif __has_include(<backends/imgui_impl_sdl.h>)
#include <backends/imgui_impl_sdl.h>
#else
#include <imgui_impl_sdl.h>
#endif
#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace steadfast {
namespace {

constexpr int kLeastWidth = 1280;
constexpr int kLeastHeight = 720;
// After a long wait ImGui would otherwise see one frame of many seconds.
constexpr float kLongestFrame = 1.0F / 30;

// These drivers draw where nobody can see it; SDL falls back to them when there is no display.
bool is_unseen(std::string_view driver) {
  return driver == "offscreen" || driver == "dummy" || driver == "evdev";
}

bool start_video() {
  const auto is_set = [](const char* name) {
    const char* value = SDL_getenv(name);
    return value != nullptr && *value != '\0';
  };
  // Asking without any display makes libwayland write a line of its own to standard error.
  if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") && !is_set("SDL_VIDEODRIVER")) return false;
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return false;
  const char* driver = SDL_GetCurrentVideoDriver();
  const bool was_asked_for = SDL_getenv("SDL_VIDEODRIVER") != nullptr;
  if (driver != nullptr && (was_asked_for || !is_unseen(driver))) return true;
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
  return false;
}

void set_hints() {
  SDL_SetHint(SDL_HINT_APP_NAME, "Steadfast");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
  // The first click on a window in the background also presses what it hits.
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
}

void set_graphics_attributes() {
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, 0);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 8);
}

struct Size {
  int width = 0;
  int height = 0;
};

// The part of the screen a window may take; generous when SDL does not know.
Size usable_screen() {
  SDL_Rect bounds{};
  if (SDL_GetDisplayUsableBounds(0, &bounds) != 0 || bounds.w <= 0 || bounds.h <= 0) return {16384, 16384};
  return {bounds.w, bounds.h};
}

// The largest step that the screen's dots per inch ask for and that it has room for.
float scale_for(Size screen) {
  constexpr float kUsualDotsPerInch = 96;
  constexpr float kStep = 0.25F;
  constexpr float kLargest = 2.5F;
  float dots_per_inch = 0;
  if (SDL_GetDisplayDPI(0, nullptr, &dots_per_inch, nullptr) != 0) return 1;
  const float room = std::min(static_cast<float>(screen.width) / kLeastWidth,
                              static_cast<float>(screen.height) / kLeastHeight);
  const float wanted = std::min({dots_per_inch / kUsualDotsPerInch, room, kLargest});
  return std::max(1.0F, std::floor(wanted / kStep) * kStep);
}

}  // namespace

struct ImGuiHost::Parts {
  SDL_Window* window = nullptr;
  SDL_GLContext context = nullptr;
  float scale = 1;
  bool has_imgui = false;
  bool has_backends = false;

  Parts() = default;
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  ~Parts() {
    if (has_backends) {
      ImGui_ImplOpenGL3_Shutdown();
      ImGui_ImplSDL2_Shutdown();
    }
    if (has_imgui) ImGui::DestroyContext();
    close_window();
    SDL_Quit();
  }

  void close_window() {
    if (context != nullptr) SDL_GL_DeleteContext(context);
    if (window != nullptr) SDL_DestroyWindow(window);
    context = nullptr;
    window = nullptr;
  }

  bool open_window(const WindowOptions& options) {
    set_graphics_attributes();
    Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    Size size{options.width, options.height};
    if (options.kind == WindowKind::hidden) {
      flags |= SDL_WINDOW_HIDDEN;
    } else {
      const Size screen = usable_screen();
      scale = scale_for(screen);
      const auto fit = [this](int length, int room) {
        return std::min(static_cast<int>(static_cast<float>(length) * scale), room);
      };
      size = {fit(size.width, screen.width), fit(size.height, screen.height)};
    }
    window = SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                              size.width, size.height, flags);
    if (window == nullptr) return false;
    SDL_SetWindowMinimumSize(window, std::min(kLeastWidth, size.width), std::min(kLeastHeight, size.height));
    context = SDL_GL_CreateContext(window);
    if (context == nullptr || SDL_GL_MakeCurrent(window, context) != 0) {
      close_window();
      return false;
    }
    // A screen that cannot wait for its refresh still draws only after events.
    if (options.kind == WindowKind::shown) SDL_GL_SetSwapInterval(1);
    return true;
  }

  bool start_imgui() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    has_imgui = true;
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags &= ~(ImGuiConfigFlags_NavEnableKeyboard | ImGuiConfigFlags_NavEnableGamepad);
    io.ConfigInputTextCursorBlink = false;
    if (!ImGui_ImplSDL2_InitForOpenGL(window, context)) return false;
    if (!ImGui_ImplOpenGL3_Init("#version 130")) {
      ImGui_ImplSDL2_Shutdown();
      return false;
    }
    has_backends = true;
    return true;
  }
};

OpenedHost ImGuiHost::open(const WindowOptions& options) {
  OpenedHost opened;
  set_hints();
  std::unique_ptr<ImGuiHost> host(new ImGuiHost);
  host->parts_ = std::make_unique<Parts>();
  Parts& parts = *host->parts_;
  if (!start_video()) {
    opened.problem = OpenProblem::no_display;
    opened.details = SDL_GetError();
    return opened;
  }
  bool has_window = parts.open_window(options);
  if (!has_window) {
    // The driver reads this when it connects to the display, so the connection is made anew.
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    SDL_setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    has_window = start_video() && parts.open_window(options);
  }
  if (!has_window || !parts.start_imgui()) {
    opened.problem = OpenProblem::no_graphics;
    opened.details = SDL_GetError();
    return opened;
  }
  opened.host = std::move(host);
  return opened;
}

ImGuiHost::~ImGuiHost() = default;

std::function<void(const SDL_Event&)> ImGuiHost::event_sink() {
  return [](const SDL_Event& event) { ImGui_ImplSDL2_ProcessEvent(&event); };
}

void ImGuiHost::begin_frame(const Batch& batch) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM < 18700
  // This version asks where the pointer is now; a click counts where it was made.
  if (batch.pressed_at) io.MousePos = ImVec2(batch.pressed_at->x, batch.pressed_at->y);
#else
  static_cast<void>(batch);
#endif
  io.DeltaTime = std::min(io.DeltaTime, kLongestFrame);
  ImGui::NewFrame();
}

void ImGuiHost::end_frame(Colour background) {
  ImGui::Render();
  const ImGuiIO& io = ImGui::GetIO();
  glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x),
             static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y));
  glClearColor(background.red, background.green, background.blue, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void ImGuiHost::present() {
  SDL_GL_SwapWindow(parts_->window);
}

Pixels ImGuiHost::read_pixels() const {
  Pixels pixels;
  SDL_GL_GetDrawableSize(parts_->window, &pixels.width, &pixels.height);
  const auto row = static_cast<std::size_t>(pixels.width) * 4;
  std::vector<std::uint8_t> from_below(row * static_cast<std::size_t>(pixels.height));
  glReadBuffer(GL_BACK);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, pixels.width, pixels.height, GL_RGBA, GL_UNSIGNED_BYTE, from_below.data());
  pixels.rgba.reserve(from_below.size());
  for (auto line = static_cast<std::size_t>(pixels.height); line > 0; --line) {
    const auto start = from_below.begin() + static_cast<std::ptrdiff_t>((line - 1) * row);
    pixels.rgba.insert(pixels.rgba.end(), start, start + static_cast<std::ptrdiff_t>(row));
  }
  // What shows through a window is never meant: the picture is opaque.
  for (std::size_t index = 3; index < pixels.rgba.size(); index += 4) pixels.rgba[index] = 0xFF;
  return pixels;
}

void ImGuiHost::refresh_fonts() {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
  // The letters are on the graphics card now; the copy here would double their memory.
  ImGui::GetIO().Fonts->ClearTexData();
}

TextureName ImGuiHost::upload(const Pixels& pixels) const {
  GLint bound = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, pixels.width, pixels.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               pixels.rgba.data());
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
  return texture;
}

void ImGuiHost::discard(TextureName texture) const {
  const GLuint name = texture;
  glDeleteTextures(1, &name);
}

float ImGuiHost::pixel_density() const {
  int window_width = 0;
  int drawable_width = 0;
  SDL_GetWindowSize(parts_->window, &window_width, nullptr);
  SDL_GL_GetDrawableSize(parts_->window, &drawable_width, nullptr);
  if (window_width <= 0) return 1;
  return static_cast<float>(drawable_width) / static_cast<float>(window_width);
}

float ImGuiHost::suggested_scale() const {
  return parts_->scale;
}

}  // namespace steadfast
