// One view of every screen, filled the way the real ones are, with texts as long as they get.
#pragma once

#include <string>
#include <vector>

#include "view/screen_view.h"

namespace steadfast::sample {

LibraryView library();
BriefView brief();
ConversationView conversation();       // four choices of usual length
ConversationView long_conversation();  // four choices of three lines each, a long transcript
FeedbackView feedback();
FeedbackView kind_feedback();
PauseView pause();
PauseView pause_with_all();  // an exercise, contacts and the transcript are open
DebriefView debrief(DebriefStep step);
LeftView left();

struct Named {
  std::string name;
  ScreenView view;
};
// Every one of them.
std::vector<Named> all();

}  // namespace steadfast::sample
