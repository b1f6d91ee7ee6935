// A condition taken apart.
#pragma once

#include <span>
#include <vector>

#include "steadfast/expression.h"

namespace steadfast {

// The parts that all have to hold, each with its text: `a and (b or c)` has two. A condition that is none of
// these is its own only part.
std::vector<Expression> parts_that_must_hold(const Expression& condition,
                                             std::span<const Variable> variables);

}  // namespace steadfast
