#include <fmt/format.h>

#include <algorithm>

#include "analysis_findings.h"
#include "codes.h"
#include "steadfast/check.h"

namespace steadfast {

std::vector<Diagnostic> check_every_play_ends(const Scenario& scenario, const Outlook& outlook,
                                              const std::string& file) {
  std::vector<Diagnostic> problems;
  if (outlook.kind() != Outlook::Kind::endless && outlook.kind() != Outlook::Kind::stuck) return problems;
  const AnalysisLimits limits;
  Watch watch;
  find_shape_problems({scenario, outlook, file, limits, watch}, problems);
  return problems;
}

std::vector<Diagnostic> check_scene(const Scenario& scenario, const Scene& scene, const std::string& file) {
  const std::string& name = scenario.mentee.name;
  const bool is_shown = std::any_of(scene.people.begin(), scene.people.end(),
                                    [&name](const ScenePerson& person) { return person.name == name; });
  if (is_shown) return {};
  std::string shown;
  for (const ScenePerson& person : scene.people) shown += (shown.empty() ? "" : ", ") + person.name;
  return {{Severity::error,
           codes::kSceneWithoutMentee,
           file,
           scenario.scene_where,
           fmt::format("the scene `{}` has no picture of {}", scenario.scene, name),
           fmt::format(
               "it shows {}: write `name: {}` under `mentee`, or choose another scene; `steadfast explain "
               "scenes` lists them with the people they show",
               shown, scene.people.empty() ? "…" : scene.people.front().name),
           {}}};
}

Diagnostic unknown_scene(const Scenario& scenario, const std::string& help, const std::string& file) {
  return {Severity::error,
          codes::kUnknownScene,
          file,
          scenario.scene_where,
          fmt::format("no scene is called `{}`", scenario.scene),
          help,
          {}};
}

Diagnostic id_of_another_file(const Scenario& scenario, const std::string& other_file,
                              const std::string& file) {
  return {Severity::error,
          codes::kIdOfAnotherFile,
          file,
          scenario.id_where,
          fmt::format("the id `{}` is also that of `{}`", scenario.id, other_file),
          "give one of the two another id, and its file the same name",
          {}};
}

}  // namespace steadfast
