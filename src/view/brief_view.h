// Before you start: whom you meet, what it holds, and real choices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/app_state.h"
#include "view/parts.h"

namespace steadfast {

struct BriefSection {
  std::string heading;
  std::vector<std::string> paragraphs;
};

struct BriefView {
  std::string key;
  TopBar bar;
  std::optional<PictureView> picture;
  std::string heading;
  std::string review_line;             // who reviewed it and until when, or why it is a draft
  std::vector<BriefSection> sections;  // whom you meet, where, your role, content note, who sees it
  std::vector<std::string> content_words;
  std::string facts;  // "About 8 minutes · Everyday"
  std::string mode_heading;
  std::vector<Option> modes;
  std::optional<BriefSection> how_it_ends;  // only after it was asked for
  Action primary;                           // Start or Continue
  std::vector<Action> others;  // Start from the beginning, Show me how it ends, Choose another, Not now
  std::string reassurance;     // "Each of these is a good choice."
};

BriefView make_brief_view(const AppState& state);

}  // namespace steadfast
