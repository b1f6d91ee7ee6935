#include "reading_level.h"

#include <algorithm>
#include <array>
#include <string>

#include "care_words_of.h"

namespace steadfast {

namespace {

bool is_one_of(char c, std::string_view letters) {
  return letters.find(c) != std::string_view::npos;
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_vowel(char c) {
  return is_one_of(c, "aeiouy");
}
bool is_consonant(char c) {
  return is_letter(c) && !is_vowel(c);
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

struct Known {
  std::string_view word;
  int syllables;
};
// Frequent words that the rules below get wrong.
constexpr std::array kKnown{
    Known{"area", 3},    Known{"business", 2}, Known{"create", 2},  Known{"created", 3}, Known{"creates", 2},
    Known{"element", 3}, Known{"evening", 2},  Known{"idea", 3},    Known{"ideas", 3},   Known{"maybe", 2},
    Known{"movie", 2},   Known{"people", 2},   Known{"quietly", 3}, Known{"someone", 2}, Known{"suicide", 3},
    Known{"tired", 2},   Known{"wednesday", 2}};

// How often a run of vowels starts; a `y` at the start of a word is no vowel before another one.
int runs_of_vowels(std::string_view word) {
  int runs = 0;
  bool in_run = false;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool is_first_y = at == 0 && word[0] == 'y' && word.size() > 1 && is_vowel(word[1]);
    const bool vowel = is_vowel(word[at]) && !is_first_y;
    if (vowel && !in_run) ++runs;
    in_run = vowel;
  }
  return runs;
}

// The `e` of "make", "makes" and "liked", but not of "table", "houses" and "wanted".
bool has_silent_end(std::string_view word) {
  std::string_view stem;
  if (ends_with(word, "e")) {
    stem = word.substr(0, word.size() - 1);
  } else if (ends_with(word, "es")) {
    stem = word.substr(0, word.size() - 2);
    if (stem.empty() || is_one_of(stem.back(), "sxzcg") || ends_with(stem, "ch") || ends_with(stem, "sh"))
      return false;
  } else if (ends_with(word, "ed")) {
    stem = word.substr(0, word.size() - 2);
    if (stem.empty() || is_one_of(stem.back(), "td")) return false;
  }
  if (stem.size() < 2 || !is_consonant(stem.back())) return false;
  const char before = stem[stem.size() - 2];
  return !(stem.back() == 'l' && is_consonant(before) && before != 'l' && before != 'r');
}

// Vowels that stand together and are spoken apart: the `ia` of "familiar", the `io` of "serious".
int vowels_spoken_apart(std::string_view word) {
  int apart = 0;
  const auto letter = [word](std::size_t at) { return at < word.size() ? word[at] : ' '; };
  for (std::size_t at = 1; at + 1 < word.size(); ++at) {
    const std::string_view pair = word.substr(at, 2);
    const char before = word[at - 1];
    const char behind = letter(at + 2);
    if (pair == "ia") {
      const std::string_view end = word.substr(at + 2);
      const bool is_ending = behind == 'l' || end == "n" || end == "ns";
      apart += is_ending ? is_one_of(before, "dlnrvb") : !is_one_of(before, "ctsg");
    } else if (pair == "io") {
      const bool is_ious = behind == 'u' && letter(at + 3) == 's';
      apart += is_ious ? is_one_of(before, "drnlvb") : !is_one_of(before, "tscgx");
    } else if (pair == "eo") {
      apart += behind != 'u' && behind != 'p';
    } else if (pair == "iu") {
      ++apart;
    } else if (pair == "ua") {
      apart += before != 'q' && (behind == 'l' || behind == 't');
    } else if (pair == "ie") {
      apart += behind == 't';
    } else if (pair == "oe") {
      apart += behind == 't' || behind == 'm';
    }
  }
  const bool is_vowel_ing = (ends_with(word, "ing") && word.size() > 3 && is_vowel(word[word.size() - 4])) ||
                            (ends_with(word, "ings") && word.size() > 4 && is_vowel(word[word.size() - 5]));
  return apart + (is_vowel_ing ? 1 : 0) + (ends_with(word, "ism") ? 1 : 0);
}

// The `e` inside "careful", "sometimes" and "homework".
bool has_silent_e_inside(std::string_view word) {
  constexpr std::array<std::string_view, 26> kEnds{
      "ly",     "ful",   "fully", "less",  "ment",  "ments", "ness", "where", "thing",
      "things", "times", "time",  "one",   "body",  "work",  "walk", "ware",  "side",
      "some",   "ty",    "line",  "lines", "board", "way",   "ways", "let"};
  return std::any_of(kEnds.begin(), kEnds.end(), [word](std::string_view end) {
    if (!ends_with(word, end)) return false;
    const std::string_view stem = word.substr(0, word.size() - end.size());
    if (stem.size() < 3 || stem.back() != 'e' || !is_consonant(stem[stem.size() - 2])) return false;
    return std::any_of(stem.begin(), stem.end() - 2, is_vowel);
  });
}

int syllables_of_letters(std::string_view word) {
  constexpr std::string_view kEvery = "every";
  if (word.substr(0, kEvery.size()) == kEvery) {
    return 2 + (word.size() > kEvery.size() ? syllables_of_letters(word.substr(kEvery.size())) : 0);
  }
  const auto known = std::find_if(kKnown.begin(), kKnown.end(),
                                  [word](const Known& candidate) { return candidate.word == word; });
  if (known != kKnown.end()) return known->syllables;
  int syllables = runs_of_vowels(word);
  if (syllables > 1 && has_silent_end(word)) --syllables;
  syllables += vowels_spoken_apart(word);
  if (has_silent_e_inside(word)) --syllables;
  return std::max(1, syllables);
}

}  // namespace

ReadingCount& ReadingCount::operator+=(const ReadingCount& other) {
  words += other.words;
  sentences += other.sentences;
  syllables += other.syllables;
  return *this;
}

int count_syllables(std::string_view word) {
  std::string small{word};
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::size_t apostrophe = small.find('\'');
  if (apostrophe == std::string::npos) return syllables_of_letters(small);
  const std::string_view end = std::string_view(small).substr(apostrophe);
  if (end == "'t" && apostrophe > 1 && small[apostrophe - 1] == 'n') {
    // "didn't" and "isn't" have a syllable more than "did" and "is", "don't" has not.
    const std::string_view stem = std::string_view(small).substr(0, apostrophe - 1);
    return syllables_of_letters(stem) + (is_one_of(stem.back(), "dsv") || ends_with(stem, "ve") ? 1 : 0);
  }
  const std::string_view stem = std::string_view(small).substr(0, apostrophe);
  const bool hisses = ends_with(stem, "s") || ends_with(stem, "x") || ends_with(stem, "z") ||
                      ends_with(stem, "ch") || ends_with(stem, "sh") || ends_with(stem, "ce") ||
                      ends_with(stem, "ge") || ends_with(stem, "se");
  return syllables_of_letters(stem) + (end == "'s" && hisses ? 1 : 0);
}

ReadingCount count_reading(std::string_view text) {
  ReadingCount count;
  for (const CareWord& word : care_words_of(text)) {
    if (word.whole.empty()) continue;  // the second part of a short form
    ++count.words;
    count.syllables += count_syllables(word.whole);
    if (word.after_sentence) ++count.sentences;
  }
  return count;
}

double reading_grade(const ReadingCount& count) {
  if (count.words == 0 || count.sentences == 0) return 0;
  constexpr double kOfSentences = 0.39;
  constexpr double kOfWords = 11.8;
  constexpr double kStart = 15.59;
  const double words = count.words;
  return kOfSentences * words / count.sentences + kOfWords * count.syllables / words - kStart;
}

}  // namespace steadfast
