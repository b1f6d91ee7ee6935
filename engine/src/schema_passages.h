// The schema of nodes and choices, and the parts that several files share.
#pragma once

#include <array>

#include "schema.h"
#include "schema_words.h"

namespace steadfast {

// --- Parts ------------------------------------------------------------------------------------

inline constexpr KeyRule kWasKey{.key = "was",
                                 .type = ValueType::identifier,
                                 .shape = Shape::list,
                                 .need = Need::optional,
                                 .explanation = "Former ids, so that saved plays find their way."};
inline constexpr KeyRule kWhenKey{.key = "when",
                                  .type = ValueType::condition,
                                  .need = Need::optional,
                                  .explanation = "It is open only where this holds."};
inline constexpr KeyRule kNextKey{.key = "next",
                                  .type = ValueType::reference,
                                  .need = Need::optional,
                                  .explanation = "The node that follows."};
inline constexpr KeyRule kEndKey{.key = "end",
                                 .type = ValueType::reference,
                                 .need = Need::optional,
                                 .explanation = "The ending that follows."};

inline constexpr KeyRule kOneChange{.key = "",
                                    .type = ValueType::change,
                                    .explanation = "How a variable changes: `+ 4`, `- 4`, `= 4`, `true`."};
inline constexpr std::array kChangesEntryKeys{
    KeyRule{.key = "when",
            .type = ValueType::condition,
            .need = Need::optional,
            .explanation = "The changes of this entry apply only where this holds."},
};
inline constexpr std::array kSomeChange{Fact{.claim = Claim::has_free_key}};
inline constexpr std::array kChangesEntryBonds{
    Bond{.needs = kSomeChange,
         .code = codes::kEmptyValue,
         .message = "this entry changes nothing",
         .help = "name a variable and how it changes, for example `trust: + 2`"},
};
inline constexpr ObjectSchema kChangesEntry{"entry of `changes`", kChangesEntryKeys, &kOneChange,
                                            kChangesEntryBonds};

inline constexpr std::array kFlagKeys{
    KeyRule{.key = "id", .type = ValueType::name, .explanation = "How conditions call the flag."},
    KeyRule{.key = "start", .type = ValueType::truth, .explanation = "`true` or `false` at the start."},
    KeyRule{.key = "meaning", .explanation = "What it means when the flag is set."},
};
inline constexpr ObjectSchema kFlag{"flag", kFlagKeys, nullptr};

inline constexpr std::array kFeedbackKeys{
    KeyRule{.key = "heard",
            .explanation = "What the young person may have heard.",
            .when_missing = codes::kMissingFeedback,
            .when_empty = codes::kMissingFeedback},
    KeyRule{.key = "why",
            .explanation = "Why it matters.",
            .when_missing = codes::kMissingFeedback,
            .when_empty = codes::kMissingFeedback},
    KeyRule{.key = "try",
            .explanation = "What helps.",
            .when_missing = codes::kMissingFeedback,
            .when_empty = codes::kMissingFeedback},
};
inline constexpr ObjectSchema kFeedbackSchema{"feedback", kFeedbackKeys, nullptr};
inline constexpr KeyRule kFeedbackKey{.key = "feedback",
                                      .type = ValueType::object,
                                      .explanation = "What is said about it afterwards.",
                                      .object = &kFeedbackSchema,
                                      .when_missing = codes::kMissingFeedback,
                                      .when_empty = codes::kMissingFeedback};

// --- Passages -----------------------------------------------------------------------------------

inline constexpr KeyRule kStageKey{
    .key = "stage", .need = Need::optional, .explanation = "What happens, in a sentence or two."};
inline constexpr KeyRule kLinesKey{.key = "lines",
                                   .type = ValueType::line,
                                   .shape = Shape::list,
                                   .need = Need::optional,
                                   .explanation = "What is said, one bubble each."};
inline constexpr KeyRule kMoodKey{
    .key = "mood", .need = Need::optional, .explanation = "How the young person seems, in a word."};
inline constexpr KeyRule kPoseKey{.key = "pose",
                                  .type = ValueType::word,
                                  .need = Need::optional,
                                  .explanation = "The young person's posture.",
                                  .words = kPoseWords};
inline constexpr KeyRule kSignKey{
    .key = "sign", .need = Need::optional, .explanation = "One thing the mentor can see."};

inline constexpr std::array kVariantKeys{
    KeyRule{.key = "when", .type = ValueType::condition, .explanation = "Where this variant is shown."},
    kStageKey,
    kLinesKey,
    kMoodKey,
    kPoseKey,
    kSignKey,
};
inline constexpr ObjectSchema kVariantSchema{"variant", kVariantKeys, nullptr};
inline constexpr KeyRule kVariantsKey{.key = "variants",
                                      .type = ValueType::object,
                                      .shape = Shape::list,
                                      .need = Need::optional,
                                      .explanation = "The first one that holds replaces what it names.",
                                      .object = &kVariantSchema};

inline constexpr std::array kReplyKeys{kStageKey, kLinesKey, kMoodKey, kPoseKey, kSignKey, kVariantsKey};
inline constexpr ObjectSchema kReplySchema{"reply", kReplyKeys, nullptr};

// --- Ways on --------------------------------------------------------------------------------------

inline constexpr std::array kNextAndEnd{Fact{"next"}, Fact{"end"}};
inline constexpr Bond kOneWayOn{.where = kNextAndEnd,
                                .code = codes::kSeveralWaysOn,
                                .at = "end",
                                .message = "both `next` and `end` are written here",
                                .help = "keep the one that is meant"};

// --- Choices and nodes ----------------------------------------------------------------------------

inline constexpr std::array kChoiceKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "Unique in the whole scenario."},
    KeyRule{.key = "say", .explanation = "The mentor's words."},
    KeyRule{.key = "rate",
            .type = ValueType::rating,
            .shape = Shape::table,
            .explanation = "Dimension and a level from 0 to 4 with a few words why.",
            .fewest = 1,
            .largest_count = 3},
    KeyRule{.key = "acts",
            .type = ValueType::reference,
            .shape = Shape::list,
            .need = Need::optional,
            .explanation = "What the mentor does here, out of assets/acts.yaml."},
    KeyRule{.key = "critical",
            .type = ValueType::label,
            .need = Need::optional,
            .explanation = "Which safety error it is, C1 to C11.",
            .when_empty = codes::kCriticalWithoutCode},
    KeyRule{.key = "serious",
            .type = ValueType::truth,
            .need = Need::optional,
            .explanation = "Caps its dimensions unless it is repaired later."},
    KeyRule{.key = "effects",
            .type = ValueType::change,
            .shape = Shape::table,
            .need = Need::optional,
            .explanation = "Variables and flags it changes beside what its acts do."},
    KeyRule{.key = "reply",
            .type = ValueType::object,
            .need = Need::optional,
            .explanation = "What comes back.",
            .object = &kReplySchema},
    kFeedbackKey,
    kWhenKey,
    KeyRule{.key = "closed_because",
            .need = Need::optional,
            .explanation = "Shows a closed choice with this reason instead of hiding it."},
    KeyRule{.key = "once",
            .type = ValueType::truth,
            .need = Need::optional,
            .explanation = "It can be said once."},
    kNextKey,
    kEndKey,
    kWasKey,
};
inline constexpr std::array kIsCriticalAndSerious{Fact{"critical"}, Fact{"serious", Claim::is_true}};
inline constexpr std::array kSaysWhyClosed{Fact{"closed_because"}};
inline constexpr std::array kClosesSometimes{Fact{"when"}, Fact{"once"}};
inline constexpr std::array kIsCritical{Fact{"critical"}};
inline constexpr std::array kIsRatedLow{Fact{"rate", Claim::rates_low}};
inline constexpr std::array kChoiceBonds{
    Bond{.needs = kNextAndEnd,
         .code = codes::kDeadEnd,
         .message = "nothing follows {}",
         .help = "add `next:` with a node or `end:` with an ending"},
    kOneWayOn,
    Bond{.where = kIsCriticalAndSerious,
         .code = codes::kCriticalAndSerious,
         .at = "serious",
         .message = "a critical choice is not `serious` as well",
         .help = "remove `serious`"},
    Bond{.where = kIsCritical,
         .needs = kIsRatedLow,
         .code = codes::kCriticalRatedAboveOne,
         .at = "rate",
         .message = "a critical choice cannot be rated above 1",
         .help = "everything a critical choice rates is 0 or 1"},
    Bond{.where = kSaysWhyClosed,
         .needs = kClosesSometimes,
         .code = codes::kMissingKey,
         .at = "closed_because",
         .message = "{} is never closed, so this is never shown",
         .help = "add `when:` with a condition or `once: true`, or remove it"},
};
inline constexpr ObjectSchema kChoiceSchema{"choice", kChoiceKeys, nullptr, kChoiceBonds};

