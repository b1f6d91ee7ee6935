// Numbers keys of 64-bit words in the order they are first seen: 0, 1, 2 … Open addressing over one
// arena, so that a million small keys cost a few allocations.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace steadfast {

class KeyTable {
 public:
  struct Found {
    std::uint32_t index = 0;
    bool is_new = false;
  };

  Found insert(std::span<const std::uint64_t> key) {
    if ((size() + 1) * 2 > slots_.size()) {
      grow();
    }
    std::uint32_t& slot = slots_[slot_of(key)];
    if (slot != kFree) {
      return {slot, false};
    }
    slot = static_cast<std::uint32_t>(size());
    words_.insert(words_.end(), key.begin(), key.end());
    ends_.push_back(words_.size());
    return {slot, true};
  }

  std::optional<std::uint32_t> find(std::span<const std::uint64_t> key) const {
    if (slots_.empty()) {
      return std::nullopt;
    }
    const std::uint32_t index = slots_[slot_of(key)];
    return index == kFree ? std::nullopt : std::optional(index);
  }

  std::span<const std::uint64_t> key(std::uint32_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return {words_.data() + begin, ends_[index] - begin};
  }

  std::size_t size() const { return ends_.size(); }

 private:
  static constexpr std::uint32_t kFree = 0xffffffffU;

  static std::uint64_t hash(std::span<const std::uint64_t> key) {
    std::uint64_t hash = 0x9e3779b97f4a7c15ULL + key.size();
    for (const std::uint64_t word : key) {
      hash = (hash ^ word) * 0xbf58476d1ce4e5b9ULL;
      hash ^= hash >> 29U;
    }
    return (hash * 0x94d049bb133111ebULL) ^ (hash >> 32U);
  }

  // The slot that holds the key, or the free one where it belongs. There is always a free one.
  std::size_t slot_of(std::span<const std::uint64_t> wanted) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t position = static_cast<std::size_t>(hash(wanted)) & mask;
    while (slots_[position] != kFree) {
      const auto there = key(slots_[position]);
      if (std::equal(there.begin(), there.end(), wanted.begin(), wanted.end())) {
        break;
      }
      position = (position + 1) & mask;
    }
    return position;
  }

  void grow() {
    slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), kFree);
    for (std::uint32_t index = 0; index < size(); ++index) {
      slots_[slot_of(key(index))] = index;
    }
  }

  std::vector<std::uint64_t> words_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint32_t> slots_;  // a power of two
};

}  // namespace steadfast
