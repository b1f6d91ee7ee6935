// All scenes side by side, for the eyes of those who draw them.
#pragma once

#include "ui/ui.h"
#include "view/app_state.h"

namespace steadfast {

// A row for each scenario with a picture: every posture half way, then the neutral one far and near.
void draw_scene_sheet(Ui& ui, const Content& content);

}  // namespace steadfast
