#include "yaml_scan.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "utf8.h"

namespace steadfast {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}
bool is_white(char c) {
  return is_blank(c) || is_line_end(c);
}

std::size_t start_of_line(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const std::size_t end = text.rfind('\n', offset - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t indentation_at(std::string_view text, std::size_t line_start) {
  std::size_t end = line_start;
  while (end < text.size() && text[end] == ' ') ++end;
  return end - line_start;
}

// How many bytes an escape in double quotes takes, from its backslash.
std::size_t escape_length(std::string_view text, std::size_t offset) {
  if (offset + 1 >= text.size()) return 1;
  switch (text[offset + 1]) {
    case 'x':
      return 4;
    case 'u':
      return 6;
    case 'U':
      return 10;
    default:
      return 2;
  }
}

bool is_escaped_line_end(std::string_view text, std::size_t offset) {
  return offset + 1 < text.size() && is_line_end(text[offset + 1]);
}

std::size_t skip_white(std::string_view text, std::size_t offset) {
  while (offset < text.size() && is_white(text[offset])) ++offset;
  return offset;
}

// One step in the source for one code point of the value, in a scalar with the given opening.
std::size_t step(std::string_view text, std::size_t at, char opening, std::string_view character) {
  const bool value_is_white = character.size() == 1 && is_white(character[0]);
  if (opening == '"' && at < text.size() && text[at] == '\\') {
    return std::min(text.size(), at + escape_length(text, at));
  }
  if (opening == '\'' && text.substr(at, 2) == "''") return at + 2;
  if (value_is_white && at < text.size()) {
    // Outside blocks, blanks at the end of a line are folded into it.
    const bool is_block = opening == '|' || opening == '>';
    const std::size_t behind = is_block ? at : skip_blanks(text, at);
    const bool ends_line = behind < text.size() && is_line_end(text[behind]);
    if (text[at] != character[0] || ends_line) return skip_white(text, at);
  }
  return std::min(text.size(), at + character.size());
}

}  // namespace

bool contains_any_of(std::string_view text, std::string_view characters) {
  return std::any_of(characters.begin(), characters.end(),
                     [text](char c) { return text.find(c) != std::string_view::npos; });
}

std::size_t skip_blanks(std::string_view text, std::size_t offset) {
  while (offset < text.size() && is_blank(text[offset])) ++offset;
  return offset;
}

std::size_t end_of_word(std::string_view text, std::size_t offset) {
  while (offset < text.size() && !is_white(text[offset])) ++offset;
  return offset;
}

std::size_t end_of_folded(std::string_view text, std::size_t offset, std::string_view value) {
  std::size_t end = offset;
  std::size_t at = offset;
  for (const char c : value) {
    if (is_white(c)) continue;
    at = skip_white(text, at);
    if (at >= text.size()) break;
    end = ++at;
  }
  return end;
}

std::size_t closing_quote(std::string_view text, std::size_t offset) {
  const char quote = offset < text.size() ? text[offset] : '\0';
  for (std::size_t at = offset + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote != '\'' || text.substr(at + 1, 1) != "'") return at;
      ++at;
    }
  }
  return std::string_view::npos;
}

bool leaves_its_lines(std::string_view text, std::size_t opening, std::size_t closing) {
  const std::size_t own = indentation_at(text, start_of_line(text, opening));
  for (std::size_t end = text.find('\n', opening); end < closing; end = text.find('\n', end + 1)) {
    const std::size_t first = end + 1 + indentation_at(text, end + 1);
    const bool is_blank_line = first >= text.size() || is_line_end(text[first]);
    if (!is_blank_line && first - (end + 1) <= own) return true;
  }
  return false;
}

std::string_view null_word_at(std::string_view text, std::size_t offset) {
  constexpr std::array<std::string_view, 4> kWords{"null", "Null", "NULL", "~"};
  const auto word = std::find_if(kWords.begin(), kWords.end(), [text, offset](std::string_view candidate) {
    return text.substr(std::min(offset, text.size()), candidate.size()) == candidate;
  });
  if (word == kWords.end()) return {};
  const std::size_t behind = offset + word->size();
  if (behind < text.size() && !is_white(text[behind]) && text[behind] != ',' && text[behind] != ']' &&
      text[behind] != '}') {
    return {};
  }
  const std::size_t next = skip_blanks(text, behind);
  return next < text.size() && text[next] == ':' ? std::string_view{} : text.substr(offset, word->size());
}

std::size_t dash_before(std::string_view text, std::size_t offset) {
  std::size_t end = std::min(offset, text.size());
  for (;;) {
    const std::size_t start = start_of_line(text, end);
    std::string_view line = text.substr(start, end - start);
    // A comment may stand behind the dash.
    for (std::size_t hash = line.find('#'); hash != std::string_view::npos; hash = line.find('#', hash + 1)) {
      if (hash == 0 || is_blank(line[hash - 1])) {
        line = line.substr(0, hash);
        break;
      }
    }
    while (!line.empty() && is_white(line.back())) line.remove_suffix(1);
    if (!line.empty()) return line.back() == '-' ? start + line.size() - 1 : std::min(offset, text.size());
    if (start == 0) return std::min(offset, text.size());
    end = start - 1;
  }
}

std::size_t find_in_scalar(std::string_view text, std::size_t offset, std::string_view value, int index) {
  if (offset >= text.size()) return text.size();
  const char opening = text[offset];
  std::size_t at = offset;
  if (opening == '"' || opening == '\'') {
    ++at;
  } else if (opening == '|' || opening == '>') {
    const std::size_t end = text.find('\n', offset);
    at = end == std::string_view::npos ? text.size() : skip_white(text, end);
  }
  std::size_t in_value = 0;
  for (int passed = 0; in_value < value.size(); ++passed) {
    // A folded line starts with its indentation, which is no part of the value.
    if (opening == '"' && at < text.size() && text[at] == '\\' && is_escaped_line_end(text, at)) {
      at = skip_white(text, at + 1);
    }
    if (passed == index) break;
    const std::size_t length = code_point_length(value, in_value);
    at = step(text, at, opening, value.substr(in_value, length));
    in_value += length;
  }
  return at;
}

}  // namespace steadfast
