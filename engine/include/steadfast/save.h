// Keeping a play and finding the way back into it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/result.h"
#include "steadfast/session.h"

namespace steadfast {

inline constexpr int kSaveFormatVersion = 1;

struct SavedDecision {
  std::string node;
  std::string choice;
  friend bool operator==(const SavedDecision&, const SavedDecision&) = default;
};

// What a play is made of, in ids that survive edits. The snapshot is taken when the hash is the same.
struct Save {
  int format_version = kSaveFormatVersion;
  std::string scenario;
  std::string content_hash;
  std::uint64_t seed = 0;
  std::optional<std::uint32_t> practice_from;
  std::vector<SavedDecision> decisions;
  State snapshot;
  friend bool operator==(const Save&, const Save&) = default;
};

Save save_play(const Scenario& scenario, const Play& play);

// A line-based text, the same bytes for the same save; locale-free.
std::string serialise(const Save& save);
// The inverse; the error names the line that cannot be read. Never throws, whatever the bytes.
Result<Save> parse_save(std::string_view text);

struct Resumed {
  Play play;
  std::uint32_t decisions_lost = 0;  // how many decisions no longer apply because the scenario changed
  std::string explanation;           // a sentence when the scenario changed; empty otherwise
};

// Same content hash: the snapshot. Another hash: replays by ids (former ids too) and stops at the last
// decision that agrees. Fails only when the save belongs to another scenario or is inconsistent.
Result<Resumed> resume_play(const Scenario& scenario, const Save& save);

}  // namespace steadfast
