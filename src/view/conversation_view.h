// The conversation itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "view/app_state.h"
#include "view/parts.h"

namespace steadfast {

// Digit and click select; Enter says. Saying is a second, separate act so that a slip of the hand never
// answers; `select` and `say` are for this choice.
struct ChoiceView {
  int number = 0;  // 1, 2, … in the order shown; 0 for a closed choice
  std::string text;
  bool selected = false;
  bool enabled = true;
  std::string closed_because;  // set when not enabled
  Intent select;
  Intent say;
};

// Stands in place of the choices until the person has decided.
struct TroubleView {
  std::string sentence;
  std::vector<Action> actions;
};

struct ConversationView {
  std::string key;
  TopBar bar;
  std::string draft_line;
  std::string practice_line;       // set in a practice branch
  std::string note;                // "This conversation is not being saved."; may be empty
  std::optional<SceneView> scene;  // none when hidden or when there is no picture
  Action picture_toggle;           // "Hide picture" / "Show picture"
  std::string person;              // "Kiara, 16"
  std::string seems;               // "seems guarded"; may be empty
  std::string sign;
  std::string setting;
  std::vector<Bubble> transcript;
  std::size_t newest =
      0;               // position of the first bubble that nobody has read yet; the size when there is none
  std::string prompt;  // "What do you say?"
  std::vector<ChoiceView> choices;
  Action say;             // "Say this": enabled once a choice is selected; absent label = not shown
  std::string keys_hint;  // "Press 1–4, or arrow keys and Enter"
  std::string untimed;    // "Nothing here is timed."
  std::string waiting;    // set while the answer is being kept
  std::optional<TroubleView> trouble;
  std::optional<Action> go_on;  // after the last reply: to the debrief
};

ConversationView make_conversation_view(const AppState& state);

}  // namespace steadfast
