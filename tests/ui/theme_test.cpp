#include "ui/theme.h"

#include <gtest/gtest.h>

namespace steadfast {
namespace {

TEST(Contrast, AgreesWithPublishedValues) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 0.001);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.005);
  EXPECT_NEAR(contrast(rgb(0xFFFFFF), rgb(0x777777)), 4.48, 0.005);
  EXPECT_NEAR(contrast(rgb(0x123456), rgb(0x123456)), 1.0, 0.001);
}

void expect_readable(const Palette& palette) {
  const auto pairs = contrast_pairs(palette);
  ASSERT_GT(pairs.size(), 30U);
  for (const ContrastPair& pair : pairs) {
    EXPECT_EQ(pair.front.alpha, 255) << pair.name;
    EXPECT_EQ(pair.back.alpha, 255) << pair.name;
    EXPECT_GE(contrast(pair.front, pair.back), pair.needed) << pair.name;
  }
}

TEST(Palette, EveryLightPairIsReadable) {
  expect_readable(light_palette());
}
TEST(Palette, EveryDarkPairIsReadable) {
  expect_readable(dark_palette());
}
TEST(Palette, EveryHighContrastPairIsReadable) {
  expect_readable(high_contrast_palette());
}

TEST(Palette, MayHaveSetBackIsNeverRed) {
  for (const Palette& palette : {light_palette(), dark_palette(), high_contrast_palette()}) {
    for (const Color color : {palette.setback, palette.chart_setback}) {
      EXPECT_GT(color.green * 2, color.red) << "amber-brown holds at least half as much green as red";
    }
  }
}

}  // namespace
}  // namespace steadfast
