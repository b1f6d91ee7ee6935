// A condition taken apart.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "steadfast/expression.h"

namespace steadfast {

// The parts that all have to hold, each with its text: `a and (b or c)` has two. A condition that is none of
// these is its own only part. `names` are the named conditions, which are called by their names where the
// text does so.
std::vector<Expression> parts_that_must_hold(const Expression& condition, std::span<const Variable> variables,
                                             std::span<const NamedCondition> names);

// As why_false() of expression.h, with named conditions called by their names where the text does so.
std::vector<std::string> why_false_by_name(const Expression& condition, std::span<const Variable> variables,
                                           std::span<const std::int32_t> values,
                                           std::span<const NamedCondition> names);

}  // namespace steadfast
