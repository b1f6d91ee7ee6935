#include "app/scene_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "ui/scene_picture.h"
#include "ui/widgets.h"
#include "view/playing.h"

namespace steadfast {
namespace {

struct Cell {
  const char* caption;
  Pose pose;
  float felt_safety;
};

constexpr std::array<Cell, 7> kCells{{{"guarded", Pose::guarded, 0.5F},
                                      {"withdrawn", Pose::withdrawn, 0.5F},
                                      {"upset", Pose::upset, 0.5F},
                                      {"neutral", Pose::neutral, 0.5F},
                                      {"open", Pose::open, 0.5F},
                                      {"neutral, far", Pose::neutral, 0},
                                      {"neutral, near", Pose::neutral, 1}}};
constexpr float kSpace = 8;
constexpr float kCaption = 26;

}  // namespace

void draw_scene_sheet(Ui& ui, const Content& content) {
  ui.begin_screen("scenes");
  std::vector<const ScenarioEntry*> rows;
  for (const ScenarioEntry& entry : content.scenarios) {
    if (entry.scene) rows.push_back(&entry);
  }
  if (rows.empty()) return;
  const Rect& window = ui.window();
  const float across = std::floor((window.width - kSpace) / kCells.size() - kSpace);
  const float row_height = std::floor((window.height - kSpace) / static_cast<float>(rows.size()));
  const float down = std::max(40.0F, row_height - kSpace - kCaption);
  float y = window.y + kSpace;
  for (const ScenarioEntry* row : rows) {
    float x = window.x + kSpace;
    for (const Cell& cell : kCells) {
      draw_scene(ui, {x, y, across, down},
                 make_scene_view(*row->scene, row->scenario->mentee.name, cell.pose, cell.felt_safety));
      Column caption{x, y + down, across};
      text(ui, caption, row->scenario->mentee.name + ", " + cell.caption, ui.palette().ink,
           {Type::caption, 1.3F, Align::centre});
      x += across + kSpace;
    }
    y += down + kCaption + kSpace;
  }
}

}  // namespace steadfast
