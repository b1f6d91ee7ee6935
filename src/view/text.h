// Small helpers for words on the screen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/scenario.h"
#include "steadfast/score.h"
#include "view/parts.h"

namespace steadfast {

// Who has reviewed the scenario and until when, or why it counts as a draft on that day (YYYY-MM-DD).
std::string review_line(const Scenario& scenario, std::string_view today);
// Why the scenario counts as a draft on that day (YYYY-MM-DD), or nothing while it is reviewed.
std::string draft_line(const Scenario& scenario, std::string_view today);

// "she" for pronouns "she/her", "he", "they"; "they" when they are written in another way.
std::string subject_of(const Mentee& mentee);
// "her", "him", "them".
std::string object_of(const Mentee& mentee);

std::string capitalised(std::string_view text);  // the first letter, if it is a plain one
std::string in_quotes(std::string_view text);    // “text”
std::string as_sentence(std::string_view text);  // a capital at the start and a full stop at the end
std::string joined_with_and(const std::vector<std::string>& words);  // "a, b and c"
// At most `most_bytes`, never cut inside a character.
std::string shortened(std::string_view text, std::size_t most_bytes);

std::string theme_name(Theme theme);    // "Trauma bonds"
std::string level_name(int intensity);  // "Everyday", "Demanding", "Heavy"

// By word and shape: 0 and 1 may set back, 2 neutral, 3 and 4 helped.
Mark mark_of_level(int level);
Mark mark_of(Helpfulness helpfulness);
Mark mark_of_status(std::string_view status);  // of `to_string(Status)`
// Of a whole choice: may set back when any of its ratings does or it is a safety error, else by its best.
Mark mark_of_choice(const Choice& choice);

}  // namespace steadfast
