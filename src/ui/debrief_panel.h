// Looking back, in five steps.
#pragma once

#include <optional>

#include "ui/ui.h"
#include "view/debrief_view.h"

namespace steadfast {

std::optional<Intent> draw_debrief(Ui& ui, const DebriefView& view);

}  // namespace steadfast
