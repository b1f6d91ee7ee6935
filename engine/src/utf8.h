// UTF-8 in bytes and in characters (code points).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace steadfast {

// The offset of the first byte that is not part of well-formed UTF-8 (overlong forms, surrogates and
// values above U+10FFFF are not).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// How many code points `text` holds. Stray bytes count as one each.
int count_code_points(std::string_view text);

// The bytes of the code point that starts at `offset`: 1 to 4, never past the end of `text`.
std::size_t code_point_length(std::string_view text, std::size_t offset);

}  // namespace steadfast
