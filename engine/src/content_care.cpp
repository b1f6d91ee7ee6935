#include "steadfast/content_care.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "care_list.h"
#include "care_texts.h"
#include "codes.h"
#include "content_care_checks.h"
#include "names.h"
#include "problems.h"
#include "schema_values.h"
#include "source_text.h"
#include "utf8.h"
#include "yaml_guards.h"
#include "yaml_tree.h"

namespace steadfast {

namespace {

// Some code points of a text.
std::string cut(std::string_view text, int offset, int length) {
  std::size_t at = 0;
  for (; offset > 0; --offset) at += code_point_length(text, at);
  const std::size_t start = at;
  for (; length > 0; --length) at += code_point_length(text, at);
  std::string words{text.substr(start, at - start)};
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

Code code_of(const CareEntry& entry) {
  switch (entry.sort) {
    case CareSort::word:
      return entry.weight == CareWeight::banned ? codes::kBannedWord : codes::kDiscouragedWord;
    case CareSort::exploiter:
      return codes::kExploiterInScene;
    case CareSort::age:
      return codes::kYoungerChild;
    case CareSort::looks:
      return codes::kLooksDescribed;
    case CareSort::blame:
      return codes::kSoundsLikeBlame;
    case CareSort::promise:
      return codes::kPromisesTooMuch;
    case CareSort::note:
      break;
  }
  return codes::kNoteLeavesOut;
}

// Of a doubtful phrase it says that this may be so.
std::string_view what_it_does(const CareEntry& entry) {
  const bool is_doubtful = entry.weight == CareWeight::doubtful;
  switch (entry.sort) {
    case CareSort::word:
      if (entry.weight == CareWeight::banned) return "is not used here";
      return is_doubtful ? "may be better said in another way" : "is better said in another way";
    case CareSort::exploiter:
      return is_doubtful ? "may bring the exploiter into the scene" : "brings the exploiter into the scene";
    case CareSort::age:
      return is_doubtful ? "may tell of another age" : "tells of another age";
    case CareSort::looks:
      return is_doubtful ? "may describe how a young person looks" : "describes how a young person looks";
    case CareSort::blame:
      return "may sound like blame";
    case CareSort::promise:
      return is_doubtful ? "may promise too much" : "promises too much";
    case CareSort::note:
      break;
  }
  return is_doubtful ? "may be missing from the content note" : "is missing from the content note";
}

Severity severity_of(const CareEntry& entry) {
  switch (entry.weight) {
    case CareWeight::banned:
      return Severity::error;
    case CareWeight::discouraged:
      return Severity::warning;
    case CareWeight::doubtful:
      break;
  }
  return Severity::advice;
}

bool says_the_same(const std::vector<CareWord>& words, PhraseMatch match,
                   const std::vector<CareWord>& others) {
  const auto same = [](const CareWord& a, const CareWord& b) { return a.text == b.text; };
  return match.end - match.first == others.size() &&
         std::equal(others.begin(), others.end(), words.begin() + static_cast<std::ptrdiff_t>(match.first),
                    same);
}

PhrasePerson person_of(YamlNode mentee) {
  PhrasePerson person;
  const std::vector<CareWord> name = care_words_of(mentee.find("name").text());
  if (!name.empty()) person.name = name.front().text;
  person.age = parse_number(mentee.find("age").text()).value_or(0);
  for (const CareWord& word : care_words_of(mentee.find("pronouns").text())) {
    if (word.text == "she" || word.text == "he" || word.text == "they") person.pronouns.push_back(word.text);
  }
  return person;
}

// A word that the author means, and what came of saying so.
struct Exception {
  YamlNode written;
  std::vector<CareWord> words;
  bool is_used = false;
  bool meets_hard_rule = false;
};

class WordCheck {
 public:
  WordCheck(YamlNode root, const CareWords& words, Problems& problems) : problems_(problems) {
    reader_.words = &words;
    has_note_ = root.find("content_note").is_map();
    for (const YamlNode tag : root.find("content_note").find("tags").items()) {
      reader_.tags.emplace_back(tag.text());
    }
    reader_.person = person_of(root.find("mentee"));
    for (const YamlNode written : root.find("care_exceptions").items()) {
      exceptions_.push_back({written, care_words_of(written.find("words").text())});
    }
  }

  void run(const CareTexts& texts) {
    for (const CareText& text : texts.texts) {
      const std::vector<CareWord> words = care_words_of(text.node.text());
      for (const CareFind& find : find_care_words(reader_, words, text.voice, text.quoted_voice)) {
        if (told_ < kMostTold) tell(text, words, find);
      }
    }
    for (const Exception& exception : exceptions_) tell_of(exception);
  }

 private:
  void tell(const CareText& text, const std::vector<CareWord>& words, const CareFind& find) {
    const bool is_hard = find.entry->weight == CareWeight::banned;
    for (Exception& exception : exceptions_) {
      if (exception.written.find("in").text() != text.place) continue;
      if (!says_the_same(words, find.match, exception.words)) continue;
      (is_hard ? exception.meets_hard_rule : exception.is_used) = true;
      if (!is_hard) return;
    }
    if (find.entry->sort == CareSort::note && !has_note_) return;
    // One sentence is enough to see that the note leaves something out.
    if (find.entry->sort == CareSort::note &&
        !left_out_.emplace(find.entry->without_tag, find.entry->weight).second) {
      return;
    }
    ++told_;
    const CareWord& first = words[find.match.first];
    const CareWord& last = words[find.match.end - 1];
    const int length = last.offset + last.length - first.offset;
    problems_.tell(severity_of(*find.entry), code_of(*find.entry), text.node.where_in(first.offset, length),
                   fmt::format("`{}` {}: {}", cut(text.node.text(), first.offset, length),
                               what_it_does(*find.entry), find.entry->why),
                   find.entry->instead);
  }

  void tell_of(const Exception& exception) {
    const YamlNode words = exception.written.find("words");
    if (!words.is_text() || words.is_spoilt()) return;
    if (exception.meets_hard_rule) {
      problems_.warning(
          codes::kExceptionWithoutEffect, words.where(),
          fmt::format("`{}` breaks a hard rule, and hard rules have no exceptions", words.text()),
          "mend the text and take this entry away");
    } else if (exception.is_used) {
      problems_.advice(
          codes::kExceptionMade, words.where(),
          fmt::format("`{}` is meant in `{}`: {}", words.text(), exception.written.find("in").text(),
                      words_of(exception.written.find("why"))),
          "for reviewers to see; nothing needs mending");
    } else {
      problems_.warning(
          codes::kExceptionWithoutEffect, words.where(),
          fmt::format("nothing is said against `{}` in `{}`", words.text(),
                      exception.written.find("in").text()),
          "write the words as the text has them and the id where they stand, or take this away");
    }
  }

  // Whoever has as many to mend needs no longer list, and finding the place of each takes time.
  static constexpr std::size_t kMostTold = 500;

  Problems& problems_;
  std::size_t told_ = 0;
  CareReader reader_;
  bool has_note_ = false;
  std::set<std::pair<std::string, CareWeight>> left_out_;  // tags
  std::vector<Exception> exceptions_;
};

}  // namespace

std::vector<Diagnostic> check_content_care(const Source& scenario, const CareWords& words, const Care& care) {
  if (scenario.text.size() > kLargestSource) return {};
  const SourceText text{scenario.text};
  Problems of_reading{scenario.name};  // told by load_scenario
  const YamlReading yaml = read_yaml(text, of_reading);
  const YamlNode root = yaml.tree.root();
  Problems problems{scenario.name};
  const CareTexts texts = care_texts(root);
  WordCheck(root, words, problems).run(texts);
  check_reading(texts, words, problems);
  check_choices(root, words, problems);
  check_answers(root, problems);
  check_speakers(root, texts, problems);
  check_pronouns(root, texts, problems);
  check_metadata(root, care, problems);
  return problems.take();
}

}  // namespace steadfast
