// What frames the pages: the bar on top and the column at the left.
#pragma once

#include <optional>

#include "ui/widgets.h"

namespace steadfast {

constexpr float kBarHeight = 64;
constexpr float kSideWidth = 252;

// The bar with title, place, "Leave" and "I need a moment".
std::optional<Intent> top_bar(Ui& ui, const TopBar& bar);

// What is left of the window below the bar.
Rect below_bar(const Ui& ui);

// The column at the left: paints it, and gives the room inside.
Column side_column(Ui& ui);

// A link in it.
std::optional<Intent> side_link(Ui& ui, Column& column, std::string id, const std::string& label,
                                const Intent& intent, bool current, bool done);

// A quiet note at the foot of the column.
void side_note(Ui& ui, const Column& column, std::string_view words, Color front, Color surface);

// A strip with buttons that stays at the foot of `room`; gives what is left above it.
Rect footer(Ui& ui, const Rect& room, float height);

}  // namespace steadfast
