// The one mutable value of the app. Only `update` changes it; views are made from it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "steadfast/care.h"
#include "steadfast/moments.h"
#include "steadfast/outlook.h"
#include "steadfast/scenario.h"
#include "steadfast/scene.h"
#include "steadfast/score.h"
#include "steadfast/session.h"

#include "view/effect.h"
#include "view/intent.h"
#include "view/record.h"

namespace steadfast {

// A file of the scenarios folder: either loaded, or a sentence that says what is the matter with it.
struct ScenarioEntry {
  std::string file;                          // as shown to people
  std::shared_ptr<const Scenario> scenario;  // null when it could not be loaded
  std::shared_ptr<const Scene> scene;        // null when there is no picture
  std::optional<Outlook> outlook;            // needed for scoring; set whenever `scenario` is
  std::string problem;                       // the first problem in words; empty when loaded
  bool is_own = false;                       // the person's or the programme's, not shipped
};

// What is loaded once and does not change while the app runs.
struct Content {
  std::vector<ScenarioEntry> scenarios;  // in the order of the library
  std::shared_ptr<const Care> care;      // null when it could not be loaded
  std::string policy_problem;            // a sentence when the programme's own policy was left aside
};

enum class Screen { library, brief, conversation, feedback, pause, debrief, left };

// How a sitting stands with the record.
enum class Recording { starting, recorded, unrecorded };

// An answer that was given and is not yet on the disk.
struct PendingDecision {
  ChoiceIndex choice;
  std::uint64_t request = 0;
};

// How many moments lie ahead, the one at hand included; empty when there are too many ways to count.
struct MomentsAhead {
  std::uint32_t shortest = 0;
  std::uint32_t longest = 0;
  friend bool operator==(const MomentsAhead&, const MomentsAhead&) = default;
};

// What is answered and written while looking back. The feeling and its text stay in memory and go nowhere.
struct DebriefState {
  DebriefStep step = DebriefStep::how_was_it;
  std::vector<DebriefStep> visited;
  std::optional<Score> score;  // empty when the outlook is not exact
  std::optional<Feeling> feeling;
  std::string feeling_text;
  std::vector<std::uint32_t> coach_views;  // moments whose coach's view is open
  bool skills_table = false;
  bool trust_table = false;
  std::optional<PractiseAgain> practise_again;
  Reflection reflection;
};

// What a practice branch is for: one moment once more and then back, or on from there to an ending.
enum class BranchKind { none, one_moment, replay };

// One play and everything around it.
struct Sitting {
  std::size_t entry = 0;  // position in Content::scenarios; its scenario is loaded
  PlayMode mode = PlayMode::coach;
  Play play;
  BranchKind branch = BranchKind::none;
  std::optional<AttemptOrigin> origin;
  Recording recording = Recording::starting;
  std::optional<std::int64_t> attempt;
  std::optional<std::uint64_t> start_request;
  std::optional<std::uint64_t> finish_request;
  std::uint32_t recorded_decisions = 0;
  std::string selected;  // choice id; empty when none is selected
  std::optional<PendingDecision> pending;
  std::string trouble;  // the record failed: a sentence; the person decides how to go on
  std::string note;     // a sentence beside the conversation, such as that the scenario has changed
  std::optional<MomentsAhead> ahead;
  bool kind_first = false;  // the feedback sheet starts with the kind screen
  std::optional<DebriefState> debrief;
  Screen screen = Screen::conversation;  // where KeepGoing and the way back lead
};

struct PauseState {
  Screen back_to = Screen::library;
  std::string grounding;  // exercise id; empty while none is open
  bool reads_back = false;
  bool shows_contacts = false;
};

struct BriefState {
  std::size_t entry = 0;
  PlayMode mode = PlayMode::coach;
  bool shows_ending = false;
};

enum class LeftFrom { conversation, debrief, brief, elsewhere };

struct LeftState {
  LeftFrom from = LeftFrom::elsewhere;
  std::string sentence;  // what became of the place
};

struct AppState {
  std::shared_ptr<const Content> content;  // never null
  std::string learner_alias;               // may be empty
  std::string today;                       // YYYY-MM-DD; main keeps it current
  std::uint64_t next_seed = 1;             // main sets a fresh one before each update
  std::int64_t guard_ms = 300;             // how long new choices accept nothing, 0 to 1000

  Screen screen = Screen::library;
  std::vector<AttemptRecord> records;  // oldest first
  std::string notice;                  // a sentence on the library or the debrief
  bool picture_hidden = false;
  std::int64_t shown_at_ms = 0;  // when the present choices or sheet appeared
  std::uint64_t next_request = 1;
  std::optional<SaveReflection> reflection_under_way;  // sent, and not yet answered
  std::optional<SaveLookBack> look_back_under_way;     // likewise

  BriefState brief;
  PauseState pause;
  LeftState left;
  std::optional<Sitting> sitting;
  // The first play, put aside while a practice branch of it runs. `sitting` is then the branch.
  std::optional<Sitting> first_sitting;
};

}  // namespace steadfast
