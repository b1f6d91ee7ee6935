#include "yaml_line.h"

#include <algorithm>
#include <limits>

#include "unusual_space.h"
#include "yaml_scan.h"

namespace steadfast {

namespace {

bool is_dash(std::string_view text, std::size_t at, std::size_t end) {
  return at < end && text[at] == '-' && (at + 1 >= end || text[at + 1] == ' ');
}

// The colon that ends the key which starts at `start`; `end` when there is none.
std::size_t find_colon(std::string_view text, std::size_t start, std::size_t end) {
  std::size_t at = start;
  if (at < end && (text[at] == '"' || text[at] == '\'')) {
    const std::size_t closing = closing_quote(text.substr(0, end), at);
    if (closing == std::string_view::npos) return end;
    at = skip_blanks(text, closing + 1);
    return at < end && text[at] == ':' ? at : end;
  }
  for (; at < end; ++at) {
    if (text[at] == '#' && at > start && text[at - 1] == ' ') return end;
    if (text[at] == ':' && (at + 1 >= end || text[at + 1] == ' ')) return at;
  }
  return end;
}

// Where the value from `start` ends in front of a comment, or `end`.
std::size_t find_value_end(std::string_view text, std::size_t start, std::size_t end) {
  std::size_t at = start;
  if (at < end && (text[at] == '"' || text[at] == '\'')) {
    const std::size_t closing = closing_quote(text.substr(0, end), at);
    if (closing == std::string_view::npos) return end;
    at = closing + 1;
  }
  for (; at < end; ++at) {
    if (text[at] != '#' || (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\t')) continue;
    while (at > start && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at;
  }
  return end;
}

YamlLine take_apart(std::string_view text, std::size_t start, std::size_t end) {
  YamlLine line;
  line.text = text;
  line.start = start;
  while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r')) --end;
  line.end = end;
  line.content = std::min(end, skip_blanks(text, start));
  line.key_start = line.content;
  while (is_dash(text, line.key_start, end)) {
    line.is_item = true;
    line.key_start = std::min(end, skip_blanks(text, line.key_start + 1));
  }
  line.colon = find_colon(text, line.key_start, end);
  line.value = line.has_key() ? std::min(end, skip_blanks(text, line.colon + 1)) : line.key_start;
  line.value_end = find_value_end(text, line.value, end);
  return line;
}

}  // namespace

bool YamlLine::has_content() const {
  return content < end && text[content] != '#' && text.substr(start, 3) != "---";
}

YamlLine yaml_line(const SourceText& source, std::string_view text, int number) {
  const std::size_t start = source.line_start(number);
  return take_apart(text, start, std::min(text.find('\n', start), text.size()));
}

std::vector<YamlLine> lines_above(const SourceText& source, std::string_view text, int number) {
  constexpr std::size_t kMost = 40;
  std::vector<YamlLine> lines;
  for (int above = number - 1; above >= 1 && lines.size() < kMost; --above) {
    const YamlLine line = yaml_line(source, text, above);
    if (line.has_content()) lines.push_back(line);
  }
  return lines;
}

std::optional<YamlLine> line_below(const YamlLine& line) {
  for (std::size_t before = line.text.find('\n', line.end); before != std::string_view::npos;) {
    const std::size_t end = std::min(line.text.find('\n', before + 1), line.text.size());
    const YamlLine below = take_apart(line.text, before + 1, end);
    if (below.has_content()) return below;
    before = end < line.text.size() ? end : std::string_view::npos;
  }
  return std::nullopt;
}

bool is_key_like(std::string_view word) {
  if (word.empty()) return false;
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

std::vector<std::string_view> keys_of_group(const YamlLine& line) {
  std::vector<std::string_view> keys{line.key()};
  for (auto below = line_below(line); below; below = line_below(*below)) {
    if (below->column() > line.key_column()) continue;
    if (below->column() < line.key_column() || below->is_item || !below->has_key()) break;
    keys.push_back(below->key());
  }
  return keys;
}

bool BlockTexts::holds(std::string_view line) {
  const std::size_t column = std::min(line.find_first_not_of(' '), line.size());
  if (is_open_ && (column > column_ || column == line.size())) return true;
  const std::string_view content = without_spaces_behind(line);
  const std::size_t header = content.find_last_not_of("+-0123456789");
  is_open_ = header != std::string_view::npos && (content[header] == '>' || content[header] == '|') &&
             header >= 1 && content[header - 1] == ' ';
  column_ = column;
  return false;
}

std::optional<YamlLine> first_of_group(std::string_view text, const YamlLine& line, std::size_t column) {
  std::optional<YamlLine> first;
  for (std::size_t end = line.start; end > 0;) {
    const std::size_t line_end = end - 1;
    const std::size_t before = line_end == 0 ? std::string_view::npos : text.rfind('\n', line_end - 1);
    end = before == std::string_view::npos ? 0 : before + 1;
    const YamlLine above = take_apart(text, end, line_end);
    if (!above.has_content()) continue;
    if (above.column() < column) {
      const bool opens = above.has_key() && above.value_text().empty() && above.column() < line.column() + 1;
      return opens ? first : std::nullopt;
    }
    if (above.column() == column && !above.is_item) first = above;
  }
  return std::nullopt;
}

std::vector<OpenColumn> open_columns(std::string_view text, const YamlLine& line) {
  std::vector<OpenColumn> columns;
  std::size_t narrowest = std::numeric_limits<std::size_t>::max();
  for (std::size_t end = line.start; end > 0 && narrowest > 0;) {
    const std::size_t line_end = end - 1;
    const std::size_t before = line_end == 0 ? std::string_view::npos : text.rfind('\n', line_end - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    end = start;
    const YamlLine above = take_apart(text, start, line_end);
    if (!above.has_content() || (!above.has_key() && !above.is_item)) continue;
    if (above.has_key() && above.key_column() < narrowest) columns.push_back({above.key_column(), false, {}});
    if (above.is_item && above.column() < narrowest) {
      columns.push_back({above.column(), true, above.has_key() ? above.key() : std::string_view{}});
    }
    narrowest = std::min(narrowest, above.column());
  }
  return columns;
}

}  // namespace steadfast
