// A phrase of the list of words, and where it stands in a text. The list itself says how phrases are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "care_words_of.h"

namespace steadfast {

enum class PhrasePart : std::uint8_t {
  word,             // one of `words`; a possessive `'s` at its end is passed over
  gap,              // `…`: up to three words of the same sentence
  edge,             // `|`: a mark, or the start or end of the text
  pause,            // `,`: a mark that ends no sentence, such as a comma or a colon
  opens_quotation,  // `“`: a quotation starts here
  after_quotation,  // `”`: a quotation has just ended
  capital,          // `<name>`: a word with a capital letter
  mentee,           // `<mentee>`: the young person's name
  young_person,     // `<young-person>`: the name, or the pronoun that the young person goes by
  her,              // `<her>`: the name, or `her`, `him` or `them` by that pronoun
  under_fourteen,   // `<under-14>`: a number from five to thirteen
  other_age,        // `<other-age>`: a number from fourteen to twenty-nine that is not the age
};

struct PhraseElement {
  PhrasePart part = PhrasePart::word;
  std::vector<std::string> words;
};

using Phrase = std::vector<PhraseElement>;

// A name for several phrases, written `<name>` inside others.
struct PhraseGroup {
  std::string id;
  std::vector<Phrase> phrases;
};

// What a written phrase stands for: one phrase, or one for each phrase of its group.
struct ReadPhrase {
  std::vector<Phrase> phrases;
  std::string problem;  // why it cannot be read; empty otherwise
};
ReadPhrase read_phrase(std::string_view written, const std::vector<PhraseGroup>& groups);

// Words `first` to `end`, half-open.
struct PhraseMatch {
  std::size_t first = 0;
  std::size_t end = 0;
};

// The young person of the scenario, in small letters.
struct PhrasePerson {
  std::string name;                   // empty: not known
  std::vector<std::string> pronouns;  // "she", "he", "they"
  int age = 0;                        // 0: not known
};

// "she" for "her", "hers" and "herself", and likewise "he" and "they"; empty for every other word. In small
// letters.
std::string_view family_of_pronoun(std::string_view word);

// What the phrase covers when it starts at word `first`; empty when it does not.
std::optional<PhraseMatch> match_phrase(const Phrase& phrase, const std::vector<CareWord>& words,
                                        std::size_t first, const PhrasePerson& person);

// The most words that a match of the phrase covers.
std::size_t longest_match(const Phrase& phrase);

// The words one of which stands at the start of every match; empty when it can be any word.
const std::vector<std::string>* first_words(const Phrase& phrase);

}  // namespace steadfast
