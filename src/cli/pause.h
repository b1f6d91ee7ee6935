// "I need a moment" in the terminal, and the prompt that every page of a conversation shares.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/talk.h"
#include "steadfast/care.h"

namespace steadfast::cli {

enum class Answered { go_on, leave };

// A calm page without her last line: grounding, people to talk to, leaving. `care` may be null, `today` is
// YYYY-MM-DD. The end of input goes on, so that the place it returns to decides.
Answered pause(Talk& talk, const Care* care, std::string_view today);

// Waits for Enter. `p` pauses first, `q` leaves; any other word is given back when it is one of `words`.
// From a pipe a number also goes on and is left for the next question: scripts need no empty lines.
struct GoOn {
  Answered answered = Answered::go_on;
  std::string word;     // one of `words`, or empty
  bool at_end = false;  // the input has ended
};
GoOn wait_for_enter(Talk& talk, std::string_view prompt, const std::vector<std::string_view>& words,
                    const Care* care, std::string_view today);

}  // namespace steadfast::cli
