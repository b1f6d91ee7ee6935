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

}  // namespace

Result<std::shared_ptr<const Content>> load_content(const std::optional<fs::path>& share) {
  auto rulebook = cli::read_rulebook(share);
  if (!rulebook) return rulebook.error();
  if (!share) return Error{"The folder with the scenarios was not found."};
  auto content = std::make_shared<Content>();
  const FileList scenarios = list_yaml_files(*share / "scenarios");
  for (const fs::path& file : scenarios.files) {
    content->scenarios.push_back(read_entry(*share, file, rulebook.value()));
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
