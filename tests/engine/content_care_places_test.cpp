// The caret stands under the very words, however YAML has them written.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "source_text.h"
#include "support/care_files.h"
#include "utf8.h"

namespace steadfast::test {
namespace {

// The template with its `stage` written in this way, which starts behind the key.
Source with_stage(std::string_view written) {
  Source source = care_template({});
  const std::string key = "    stage: ";
  const std::size_t start = source.text.find(key) + key.size();
  source.text.replace(start, source.text.find('\n', start) - start, written);
  return source;
}

std::string words_at(const Source& source, Span where) {
  std::string_view line = line_of_text(source.text, where.line);
  const auto skip = [&line](int count) {
    std::size_t bytes = 0;
    for (; count > 0; --count) bytes += code_point_length(line, bytes);
    return bytes;
  };
  line.remove_prefix(skip(where.column - 1));
  return std::string(line.substr(0, skip(where.length)));
}

struct Writing {
  std::string_view style;
  std::string_view written;
  std::string_view words;  // what the caret stands under
};

class CarePlaces : public testing::TestWithParam<Writing> {};

TEST_P(CarePlaces, AreExact) {
  const Source source = with_stage(GetParam().written);
  const std::vector<Diagnostic> found = check_content_care(source, *shipped_care_words(), shipped_care());
  ASSERT_EQ(found.size(), 1U) << explain_all(found, source.text);
  EXPECT_EQ(found[0].code, Code{70});
  EXPECT_EQ(words_at(source, found[0].where), GetParam().words) << format_diagnostic(found[0], source.text);
}

INSTANTIATE_TEST_SUITE_P(
    Styles, CarePlaces,
    testing::Values(
        Writing{"plain", "They say prostitute here.", "prostitute"},
        Writing{"plain_with_accents", "Zoë’s café — they say prostitute.", "prostitute"},
        Writing{"plain_over_lines", "They say\n      a word, and prostitute\n      is it.", "prostitute"},
        Writing{"single_quotes", "'It''s what they say: prostitute.'", "prostitute"},
        Writing{"double_quotes", "\"They say \\\"a word\\\" and prostitute.\"", "prostitute"},
        Writing{"escapes", "\"Zo\\u00eb\\t\\x41 and\\u2014prostitute.\"", "prostitute"},
        Writing{"double_quotes_over_lines", "\"They say   \n      a word,\n\n      and prostitute.\"",
                "prostitute"},
        Writing{"double_quotes_with_escaped_line_end", "\"They say \\\n      prostitute.\"", "prostitute"},
        Writing{"folded", ">-\n      They say\n      a word,\n      and prostitute\n      is it.",
                "prostitute"},
        Writing{"folded_with_blank_line", ">\n      They say.\n\n      A word: prostitute.", "prostitute"},
        Writing{"folded_with_blank_ends", ">-\n      They say   \n      prostitute, and more.", "prostitute"},
        Writing{"literal", "|\n      They say\n      prostitute.", "prostitute"},
        Writing{"literal_indented_further", "|-\n      They say\n        prostitute,\n      twice.",
                "prostitute"},
        Writing{"header_with_comment", ">- # a comment\n      They say prostitute.", "prostitute"},
        Writing{"literal_after_blank_lines", "|\n\n\n      They say prostitute.", "prostitute"},
        Writing{"curly_apostrophe", "It’s a prostitute’s word.", "prostitute’s"},
        // What goes over the end of a line is shown to the end of that line.
        Writing{"phrase_over_two_lines", ">-\n      They say child\n      prostitute here.", "child"},
        Writing{"phrase_over_two_plain_lines", "They say child\n      prostitute here.", "child"}),
    [](const testing::TestParamInfo<Writing>& writing) { return std::string(writing.param.style); });

}  // namespace
}  // namespace steadfast::test
