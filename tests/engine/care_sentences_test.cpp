// Sentences that the list of words must find, and sentences that it must leave alone, from
// tests/data/care/sentences.txt.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "care_list.h"
#include "care_texts.h"
#include "open_source.h"
#include "support/care_files.h"

namespace steadfast::test {
namespace {

struct Sentence {
  int line = 0;
  std::string codes;  // sorted, a space between; "ok" for none
  std::string place;
  std::string text;
  std::map<std::string, std::string> texts;  // for the template
};

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::string capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::string sorted_words(const std::string& text) {
  std::istringstream stream(text);
  std::set<std::string> words;
  for (std::string word; stream >> word;) words.insert(word);
  std::string sorted;
  for (const std::string& word : words) sorted += (sorted.empty() ? "" : " ") + word;
  return sorted;
}

Sentence read_sentence(const std::string& written, int line) {
  const std::size_t first = written.find('|');
  const std::size_t second = written.find('|', first + 1);
  if (second == std::string::npos) {
    ADD_FAILURE() << "line " << line << " has no three parts: " << written;
    return {};
  }
  Sentence sentence;
  sentence.line = line;
  sentence.codes = sorted_words(written.substr(0, first));
  sentence.place = trimmed(written.substr(first + 1, second - first - 1));
  sentence.text = trimmed(written.substr(second + 1));
  std::string place = sentence.place;
  if (place.find("+he") != std::string::npos) sentence.texts["PRONOUNS"] = "he/him";
  if (place.find("+bond") != std::string::npos) sentence.texts["TAG"] = "ambivalence about an exploiter";
  place = place.substr(0, place.find_first_of(" +"));
  sentence.texts[capitals(place)] = sentence.text;
  return sentence;
}

std::vector<Sentence> sentences() {
  std::istringstream stream(read_source(data_folder() / "care/sentences.txt").text);
  std::vector<Sentence> all;
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (!line.empty() && line.front() != '#') all.push_back(read_sentence(line, number));
  }
  return all;
}

TEST(CareSentences, AreFoundAndLeftAloneAsWritten) {
  std::size_t found = 0;
  std::size_t left_alone = 0;
  for (const Sentence& sentence : sentences()) {
    const Source source = care_template(sentence.texts);
    std::string codes;
    std::string said;
    for (const Diagnostic& diagnostic :
         check_content_care(source, *shipped_care_words(), shipped_care())) {
      codes += to_string(diagnostic.code) + " ";
      said += format_diagnostic(diagnostic, source.text);
    }
    ++(sentence.codes == "ok" ? left_alone : found);
    EXPECT_EQ(sorted_words(codes), sentence.codes == "ok" ? "" : sentence.codes)
        << "sentences.txt:" << sentence.line << ": " << sentence.place << " | " << sentence.text << "\n"
        << said;
  }
  EXPECT_GE(found, 120U);
  EXPECT_GE(left_alone, 120U);
}

// An entry that no sentence meets may be misspelt and would never be missed.
TEST(CareSentences, MeetEveryEntryOfTheList) {
  std::set<std::string> met;
  for (const Sentence& sentence : sentences()) {
    const Source source = care_template(sentence.texts);
    const OpenSource file{source, scenario_schema()};
    CareReader reader;
    reader.words = shipped_care_words().get();
    reader.person = {"ana", {sentence.texts.count("PRONOUNS") == 1 ? "he" : "she"}};
    const auto tag = sentence.texts.find("TAG");
    if (tag != sentence.texts.end()) reader.tags = {tag->second};
    for (const CareText& text : care_texts(file.root()).texts) {
      for (const CareFind& find :
           find_care_words(reader, care_words_of(text.node.text()), text.voice, text.quoted_voice)) {
        met.insert(find.entry->id);
      }
    }
  }
  for (const CareEntry& entry : shipped_care_words()->entries) {
    EXPECT_EQ(met.count(entry.id), 1U) << "no sentence meets `" << entry.id << "`";
  }
}

}  // namespace
}  // namespace steadfast::test
