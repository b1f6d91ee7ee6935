// The same conversation as in the window, answered line by line.
#pragma once

#include <optional>
#include <string>

#include "cli/pause.h"
#include "cli/recorder.h"
#include "cli/talk.h"
#include "steadfast/care.h"
#include "steadfast/outlook.h"
#include "steadfast/session.h"
#include "store/store.h"

namespace steadfast::cli {

// What a conversation needs while it lasts; all of it outlives the conversation.
struct Setting {
  const Scenario& scenario;
  const Outlook& outlook;  // scored only when it is exact
  const Care* care;        // may be null
  Talk& talk;
  Recorder& recorder;

  std::string today() const;
};

// Empty when this scenario cannot be scored exactly.
std::optional<Score> score_of(const Setting& setting, const Play& play);

// A play and where it is recorded.
struct Track {
  Play play;
  std::optional<AttemptId> attempt;  // empty: not recorded
  Mode mode = Mode::coach;
};

// Closes the attempt of a play that reached its ending.
void record_ending(const Setting& setting, const Track& track);

// Asks and answers until the ending; tells what there is to tell on the way, first what `events` hold.
// `leave` means that the person left; the place is kept where the play is recorded.
Answered converse(const Setting& setting, Track& track, const std::vector<Event>& events);

// The moment before decision `kept` again, as a marked practice branch that goes on to its ending. What was
// answered in `track` stays as it is.
Answered practise_from(const Setting& setting, const Track& track, std::uint32_t kept);

}  // namespace steadfast::cli
