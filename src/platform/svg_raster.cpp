#include "platform/svg_raster.h"

#include <SDL.h>
#include <SDL_image.h>

#include <algorithm>
#include <cstddef>
#include <memory>

namespace steadfast {
namespace {

constexpr int kBytesPerPixel = 4;

struct FreeSurface {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, FreeSurface>;

Pixels blank(int width, int height) {
  Pixels pixels{.width = width, .height = height, .rgba = {}};
  pixels.rgba.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * kBytesPerPixel, 0);
  return pixels;
}

std::uint8_t* row_of(Pixels& pixels, int row) {
  return pixels.rgba.data() +
         static_cast<std::size_t>(row) * static_cast<std::size_t>(pixels.width) * kBytesPerPixel;
}

// With one side 0 the picture keeps its own proportions.
Surface draw_svg(const std::string& path, int width, int height) {
  SDL_RWops* file = SDL_RWFromFile(path.c_str(), "rb");
  if (file == nullptr) return nullptr;
  // Asked first because SDL_image 2.6 leaks a little when it is given something else.
  const Surface drawn(IMG_isSVG(file) == 1 ? IMG_LoadSizedSVG_RW(file, width, height) : nullptr);
  SDL_RWclose(file);
  if (!drawn) return nullptr;
  return Surface(SDL_ConvertSurfaceFormat(drawn.get(), SDL_PIXELFORMAT_RGBA32, 0));
}

}  // namespace

std::optional<Pixels> rasterise_svg(const std::string& path, int width, int height) {
  Surface drawn = draw_svg(path, width, 0);
  if (drawn && drawn->h < height) drawn = draw_svg(path, 0, height);
  if (!drawn) return std::nullopt;

  // Centred: what reaches beyond the sides is cut off, what rounding leaves open stays clear.
  Pixels pixels = blank(width, height);
  const int columns = std::min(width, drawn->w);
  const int rows = std::min(height, drawn->h);
  const auto* source = static_cast<const std::uint8_t*>(drawn->pixels);
  for (int row = 0; row < rows; ++row) {
    const std::ptrdiff_t from_row = (drawn->h - rows) / 2 + row;
    const std::ptrdiff_t from_column = (drawn->w - columns) / 2;
    const std::ptrdiff_t to_column = (width - columns) / 2;
    std::copy_n(source + from_row * drawn->pitch + from_column * kBytesPerPixel,
                static_cast<std::size_t>(columns) * kBytesPerPixel,
                row_of(pixels, (height - rows) / 2 + row) + to_column * kBytesPerPixel);
  }
  return pixels;
}

Pixels placeholder_pixels(int width, int height) {
  constexpr std::uint8_t kSurface[kBytesPerPixel] = {0xE9, 0xE3, 0xD8, 0xFF};
  constexpr std::uint8_t kFrame[kBytesPerPixel] = {0xC9, 0xC0, 0xB2, 0xFF};
  Pixels pixels = blank(width, height);
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      const bool is_frame = row == 0 || column == 0 || row == height - 1 || column == width - 1;
      std::copy_n(is_frame ? kFrame : kSurface, kBytesPerPixel,
                  row_of(pixels, row) + static_cast<std::ptrdiff_t>(column) * kBytesPerPixel);
    }
  }
  return pixels;
}

bool write_png(const std::string& path, const Pixels& pixels) {
  // SDL only reads from the buffer, but its signature does not say so.
  Pixels copy = pixels;
  const Surface surface(SDL_CreateRGBSurfaceWithFormatFrom(copy.rgba.data(), copy.width, copy.height,
                                                           8 * kBytesPerPixel, copy.width * kBytesPerPixel,
                                                           SDL_PIXELFORMAT_RGBA32));
  return surface && IMG_SavePNG(surface.get(), path.c_str()) == 0;
}

}  // namespace steadfast
