#include "care_list.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace steadfast {

namespace {

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_for(const CareReader& reader, const CareEntry& entry) {
  if (has(reader.person.pronouns, entry.not_pronoun)) return false;
  if (has(reader.tags, entry.without_tag)) return false;
  return entry.tag.empty() || has(reader.tags, entry.tag);
}

bool covers(PhraseMatch outer, PhraseMatch inner) {
  return outer.first <= inner.first && inner.end <= outer.end;
}

// True when the words around the match give it another meaning.
bool means_something_else(const CareReader& reader, const CareEntry& entry, const std::vector<CareWord>& text,
                          PhraseMatch match) {
  for (const Phrase& phrase : entry.unless) {
    const std::size_t reach = longest_match(phrase);
    for (std::size_t first = match.first - std::min(match.first, reach); first <= match.first; ++first) {
      const auto around = match_phrase(phrase, text, first, reader.person);
      if (around && covers(*around, match)) return true;
    }
  }
  return false;
}

bool says_no(const std::string& word) {
  constexpr std::array<std::string_view, 9> kNegations{"not",     "never",   "no",  "nobody", "nothing",
                                                       "without", "neither", "nor", "none"};
  return std::find(kNegations.begin(), kNegations.end(), word) != kNegations.end();
}

// True when one of the five words before it says no, with no mark between.
bool is_negated(const std::vector<CareWord>& text, PhraseMatch match) {
  constexpr std::size_t kReach = 5;
  for (std::size_t back = 1; back <= std::min(kReach, match.first); ++back) {
    if (text[match.first - back + 1].after_break) return false;
    if (says_no(text[match.first - back].text)) return true;
  }
  return false;
}

// True when one of the four words before the quotation says that this is not what to say.
bool is_denied(const std::vector<CareWord>& text, std::size_t quotation) {
  constexpr std::size_t kReach = 4;
  constexpr std::array<std::string_view, 5> kDenials{"instead", "rather", "avoid", "avoids", "than"};
  if (text[quotation].after_sentence) return false;
  for (std::size_t back = 1; back <= std::min(kReach, quotation); ++back) {
    const CareWord& word = text[quotation - back];
    if (says_no(word.text) || std::find(kDenials.begin(), kDenials.end(), word.text) != kDenials.end()) {
      return true;
    }
    if (word.after_sentence) return false;
  }
  return false;
}

class Finder {
 public:
  Finder(const CareReader& reader, const std::vector<CareWord>& text, Voice voice, Voice quoted_voice)
      : reader_(reader), text_(text), voice_(voice), quoted_voice_(quoted_voice) {}

  std::vector<CareFind> run() {
    const CareWords& list = *reader_.words;
    for (std::size_t first = 0; first < text_.size(); ++first) {
      if (text_[first].opens_quotation) is_denied_ = is_denied(text_, first);
      look_up(text_[first].text, first);
      // "boyfriend's" stands for "boyfriend".
      const std::string& word = text_[first].text;
      if (word.size() > 2 && word.compare(word.size() - 2, 2, "'s") == 0) {
        look_up(word.substr(0, word.size() - 2), first);
      }
      for (const CareWords::Place& place : list.with_any_start) try_phrase(place, first);
    }
    keep_longest();
    return std::move(finds_);
  }

 private:
  Voice voice_at(std::size_t word) const {
    if (!text_[word].is_quoted) return voice_;
    return is_denied_ && quoted_voice_ == Voice::good_answers ? Voice::weak_answers : quoted_voice_;
  }

  void look_up(const std::string& word, std::size_t first) {
    const auto known = reader_.words->by_first_word.find(word);
    if (known == reader_.words->by_first_word.end()) return;
    for (const CareWords::Place& place : known->second) try_phrase(place, first);
  }

  void try_phrase(CareWords::Place place, std::size_t first) {
    const CareEntry& entry = reader_.words->entries[place.entry];
    if (!entry.applies_to(voice_at(first)) || !is_for(reader_, entry)) return;
    const auto match = match_phrase(entry.phrases[place.phrase], text_, first, reader_.person);
    if (!match || means_something_else(reader_, entry, text_, *match)) return;
    if (entry.unless_negated && is_negated(text_, *match)) return;
    finds_.push_back({&entry, *match});
  }

  void keep_longest() {
    std::stable_sort(finds_.begin(), finds_.end(), [](const CareFind& a, const CareFind& b) {
      if (a.entry->weight != b.entry->weight) return a.entry->weight < b.entry->weight;
      return a.match.end - a.match.first > b.match.end - b.match.first;
    });
    // Which sorts have been told of each word, a bit each.
    std::vector<unsigned> told(text_.size(), 0);
    std::vector<CareFind> kept;
    for (const CareFind& find : finds_) {
      const unsigned sort = 1U << static_cast<unsigned>(find.entry->sort);
      const auto first = told.begin() + static_cast<std::ptrdiff_t>(find.match.first);
      const auto end = told.begin() + static_cast<std::ptrdiff_t>(find.match.end);
      if (std::any_of(first, end, [sort](unsigned sorts) { return (sorts & sort) != 0; })) continue;
      std::for_each(first, end, [sort](unsigned& sorts) { sorts |= sort; });
      kept.push_back(find);
    }
    std::sort(kept.begin(), kept.end(),
              [](const CareFind& a, const CareFind& b) { return a.match.first < b.match.first; });
    finds_ = std::move(kept);
  }

  const CareReader& reader_;
  const std::vector<CareWord>& text_;
  Voice voice_;
  Voice quoted_voice_;
  bool is_denied_ = false;  // of the last quotation that was opened
  std::vector<CareFind> finds_;
};

}  // namespace

bool CareEntry::applies_to(Voice voice) const {
  const auto has_voice = [this](Voice one) {
    return std::find(where.begin(), where.end(), one) != where.end();
  };
  return has_voice(voice) || (voice == Voice::endings && has_voice(Voice::narration));
}

std::vector<CareFind> find_care_words(const CareReader& reader, const std::vector<CareWord>& text,
                                      Voice voice, Voice quoted_voice) {
  return Finder(reader, text, voice, quoted_voice).run();
}

}  // namespace steadfast
