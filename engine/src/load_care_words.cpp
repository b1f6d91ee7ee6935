#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "care_list.h"
#include "care_list_words.h"
#include "codes.h"
#include "names.h"
#include "open_source.h"
#include "schema.h"
#include "schema_words.h"
#include "steadfast/content_care.h"
#include "yaml_tree.h"

namespace steadfast {

namespace {

template <std::size_t count>
std::size_t position_in(const std::array<std::string_view, count>& words, YamlNode word) {
  const auto found = std::find(words.begin(), words.end(), word.text());
  return found == words.end() ? 0 : static_cast<std::size_t>(found - words.begin());
}

class Reader {
 public:
  Reader(CareWords& list, Problems& problems) : list_(list), problems_(problems) {}

  void run(YamlNode root) {
    list_.longest_turn = number_of(root.find("longest_turn"), 0);
    list_.reading_grade = number_of(root.find("reading_grade"), 0);
    NameTable groups{"group"};
    for (const YamlNode written : root.find("groups").items()) {
      groups.declare(written.find("id"), 0, problems_);
      // A group may use the ones above it.
      groups_.push_back({words_of(written.find("id")), read_phrases(written.find("phrases"))});
    }
    NameTable entries{"entry"};
    for (const YamlNode written : root.find("entries").items()) {
      entries.declare(written.find("id"), 0, problems_);
      list_.entries.push_back(read_entry(written));
    }
    list_.promise_acts = texts_of(root.find("promise_acts"));
    list_.help_acts = texts_of(root.find("help_acts"));
    for (const YamlNode written : root.find("safety_acts").items()) {
      list_.safety_acts.push_back({words_of(written.find("act")), words_of(written.find("critical"))});
    }
    index();
  }

 private:
  std::vector<Phrase> read_phrases(YamlNode list) {
    std::vector<Phrase> phrases;
    for (const YamlNode written : list.items()) {
      if (!written.is_text() || written.is_spoilt()) continue;
      ReadPhrase read = read_phrase(written.text(), groups_);
      if (!read.problem.empty()) {
        problems_.error(codes::kBadPhrase, written.where(), std::move(read.problem),
                        "the head of the list says how phrases are written");
      }
      std::move(read.phrases.begin(), read.phrases.end(), std::back_inserter(phrases));
    }
    return phrases;
  }

  CareEntry read_entry(YamlNode written) {
    CareEntry entry;
    entry.id = words_of(written.find("id"));
    entry.sort = static_cast<CareSort>(position_in(kSortWords, written.find("sort")));
    entry.weight = static_cast<CareWeight>(position_in(kWeightOfWords, written.find("weight")));
    entry.phrases = read_phrases(written.find("phrases"));
    entry.unless = read_phrases(written.find("unless"));
    entry.unless_negated = truth_of(written.find("unless_negated"));
    entry.instead = words_of(written.find("instead"));
    entry.why = words_of(written.find("why"));
    for (const YamlNode voice : written.find("where").items()) {
      entry.where.push_back(static_cast<Voice>(position_in(kVoiceWords, voice)));
    }
    entry.tag = words_of(written.find("tag"));
    entry.without_tag = words_of(written.find("without_tag"));
    entry.not_pronoun = words_of(written.find("not_pronoun"));
    return entry;
  }

  void index() {
    for (std::uint32_t entry = 0; entry < list_.entries.size(); ++entry) {
      const std::vector<Phrase>& phrases = list_.entries[entry].phrases;
      for (std::uint32_t phrase = 0; phrase < phrases.size(); ++phrase) {
        const std::vector<std::string>* first = first_words(phrases[phrase]);
        if (first == nullptr) {
          list_.with_any_start.push_back({entry, phrase});
          continue;
        }
        for (const std::string& word : *first) list_.by_first_word[word].push_back({entry, phrase});
      }
    }
  }

  CareWords& list_;
  Problems& problems_;
  std::vector<PhraseGroup> groups_;
};

}  // namespace

LoadedCareWords load_care_words(const Source& source) {
  OpenSource file{source, care_words_schema()};
  auto words = std::make_shared<CareWords>();
  if (file.can_be_linked) Reader(*words, file.problems).run(file.root());
  LoadedCareWords loaded;
  loaded.diagnostics = file.problems.take();
  if (!has_errors(loaded.diagnostics)) loaded.words = std::move(words);
  return loaded;
}

}  // namespace steadfast
