// I need a moment: a plain page without the picture and without the last line.
#pragma once

#include <optional>

#include "ui/ui.h"
#include "view/pause_view.h"

namespace steadfast {

std::optional<Intent> draw_pause(Ui& ui, const PauseView& view);

}  // namespace steadfast
