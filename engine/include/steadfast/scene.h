// The picture beside a conversation: layers, postures, words for people who do not see it.
#pragma once

#include <string>
#include <vector>

#include "steadfast/scenario.h"

namespace steadfast {

struct ScenePose {
  Pose pose = Pose::neutral;
  std::string picture;  // file name in the scene's folder
  std::string alt;      // "Kiara sits back with her arms folded."
};

struct ScenePerson {
  std::string name;  // the mentee's name
  std::vector<ScenePose> poses;
};

// All pictures of a scene share one canvas and are drawn over each other in this order: backdrop,
// mentor, young person, foreground. The young person's layer is moved sideways by `far` canvas units
// when felt safety is 0 and by `near` when it is 100, linearly in between.
struct Scene {
  std::string id;
  std::string alt;
  int width = 0;  // of the canvas, in its own units
  int height = 0;
  std::string backdrop;
  std::string mentor;
  std::string foreground;  // may be empty
  std::string card;        // the wide picture of the library
  int far = 0;
  int near = 0;
  std::vector<ScenePerson> people;
};

}  // namespace steadfast
