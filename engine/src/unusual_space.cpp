#include "unusual_space.h"

#include <algorithm>
#include <array>

namespace steadfast {

std::size_t unusual_space_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0xC2U) return 0;
  constexpr std::array<std::string_view, 22> kSpaces{
      "\xC2\x85", "\u2028", "\u2029", "\u2060", "\u00A0", "\u1680", "\u2000", "\u2001",
      "\u2002",   "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
      "\u200A",   "\u200B", "\u202F", "\u205F", "\u3000", "\uFEFF"};
  const auto found = std::find_if(kSpaces.begin(), kSpaces.end(), [text, at](std::string_view space) {
    return text.substr(at, space.size()) == space;
  });
  return found == kSpaces.end() ? 0 : found->size();
}

bool is_any_space(std::string_view text, std::size_t at) {
  return text.substr(at, 1) == " " || unusual_space_at(text, at) > 0;
}

std::string_view without_spaces_behind(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    // A character of more than one byte starts at most two bytes earlier.
    std::size_t start = end - 1;
    while (start > 0 && end - start < 3 && !is_any_space(text, start)) --start;
    if (!is_any_space(text, start) ||
        start + std::max<std::size_t>(unusual_space_at(text, start), 1) != end) {
      return text.substr(0, end);
    }
    end = start;
    text = text.substr(0, end);
  }
  return {};
}

std::size_t find_unusual_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (unusual_space_at(text, at) > 0) return at;
  }
  return std::string_view::npos;
}

}  // namespace steadfast
