// The name that a slip of the finger may have meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast {

// The one of `names` nearest to `written` by letters left out, added, changed or swapped, if it is near
// enough to be a slip; capitals, `-` and `_` are no difference. The first of equals.
std::optional<std::string> near_name(std::string_view written, const std::vector<std::string>& names);

}  // namespace steadfast
