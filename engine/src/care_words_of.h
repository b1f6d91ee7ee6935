// A text as words that can be compared with a list: small letters, plain apostrophes, short forms written out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast {

// "don't" becomes two of these, `do` and `not`, that stand in the same place.
struct CareWord {
  std::string text;         // in small letters, without quotation marks
  std::string whole;        // as it was before it was written out; empty for the second part
  int offset = 0;           // in code points of the text
  int length = 0;           // likewise
  bool is_capital = false;  // starts with a capital letter
  // What stands between it and the word before.
  bool after_break = false;     // a mark such as a comma or a full stop; the first word has one
  bool after_sentence = false;  // a full stop, question mark or exclamation mark; the first word has one
  bool opens_quotation = false;
  bool after_quotation = false;
  bool is_quoted = false;  // between double quotation marks, curly or straight
};

// Words are runs of letters and digits with apostrophes inside them; a hyphen divides words, and soft hyphens
// and invisible characters count as nothing. Must hold: `text` is well-formed UTF-8.
std::vector<CareWord> care_words_of(std::string_view text);

// In small letters: ASCII, Latin-1, Latin Extended-A, and the plain letters of Greek and Cyrillic.
char32_t to_small(char32_t letter);

}  // namespace steadfast
