// What the benchmarks play: the shipped rulebook and generated stories.
#pragma once

#include <memory>

#include "generated_story.h"
#include "steadfast/load.h"

namespace steadfast::bench {

// Read once; ends the program with a message when the shipped files cannot be loaded.
std::shared_ptr<const Rulebook> shipped_rulebook();

// The source of a generated story, named so that its id is the stem of its name.
Source generated_source(const StoryShape& shape);
// The same, loaded; ends the program with the first message when it is refused.
Scenario generated_scenario(const StoryShape& shape);

}  // namespace steadfast::bench
