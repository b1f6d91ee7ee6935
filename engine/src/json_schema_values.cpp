#include "json_schema_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <utility>

#include "value_patterns.h"

namespace steadfast {

namespace {

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

// YAML takes an unquoted `0.5` for a number.
bool reads_as_number(std::string_view word) {
  return word.find_first_not_of("0123456789.") == std::string_view::npos;
}

void add_pattern(Json& value, const KeyRule& rule) {
  value.add("pattern", Json::text(pattern_of(rule)));
  value.add("errorMessage", Json::text(how_to_write(rule)));
}

Json patterned(std::initializer_list<std::string_view> types, const KeyRule& rule) {
  Json value =
      Json::object_with("type", types.size() == 1 ? Json::text(*types.begin()) : Json::strings(types));
  add_pattern(value, rule);
  return value;
}

// Editors offer `true` and `false` for every value that may be a boolean by its type. Where the two are words
// like any other this says the same without the offer.
Json unquoted_truth() {
  Json truth = Json::object_with("$comment", Json::text("An unquoted true or false, which is a word here."));
  truth.add("not", Json::object_with("type", Json::strings({"string", "number", "object", "array", "null"})));
  return truth;
}

// What the loader reads as text, other readers of YAML take for a number or a truth where it looks like one
// and is not quoted.
Json words(const KeyRule& rule) {
  Json ways = Json::list();
  ways.add(patterned({"string", "number"}, rule)).add(unquoted_truth());
  return Json::object_with("anyOf", std::move(ways));
}

Json identifier(const KeyRule& rule) {
  Json id = patterned({"string", "integer"}, rule);
  id.add("minimum", Json::number(0));
  Json ways = Json::list();
  ways.add(std::move(id)).add(unquoted_truth());
  return Json::object_with("anyOf", std::move(ways));
}

Json line(const KeyRule& rule) {
  Json spoken = Json::object_with("type", Json::text("object"));
  spoken.add("minProperties", Json::number(1)).add("maxProperties", Json::number(1));
  spoken.add("additionalProperties", words(rule));
  Json ways = Json::list();
  ways.add(patterned({"string", "number"}, rule)).add(unquoted_truth()).add(std::move(spoken));
  return Json::object_with("anyOf", std::move(ways));
}

Json number(const KeyRule& rule) {
  Json value = patterned({"string", "integer"}, rule);
  value.add("minimum", Json::number(rule.least)).add("maximum", Json::number(rule.most));
  return value;
}

Json one_of_words(const KeyRule& rule) {
  Json unquoted = Json::list();
  for (const std::string_view word : rule.words) {
    unquoted.add(reads_as_number(word) ? Json::literal(word) : Json::text(word));
  }
  const bool has_numbers = std::any_of(rule.words.begin(), rule.words.end(), reads_as_number);
  if (!has_numbers) return Json::object_with("enum", std::move(unquoted));
  Json ways = Json::list();
  ways.add(Json::object_with("enum", std::move(unquoted))).add(patterned({"string"}, rule));
  return Json::object_with("anyOf", std::move(ways));
}

// The sorts of values that are the same wherever they stand, by the names of their definitions.
struct ValueName {
  ValueType type;
  std::string_view name;
};
constexpr std::array<ValueName, 12> kValueNames{{
    {ValueType::text, "text"},
    {ValueType::identifier, "id"},
    {ValueType::reference, "reference"},
    {ValueType::name, "name"},
    {ValueType::label, "label"},
    {ValueType::truth, "truth"},
    {ValueType::date, "date"},
    {ValueType::condition, "condition"},
    {ValueType::change, "change"},
    {ValueType::rating, "rating"},
    {ValueType::value, "value"},
    {ValueType::line, "line"},
}};

Json reference_to(std::string_view definition) {
  return Json::text(fmt::format("#/definitions/{}", definition));
}

// A text, or the group of keys that can say more.
Json text_or_object(const KeyRule& rule) {
  Json ways = Json::list();
  ways.add(Json::object_with("$ref", reference_to(definition_name(ValueType::text))));
  ways.add(Json::object_with("$ref", reference_to(definition_name(*rule.object))));
  return Json::object_with("anyOf", std::move(ways));
}

Json one_value(const KeyRule& rule) {
  if (rule.type == ValueType::number) return number(rule);
  if (rule.type == ValueType::word) return one_of_words(rule);
  if (rule.type == ValueType::text_or_object) return text_or_object(rule);
  if (rule.type == ValueType::object)
    return Json::object_with("$ref", reference_to(definition_name(*rule.object)));
  return Json::object_with("$ref", reference_to(definition_name(rule.type)));
}

Json list_of_values(const KeyRule& rule) {
  Json list = Json::object_with("type", Json::text("array"));
  list.add("errorMessage", Json::text("a list belongs here"));
  list.add("items", one_value(rule));
  if (rule.fewest > 0) list.add("minItems", Json::count(rule.fewest));
  if (rule.largest_count != kNoLimit) list.add("maxItems", Json::count(rule.largest_count));
  return list;
}

Json table_of_values(const KeyRule& rule) {
  Json table = Json::object_with("type", Json::text("object"));
  table.add("errorMessage", Json::text("a group of keys belongs here"));
  table.add("additionalProperties", one_value(rule));
  if (rule.fewest > 0) table.add("minProperties", Json::count(rule.fewest));
  if (rule.largest_count != kNoLimit) table.add("maxProperties", Json::count(rule.largest_count));
  return table;
}

}  // namespace

std::string definition_name(const ObjectSchema& schema) {
  std::string name;
  for (const char c : schema.name) {
    if (c != '`') name += c == ' ' ? '-' : c;
  }
  return name;
}

std::string_view definition_name(ValueType type) {
  const auto named = std::find_if(kValueNames.begin(), kValueNames.end(),
                                  [type](const ValueName& known) { return known.type == type; });
  return named == kValueNames.end() ? std::string_view{} : named->name;
}

Json value_definition(ValueType type) {
  KeyRule rule;
  rule.type = type;
  switch (type) {
    case ValueType::identifier:
      return identifier(rule);
    case ValueType::line:
      return line(rule);
    case ValueType::truth:
      return patterned({"boolean", "string"}, rule);
    case ValueType::name:
    case ValueType::label:
    case ValueType::date:
    case ValueType::rating:
      return patterned({"string"}, rule);
    default:
      return words(rule);
  }
}

// A description beside a `$ref` means nothing to who judges a file by draft-07; editors show it.
Json value_of(const KeyRule& rule) {
  Json value = Json::object_with("description", Json::text(rule.explanation));
  return value.add_keys_of(rule.shape == Shape::one    ? one_value(rule)
                           : rule.shape == Shape::list ? list_of_values(rule)
                                                       : table_of_values(rule));
}

}  // namespace steadfast
