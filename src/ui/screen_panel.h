// Draws whichever screen it is.
#pragma once

#include <optional>

#include "ui/ui.h"
#include "view/screen_view.h"

namespace steadfast {

// Must be called once between begin_frame and end_frame. Gives at most one intent.
std::optional<Intent> draw(Ui& ui, const ScreenView& view);

}  // namespace steadfast
