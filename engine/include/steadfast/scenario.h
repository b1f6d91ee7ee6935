// A scenario as it is after loading: immutable, linked, checked.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "steadfast/diagnostic.h"
#include "steadfast/expression.h"
#include "steadfast/ids.h"
#include "steadfast/rulebook.h"

namespace steadfast {

enum class Theme {
  boundaries,
  consistency,
  trauma_bonds,
  beginnings,
  disclosure,
  strengths,
  connection,
  closure
};
// Posture carries the feeling; the scene art has one picture for each.
enum class Pose { guarded, withdrawn, upset, neutral, open };

struct Line {
  std::string speaker;  // empty: the young person; otherwise the name to show
  std::string text;
};

// What is seen and heard at one point. Empty fields were not written.
struct Passage {
  std::string stage;  // what happens, told from outside
  std::vector<Line> lines;
  std::string mood;  // "seems <mood>"
  std::optional<Pose> pose;
  std::string sign;  // one observable sign
};

struct Variant {
  Expression when;
  Passage passage;
  Span where = {};
};

// A passage that may differ by state: the fields of the first variant whose condition holds replace
// those of the plain passage.
struct Telling {
  Passage plain;
  std::vector<Variant> variants;
};

using Target = std::variant<NodeIndex, EndingIndex>;

struct Rating {
  DimensionIndex dimension;
  int level = 2;  // 0 harmful to 4 exemplary
  std::string because;
};

struct Feedback {
  std::string heard;    // what she may have heard
  std::string why;      // why it matters
  std::string instead;  // what helps (key `try`)
};

struct Choice {
  ChoiceId id;
  NodeIndex node;
  std::string say;
  std::vector<Rating> ratings;
  std::vector<ActIndex> acts;
  std::vector<Change> effects;
  std::optional<CriticalErrorIndex> critical;
  bool serious = false;
  Telling reply;
  Feedback feedback;
  Expression when;
  std::string closed_because;         // when not empty, a closed choice is shown with this reason
  std::optional<VariableIndex> once;  // the hidden flag that remembers it was used
  Target next;
  std::vector<ChoiceId> was;
  Span where;
  Span where_when = {};
  Span where_next = {};
};

struct Node {
  NodeId id;
  Telling telling;
  int weight = 2;                  // in halves: 1, 2 or 4
  std::uint32_t first_choice = 0;  // its choices are [first_choice, first_choice + choice_count)
  std::uint32_t choice_count = 0;
  std::optional<Target> onward;  // `next` or `end` of a node without choices, `otherwise` of one with
  std::vector<NodeId> was;
  Span where;
  Span where_onward = {};
};

struct Ending {
  EndingId id;
  std::string title;
  std::string what_happened;
  std::string reflection;
  std::vector<EndingId> was;
  Span where;
  Span where_reflection = {};
};

// What a scenario teaches, and the dimensions in which that shows; none when the author left it open.
struct Objective {
  std::string text;
  std::vector<DimensionIndex> practises;
  Span where;
};

// What policy requires to be said or done by the end.
struct OmissionGate {
  std::string id;
  VariableIndex flag;
  Expression when;  // the gate applies only where this holds at the end
  std::string name;
  Feedback feedback;
  Span where;
};

struct Mentee {
  std::string name;
  int age = 0;  // 14 to 17
  std::string pronouns;
  std::string about;
  std::vector<std::string> strengths;
  std::string need;
};

struct ContentNote {
  std::vector<std::string> tags;
  std::string text;
};

struct Review {
  std::string role;
  std::string alias;
  std::string date;  // YYYY-MM-DD
  std::string content_hash;
  Span where_alias = {};
  Span where_date = {};
  Span where_hash = {};
};

// An act that does something else in this scenario than elsewhere.
struct ActOverride {
  ActIndex act;
  std::string why;
};

// A discouraged word that is meant as it stands.
struct CareException {
  std::string words;
  std::string in;  // the node, choice, ending, omission or key in which it stands
  std::string why;
};

struct ExpectedDimension {
  DimensionIndex dimension;
  std::string band;  // "strong", "growing", "practise again", "not practised"
};

// Where each part of a recorded play is written; lists in the order of what they belong to. Empty for a play
// that was made elsewhere.
struct PlayPlaces {
  std::vector<Span> choose;
  Span ending;
  Span status;
  std::vector<Span> dimensions;
  Span criticals;
  std::vector<Span> shown;
  std::vector<Span> closed;
};

// A recorded play that the scenario carries along, and what it must lead to.
struct RecordedPlay {
  std::string id;
  std::string about;
  std::vector<ChoiceId> choose;
  std::string ending;  // empty: not asked
  std::string status;  // "ready to discuss", "practise again", "needs debrief"; empty: not asked
  std::vector<ExpectedDimension> dimensions;
  std::vector<std::string> criticals;
  bool checks_criticals = false;
  std::vector<NodeId> shown;
  std::vector<ChoiceId> closed;
  Span where;
  PlayPlaces places;
};

struct Scenario {
  std::string id;
  Span id_where;
  std::string title;
  std::string summary;
  Theme theme = Theme::boundaries;
  std::string setting;
  std::string scene;  // folder in assets/scenes
  Span scene_where;
  int minutes = 0;
  int intensity = 1;  // 1 everyday to 3 heavy
  ContentNote content_note;
  std::string alternative;
  std::string role;
  std::string how_it_ends;  // told on request before the start
  std::vector<Objective> objectives;
  std::vector<std::string> seed_phrases;
  Mentee mentee;
  std::vector<Review> reviews;  // what they are worth today is in review.h
  Span where_reviews;
  std::vector<std::string> resources;  // ids in assets/resources.yaml that fit this conversation

  std::vector<Variable> variables;  // the model's first, then the policy's, the scenario's, then once-flags
  std::vector<Act> acts;            // the rulebook's, with the scenario's overrides
  std::vector<Node> nodes;          // nodes[0] is where it starts
  std::vector<Choice> choices;      // in the order of the nodes
  std::vector<Ending> endings;
  std::vector<OmissionGate> omissions;
  std::vector<RecordedPlay> plays;
  std::vector<std::uint32_t> policy;           // keys it needs: positions in the rulebook's policy
  std::vector<ActOverride> act_overrides;      // for display: `acts` has them already
  std::vector<CareException> care_exceptions;  // for display

  std::shared_ptr<const Rulebook> rulebook;
  std::string content_hash;  // 32 hexadecimal digits: the text that reviewers sign
  // The same, unless the programme's policy differs from the shipped one in what this scenario needs: a play
  // under one policy is no play under another. Saves and attempts carry it.
  std::string play_hash;

  const Node& at(NodeIndex index) const { return nodes[index.value]; }
  const Choice& at(ChoiceIndex index) const { return choices[index.value]; }
  const Ending& at(EndingIndex index) const { return endings[index.value]; }
};

std::string_view to_string(Theme theme);  // "trauma-bonds"
std::string_view to_string(Pose pose);

}  // namespace steadfast
