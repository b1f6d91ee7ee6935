// Walking through UTF-8, one code point at a time. Broken bytes count as one each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace steadfast {

inline bool continues_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// The byte offset after / before the code point at `at`. Must hold: at <= text.size().
inline std::size_t next_code_point(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  do ++at;
  while (at < text.size() && continues_code_point(text[at]));
  return at;
}
inline std::size_t previous_code_point(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && continues_code_point(text[at]));
  return at;
}

inline std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += continues_code_point(byte) ? 0U : 1U;
  return count;
}

inline void append_utf8(std::string& text, char32_t code_point) {
  const auto put = [&text](char32_t byte) {
    text.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

}  // namespace steadfast
