// What a font file says about its own size, so that "20 pixels" means the same em in every font.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace steadfast {

struct FontMetrics {
  int units_per_em = 0;
  int ascent = 0;      // of the line as the rasteriser takes it, in font units
  int descent = 0;     // below the baseline, negative
  int cap_height = 0;  // 0 when the font does not say

  // ImGui's size of a font is the height of its line, not its em: multiply an em by this to get it.
  float line_per_em() const {
    return static_cast<float>(ascent - descent) / static_cast<float>(units_per_em);
  }
};

// Reads the tables `head`, `hhea` and `OS/2` of a TrueType or OpenType file. Empty when the bytes are not
// such a font.
std::optional<FontMetrics> read_font_metrics(std::string_view file_bytes);

}  // namespace steadfast
