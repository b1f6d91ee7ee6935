#include "platform/svg_textures.h"

#include <algorithm>
#include <utility>

namespace steadfast {
namespace {

constexpr int kLargestSide = 4096;
// A full scene at 1280×800 takes about 16 MB in four layers.
constexpr std::size_t kBytesKept = std::size_t{16} * 1024 * 1024;

std::size_t bytes_of(const SvgTextures::Texture& texture) {
  return static_cast<std::size_t>(texture.width) * static_cast<std::size_t>(texture.height) * 4;
}

}  // namespace

SvgTextures::SvgTextures(std::string folder, std::function<TextureName(const Pixels&)> upload,
                         std::function<void(TextureName)> discard)
    : folder_(std::move(folder)), upload_(std::move(upload)), discard_(std::move(discard)) {}

SvgTextures::~SvgTextures() {
  for (const auto& [key, entry] : entries_) discard_(entry.texture.name);
}

SvgTextures::Texture SvgTextures::get(const std::string& file, int width, int height) {
  Key key{file, std::clamp(width, 1, kLargestSide), std::clamp(height, 1, kLargestSide)};
  if (const auto found = entries_.find(key); found != entries_.end()) {
    found->second.used_in_frame = frame_;
    return found->second.texture;
  }
  const auto drawn = rasterise_svg(folder_ + "/" + file, key.width, key.height);
  Entry entry;
  entry.texture = {.name = upload_(drawn ? *drawn : placeholder_pixels(key.width, key.height)),
                   .width = key.width,
                   .height = key.height,
                   .is_placeholder = !drawn};
  entry.used_in_frame = frame_;
  bytes_ += bytes_of(entry.texture);
  return entries_.emplace(std::move(key), entry).first->second.texture;
}

void SvgTextures::end_frame() {
  while (bytes_ > kBytesKept) {
    const auto oldest = std::min_element(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) {
      return a.second.used_in_frame < b.second.used_in_frame;
    });
    if (oldest == entries_.end() || oldest->second.used_in_frame == frame_) break;
    bytes_ -= bytes_of(oldest->second.texture);
    discard_(oldest->second.texture.name);
    entries_.erase(oldest);
  }
  ++frame_;
}

}  // namespace steadfast
