#include "app/load_content.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/content.h"
#include "platform/files.h"
#include "steadfast/load.h"
#include "steadfast/outlook.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

// A scene is decoration with words: when it cannot be read, the conversation goes on without the picture.
std::shared_ptr<const Scene> read_scene(const fs::path& share, const std::string& name) {
  if (name.empty()) return nullptr;
  const fs::path file = share / "assets" / "scenes" / name / "scene.yaml";
  const FileText text = read_file(file);
  if (!text.text) return nullptr;
  LoadedScene loaded = load_scene({.name = file.string(), .text = *text.text});
  if (!loaded.scene) return nullptr;
  return std::make_shared<const Scene>(std::move(*loaded.scene));
}

std::string first_problem(const cli::ReadScenario& read) {
  const auto error = std::find_if(read.diagnostics.begin(), read.diagnostics.end(),
                                  [](const Diagnostic& found) { return found.severity == Severity::error; });
  if (error == read.diagnostics.end()) return "This file could not be read.";
  return fmt::format("Line {}: {}. To see everything, run: steadfast check {}", error->where.line,
                     error->message, error->file);
}

ScenarioEntry read_entry(const fs::path& share, const fs::path& file,
                         std::shared_ptr<const Rulebook> rulebook) {
  ScenarioEntry entry;
  entry.file = file.filename().string();
  auto read = cli::read_scenario(file, std::move(rulebook));
  if (!read) {
    entry.problem = read.error().message;
    return entry;
  }
  if (!read.value().scenario) {
    entry.problem = first_problem(read.value());
    return entry;
  }
  entry.scenario = std::make_shared<const Scenario>(std::move(*read.value().scenario));
  entry.scene = read_scene(share, entry.scenario->scene);
  entry.outlook = Outlook::explore(*entry.scenario);
  return entry;
}

const ScenarioEntry* of_the_same_id(const Content& content, const ScenarioEntry& entry) {
  if (!entry.scenario) return nullptr;
  const auto found =
      std::find_if(content.scenarios.begin(), content.scenarios.end(), [&entry](const ScenarioEntry& other) {
        return other.scenario && other.scenario->id == entry.scenario->id;
      });
  return found == content.scenarios.end() ? nullptr : &*found;
}

// Attempts are kept by id, so two conversations with the same one would share a record.
ScenarioEntry refused(ScenarioEntry entry, const ScenarioEntry& other) {
  entry.problem = fmt::format("Its id `{}` is also that of “{}”. Give it an id and a file name of its own.",
                              entry.scenario->id, other.scenario->title);
  entry.scenario = nullptr;
  entry.scene = nullptr;
  entry.outlook.reset();
  return entry;
}

}  // namespace

Result<std::shared_ptr<const Content>> load_content(const ContentFolders& folders) {
  const auto& share = folders.share;
  auto programme = cli::read_programme_rulebook(share, folders.data);
  if (!programme) return programme.error();
  if (!share) return Error{"The folder with the scenarios was not found."};
  auto content = std::make_shared<Content>();
  content->policy_problem = programme.value().problem;
  const auto add_all = [&](const std::vector<fs::path>& files, bool is_own) {
    for (const fs::path& file : files) {
      if (file.filename() == cli::kOwnPolicy) continue;
      ScenarioEntry entry = read_entry(*share, file, programme.value().rulebook);
      entry.is_own = is_own;
      if (const ScenarioEntry* other = of_the_same_id(*content, entry))
        entry = refused(std::move(entry), *other);
      content->scenarios.push_back(std::move(entry));
    }
  };
  add_all(list_yaml_files(*share / "scenarios").files, false);
  // A folder nobody made yet holds nothing.
  if (folders.data) add_all(list_yaml_files(*folders.data / "scenarios").files, true);
  for (const fs::path& folder : folders.scenarios) {
    const FileList list = list_yaml_files(folder);
    if (!list.problem.empty()) return Error{list.problem};
    add_all(list.files, true);
  }
  // By theme and then from everyday to heavy; what could not be loaded comes last.
  const auto place = [](const ScenarioEntry& entry) {
    return entry.scenario ? std::tuple(0, static_cast<int>(entry.scenario->theme), entry.scenario->intensity)
                          : std::tuple(1, 0, 0);
  };
  std::stable_sort(content->scenarios.begin(), content->scenarios.end(),
                   [&place](const auto& one, const auto& other) { return place(one) < place(other); });
  if (auto care = cli::read_care(share)) content->care = care.value();
  return std::shared_ptr<const Content>(std::move(content));
}

}  // namespace steadfast
