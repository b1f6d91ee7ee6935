// The chance of the benchmarks: a small generator that is as quickly written in JavaScript, so that both
// sides of a comparison take the same decisions.
#pragma once

#include <cstdint>

namespace steadfast::bench {

// Marsaglia's xorshift with 32 bits. Must hold: the seed is not 0.
class Pick {
 public:
  explicit Pick(std::uint32_t seed) : state_(seed) {}

  // Must hold: count > 0.
  std::uint32_t below(std::uint32_t count) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 17U;
    state_ ^= state_ << 5U;
    return state_ % count;
  }

 private:
  std::uint32_t state_;
};

}  // namespace steadfast::bench
