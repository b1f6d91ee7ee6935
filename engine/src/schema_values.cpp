#include "schema_values.h"

#include <algorithm>
#include <charconv>

#include "schema_words.h"

namespace steadfast {

namespace {

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool is_identifier(std::string_view text) {
  if (text.empty() || !(is_small(text[0]) || is_digit(text[0]))) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_small(c) || is_digit(c) || c == '-' || c == '_'; });
}

bool is_name(std::string_view text) {
  if (text.empty() || !is_small(text[0])) return false;
  const auto fits = [](char c) { return is_small(c) || is_digit(c) || c == '_'; };
  return std::all_of(text.begin(), text.end(), fits);
}

bool is_reserved(std::string_view text) {
  return std::find(kReservedWords.begin(), kReservedWords.end(), text) != kReservedWords.end();
}

bool is_label(std::string_view text) {
  const auto letters = std::find_if_not(text.begin(), text.end(), is_capital);
  return letters != text.begin() && letters != text.end() && std::all_of(letters, text.end(), is_digit);
}

std::optional<int> parse_number(std::string_view text) {
  // from_chars reads a minus but no plus.
  if (!text.empty() && text[0] == '+' && text.substr(1, 1) != "-") text.remove_prefix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<ParsedRating> parse_rating(std::string_view text) {
  if (text.size() < 3 || text[0] < '0' || text[0] > '4' || (text[1] != ' ' && text[1] != '\n')) {
    return std::nullopt;
  }
  const std::size_t words = text.find_first_not_of(" \n\t", 1);
  if (words == std::string_view::npos) return std::nullopt;
  return ParsedRating{text[0] - '0', text.substr(words, text.find_last_not_of(" \n\t") + 1 - words)};
}

}  // namespace steadfast
