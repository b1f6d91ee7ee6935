#include "known_keys.h"

#include <algorithm>

#include "schema_values.h"

namespace steadfast {

namespace {

using Keys = std::span<const std::string_view>;

// Calls `visit` with every object of the form until it returns true. Whether it did.
template <class Visit>
bool any_object(const ObjectSchema& schema, const Visit& visit) {
  if (visit(schema)) return true;
  return std::any_of(schema.keys.begin(), schema.keys.end(), [&visit](const KeyRule& rule) {
    return rule.object != nullptr && any_object(*rule.object, visit);
  });
}

bool has_all(const ObjectSchema& schema, Keys keys) {
  return std::all_of(keys.begin(), keys.end(),
                     [&schema](std::string_view key) { return schema.find(key) != nullptr; });
}

bool may_hold(const KeyRule& rule, Keys inner, bool of_items) {
  if ((rule.shape == Shape::list) != of_items) return false;
  if (rule.shape == Shape::table) {
    return rule.type == ValueType::rating && std::all_of(inner.begin(), inner.end(), is_label);
  }
  return rule.object != nullptr && has_all(*rule.object, inner);
}

}  // namespace

bool KnownKeys::has(std::string_view key) const {
  return root_ != nullptr &&
         any_object(*root_, [key](const ObjectSchema& schema) { return schema.find(key) != nullptr; });
}

bool KnownKeys::is_text(std::string_view key) const {
  return has(key) && !any_object(*root_, [key](const ObjectSchema& schema) {
           const KeyRule* rule = schema.find(key);
           return rule != nullptr && (rule->shape != Shape::one || rule->object != nullptr);
         });
}

bool KnownKeys::stand_together(std::span<const std::string_view> keys) const {
  return root_ == nullptr ||
         any_object(*root_, [keys](const ObjectSchema& schema) { return has_all(schema, keys); });
}

std::string_view KnownKeys::missing_between(std::span<const std::string_view> group,
                                            std::span<const std::string_view> inner, bool of_items) const {
  std::string_view missing;
  if (root_ == nullptr || group.empty() || inner.empty()) return missing;
  any_object(*root_, [&](const ObjectSchema& schema) {
    if (!has_all(schema, group)) return false;
    for (const KeyRule& rule : schema.keys) {
      const bool is_there = std::find(group.begin(), group.end(), rule.key) != group.end();
      if (!is_there && may_hold(rule, inner, of_items)) missing = rule.key;
      if (!missing.empty()) return true;
    }
    return false;
  });
  return missing;
}

}  // namespace steadfast
