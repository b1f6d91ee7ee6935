// Text broken into lines that are easy to read: never more than 70 characters, with air between them.
#pragma once

#include <string_view>
#include <vector>

#include "ui/fonts.h"

namespace steadfast {

constexpr int kLongestLine = 70;  // characters

// A last line of one word looks lost: then the lines above it are made a little shorter when that helps.
// Text that is being typed stays as it falls.
enum class LastLine { never_one_word, as_it_falls };

struct ParagraphShape {
  Type type = Type::body;
  float width = 0;       // the room there is, in design pixels
  float leading = 1.5F;  // line distance in em
  int longest = kLongestLine;
  LastLine last_line = LastLine::never_one_word;
};

struct Paragraph {
  std::vector<std::string_view> lines;  // views into the text that was laid out, without blanks at the end
  float line_height = 0;
  float widest = 0;  // of its lines
  float height() const { return line_height * static_cast<float>(lines.size()); }
};

// `text` may hold line breaks; an empty text has one empty line. The result points into `text`.
Paragraph lay_out(const Fonts& fonts, std::string_view text, const ParagraphShape& shape);

}  // namespace steadfast
