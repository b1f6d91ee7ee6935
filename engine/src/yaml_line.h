// One line of YAML taken apart the way a person reads it: dashes, key, colon, value.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "source_text.h"

namespace steadfast {

// Offsets are bytes from the start of the text.
struct YamlLine {
  std::string_view text;  // the whole text the line lies in
  std::size_t start = 0;
  std::size_t end = 0;        // without the line's end and blanks before it
  std::size_t content = 0;    // the first character that is not blank
  std::size_t key_start = 0;  // behind the dashes
  std::size_t colon = 0;      // `end` when there is no key
  std::size_t value = 0;      // behind the colon and blanks, or behind the dashes without a key
  std::size_t value_end = 0;  // `end`, or where blanks and a comment start behind the value
  bool is_item = false;       // starts with a dash

  bool has_key() const { return colon < end; }
  // Blank lines, comments and lines that divide documents have none.
  bool has_content() const;
  bool has_comment() const { return value_end < end; }
  std::string_view key() const { return text.substr(key_start, colon - key_start); }
  std::string_view value_text() const { return text.substr(value, value_end - value); }
  // Columns are 0-based.
  std::size_t column() const { return content - start; }
  std::size_t key_column() const { return key_start - start; }
};

// Must hold: `text` has the lines of `source`. `number` is 1-based.
YamlLine yaml_line(const SourceText& source, std::string_view text, int number);

// The lines with content above the line `number`, the nearest first, as many as help to explain it.
std::vector<YamlLine> lines_above(const SourceText& source, std::string_view text, int number);

// The next line with content; nothing at the end.
std::optional<YamlLine> line_below(const YamlLine& line);

// Letters, digits, `-` and `_` only: what keys and ids look like.
bool is_key_like(std::string_view word);

// The first line, above `line`, of the group of keys that stands in this column directly under a key without
// a value; nothing when there is no such group.
std::optional<YamlLine> first_of_group(std::string_view text, const YamlLine& line, std::size_t column);

// The keys of the group that the key of `line` begins, as far as the lines below it say them.
std::vector<std::string_view> keys_of_group(const YamlLine& line);

// Tells the lines of `>` and `|` texts, in which nothing has a meaning of its own. To be asked line by line.
class BlockTexts {
 public:
  bool holds(std::string_view line);

 private:
  bool is_open_ = false;
  std::size_t column_ = 0;
};

// A column, 0-based, in which the keys of a group or the items of a list start.
struct OpenColumn {
  std::size_t column = 0;
  bool of_items = false;
  std::string_view first_key;  // of the nearest item, where it starts with one
};

// The groups and lists that are open above `line`, the innermost first.
std::vector<OpenColumn> open_columns(std::string_view text, const YamlLine& line);

}  // namespace steadfast
