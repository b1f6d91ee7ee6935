// I need a moment: a plain calm page without the picture and without the last line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/app_state.h"
#include "view/parts.h"

namespace steadfast {

struct GroundingView {
  std::string title;
  std::vector<std::string> steps;
  std::string stop_line;  // "If this makes it worse, stop. That is common."
  Action stop;
};

struct ContactView {
  std::string name;
  std::string what_for;
  std::vector<std::string> ways;
  std::string details;  // hours, place, note
  std::string checked;  // "Checked on 2025-11-20." or "Check this number before you rely on it."
  bool check_first = false;
};

struct ContactGroup {
  std::string heading;  // "Your programme", "For this conversation", "Lines anyone can use"
  std::string empty;    // a sentence when there are none
  std::vector<ContactView> contacts;
};

struct PauseView {
  std::string key;
  TopBar bar;
  std::string heading;  // "Paused. Nothing is lost."
  std::string lead;
  Action keep_going;
  std::optional<Action> leave;  // leave and keep my place
  std::string grounding_heading;
  std::string grounding_note;             // none has to be done, each can be stopped
  std::vector<Action> grounding;          // five kinds
  std::optional<GroundingView> exercise;  // the one that is open: stands in place of the list
  std::optional<Action> read_back;        // "Read back" / "Close"
  std::string draft_line;                 // above what was said
  std::vector<Bubble> transcript;         // only while it is asked for
  Action contacts_toggle;
  std::string contacts_note;
  std::vector<ContactGroup> contacts;  // only while they are asked for; the programme's first
};

PauseView make_pause_view(const AppState& state);

}  // namespace steadfast
