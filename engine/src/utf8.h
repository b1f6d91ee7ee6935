// UTF-8 in bytes and in characters (code points).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast {

// The offset of the first byte that is not part of well-formed UTF-8 (overlong forms, surrogates and
// values above U+10FFFF are not).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// How many code points `text` holds. Stray bytes count as one each.
int count_code_points(std::string_view text);

// The bytes of the code point that starts at `offset`: 1 to 4, never past the end of `text`.
std::size_t code_point_length(std::string_view text, std::size_t offset);

// The offset of the first control character, those of one byte and those of two; line ends, tabs and U+0085,
// an unusual line end, are none.
std::optional<std::size_t> find_control_character(std::string_view text);

// Makes spaces of every control character, line ends too.
void put_on_one_line(std::string& text);

}  // namespace steadfast
