// From an SVG file to pixels, in software.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace steadfast {

// Rows from the top, four bytes a pixel: red, green, blue, opacity (not premultiplied).
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

// Draws the picture so that it fills exactly this size: it keeps its proportions, and what then reaches
// beyond two of the sides is cut off evenly. Empty when the file cannot be read as SVG.
// Must hold: width and height are above 0.
std::optional<Pixels> rasterise_svg(const std::string& path, int width, int height);

// What is shown instead of a picture that is missing: a calm, even surface with a thin frame.
Pixels placeholder_pixels(int width, int height);

// Writes a PNG file; false when it cannot be written.
bool write_png(const std::string& path, const Pixels& pixels);

}  // namespace steadfast
