// JSON as a value that can be printed: objects keep the order in which their keys were added.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast {

class Json {
 public:
  // The text as a string, escaped where JSON asks for it. Must hold: it is UTF-8.
  static Json text(std::string_view words);
  // Must hold: `words` is JSON already, such as `4`, `0.5` or `true`.
  static Json literal(std::string_view words);
  static Json number(int value);
  static Json count(std::size_t value);
  static Json strings(std::initializer_list<std::string_view> texts);
  static Json list();
  static Json object();
  static Json object_with(std::string_view key, Json value);

  // Adds an item to a list, or keys to an object, which must not have them yet. Returns this.
  Json& add(Json item);
  Json& add(std::string_view key, Json value);
  Json& add_keys_of(Json other);

  // How many items or keys there are, and the value of the first. Must hold: there is one.
  std::size_t size() const;
  const Json& first() const;

  // Indented by two spaces a level, without a line break at the end; a list of strings and numbers stands on
  // one line.
  std::string print() const;

 private:
  enum class Kind { literal, list, object };
  struct Entry;

  explicit Json(Kind kind);
  void print_to(std::string& out, std::size_t indentation) const;

  Kind kind_;
  std::string literal_;
  std::vector<Entry> entries_;  // of a list: with empty keys
};

struct Json::Entry {
  std::string key;
  Json value;
};

}  // namespace steadfast
