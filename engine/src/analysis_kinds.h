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
inline constexpr Code kVariantNeverShown{113};
inline constexpr Code kNobodyCanBeReady{114};
inline constexpr Code kNoRealDecision{115};
inline constexpr Code kBestAnswerLosesLater{116};
inline constexpr Code kPlaceCollectsPoints{117};
inline constexpr Code kDecidedEarly{118};
inline constexpr Code kObjectiveNotOnEveryRoute{119};
inline constexpr Code kReadingTimeFarOff{120};
inline constexpr Code kLongWithoutDecision{121};
inline constexpr Code kTearCannotBeMended{122};
inline constexpr Code kBestAlwaysPleases{123};
inline constexpr Code kReflectionAsksNothing{124};

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
        "A passage of the conversation can be repeated for ever. Often a `next` leads back by a slip: lead "
        "it on. "
        "A place that is meant to be returned to needs `once: true` on the choices there, so that every play "
        "comes to an end."},
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
        "choice, is told `ready to discuss`. Then the conversation does not measure understanding. Choosing "
        "at "
        "random may get there in 5 of 100 plays; a fixed habit may never."},
    DiagnosticKind{kNothingPractised, "nothing is practised",
                   "Every play gets the same score, so the conversation practises nothing that is rated."},
    DiagnosticKind{
        kAnswerGivesItselfAway, "answer that gives itself away",
        "The best answer can be told without reading for meaning, for example because it is nearly always "
        "the "
        "longest one, far more often than chance would have it. Then the conversation measures the eye, not "
        "the understanding."},
    DiagnosticKind{kVariantNeverShown, "variant never shown",
                   "A variant of what is told is never seen: whenever its place is reached, its condition "
                   "does not hold, "
                   "or an earlier variant comes first."},
    DiagnosticKind{
        kNobodyCanBeReady, "nobody can be ready",
        "No play at all ends with `ready to discuss`, whatever is chosen. The best answers in one skill and "
        "the best ones in another may lie on different ways, or a way without a critical error is missing."},
    DiagnosticKind{
        kNoRealDecision, "no real decision",
        "All answers that are open at this place get the same ratings and lead to the same, so it makes no "
        "difference what is chosen. A question without a difference teaches that choosing does not matter."},
    DiagnosticKind{
        kBestAnswerLosesLater, "the best answer costs points later",
        "Somebody who gives the best-rated answer here gains less by the end than somebody who gives a "
        "weaker one, because the weaker one opens more to gain, for example a repair. Then the look back "
        "calls the best answer a loss, and making a mistake in order to mend it pays."},
    DiagnosticKind{
        kPlaceCollectsPoints, "points for going round",
        "Several answers at a place one comes back to gain points and can all be said, one after the other. "
        "Then saying everything earns most, and choosing well does not show."},
    DiagnosticKind{
        kDecidedEarly, "decided early",
        "In three of four plays at random it is certain before half of the decisions are taken whether the "
        "points will be "
        "enough for `ready to discuss`. What comes later can be practised, but it no longer counts."},
    DiagnosticKind{
        kObjectiveNotOnEveryRoute, "objective not on every route",
        "An objective says which skills it practises, and there is a way through the conversation without "
        "a decision about one of them. Somebody who goes there does not practise what the card promises."},
    DiagnosticKind{
        kReadingTimeFarOff, "reading time far off",
        "The conversation takes much longer or much shorter than `minutes` says. People plan a sitting by "
        "that number."},
    DiagnosticKind{kLongWithoutDecision, "long without a decision",
                   "So much is told in one go that it is hard to take in and hard to step out of. A decision "
                   "in between, "
                   "or fewer words, give the reader a place to rest."},
    DiagnosticKind{kTearCannotBeMended, "tear that cannot be mended",
                   "A tear (the variable `rupture` of the mentee model) is open after she was hurt by what "
                   "was said: she "
                   "withdraws, or gets angry. Here the conversation goes on after one, but no choice with a "
                   "repairing act "
                   "follows. Everybody makes mistakes; what is practised here is mending them."},
    DiagnosticKind{
        kBestAlwaysPleases, "the best answer always pleases",
        "In a disclosure the right thing is often not the most welcome one, for example that something "
        "cannot stay secret. Here a best answer always pleases most, so pleasing is what is practised."},
    DiagnosticKind{
        kReflectionAsksNothing, "reflection that asks nothing",
        "An ending's reflection has no question in it. A question is what people take along and talk about "
        "with their trainer."},
};

}  // namespace steadfast
