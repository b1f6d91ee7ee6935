// The keys that the form of a file knows, for whoever reads lines before there is a tree.
#pragma once

#include <span>
#include <string_view>

#include "schema.h"

namespace steadfast {

class KnownKeys {
 public:
  // Knows nothing.
  KnownKeys() = default;
  explicit KnownKeys(const ObjectSchema& root) : root_(&root) {}

  // Whether an object of the form has this key.
  bool has(std::string_view key) const;
  // Whether the form has the key and it holds, wherever it stands, one value and neither a list nor other
  // keys.
  bool is_text(std::string_view key) const;
  // Whether one object of the form has all of them; true when nothing is known.
  bool stand_together(std::span<const std::string_view> keys) const;
  // The key that the object with the keys in `group` lacks and that holds, or whose items hold, all of
  // `inner`; empty when there is none.
  std::string_view missing_between(std::span<const std::string_view> group,
                                   std::span<const std::string_view> inner, bool of_items) const;

 private:
  const ObjectSchema* root_ = nullptr;
};

}  // namespace steadfast
