// Writes a generated story: `write_story ink 300 30 story.ink` has 300 nodes and 30 decisions on every way.
#include <fmt/core.h>

#include <charconv>
#include <cstdio>
#include <fstream>
#include <string_view>

#include "generated_story.h"

namespace {

bool read_number(std::string_view text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

int main(int argument_count, char** arguments) {
  using steadfast::bench::as_ink;
  using steadfast::bench::as_yaml;
  using steadfast::bench::StoryShape;
  const std::string_view language = argument_count == 5 ? arguments[1] : "";
  StoryShape shape;
  const bool is_whole = argument_count == 5 && read_number(arguments[2], shape.nodes) &&
                        read_number(arguments[3], shape.decisions) && shape.decisions > 0 &&
                        shape.nodes >= shape.decisions;
  if (!is_whole || (language != "ink" && language != "yaml")) {
    fmt::print(stderr, "usage: write_story (ink|yaml) NODES DECISIONS FILE; not more decisions than nodes\n");
    return 2;
  }
  const auto story = steadfast::bench::make_story(shape);
  std::ofstream file(arguments[4], std::ios::binary);
  file << (language == "ink" ? as_ink(story) : as_yaml(story));
  file.flush();
  if (!file) {
    fmt::print(stderr, "{} could not be written.\n", arguments[4]);
    return 1;
  }
  return 0;
}
