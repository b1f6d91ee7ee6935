#include "schema_kinds.h"

#include <fmt/format.h>

namespace steadfast {

std::string_view kind_name(YamlKind kind) {
  switch (kind) {
    case YamlKind::empty:
      return "nothing";
    case YamlKind::text:
      return "a text";
    case YamlKind::list:
      return "a list";
    case YamlKind::map:
      return "a group of keys";
  }
  return "";
}

std::string_view type_name(ValueType type) {
  switch (type) {
    case ValueType::text:
    case ValueType::line:
    case ValueType::text_or_object:
      return "a text";
    case ValueType::number:
      return "a whole number";
    case ValueType::truth:
      return "`true` or `false`";
    case ValueType::word:
      return "a word";
    case ValueType::date:
      return "a date";
    case ValueType::condition:
      return "a condition";
    case ValueType::change:
      return "a change";
    case ValueType::rating:
      return "a rating";
    case ValueType::value:
      return "a value";
    case ValueType::object:
      return "a group of keys";
    case ValueType::identifier:
    case ValueType::reference:
    case ValueType::name:
    case ValueType::label:
      return "an id";
  }
  return "";
}

std::string list_of_words(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) list += fmt::format("{}`{}`", list.empty() ? "" : ", ", word);
  return list;
}

bool is_one_name(ValueType type) {
  switch (type) {
    case ValueType::identifier:
    case ValueType::reference:
    case ValueType::name:
    case ValueType::label:
    case ValueType::word:
      return true;
    default:
      return false;
  }
}

}  // namespace steadfast
