// From text to content. Loading never throws and reports every problem it can see in one run.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "steadfast/diagnostic.h"
#include "steadfast/policy.h"
#include "steadfast/rulebook.h"
#include "steadfast/scenario.h"
#include "steadfast/scene.h"

namespace steadfast {

struct Source {
  std::string name;  // how diagnostics call it: usually the path as given
  std::string text;  // the whole file, UTF-8
};

struct LoadedRulebook {
  std::shared_ptr<const Rulebook> rulebook;  // null when there are errors
  std::vector<Diagnostic> diagnostics;
};

LoadedRulebook load_rulebook(const Source& rubric, const Source& mentee_model, const Source& acts);

struct LoadedPolicy {
  std::optional<Policy> policy;  // empty when the shipped file has errors
  std::vector<Diagnostic> diagnostics;
};

// `own` is the programme's own file, which answers some keys differently; null when there is none. With an
// error in it, all of it is left aside.
LoadedPolicy load_policy(const Source& shipped, const Source* own);

// What could be read of a scenario that has errors: for looking at, never for playing.
struct HealthyPart {
  Scenario scenario;
  std::vector<ChoiceIndex> without_way_on;  // ascending; their `next` means nothing
};

struct LoadedScenario {
  std::optional<Scenario> scenario;         // set only when no diagnostic is an error
  std::optional<HealthyPart> healthy_part;  // set when `scenario` is not and the file has keys at all
  std::vector<Diagnostic> diagnostics;
};

// Must hold: `rulebook` is not null. The scenario's id must be the stem of `source.name`. Includes the
// structural checks (unreachable nodes, dead ends, choice-free loops); its plays are run by
// `check_plays` of check.h.
LoadedScenario load_scenario(const Source& source, std::shared_ptr<const Rulebook> rulebook);

struct LoadedScene {
  std::optional<Scene> scene;
  std::vector<Diagnostic> diagnostics;
};

LoadedScene load_scene(const Source& source);

}  // namespace steadfast
