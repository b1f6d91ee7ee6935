// From what the platform saw to what the interface understands.
#pragma once

#include <vector>

#include "platform/event_loop.h"
#include "ui/keys.h"

namespace steadfast {

// The presses of one batch in order, then the characters that were typed. Keys the interface has no use
// for, and anything with Alt, which belongs to the desktop, are left out.
std::vector<KeyPress> as_key_presses(const Batch& batch);

}  // namespace steadfast
