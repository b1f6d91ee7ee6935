#include "care_phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "schema_values.h"

namespace steadfast {

namespace {

constexpr std::size_t kWidestGap = 3;

struct Mark {
  std::string_view written;
  PhrasePart part;
};
constexpr std::array kMarks{Mark{"…", PhrasePart::gap},
                            Mark{"|", PhrasePart::edge},
                            Mark{",", PhrasePart::pause},
                            Mark{"“", PhrasePart::opens_quotation},
                            Mark{"”", PhrasePart::after_quotation},
                            Mark{"<name>", PhrasePart::capital},
                            Mark{"<mentee>", PhrasePart::mentee},
                            Mark{"<young-person>", PhrasePart::young_person},
                            Mark{"<her>", PhrasePart::her},
                            Mark{"<under-14>", PhrasePart::under_fourteen},
                            Mark{"<other-age>", PhrasePart::other_age}};

constexpr int kYoungestMentee = 14;
constexpr int kYoungestTold = 5;
constexpr int kOldestTold = 29;

// The number that a word says, in words or in digits; 0 when it says none up to twenty-nine.
int number_said(std::string_view word) {
  constexpr std::array<std::string_view, 16> kFromFive{
      "five",     "six",      "seven",   "eight",   "nine",      "ten",      "eleven",   "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  const auto found = std::find(kFromFive.begin(), kFromFive.end(), word);
  if (found != kFromFive.end()) return kYoungestTold + static_cast<int>(found - kFromFive.begin());
  const int number = parse_number(word).value_or(0);
  return number <= kOldestTold ? number : 0;
}

struct Pronoun {
  std::string_view subject;
  std::array<std::string_view, 5> other;
};
constexpr std::array kPronouns{
    Pronoun{"she", {"her", "hers", "herself"}},
    Pronoun{"he", {"him", "his", "himself"}},
    Pronoun{"they", {"them", "their", "theirs", "themself", "themselves"}},
};

bool has_width(PhrasePart part) {
  return part != PhrasePart::edge && part != PhrasePart::pause && part != PhrasePart::opens_quotation &&
         part != PhrasePart::after_quotation;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// "put/puts" is one element with two words, "don't" two elements with one word each.
std::string append_words(std::string_view written, Phrase& phrase) {
  const std::vector<std::string_view> alternatives = split(written, '/');
  if (alternatives.size() == 1) {
    for (CareWord& word : care_words_of(written)) {
      phrase.push_back({PhrasePart::word, {std::move(word.text)}});
    }
    return {};
  }
  PhraseElement element;
  for (const std::string_view alternative : alternatives) {
    const std::vector<CareWord> words = care_words_of(alternative);
    if (words.size() != 1) {
      return fmt::format("`{}` stands between slashes, but it is not one word; write a phrase of its own",
                         alternative);
    }
    element.words.push_back(words.front().text);
  }
  phrase.push_back(std::move(element));
  return {};
}

// `<name>` of a group; empty for everything else.
std::string_view group_name(std::string_view written) {
  const bool is_group = written.size() > 2 && written.front() == '<' && written.back() == '>';
  return is_group ? written.substr(1, written.size() - 2) : std::string_view{};
}

bool is_between(int number, int least, int most) {
  return least <= number && number <= most;
}

bool is_word(const CareWord& word, std::string_view wanted) {
  constexpr std::string_view kPossessive = "'s";
  if (word.text == wanted) return true;
  return word.text.size() == wanted.size() + kPossessive.size() &&
         word.text.compare(0, wanted.size(), wanted) == 0 &&
         word.text.compare(wanted.size(), kPossessive.size(), kPossessive) == 0;
}

class Matcher {
 public:
  Matcher(const Phrase& phrase, const std::vector<CareWord>& words, const PhrasePerson& person)
      : phrase_(phrase), words_(words), person_(person) {}

  // The end of what the elements from `element` on cover from word `at` on. `follows`: the word before it
  // belongs to the phrase, so that no mark may stand between.
  std::optional<std::size_t> end_of(std::size_t element, std::size_t at, bool follows) const {
    if (element == phrase_.size()) return at;
    const PhraseElement& wanted = phrase_[element];
    if (wanted.part == PhrasePart::gap) return end_behind_gap(element, at);
    if (!has_width(wanted.part)) {
      return stands_before(wanted.part, at) ? end_of(element + 1, at, false) : std::nullopt;
    }
    if (at >= words_.size() || (follows && words_[at].after_break) || !fits(wanted, words_[at])) {
      return std::nullopt;
    }
    return end_of(element + 1, at + 1, true);
  }

 private:
  std::optional<std::size_t> end_behind_gap(std::size_t element, std::size_t at) const {
    for (std::size_t passed = 0; passed <= kWidestGap; ++passed) {
      // A comma may lie inside a gap, the end of a sentence may not.
      const std::size_t next = at + passed;
      const bool is_over = next >= words_.size() || words_[next].after_sentence;
      const bool may_go_on = !is_over || !has_width(phrase_[element + 1].part);
      if (may_go_on) {
        if (const auto end = end_of(element + 1, next, false)) return end;
      }
      if (is_over) return std::nullopt;
    }
    return std::nullopt;
  }

  bool stands_before(PhrasePart part, std::size_t at) const {
    if (part == PhrasePart::edge) return at >= words_.size() || words_[at].after_break;
    if (at >= words_.size()) return false;
    if (part == PhrasePart::pause) return words_[at].after_break && !words_[at].after_sentence;
    return part == PhrasePart::opens_quotation ? words_[at].opens_quotation : words_[at].after_quotation;
  }

  bool fits(const PhraseElement& wanted, const CareWord& word) const {
    switch (wanted.part) {
      case PhrasePart::capital:
        return word.is_capital && !word.after_sentence;
      case PhrasePart::mentee:
        return is_mentee(word);
      case PhrasePart::young_person:
        return is_mentee(word) || std::find(person_.pronouns.begin(), person_.pronouns.end(), word.text) !=
                                      person_.pronouns.end();
      case PhrasePart::her:
        return is_mentee(word) ||
               std::any_of(person_.pronouns.begin(), person_.pronouns.end(), [&word](const std::string& one) {
                 return word.text != one && family_of_pronoun(word.text) == one;
               });
      case PhrasePart::under_fourteen:
        return is_between(number_said(word.text), kYoungestTold, kYoungestMentee - 1);
      case PhrasePart::other_age: {
        const int age = number_said(word.text);
        return person_.age > 0 && age != person_.age && is_between(age, kYoungestMentee, kOldestTold);
      }
      default:
        return std::any_of(wanted.words.begin(), wanted.words.end(),
                           [&word](const std::string& one) { return is_word(word, one); });
    }
  }

  bool is_mentee(const CareWord& word) const { return !person_.name.empty() && is_word(word, person_.name); }

  const Phrase& phrase_;
  const std::vector<CareWord>& words_;
  const PhrasePerson& person_;
};

}  // namespace

std::string_view family_of_pronoun(std::string_view word) {
  if (word.empty()) return {};
  for (const Pronoun& pronoun : kPronouns) {
    if (word == pronoun.subject) return pronoun.subject;
    if (std::find(pronoun.other.begin(), pronoun.other.end(), word) != pronoun.other.end()) {
      return pronoun.subject;
    }
  }
  return {};
}

ReadPhrase read_phrase(std::string_view written, const std::vector<PhraseGroup>& groups) {
  ReadPhrase read{{Phrase{}}, {}};
  for (const std::string_view part : split(written, ' ')) {
    const auto mark = std::find_if(kMarks.begin(), kMarks.end(),
                                   [part](const Mark& candidate) { return candidate.written == part; });
    if (mark != kMarks.end()) {
      for (Phrase& phrase : read.phrases) phrase.push_back({mark->part, {}});
      continue;
    }
    if (const std::string_view name = group_name(part); !name.empty()) {
      const auto group = std::find_if(groups.begin(), groups.end(),
                                      [name](const PhraseGroup& one) { return one.id == name; });
      if (group == groups.end()) return {{}, fmt::format("no group is called `{}`", name)};
      std::vector<Phrase> longer;
      for (const Phrase& start : read.phrases) {
        for (const Phrase& end : group->phrases) {
          longer.push_back(start);
          longer.back().insert(longer.back().end(), end.begin(), end.end());
        }
      }
      read.phrases = std::move(longer);
      continue;
    }
    for (Phrase& phrase : read.phrases) {
      if (std::string problem = append_words(part, phrase); !problem.empty()) return {{}, std::move(problem)};
    }
  }
  const bool ends_in_gap = std::any_of(read.phrases.begin(), read.phrases.end(), [](const Phrase& phrase) {
    return !phrase.empty() && phrase.back().part == PhrasePart::gap;
  });
  if (ends_in_gap) return {{}, fmt::format("`{}` ends with a gap", written)};
  const bool says_something = std::all_of(read.phrases.begin(), read.phrases.end(), [](const Phrase& phrase) {
    return std::any_of(phrase.begin(), phrase.end(), [](const PhraseElement& element) {
      return has_width(element.part) && element.part != PhrasePart::gap;
    });
  });
  if (!says_something) return {{}, fmt::format("`{}` holds no word", written)};
  return read;
}

std::optional<PhraseMatch> match_phrase(const Phrase& phrase, const std::vector<CareWord>& words,
                                        std::size_t first, const PhrasePerson& person) {
  const auto end = Matcher(phrase, words, person).end_of(0, first, false);
  if (!end || *end == first) return std::nullopt;
  return PhraseMatch{first, *end};
}

std::size_t longest_match(const Phrase& phrase) {
  std::size_t words = 0;
  for (const PhraseElement& element : phrase) {
    words += element.part == PhrasePart::gap ? kWidestGap : has_width(element.part) ? 1 : 0;
  }
  return words;
}

const std::vector<std::string>* first_words(const Phrase& phrase) {
  const auto first = std::find_if(phrase.begin(), phrase.end(),
                                  [](const PhraseElement& element) { return has_width(element.part); });
  return first != phrase.end() && first->part == PhrasePart::word ? &first->words : nullptr;
}

}  // namespace steadfast
