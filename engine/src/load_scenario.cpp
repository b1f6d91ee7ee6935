#include <fmt/format.h>

#include <utility>

#include "check_structure.h"
#include "check_use.h"
#include "codes.h"
#include "content_hash.h"
#include "open_source.h"
#include "read_scenario.h"
#include "schema.h"
#include "steadfast/load.h"

namespace steadfast {

namespace {

std::string_view stem_of(std::string_view path) {
  const std::size_t folder = path.find_last_of("/\\");
  if (folder != std::string_view::npos) path.remove_prefix(folder + 1);
  return path.substr(0, path.rfind('.'));
}

void check_id(const ReadingScenario& reading, const std::string& source_name) {
  const YamlNode id = reading.root.find("id");
  const std::string_view stem = stem_of(source_name);
  if (!id.is_text() || id.is_spoilt() || id.text() == stem) return;
  reading.problems->error(codes::kIdIsNotFileName, id.where(),
                          fmt::format("the id is `{}`, but the file is called `{}`", id.text(), stem),
                          fmt::format("write `id: {}`, or rename the file", stem));
}

std::string play_hash_of(const Scenario& scenario) {
  std::string answers;
  bool differs = false;
  for (const std::uint32_t position : scenario.policy) {
    const PolicyKey& key = scenario.rulebook->policy.keys[position];
    differs = differs || key.value != key.default_value;
    answers += fmt::format("{} {}\n", key.id,
                           key.values.empty() ? "" : key.values[static_cast<std::size_t>(key.value)]);
  }
  return differs ? hash_of(scenario.content_hash, answers) : scenario.content_hash;
}

void read_linked(ReadingScenario& reading) {
  read_metadata(reading);
  declare_names(reading);
  read_objectives(reading);
  read_act_overrides(reading);
  read_nodes(reading);
  read_endings(reading);
  read_omissions(reading);
  read_plays(reading);
  reading.scenario.variables = std::move(reading.state.variables);
}

LoadedScenario refused(ReadingScenario& reading, Problems& problems) {
  return {std::nullopt, HealthyPart{std::move(reading.scenario), std::move(reading.choices_without_way_on)},
          problems.take()};
}

}  // namespace

LoadedScenario load_scenario(const Source& source, std::shared_ptr<const Rulebook> rulebook,
                             FileName file_name) {
  OpenSource file{source, scenario_schema()};
  ReadingScenario reading;
  reading.root = file.root();
  reading.problems = &file.problems;
  reading.scenario.rulebook = std::move(rulebook);
  if (!file.can_be_linked) {
    if (!reading.root.is_map()) return {std::nullopt, std::nullopt, file.problems.take()};
    // What refers to something may refer to what was not read, so nothing is reported here.
    Problems untold{source.name};
    reading.problems = &untold;
    read_linked(reading);
    return refused(reading, file.problems);
  }
  reading.scenario.content_hash =
      hash_of(canonical_form(reading.root, "reviews"), reading.scenario.rulebook->content);
  if (file_name == FileName::is_id) check_id(reading, source.name);
  read_linked(reading);
  reading.scenario.play_hash = play_hash_of(reading.scenario);
  if (reading.broken_ways == 0 && !reading.places_share_an_id)
    check_structure(reading.scenario, file.problems);
  // A mistake elsewhere may be why something is not used.
  if (!file.problems.has_errors()) check_use(reading);
  if (file.problems.has_errors()) return refused(reading, file.problems);
  return {std::move(reading.scenario), std::nullopt, file.problems.take()};
}

}  // namespace steadfast
