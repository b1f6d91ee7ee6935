// Pictures for the screen: each SVG file drawn once per size, kept while it is in use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "platform/svg_raster.h"

namespace steadfast {

// A texture of the graphics card, as a plain number; 0 is none.
using TextureName = std::uint32_t;

class SvgTextures {
 public:
  struct Texture {
    TextureName name = 0;
    int width = 0;
    int height = 0;
    bool is_placeholder = false;  // the file could not be drawn
  };

  // `upload` makes a texture out of pixels, `discard` gives it back. Files are looked up under `folder`.
  SvgTextures(std::string folder, std::function<TextureName(const Pixels&)> upload,
              std::function<void(TextureName)> discard);
  ~SvgTextures();
  SvgTextures(const SvgTextures&) = delete;
  SvgTextures& operator=(const SvgTextures&) = delete;

  // The picture at this size (at least 1×1, at most 4096 a side). A missing or broken file gives a
  // placeholder of the same size. Valid until the frame ends.
  Texture get(const std::string& file, int width, int height);

  // To be called once a frame, after drawing: lets go of what was not drawn for a while when the pictures
  // together are large, so that dragging the window's edge does not fill the memory.
  void end_frame();

  std::size_t bytes() const { return bytes_; }

 private:
  struct Key {
    std::string file;
    int width = 0;
    int height = 0;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Entry {
    Texture texture;
    std::uint64_t used_in_frame = 0;
  };

  std::string folder_;
  std::function<TextureName(const Pixels&)> upload_;
  std::function<void(TextureName)> discard_;
  std::map<Key, Entry> entries_;
  std::uint64_t frame_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace steadfast
