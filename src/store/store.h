// The record: what a learner did, kept on this computer and nowhere else.
//
// One SQLite database, `steadfast.db`, in the data folder (readable by its owner only). Whatever a
// function here reports as done is on the disk. Nothing throws; every error is a sentence for the person.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "steadfast/result.h"

namespace steadfast {

struct AttemptId {
  std::int64_t value = 0;
  friend auto operator<=>(const AttemptId&, const AttemptId&) = default;
};

// Milliseconds since 1970-01-01 UTC; the caller reads the clock.
using UnixMilliseconds = std::int64_t;

enum class Mode { coach, practice };

// Why an attempt does not start at the beginning.
struct Origin {
  enum class Relation {
    practice,   // a marked practice branch: never counts as a play of its own
    continued,  // the same play, gone on after its scenario was edited
  };
  Relation relation = Relation::practice;
  AttemptId attempt;
  std::uint32_t kept = 0;  // decisions shared with that attempt
  friend bool operator==(const Origin&, const Origin&) = default;
};

struct NewAttempt {
  std::string scenario;
  std::string content_hash;
  std::uint64_t seed = 0;
  Mode mode = Mode::coach;
  std::optional<Origin> origin;  // empty: a play from the beginning
  std::string save;              // serialise(save_play(...))
  UnixMilliseconds at = 0;
};

struct DecisionRecord {
  std::uint32_t position = 0;  // 0-based in the play, so a branch that keeps 2 goes on at 2
  std::string node;
  std::string choice;
  std::string save;  // of the play after this decision
  UnixMilliseconds at = 0;
};

struct LedgerRecord {
  std::string id;  // "D1" to "D8", or "composite"
  int gained = 0;  // half-points, as in score.h
  int least = 0;
  int most = 0;
  double expected = 0;
  std::optional<double> achieved;
  std::string band;
  bool capped = false;
  friend bool operator==(const LedgerRecord&, const LedgerRecord&) = default;
};

struct CriticalRecord {
  std::uint32_t position = 0;
  std::string code;  // "C1"
  friend bool operator==(const CriticalRecord&, const CriticalRecord&) = default;
};

struct Finish {
  std::string ending;
  std::string status;  // as to_string(Status); empty when the scenario is too large to score exactly
  std::vector<LedgerRecord> ledgers;
  std::vector<CriticalRecord> criticals;
  std::vector<std::string> omissions;  // ids of unmet gates
  UnixMilliseconds at = 0;
};

struct Finished {
  std::string ending;
  std::string status;
  UnixMilliseconds at = 0;
  friend bool operator==(const Finished&, const Finished&) = default;
};

// How far the learner got in looking back on a finished conversation.
struct LookingBack {
  std::uint32_t step = 1;  // of the debrief, 1 to 5
  bool finished = false;   // stays true once it was
  friend bool operator==(const LookingBack&, const LookingBack&) = default;
};

struct AttemptSummary {
  AttemptId id;
  std::string scenario;
  std::string content_hash;
  std::uint64_t seed = 0;
  Mode mode = Mode::coach;
  std::optional<Origin> origin;
  UnixMilliseconds started_at = 0;
  UnixMilliseconds last_at = 0;             // of the last decision, or the start
  std::uint32_t decisions = 0;              // in the whole play, kept ones included
  std::optional<Finished> finished;         // empty: in progress
  std::optional<LookingBack> looking_back;  // empty: not begun

  bool is_practice() const { return origin && origin->relation == Origin::Relation::practice; }
};

struct StoredDecision {
  std::uint32_t position = 0;
  std::string node;
  std::string choice;
  UnixMilliseconds at = 0;
  friend bool operator==(const StoredDecision&, const StoredDecision&) = default;
};

// The learner's own words of the debrief; kept only because the learner chose to keep them.
struct DebriefNote {
  std::string keep;
  std::string change;
  std::string plan_if;
  std::string plan_then;
  std::string care;            // one thing I do for myself today
  std::string practise_again;  // "tomorrow", "next week"
  bool share_with_trainer = false;
  std::string trainer_note;  // the exact words the learner agreed to share
  friend bool operator==(const DebriefNote&, const DebriefNote&) = default;
};

// A decision of an attempt that was taken again in a practice branch: "practised again on …".
struct PractisedMoment {
  std::uint32_t position = 0;
  UnixMilliseconds at = 0;  // the latest time
  friend bool operator==(const PractisedMoment&, const PractisedMoment&) = default;
};

struct StoreOptions {
  std::chrono::milliseconds patience{3000};  // how long to wait for another window
};

class Store {
 public:
  // Opens or makes the database in `folder` (made too, 0700) and brings its schema up to date.
  static Result<Store> open(const std::filesystem::path& folder, StoreOptions options = {});

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  const std::filesystem::path& file() const;

  // Empty while the learner gave none.
  Result<std::string> learner_alias() const;
  Outcome set_learner_alias(const std::string& alias);

  Result<AttemptId> start_attempt(const NewAttempt& attempt);
  // Durable when it returns. Positions are recorded once and in order; an attempt that is finished, or
  // that went on in another window, refuses.
  Outcome record_decision(AttemptId attempt, const DecisionRecord& decision);
  // Closes the attempt for ever.
  Outcome finish_attempt(AttemptId attempt, const Finish& finish);

  // All attempts, oldest first; of one scenario when `scenario` is not empty.
  Result<std::vector<AttemptSummary>> attempts(const std::string& scenario = {}) const;
  // The play to offer "continue" for: the newest one of the scenario that is not practice, if it is
  // still in progress.
  Result<std::optional<AttemptSummary>> resumable(const std::string& scenario) const;
  // The play to offer "look back" for: the newest one of the scenario that is not practice and was answered
  // at all, if it is finished and looking back on it is not.
  Result<std::optional<AttemptSummary>> awaiting_look_back(const std::string& scenario) const;
  // The first complete play of the scenario: its score is kept for ever.
  Result<std::optional<AttemptSummary>> first_play(const std::string& scenario) const;
  // For parse_save and resume_play.
  Result<std::string> save_text(AttemptId attempt) const;
  // The attempt's own decisions in order (a branch's begin at what it kept).
  Result<std::vector<StoredDecision>> decisions(AttemptId attempt) const;
  // What finish_attempt recorded; empty while in progress.
  Result<std::optional<Finish>> finish(AttemptId attempt) const;
  Result<std::vector<PractisedMoment>> practised_moments(AttemptId attempt) const;

  Outcome save_looking_back(AttemptId attempt, const LookingBack& place, UnixMilliseconds at);

  // Replaces an earlier note of the attempt; an all-empty note removes it.
  Outcome save_note(AttemptId attempt, const DebriefNote& note, UnixMilliseconds at);
  Result<std::optional<DebriefNote>> note(AttemptId attempt) const;

  // Removes every row and every file of the record. Refuses, and removes nothing, while another window
  // has it open. Afterwards this store is closed: all other functions give an error; open again to go on.
  Outcome delete_everything();

  struct Implementation;

 private:
  explicit Store(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace steadfast
