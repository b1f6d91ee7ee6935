// The layers of a scene, drawn over each other.
#pragma once

#include "ui/ui.h"
#include "view/parts.h"

namespace steadfast {

// Fills `place`; what is too much is cut off the sky first, then off the ground.
void draw_scene(Ui& ui, const Rect& place, const SceneView& view);

}  // namespace steadfast
