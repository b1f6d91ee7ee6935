#include "schema_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "codes.h"

namespace steadfast {

namespace {

bool contains(const std::vector<const KeyRule*>& rules, const KeyRule* rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

int column_of_keys(YamlNode object) {
  return object.entries().empty() ? 1 : (*object.entries().begin()).key.where().column;
}

std::string called(const ObjectPlace& place) {
  const YamlNode id = place.object.find("id");
  return id.is_text() ? fmt::format("{} `{}`", place.schema->name, id.text())
                      : std::string{place.schema->name};
}

bool knows_all(const ObjectSchema& schema, YamlNode item) {
  for (const YamlEntry entry : item.entries()) {
    if (schema.find(entry.key.text()) == nullptr) return false;
  }
  return true;
}

// The key of `place` that is missing and whose object has `key`.
const KeyRule* lost_heading(const ObjectPlace& place, std::string_view key) {
  for (const KeyRule& rule : place.schema->keys) {
    const bool holds_it =
        rule.object != nullptr && rule.shape == Shape::one && rule.object->find(key) != nullptr;
    if (holds_it && !place.object.find(rule.key).present()) return &rule;
  }
  return nullptr;
}

void report_lost_heading(const KeyRule& lost, Span where, Problems& problems) {
  problems.error(lost.when_missing, where, fmt::format("the line `{}:` is missing above this one", lost.key),
                 fmt::format("what stands from here on belongs to `{}`", lost.key));
}

}  // namespace

bool report_key_of_another_object(const ObjectPlace& here, YamlNode key, Problems& problems) {
  if (here.outside == nullptr) return false;
  if (const KeyRule* lost = lost_heading(*here.outside, key.text())) {
    if (contains(*here.outside->meant, lost)) return true;
    report_lost_heading(*lost, key.where(), problems);
    here.outside->meant->push_back(lost);
    return true;
  }
  for (const ObjectPlace* place = here.outside; place != nullptr; place = place->outside) {
    const KeyRule* rule = place->schema->find(key.text());
    if (rule == nullptr || place->object.find(key.text()).present()) continue;
    problems.error(codes::kUnknownKey, key.where(),
                   fmt::format("the {} has no key `{}`", here.schema->name, key.text()),
                   fmt::format("it belongs to the {}: start it in column {}", called(*place),
                               column_of_keys(place->object)));
    place->meant->push_back(rule);
    return true;
  }
  return false;
}

bool report_key_of_inner_object(const ObjectPlace& here, YamlNode key, Problems& problems) {
  for (const YamlEntry entry : here.object.entries()) {
    const KeyRule* rule = here.schema->find(entry.key.text());
    const bool lacks_it = rule != nullptr && rule->object != nullptr && entry.value.is_map() &&
                          rule->object->find(key.text()) != nullptr &&
                          !entry.value.find(key.text()).present();
    if (!lacks_it) continue;
    problems.error(
        codes::kUnknownKey, key.where(), fmt::format("the {} has no key `{}`", here.schema->name, key.text()),
        fmt::format("it belongs to `{}`: start it in column {}", rule->key, column_of_keys(entry.value)));
    return true;
  }
  return false;
}

bool report_key_among_free_ones(const ObjectPlace& here, YamlNode key, Problems& problems) {
  const KeyRule* rule = here.schema->find(key.text());
  if (rule == nullptr || here.object.find(key.text()).present()) return false;
  problems.error(
      codes::kUnknownKey, key.where(), fmt::format("`{}` stands one step too far in", key.text()),
      fmt::format("it belongs to the {}: start it in column {}", called(here), column_of_keys(here.object)));
  here.meant->push_back(rule);
  return true;
}

bool is_written_outside(const ObjectPlace& here, std::string_view key) {
  return here.outside != nullptr && here.outside->schema->find(key) == nullptr &&
         here.outside->schema->others == nullptr && here.outside->object.find(key).present();
}

bool goes_on_from(YamlNode previous, YamlNode item, const ObjectSchema& schema) {
  if (item.find("id").present() || !item.is_map() || item.entries().empty()) return false;
  if (schema.find("id") == nullptr || !previous.find("id").present()) return false;
  if (!knows_all(schema, item)) return false;
  bool brings_what_is_needed = false;
  for (const YamlEntry entry : item.entries()) {
    if (previous.find(entry.key.text()).present()) return false;
    if (schema.find(entry.key.text())->need == Need::required) brings_what_is_needed = true;
  }
  return brings_what_is_needed;
}

bool goes_on_in_next_item(const ObjectPlace& here) {
  return here.next_item.present() && goes_on_from(here.object, here.next_item, *here.schema);
}

const KeyRule& rule_of_item(const KeyRule& rule, YamlNode item, const ObjectPlace& here, Problems& problems) {
  if (rule.object == nullptr || !item.is_map() || knows_all(*rule.object, item)) return rule;
  for (const ObjectPlace* place = &here; place != nullptr; place = place->outside) {
    for (const KeyRule& other : place->schema->keys) {
      const bool fits =
          other.shape == Shape::list && other.object != nullptr && knows_all(*other.object, item);
      if (!fits || &other == &rule) continue;
      const YamlNode list = place->object.find(other.key);
      if (place == &here) {
        if (list.present()) continue;
        if (contains(*here.meant, &other)) return other;
        report_lost_heading(other, item.where(), problems);
        here.meant->push_back(&other);
        return other;
      }
      if (!list.is_list() || list.items().empty()) continue;
      problems.error(
          codes::kUnknownKey, item.where(),
          fmt::format("this is one of the `{}`, and it starts where the `{}` start", other.key, rule.key),
          fmt::format("start its dash in column {}", (*list.items().begin()).where().column - 2));
      return other;
    }
  }
  return rule;
}

const KeyRule* key_of_list(const ObjectSchema& schema, YamlNode list) {
  if (list.items().empty()) return nullptr;
  const YamlNode first = *list.items().begin();
  const KeyRule* found = nullptr;
  for (const KeyRule& rule : schema.keys) {
    if (rule.shape != Shape::list) continue;
    const bool fits = first.is_map() && rule.object != nullptr ? knows_all(*rule.object, first)
                      : first.is_text() ? rule.type == ValueType::text || rule.type == ValueType::line
                                        : false;
    if (!fits) continue;
    if (found != nullptr) return nullptr;
    found = &rule;
  }
  return found;
}

}  // namespace steadfast
