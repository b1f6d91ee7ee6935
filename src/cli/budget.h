// `--budget`: how many states an analysis may look at.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace steadfast::cli {

inline constexpr std::size_t kMostBudget = 1'000'000'000;

// "1000000", "1,000,000", "1_000_000", "500k", "2M": from 1 to `kMostBudget`. Empty for anything else.
std::optional<std::size_t> read_budget(std::string_view text);

}  // namespace steadfast::cli
