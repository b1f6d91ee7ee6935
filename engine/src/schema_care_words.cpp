// The schema of the list of words that scenarios do without.
#include <array>

#include "care_list_words.h"
#include "schema.h"
#include "schema_words.h"

namespace steadfast {

namespace {

constexpr auto kOptional = Need::optional;
constexpr auto kList = Shape::list;

constexpr KeyRule kPhrasesKey{.key = "phrases",
                              .shape = kList,
                              .explanation = "How it is written; the head of the file says what marks mean.",
                              .fewest = 1};

constexpr std::array kGroupKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "How phrases call the group."},
    kPhrasesKey,
};
constexpr ObjectSchema kGroup{"group", kGroupKeys, nullptr};

constexpr std::array kEntryKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "A name for programs."},
    KeyRule{.key = "sort", .type = ValueType::word, .explanation = "What it is about.", .words = kSortWords},
    KeyRule{.key = "weight",
            .type = ValueType::word,
            .explanation = "Whether it is an error, a warning or advice.",
            .words = kWeightOfWords},
    kPhrasesKey,
    KeyRule{.key = "unless",
            .shape = kList,
            .need = kOptional,
            .explanation = "Longer phrases in which it means something else.",
            .fewest = 1},
    KeyRule{.key = "unless_negated",
            .type = ValueType::truth,
            .need = kOptional,
            .explanation = "true where it means something else behind a negation."},
    KeyRule{.key = "instead", .explanation = "What to write instead."},
    KeyRule{.key = "why", .explanation = "The reason, without a full stop."},
    KeyRule{.key = "where",
            .type = ValueType::word,
            .shape = kList,
            .explanation = "In whose words it counts.",
            .fewest = 1,
            .words = kVoiceWords},
    KeyRule{.key = "tag",
            .type = ValueType::word,
            .need = kOptional,
            .explanation = "It counts only where the content note has this tag.",
            .words = kContentTagWords},
    KeyRule{.key = "without_tag",
            .type = ValueType::word,
            .need = kOptional,
            .explanation = "It counts only where the content note does not have this tag.",
            .words = kContentTagWords},
    KeyRule{.key = "not_pronoun",
            .type = ValueType::word,
            .need = kOptional,
            .explanation = "It does not count where the young person goes by this pronoun.",
            .words = kPronounWords},
};
constexpr ObjectSchema kEntry{"entry", kEntryKeys, nullptr};

constexpr std::array kSafetyActKeys{
    KeyRule{.key = "act", .type = ValueType::reference, .explanation = "The act."},
    KeyRule{.key = "critical", .type = ValueType::label, .explanation = "The safety error it is."},
};
constexpr ObjectSchema kSafetyAct{"safety act", kSafetyActKeys, nullptr};

constexpr std::array kListKeys{
    KeyRule{.key = "note", .explanation = "What this list is."},
    KeyRule{.key = "longest_turn",
            .type = ValueType::number,
            .explanation = "How many words are said at most before the other answers.",
            .least = 1,
            .most = 1000},
    KeyRule{.key = "reading_grade",
            .type = ValueType::number,
            .explanation = "The school grade that can read it.",
            .least = 1,
            .most = 20},
    KeyRule{.key = "groups",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "Names for several phrases.",
            .object = &kGroup},
    KeyRule{.key = "entries",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "The words and what to write instead.",
            .fewest = 1,
            .object = &kEntry},
    KeyRule{.key = "promise_acts",
            .type = ValueType::reference,
            .shape = kList,
            .explanation = "Acts that a good answer does not do."},
    KeyRule{.key = "safety_acts",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "Acts that are a safety error by what they mean.",
            .object = &kSafetyAct},
    KeyRule{.key = "help_acts",
            .type = ValueType::reference,
            .shape = kList,
            .explanation = "Acts that ask for help; a heavy scenario offers one."},
};
constexpr ObjectSchema kCareWords{"list of words", kListKeys, nullptr};

}  // namespace

const ObjectSchema& care_words_schema() {
  return kCareWords;
}

}  // namespace steadfast
