#include "app/stage.h"

#include <fmt/core.h>
#include <imgui.h>

#include <cmath>
#include <cstdint>
#include <utility>

#include "app/keys.h"
#include "platform/files.h"
#include "ui/screen_panel.h"
#include "ui/theme.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

Result<FontFiles> read_fonts(const fs::path& folder) {
  FontFiles fonts;
  const auto read = [&folder](const char* name, std::string& into) -> std::string {
    FileText file = read_file(folder / name);
    if (!file.text) return std::move(file.problem);
    into = std::move(*file.text);
    return {};
  };
  for (const auto& problem : {read("Lato-Regular.ttf", fonts.regular), read("Lato-Bold.ttf", fonts.bold),
                              read("Lato-Italic.ttf", fonts.italic)}) {
    if (!problem.empty()) return Error{problem};
  }
  return fonts;
}

Error explain(const OpenedHost& opened, const std::string& without_display) {
  if (opened.problem == OpenProblem::no_display) {
    return Error{"Steadfast found no display to open its window on; " + without_display};
  }
  return Error{
      fmt::format("Steadfast found a display but could not draw on it ({}); install libgl1-mesa-dri for "
                  "drawing in software, or run: steadfast play FILE",
                  opened.details)};
}

Colour as_colour(Color color) {
  return {static_cast<float>(color.red) / 255, static_cast<float>(color.green) / 255,
          static_cast<float>(color.blue) / 255};
}

}  // namespace

Result<std::unique_ptr<Stage>> Stage::open(const fs::path& share, const WindowOptions& options,
                                           const std::string& without_display) {
  auto fonts = read_fonts(share / "fonts");
  if (!fonts) return fonts.error();
  OpenedHost opened = ImGuiHost::open(options);
  if (!opened.host) return explain(opened, without_display);

  std::unique_ptr<Stage> stage(new Stage);
  stage->host_ = std::move(opened.host);
  ImGuiHost& host = *stage->host_;
  stage->textures_.emplace((share / "assets" / "scenes").string(),
                           [&host](const Pixels& pixels) { return host.upload(pixels); },
                           [&host](TextureName texture) { host.discard(texture); });
  auto faces = Fonts::load(*ImGui::GetIO().Fonts, std::move(fonts.value()), host.suggested_scale());
  if (!faces) {
    return Error{fmt::format("The fonts in {} cannot be read; build or install Steadfast anew.",
                             (share / "fonts").string())};
  }
  host.refresh_fonts();
  SvgTextures& textures = *stage->textures_;
  const float density = host.pixel_density();
  stage->pictures_ = [&textures, density](const std::string& file, int width, int height) {
    const auto scaled = [density](int length) {
      return static_cast<int>(std::lround(static_cast<float>(length) * density));
    };
    const auto texture = textures.get(file, scaled(width), scaled(height));
    return Picture{.texture = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture.name)),
                   .width = static_cast<float>(texture.width),
                   .height = static_cast<float>(texture.height)};
  };
  stage->ui_.emplace(light_palette(), std::move(*faces), stage->pictures_);
  return stage;
}

void Stage::forget() {
  const Fonts fonts = ui_->fonts();
  ui_.emplace(light_palette(), fonts, pictures_);
}

std::optional<Intent> Stage::draw_frame(const ScreenView& view, const Batch& batch) {
  return draw_frame([&view](Ui& ui) { return draw(ui, view); }, batch);
}

std::optional<Intent> Stage::draw_frame(const Drawing& drawing, const Batch& batch) {
  host_->begin_frame(batch);
  ui_->begin_frame(as_key_presses(batch));
  std::optional<Intent> intent = drawing(*ui_);
  ui_->end_frame();
  host_->end_frame(as_colour(ui_->palette().paper));
  textures_->end_frame();
  return intent;
}

}  // namespace steadfast
