#include "care_words_of.h"

#include <algorithm>
#include <array>
#include <utility>

#include "utf8.h"

namespace steadfast {

namespace {

enum class Sort {
  letter,
  digit,
  apostrophe,
  nothing,   // invisible, inside words too
  between,   // divides words and says nothing: spaces and hyphens
  sentence,  // ends a sentence
  mark,      // any other mark
  opening,   // quotation marks
  closing,
  straight,  // one that may open or close
};

bool is_in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

Sort sort_of_ascii(char32_t c) {
  if (is_in(c, U'a', U'z') || is_in(c, U'A', U'Z') || c == U'_') return Sort::letter;
  if (is_in(c, U'0', U'9')) return Sort::digit;
  switch (c) {
    case U'\'':
      return Sort::apostrophe;
    case U'"':
      return Sort::straight;
    case U' ':
    case U'\t':
    case U'\n':
    case U'\r':
    case U'-':
      return Sort::between;
    case U'.':
    case U'!':
    case U'?':
      return Sort::sentence;
    default:
      return Sort::mark;
  }
}

Sort sort_of(char32_t c) {
  if (c < 0x80) return sort_of_ascii(c);
  switch (c) {
    case 0x2018:  // ‘ ’ ʼ
    case 0x2019:
    case 0x02BC:
      return Sort::apostrophe;
    case 0x201C:  // “ „ «
    case 0x201E:
    case 0xAB:
      return Sort::opening;
    case 0x201D:  // ” »
    case 0xBB:
      return Sort::closing;
    case 0xAD:  // a soft hyphen, a byte order mark
    case 0xFEFF:
    case 0x2060:
      return Sort::nothing;
    case 0xA0:  // spaces that do not break, and hyphens
    case 0x202F:
    case 0x3000:
    case 0x2010:
    case 0x2011:
      return Sort::between;
    case 0xAA:
    case 0xB5:
    case 0xBA:
      return Sort::letter;
    default:
      break;
  }
  if (is_in(c, 0x2000, 0x200A)) return Sort::between;
  if (is_in(c, 0x200B, 0x200F)) return Sort::nothing;
  const bool is_letter = (is_in(c, 0xC0, 0x1FFF) && c != 0xD7 && c != 0xF7) || is_in(c, 0x2C00, 0x2DFF) ||
                         is_in(c, 0x3040, 0xD7FF) || is_in(c, 0xF900, 0xFDFF) || c >= 0x20000;
  return is_letter ? Sort::letter : Sort::mark;
}

struct Character {
  char32_t code = 0;
  Sort sort = Sort::between;
};

char32_t decoded(std::string_view bytes) {
  const auto byte = [bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  if (bytes.size() == 1) return byte(0);
  char32_t code = byte(0) & (0xFFU >> (bytes.size() + 1));
  for (std::size_t at = 1; at < bytes.size(); ++at) code = (code << 6U) | (byte(at) & 0x3FU);
  return code;
}

void append_utf8(std::string& text, char32_t code) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0U | (code >> 6U));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U));
    put(0x80U | ((code >> 6U) & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U));
    put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU));
  }
  put(0x80U | (code & 0x3FU));
}

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> characters;
  characters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = code_point_length(text, at);
    const char32_t code = decoded(text.substr(at, length));
    characters.push_back({code, sort_of(code)});
    at += length;
  }
  return characters;
}

bool is_of_word(Sort sort) {
  return sort == Sort::letter || sort == Sort::digit;
}

