// A small YAML document that tests change and write again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml_tree.h"

namespace steadfast::test {

struct Thing {
  enum class Kind { written, map, list };
  Kind kind = Kind::written;
  std::string yaml;               // of `written`: what stands behind the colon or the dash, on one line
  std::vector<std::string> keys;  // of `map`: as many as items
  std::vector<Thing> items;

  static Thing written(std::string_view yaml);
  std::optional<std::size_t> find(std::string_view key) const;
};

// The same document; its comments are gone, and only plain words stay without quotes.
Thing thing_of(YamlNode node);

// The text of a file. Must hold: the thing is a map that is not empty, or written.
std::string yaml_of(const Thing& thing);

}  // namespace steadfast::test
