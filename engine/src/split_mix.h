// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014): a few
// lines, the same numbers on every machine and with every standard library.
#pragma once

#include <cstdint>

namespace steadfast {

class SplitMix {
 public:
  explicit SplitMix(std::uint64_t seed) : state_(seed) {}

  // Below `limit`, which must not be 0. A plain remainder: the bias is far below anything that is counted.
  std::uint64_t below(std::uint64_t limit) {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
    return (mixed ^ (mixed >> 31U)) % limit;
  }

 private:
  std::uint64_t state_;
};

}  // namespace steadfast
