// Coach mode: what may have been heard, why it matters, what helps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/app_state.h"
#include "view/parts.h"

namespace steadfast {

struct FeedbackSection {
  std::string heading;
  std::string text;
};

struct RatingView {
  Mark mark;
  std::string dimension;
  std::string because;
};

// Shown alone, before anything else, after a safety error.
struct KindView {
  std::string heading;
  std::vector<std::string> paragraphs;
  Action look;    // "I'm ready to look at it"
  Action moment;  // "I need a moment"
};

struct FeedbackView {
  std::string key;
  TopBar bar;
  std::string draft_line;
  std::string practice_line;
  std::string note;              // such as that this is not being saved
  std::optional<KindView> kind;  // when set, nothing of the rest is drawn but the bar and the lines above
  std::string heading;           // spoken first: "Looking at your answer"
  std::string you_said_heading;  // "You said"
  Bubble said;
  std::vector<Bubble> reply;
  std::string safety_line;  // names the safety error; empty when there is none
  std::vector<FeedbackSection> sections;
  std::string ratings_heading;  // "In this moment"
  std::vector<RatingView> ratings;
  std::string kind_line;  // "Many caring people say this. That is why we practise."; may be empty
  Action primary;         // Continue, focused
  Action again;           // Try this moment again
  std::string again_line;
};

FeedbackView make_feedback_view(const AppState& state);

}  // namespace steadfast
