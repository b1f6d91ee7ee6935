// Numbers as pictures that also say their words: bars, a line over turns, tables. No colour stands alone.
#pragma once

#include <vector>

#include "ui/widgets.h"
#include "view/debrief_view.h"

namespace steadfast {

// Name, bar, word and number, and the sentence behind it.
void skill_bar(Ui& ui, Column& column, const SkillBar& bar, float name_width);

// A line through the points, each drawn with its own sign.
void trust_chart(Ui& ui, Column& column, const std::vector<SkillsView::TrustPoint>& points, float height);

void table(Ui& ui, Column& column, const TableView& table);

}  // namespace steadfast
