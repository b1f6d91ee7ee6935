// The feedback sheet of the coach mode.
#pragma once

#include <optional>

#include "ui/ui.h"
#include "view/feedback_view.h"

namespace steadfast {

std::optional<Intent> draw_feedback(Ui& ui, const FeedbackView& view);

}  // namespace steadfast
