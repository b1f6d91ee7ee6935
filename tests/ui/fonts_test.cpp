#include "ui/fonts.h"

#include <cmath>

#include <gtest/gtest.h>
#include <imgui.h>
#include <stb_truetype.h>

#include "ui_harness.h"

namespace steadfast {
namespace {

void build(ImFontAtlas& atlas) {
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
}

struct Family {
  const char* name;
  const char* ending;
  float factor;  // of line to em
};

class FontFamilies : public testing::TestWithParam<Family> {};

TEST_P(FontFamilies, LineHeightFollowsTheFontsOwnMetrics) {
  const auto metrics = read_font_metrics(read_font_files(GetParam().name, GetParam().ending).regular);
  ASSERT_TRUE(metrics);
  EXPECT_NEAR(metrics->line_per_em(), GetParam().factor, 0.01);
}

// The rasteriser's own idea of an em, asked without our conversion.
TEST_P(FontFamilies, AnEmIsAnEmWithinTwoPercent) {
  const FontFiles files = read_font_files(GetParam().name, GetParam().ending);
  ImFontAtlas atlas;
  const auto fonts = Fonts::load(atlas, files);
  ASSERT_TRUE(fonts);
  build(atlas);
  stbtt_fontinfo info;
  ASSERT_NE(stbtt_InitFont(&info, reinterpret_cast<const unsigned char*>(files.regular.data()), 0), 0);
  const float em = fonts->face(Type::body).em;
  const float scale = stbtt_ScaleForMappingEmToPixels(&info, em);
  for (const char letter : {'n', 'M', 'o', '5'}) {
    int advance = 0;
    int bearing = 0;
    stbtt_GetCodepointHMetrics(&info, letter, &advance, &bearing);
    const float expected = static_cast<float>(advance) * scale;
    EXPECT_NEAR(fonts->width(Type::body, std::string(1, letter)), expected, expected * 0.02F) << letter;
  }
}

INSTANTIATE_TEST_SUITE_P(All, FontFamilies,
                         testing::Values(Family{"Lato", "ttf", 1.20F}, Family{"Andika", "ttf", 1.61F},
                                         Family{"OpenDyslexic", "otf", 1.75F}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Fonts, BodyIsTwentyPixelsAndNothingIsBelowSixteen) {
  UiHarness harness;
  const Fonts& fonts = harness.ui().fonts();
  for (std::size_t i = 0; i < kTypeCount; ++i) EXPECT_GE(fonts.face(static_cast<Type>(i)).em, 16);
  for (const Type type : {Type::body, Type::body_bold}) EXPECT_GE(fonts.face(type).em, 20);
}

TEST(Fonts, WriteThePunctuationOfGoodTyping) {
  UiHarness harness;
  const Fonts& fonts = harness.ui().fonts();
  for (std::size_t i = 0; i < kTypeCount; ++i) {
    for (const char32_t sign :
         U"aZ09\u00E9\u00DF\u00F1\u0151\u2013\u2014\u201C\u201D\u2018\u2019\u2026\u00B7") {
      if (sign == 0) continue;  // the end of the literal
      EXPECT_TRUE(fonts.has(static_cast<Type>(i), sign)) << static_cast<int>(sign) << " in " << i;
    }
  }
}

TEST(Fonts, LayoutIsTheSameAtEveryScale) {
  UiHarness harness;
  ImFontAtlas atlas;
  const auto large = Fonts::load(atlas, read_font_files("Lato", "ttf"), 2.0F);
  ASSERT_TRUE(large);
  build(atlas);
  const float width = harness.ui().fonts().width(Type::body, "I\u2019m glad you came.");
  EXPECT_NEAR(large->width(Type::body, "I\u2019m glad you came."), width, width * 0.01F);
  EXPECT_NEAR(large->face(Type::body).font->FontSize,
              2 * harness.ui().fonts().face(Type::body).font->FontSize, 0.01);
}

TEST(Fonts, BytesThatAreNoFontGiveNothing) {
  const FontFiles files = read_font_files("Lato", "ttf");
  EXPECT_FALSE(read_font_metrics(""));
  EXPECT_FALSE(read_font_metrics("not a font at all, but long enough to look into"));
  for (std::size_t size = 0; size < 600; size += 7) {
    EXPECT_FALSE(read_font_metrics(std::string_view(files.regular).substr(0, size))) << size;
  }
  ImFontAtlas atlas;
  EXPECT_FALSE(Fonts::load(atlas, {files.regular, "broken", files.italic}));
}

}  // namespace
}  // namespace steadfast
