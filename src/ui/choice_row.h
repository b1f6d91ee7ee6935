// One of the answers a mentor can give: its number as a key cap, and its words in up to three lines.
#pragma once

#include <optional>
#include <string>

#include "ui/widgets.h"
#include "view/conversation_view.h"

namespace steadfast {

enum class ChoiceSpacing { airy, close };

// Its digit, an arrow key that comes to it, a click, Space and the first Enter select it; Enter on the
// selected one says it.
std::optional<Intent> choice_row(Ui& ui, Column& column, std::string id, const ChoiceView& choice,
                                 ChoiceSpacing spacing);

}  // namespace steadfast
