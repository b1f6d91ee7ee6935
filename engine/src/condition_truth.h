// Whether a condition can be both true and false, whatever comes before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "steadfast/expression.h"
#include "steadfast/rulebook.h"

namespace steadfast {

enum class Truth : std::uint8_t { varies, always, never };

// Variables with more values together than these are not tried.
inline constexpr std::size_t kMostValuesTried = 2'000;

// Evaluates `condition` for all values that the variables it reads can have; `varies` where they are too
// many. Must hold: its variables are among `variables`.
Truth truth_of(const Expression& condition, std::span<const Variable> variables);

// Whether `condition` holds with all values with which `where` holds; false where they are too many to try,
// unless both are the same. Must hold: as above.
bool is_certain_to_hold(const Expression& condition, const Expression& where,
                        std::span<const Variable> variables);

}  // namespace steadfast
