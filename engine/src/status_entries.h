// Every state of the graph, split by the points that were gained until there, as far as they can still
// decide whether a play is ready to discuss.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "outlook_ranges.h"
#include "steadfast/scenario.h"

namespace steadfast {

// What a ledger must have gained by the end of a play that is ready.
struct PointsNeed {
  std::size_t ledger = 0;  // as LedgerGains counts
  std::int64_t gained = 0;
};

// Empty when nothing is practised, so that no play at all can be ready. Must hold: the outlook is exact.
std::vector<PointsNeed> points_needed(const Scenario& scenario, const Outlook& outlook);

// Whether the choice leaves a cap behind that only a repair lifts.
bool caps_something(const Choice& choice);

// What omission gates read at the end.
std::vector<VariableIndex> read_by_gates(const Scenario& scenario);
bool meets_gates(const Scenario& scenario, std::span<const std::int32_t> values_at_end);

// What may still become of a play: a set.
namespace may_be {
inline constexpr std::uint8_t kEnough = 1;  // enough points, gates left aside
inline constexpr std::uint8_t kShort = 2;   // too few points, gates left aside
inline constexpr std::uint8_t kReady = 4;   // the three statuses, of a play without a critical so far
inline constexpr std::uint8_t kPractise = 8;
inline constexpr std::uint8_t kDebrief = 16;
inline constexpr std::uint8_t kStatus = kReady | kPractise | kDebrief;
inline constexpr std::uint8_t kPoints = kEnough | kShort;
inline bool is_decided(std::uint8_t set) {
  return (set & (set - 1)) == 0;
}
}  // namespace may_be

class StatusEntries {
 public:
  // Where an edge leads from an entry: another entry, or one of these.
  static constexpr std::uint32_t kNeverEnough = 0xffffffffU;  // the points can no longer be enough
  static constexpr std::uint32_t kEndsEnough = 0xfffffffeU;
  static constexpr std::uint32_t kEndsShort = 0xfffffffdU;
  static bool is_entry(std::uint32_t target) { return target < kEndsShort; }

  // Must hold: the graph knows at its ends what gates read, is complete, and has neither cycles nor stuck
  // places. `is_complete()` is false when more than `limit` entries would be needed, or when it was stopped.
  StatusEntries(const Scenario& scenario, const StateGraph& graph, const std::vector<PointsNeed>& needs,
                std::size_t limit, Watch& watch);

  bool is_complete() const { return is_complete_; }
  std::size_t count() const { return state_of_entry_.size(); }
  std::uint32_t start() const { return start_; }
  // The entries of a state, linked: from `first_of` on, `next_of` each, until kNone.
  static constexpr std::uint32_t kNone = 0xffffffffU;
  std::uint32_t first_of(std::uint32_t state) const { return first_of_state_[state]; }
  std::uint32_t next_of(std::uint32_t entry) const { return next_of_entry_[entry]; }
  std::uint32_t state_of(std::uint32_t entry) const { return state_of_entry_[entry]; }
  // One target per edge of the entry's state.
  const std::uint32_t* targets_of(std::uint32_t entry) const {
    return targets_.data() + first_target_[entry];
  }
  // For edges (as StateGraph::edges counts) that lead to an ending: whether every gate is met there.
  bool meets_gates_behind(std::size_t edge) const { return gates_met_[edge] != 0; }

  std::uint8_t of_entry(std::uint32_t entry) const { return entry_may_be_[entry]; }
  // Of plays at a state whose points can no longer be enough.
  std::uint8_t of_state(std::uint32_t state) const { return state_may_be_[state]; }

 private:
  bool find_gates_met();
  bool find_entries();
  std::uint32_t follow(std::uint32_t entry, const StateEdge& edge);
  std::uint32_t arrive(std::uint32_t state, std::uint64_t capped);
  bool find_what_may_be();

  const Scenario& scenario_;
  const StateGraph& graph_;
  const std::vector<PointsNeed>& needs_;
  std::size_t limit_;
  Watch& watch_;
  LedgerGains gains_;
  std::vector<Range> ranges_;
  std::vector<char> gates_met_;
  KeyTable keys_;  // state, whether a serious error waits for repair, gains by need
  std::vector<std::uint32_t> state_of_entry_;
  std::vector<std::uint32_t> first_of_state_;
  std::vector<std::uint32_t> next_of_entry_;
  std::vector<std::size_t> first_target_;
  std::vector<std::uint32_t> targets_;
  std::vector<std::uint8_t> entry_may_be_;
  std::vector<std::uint8_t> state_may_be_;
  std::vector<std::int64_t> gained_;
  std::vector<std::uint64_t> key_;
  std::uint32_t start_ = kNeverEnough;
  bool is_complete_ = false;
};

}  // namespace steadfast
