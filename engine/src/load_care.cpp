#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "codes.h"
#include "names.h"
#include "open_source.h"
#include "schema.h"
#include "schema_check.h"
#include "steadfast/care.h"
#include "yaml_tree.h"

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

constexpr std::string_view kProgramme = "programme";
constexpr std::array<std::string_view, 6> kLocaleWords{kProgramme, "US", "CA", "GB", "AU", "EU"};
constexpr std::array<std::string_view, 3> kAudienceWords{"youth", "adult", "mentor"};
constexpr std::array<std::string_view, 5> kWays{"call", "text", "chat", "url", "how"};

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
constexpr ObjectSchema kResource{"resource", kResourceKeys, nullptr};

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

void read_grounding(YamlNode root, Care& care, Problems& problems) {
  care.grounding_note = words_of(root.find("note"));
  NameTable ids{"exercise"};
  for (const YamlNode written : root.find("exercises").items()) {
    ids.declare(written.find("id"), 0, problems);
    care.exercises.push_back({words_of(written.find("id")), words_of(written.find("name")),
                              number_of(written.find("seconds"), 0), texts_of(written.find("steps"))});
  }
}

// An entry that says nothing about how to reach anybody helps nobody.
void check_ways(YamlNode written, Problems& problems) {
  const bool reachable = std::any_of(
      kWays.begin(), kWays.end(), [&written](std::string_view way) { return written.find(way).present(); });
  if (reachable || !written.is_map()) return;
  problems.error(codes::kMissingKey, written.where(),
                 name_of(kResource, written) + " says no way to reach it",
                 "write at least one of `call`, `text`, `chat`, `url` and `how`");
}

Resource read_resource(YamlNode written) {
  Resource resource;
  resource.id = words_of(written.find("id"));
  resource.name = words_of(written.find("name"));
  resource.locale = words_of(written.find("locale"));
  resource.audience = words_of(written.find("audience"));
  resource.for_what = words_of(written.find("for_what"));
  resource.call = words_of(written.find("call"));
  resource.text = words_of(written.find("text"));
  resource.chat = words_of(written.find("chat"));
  resource.url = words_of(written.find("url"));
  resource.how = words_of(written.find("how"));
  resource.hours = words_of(written.find("hours"));
  resource.languages = words_of(written.find("languages"));
  resource.cost = words_of(written.find("cost"));
  resource.confidentiality = words_of(written.find("confidentiality"));
  resource.is_reporting_line = truth_of(written.find("reporting_line"));
  resource.source = words_of(written.find("source"));
  resource.verified_on = words_of(written.find("verified_on"));
  resource.expires_on = words_of(written.find("expires_on"));
  return resource;
}

void read_resources(YamlNode root, Care& care, Problems& problems) {
  care.resources_note = words_of(root.find("note"));
  NameTable ids{"resource"};
  for (const YamlNode written : root.find("resources").items()) {
    ids.declare(written.find("id"), 0, problems);
    check_ways(written, problems);
    care.resources.push_back(read_resource(written));
  }
  std::stable_partition(care.resources.begin(), care.resources.end(),
                        [](const Resource& resource) { return resource.locale == kProgramme; });
}

using Reader = void (*)(YamlNode root, Care& care, Problems& problems);

// Reads one of the two files into `care`; what is wrong with it is the result.
std::vector<Diagnostic> read_file(const Source& source, const ObjectSchema& schema, Reader reader,
                                  Care& care) {
  OpenSource file{source, schema};
  if (file.can_be_linked) reader(file.root(), care, file.problems);
  return file.problems.take();
}

}  // namespace

LoadedCare load_care(const Source& grounding, const Source& resources) {
  auto care = std::make_shared<Care>();
  LoadedCare loaded;
  loaded.diagnostics = read_file(grounding, kGrounding, read_grounding, *care);
  const std::vector<Diagnostic> more = read_file(resources, kResources, read_resources, *care);
  loaded.diagnostics.insert(loaded.diagnostics.end(), more.begin(), more.end());
  if (!has_errors(loaded.diagnostics)) loaded.care = std::move(care);
  return loaded;
}

bool needs_checking(const Resource& resource, std::string_view today) {
  if (resource.verified_on.empty()) return true;
  return !resource.expires_on.empty() && resource.expires_on < today;  // such dates sort as text
}

}  // namespace steadfast