inline constexpr std::array kNodeKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "Unique among nodes and endings."},
    kStageKey,
    kLinesKey,
    kMoodKey,
    kPoseKey,
    kSignKey,
    kVariantsKey,
    KeyRule{.key = "weight",
            .type = ValueType::word,
            .need = Need::optional,
            .explanation = "How much this moment counts; 1 when it is not written.",
            .words = kWeightWords},
    KeyRule{.key = "choices",
            .type = ValueType::object,
            .shape = Shape::list,
            .need = Need::optional,
            .explanation = "What the mentor can say.",
            .object = &kChoiceSchema},
    KeyRule{.key = "otherwise",
            .type = ValueType::reference,
            .need = Need::optional,
            .explanation = "Where it goes when no choice is open."},
    kNextKey,
    kEndKey,
    kWasKey,
};
inline constexpr std::array kCanBeClosed{ItemFact{"when"}, ItemFact{"once", Claim::is_true}};
inline constexpr std::array kAnyWayOn{Fact{"choices", Claim::has_items}, Fact{"next"}, Fact{"end"}};
inline constexpr std::array kHasChoices{Fact{"choices", Claim::has_items}};
inline constexpr std::array kChoicesAndNext{Fact{"choices", Claim::has_items}, Fact{"next"}};
inline constexpr std::array kChoicesAndEnd{Fact{"choices", Claim::has_items}, Fact{"end"}};
inline constexpr std::array kOtherwiseAndNext{Fact{"otherwise"}, Fact{"next"}};
inline constexpr std::array kOtherwiseAndEnd{Fact{"otherwise"}, Fact{"end"}};
inline constexpr std::array kNeverStuck{Fact{"choices", Claim::has_item_without, kCanBeClosed},
                                        Fact{"otherwise"}};

