#include "variant_order.h"

#include <algorithm>

#include "condition_truth.h"

namespace steadfast {

std::optional<std::size_t> variant_in_front(const std::vector<Variant>& variants, std::size_t position,
                                            std::span<const Variable> variables) {
  constexpr std::size_t kMostCompared = 8;
  const Expression& when = variants[position].when;
  if (when.always() || truth_of(when, variables) != Truth::varies) return std::nullopt;
  for (std::size_t at = 0; at < std::min(position, kMostCompared); ++at) {
    const Expression& before = variants[at].when;
    if (before.always() || truth_of(before, variables) != Truth::varies) continue;
    if (is_certain_to_hold(before, when, variables)) return at;
  }
  return std::nullopt;
}

}  // namespace steadfast
