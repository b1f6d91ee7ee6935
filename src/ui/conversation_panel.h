// The conversation: picture left, what was said right, the choices below and always wholly visible.
#pragma once

#include <optional>

#include "ui/ui.h"
#include "view/conversation_view.h"

namespace steadfast {

std::optional<Intent> draw_conversation(Ui& ui, const ConversationView& view);

}  // namespace steadfast
