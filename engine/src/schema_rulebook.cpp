#include <array>

#include "schema.h"
#include "schema_passages.h"
#include "schema_words.h"

namespace steadfast {

namespace {

constexpr auto kOptional = Need::optional;
constexpr auto kList = Shape::list;

// --- Rubric ---------------------------------------------------------------------------------------

constexpr std::array kDimensionKeys{
    KeyRule{.key = "id", .type = ValueType::label, .explanation = "For example D1."},
    KeyRule{.key = "name", .explanation = "The name in full."},
    KeyRule{.key = "short_name", .explanation = "A word or two that fit a bar's label."},
    KeyRule{.key = "definition", .explanation = "What it is, in a sentence."},
    KeyRule{.key = "anchors",
            .shape = kList,
            .explanation = "An example for each level, 0 to 4.",
            .fewest = 5,
            .largest_count = 5},
};
constexpr ObjectSchema kDimension{"dimension", kDimensionKeys, nullptr};

constexpr std::array kCriticalKeys{
    KeyRule{.key = "id", .type = ValueType::label, .explanation = "For example C1."},
    KeyRule{.key = "name", .explanation = "What the error is."},
    KeyRule{.key = "why", .explanation = "What makes it critical."},
};
constexpr ObjectSchema kCritical{"critical error", kCriticalKeys, nullptr};

constexpr std::array kBandsKeys{
    KeyRule{.key = "growing",
            .type = ValueType::number,
            .explanation = "Percent from which a dimension is growing.",
            .least = 1,
            .most = 100},
    KeyRule{.key = "strong",
            .type = ValueType::number,
            .explanation = "Percent from which it is strong.",
            .least = 1,
            .most = 100},
    KeyRule{.key = "ready",
            .type = ValueType::number,
            .explanation = "Percent of the whole that a play needs to be ready to discuss.",
            .least = 1,
            .most = 100},
};
constexpr ObjectSchema kBands{"bands", kBandsKeys, nullptr};

constexpr std::array kRubricKeys{
    KeyRule{.key = "dimensions",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What is rated.",
            .fewest = 1,
            .object = &kDimension},
    KeyRule{.key = "critical_errors",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What is never averaged.",
            .object = &kCritical},
    KeyRule{.key = "bands",
            .type = ValueType::object,
            .explanation = "Where one band ends and the next starts.",
            .object = &kBands},
    KeyRule{.key = "repairing_acts",
            .type = ValueType::reference,
            .shape = kList,
            .explanation = "Acts that repair a serious error."},
};
constexpr ObjectSchema kRubric{"rubric", kRubricKeys, nullptr};

// --- Mentee model ---------------------------------------------------------------------------------

constexpr int kFarthest = 1'000'000;
constexpr std::array kModelVariableKeys{
    KeyRule{.key = "id", .type = ValueType::name, .explanation = "How conditions call the variable."},
    KeyRule{.key = "min",
            .type = ValueType::number,
            .need = kOptional,
            .explanation = "The smallest value of a number.",
            .least = -kFarthest,
            .most = kFarthest},
    KeyRule{.key = "max",
            .type = ValueType::number,
            .need = kOptional,
            .explanation = "The largest value of a number.",
            .least = -kFarthest,
            .most = kFarthest},
    KeyRule{.key = "values",
            .type = ValueType::name,
            .shape = kList,
            .need = kOptional,
            .explanation = "The values it can have, instead of numbers.",
            .fewest = 2},
    KeyRule{.key = "start", .type = ValueType::value, .explanation = "The value at the start."},
    KeyRule{.key = "drift",
            .type = ValueType::number,
            .need = kOptional,
            .explanation = "It never moves further than this from where a scenario starts it.",
            .least = 0,
            .most = kFarthest},
    KeyRule{.key = "meaning", .explanation = "What it stands for."},
};
constexpr std::array kLeastOrValues{Fact{"min"}, Fact{"values"}};
constexpr std::array kMostOrValues{Fact{"max"}, Fact{"values"}};
constexpr std::array kValuesAndLeast{Fact{"values"}, Fact{"min"}};
constexpr std::array kValuesAndMost{Fact{"values"}, Fact{"max"}};
constexpr std::array kValuesAndDrift{Fact{"values"}, Fact{"drift"}};

constexpr Bond needs_range(std::span<const Fact> needs, std::string_view message) {
  return {.needs = needs,
          .code = codes::kMissingKey,
          .message = message,
          .help = "give it `min` and `max`, or `values`"};
}
constexpr Bond has_no_range(std::span<const Fact> where, std::string_view at) {
  return {.where = where,
          .code = codes::kUnknownKey,
          .at = at,
          .message = "{} has named values, so it has no range",
          .help = "keep `values`, or `min` and `max`"};
}
constexpr std::array kModelVariableBonds{
    needs_range(kLeastOrValues, "{} has no `min`"), needs_range(kMostOrValues, "{} has no `max`"),
    has_no_range(kValuesAndLeast, "min"),           has_no_range(kValuesAndMost, "max"),
    has_no_range(kValuesAndDrift, "drift"),
};
constexpr ObjectSchema kModelVariable{"variable", kModelVariableKeys, nullptr, kModelVariableBonds};

constexpr std::array kConditionKeys{
    KeyRule{.key = "id", .type = ValueType::name, .explanation = "How conditions call it."},
    KeyRule{.key = "is", .type = ValueType::condition, .explanation = "The condition it stands for."},
    KeyRule{.key = "meaning", .explanation = "What it means when it holds."},
};
constexpr ObjectSchema kCondition{"named condition", kConditionKeys, nullptr};

constexpr std::array kRuleKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "The name of the rule."},
    KeyRule{.key = "meaning", .explanation = "What it says, in a sentence."},
    KeyRule{.key = "changes",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What it changes.",
            .fewest = 1,
            .object = &kChangesEntry},
};
constexpr ObjectSchema kRule{"rule", kRuleKeys, nullptr};

