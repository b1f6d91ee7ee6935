// Looking back in five steps, in words.
#pragma once

#include "cli/conversation.h"

namespace steadfast::cli {

enum class DebriefKind {
  asked,  // a person answers: each step waits, notes may be kept, moments practised again
  told,   // everything is told at once
};

// Must hold: the play reached an ending.
void debrief(const Setting& setting, const Track& track, DebriefKind kind);

}  // namespace steadfast::cli
