// Practice: what there is to practise, what was begun first.
#pragma once

#include <optional>

#include "ui/ui.h"
#include "view/library_view.h"

namespace steadfast {

std::optional<Intent> draw_library(Ui& ui, const LibraryView& view);

}  // namespace steadfast
