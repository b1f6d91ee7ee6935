// The neutral page after leaving.
#pragma once

#include <optional>

#include "ui/ui.h"
#include "view/left_view.h"

namespace steadfast {

std::optional<Intent> draw_left(Ui& ui, const LeftView& view);

}  // namespace steadfast
