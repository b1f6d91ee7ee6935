// What a debrief is made of, beyond what the engine scores.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "view/app_state.h"

namespace steadfast {

// One of the at most three moments: an answer, or something that had to be said and was not.
struct LookBackMoment {
  enum class Why { critical, omission, serious, regret, strength };
  Why why = Why::regret;
  std::uint32_t decision = 0;  // position in the play; for an omission where it could still have been said
  std::uint32_t omission = 0;  // position in Scenario::omissions
  bool can_replay = true;
};

struct LookBackMoments {
  std::vector<LookBackMoment> moments;    // at most three; a strength comes last
  std::vector<LookBackMoment> left_over;  // criticals and omissions for which there was no room
};

LookBackMoments pick_moments(const ScenarioEntry& entry, const Sitting& sitting);

// Positions in Scenario::omissions of what was not said by the end. Must hold: the play has ended.
std::vector<std::uint32_t> unmet_omissions(const Scenario& scenario, const State& end);

// The day a decision of this attempt was last taken again in a practice branch; empty if never.
std::string practised_again_on(const std::vector<AttemptRecord>& records, std::int64_t attempt,
                               std::uint32_t decision);

std::string words_of(PractiseAgain when);  // "tomorrow"; empty for not planned
std::string trainer_note(const AppState& state);

}  // namespace steadfast
