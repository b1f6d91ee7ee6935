#include <array>

#include "schema.h"
#include "schema_passages.h"
#include "schema_words.h"

namespace steadfast {

namespace {

constexpr auto kOptional = Need::optional;
constexpr auto kList = Shape::list;
constexpr auto kTable = Shape::table;

constexpr std::array kContentNoteKeys{
    KeyRule{.key = "tags",
            .type = ValueType::word,
            .shape = kList,
            .explanation = "What the conversation touches, out of a closed list.",
            .words = kContentTagWords},
    KeyRule{.key = "text", .explanation = "One factual line, shown before the start."},
};
constexpr ObjectSchema kContentNote{"content note", kContentNoteKeys, nullptr};

constexpr std::array kMenteeKeys{
    KeyRule{.key = "name", .explanation = "The young person's first name."},
    KeyRule{.key = "age",
            .type = ValueType::number,
            .explanation = "14 to 17.",
            .least = 14,
            .most = 17,
            .when_missing = codes::kMenteeAge,
            .when_empty = codes::kMenteeAge,
            .when_out_of_range = codes::kMenteeAge},
    KeyRule{.key = "pronouns", .explanation = "For example she/her."},
    KeyRule{.key = "about", .explanation = "Who this is, apart from what happened: a sentence or two."},
    KeyRule{.key = "strengths", .shape = kList, .explanation = "What this person is good at.", .fewest = 1},
    KeyRule{.key = "need", .explanation = "What the young person needs of an adult."},
    KeyRule{.key = "start",
            .type = ValueType::value,
            .shape = kTable,
            .need = kOptional,
            .explanation = "Variables of the mentee model that start elsewhere than the model says."},
};
constexpr ObjectSchema kMentee{"mentee", kMenteeKeys, nullptr};

constexpr std::array kPersonKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "How lines call the person."},
    KeyRule{.key = "name", .explanation = "The name that is shown."},
};
constexpr ObjectSchema kPerson{"person", kPersonKeys, nullptr};

constexpr std::array kReviewKeys{
    KeyRule{.key = "role",
            .type = ValueType::word,
            .explanation = "As what the person reviewed it.",
            .words = kReviewRoleWords},
    KeyRule{.key = "alias", .explanation = "The name the reviewer wants to be known by."},
    KeyRule{.key = "date", .type = ValueType::date, .explanation = "When, as YYYY-MM-DD."},
    KeyRule{.key = "content_hash", .explanation = "Of the text that was reviewed."},
};
constexpr ObjectSchema kReview{"review", kReviewKeys, nullptr};

constexpr std::array kCareExceptionKeys{
    KeyRule{.key = "words", .explanation = "The words that are meant, as they stand in the text."},
    KeyRule{.key = "in",
            .type = ValueType::reference,
            .explanation = "The node, choice, ending, omission or key of the scenario in which they stand."},
    KeyRule{.key = "why", .explanation = "Why they are meant, for reviewers."},
};
constexpr ObjectSchema kCareException{"care exception", kCareExceptionKeys, nullptr};

constexpr std::array kVariableKeys{
    KeyRule{.key = "id", .type = ValueType::name, .explanation = "How conditions call the variable."},
    KeyRule{.key = "min",
            .type = ValueType::number,
            .explanation = "The smallest value.",
            .least = -1'000'000,
            .most = 1'000'000},
    KeyRule{.key = "max",
            .type = ValueType::number,
            .explanation = "The largest value.",
            .least = -1'000'000,
            .most = 1'000'000},
    KeyRule{.key = "start",
            .type = ValueType::number,
            .explanation = "The value at the start.",
            .least = -1'000'000,
            .most = 1'000'000},
    KeyRule{.key = "meaning", .explanation = "What the number means."},
};
constexpr ObjectSchema kVariable{"variable", kVariableKeys, nullptr};

constexpr std::array kOverrideKeys{
    KeyRule{
        .key = "act", .type = ValueType::reference, .explanation = "The act that works differently here."},
    KeyRule{.key = "why", .explanation = "Why it does."},
    KeyRule{.key = "changes",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What it does here instead.",
            .object = &kChangesEntry},
};
constexpr ObjectSchema kOverride{"act override", kOverrideKeys, nullptr};

constexpr std::array kEndingKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "Unique among nodes and endings."},
    KeyRule{.key = "title", .explanation = "A few words."},
    KeyRule{.key = "what_happened",
            .explanation = "What happened next; never harm as the price of a choice."},
    KeyRule{.key = "reflection", .explanation = "A question to think about."},
    kWasKey,
};
constexpr ObjectSchema kEnding{"ending", kEndingKeys, nullptr};

constexpr std::array kOmissionKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "Unique among omissions."},
    KeyRule{
        .key = "flag", .type = ValueType::reference, .explanation = "The flag that must be set by the end."},
    KeyRule{.key = "when",
            .type = ValueType::condition,
            .need = kOptional,
            .explanation = "It counts only where this holds at the end."},
    KeyRule{.key = "name", .explanation = "What was left out, in a few words."},
    kFeedbackKey,
};
constexpr ObjectSchema kOmission{"omission", kOmissionKeys, nullptr};

