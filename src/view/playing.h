// Reading a play for the screen: what was said, how the young person seems, how many moments lie ahead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "view/app_state.h"
#include "view/parts.h"

namespace steadfast {

// What can be seen of the young person; what a passage leaves out stays as it was before.
struct Appearance {
  std::string mood;
  std::string sign;
  std::optional<Pose> pose;
};

// A play told again from its beginning.
struct Told {
  std::vector<Bubble> bubbles;
  Appearance first;  // at the first decision
  Appearance last;   // now
  // How many bubbles were told before what answered the last choice, and before what followed that reply.
  std::size_t before_reply = 0;
  std::size_t before_next = 0;
};

Told tell(const Scenario& scenario, const Play& play);

Bubble bubble_of_choice(const Choice& choice);
// What came back on the last decision of the play. Must hold: there is one.
std::vector<Bubble> last_reply(const Scenario& scenario, const Play& play);

// The moments from `state` to an ending, the one at hand included: exact while there are few ways to go,
// else over the graph of nodes, which may count a way that no play can take. Empty when neither is bounded.
std::optional<MomentsAhead> count_moments_ahead(const Scenario& scenario, const State& state);

// "Moment 2 of 5", "Moment 2 of about 5" when routes differ, "Moment 2" when nothing is known.
// `answered` decisions lie behind; `number` is the moment to name, counted from 1.
std::string moment_label(std::uint32_t number, std::uint32_t answered,
                         const std::optional<MomentsAhead>& ahead);

// From 0 to 1 between the variable's least and most; empty when the scenario has no such number.
std::optional<float> level_of(const Scenario& scenario, const State& state, std::string_view variable);

// The scene with its person `name` in a pose (or the nearest to it there is), as near as `felt_safety`, 0 to
// 1, lets them be.
SceneView make_scene_view(const Scene& scene, const std::string& name, Pose pose, float felt_safety);
// The picture of the young person as `appearance` has it; none without a scene.
std::optional<SceneView> make_scene_view(const ScenarioEntry& entry, const State& state,
                                         const Appearance& appearance);
std::optional<PictureView> card_picture(const ScenarioEntry& entry);

// Empty when the scenario is too large to score exactly.
std::optional<Score> score_of(const ScenarioEntry& entry, const Play& play);

}  // namespace steadfast
