#include "schema/loader.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "codes.h"
#include "steadfast/care.h"
#include "steadfast/content_care.h"
#include "support/load_files.h"

namespace steadfast::test {

namespace {

constexpr std::array kSeenByASchema{
    codes::kColonInText,
    codes::kEmptyFile,
    codes::kUnknownKey,
    codes::kMissingKey,
    codes::kWrongType,
    codes::kOutOfRange,
    codes::kUnknownWord,
    codes::kBadId,
    codes::kMenteeAge,
    codes::kMissingFeedback,
    codes::kCriticalWithoutCode,
    codes::kEmptyValue,
    codes::kBadRating,
    codes::kBadDate,
    codes::kCriticalRatedAboveOne,
    codes::kCriticalAndSerious,
    codes::kSeveralWaysOn,
    codes::kDeadEnd,
    codes::kChoicesCanRunOut,
};

constexpr std::array kStricterThanYaml{
    codes::kUnreadableCharacter,    // control characters
    codes::kAnchorAliasTag,         // as it says
    codes::kSpecialFirstCharacter,  // a line of orders to the parser
    codes::kBadKey,                 // a list as a key
    codes::kLostDash,               // a text that begins like an item
    codes::kUnusualSpace,           // a space nobody sees
};

Source other(std::string_view form) {
  return read_source(data_folder() / "every-key" / (std::string{form} + ".yaml"));
}

std::vector<Diagnostic> rulebook_with(std::string_view form, const Source& source) {
  const auto part = [&](std::string_view name) {
    return form == name ? source : read_source(data_folder() / "rulebook" / (std::string{name} + ".yaml"));
  };
  return load_rulebook(part("rubric"), part("mentee-model"), part("acts")).diagnostics;
}

std::vector<Diagnostic> load(std::string_view form, const Source& source) {
  if (form == "scenario") return load_scenario(source, test_rulebook()).diagnostics;
  if (form == "policy-default") return load_policy(source, nullptr).diagnostics;
  if (form == "policy") {
    return load_policy(read_source(data_folder() / "rulebook" / "policy.yaml"), &source).diagnostics;
  }
  if (form == "scene") return load_scene(source).diagnostics;
  if (form == "grounding") return load_care(source, other("resources")).diagnostics;
  if (form == "resources") return load_care(other("grounding"), source).diagnostics;
  if (form == "care-words") return load_care_words(source).diagnostics;
  return rulebook_with(form, source);
}

template <class Codes>
bool holds(const Codes& codes, Code code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

std::vector<Diagnostic> errors_in(std::string_view form, const Source& source) {
  std::vector<Diagnostic> found = load(form, source);
  const auto is_other = [&source](const Diagnostic& diagnostic) {
    return diagnostic.severity != Severity::error || diagnostic.file != source.name;
  };
  found.erase(std::remove_if(found.begin(), found.end(), is_other), found.end());
  return found;
}

const ObjectSchema& table_of(std::string_view form) {
  if (form == "scenario") return scenario_schema();
  if (form == "policy") return policy_schema();
  if (form == "policy-default") return policy_default_schema();
  if (form == "rubric") return rubric_schema();
  if (form == "mentee-model") return mentee_model_schema();
  if (form == "acts") return acts_schema();
  if (form == "scene") return scene_schema();
  if (form == "grounding") return grounding_schema();
  if (form == "resources") return resources_schema();
  if (form == "care-words") return care_words_schema();
  throw std::out_of_range(std::string{form});
}

bool is_seen_by_a_schema(Code code) {
  return holds(kSeenByASchema, code);
}

bool is_stricter_than_yaml(Code code) {
  return holds(kStricterThanYaml, code);
}

}  // namespace steadfast::test
