// Everything that can happen to the state: what a person asked for, and what the outside world answers.
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "view/record.h"

namespace steadfast {

enum class DebriefStep { how_was_it, what_happened, moments, skills, plan };
inline constexpr std::uint32_t kDebriefSteps = 5;
enum class Feeling { fine, mixed, heavy, unsure };
enum class PractiseAgain { tomorrow, in_a_few_days, next_week, not_planned };
enum class TextFieldName { feeling, keep, change, plan_if, plan_then, care };

// --- Practice and Before you start ------------------------------------------------------------
struct OpenBrief {
  std::string scenario;
  friend bool operator==(const OpenBrief&, const OpenBrief&) = default;
};
struct SetMode {
  PlayMode mode = PlayMode::coach;
  friend bool operator==(const SetMode&, const SetMode&) = default;
};
struct ShowHowItEnds {
  friend bool operator==(const ShowHowItEnds&, const ShowHowItEnds&) = default;
};
struct ChooseAnother {
  friend bool operator==(const ChooseAnother&, const ChooseAnother&) = default;
};
struct NotNow {
  friend bool operator==(const NotNow&, const NotNow&) = default;
};
// Uses up `AppState::next_seed`.
struct StartScenario {
  std::string scenario;
  friend bool operator==(const StartScenario&, const StartScenario&) = default;
};
struct ResumeAttempt {
  std::int64_t attempt = 0;
  friend bool operator==(const ResumeAttempt&, const ResumeAttempt&) = default;
};
// Opens the debrief of an attempt that has ended.
struct LookBack {
  std::int64_t attempt = 0;
  friend bool operator==(const LookBack&, const LookBack&) = default;
};
struct GoToLibrary {
  friend bool operator==(const GoToLibrary&, const GoToLibrary&) = default;
};

// --- Conversation -----------------------------------------------------------------------------
struct SelectChoice {
  std::string choice;
  friend bool operator==(const SelectChoice&, const SelectChoice&) = default;
};
struct SayChoice {
  std::string choice;
  friend bool operator==(const SayChoice&, const SayChoice&) = default;
};
struct HidePicture {
  bool hidden = true;
  friend bool operator==(const HidePicture&, const HidePicture&) = default;
};
// After the last reply, when there was no feedback sheet in between.
struct GoToDebrief {
  friend bool operator==(const GoToDebrief&, const GoToDebrief&) = default;
};
struct RetryRecord {
  friend bool operator==(const RetryRecord&, const RetryRecord&) = default;
};
struct GoOnUnrecorded {
  friend bool operator==(const GoOnUnrecorded&, const GoOnUnrecorded&) = default;
};
struct Leave {
  friend bool operator==(const Leave&, const Leave&) = default;
};

// --- Feedback ---------------------------------------------------------------------------------
struct LookAtImpact {
  friend bool operator==(const LookAtImpact&, const LookAtImpact&) = default;
};
struct ContinueAfterFeedback {
  friend bool operator==(const ContinueAfterFeedback&, const ContinueAfterFeedback&) = default;
};
struct TryMomentAgain {
  friend bool operator==(const TryMomentAgain&, const TryMomentAgain&) = default;
};

// --- I need a moment --------------------------------------------------------------------------
struct NeedAMoment {
  friend bool operator==(const NeedAMoment&, const NeedAMoment&) = default;
};
struct KeepGoing {
  friend bool operator==(const KeepGoing&, const KeepGoing&) = default;
};
struct OpenGrounding {
  std::string exercise;
  friend bool operator==(const OpenGrounding&, const OpenGrounding&) = default;
};
struct StopGrounding {
  friend bool operator==(const StopGrounding&, const StopGrounding&) = default;
};
struct ReadBack {
  bool shown = true;
  friend bool operator==(const ReadBack&, const ReadBack&) = default;
};
struct ShowContacts {
  bool shown = true;
  friend bool operator==(const ShowContacts&, const ShowContacts&) = default;
};

// --- Debrief ----------------------------------------------------------------------------------
struct GoToStep {
  DebriefStep step = DebriefStep::how_was_it;
  friend bool operator==(const GoToStep&, const GoToStep&) = default;
};
struct SetFeeling {
  Feeling feeling = Feeling::fine;
  friend bool operator==(const SetFeeling&, const SetFeeling&) = default;
};
struct ShowCoachView {
  std::uint32_t moment = 0;
  friend bool operator==(const ShowCoachView&, const ShowCoachView&) = default;
};
// A practice branch that keeps the decisions before this one.
struct ReplayFrom {
  std::uint32_t decision = 0;
  friend bool operator==(const ReplayFrom&, const ReplayFrom&) = default;
};
struct ShowSkillsTable {
  bool shown = true;
  friend bool operator==(const ShowSkillsTable&, const ShowSkillsTable&) = default;
};
struct ShowTrustTable {
  bool shown = true;
  friend bool operator==(const ShowTrustTable&, const ShowTrustTable&) = default;
};
struct SetText {
  TextFieldName field = TextFieldName::keep;
  std::string text;
  friend bool operator==(const SetText&, const SetText&) = default;
};
struct SetPractiseAgain {
  PractiseAgain when = PractiseAgain::not_planned;
  friend bool operator==(const SetPractiseAgain&, const SetPractiseAgain&) = default;
};
struct SetShare {
  bool share = false;
  friend bool operator==(const SetShare&, const SetShare&) = default;
};
// The end of a debrief; from a practice branch it leads back to the first answers.
struct FinishDebrief {
  friend bool operator==(const FinishDebrief&, const FinishDebrief&) = default;
};

// --- Anywhere ---------------------------------------------------------------------------------
// The Esc key: pauses or goes back, never quits.
struct Escape {
  friend bool operator==(const Escape&, const Escape&) = default;
};
struct CloseProgram {
  friend bool operator==(const CloseProgram&, const CloseProgram&) = default;
};

// --- Answers from outside; `request` is the number the effect carried -------------------------
struct RecordsLoaded {
  std::vector<AttemptRecord> records;
  friend bool operator==(const RecordsLoaded&, const RecordsLoaded&) = default;
};
struct AttemptStarted {
  std::uint64_t request = 0;
  std::int64_t attempt = 0;
  friend bool operator==(const AttemptStarted&, const AttemptStarted&) = default;
};
struct DecisionRecorded {
  std::uint64_t request = 0;
  friend bool operator==(const DecisionRecorded&, const DecisionRecorded&) = default;
};
struct AttemptFinished {
  std::uint64_t request = 0;
  friend bool operator==(const AttemptFinished&, const AttemptFinished&) = default;
};
struct ReflectionSaved {
  std::uint64_t request = 0;
  friend bool operator==(const ReflectionSaved&, const ReflectionSaved&) = default;
};
struct LookBackSaved {
  std::uint64_t request = 0;
  friend bool operator==(const LookBackSaved&, const LookBackSaved&) = default;
};
// `message` is a sentence for a person. Request 0 answers no effect: the record could not be read.
struct RecordFailed {
  std::uint64_t request = 0;
  std::string message;
  friend bool operator==(const RecordFailed&, const RecordFailed&) = default;
};

using AnyIntent =
    std::variant<OpenBrief, SetMode, ShowHowItEnds, ChooseAnother, NotNow, StartScenario, ResumeAttempt,
                 LookBack, GoToLibrary, SelectChoice, SayChoice, HidePicture, GoToDebrief, RetryRecord,
                 GoOnUnrecorded, Leave, LookAtImpact, ContinueAfterFeedback, TryMomentAgain, NeedAMoment,
                 KeepGoing, OpenGrounding, StopGrounding, ReadBack, ShowContacts, GoToStep, SetFeeling,
                 ShowCoachView, ReplayFrom, ShowSkillsTable, ShowTrustTable, SetText, SetPractiseAgain,
                 SetShare, FinishDebrief, Escape, CloseProgram, RecordsLoaded, AttemptStarted,
                 DecisionRecorded, AttemptFinished, ReflectionSaved, LookBackSaved, RecordFailed>;

class Intent;
template <class Kind>
concept IntentKind =
    !std::is_same_v<std::remove_cvref_t<Kind>, Intent> && std::is_constructible_v<AnyIntent, Kind>;

// One of them. A class of its own, with everything that a variant of so many kinds makes the compiler write
// kept in intent.cpp: every view and every panel holds intents, and each would write it again.
class Intent : public AnyIntent {
 public:
  // Of any of the kinds above.
  // NOLINTNEXTLINE(bugprone-forwarding-reference-overload): an Intent is no kind of intent
  template <IntentKind Kind>
  Intent(Kind&& kind) noexcept(std::is_nothrow_constructible_v<AnyIntent, Kind>)
      : AnyIntent(std::forward<Kind>(kind)) {}
  Intent();
  Intent(const Intent& other);
  Intent(Intent&& other) noexcept;
  Intent& operator=(const Intent& other);
  Intent& operator=(Intent&& other) noexcept;
  ~Intent();
  friend bool operator==(const Intent& one, const Intent& other);
};

}  // namespace steadfast
