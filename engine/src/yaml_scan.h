// Finding one's way in YAML source without a parser: where texts end and where their words stand.
// All offsets are bytes; all functions stay inside `text`.
#pragma once

#include <cstddef>
#include <string_view>

namespace steadfast {

// The first offset at or behind `offset` that is neither a space nor a tab.
std::size_t skip_blanks(std::string_view text, std::size_t offset);

// Whether one of `characters` stands in `text`. Looks for each on its own, which is the quicker way.
bool contains_any_of(std::string_view text, std::string_view characters);

// The end of the run of characters from `offset` that are neither blank nor a line end.
std::size_t end_of_word(std::string_view text, std::size_t offset);

// The end of an unquoted text over several lines that starts at `offset` and reads as `value`.
std::size_t end_of_folded(std::string_view text, std::size_t offset, std::string_view value);

// The offset of the quote that closes the one at `offset`; npos when none does.
std::size_t closing_quote(std::string_view text, std::size_t offset);

// True when a line of a quoted text, between the quotes at `opening` and `closing`, is not indented
// further than the line it opens on: then the quote was meant to close earlier.
bool leaves_its_lines(std::string_view text, std::size_t opening, std::size_t closing);

// `null`, `Null`, `NULL` or `~` standing at `offset` as a value; empty otherwise.
std::string_view null_word_at(std::string_view text, std::size_t offset);

// The dash of the list item in front of `offset`, over blank lines and comments; `offset` if there is none.
std::size_t dash_before(std::string_view text, std::size_t offset);

// The offset in `text` of the code point number `index` of `value`, a scalar that is written at
// `offset`: plain, quoted with escapes, folded over lines, or as a `|` or `>` block.
std::size_t find_in_scalar(std::string_view text, std::size_t offset, std::string_view value, int index);

}  // namespace steadfast
