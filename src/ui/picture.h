// Pictures come from the platform: ui knows only their file names and sizes.
#pragma once

#include <functional>
#include <string>

#include <imgui.h>

namespace steadfast {

struct Picture {
  ImTextureID texture = nullptr;  // null when the picture could not be had: then nothing is drawn
  float width = 0;                // of the texture, in pixels
  float height = 0;
};

// Gives the vector picture `file` as a texture that is `pixel_width` × `pixel_height` large. The platform
// keeps what it has rasterised, so that asking in every frame is cheap.
using PictureSource = std::function<Picture(const std::string& file, int pixel_width, int pixel_height)>;

}  // namespace steadfast
