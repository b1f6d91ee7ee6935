// How single values are written: what an id, a number, a date and a rating look like.
#pragma once

#include <optional>
#include <string_view>

namespace steadfast {

bool is_identifier(std::string_view text);  // small letters, digits, `-` and `_`
bool is_name(std::string_view text);        // can be read in conditions: no `-`, starts with a letter
bool is_label(std::string_view text);       // capital letters, then digits
bool is_reserved(std::string_view text);    // conditions use this word themselves

// A whole number as the schema understands it: digits with an optional sign, nothing else.
std::optional<int> parse_number(std::string_view text);

// "3 the limit and its reason": nothing when there is no level from 0 to 4 or no word behind it.
struct ParsedRating {
  int level = 0;
  std::string_view because;
};
std::optional<ParsedRating> parse_rating(std::string_view text);

}  // namespace steadfast
