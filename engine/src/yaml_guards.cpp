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
  constexpr std::array<std::string_view, 18> kSpaces{
      "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
      "\u2007", "\u2008", "\u2009", "\u200A", "\u200B", "\u202F", "\u205F", "\u3000", "\uFEFF"};
  const auto found = std::find_if(kSpaces.begin(), kSpaces.end(), [text, at](std::string_view space) {
    return text.substr(at, space.size()) == space;
  });
  return found == kSpaces.end() ? 0 : found->size();
}

enum class SpaceMeans { text, indentation, separation };

// What YAML would need a plain space for at `at`, in the line `line` of the source.
SpaceMeans meaning_of_space(std::string_view line, std::size_t at, std::size_t length) {
  const std::string_view before = line.substr(0, at);
  const std::size_t last = before.find_last_not_of(' ');
  if (last == std::string_view::npos) return SpaceMeans::indentation;
  const std::string_view begun = before.substr(before.find_first_not_of(' '));
  if (begun == "-") return SpaceMeans::separation;
  const std::size_t key = begun.find_first_not_of("- ");
  const bool behind_key = last + 1 == before.size() && before[last] == ':' && key != std::string_view::npos &&
                          is_key_like(begun.substr(key, begun.size() - 1 - key));
  if (behind_key) return SpaceMeans::separation;
  return line.find_first_not_of(" \r", at + length) == std::string_view::npos ? SpaceMeans::separation
                                                                              : SpaceMeans::text;
}

// False when what is indented cannot be told.
bool guard_spaces(const SourceText& source, Problems& problems, std::vector<YamlHint>& mended) {
  const std::string_view text = source.text();
  bool is_readable = true;
  // All of them start with one of these bytes.
  for (std::size_t at = text.find_first_of("\xC2\xE1\xE2\xE3\xEF"); at != std::string_view::npos;
       at = text.find_first_of("\xC2\xE1\xE2\xE3\xEF", at + 1)) {
    const std::size_t length = unusual_space_at(text, at);
    if (length == 0) continue;
    const int number = source.line_of(at);
    const SpaceMeans meaning = meaning_of_space(source.line(number), at - source.line_start(number), length);
    if (meaning == SpaceMeans::text) continue;
    YamlHint hint{codes::kUnusualSpace,
                  at,
                  length,
                  "this is not a plain space, though it may look like one",
                  "delete it and press the space bar; such spaces come along with copied text",
                  at,
                  length,
                  std::string(length, ' ')};
    problems.error(hint.code, source.span(hint.offset, hint.length), hint.message, hint.help);
    if (meaning == SpaceMeans::indentation) {
      is_readable = false;
    } else {
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
