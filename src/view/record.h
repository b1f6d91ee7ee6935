// What the store remembers of one attempt, as plain data: the app turns store rows into these and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace steadfast {

// With coach: feedback after every answer. Straight on: feedback waits for the debrief.
enum class PlayMode { coach, straight_on };

enum class AttemptState { in_progress, ended };

// Why an attempt does not start at the beginning.
enum class OriginKind {
  practice,   // a marked practice branch: its log never touches the play it left
  continued,  // the same play, gone on after its scenario was edited
};
struct AttemptOrigin {
  OriginKind kind = OriginKind::practice;
  std::int64_t attempt = 0;
  std::uint32_t kept = 0;  // decisions shared with that attempt
  friend bool operator==(const AttemptOrigin&, const AttemptOrigin&) = default;
};

// The learner's own words at the end, kept on this computer only.
struct Reflection {
  std::string keep;            // one thing to keep
  std::string change;          // one thing to change
  std::string plan_if;         // "If …"
  std::string plan_then;       // "… then I will …"
  std::string care;            // one thing I do for myself today
  std::string practise_again;  // "tomorrow", "in a few days", "next week" or empty
  bool share_with_trainer = false;
  std::string trainer_note;  // the exact words the learner agreed to share; empty unless sharing
  friend bool operator==(const Reflection&, const Reflection&) = default;
};

struct AttemptRecord {
  std::int64_t attempt = 0;  // the store's id
  std::string scenario;      // id
  PlayMode mode = PlayMode::coach;
  AttemptState state = AttemptState::in_progress;
  std::string status;                   // as `to_string(Status)`; empty until ended
  std::string save;                     // as `serialise(Save)`, always the latest
  std::optional<AttemptOrigin> origin;  // empty: a play from the beginning
  std::uint32_t decisions = 0;          // in the whole play, kept ones included
  std::string started_on;               // YYYY-MM-DD
  std::string changed_on;               // YYYY-MM-DD of the last answer
  Reflection reflection;                // what was kept of the debrief
  std::uint32_t look_back_step = 1;     // where looking back goes on, 1 to 5
  bool looked_back = false;             // to the end; stays so
  std::string moment;                   // "Moment 3 of 5": worked out by `update`, never stored
  friend bool operator==(const AttemptRecord&, const AttemptRecord&) = default;
};

}  // namespace steadfast
