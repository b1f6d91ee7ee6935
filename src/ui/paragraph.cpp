#include "ui/paragraph.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "ui/utf8.h"

namespace steadfast {
namespace {

// Where the line that starts at 0 ends, by width: at a word's end, or inside a word that is too wide.
std::size_t end_by_width(const Face& face, std::string_view text, float width) {
  const char* begin = text.data();
  const float scale = face.line / face.font->FontSize;
  const char* end = face.font->CalcWordWrapPositionA(scale, begin, begin + text.size(), width);
  const auto length = static_cast<std::size_t>(end - begin);
  return length > 0 ? length : next_code_point(text, 0);
}

// The same by number of characters.
std::size_t end_by_count(std::string_view text, int longest) {
  std::size_t at = 0;
  std::size_t last_blank = 0;
  for (int count = 0; at < text.size(); ++count) {
    if (text[at] == ' ') last_blank = at;
    if (count == longest) return last_blank > 0 ? last_blank : at;
    at = next_code_point(text, at);
  }
  return text.size();
}

std::string_view without_blanks_behind(std::string_view line) {
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  return line;
}

using Lines = std::vector<std::string_view>;

// Breaks one paragraph, which holds no line breaks of its own.
Lines broken(const Face& face, std::string_view text, float width, int longest) {
  Lines lines;
  do {
    const std::size_t end =
        text.empty() ? 0 : std::min(end_by_width(face, text, width), end_by_count(text, longest));
    lines.push_back(without_blanks_behind(text.substr(0, end)));
    text.remove_prefix(end);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  } while (!text.empty());
  return lines;
}

bool ends_in_one_word(const Lines& lines) {
  return lines.size() > 1 && lines.back().find(' ') == std::string_view::npos;
}

Lines well_broken(const Face& face, std::string_view text, const ParagraphShape& shape) {
  Lines lines = broken(face, text, shape.width, shape.longest);
  if (shape.last_line == LastLine::as_it_falls || !ends_in_one_word(lines)) return lines;
  for (const float part : {0.94F, 0.88F, 0.8F}) {
    const int longest = static_cast<int>(static_cast<float>(shape.longest) * part);
    Lines narrower = broken(face, text, shape.width * part, longest);
    if (narrower.size() == lines.size() && !ends_in_one_word(narrower)) return narrower;
  }
  return lines;
}

}  // namespace

Paragraph lay_out(const Fonts& fonts, std::string_view text, const ParagraphShape& shape) {
  const Face& face = fonts.face(shape.type);
  Paragraph paragraph;
  paragraph.line_height = std::round(face.em * shape.leading);
  while (true) {
    const std::size_t line_break = text.find('\n');
    for (const std::string_view line : well_broken(face, text.substr(0, line_break), shape)) {
      paragraph.lines.push_back(line);
      paragraph.widest = std::max(paragraph.widest, fonts.width(shape.type, line));
    }
    if (line_break == std::string_view::npos) return paragraph;
    text.remove_prefix(line_break + 1);
  }
}

}  // namespace steadfast
