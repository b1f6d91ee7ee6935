#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "names.h"
#include "open_source.h"
#include "schema.h"
#include "schema_words.h"
#include "steadfast/care.h"
#include "yaml_tree.h"

namespace steadfast {

namespace {

constexpr std::string_view kProgramme = kLocaleWords[0];

void read_grounding(YamlNode root, Care& care, Problems& problems) {
  care.grounding_note = words_of(root.find("note"));
  NameTable ids{"exercise"};
  for (const YamlNode written : root.find("exercises").items()) {
    ids.declare(written.find("id"), 0, problems);
    care.exercises.push_back({words_of(written.find("id")), words_of(written.find("name")),
                              number_of(written.find("seconds"), 0), texts_of(written.find("steps"))});
  }
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
  loaded.diagnostics = read_file(grounding, grounding_schema(), read_grounding, *care);
  const std::vector<Diagnostic> more = read_file(resources, resources_schema(), read_resources, *care);
  loaded.diagnostics.insert(loaded.diagnostics.end(), more.begin(), more.end());
  if (!has_errors(loaded.diagnostics)) loaded.care = std::move(care);
  return loaded;
}

Care care_for_conversation(const Care& care, const std::vector<std::string>& resources) {
  Care ordered = care;
  const auto others = std::find_if(ordered.resources.begin(), ordered.resources.end(),
                                   [](const Resource& resource) { return resource.locale != kProgramme; });
  std::stable_partition(others, ordered.resources.end(), [&resources](const Resource& resource) {
    return std::find(resources.begin(), resources.end(), resource.id) != resources.end();
  });
  return ordered;
}

bool needs_checking(const Resource& resource, std::string_view today) {
  if (resource.verified_on.empty()) return true;
  return !resource.expires_on.empty() && resource.expires_on < today;  // such dates sort as text
}

}  // namespace steadfast
