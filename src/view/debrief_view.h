// Looking back, in five steps.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "view/app_state.h"
#include "view/parts.h"

namespace steadfast {

struct StepLink {
  std::string label;
  bool done = false;
  bool current = false;
  Intent intent;
};

struct HowWasItView {
  std::string lead;
  std::vector<Option> feelings;
  TextFieldView words;
  std::string privacy;           // only you see this; not scored, not stored
  std::string care;              // a sentence after "heavy"; may be empty
  std::optional<Action> moment;  // then also "I need a moment"
};

struct WhatHappenedView {
  std::vector<std::string> sentences;  // at most three
  std::string next_heading;            // "What happened next"; empty when there was no ending
  std::string next;                    // as the ending tells it
  std::string status;                  // "Practise again"; empty when it cannot be worked out
  std::optional<Mark> status_mark;
  std::string why;
  std::string reflection_heading;
  std::string reflection;  // the ending's question
};

struct CoachPart {
  std::string heading;
  std::string text;
  friend bool operator==(const CoachPart&, const CoachPart&) = default;
};

struct MomentView {
  std::string label;  // "Moment 2"; for an omission "Not said"
  Mark mark;
  std::string said;  // the mentor's words in quotes, or the name of what was not said
  std::string think_first;
  Action show_coach;  // enabled while the coach's view is closed
  bool coach_shown = false;
  std::string safety_line;       // names the safety error; may be empty
  std::vector<CoachPart> coach;  // empty until asked for
  std::string practised;         // "Practised again on 2025-11-23."
  std::optional<Action> replay;
};

struct MomentsView {
  std::string lead;
  std::vector<MomentView> moments;  // at most three
  std::string more;                 // what else to talk about; may be empty
  std::string replay_line;          // replays are practice; first answers stay
};

struct SkillBar {
  std::string name;
  std::string word;  // "growing"
  int number = 0;    // 0 to 100
  int chance = 0;    // where answering at random would land, 0 to 100
  std::string sentence;
  bool wants_practice = false;  // drawn in the colour of what may set back; the word says it, too
};

struct SkillsView {
  std::string heading;
  std::vector<SkillBar> bars;
  std::string explanation;
  std::string not_practised;  // may be empty
  std::string unavailable;    // why there are no bars; usually empty
  Action table_toggle;
  std::optional<TableView> table;
  struct TrustPoint {
    float level = 0;    // 0 to 1, height in the chart
    std::string label;  // "Start", "1", "2"
    Mark mark;
    std::string sentence;
  };
  std::string trust_heading;  // "Trust, as she might feel it"
  std::vector<TrustPoint> trust;
  std::string trust_line;  // "One possible young person, not a formula."
  Action trust_toggle;
  std::optional<TableView> trust_table;
};

struct PlanView {
  std::string lead;
  std::vector<TextFieldView> fields;
  std::string again_heading;
  std::vector<Option> again;
  std::string share_heading;
  std::vector<Option> share;  // keep it to myself / ready to share
  std::string share_note;     // the exact words, only while sharing is chosen
  std::string privacy;
};

struct DebriefView {
  std::string key;
  TopBar bar;
  std::string draft_line;
  std::string practice_line;
  std::string notice;
  std::vector<StepLink> steps;
  std::string calm_note;  // "Kiara is fictional. You are back. …"
  std::string heading;
  DebriefStep step = DebriefStep::how_was_it;
  // Exactly the one of `step` is set.
  std::optional<HowWasItView> how_was_it;
  std::optional<WhatHappenedView> what_happened;
  std::optional<MomentsView> moments;
  std::optional<SkillsView> skills;
  std::optional<PlanView> plan;
  Action primary;              // Next …, or Finish
  std::optional<Action> back;  // the step before
};

DebriefView make_debrief_view(const AppState& state);

}  // namespace steadfast
