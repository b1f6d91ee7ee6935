// A field for writing a few sentences: it wraps, and grows with what is written.
#pragma once

#include <optional>
#include <string>

#include "ui/widgets.h"
#include "view/parts.h"

namespace steadfast {

// Label, hint and field. Gives SetText when the text changed.
std::optional<Intent> text_field(Ui& ui, Column& column, std::string id, const TextFieldView& field,
                                 int least_lines = 2);

}  // namespace steadfast
