#include "yaml_brackets.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "codes.h"
#include "yaml_line.h"
#include "yaml_scan.h"

namespace steadfast {

namespace {

bool is_bracket(char c) {
  return c == '[' || c == '{';
}

// Follows brackets through lines; quoted texts and comments are passed over.
class BracketScan {
 public:
  explicit BracketScan(std::string_view text, std::size_t start) : text_(text), at_(start) {}

  // Goes on to `end`, or to where the first bracket is closed. False once it is.
  bool is_open_until(std::size_t end) {
    for (; is_open_ && at_ < end; ++at_) {
      const char c = text_[at_];
      if (c == '#' && at_ > 0 && text_[at_ - 1] == ' ') {
        at_ = std::min(text_.find('\n', at_), end) - 1;
      } else if ((c == '"' || c == '\'') && starts_value_) {
        pass_quoted();
      } else if (is_bracket(c)) {
        ++depth_;
      } else if ((c == ']' || c == '}') && --depth_ == 0) {
        is_open_ = false;
      }
      if (c != ' ' && c != '\n' && c != '\r') starts_value_ = is_bracket(c) || c == ',' || c == ':';
    }
    return is_open_;
  }

 private:
  // A quote that does not close on its lines is another problem, and not looked behind.
  void pass_quoted() {
    const std::size_t closing = closing_quote(text_, at_);
    if (closing != std::string_view::npos && !leaves_its_lines(text_, at_, closing)) at_ = closing;
  }

  std::string_view text_;
  std::size_t at_;
  int depth_ = 0;
  bool is_open_ = true;
  bool starts_value_ = false;
};

// Whether the line begins something that does not belong into the brackets that `opening` opens.
bool begins_anew(const YamlLine& line, const YamlLine& opening) {
  if (!line.is_item && !(line.has_key() && is_key_like(line.key()))) return false;
  if (opening.has_key()) return line.column() <= opening.key_column();
  return opening.is_item ? line.column() <= opening.column() : line.column() < opening.column();
}

// Makes a comment of the line.
void leave_out(const YamlLine& line, std::vector<YamlHint>& covered) {
  if (!line.has_content()) return;
  YamlHint hint;
  hint.mask_offset = line.content;
  hint.mask_length = line.end - line.content;
  hint.mask = "#";
  covered.push_back(std::move(hint));
}

}  // namespace

YamlHint open_bracket_hint(std::string_view text, std::size_t bracket, std::size_t line_end) {
  return {codes::kSpecialFirstCharacter,
          bracket,
          line_end - bracket,
          fmt::format("the bracket `{}` starts a list of its own, and `{}` is missing at the end",
                      text[bracket], text[bracket] == '[' ? ']' : '}'),
          "if the bracket belongs to the text, put the whole text in quotes",
          bracket,
          line_end - bracket,
          {}};
}

void guard_brackets(const SourceText& source, Problems& problems, std::vector<YamlHint>& covered) {
  const std::string_view text = source.text();
  if (!contains_any_of(text, "[{")) return;
  BlockTexts block_texts;
  for (int number = 1; number <= source.line_count() && !problems.is_full(); ++number) {
    const std::string_view written = source.line(number);
    if (block_texts.holds(written) || !contains_any_of(written, "[{")) continue;
    const YamlLine opening = yaml_line(source, text, number);
    if (!opening.has_content() || opening.value_text().empty() || !is_bracket(text[opening.value])) continue;
    BracketScan scan{text, opening.value};
    std::size_t end = opening.end;
    int below = number;
    while (scan.is_open_until(end) && below < source.line_count()) {
      const YamlLine line = yaml_line(source, text, below + 1);
      if (line.has_content() && begins_anew(line, opening)) break;
      ++below;
      end = line.end;
    }
    if (scan.is_open_until(end)) {
      YamlHint hint = open_bracket_hint(text, opening.value, opening.value_end);
      problems.error(hint.code, source.span(hint.offset, hint.length), hint.message, hint.help);
      covered.push_back(std::move(hint));
      for (int inside = number + 1; inside <= below; ++inside) {
        leave_out(yaml_line(source, text, inside), covered);
      }
    }
    number = below;
  }
}

}  // namespace steadfast
