// The schemas of what "I need a moment" offers.
#include <array>

#include "codes.h"
#include "schema.h"
#include "schema_words.h"

namespace steadfast {

namespace {

constexpr auto kOptional = Need::optional;
constexpr auto kList = Shape::list;

constexpr int kShortest = 10;
constexpr int kLongest = 600;
constexpr std::array kExerciseKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "A name for programs."},
    KeyRule{.key = "name", .explanation = "What the list calls it."},
    KeyRule{.key = "seconds",
            .type = ValueType::number,
            .explanation = "About how long it takes.",
            .least = kShortest,
            .most = kLongest},
    KeyRule{.key = "steps", .shape = kList, .explanation = "One step after the other.", .fewest = 1},
};
constexpr ObjectSchema kExercise{"exercise", kExerciseKeys, nullptr};

constexpr std::array kGroundingKeys{
    KeyRule{.key = "note", .explanation = "What stands above the exercises."},
    KeyRule{.key = "exercises",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "Short ways back to the present.",
            .fewest = 1,
            .object = &kExercise},
};
constexpr ObjectSchema kGrounding{"grounding", kGroundingKeys, nullptr};

constexpr std::array kResourceKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "A name for programs."},
    KeyRule{.key = "name", .explanation = "Who it is."},
    KeyRule{.key = "locale",
            .type = ValueType::word,
            .explanation = "The programme's own, or a country.",
            .words = kLocaleWords},
    KeyRule{.key = "audience",
            .type = ValueType::word,
            .explanation = "Whom it is for.",
            .words = kAudienceWords},
    KeyRule{.key = "for_what", .explanation = "When to turn to it."},
    KeyRule{.key = "call", .need = kOptional, .explanation = "The number to call."},
    KeyRule{.key = "text", .need = kOptional, .explanation = "The number to text, and which word."},
    KeyRule{.key = "chat", .need = kOptional, .explanation = "Where to chat."},
    KeyRule{.key = "url", .need = kOptional, .explanation = "The provider's own page."},
    KeyRule{.key = "how", .need = kOptional, .explanation = "Another way, in words."},
    KeyRule{.key = "hours", .need = kOptional, .explanation = "When somebody is there."},
    KeyRule{.key = "languages", .need = kOptional, .explanation = "Which languages are spoken."},
    KeyRule{.key = "cost", .need = kOptional, .explanation = "What it costs."},
    KeyRule{
        .key = "confidentiality", .need = kOptional, .explanation = "What stays private and what does not."},
    KeyRule{.key = "reporting_line",
            .type = ValueType::truth,
            .explanation = "true where telling them is a report to the authorities."},
    KeyRule{.key = "source", .need = kOptional, .explanation = "Where this was read."},
    KeyRule{.key = "verified_on",
            .type = ValueType::date,
            .need = kOptional,
            .explanation = "When a person last checked it."},
    KeyRule{.key = "expires_on",
            .type = ValueType::date,
            .need = kOptional,
            .explanation = "When to check it again."},
};
// An entry that says nothing about how to reach anybody helps nobody.
constexpr std::array kWays{Fact{"call"}, Fact{"text"}, Fact{"chat"}, Fact{"url"}, Fact{"how"}};
constexpr std::array kResourceBonds{
    Bond{.needs = kWays,
         .code = codes::kMissingKey,
         .message = "{} says no way to reach it",
         .help = "write at least one of `call`, `text`, `chat`, `url` and `how`"},
};
constexpr ObjectSchema kResource{"resource", kResourceKeys, nullptr, kResourceBonds};

constexpr std::array kResourcesKeys{
    KeyRule{.key = "note", .explanation = "What stands above the list."},
    KeyRule{.key = "resources",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "People to talk to.",
            .fewest = 1,
            .object = &kResource},
};
constexpr ObjectSchema kResources{"resources", kResourcesKeys, nullptr};

}  // namespace

const ObjectSchema& grounding_schema() {
  return kGrounding;
}
const ObjectSchema& resources_schema() {
  return kResources;
}

}  // namespace steadfast
