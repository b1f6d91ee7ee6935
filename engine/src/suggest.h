// "Did you mean …?"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/diagnostic.h"

namespace steadfast {

// A name somebody may have meant, and where it is declared (line 0: not in this file).
struct Candidate {
  std::string_view name;
  Span declared;
  std::string_view called = {};  // what the name stands for, in a word or two; empty where it says so itself
};

// How many letters are compared to find suggestions for one file. With this many unknown names, suggestions
// are not what helps.
inline constexpr std::size_t kMostComparisons = 30'000'000;

// Longer names are not compared: a slip in them is near its start or not worth a guess.
inline constexpr std::size_t kLongestName = 64;
// So many letters go wrong in one name by a slip of the hand.
inline constexpr std::size_t kSlipsOfAHand = 2;

// The candidate nearest to `written` by letters left out, added, changed or swapped (capitals, `-` and
// `_` are no difference), if it is near enough to be a slip. The first of equals. `comparisons` grows by the
// letters that were compared; nothing is found once it is at kMostComparisons, or where more than
// `most_slips` letters differ.
std::optional<Candidate> nearest(std::string_view written, const std::vector<Candidate>& candidates,
                                 std::size_t& comparisons, std::size_t most_slips = kLongestName);

// "did you mean `rupture` (line 88)?", or an empty text when nothing is near.
std::string did_you_mean(std::string_view written, const std::vector<Candidate>& candidates,
                         std::size_t& comparisons, std::size_t most_slips = kLongestName);

}  // namespace steadfast
