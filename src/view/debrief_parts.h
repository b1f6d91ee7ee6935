// The steps of the debrief, one function each.
#pragma once

#include "view/debrief_view.h"

namespace steadfast {

HowWasItView make_how_was_it(const AppState& state);
WhatHappenedView make_what_happened(const AppState& state);
MomentsView make_moments(const AppState& state);
SkillsView make_skills(const AppState& state);
PlanView make_plan(const AppState& state);

}  // namespace steadfast
