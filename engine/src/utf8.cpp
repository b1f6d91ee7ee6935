#include "utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace steadfast {

namespace {

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(std::string_view text, std::size_t offset) {
  return offset < text.size() && (byte_at(text, offset) & 0xC0U) == 0x80U;
}

// The length of the well-formed sequence at `offset`, 0 if there is none. Follows table 3-7 of the
// Unicode standard: the second byte decides about overlong forms, surrogates and the upper limit.
std::size_t well_formed_length(std::string_view text, std::size_t offset) {
  const unsigned first = byte_at(text, offset);
  if (first < 0x80U) return 1;
  if (first < 0xC2U || first > 0xF4U) return 0;
  if (!is_continuation(text, offset + 1)) return 0;
  if (first < 0xE0U) return 2;
  const unsigned second = byte_at(text, offset + 1);
  if (!is_continuation(text, offset + 2)) return 0;
  if (first < 0xF0U) {
    if (first == 0xE0U && second < 0xA0U) return 0;
    if (first == 0xEDU && second > 0x9FU) return 0;
    return 3;
  }
  if (!is_continuation(text, offset + 3)) return 0;
  if (first == 0xF0U && second < 0x90U) return 0;
  if (first == 0xF4U && second > 0x8FU) return 0;
  return 4;
}

// How many bytes the control character at `at` takes; 0 when there is none.
std::size_t control_length(std::string_view text, std::size_t at) {
  const unsigned byte = byte_at(text, at);
  if (byte < 0x20U || byte == 0x7FU) return 1;
  return byte == 0xC2U && is_continuation(text, at + 1) && byte_at(text, at + 1) < 0xA0U ? 2 : 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    // Most of a scenario is ASCII: look at eight bytes at once while that lasts.
    while (offset + 8 <= text.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + offset, sizeof word);
      if ((word & 0x8080808080808080ULL) != 0) break;
      offset += 8;
    }
    if (offset >= text.size()) break;
    const std::size_t length = well_formed_length(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_control_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (control_length(text, at) == 0) continue;
    const bool is_white = text[at] == '\n' || text[at] == '\r' || text[at] == '\t';
    const bool is_next_line = text.substr(at, 2) == "\xC2\x85";
    if (!is_white && !is_next_line) return at;
  }
  return std::nullopt;
}

void put_on_one_line(std::string& text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto first = text.begin() + static_cast<std::ptrdiff_t>(at);
    std::fill_n(first, control_length(text, at), ' ');
  }
}

int count_code_points(std::string_view text) {
  const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<int>(std::count_if(text.begin(), text.end(), is_start));
}

std::size_t code_point_length(std::string_view text, std::size_t offset) {
  std::size_t length = 1;
  while (length < 4 && is_continuation(text, offset + length)) ++length;
  return length;
}

}  // namespace steadfast
