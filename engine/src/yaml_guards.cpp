#include "yaml_guards.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "codes.h"
#include "unusual_space.h"
#include "utf8.h"
#include "yaml_brackets.h"
#include "yaml_line.h"
#include "yaml_scan.h"

namespace steadfast {

namespace {

// Letters of a text in UTF-8 that was read in another encoding and saved again, and signs as web pages write
// them.
struct Damage {
  std::string_view bytes;
  std::string_view sign;  // what a web page means; empty for letters
};
constexpr std::array<Damage, 8> kDamages{{{"\xC3\x83\xC2", {}},
                                          {"\xC3\x82\xC2", {}},
                                          {"\xC3\xA2\xE2\x82\xAC", {}},
                                          {"&gt;", ">"},
                                          {"&lt;", "<"},
                                          {"&amp;", "&"},
                                          {"&quot;", "\""},
                                          {"&nbsp;", " "}}};

YamlHint explain_damage(const Damage& damage, std::size_t offset) {
  YamlHint hint{codes::kUnreadableCharacter,
                offset,
                damage.bytes.size(),
                "letters were damaged here when the file was opened or saved",
                "type them anew here and further down, and save the file with the encoding UTF-8",
                0,
                0,
                {}};
  if (damage.sign.empty()) return hint;
  hint.message = "this is how a web page writes a sign";
  hint.help = damage.sign == " " ? "write a space" : fmt::format("write `{}`", damage.sign);
  hint.mask_offset = offset;
  hint.mask_length = damage.bytes.size();
  hint.mask = std::string(damage.bytes.size() - 1, ' ') + std::string{damage.sign};
  hint.mends = true;
  return hint;
}

// Of each sort, the first is told; in comments nobody minds.
void guard_damaged_letters(const SourceText& source, Problems& problems, std::vector<YamlHint>& mended) {
  constexpr std::size_t kMostToMend = 100;  // who has more of them has a file of another kind
  const std::string_view text = source.text();
  for (const Damage& damage : kDamages) {
    bool is_told = false;
    const std::size_t mended_before = mended.size();
    for (std::size_t at = text.find(damage.bytes);
         at != std::string_view::npos && mended.size() < mended_before + kMostToMend;
         at = text.find(damage.bytes, at + 1)) {
      const std::string_view line = source.line(source.line_of(at));
      if (line.substr(std::min(skip_blanks(line, 0), line.size()), 1) == "#") continue;
      YamlHint hint = explain_damage(damage, at);
      if (!is_told) problems.error(hint.code, source.span(hint.offset, hint.length), hint.message, hint.help);
      is_told = true;
      if (!hint.mends) break;
      mended.push_back(std::move(hint));
    }
  }
}

bool has_old_line_ends(std::string_view text) {
  return text.find('\r') != std::string_view::npos && text.find('\n') == std::string_view::npos;
}

bool guard_bytes(const SourceText& source, Problems& problems) {
  const std::string_view text = source.text();
  if (has_old_line_ends(text)) {
    problems.error(codes::kUnreadableCharacter, {}, "the lines of this file end as on very old computers",
                   "save the file with the line ends of Unix (LF) or Windows (CRLF)");
    return false;
  }
  if (const auto invalid = find_invalid_utf8(text)) {
    problems.error(
        codes::kUnreadableCharacter, source.span(*invalid, 1),
        fmt::format("the byte {:#04x} here is not text in UTF-8", static_cast<unsigned char>(text[*invalid])),
        "save the file again with the encoding UTF-8");
    return false;
  }
  if (const auto control = find_control_character(text)) {
    // Of one with two bytes, the second is its number.
    const auto number =
        static_cast<unsigned char>(text[*control] == '\xC2' ? text[*control + 1] : text[*control]);
    problems.error(codes::kUnreadableCharacter, source.span(*control, 1),
                   fmt::format("there is a control character here (number {})", number),
                   "delete it, or save the file as plain text in UTF-8");
    return false;
  }
  for (int number = 1; number <= source.line_count(); ++number) {
    const std::size_t length = source.line(number).size();
    if (length <= kLongestLine) continue;
    problems.error(codes::kTooLarge, source.span(source.line_start(number), 1),
                   fmt::format("this line has {} bytes, and at most {} are read", length, kLongestLine),
                   "break it up: behind `>-` a text goes on over several lines, and a list can have one item "
                   "a line");
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

enum class SpaceMeans { text, indentation, separation };

bool is_key(std::string_view begun) {
  const std::size_t first = begun.find_first_not_of("- ");
  if (first == std::string_view::npos) return false;
  std::string_view key = begun.substr(first);
  if (key.size() > 1 && (key[0] == '"' || key[0] == '\'') && key.back() == key[0]) {
    key = key.substr(1, key.size() - 2);
  }
  return is_key_like(key);
}

std::size_t end_of_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_any_space(text, at))
    at += std::max<std::size_t>(unusual_space_at(text, at), 1);
  return at;
}

// What YAML would need plain spaces for in [at, end), in a line of the source outside of block texts.
SpaceMeans meaning_of_spaces(std::string_view line, std::size_t at, std::size_t end) {
  const std::string_view begun = without_spaces_behind(line.substr(0, at));
  const std::size_t first = begun.find_first_not_of(' ');
  if (first == std::string_view::npos) return SpaceMeans::indentation;
  // Behind a dash the keys below would not line up with a space of another width.
  if (begun.substr(first) == "-") return SpaceMeans::indentation;
  if (begun.back() == ':' && is_key(begun.substr(first, begun.size() - 1 - first)))
    return SpaceMeans::separation;
  if (line.substr(end, 1) == ":" && is_key(begun.substr(first))) return SpaceMeans::separation;
  const bool starts_comment = line.substr(end, 1) == "#";
  if (!starts_comment && end < line.size()) return SpaceMeans::text;
  const std::size_t colon = begun.find(": ");
  const std::string_view value =
      colon == std::string_view::npos ? std::string_view{} : begun.substr(colon + 2);
  const bool is_quoted = !value.empty() && (value[0] == '"' || value[0] == '\'');
  if (starts_comment && !is_quoted) return SpaceMeans::separation;
  // At the end it is part of a name, and harmless in a text of several words.
  const bool ends_a_word = end >= line.size() && !value.empty() && value.find(' ') == std::string_view::npos;
  return ends_a_word ? SpaceMeans::separation : SpaceMeans::text;
}

YamlHint unusual_space(std::size_t offset, std::size_t length) {
  return {codes::kUnusualSpace,
          offset,
          length,
          std::string{kUnusualSpaceMessage},
          "delete it and press the space bar; such spaces come along with copied text",
          offset,
          length,
          std::string(length, ' '),
          true};
}

// Reports the unusual spaces of a line. False when what is indented cannot be told.
bool guard_spaces_of(const SourceText& source, int number, Problems& problems,
                     std::vector<YamlHint>& mended) {
  const std::string_view line = source.line(number);
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool is_ascii = static_cast<unsigned char>(line[at]) < 0x80U;
    if (is_ascii || unusual_space_at(line, at) == 0) continue;
    const std::size_t start = at;
    const std::size_t end = end_of_spaces(line, start);
    const SpaceMeans meaning = meaning_of_spaces(line, start, end);
    at = end - 1;
    if (meaning == SpaceMeans::text) continue;
    YamlHint hint = unusual_space(source.line_start(number) + start, end - start);
    problems.error(hint.code, source.span(hint.offset, hint.length), hint.message, hint.help);
    if (meaning == SpaceMeans::indentation) return false;  // one is enough to find the line
    mended.push_back(std::move(hint));
  }
  return true;
}

// False when what is indented cannot be told.
bool guard_spaces(const SourceText& source, Problems& problems, std::vector<YamlHint>& mended) {
  // All of them start with one of these bytes, and most sources have none.
  if (!contains_any_of(source.text(), "\xC2\xE1\xE2\xE3\xEF")) return true;
  bool is_readable = true;
  BlockTexts block_texts;
  for (int number = 1; number <= source.line_count() && !problems.is_full(); ++number) {
    if (block_texts.holds(source.line(number))) continue;
    is_readable = guard_spaces_of(source, number, problems, mended) && is_readable;
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
  if (problems.error_count() != errors_before || !guard_spaces(source, problems, mended)) return false;
  guard_damaged_letters(source, problems, mended);
  guard_brackets(source, problems, mended);
  return true;
}

}  // namespace steadfast