constexpr Bond no_way_beside_choices(std::span<const Fact> where, std::string_view at) {
  return {.where = where,
          .code = codes::kSeveralWaysOn,
          .at = at,
          .message = "{} has choices and a way on of its own",
          .help = "the choices say what follows; `otherwise` says what follows when none of them is open"};
}
constexpr Bond no_otherwise_without_choices(std::span<const Fact> where) {
  return {.where = where,
          .needs = kHasChoices,
          .code = codes::kSeveralWaysOn,
          .at = "otherwise",
          .message = "{} has no choices, so `otherwise` has no meaning",
          .help = "remove it"};
}
inline constexpr std::array kNodeBonds{
    Bond{.needs = kAnyWayOn,
         .code = codes::kDeadEnd,
         .message = "nothing follows {}",
         .help = "add `choices:`, or `next:` with a node, or `end:` with an ending"},
    kOneWayOn,
    no_way_beside_choices(kChoicesAndNext, "next"),
    no_way_beside_choices(kChoicesAndEnd, "end"),
    no_otherwise_without_choices(kOtherwiseAndNext),
    no_otherwise_without_choices(kOtherwiseAndEnd),
    Bond{.where = kHasChoices,
         .needs = kNeverStuck,
         .code = codes::kChoicesCanRunOut,
         .message = "the choices of {} can run out",
         .help = "add `otherwise:` with a node or an ending, or leave one choice always open"},
};
inline constexpr ObjectSchema kNodeSchema{"node", kNodeKeys, nullptr, kNodeBonds};

}  // namespace steadfast
