// Which of several variants can be told at all.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "steadfast/scenario.h"

namespace steadfast {

// The first variant in front of this one that holds whenever it does, so that this one is never told; nothing
// where that is not certain, or where one of the two conditions never changes anyway.
std::optional<std::size_t> variant_in_front(const std::vector<Variant>& variants, std::size_t position,
                                            std::span<const Variable> variables);

}  // namespace steadfast