constexpr std::array kExpectKeys{
    KeyRule{.key = "ending",
            .type = ValueType::reference,
            .need = kOptional,
            .explanation = "The ending it reaches."},
    KeyRule{.key = "status",
            .type = ValueType::word,
            .need = kOptional,
            .explanation = "The status it earns.",
            .words = kStatusWords},
    KeyRule{.key = "dimensions",
            .type = ValueType::word,
            .shape = kTable,
            .need = kOptional,
            .explanation = "The band it earns in each dimension named.",
            .words = kBandWords},
    KeyRule{.key = "criticals",
            .type = ValueType::reference,
            .shape = kList,
            .need = kOptional,
            .explanation = "Its critical errors, all of them; `[]` for none."},
    KeyRule{.key = "shown",
            .type = ValueType::reference,
            .shape = kList,
            .need = kOptional,
            .explanation = "Nodes it passes."},
    KeyRule{.key = "closed",
            .type = ValueType::reference,
            .shape = kList,
            .need = kOptional,
            .explanation = "Choices that were not open when their node was reached."},
};
constexpr ObjectSchema kExpect{"expectation", kExpectKeys, nullptr};

constexpr std::array kPlayKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "Unique among plays."},
    KeyRule{.key = "about", .explanation = "What the play shows."},
    KeyRule{
        .key = "choose", .type = ValueType::reference, .shape = kList, .explanation = "Choice ids in order."},
    KeyRule{.key = "expect",
            .type = ValueType::object,
            .explanation = "What it must lead to.",
            .object = &kExpect},
};
constexpr ObjectSchema kPlay{"play", kPlayKeys, nullptr};

constexpr std::array kObjectiveKeys{
    KeyRule{.key = "text", .explanation = "What it teaches, in one sentence."},
    KeyRule{.key = "practises",
            .type = ValueType::reference,
            .shape = kList,
            .explanation = "The dimensions in which that shows, on every route.",
            .fewest = 1},
};
constexpr ObjectSchema kObjective{"objective", kObjectiveKeys, nullptr};

constexpr std::array kScenarioKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "The file's name without `.yaml`."},
    KeyRule{.key = "title", .explanation = "The name in the library."},
    KeyRule{.key = "summary", .explanation = "One or two sentences for the library card."},
    KeyRule{
        .key = "theme", .type = ValueType::word, .explanation = "What it practises.", .words = kThemeWords},
    KeyRule{.key = "setting", .explanation = "Where and when, and which meeting this is."},
    KeyRule{.key = "scene", .type = ValueType::identifier, .explanation = "A folder in assets/scenes."},
    KeyRule{.key = "minutes",
            .type = ValueType::number,
            .explanation = "How long it takes, 1 to 60.",
            .least = 1,
            .most = 60},
    KeyRule{.key = "intensity",
            .type = ValueType::number,
            .explanation = "1 everyday, 2 demanding, 3 heavy.",
            .least = 1,
            .most = 3},
    KeyRule{.key = "content_note",
            .type = ValueType::object,
            .explanation = "What people may want to know before.",
            .object = &kContentNote},
    KeyRule{.key = "alternative", .explanation = "What somebody who skips this can do for the same goal."},
    KeyRule{.key = "role", .explanation = "The mentor's role here and its limits."},
    KeyRule{.key = "how_it_ends", .explanation = "Told on request before the start."},
    KeyRule{.key = "objectives",
            .type = ValueType::text_or_object,
            .shape = kList,
            .explanation = "What it teaches.",
            .fewest = 1,
            .object = &kObjective},
    KeyRule{.key = "seed_phrases",
            .shape = kList,
            .explanation = "Phrases of the founding text it practises.",
            .fewest = 1},
    KeyRule{
        .key = "mentee", .type = ValueType::object, .explanation = "The young person.", .object = &kMentee},
    KeyRule{.key = "people",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "Others who speak.",
            .object = &kPerson},
    KeyRule{.key = "reviews",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "Who has reviewed it; `[]` while nobody has.",
            .object = &kReview},
    KeyRule{.key = "resources",
            .type = ValueType::reference,
            .shape = kList,
            .need = kOptional,
            .explanation = "People to talk to that fit this conversation, out of assets/resources.yaml."},
    KeyRule{.key = "care_exceptions",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "Words that are meant although there is a better one.",
            .object = &kCareException},
    KeyRule{.key = "variables",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "Numbers of this scenario.",
            .object = &kVariable},
    KeyRule{.key = "policy",
            .type = ValueType::reference,
            .shape = kList,
            .need = kOptional,
            .explanation = "Keys of the programme's policy that it needs."},
    KeyRule{.key = "flags",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "Things this scenario remembers.",
            .object = &kFlag},
    KeyRule{.key = "act_overrides",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "Acts that work differently here.",
            .object = &kOverride},
    KeyRule{.key = "nodes",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "The conversation; it starts at the first one.",
            .fewest = 1,
            .object = &kNodeSchema},
    KeyRule{.key = "endings",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "How it can end.",
            .fewest = 1,
            .object = &kEnding},
    KeyRule{.key = "omissions",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "What must be said or done by the end.",
            .object = &kOmission},
    KeyRule{.key = "plays",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "Recorded plays that must keep working.",
            .object = &kPlay},
};
constexpr ObjectSchema kScenario{"scenario", kScenarioKeys, nullptr};

}  // namespace

const ObjectSchema& scenario_schema() {
  return kScenario;
}

}  // namespace steadfast
