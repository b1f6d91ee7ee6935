// The parts of what is looked at in a scenario besides its words.
#pragma once

#include "care_list.h"
#include "care_texts.h"
#include "problems.h"
#include "steadfast/care.h"
#include "yaml_tree.h"

namespace steadfast {

// Acts, codes and levels that do not go together, and help that is not offered.
void check_choices(YamlNode root, const CareWords& words, Problems& problems);
// Answers of one node that say the same, and feedback that was copied from one to another.
void check_answers(YamlNode root, Problems& problems);
// Words that start with the name of a speaker.
void check_speakers(YamlNode root, const CareTexts& texts, Problems& problems);
// Pronouns that the texts do not use.
void check_pronouns(YamlNode root, const CareTexts& texts, Problems& problems);
// Turns that are too long, prose that is hard to read.
void check_reading(const CareTexts& texts, const CareWords& words, Problems& problems);
// Names of resources, and what the content note says of the minutes.
void check_metadata(YamlNode root, const Care& care, Problems& problems);

}  // namespace steadfast
