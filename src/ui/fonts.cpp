#include "ui/fonts.h"

#include <cfloat>
#include <utility>

#include <imgui.h>

namespace steadfast {
namespace {

enum class Weight { regular, bold, italic };

struct Design {
  Weight weight;
  float em;
};

// In the order of `Type`. Nothing below 16, what people read at length at 20.
constexpr std::array<Design, kTypeCount> kDesigns = {{
    {Weight::regular, 16},
    {Weight::bold, 16},
    {Weight::regular, 18},
    {Weight::bold, 18},
    {Weight::italic, 18},
    {Weight::regular, 20},
    {Weight::bold, 20},
    {Weight::bold, 22},
    {Weight::bold, 32},
}};

// Latin with the punctuation of good typing, and the few signs that text may hold.
constexpr std::array<ImWchar, 17> kRanges = {0x0020, 0x00FF, 0x0100, 0x017F, 0x0218, 0x021B,
                                             0x2010, 0x2027, 0x2030, 0x203A, 0x20AC, 0x20AC,
                                             0x2190, 0x2193, 0x2212, 0x2212, 0};

const std::string& bytes_of(const FontFiles& files, Weight weight) {
  if (weight == Weight::bold) return files.bold;
  if (weight == Weight::italic) return files.italic;
  return files.regular;
}

}  // namespace

std::optional<Fonts> Fonts::load(ImFontAtlas& atlas, FontFiles files, float scale) {
  Fonts fonts;
  fonts.scale_ = scale;
  fonts.files_ = std::make_shared<const FontFiles>(std::move(files));
  for (std::size_t i = 0; i < kTypeCount; ++i) {
    const std::string& bytes = bytes_of(*fonts.files_, kDesigns[i].weight);
    const std::optional<FontMetrics> metrics = read_font_metrics(bytes);
    if (!metrics) return std::nullopt;
    Face& face = fonts.faces_[i];
    face.em = kDesigns[i].em;
    face.line = face.em * metrics->line_per_em();
    const float unit = face.em / static_cast<float>(metrics->units_per_em);
    face.ascent = static_cast<float>(metrics->ascent) * unit;
    face.cap_height =
        metrics->cap_height > 0 ? static_cast<float>(metrics->cap_height) * unit : 0.7F * face.em;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // Three samples across keep letters evenly spaced at fractions of a pixel; hinted whole-pixel advances
    // set Lato visibly too wide.
    config.OversampleH = 3;
    config.OversampleV = 1;
    config.PixelSnapH = false;
    // ImGui takes the bytes as `void*` and, not owning them, only reads them.
    void* data = const_cast<char*>(bytes.data());
    face.font = atlas.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), face.line * scale, &config,
                                           kRanges.data());
  }
  return fonts;
}

float Fonts::width(Type type, std::string_view text) const {
  const Face& of = face(type);
  return of.font->CalcTextSizeA(of.line * scale_, FLT_MAX, 0, text.data(), text.data() + text.size()).x /
         scale_;
}

bool Fonts::has(Type type, char32_t character) const {
  return character <= IM_UNICODE_CODEPOINT_MAX &&
         face(type).font->FindGlyphNoFallback(static_cast<ImWchar>(character)) != nullptr;
}

}  // namespace steadfast
