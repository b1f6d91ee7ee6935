// The words on the screen as a file, for debugging and for the end-to-end tests.
#pragma once

#include <string>
#include <string_view>

#include "ui/semantics.h"

namespace steadfast {

// JSON: the screen's name, how often the screen has come to rest so far, and its widgets in reading order
// with `id`, `role`, `label`, `value`, `enabled`, `selected`, `focused`, `digit` and, in window pixels, the
// part of `rect` that can be seen as [x, y, width, height].
std::string semantics_json(std::string_view screen, int rests, const Semantics& semantics,
                           std::string_view focused_id);

}  // namespace steadfast
