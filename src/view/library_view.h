// Practice: what there is to practise, and where you are in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/app_state.h"
#include "view/parts.h"

namespace steadfast {

enum class CardState { fresh, in_progress, done, broken };

struct CardView {
  std::optional<PictureView> picture;
  std::string title;
  std::string summary;                     // one line; for a broken file its first problem in words
  std::string skill;                       // what it practises; empty for a broken file
  std::vector<std::string> content_words;  // from the content note
  std::string minutes;                     // "8 min"
  std::string level;                       // "Everyday"
  CardState state = CardState::fresh;
  std::string state_word;          // "New", "Moment 3 of 5", "Ready to discuss"
  std::optional<Mark> state_mark;  // only when done
  std::string practised_again;     // "Practised again on 2025-11-23."; may be empty
  std::string review_line;         // who reviewed it and until when, or why it is a draft; never empty
  std::optional<Action> open;      // the card itself; none for a broken file
  std::vector<Action> more;        // "Look back"
};

struct CardGroup {
  std::string heading;  // "Boundaries"
  std::vector<CardView> cards;
};

struct ResumeView {
  std::string title;
  std::string place;  // "Moment 3 of 5"
  std::string draft_line;
  Action action;
};

struct LibraryView {
  std::string key;
  TopBar bar;
  std::vector<Option> navigation;  // only what exists
  std::string calm_note;
  std::string heading;
  std::string lead;                // a sentence under the heading
  std::string notice;              // may be empty
  std::vector<ResumeView> resume;  // comes first
  std::vector<CardGroup> groups;
  std::string empty;  // set when there is nothing to practise
};

LibraryView make_library_view(const AppState& state);

}  // namespace steadfast
