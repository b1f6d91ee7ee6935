// Before you start: whom you meet, what it holds, and real choices.
#pragma once

#include <optional>

#include "ui/ui.h"
#include "view/brief_view.h"

namespace steadfast {

std::optional<Intent> draw_brief(Ui& ui, const BriefView& view);

}  // namespace steadfast
