// What a scenario must agree with beside itself: its own recorded plays, its scene, the other scenarios.
#pragma once

#include <string>
#include <vector>

#include "steadfast/diagnostic.h"
#include "steadfast/outlook.h"
#include "steadfast/scenario.h"
#include "steadfast/scene.h"

namespace steadfast {

// Plays every recorded play of the scenario and reports where one leads elsewhere than it says. `file` is
// how diagnostics call the scenario, here and below.
std::vector<Diagnostic> check_plays(const Scenario& scenario, const Outlook& outlook,
                                    const std::string& file);

// The same, added to what is `found` in the file already. Where that says what is wrong with an answer, plays
// that choose it and come out otherwise are notes of it, and it is an error: who mends it mends them.
void tell_plays(const Scenario& scenario, const Outlook& outlook, const std::string& file,
                std::vector<Diagnostic>& found);

// The same for one play, which may also come from elsewhere. Must hold: its dimensions are those of the
// rubric.
std::vector<Diagnostic> check_play(const Scenario& scenario, const Outlook& outlook, const std::string& file,
                                   const RecordedPlay& recorded);

// Reports plays that never end, or end where nothing is offered, with the way there.
std::vector<Diagnostic> check_every_play_ends(const Scenario& scenario, const Outlook& outlook,
                                              const std::string& file);

// Reports nodes, endings and answers that no play meets, whatever the programme's policy, where that can be
// said for certain.
std::vector<Diagnostic> check_all_is_met(const Scenario& scenario, const Outlook& outlook,
                                         const std::string& file);

// Reports when the scene has no picture of the young person.
std::vector<Diagnostic> check_scene(const Scenario& scenario, const Scene& scene, const std::string& file);

// The scene is not there or cannot be read; `help` says why, or which there are.
Diagnostic unknown_scene(const Scenario& scenario, const std::string& help, const std::string& file);

// Attempts are kept by id, so two conversations with the same one would share a record.
Diagnostic id_of_another_file(const Scenario& scenario, const std::string& other_file,
                              const std::string& file);

}  // namespace steadfast
