// One of all screens: what the ui draws.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "view/app_state.h"
#include "view/brief_view.h"
#include "view/conversation_view.h"
#include "view/debrief_view.h"
#include "view/feedback_view.h"
#include "view/left_view.h"
#include "view/library_view.h"
#include "view/pause_view.h"

namespace steadfast {

using ScreenView =
    std::variant<LibraryView, BriefView, ConversationView, FeedbackView, PauseView, DebriefView, LeftView>;

ScreenView make_screen_view(const AppState& state);

// Changes exactly when a new screen begins.
const std::string& key_of(const ScreenView& view);

// A short name of the screen for people and tests: "library", "conversation", "debrief" …
std::string_view name_of(const ScreenView& view);

}  // namespace steadfast