// What a short form stands for, word by word. `'s` is written out only where it cannot be a possessive.
std::vector<std::string> written_out(const std::string& word) {
  struct Short {
    std::string_view word;
    std::array<std::string_view, 2> full;
  };
  constexpr std::array kWhole{
      Short{"can't", {"can", "not"}},    Short{"cannot", {"can", "not"}}, Short{"won't", {"will", "not"}},
      Short{"gonna", {"going", "to"}},   Short{"he's", {"he", "is"}},     Short{"she's", {"she", "is"}},
      Short{"it's", {"it", "is"}},       Short{"that's", {"that", "is"}}, Short{"what's", {"what", "is"}},
      Short{"there's", {"there", "is"}}, Short{"who's", {"who", "is"}},   Short{"here's", {"here", "is"}},
      Short{"let's", {"let", "us"}},
  };
  for (const Short& candidate : kWhole) {
    if (candidate.word == word) return {std::string(candidate.full[0]), std::string(candidate.full[1])};
  }
  constexpr std::array kEnds{
      Short{"n't", {"", "not"}},  Short{"'ll", {"", "will"}}, Short{"'re", {"", "are"}},
      Short{"'ve", {"", "have"}}, Short{"'m", {"", "am"}},    Short{"'d", {"", "would"}},
  };
  for (const Short& candidate : kEnds) {
    const std::size_t end = candidate.word.size();
    if (word.size() > end && std::string_view(word).substr(word.size() - end) == candidate.word) {
      return {word.substr(0, word.size() - end), std::string(candidate.full[1])};
    }
  }
  return {word};
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : characters_(characters_of(text)) {}

  std::vector<CareWord> run() {
    for (std::size_t at = 0; at < characters_.size();) {
      at = is_of_word(characters_[at].sort) ? take_word(at) : pass_between(at);
    }
    return std::move(words_);
  }

 private:
  Sort sort_at(std::size_t at) const {
    return at < characters_.size() ? characters_[at].sort : Sort::between;
  }

  // `at`, or the next place that is not invisible.
  std::size_t visible(std::size_t at) const {
    while (sort_at(at) == Sort::nothing && at < characters_.size()) ++at;
    return at;
  }

  std::size_t take_word(std::size_t start) {
    std::string text;
    std::size_t end = start;
    for (std::size_t at = start; at < characters_.size(); ++at) {
      const Sort sort = characters_[at].sort;
      if (sort == Sort::nothing) continue;
      if (sort == Sort::apostrophe) {
        if (sort_at(visible(at + 1)) != Sort::letter) break;
        text += '\'';
      } else if (is_of_word(sort)) {
        append_utf8(text, to_small(characters_[at].code));
        end = at + 1;
      } else {
        break;
      }
    }
    between_.offset = static_cast<int>(start);
    between_.length = static_cast<int>(end - start);
    between_.is_capital = to_small(characters_[start].code) != characters_[start].code;
    between_.is_quoted = is_quoted_;
    std::vector<std::string> parts = written_out(text);
    between_.whole = std::move(text);
    for (std::string& part : parts) {
      CareWord word = between_;
      word.text = std::move(part);
      words_.push_back(std::move(word));
      // What stands before a short form stands before its first part.
      between_ = CareWord{};
      between_.offset = static_cast<int>(start);
      between_.length = static_cast<int>(end - start);
      between_.is_quoted = is_quoted_;
    }
    between_ = {};
    return end;
  }

  std::size_t pass_between(std::size_t at) {
    switch (characters_[at].sort) {
      case Sort::sentence:
        if (is_no_end(at)) return at + 1;
        between_.after_sentence = true;
        between_.after_break = true;
        break;
      case Sort::mark:
        if (!is_inside_number(at)) between_.after_break = true;
        break;
      case Sort::opening:
        quotation_starts();
        break;
      case Sort::closing:
        quotation_ends();
        break;
      case Sort::straight:
        is_quoted_ ? quotation_ends() : quotation_starts();
        break;
      case Sort::apostrophe:  // as a single quotation mark
        between_.after_break = true;
        break;
      default:
        break;
    }
    return at + 1;
  }

  void quotation_starts() {
    is_quoted_ = true;
    between_.opens_quotation = true;
    between_.after_break = true;
  }
  void quotation_ends() {
    is_quoted_ = false;
    between_.opens_quotation = false;
    between_.after_quotation = true;
    between_.after_break = true;
  }

  bool is_inside_number(std::size_t at) const {
    return at > 0 && sort_at(at - 1) == Sort::digit && sort_at(at + 1) == Sort::digit;
  }

  // The full stop of "Ms." and "4.30".
  bool is_no_end(std::size_t at) const {
    if (characters_[at].code != U'.') return false;
    if (is_inside_number(at)) return true;
    constexpr std::array<std::string_view, 5> kTitles{"ms", "mr", "mrs", "dr", "st"};
    if (words_.empty() || words_.back().offset + words_.back().length != static_cast<int>(at)) return false;
    return words_.back().is_capital &&
           std::find(kTitles.begin(), kTitles.end(), words_.back().text) != kTitles.end();
  }

  static CareWord before_the_first() {
    CareWord word;
    word.after_break = true;
    word.after_sentence = true;
    return word;
  }

  std::vector<Character> characters_;
  std::vector<CareWord> words_;
  // Collects what stands before the next word.
  CareWord between_ = before_the_first();
  bool is_quoted_ = false;
};

}  // namespace

char32_t to_small(char32_t letter) {
  if (is_in(letter, U'A', U'Z')) return letter + 32;
  if (letter < 0xC0) return letter;
  if (is_in(letter, 0xC0, 0xDE)) return letter == 0xD7 ? letter : letter + 32;
  const bool even_is_capital = is_in(letter, 0x100, 0x137) || is_in(letter, 0x14A, 0x177);
  if (even_is_capital) return letter % 2 == 0 ? letter + 1 : letter;
  const bool odd_is_capital = is_in(letter, 0x139, 0x148) || is_in(letter, 0x179, 0x17E);
  if (odd_is_capital) return letter % 2 == 1 ? letter + 1 : letter;
  if (is_in(letter, 0x391, 0x3A9) || is_in(letter, 0x410, 0x42F)) return letter + 32;
  return letter;
}

std::vector<CareWord> care_words_of(std::string_view text) {
  return Splitter(text).run();
}

}  // namespace steadfast
