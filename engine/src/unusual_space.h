// Spaces that are not the plain one but look like it, or like nothing: they come along with copied text.
#pragma once

#include <cstddef>
#include <string_view>

namespace steadfast {

inline constexpr std::string_view kUnusualSpaceMessage =
    "this is not a plain space, though it may look like one";

// The length of such a space at `at`, in bytes; 0 for everything else.
std::size_t unusual_space_at(std::string_view text, std::size_t at);

// Whether a space of any kind, the plain one too, stands at `at`.
bool is_any_space(std::string_view text, std::size_t at);

// `text` without the spaces of any kind at its end.
std::string_view without_spaces_behind(std::string_view text);

// The offset of the first unusual space; npos when there is none.
std::size_t find_unusual_space(std::string_view text);

}  // namespace steadfast
