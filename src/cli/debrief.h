// Looking back in five steps, in words.
#pragma once

#include <cstdint>

#include "cli/conversation.h"

namespace steadfast::cli {

enum class DebriefKind {
  asked,  // a person answers: each step waits, notes may be kept, moments practised again
  told,   // everything is told at once
};

// Must hold: the play reached an ending. Begins at `first_step`, 1 to 5, and keeps its place on the way.
void debrief(const Setting& setting, const Track& track, DebriefKind kind, std::uint32_t first_step = 1);

}  // namespace steadfast::cli
