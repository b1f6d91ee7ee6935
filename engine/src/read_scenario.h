// From a tree to a linked scenario. All reading is tolerant: what the schema already refused is passed
// over in silence, so that every problem is reported once.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "codes.h"
#include "names.h"
#include "problems.h"
#include "read_state.h"
#include "steadfast/scenario.h"
#include "yaml_tree.h"

namespace steadfast {

// What the parts of a scenario are linked with.
struct ReadingScenario {
  YamlNode root;
  Scenario scenario;
  // The model's variables first.
  StateScope state{.variables = {},
                   .conditions = {},
                   .names = NameTable{"variable or flag", codes::kUnknownVariable,
                                      "`steadfast explain variables` lists those of the mentee model"}};
  NameTable nodes{"node", codes::kUnknownTarget};
  NameTable endings{"ending", codes::kUnknownTarget};
  NameTable choices{"choice", codes::kUnknownChoice};
  NameTable acts{"act", codes::kUnknownAct, "`steadfast explain acts` lists them"};
  NameTable dimensions{"dimension", codes::kUnknownDimension};
  NameTable critical_errors{"critical error", codes::kUnknownCriticalCode,
                            "`steadfast explain errors` says what each is"};
  NameTable people{"person", codes::kUnknownSpeaker};
  std::vector<std::string> person_names;
  // Ways on that lead nowhere, because their target is unknown or missing: with any of them, what can
  // be reached is not known.
  std::size_t broken_ways = 0;
  std::vector<ChoiceIndex> choices_without_way_on;
  // Two nodes or endings have the same id: nothing can lead to the second, whatever was meant.
  bool places_share_an_id = false;
  Problems* problems = nullptr;
};

// Title, notes, mentee and everything else that refers to nothing.
void read_metadata(ReadingScenario& reading);

// People, variables, flags, the mentee's start, and the ids of nodes, choices and endings.
void declare_names(ReadingScenario& reading);

// With the dimensions they practise.
void read_objectives(ReadingScenario& reading);
void read_act_overrides(ReadingScenario& reading);
void read_nodes(ReadingScenario& reading);
void read_endings(ReadingScenario& reading);
void read_omissions(ReadingScenario& reading);
void read_plays(ReadingScenario& reading);

// Stage, lines, mood, pose, sign and variants of a node or a reply.
Telling read_telling(YamlNode map, ReadingScenario& reading);
Feedback read_feedback(YamlNode map);

}  // namespace steadfast
