#include "cli/check_files.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "cli/content.h"
#include "cli/telling.h"
#include "cli/vocabulary.h"
#include "platform/files.h"
#include "steadfast/check.h"
#include "steadfast/outlook.h"

namespace steadfast::cli {

namespace {

namespace fs = std::filesystem;

class Check {
 public:
  Check(const Surroundings& surroundings, const CheckRules& rules)
      : surroundings_(surroundings), rules_(rules) {}

  void path(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      file(path);
      return;
    }
    const FileList list = list_yaml_files(path);
    if (!list.problem.empty()) report_.unreadable.push_back(list.problem);
    if (list.problem.empty() && list.files.empty()) {
      report_.unreadable.push_back(fmt::format("There is no scenario (*.yaml) in `{}`.", path.string()));
    }
    for (const fs::path& found : list.files) file(found);
  }

  CheckReport take() { return std::move(report_); }

 private:
  void file(const fs::path& path) {
    if (path.filename() == kOwnPolicy) {
      policy(path);
    } else {
      scenario(path);
    }
  }

  void scenario(const fs::path& path) {
    Result<ReadScenario> result = read_scenario(path, rules_.rulebook);
    if (!result) {
      report_.unreadable.push_back(result.error().message);
      return;
    }
    ReadScenario& read = result.value();
    const std::string name = path.string();
    report_.files.push_back(name);
    std::vector<Diagnostic> found = std::move(read.diagnostics);
    append(found, check_content_care({name, read.source}, *rules_.care_words, *rules_.care));
    std::vector<Diagnostic> found_in_scene;
    if (read.scenario) {
      const Scenario& scenario = *read.scenario;
      const Outlook outlook = Outlook::explore(scenario);
      std::vector<Diagnostic> endless = check_every_play_ends(scenario, outlook, name);
      if (endless.empty()) {
        append(found, check_all_is_met(scenario, outlook, name));
        tell_plays(scenario, outlook, name, found);
      } else {
        append(found, std::move(endless));
      }
      found_in_scene = scene(scenario, name, found);
      if (rules_.today) append(found, check_reviews(scenario, name, *rules_.today, rules_.reviews));
      if (const auto other = other_file_with_id(scenario.id, path)) {
        found.push_back(id_of_another_file(scenario, *other, name));
      }
    }
    add(name, std::move(read.source), std::move(found));
    append(report_.problems, std::move(found_in_scene));
  }

  // The rules of a programme, in a file of their own form.
  void policy(const fs::path& path) {
    auto read = read_own_policy(*surroundings_.share_folder, path);
    if (!read) {
      report_.unreadable.push_back(read.error().message);
      return;
    }
    report_.files.push_back(path.string());
    add(path.string(), std::move(read.value().source), std::move(read.value().diagnostics));
  }

  // The picture beside the conversation must be there and must show this young person. Returns what is wrong
  // with the picture's own file, once.
  std::vector<Diagnostic> scene(const Scenario& scenario, const std::string& name,
                                std::vector<Diagnostic>& found) {
    const fs::path file = *surroundings_.share_folder / "assets/scenes" / scenario.scene / "scene.yaml";
    std::error_code ignored;
    FileText text = read_file(file);
    if (!text.text) {
      const bool is_there = fs::exists(file, ignored);
      found.push_back(unknown_scene(scenario, is_there ? text.problem : scenes_there_are(), name));
      return {};
    }
    const Source source{file.string(), std::move(*text.text)};
    LoadedScene loaded = load_scene(source);
    if (loaded.scene) append(found, check_scene(scenario, *loaded.scene, name));
    if (loaded.diagnostics.empty() || !scenes_told_.insert(scenario.scene).second) return {};
    report_.texts[source.name] = source.text;
    return std::move(loaded.diagnostics);
  }

  // "there is `garden-bench` (Amara), `library-cafe` (Kiara)"
  std::string scenes_there_are() const {
    std::string text;
    for (const Scene& scene : read_scenes(*surroundings_.share_folder)) {
      std::string people;
      for (const ScenePerson& person : scene.people) people += (people.empty() ? "" : ", ") + person.name;
      text += fmt::format("{}`{}` ({})", text.empty() ? "there is " : ", ", scene.id, people);
    }
    return text;
  }

  std::optional<std::string> other_file_with_id(const std::string& id, const fs::path& path) {
    std::error_code ignored;
    const fs::path real = fs::weakly_canonical(path, ignored);
    const auto known = files_by_id_.emplace(id, real);
    if (known.second || known.first->second == real) return std::nullopt;
    return known.first->second.string();
  }

  void add(const std::string& name, std::string text, std::vector<Diagnostic> found) {
    if (found.empty()) return;
    sort_diagnostics(found);
    append(report_.problems, std::move(found));
    report_.texts[name] = std::move(text);
  }

  static void append(std::vector<Diagnostic>& all, std::vector<Diagnostic> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
  }

  const Surroundings& surroundings_;
  const CheckRules& rules_;
  CheckReport report_;
  std::map<std::string, fs::path> files_by_id_;
  std::set<std::string> scenes_told_;
};

}  // namespace

std::size_t CheckReport::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(),
                    [severity](const Diagnostic& problem) { return problem.severity == severity; }));
}

int CheckReport::exit_code() const {
  if (!unreadable.empty()) return 2;
  return has_errors(problems) ? 1 : 0;
}

Result<CheckRules> read_check_rules(const Surroundings& surroundings) {
  CheckRules rules;
  const auto rulebook = read_rulebook(surroundings.share_folder);
  if (!rulebook) return rulebook.error();
  const auto words = read_care_words(surroundings.share_folder);
  if (!words) return words.error();
  const auto care = read_care(surroundings.share_folder);
  if (!care) return care.error();
  rules.rulebook = rulebook.value();
  rules.care_words = words.value();
  rules.care = care.value();
  rules.today = local_day(surroundings.unix_milliseconds());
  return rules;
}

CheckReport check_files(const std::vector<fs::path>& paths, const Surroundings& surroundings,
                        const CheckRules& rules) {
  Check check(surroundings, rules);
  for (const fs::path& path : paths) check.path(path);
  return check.take();
}

}  // namespace steadfast::cli
