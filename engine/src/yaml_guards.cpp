#include "yaml_guards.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "codes.h"
#include "utf8.h"
#include "yaml_line.h"
#include "yaml_scan.h"

namespace steadfast {

namespace {

bool guard_bytes(const SourceText& source, Problems& problems) {
  const std::string_view text = source.text();
  if (const auto invalid = find_invalid_utf8(text)) {
    problems.error(
        codes::kUnreadableCharacter, source.span(*invalid, 1),
        fmt::format("the byte {:#04x} here is not text in UTF-8", static_cast<unsigned char>(text[*invalid])),
        "save the file again with the encoding UTF-8");
    return false;
  }
  const auto is_refused = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20U && c != '\n' && c != '\r' && c != '\t') || byte == 0x7FU;
  };
  const auto control = std::find_if(text.begin(), text.end(), is_refused);
  if (control != text.end()) {
    const auto offset = static_cast<std::size_t>(control - text.begin());
    problems.error(codes::kUnreadableCharacter, source.span(offset, 1),
                   fmt::format("there is a control character here (number {})", static_cast<int>(*control)),
                   "delete it, or save the file as plain text in UTF-8");
    return false;
  }
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '\n') continue;
    problems.error(codes::kUnreadableCharacter, source.span(at, 1), "a line ends in an unusual way here",
                   "save the file with the line ends of Unix or Windows");
    return false;
  }
  return true;
}

void guard_line(const SourceText& source, std::size_t start, std::string_view line, Problems& problems) {
  const std::size_t content = skip_blanks(line, 0);
  const std::size_t tab = line.substr(0, content).find('\t');
  if (tab != std::string_view::npos && content < line.size()) {
    problems.error(codes::kTabIndentation, source.span(start + tab, 1), "this line is indented with a tab",
                   "use spaces: two for each level");
  }
  if (line.substr(0, 1) == "%") {
    problems.error(codes::kSpecialFirstCharacter, source.span(start, 1),
                   "a line that starts with `%` is an order to the YAML parser, which scenarios do not use",
                   "remove the line");
  }
  if (line.substr(0, 3) == "..." && line.find_first_not_of('.') == std::string_view::npos) {
    problems.error(codes::kSeveralDocuments, source.span(start, line.size()),
                   "a line of dots ends the document, and what follows would be lost", "remove the line");
  }
}

// The length of a space at `at` that is not the plain one but looks like it, or like nothing; 0 for
// everything else.
std::size_t unusual_space_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 22> kSpaces{
      "\xC2\x85", "\u2028", "\u2029", "\u2060", "\u00A0", "\u1680", "\u2000", "\u2001",
      "\u2002",   "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
      "\u200A",   "\u200B", "\u202F", "\u205F", "\u3000", "\uFEFF"};
  const auto found = std::find_if(kSpaces.begin(), kSpaces.end(), [text, at](std::string_view space) {
    return text.substr(at, space.size()) == space;
  });
  return found == kSpaces.end() ? 0 : found->size();
}

enum class SpaceMeans { text, indentation, separation };

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

bool is_key(std::string_view begun) {
  const std::size_t first = begun.find_first_not_of("- ");
  if (first == std::string_view::npos) return false;
  std::string_view key = begun.substr(first);
  if (key.size() > 1 && (key[0] == '"' || key[0] == '\'') && key.back() == key[0]) {
    key = key.substr(1, key.size() - 2);
  }
  return is_key_like(key);
}

// What YAML would need a plain space for at `at`, in a line of the source outside of block texts.
SpaceMeans meaning_of_space(std::string_view line, std::size_t at, std::size_t length) {
  const std::string_view begun = without_spaces_behind(line.substr(0, at));
  const std::size_t first = begun.find_first_not_of(' ');
  if (first == std::string_view::npos) return SpaceMeans::indentation;
  // Behind a dash the keys below would not line up with a space of another width.
  if (begun.substr(first) == "-") return SpaceMeans::indentation;
  if (begun.back() == ':' && is_key(begun.substr(first, begun.size() - 1 - first)))
    return SpaceMeans::separation;
  std::size_t next = at + length;
  while (next < line.size() && is_any_space(line, next)) {
    next += std::max<std::size_t>(unusual_space_at(line, next), 1);
  }
  if (line.substr(next, 1) == ":" && is_key(begun.substr(first))) return SpaceMeans::separation;
  const std::size_t colon = begun.find(": ");
  const std::string_view value =
      colon == std::string_view::npos ? std::string_view{} : begun.substr(colon + 2);
  const bool is_quoted = !value.empty() && (value[0] == '"' || value[0] == '\'');
  if (line.substr(next, 1) == "#" && !is_quoted) return SpaceMeans::separation;
  // At the end it is part of a name, and harmless in a text of several words.
  const bool ends_a_word = next >= line.size() && !value.empty() && value.find(' ') == std::string_view::npos;
  return ends_a_word ? SpaceMeans::separation : SpaceMeans::text;
}

// The lines of `>` and `|` texts, in which every space is a letter. To be asked line by line.
class BlockTexts {
 public:
  bool holds(std::string_view line) {
    const std::size_t column = std::min(line.find_first_not_of(' '), line.size());
    if (is_open_ && (column > column_ || column == line.size())) return true;
    const std::string_view content = without_spaces_behind(line);
    const std::size_t header = content.find_last_not_of("+-0123456789");
    is_open_ = header != std::string_view::npos && (content[header] == '>' || content[header] == '|') &&
               header >= 1 && content[header - 1] == ' ';
    column_ = column;
    return false;
  }

 private:
  bool is_open_ = false;
  std::size_t column_ = 0;
};

// False when what is indented cannot be told.
bool guard_spaces(const SourceText& source, Problems& problems, std::vector<YamlHint>& mended) {
  // All of them start with one of these bytes, and most sources have none.
  if (source.text().find_first_of("\xC2\xE1\xE2\xE3\xEF") == std::string_view::npos) return true;
  bool is_readable = true;
  BlockTexts block_texts;
  for (int number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    if (block_texts.holds(line)) continue;
    for (std::size_t at = 0; at < line.size(); ++at) {
      const std::size_t length = unusual_space_at(line, at);
      const SpaceMeans meaning = length == 0 ? SpaceMeans::text : meaning_of_space(line, at, length);
      if (meaning == SpaceMeans::text) continue;
      YamlHint hint{codes::kUnusualSpace,
                    source.line_start(number) + at,
                    length,
                    "this is not a plain space, though it may look like one",
                    "delete it and press the space bar; such spaces come along with copied text",
                    source.line_start(number) + at,
                    length,
                    std::string(length, ' '),
                    true};
      problems.error(hint.code, source.span(hint.offset, hint.length), hint.message, hint.help);
      if (meaning == SpaceMeans::indentation) {
        is_readable = false;
        break;  // one is enough to find the line
      }
      mended.push_back(std::move(hint));
    }
  }
  return is_readable;
}

}  // namespace

bool guard_raw_text(const SourceText& source, Problems& problems, std::vector<YamlHint>& mended) {
  const std::size_t errors_before = problems.error_count();
  if (!guard_bytes(source, problems)) return false;
  const std::string_view text = source.text();
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    // Only a few first characters can be wrong; everything else is the parser's.
    const char first = text[start];
    if (first == ' ' || first == '\t' || first == '%' || first == '.') {
      std::string_view line = text.substr(start, end - start);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      guard_line(source, start, line, problems);
    }
    start = end + 1;
  }
  return problems.error_count() == errors_before && guard_spaces(source, problems, mended);
}

}  // namespace steadfast
