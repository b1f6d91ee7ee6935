// Pieces that several screens share. Everything here is ready to be drawn: no panel decides anything.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "view/intent.h"

namespace steadfast {

// Something that can be pressed.
struct Action {
  std::string label;
  std::string hint;  // spoken and shown small; may be empty
  Intent intent;
  bool enabled = true;
};

// One of several, of which one is selected.
struct Option {
  std::string label;
  std::string note;  // a short sentence under the label; may be empty
  bool selected = false;
  Intent intent;
};

// The head of every page.
struct TopBar {
  std::string title;
  std::string place;             // "Moment 2 of 5", "Step 3 of 5"; may be empty
  std::string who;               // the learner's alias; may be empty
  std::optional<Action> leave;   // "Leave"
  std::optional<Action> moment;  // "I need a moment"; on every page of a conversation
};

// A rating by shape and word, never by colour alone.
enum class Shape { circle, ring, triangle };  // helped, neutral, may set back
struct Mark {
  Shape shape = Shape::ring;
  std::string word;
};

enum class BubbleKind { stage, young_person, mentor, other };
struct Bubble {
  BubbleKind kind = BubbleKind::stage;
  std::string speaker;  // "Kiara", "You", a name; empty for stage directions
  std::string text;
};

// A picture file, relative to the folder of scenes ("library-cafe/card.svg").
struct PictureView {
  std::string file;
  std::string alt;
};

// Layers to draw over each other on one canvas; `shift` moves a layer sideways in canvas units.
struct SceneLayer {
  std::string file;
  float shift = 0;
};
struct SceneView {
  std::vector<SceneLayer> layers;
  int width = 0;
  int height = 0;
  std::string alt;  // setting, then the young person's posture
};

struct TextFieldView {
  TextFieldName field = TextFieldName::keep;  // a change is SetText{field, text}
  std::string label;
  std::string hint;
  std::string text;
  std::size_t most_bytes = 1000;  // `update` cuts what is longer
};

struct TableView {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

struct Sitting;

Action need_a_moment_action();

// "Moment 2 of 5": of the answer just given, or of the one to give next.
enum class MomentAt { last, next };
std::string place_in(const Sitting& sitting, MomentAt at);

std::string practice_line(const Sitting& sitting);  // empty for a first play
std::string note_of(const Sitting& sitting);        // what to know beside the conversation

// Every view has a `key`: when it differs from the last one drawn, a new screen begins and the focus goes
// to its heading.

}  // namespace steadfast
