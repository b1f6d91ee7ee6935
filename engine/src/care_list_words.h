// The words by which the list of words that scenarios do without says what an entry is.
#pragma once

#include <array>
#include <string_view>

namespace steadfast {

// In the order of Voice, CareSort and CareWeight.
inline constexpr std::array<std::string_view, 9> kVoiceWords{"narration",    "feedback",     "young_person",
                                                             "good_answers", "weak_answers", "staff",
                                                             "people",       "endings",      "notes"};
inline constexpr std::array<std::string_view, 7> kSortWords{"word",  "exploiter", "age", "looks",
                                                            "blame", "promise",   "note"};
inline constexpr std::array<std::string_view, 3> kWeightOfWords{"banned", "discouraged", "doubtful"};
inline constexpr std::array<std::string_view, 3> kPronounWords{"she", "he", "they"};

}  // namespace steadfast
