#include "source_text.h"

#include <algorithm>

#include "utf8.h"

namespace steadfast {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_byte_order_mark(std::string_view text) {
  return text.substr(0, 3) == kByteOrderMark ? text.substr(3) : text;
}

std::string_view without_carriage_return(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace

SourceText::SourceText(std::string_view text) : text_(without_byte_order_mark(text)) {
  line_starts_.reserve(text_.size() / 32 + 1);
  line_starts_.push_back(0);
  for (std::size_t end = text_.find('\n'); end != std::string_view::npos; end = text_.find('\n', end + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(end + 1));
  }
}

int SourceText::line_of(std::size_t offset) const {
  const auto behind = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<int>(behind - line_starts_.begin());
}

std::size_t SourceText::line_start(int line) const {
  return line_starts_[static_cast<std::size_t>(std::clamp(line, 1, line_count()) - 1)];
}

std::string_view SourceText::line(int line) const {
  line = std::clamp(line, 1, line_count());
  const std::size_t start = line_start(line);
  const std::size_t end = line < line_count() ? line_start(line + 1) - 1 : text_.size();
  return without_carriage_return(text_.substr(start, end - start));
}

Span SourceText::span(std::size_t offset, std::size_t byte_length) const {
  offset = std::min(offset, text_.size());
  const int line_number = line_of(offset);
  const std::size_t start = line_start(line_number);
  const std::string_view content = line(line_number);
  const std::size_t in_line = std::min(offset - start, content.size());
  const int length = count_code_points(content.substr(in_line, byte_length));
  return {line_number, count_code_points(content.substr(0, in_line)) + 1, std::max(length, 1)};
}

std::string_view line_of_text(std::string_view source, int line) {
  source = without_byte_order_mark(source);
  std::size_t start = 0;
  for (int current = 1; current < line; ++current) {
    const std::size_t end = source.find('\n', start);
    if (end == std::string_view::npos) return {};
    start = end + 1;
  }
  return without_carriage_return(source.substr(start, source.find('\n', start) - start));
}

}  // namespace steadfast
