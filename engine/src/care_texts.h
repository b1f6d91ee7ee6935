// The texts of a scenario's file, each with whose words it is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "care_list.h"
#include "yaml_tree.h"

namespace steadfast {

// What is read for how hard it is to read; the words of people who speak are not.
enum class ReadingPart : std::uint8_t { none, before_the_start, narration, feedback };

struct CareText {
  YamlNode node;
  Voice voice = Voice::narration;
  Voice quoted_voice = Voice::young_person;  // who speaks inside quotation marks
  std::string_view place;  // the id of the node, choice, ending or omission, or the scenario's own key
  ReadingPart part = ReadingPart::none;
};

// What somebody says before somebody else does, in bubbles one after the other.
struct CareTurn {
  std::vector<YamlNode> lines;  // at least one
  std::string_view place;
};

struct CareTexts {
  std::vector<CareText> texts;
  std::vector<CareTurn> turns;
};

// Passes over whatever is missing, broken or of another sort.
CareTexts care_texts(YamlNode root);

// A choice counts as good when it is neither critical nor serious, something in it is rated 3 or 4, and nothing
// below 2.
bool is_good_answer(YamlNode choice);

}  // namespace steadfast
