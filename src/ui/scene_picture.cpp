#include "ui/scene_picture.h"

#include <algorithm>
#include <cmath>

namespace steadfast {

void draw_scene(Ui& ui, const Rect& place, const SceneView& view) {
  ui.canvas().fill(place, ui.palette().scene_shade);
  if (view.width <= 0 || view.height <= 0) return;
  const float canvas_width = static_cast<float>(view.width);
  const float canvas_height = static_cast<float>(view.height);
  const float scale = std::max(place.width / canvas_width, place.height / canvas_height);
  const Rect whole{place.x - (canvas_width * scale - place.width) / 2,
                   place.y - (canvas_height * scale - place.height) * 0.75F, canvas_width * scale,
                   canvas_height * scale};
  ui.canvas().push_clip(place);
  for (const SceneLayer& layer : view.layers) {
    Rect rect = whole;
    rect.x += std::round(layer.shift * scale);
    ui.canvas().picture(ui.picture(layer.file, rect), rect);
  }
  ui.canvas().pop_clip();
  ui.words(Role::image, view.alt, place);
}

}  // namespace steadfast
