#include "yaml_run_together.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "codes.h"
#include "yaml_scan.h"

namespace steadfast {

namespace {

constexpr std::string_view kBlockAdvice =
    "write `>-` here, and the whole text on the next line, indented further: there, quotation marks need no "
    "care";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

YamlHint over_value(Code code, const YamlLine& line, std::size_t offset, std::size_t length,
                    std::string message, std::string help) {
  return {code, offset, length, std::move(message), std::move(help), line.value, line.value_end - line.value,
          {}};
}

// How to read on when an item begins at `dash` inside the line.
void read_on_from_item(YamlHint& hint, const YamlLine& line, std::size_t dash) {
  const std::string_view rest = line.text.substr(dash, line.end - dash);
  // The item that begins there stands where the one above began.
  const std::size_t column =
      line.is_item ? line.column() : line.key_column() - std::min<std::size_t>(2, line.key_column());
  const std::string mended = blanks(column) + std::string{rest};
  if (mended.size() > line.end - line.start) return;
  hint.mask_offset = line.start;
  hint.mask_length = line.end - line.start;
  hint.mask = mended + blanks(hint.mask_length - mended.size());
}

// Where the word that ends at `colon` starts.
std::size_t start_of_key(std::string_view text, std::size_t colon, std::size_t from) {
  std::size_t start = colon;
  while (start > from && is_key_like(text.substr(start - 1, 1))) --start;
  return start;
}

// Where the dash in front of `key` starts; `key` when there is none.
std::size_t dash_in_front(std::string_view text, std::size_t key, std::size_t from) {
  std::size_t at = key;
  while (at > from && text[at - 1] == ' ') --at;
  return at > from && at < key && text[at - 1] == '-' && (at - 1 == from || text[at - 2] == ' ') ? at - 1
                                                                                                 : key;
}

}  // namespace

std::optional<YamlHint> explain_second_key(const YamlLine& line, const KnownKeys& known) {
  const std::string_view value = line.value_text();
  if (!line.has_key() || !is_key_like(line.key()) || value.empty() || value[0] == '"' || value[0] == '\'') {
    return std::nullopt;
  }
  for (std::size_t colon = line.value; colon < line.value_end; ++colon) {
    const bool ends_key =
        line.text[colon] == ':' && (colon + 1 == line.value_end || line.text[colon + 1] == ' ');
    if (!ends_key) continue;
    const std::size_t start = start_of_key(line.text, colon, line.value);
    const std::string_view key = line.text.substr(start, colon - start);
    const bool is_child =
        start == line.value && is_key_like(key) && known.has(line.key()) && !known.is_text(line.key());
    const bool is_second = start > line.value && line.text[start - 1] == ' ' && known.has(key);
    if (!is_child && !is_second) continue;
    const std::size_t dash = dash_in_front(line.text, start, line.value);
    const bool is_item = dash != start;
    YamlHint hint = over_value(codes::kColonInText, line, is_item ? dash : start, colon - start + 1,
                               fmt::format("`{}:` stands in the line of `{}:`", key, line.key()),
                               fmt::format("start a new line in front of `{}{}:`", is_item ? "- " : "", key));
    hint.hides_keys = true;
    // What stands below belongs to the last key.
    if (is_child) hint.mask = blanks(line.value_end - line.value);
    if (!is_child && colon + 1 == line.value_end && !is_item) {
      const std::string as_line = blanks(line.key_column()) + std::string{key} + ':';
      hint.mask_offset = line.start;
      hint.mask_length = line.end - line.start;
      hint.mask = as_line + blanks(hint.mask_length - std::min(hint.mask_length, as_line.size()));
    }
    if (is_item) read_on_from_item(hint, line, dash);
    return hint;
  }
  return std::nullopt;
}

YamlHint explain_text_behind_quote(const YamlLine& line, std::size_t closing) {
  const std::string_view value = line.value_text();
  const char quote = value[0];
  const std::size_t behind = skip_blanks(line.text, closing + 1);
  const std::string_view rest = line.text.substr(behind, line.value_end - behind);
  YamlHint hint = over_value(codes::kTextAfterQuote, line, behind, rest.size(),
                             "the text in quotes ends before the line does", std::string{kBlockAdvice});
  if (rest == "," || rest == "." || rest == ";") {
    hint.help = fmt::format("take the `{}` away", rest);
    hint.mask_offset = behind;
    hint.mask_length = 1;
    hint.mask = " ";
    hint.mends = true;
  } else if (rest == std::string_view{&quote, 1} || closing == line.value + 1) {
    hint.message = fmt::format("there are two quotation marks `{}` side by side", quote);
    hint.help = "take one of the two away";
    hint.offset = closing == line.value + 1 ? line.value : closing;
    hint.length = 2;
  } else if (rest.starts_with("- ")) {
    hint.help = "start a new line in front of the dash, in the column of the dash above";
  } else if (rest.back() == quote && quote == '"') {
    hint.help = "write \\\" for a quotation mark inside double quotes";
  } else if (quote == '\'') {
    hint.help = "write two single quotes for an apostrophe inside single quotes, or use double quotes";
  }
  return hint;
}

std::optional<YamlHint> explain_text_behind_bracket(const YamlLine& line, const KnownKeys& known) {
  const std::string_view value = line.value_text();
  if (value.empty() || value[0] != '[') return std::nullopt;
  const std::size_t closing = value.find(']');
  if (closing == std::string_view::npos || closing + 1 >= value.size()) return std::nullopt;
  const std::size_t behind = skip_blanks(line.text, line.value + closing + 1);
  const std::string_view rest = line.text.substr(behind, line.value_end - behind);
  if (rest.empty()) return std::nullopt;
  YamlHint hint = over_value(codes::kSpecialFirstCharacter, line, behind, rest.size(),
                             "a list in brackets ends where its bracket closes, and more stands behind it",
                             "if the brackets belong to the text, put the whole text in double quotes");
  const std::size_t colon = rest.find(':');
  if (colon != std::string_view::npos && known.has(rest.substr(0, colon))) {
    hint.help = fmt::format("start a new line in front of `{}`", rest.substr(0, colon + 1));
  } else if (rest.size() == 1) {
    hint.help = fmt::format("take the `{}` away", rest);
    hint.mask_offset = behind;
    hint.mask_length = 1;
    hint.mask = " ";
    hint.mends = true;
  }
  return hint;
}

std::optional<YamlHint> explain_foreign_line(const YamlLine& line) {
  const std::string_view content = line.text.substr(line.content, line.end - line.content);
  std::string help;
  std::string message;
  const std::size_t digits =
      static_cast<std::size_t>(std::find_if_not(content.begin(), content.end(), is_digit) - content.begin());
  if (content.starts_with("//") || content.starts_with("/*") || content.starts_with("<!--")) {
    message = "this is a comment of another language";
    help = "a note for yourself starts with `#`";
  } else if (content.starts_with("```")) {
    message = "this line is a mark of a web page or a chat";
    help = "take the line out";
  } else if (digits > 0 && content.substr(digits, 3) == " | ") {
    message = "this line was copied together with its number";
    help = "take the number and the bar away, and indent the rest as the lines around it";
  } else if (content.starts_with("> ") && content.find(':') != std::string_view::npos && line.column() == 0) {
    message = "the `>` in front of this line comes from an e-mail";
    help = "take it away, and indent the line as the lines around it";
  } else {
    return std::nullopt;
  }
  return YamlHint{codes::kUnreadableYaml, line.content, content.size(), message, help, line.content,
                  content.size(),         "#"};
}

std::optional<YamlHint> explain_block_mark(const YamlLine& line, const KnownKeys& known) {
  constexpr std::array<std::string_view, 9> kMarks{">–", ">—", "> -", "> –", "-", "–>", "—>", ">_", ">="};
  const std::string_view value = line.value_text();
  if (!line.has_key() || std::find(kMarks.begin(), kMarks.end(), value) == kMarks.end()) return std::nullopt;
  // Behind the key of a list, a dash is the start of its first item.
  if (value == "-" && !known.is_text(line.key())) return std::nullopt;
  YamlHint hint =
      over_value(codes::kSpecialFirstCharacter, line, line.value, value.size(),
                 fmt::format("`{}` is not the mark of a text that starts on the next line", value),
                 fmt::format("write `{}: >-`", line.key()));
  hint.mask = value.size() < 2 ? ">" : ">-";
  hint.mask += blanks(value.size() - hint.mask.size());
  hint.mends = true;
  return hint;
}

}  // namespace steadfast
