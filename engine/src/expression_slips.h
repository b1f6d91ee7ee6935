// What people write in a condition who know other words for it.
#pragma once

#include <optional>
#include <string_view>

#include "steadfast/expression.h"

namespace steadfast {

// The first slip with a known remedy, told with what to write instead. Asked only of a text that cannot be
// compiled in `scope`; nothing where its problems say as much themselves.
std::optional<ExpressionProblem> find_expression_slip(std::string_view text, const ExpressionScope& scope);

}  // namespace steadfast
