// The tables of an analysis, each for itself; empty text where there is nothing to tell.
#pragma once

#include <string>

#include "steadfast/analysis.h"

namespace steadfast::cli {

// Half-points as people count: 3 is "1.5".
std::string points(double halves);
// "12.5" for 0.125: of 100 plays.
std::string of_100(double share);
// "a,b,c", as `play --choose` takes it; "no choice" for none.
std::string choice_list(const Scenario& scenario, const std::vector<ChoiceIndex>& choices);

std::string skills_table(const Scenario& scenario, const Analysis& analysis);
std::string endings_table(const Scenario& scenario, const Analysis& analysis);
std::string lengths_table(const Analysis& analysis);
std::string decided_table(const Analysis& analysis);
std::string decisions_table(const Scenario& scenario, const Analysis& analysis);
std::string places_table(const Scenario& scenario, const Analysis& analysis);
std::string cues_table(const Scenario& scenario, const Analysis& analysis);
std::string bots_table(const Scenario& scenario, const Analysis& analysis);
// Ways to nodes and endings, for `play --choose`.
std::string ways(const Scenario& scenario, const Analysis& analysis);

}  // namespace steadfast::cli
