// A source text and the way from byte offsets to places that people count: lines and columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "steadfast/diagnostic.h"

namespace steadfast {

// Does not own the text, which must outlive it and be smaller than 2 GB. A byte order mark at the
// start is left out: offsets count from behind it.
class SourceText {
 public:
  explicit SourceText(std::string_view text);

  std::string_view text() const { return text_; }
  int line_count() const { return static_cast<int>(line_starts_.size()); }

  // The 1-based line a byte lies in; offsets past the end belong to the last line.
  int line_of(std::size_t offset) const;
  // The offset of the first byte of a line. `line` is 1-based and clamped to the lines there are.
  std::size_t line_start(int line) const;
  // A line without its end (`\n` or `\r\n`). `line` as above.
  std::string_view line(int line) const;

  // The place of `byte_length` bytes from `offset`, cut off at the end of their line; at least one
  // column long.
  Span span(std::size_t offset, std::size_t byte_length) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;
};

// A line of `source` without its end; empty when there is no such line. For single look-ups.
std::string_view line_of_text(std::string_view source, int line);

}  // namespace steadfast
