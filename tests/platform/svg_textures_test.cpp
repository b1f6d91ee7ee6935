#include "platform/svg_textures.h"

#include <SDL.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace steadfast {
namespace {

constexpr const char* kTwoHalves = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
  <rect x="0" y="0" width="10" height="10" fill="#ff0000"/>
  <rect x="10" y="0" width="10" height="10" fill="#0000ff"/>
</svg>)";

class SvgTexturesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() /
             ("steadfast-svg-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    write("halves.svg", kTwoHalves);
    write("broken.svg", "this is no picture");
  }
  void TearDown() override {
    std::filesystem::remove_all(folder);
    // SDL keeps its last error sentence until then, which the leak checker would report.
    SDL_Quit();
  }

  void write(const std::string& name, const std::string& text) const { std::ofstream(folder / name) << text; }

  SvgTextures make() {
    return SvgTextures(
        folder.string(),
        [this](const Pixels& pixels) {
          uploads.push_back(pixels);
          alive.insert(++last_name);
          return last_name;
        },
        [this](TextureName name) { EXPECT_EQ(alive.erase(name), 1U); });
  }

  std::filesystem::path folder;
  std::vector<Pixels> uploads;
  std::set<TextureName> alive;
  TextureName last_name = 0;
};

std::vector<int> colour_at(const Pixels& pixels, int x, int y) {
  const auto start = static_cast<std::size_t>((y * pixels.width + x) * 4);
  return {pixels.rgba[start], pixels.rgba[start + 1], pixels.rgba[start + 2], pixels.rgba[start + 3]};
}

TEST_F(SvgTexturesTest, APictureIsDrawnAtTheSizeAskedFor) {
  const auto drawn = rasterise_svg((folder / "halves.svg").string(), 200, 100);
  ASSERT_TRUE(drawn.has_value());
  EXPECT_EQ(drawn->width, 200);
  EXPECT_EQ(drawn->height, 100);
  ASSERT_EQ(drawn->rgba.size(), 200U * 100U * 4U);
  EXPECT_EQ(colour_at(*drawn, 50, 50), (std::vector<int>{255, 0, 0, 255}));
  EXPECT_EQ(colour_at(*drawn, 150, 50), (std::vector<int>{0, 0, 255, 255}));
}

TEST_F(SvgTexturesTest, APictureOfOtherProportionsFillsTheSizeAndIsCutEvenly) {
  for (const auto& [width, height] : std::vector<std::pair<int, int>>{{100, 100}, {200, 40}}) {
    const auto drawn = rasterise_svg((folder / "halves.svg").string(), width, height);
    ASSERT_TRUE(drawn.has_value());
    for (const int row : {1, height / 2, height - 2}) {
      EXPECT_EQ(colour_at(*drawn, 1, row), (std::vector<int>{255, 0, 0, 255})) << width << "x" << height;
      EXPECT_EQ(colour_at(*drawn, width / 2 - 3, row), (std::vector<int>{255, 0, 0, 255}));
      EXPECT_EQ(colour_at(*drawn, width / 2 + 2, row), (std::vector<int>{0, 0, 255, 255}));
      EXPECT_EQ(colour_at(*drawn, width - 2, row), (std::vector<int>{0, 0, 255, 255}));
    }
  }
}

TEST_F(SvgTexturesTest, APictureIsDrawnOncePerSize) {
  auto textures = make();
  const auto first = textures.get("halves.svg", 40, 20);
  textures.end_frame();
  const auto again = textures.get("halves.svg", 40, 20);
  EXPECT_EQ(first.name, again.name);
  EXPECT_EQ(uploads.size(), 1U);
  const auto larger = textures.get("halves.svg", 80, 40);
  EXPECT_NE(first.name, larger.name);
  EXPECT_EQ(uploads.size(), 2U);
  EXPECT_EQ(textures.bytes(), 40U * 20U * 4U + 80U * 40U * 4U);
}

TEST_F(SvgTexturesTest, AMissingOrBrokenFileGivesAPlaceholderOfTheSameSize) {
  auto textures = make();
  for (const char* file : {"nowhere.svg", "broken.svg"}) {
    const auto texture = textures.get(file, 30, 20);
    EXPECT_TRUE(texture.is_placeholder) << file;
    EXPECT_EQ(texture.width, 30);
    EXPECT_EQ(texture.height, 20);
    EXPECT_NE(texture.name, 0U);
  }
  EXPECT_FALSE(textures.get("halves.svg", 30, 20).is_placeholder);
  ASSERT_EQ(uploads.size(), 3U);
  EXPECT_EQ(colour_at(uploads[0], 15, 10)[3], 255);
}

TEST_F(SvgTexturesTest, SizesOutOfReasonAreClamped) {
  auto textures = make();
  const auto none = textures.get("halves.svg", 0, -5);
  EXPECT_EQ(none.width, 1);
  EXPECT_EQ(none.height, 1);
}

TEST_F(SvgTexturesTest, PicturesThatAreNoLongerDrawnAreLetGoWhenMemoryGrows) {
  auto textures = make();
  const auto kept = textures.get("halves.svg", 100, 50);
  for (int frame = 0; frame < 40; ++frame) {
    EXPECT_EQ(textures.get("halves.svg", 100, 50).name, kept.name);
    textures.get("halves.svg", 1000 + frame, 900);
    textures.end_frame();
    EXPECT_TRUE(alive.count(kept.name) == 1);
  }
  EXPECT_LE(textures.bytes(), std::size_t{48} * 1024 * 1024);
  EXPECT_LT(alive.size(), 41U);
}

TEST_F(SvgTexturesTest, WhatThisFrameDrewStaysHoweverLargeItIs) {
  auto textures = make();
  std::vector<TextureName> names;
  for (int index = 0; index < 6; ++index)
    names.push_back(textures.get("nowhere.svg", 2000 + index, 2000).name);
  textures.end_frame();
  for (const TextureName name : names) EXPECT_EQ(alive.count(name), 1U);
}

TEST_F(SvgTexturesTest, EveryTextureIsGivenBackAtTheEnd) {
  {
    auto textures = make();
    textures.get("halves.svg", 10, 10);
    textures.get("nowhere.svg", 10, 10);
    EXPECT_EQ(alive.size(), 2U);
  }
  EXPECT_TRUE(alive.empty());
}

TEST_F(SvgTexturesTest, APictureSurvivesAPngFile) {
  const auto drawn = rasterise_svg((folder / "halves.svg").string(), 20, 10);
  ASSERT_TRUE(drawn.has_value());
  const auto file = folder / "halves.png";
  ASSERT_TRUE(write_png(file.string(), *drawn));
  EXPECT_GT(std::filesystem::file_size(file), 50U);
  EXPECT_FALSE(write_png((folder / "no" / "such" / "folder.png").string(), *drawn));
}

}  // namespace
}  // namespace steadfast