constexpr std::array kModelKeys{
    KeyRule{.key = "variables",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What is remembered of the young person's state.",
            .fewest = 1,
            .object = &kModelVariable},
    KeyRule{.key = "flags",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "What is remembered to have happened.",
            .object = &kFlag},
    KeyRule{.key = "conditions",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "Conditions with a name.",
            .object = &kCondition},
    KeyRule{.key = "rules",
            .type = ValueType::object,
            .shape = kList,
            .need = kOptional,
            .explanation = "What follows after every choice.",
            .object = &kRule},
};
constexpr ObjectSchema kModel{"mentee model", kModelKeys, nullptr};

// --- Acts -----------------------------------------------------------------------------------------

constexpr std::array kActKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "How choices call it."},
    KeyRule{.key = "meaning", .explanation = "What a mentor does."},
    KeyRule{.key = "changes",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What it does to the young person's state; `[]` for nothing.",
            .object = &kChangesEntry},
};
constexpr ObjectSchema kAct{"act", kActKeys, nullptr};

constexpr std::array kActsKeys{
    KeyRule{.key = "acts",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "The shared vocabulary.",
            .fewest = 1,
            .object = &kAct},
};
constexpr ObjectSchema kActs{"vocabulary of acts", kActsKeys, nullptr};

// --- Scene ----------------------------------------------------------------------------------------

constexpr std::array kScenePoseKeys{
    KeyRule{.key = "pose", .type = ValueType::word, .explanation = "The posture.", .words = kPoseWords},
    KeyRule{.key = "picture", .explanation = "The file in the scene's folder."},
    KeyRule{.key = "alt", .explanation = "The same in words."},
};
constexpr ObjectSchema kScenePose{"posture", kScenePoseKeys, nullptr};

constexpr std::array kScenePersonKeys{
    KeyRule{.key = "name", .explanation = "The young person's name."},
    KeyRule{.key = "poses",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "A picture for each posture.",
            .fewest = 1,
            .object = &kScenePose},
};
constexpr ObjectSchema kScenePerson{"person", kScenePersonKeys, nullptr};

constexpr int kLargestCanvas = 20'000;
constexpr std::array kSceneKeys{
    KeyRule{.key = "id", .type = ValueType::identifier, .explanation = "The folder's name."},
    KeyRule{.key = "alt", .explanation = "The place in words."},
    KeyRule{.key = "width",
            .type = ValueType::number,
            .explanation = "Of the canvas.",
            .least = 1,
            .most = kLargestCanvas},
    KeyRule{.key = "height",
            .type = ValueType::number,
            .explanation = "Of the canvas.",
            .least = 1,
            .most = kLargestCanvas},
    KeyRule{.key = "backdrop", .explanation = "The picture behind everybody."},
    KeyRule{.key = "mentor", .explanation = "The picture of the mentor."},
    KeyRule{.key = "foreground", .need = kOptional, .explanation = "The picture before everybody."},
    KeyRule{.key = "card", .explanation = "The wide picture of the library."},
    KeyRule{.key = "far",
            .type = ValueType::number,
            .explanation = "How far the young person moves away when nothing feels safe.",
            .least = -kLargestCanvas,
            .most = kLargestCanvas},
    KeyRule{.key = "near",
            .type = ValueType::number,
            .explanation = "How far when it feels safe.",
            .least = -kLargestCanvas,
            .most = kLargestCanvas},
    KeyRule{.key = "people",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "The young people it is drawn for.",
            .fewest = 1,
            .object = &kScenePerson},
};
constexpr ObjectSchema kScene{"scene", kSceneKeys, nullptr};

}  // namespace

const ObjectSchema& rubric_schema() {
  return kRubric;
}
const ObjectSchema& mentee_model_schema() {
  return kModel;
}
const ObjectSchema& acts_schema() {
  return kActs;
}
const ObjectSchema& scene_schema() {
  return kScene;
}

}  // namespace steadfast
