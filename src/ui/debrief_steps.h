// The five pages of looking back.
#pragma once

#include <optional>

#include "ui/widgets.h"
#include "view/debrief_view.h"

namespace steadfast {

std::optional<Intent> draw_how_was_it(Ui& ui, Column& column, const HowWasItView& view);
void draw_what_happened(Ui& ui, Column& column, const WhatHappenedView& view);
std::optional<Intent> draw_moments(Ui& ui, Column& column, const MomentsView& view);
std::optional<Intent> draw_skills(Ui& ui, Column& column, const SkillsView& view);
std::optional<Intent> draw_plan(Ui& ui, Column& column, const PlanView& view);

}  // namespace steadfast
