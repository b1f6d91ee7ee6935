// The kinds of problems that recorded plays (SCN090 to SCN099) and the analysis (SCN100 to SCN199)
// report. The registry `diagnostic_kinds()` includes these rows; numbers are stable and never used again.
#pragma once

#include <array>

#include "steadfast/diagnostic.h"

namespace steadfast {

inline constexpr Code kPlayNotPossible{90};
inline constexpr Code kPlayEndsElsewhere{91};
inline constexpr Code kPlayLengthDiffers{92};
inline constexpr Code kPlayStatusDiffers{93};
inline constexpr Code kPlayBandDiffers{94};
inline constexpr Code kPlayCriticalsDiffer{95};
inline constexpr Code kPlayNodeNotShown{96};
inline constexpr Code kPlayChoiceNotClosed{97};
inline constexpr Code kPlayCannotBeScored{98};

inline constexpr Code kEndlessConversation{100};
inline constexpr Code kDeadEndByState{101};
inline constexpr Code kTooManyStates{102};
inline constexpr Code kNodeNeverReached{103};
inline constexpr Code kChoiceNeverOpen{104};
inline constexpr Code kEndingNeverReached{105};
inline constexpr Code kCriticalOnBestPath{106};
inline constexpr Code kCriticalOnBestPathOfDimension{107};
inline constexpr Code kCriticalIsBestRemaining{108};
inline constexpr Code kOmissionCannotBeMet{109};
inline constexpr Code kBotPasses{110};
inline constexpr Code kNothingPractised{111};
inline constexpr Code kAnswerGivesItselfAway{112};

inline constexpr std::array kAnalysisKinds{
    DiagnosticKind{
        kPlayNotPossible, "play not possible",
        "A recorded play chooses something that is not open at that point. Either the conversation "
        "changed and the play must follow, or the play shows that the conversation broke."},
    DiagnosticKind{kPlayEndsElsewhere, "play ends elsewhere",
                   "A recorded play reaches another ending than the one it expects."},
    DiagnosticKind{
        kPlayLengthDiffers, "play of another length",
        "A recorded play has choices left after the conversation has ended, or expects an ending or "
        "a status although its choices stop before the conversation ends."},
    DiagnosticKind{
        kPlayStatusDiffers, "play with another status",
        "A recorded play earns another status (ready to discuss, practise again, needs debrief) than "
        "it expects."},
    DiagnosticKind{kPlayBandDiffers, "play with another band",
                   "A recorded play earns another band in a dimension than it expects."},
    DiagnosticKind{kPlayCriticalsDiffer, "play with other critical errors",
                   "A recorded play contains other critical errors than the ones it lists."},
    DiagnosticKind{kPlayNodeNotShown, "node not shown",
                   "A recorded play expects to pass a node that it does not pass."},
    DiagnosticKind{
        kPlayChoiceNotClosed, "choice not closed",
        "A recorded play expects a choice to be closed when its node is reached, but it was open each "
        "time, or its node was not reached."},
    DiagnosticKind{
        kPlayCannotBeScored, "play cannot be scored",
        "A recorded play expects a status or a band, but this conversation cannot be scored exactly: "
        "it can go round for ever, stop without an answer, or has too many states. `steadfast "
        "analyze` shows where."},
    DiagnosticKind{
        kEndlessConversation, "endless conversation",
        "A passage of the conversation can be repeated for ever. A place that is returned to needs "
        "`once: true` on the choices that lead back, so that every play comes to an end."},
    DiagnosticKind{
        kDeadEndByState, "dead end",
        "There is a way through the conversation that arrives at a node where no choice is open and "
        "no `otherwise` leads on."},
    DiagnosticKind{
        kTooManyStates, "too many states",
        "The conversation has more states than the analysis may look at, so its answers are bounded, "
        "not exact, and no percentages are given. Fewer variables in conditions, or variables with "
        "smaller ranges, bring the number down."},
    DiagnosticKind{
        kNodeNeverReached, "node never reached",
        "Choices lead to this node, but the conditions on the way never hold together, so nobody will "
        "ever see it."},
    DiagnosticKind{kChoiceNeverOpen, "choice never open",
                   "The condition of this choice holds on no way to its node, so nobody can ever choose it."},
    DiagnosticKind{kEndingNeverReached, "ending never reached", "No play leads to this ending."},
    DiagnosticKind{
        kCriticalOnBestPath, "critical error on a best path",
        "A play with the highest possible score contains a critical error, so the score would advise "
        "what must never be advised. Another choice at that moment needs to be worth more."},
    DiagnosticKind{
        kCriticalOnBestPathOfDimension, "critical error on a dimension's best path",
        "The highest result in one dimension is reached through a critical error that this dimension "
        "rates, or cannot be reached without a critical error."},
    DiagnosticKind{
        kCriticalIsBestRemaining, "critical error is the best that is left",
        "After weaker answers a critical choice becomes the one that loses the fewest points, so the "
        "look back would call it the best answer of that moment. A better answer is missing there."},
    DiagnosticKind{
        kOmissionCannotBeMet, "omission that cannot be avoided",
        "There is a whole way through the conversation on which no choice does what an omission gate "
        "asks for, so a mentor would be told off for something that was never possible."},
    DiagnosticKind{
        kBotPasses, "a mechanical strategy passes",
        "Somebody who does not read the text, but always takes for example the first or the longest "
        "choice, is told `ready to discuss`. Then the conversation does not measure understanding."},
    DiagnosticKind{kNothingPractised, "nothing is practised",
                   "Every play gets the same score, so the conversation practises nothing that is rated."},
    DiagnosticKind{
        kAnswerGivesItselfAway, "answer that gives itself away",
        "The best answer can be told without reading for meaning, for example because it is nearly always the "
        "longest one, far more often than chance would have it. Then the conversation measures the eye, not "
        "the understanding."},
};

}  // namespace steadfast
