// The list of words that scenarios do without, read from assets/care-words.yaml.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "care_phrase.h"
#include "steadfast/content_care.h"

namespace steadfast {

// Whose words a text is.
enum class Voice : std::uint8_t {
  narration,
  feedback,
  young_person,
  good_answers,  // the mentor's, where the rating calls it good
  weak_answers,
  staff,    // other people who speak
  people,   // the names of those who speak
  endings,  // what is told at the end, which is narration, too
  notes,    // what authors write for each other
};

// What an entry is about; each sort has its own code.
enum class CareSort : std::uint8_t { word, exploiter, age, looks, blame, promise, note };
// The greatest first.
enum class CareWeight : std::uint8_t { banned, discouraged, doubtful };

struct CareEntry {
  std::string id;
  CareSort sort = CareSort::word;
  CareWeight weight = CareWeight::banned;
  std::vector<Phrase> phrases;
  std::vector<Phrase> unless;   // a match inside one of these means something else
  bool unless_negated = false;  // nor does one behind "not" or "never"
  std::string instead;
  std::string why;
  std::vector<Voice> where;
  std::string tag;          // only in scenarios whose content note has it; empty: in all
  std::string without_tag;  // only in those whose content note has it not; empty: in all
  std::string not_pronoun;  // not where the young person goes by it; empty: everywhere

  bool applies_to(Voice voice) const;
};

// An act that is a safety error by what it means.
struct SafetyAct {
  std::string act;
  std::string critical;
};

struct CareWords {
  int longest_turn = 0;  // in words
  int reading_grade = 0;
  std::vector<CareEntry> entries;
  std::vector<std::string> promise_acts;
  std::vector<SafetyAct> safety_acts;
  std::vector<std::string> help_acts;

  struct Place {
    std::uint32_t entry = 0;
    std::uint32_t phrase = 0;
  };
  // Phrases by a word they start with, and those that may start with any.
  std::unordered_map<std::string, std::vector<Place>> by_first_word;
  std::vector<Place> with_any_start;
};

// What the list finds in a text, in its order; of two finds of the same sort that overlap, the one with the
// greater weight, and then the longer one.
struct CareFind {
  const CareEntry* entry = nullptr;
  PhraseMatch match;
};
struct CareReader {
  const CareWords* words = nullptr;
  std::vector<std::string> tags;  // of the content note
  PhrasePerson person;
};
// `voice` speaks the text, `quoted_voice` what stands in quotation marks. A quotation behind "do not say" or
// "instead of" is no good answer.
std::vector<CareFind> find_care_words(const CareReader& reader, const std::vector<CareWord>& text,
                                      Voice voice, Voice quoted_voice);

}  // namespace steadfast
