// The faces the interface speaks in: a font at a size, named by what it is for.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ui/font_metrics.h"

struct ImFont;
struct ImFontAtlas;

namespace steadfast {

enum class Type { caption, caption_bold, note, note_bold, note_italic, body, body_bold, title, heading };
constexpr std::size_t kTypeCount = 9;

// Sizes in design pixels, as at 100 %.
struct Face {
  ImFont* font = nullptr;
  float em = 0;          // the size people mean when they say "20 pixels"
  float line = 0;        // ImGui's size of it: the height from ascent to descent
  float cap_height = 0;  // of a capital letter, in pixels
  float ascent = 0;      // from the top of `line` to the baseline, in pixels
};

// The bytes of three font files.
struct FontFiles {
  std::string regular;
  std::string bold;
  std::string italic;
};

class Fonts {
 public:
  // Adds every face to the atlas, which then still has to be built. `scale` is 1 at 100 %. Empty when a
  // file is not a font. The atlas reads the bytes until it is built, so the result must outlive that.
  static std::optional<Fonts> load(ImFontAtlas& atlas, FontFiles files, float scale = 1.0F);

  const Face& face(Type type) const { return faces_[static_cast<std::size_t>(type)]; }
  float scale() const { return scale_; }

  // The width of one line of text.
  float width(Type type, std::string_view text) const;
  // Whether the face can write the character itself.
  bool has(Type type, char32_t character) const;

 private:
  std::shared_ptr<const FontFiles> files_;
  std::array<Face, kTypeCount> faces_;
  float scale_ = 1;
};

}  // namespace steadfast
