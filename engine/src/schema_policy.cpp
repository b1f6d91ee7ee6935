// The schemas of what a programme decides: the shipped file and a programme's own.
#include <array>

#include "codes.h"
#include "schema.h"

namespace steadfast {

namespace {

constexpr auto kOptional = Need::optional;
constexpr auto kList = Shape::list;

constexpr std::array kKeyKeys{
    KeyRule{.key = "id", .type = ValueType::name, .explanation = "How scenarios call it."},
    KeyRule{.key = "name", .explanation = "What it is about, in a word or two."},
    KeyRule{.key = "asks", .explanation = "The question a programme answers with it."},
    KeyRule{.key = "values",
            .type = ValueType::name,
            .shape = kList,
            .need = kOptional,
            .explanation = "The answers that conditions can tell apart.",
            .fewest = 1},
    KeyRule{.key = "value", .type = ValueType::name, .need = kOptional, .explanation = "One of `values`."},
    KeyRule{.key = "says", .need = kOptional, .explanation = "The answer, a sentence for the mentor."},
};
constexpr std::array kHasValue{Fact{"value"}};
constexpr std::array kHasValues{Fact{"values"}};
constexpr std::array kSays{Fact{"says"}};
constexpr std::array kHasValuesAndSays{Fact{"values"}, Fact{"says"}};
constexpr std::array kHasValuesAndValue{Fact{"values"}, Fact{"value"}};
constexpr std::array kKeyBonds{
    Bond{.where = kHasValue,
         .needs = kHasValues,
         .code = codes::kUnknownKey,
         .at = "value",
         .message = "{} has no `values` to choose from",
         .help = "say it in words, in `says`"},
    Bond{.where = kHasValuesAndSays,
         .needs = kHasValue,
         .code = codes::kMissingKey,
         .message = "{} has an answer in words but no `value`",
         .help = "add `value:` with one of its `values`"},
    Bond{.where = kHasValuesAndValue,
         .needs = kSays,
         .code = codes::kMissingKey,
         .message = "{} has a `value` but no sentence for the mentor",
         .help = "add `says:`"},
};
constexpr ObjectSchema kKey{"policy key", kKeyKeys, nullptr, kKeyBonds};

constexpr std::array kDefaultKeys{
    KeyRule{.key = "note", .explanation = "What stands above the answers."},
    KeyRule{.key = "keys",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What a programme decides.",
            .fewest = 1,
            .object = &kKey},
};
constexpr ObjectSchema kDefault{"policy", kDefaultKeys, nullptr};

constexpr std::array kAnswerKeys{
    KeyRule{.key = "id", .type = ValueType::reference, .explanation = "Which key it answers."},
    KeyRule{.key = "value",
            .type = ValueType::name,
            .need = kOptional,
            .explanation = "One of the key's values."},
    KeyRule{.key = "says", .explanation = "The answer, a sentence for the mentor."},
};
constexpr ObjectSchema kAnswer{"policy answer", kAnswerKeys, nullptr};

constexpr std::array kOwnKeys{
    KeyRule{.key = "note", .need = kOptional, .explanation = "What stands above the answers."},
    KeyRule{.key = "policy",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What this programme answers.",
            .object = &kAnswer},
};
constexpr ObjectSchema kOwn{"programme policy", kOwnKeys, nullptr};

}  // namespace

const ObjectSchema& policy_default_schema() {
  return kDefault;
}
const ObjectSchema& policy_schema() {
  return kOwn;
}

}  // namespace steadfast
