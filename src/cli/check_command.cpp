#include "cli/check_command.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "cli/content.h"
#include "cli/talk.h"
#include "platform/files.h"
#include "steadfast/check.h"
#include "steadfast/outlook.h"

namespace steadfast::cli {

namespace {

namespace fs = std::filesystem;

class Check {
 public:
  Check(const Terminal& terminal, const Surroundings& surroundings, std::shared_ptr<const Rulebook> rulebook)
      : terminal_(terminal), surroundings_(surroundings), rulebook_(std::move(rulebook)) {}

  void path(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      file(path);
      return;
    }
    const FileList list = list_yaml_files(path);
    if (!list.problem.empty()) unreadable(list.problem);
    if (list.problem.empty() && list.files.empty()) {
      unreadable(fmt::format("There is no scenario (*.yaml) in `{}`.", path.string()));
    }
    for (const fs::path& found : list.files) file(found);
  }

  int summary() const {
    const std::string files = counted(files_, "file");
    if (errors_ == 0 && warnings_ == 0 && files_ > 0) terminal_.out << files << " checked: no problems.\n";
    if (errors_ + warnings_ > 0) {
      terminal_.out << fmt::format("{} checked: {}, {}.\n", files, counted(errors_, "error"),
                                   counted(warnings_, "warning"));
    }
    if (unreadable_ > 0) return 2;
    return errors_ > 0 ? 1 : 0;
  }

 private:
  void unreadable(const std::string& sentence) {
    terminal_.err << sentence << '\n';
    ++unreadable_;
  }

  void file(const fs::path& path) {
    if (path.filename() == kOwnPolicy) return policy(path);
    const Result<ReadScenario> result = read_scenario(path, rulebook_);
    if (!result) {
      unreadable(result.error().message);
      return;
    }
    ++files_;
    const ReadScenario& read = result.value();
    terminal_.out << read.report;
    count(read.diagnostics);
    if (!read.scenario) return;
    plays(*read.scenario, path, read.source);
    scene(*read.scenario, path);
    only_one_of_its_id(*read.scenario, path);
  }

  // The rules of a programme, in a file of their own form.
  void policy(const fs::path& path) {
    const auto read = read_own_policy(*surroundings_.share_folder, path);
    if (!read) {
      unreadable(read.error().message);
      return;
    }
    ++files_;
    for (const Diagnostic& diagnostic : read.value().diagnostics) {
      terminal_.out << format_diagnostic(diagnostic, read.value().source);
    }
    count(read.value().diagnostics);
  }

  void count(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
      ++(diagnostic.severity == Severity::error ? errors_ : warnings_);
    }
  }

  void error(const fs::path& path, const std::string& message) {
    terminal_.out << fmt::format("{}: error: {}\n", path.string(), message);
    ++errors_;
  }

  void plays(const Scenario& scenario, const fs::path& path, const std::string& source) {
    const Outlook outlook = Outlook::explore(scenario);
    if (outlook.kind() == Outlook::Kind::endless || outlook.kind() == Outlook::Kind::stuck) {
      error(path, fmt::format("{}; `steadfast analyze` shows the way there",
                              outlook.kind() == Outlook::Kind::endless
                                  ? "some plays never end"
                                  : "some play ends where nothing is offered"));
      return;
    }
    std::vector<Diagnostic> diagnostics = check_plays(scenario, outlook, path.string());
    sort_diagnostics(diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) terminal_.out << format_diagnostic(diagnostic, source);
    count(diagnostics);
  }

  // The picture beside the conversation must be there and must show this young person.
  void scene(const Scenario& scenario, const fs::path& path) {
    const fs::path file = *surroundings_.share_folder / "assets/scenes" / scenario.scene / "scene.yaml";
    const FileText text = read_file(file);
    if (!text.text) {
      error(path, fmt::format("no scene is called `{}`: `{}` cannot be read", scenario.scene, file.string()));
      return;
    }
    const Source source{file.string(), *text.text};
    const LoadedScene loaded = load_scene(source);
    if (scenes_seen_[scenario.scene]++ == 0) {
      for (const Diagnostic& diagnostic : loaded.diagnostics) {
        terminal_.out << format_diagnostic(diagnostic, source.text);
      }
      count(loaded.diagnostics);
    }
    if (!loaded.scene) return;
    const auto& people = loaded.scene->people;
    const bool shown = std::any_of(people.begin(), people.end(), [&scenario](const ScenePerson& person) {
      return person.name == scenario.mentee.name;
    });
    if (!shown) {
      error(path, fmt::format("the scene `{}` has no picture of {}", scenario.scene, scenario.mentee.name));
    }
  }

  // Attempts are kept by id, so two conversations with the same one would share a record.
  void only_one_of_its_id(const Scenario& scenario, const fs::path& path) {
    std::error_code ignored;
    const fs::path real = fs::weakly_canonical(path, ignored);
    const auto known = files_by_id_.emplace(scenario.id, real);
    if (!known.second && known.first->second != real) {
      error(path, fmt::format("the id `{}` is also that of `{}`", scenario.id, known.first->second.string()));
    }
  }

  const Terminal& terminal_;
  const Surroundings& surroundings_;
  std::shared_ptr<const Rulebook> rulebook_;
  std::map<std::string, fs::path> files_by_id_;
  std::map<std::string, int> scenes_seen_;
  std::size_t files_ = 0;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t unreadable_ = 0;
};

}  // namespace

int check_command(const std::vector<fs::path>& paths, const Terminal& terminal,
                  const Surroundings& surroundings) {
  const auto rulebook = read_rulebook(surroundings.share_folder);
  if (!rulebook) {
    terminal.err << rulebook.error().message << '\n';
    return 1;
  }
  Check check(terminal, surroundings, rulebook.value());
  for (const fs::path& path : paths) check.path(path);
  return check.summary();
}

}  // namespace steadfast::cli
