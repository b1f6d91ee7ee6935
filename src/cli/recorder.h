// The record as a conversation needs it: it writes while it can, and says so once when it cannot.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "cli/talk.h"
#include "store/records.h"

namespace steadfast::cli {

class Recorder {
 public:
  using Clock = std::function<std::int64_t()>;

  // Records nothing.
  Recorder(Talk& talk, Clock clock) : talk_(talk), clock_(std::move(clock)) {}

  // Opens the record; where that fails, says why and that practice goes on without it.
  void open(const std::optional<std::filesystem::path>& data_folder);

  bool is_recording() const { return store_.has_value(); }
  UnixMilliseconds now() const { return clock_(); }

  std::optional<AttemptSummary> resumable(const Scenario& scenario);
  // The finished play that waits to be looked back on.
  std::optional<AttemptSummary> awaiting_look_back(const Scenario& scenario);
  // The play of a finished attempt; empty when it does not come to an end under the text of today.
  std::optional<Play> finished_play(const Scenario& scenario, const AttemptSummary& attempt);
  void save_looking_back(std::optional<AttemptId> attempt, const LookingBack& place);
  std::optional<Continued> take_up(const Scenario& scenario, const AttemptSummary& attempt);

  // Empty when nothing is recorded. A branch of what was not recorded is not recorded either.
  std::optional<AttemptId> start(const Scenario& scenario, const Play& play, Mode mode);
  std::optional<AttemptId> start_branch(const Scenario& scenario, const Play& play, Mode mode,
                                        std::optional<AttemptId> from, std::uint32_t kept);
  // Durable when it returns, unless it said otherwise.
  void record_decision(std::optional<AttemptId> attempt, const Scenario& scenario, const Play& play);
  void finish(std::optional<AttemptId> attempt, const Finish& finish);

  std::vector<PractisedMoment> practised_moments(std::optional<AttemptId> attempt);
  // True when it is kept.
  bool keep(std::optional<AttemptId> attempt, const DebriefNote& note);

 private:
  void give_up(const Error& error);

  // The value, or nothing after giving up.
  template <class Value>
  std::optional<Value> or_give_up(Result<Value> result) {
    if (result) return std::move(result.value());
    give_up(result.error());
    return std::nullopt;
  }

  Talk& talk_;
  Clock clock_;
  std::optional<Store> store_;
};

}  // namespace steadfast::cli
