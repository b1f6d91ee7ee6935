#include "suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace steadfast {

namespace {

char folded(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == '-' ? '_' : c;
}

// The number of single slips between two names; a swap of neighbours is one (Damerau, restricted).
std::size_t slips(std::string_view left, std::string_view right) {
  std::array<std::array<std::size_t, kLongestName + 1>, 3> rows{};
  for (std::size_t column = 0; column <= right.size(); ++column) rows[0][column] = column;
  for (std::size_t row = 1; row <= left.size(); ++row) {
    auto& now = rows[row % 3];
    const auto& above = rows[(row - 1) % 3];
    const auto& before_above = rows[(row + 1) % 3];
    now[0] = row;
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const char l = folded(left[row - 1]);
      const char r = folded(right[column - 1]);
      now[column] =
          std::min({above[column] + 1, now[column - 1] + 1, above[column - 1] + (l == r ? 0U : 1U)});
      if (row > 1 && column > 1 && l == folded(right[column - 2]) && folded(left[row - 2]) == r) {
        now[column] = std::min(now[column], before_above[column - 2] + 1);
      }
    }
  }
  return rows[left.size() % 3][right.size()];
}

}  // namespace

std::optional<Candidate> nearest(std::string_view written, const std::vector<Candidate>& candidates,
                                 std::size_t& comparisons, std::size_t most_slips) {
  if (written.empty() || written.size() > kLongestName) return std::nullopt;
  // Codes like `D7` differ in a letter all the time: only capitals are a slip there.
  std::size_t best = written.size() <= 2 ? 1 : (written.size() + 2) / 3 + 1;
  best = std::min(best, most_slips + 1);
  std::optional<Candidate> found;
  for (const Candidate& candidate : candidates) {
    const std::size_t longer = std::max(candidate.name.size(), written.size());
    const std::size_t shorter = std::min(candidate.name.size(), written.size());
    if (longer > kLongestName || longer - shorter >= best) continue;
    if (comparisons >= kMostComparisons) return std::nullopt;
    comparisons += (longer + 1) * (shorter + 1);
    const std::size_t distance = slips(written, candidate.name);
    // A name of which nothing is left is no suggestion.
    if (distance < best && distance < longer) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string did_you_mean(std::string_view written, const std::vector<Candidate>& candidates,
                         std::size_t& comparisons, std::size_t most_slips) {
  const std::optional<Candidate> found = nearest(written, candidates, comparisons, most_slips);
  if (!found) return {};
  if (found->declared.line == 0) return fmt::format("did you mean `{}`?", found->name);
  return fmt::format("did you mean `{}` (line {})?", found->name, found->declared.line);
}

}  // namespace steadfast
