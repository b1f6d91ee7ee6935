#include <algorithm>
#include <utility>

#include "codes.h"
#include "names.h"
#include "open_source.h"
#include "schema.h"
#include "schema_words.h"
#include "steadfast/load.h"
#include "yaml_tree.h"

namespace steadfast {

namespace {

ScenePerson read_person(YamlNode written, Problems& problems) {
  ScenePerson person;
  person.name = words_of(written.find("name"));
  NameTable poses{"posture"};
  for (const YamlNode pose : written.find("poses").items()) {
    const auto word = std::find(kPoseWords.begin(), kPoseWords.end(), pose.find("pose").text());
    if (word == kPoseWords.end()) continue;
    poses.declare(pose.find("pose"), 0, problems);
    person.poses.push_back({static_cast<Pose>(word - kPoseWords.begin()), words_of(pose.find("picture")),
                            words_of(pose.find("alt"))});
  }
  return person;
}

Scene read_scene(YamlNode root, Problems& problems) {
  Scene scene;
  scene.id = words_of(root.find("id"));
  scene.alt = words_of(root.find("alt"));
  scene.width = number_of(root.find("width"), 0);
  scene.height = number_of(root.find("height"), 0);
  scene.backdrop = words_of(root.find("backdrop"));
  scene.mentor = words_of(root.find("mentor"));
  scene.foreground = words_of(root.find("foreground"));
  scene.card = words_of(root.find("card"));
  scene.far = number_of(root.find("far"), 0);
  scene.near = number_of(root.find("near"), 0);
  NameTable people{"person"};
  for (const YamlNode person : root.find("people").items()) {
    people.declare(person.find("name"), 0, problems);
    scene.people.push_back(read_person(person, problems));
  }
  return scene;
}

}  // namespace

LoadedScene load_scene(const Source& source) {
  OpenSource file{source, scene_schema()};
  if (!file.can_be_linked) return {std::nullopt, file.problems.take()};
  Scene scene = read_scene(file.root(), file.problems);
  if (file.problems.has_errors()) return {std::nullopt, file.problems.take()};
  return {std::move(scene), file.problems.take()};
}

}  // namespace steadfast
