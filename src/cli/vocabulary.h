// What the shipped files give names to: skills, critical errors, acts, what is remembered of the young
// person, scenes, themes and questions of the policy. `steadfast explain WORD` reads it out.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/result.h"
#include "steadfast/scenario.h"
#include "steadfast/scene.h"

namespace steadfast::cli {

struct Word {
  std::string id;        // "D2", "apologises", "library-cafe"
  std::string in_short;  // one line
  std::string in_full;   // lines that each end in '\n'
};

struct WordList {
  std::string name;      // "skills": what `explain` takes for the whole list
  std::string contents;  // "the eight skills and their levels", for the list of lists
  std::string heading;   // what stands above it; lines that each end in '\n'
  std::vector<Word> words;
};

// From the share folder. The error is a sentence.
Result<std::vector<WordList>> read_vocabulary(const std::optional<std::filesystem::path>& share);

// What each theme is about, in a few words.
std::string_view about_theme(Theme theme);
// All of them, in the order of the enumeration.
std::vector<Theme> all_themes();

// The shipped scenes that can be read, by name.
std::vector<Scene> read_scenes(const std::filesystem::path& share);

}  // namespace steadfast::cli
