// The bounds that keep every expression cheap and total.
#pragma once

#include <cstddef>
#include <cstdint>

namespace steadfast {

inline constexpr std::int32_t kLargestExpressionValue = 1'000'000'000;
// In bytes.
inline constexpr std::size_t kLongestExpression = 10'000;
inline constexpr int kExpressionNestingLimit = 100;
// Values that wait for their operator at one time; the compiler refuses what needs more.
inline constexpr std::size_t kExpressionStackLimit = 256;
// Steps after named conditions are written out; keeps conditions built out of conditions from exploding.
inline constexpr std::size_t kExpressionLengthLimit = 2'000;

}  // namespace steadfast
