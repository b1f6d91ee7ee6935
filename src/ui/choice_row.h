// One of the answers a mentor can give: its number as a key cap, and its words in up to three lines.
#pragma once

#include <optional>
#include <string>

#include "ui/widgets.h"
#include "view/conversation_view.h"

namespace steadfast {

enum class ChoiceSpacing { airy, close };

// Its digit, a click and Space select it; Enter says it.
std::optional<Intent> choice_row(Ui& ui, Column& column, std::string id, const ChoiceView& choice,
                                 ChoiceSpacing spacing);

}  // namespace steadfast
