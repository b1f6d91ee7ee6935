// The list of words as it is shipped, and scenarios that hold one sentence.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "steadfast/content_care.h"
#include "support/load_files.h"

namespace steadfast::test {

inline std::filesystem::path project_folder() {
  return std::filesystem::path{STEADFAST_SOURCE_DIR};
}

inline std::shared_ptr<const CareWords> shipped_care_words() {
  static const std::shared_ptr<const CareWords> words = [] {
    const Source source = read_source(project_folder() / "assets/care-words.yaml");
    LoadedCareWords loaded = load_care_words(source);
    EXPECT_NE(loaded.words, nullptr) << explain_all(loaded.diagnostics, source.text);
    return loaded.words;
  }();
  return words;
}

inline const Care& shipped_care() {
  static const std::shared_ptr<const Care> care =
      load_care(read_source(project_folder() / "assets/grounding.yaml"),
                read_source(project_folder() / "assets/resources.yaml"))
          .care;
  return *care;
}

// In double quotes, as YAML writes it.
inline std::string in_yaml_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

// tests/data/care/template.yaml with a harmless text in every place but the ones that are given: `{"STAGE",
// …}`.
inline Source care_template(const std::map<std::string, std::string>& texts) {
  static const std::string kTemplate = read_source(data_folder() / "care/template.yaml").text;
  std::map<std::string, std::string> all{{"TAG", "goodbye"}, {"PRONOUNS", "she/her"}};
  for (const char* place :
       {"STAGE", "YOUNG", "STAFF", "GOOD", "HEARD", "WHY", "TRY", "ENDING", "PEOPLE", "NOTES"}) {
    all[place] = "A word.";
  }
  all["WEAK"] = "Another word.";
  for (const auto& [place, text] : texts) {
    EXPECT_EQ(all.count(place), 1U) << "the template has no place " << place;
    all[place] = text;
  }
  std::string text = kTemplate;
  for (const auto& [place, words] : all) {
    const std::string mark = "@" + place + "@";
    const bool is_bare = place == "TAG" || place == "PRONOUNS";
    text.replace(text.find(mark), mark.size(), is_bare ? words : in_yaml_quotes(words));
  }
  return {"template.yaml", text};
}

}  // namespace steadfast::test
