// What can be seen by looking at answers and texts beside each other.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codes.h"
#include "content_care_checks.h"

namespace steadfast {

namespace {

// The words alone, so that marks and capital letters make no difference.
std::string plain_words(std::string_view text) {
  std::string plain;
  for (const CareWord& word : care_words_of(text)) plain += word.text + ' ';
  return plain;
}

// --- The same words twice ----------------------------------------------------------------------------

struct Told {
  YamlNode choice;
  YamlNode text;
};

// Answers that are open at different times may say the same and lead elsewhere. Of a copy that kept its id
// the loader tells.
bool may_be_the_same(YamlNode one, YamlNode other) {
  const bool is_told = one.find("id").text() == other.find("id").text();
  return is_told || (one.find("when").present() && other.find("when").present());
}

// The first of the texts that are told in this node with the same words; nothing for the first one.
class FirstTold {
 public:
  const Told* add(YamlNode choice, YamlNode text) {
    const std::string words = plain_words(text.text());
    if (words.empty()) return nullptr;
    const auto [place, is_new] = told_.try_emplace(words, Told{choice, text});
    return is_new || may_be_the_same(place->second.choice, choice) ? nullptr : &place->second;
  }

 private:
  std::map<std::string, Told> told_;
};

std::string_view id_of(YamlNode choice) {
  return choice.find("id").text();
}

void check_said_twice(YamlNode node, Problems& problems) {
  FirstTold said;
  for (const YamlNode choice : node.find("choices").items()) {
    const YamlNode say = choice.find("say");
    const Told* first = said.add(choice, say);
    if (first == nullptr) continue;
    problems
        .warning(codes::kSaidTwice, say.where(),
                 fmt::format("the answers `{}` and `{}` say the same", id_of(first->choice), id_of(choice)),
                 "change one of them, or take it away")
        .notes.push_back({first->text.where(), "it stands here first"});
  }
}

void check_copied_feedback(YamlNode node, std::string_view key, Problems& problems) {
  FirstTold told;
  for (const YamlNode choice : node.find("choices").items()) {
    const YamlNode text = choice.find("feedback").find(key);
    const Told* first = told.add(choice, text);
    if (first == nullptr) continue;
    problems
        .advice(codes::kSaidTwice, text.where(),
                fmt::format("`{}` of `{}` is that of `{}`, word for word", key, id_of(choice),
                            id_of(first->choice)),
                "another answer lands in another way; write what this one does")
        .notes.push_back({first->text.where(), "it stands here first"});
  }
}

// --- Names in front of words -------------------------------------------------------------------------

// What stands in front of the first colon, when it is as short as a name.
std::string words_before_colon(std::string_view text) {
  constexpr std::size_t kLongestName = 40;
  const std::size_t colon = text.substr(0, kLongestName).find(':');
  return colon == std::string_view::npos ? std::string{} : plain_words(text.substr(0, colon));
}

// The first code points of a text, up to its colon and without marks in front of it.
Span where_name_stands(YamlNode text) {
  const std::vector<CareWord> words = care_words_of(text.text());
  const auto end =
      std::find_if(words.begin() + 1, words.end(), [](const CareWord& word) { return word.after_break; });
  const CareWord& last = *(end - 1);
  return text.where_in(words.front().offset, last.offset + last.length - words.front().offset);
}

std::vector<std::string> names_of_speakers(YamlNode root) {
  std::vector<std::string> names{plain_words("mentor"), plain_words(root.find("mentee").find("name").text())};
  for (const YamlNode person : root.find("people").items()) {
    names.push_back(plain_words(person.find("id").text()));
    names.push_back(plain_words(person.find("name").text()));
  }
  names.erase(std::remove(names.begin(), names.end(), std::string{}), names.end());
  return names;
}

// --- Pronouns ----------------------------------------------------------------------------------------

struct PronounCount {
  std::string_view pronoun;
  std::string_view pair;  // as `pronouns` writes it
  int count = 0;
  const CareText* first = nullptr;
  CareWord word = {};
};

// What is told of the young person; dialogue speaks of anybody.
bool tells_of_mentee(Voice voice) {
  return voice == Voice::narration || voice == Voice::endings || voice == Voice::feedback;
}

}  // namespace

void check_answers(YamlNode root, Problems& problems) {
  for (const YamlNode node : root.find("nodes").items()) {
    check_said_twice(node, problems);
    for (const std::string_view key : {"heard", "why"}) check_copied_feedback(node, key, problems);
  }
}

void check_speakers(YamlNode root, const CareTexts& texts, Problems& problems) {
  const std::vector<std::string> names = names_of_speakers(root);
  for (const CareTurn& turn : texts.turns) {
    for (const YamlNode line : turn.lines) {
      const std::string name = words_before_colon(line.text());
      if (std::find(names.begin(), names.end(), name) == names.end()) continue;
      problems.warning(codes::kSpeakerInWords, where_name_stands(line),
                       "the words start with the name of a speaker, and it would be read as part of them",
                       "in `say` write the mentor's words alone; in `lines` write `- dana: \"…\"`, with the "
                       "name before the quotation marks, or the words alone where the young person speaks");
    }
  }
}

void check_pronouns(YamlNode root, const CareTexts& texts, Problems& problems) {
  constexpr int kFewest = 10;
  const YamlNode written = root.find("mentee").find("pronouns");
  std::array counts{PronounCount{"she", "she/her"}, PronounCount{"he", "he/him"},
                    PronounCount{"they", "they/them"}};
  for (const CareText& text : texts.texts) {
    if (!tells_of_mentee(text.voice)) continue;
    for (const CareWord& word : care_words_of(text.node.text())) {
      if (word.is_quoted) continue;
      for (PronounCount& count : counts) {
        if (family_of_pronoun(word.text) != count.pronoun) continue;
        if (count.count++ == 0) {
          count.first = &text;
          count.word = word;
        }
      }
    }
  }
  int own = 0;
  bool is_known = false;
  for (const CareWord& word : care_words_of(written.text())) {
    for (PronounCount& count : counts) {
      if (word.text != count.pronoun) continue;
      is_known = true;
      own += std::exchange(count.count, 0);
    }
  }
  const PronounCount& most =
      *std::max_element(counts.begin(), counts.end(),
                        [](const PronounCount& a, const PronounCount& b) { return a.count < b.count; });
  if (!is_known || most.count < kFewest || most.count <= 2 * own) return;
  problems
      .warning(codes::kOtherPronoun, written.where(),
               fmt::format("`pronouns` says `{}`, which the texts use {} times; they use `{}` {} times",
                           written.text(), own, most.pair, most.count),
               fmt::format("write `{}` here, or change the texts", most.pair))
      .notes.push_back({most.first->node.where_in(most.word.offset, most.word.length),
                        fmt::format("the first time that the texts say `{}`", most.word.text)});
}

}  // namespace steadfast
