#include "cli/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/content.h"
#include "platform/files.h"
#include "steadfast/expression_words.h"
#include "steadfast/load.h"
#include "steadfast/rulebook.h"

namespace steadfast::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kLevels = {"harmful", "ineffective", "partial", "effective",
                                                     "exemplary"};

// --- The rubric -----------------------------------------------------------------------------------

WordList skills(const Rubric& rubric) {
  WordList list{
      "skills",
      "what an answer is rated on, D1 to D8, and the levels 0 to 4",
      "A rating is a skill, a level and a few words why: `D2: 3 the limit and its reason`.\nLevels:",
      {}};
  for (std::size_t level = 0; level < kLevels.size(); ++level) {
    list.heading += fmt::format("{} {} {}", level == 0 ? "" : ",", level, kLevels[level]);
  }
  list.heading += ".\n";
  for (const Dimension& dimension : rubric.dimensions) {
    std::string full = fmt::format("A skill. {}\n\n", dimension.definition);
    for (std::size_t level = 0; level < dimension.anchors.size(); ++level) {
      full += fmt::format("  {} {}: {}\n", level, kLevels[level], dimension.anchors[level]);
    }
    full += fmt::format("\nWrite `{}: 3 a few words why` under `rate`.\n", dimension.id.text);
    list.words.push_back({dimension.id.text, dimension.name, std::move(full)});
  }
  return list;
}

WordList errors(const Rubric& rubric) {
  WordList list{
      "errors",
      "what is a critical error of safety, C1 to C11",
      "An answer that does one of these is marked `critical: C1` and rates what it touches 0 or 1.\n",
      {}};
  for (const CriticalError& error : rubric.critical_errors) {
    list.words.push_back({error.id.text, error.name,
                          fmt::format("A critical error. {}\n\nWrite `critical: {}` in the answer, and rate "
                                      "what it touches 0 or 1.\n",
                                      error.why, error.id.text)});
  }
  return list;
}

// --- Acts and state -------------------------------------------------------------------------------

WordList acts(const Rulebook& rulebook, const ExpressionScope& scope) {
  WordList list{
      "acts",
      "what a mentor does with an answer",
      "An answer names what the mentor does, `acts: [listens]`; that moves her state, so you need no "
      "numbers.\n",
      {}};
  for (const Act& act : rulebook.acts) {
    std::string changes;
    for (const std::string& line : in_words(act.changes, scope)) changes += "  " + line + "\n";
    list.words.push_back(
        {act.id.text, act.meaning,
         fmt::format("An act.{}\nWrite `acts: [{}]` in the answer.\n",
                     changes.empty() ? " It changes nothing in her state.\n"
                                     : " What it does to her state, from top to bottom:\n\n" + changes,
                     act.id.text)});
  }
  return list;
}

// "keeps_promise, guilt": the acts that change the variable.
std::string changed_by(const Rulebook& rulebook, std::uint32_t variable) {
  std::string names;
  for (const Act& act : rulebook.acts) {
    const bool changes_it =
        std::any_of(act.changes.begin(), act.changes.end(), [variable](const ConditionalChanges& entry) {
          return std::any_of(entry.changes.begin(), entry.changes.end(),
                             [variable](const Change& change) { return change.variable.value == variable; });
        });
    if (changes_it) names += (names.empty() ? "" : ", ") + act.id.text;
  }
  return names.empty() ? names : fmt::format("Acts that change it: {}.\n", names);
}

Word variable_word(const Rulebook& rulebook, std::uint32_t position) {
  const Variable& variable = rulebook.model.variables[position];
  const std::string& id = variable.id.text;
  std::string kind;
  std::string example;
  switch (variable.kind) {
    case VariableKind::number:
      kind = fmt::format("A variable, from {} to {}. It starts at {} where a scenario says nothing else.",
                         variable.least, variable.most, variable.start);
      if (variable.drift) kind += fmt::format(" It never goes further than {} from there.", *variable.drift);
      example = fmt::format("`{} >= {}`", id, variable.start);
      break;
    case VariableKind::flag:
      kind = fmt::format("A flag, yes or no. It starts as {}.", variable.start != 0 ? "yes" : "no");
      example = fmt::format("`{0}` or `not {0}`", id);
      break;
    case VariableKind::named:
      kind =
          fmt::format("A variable that is one of {}. It starts as {}.", fmt::join(variable.value_names, ", "),
                      variable.value_names[static_cast<std::size_t>(variable.start)]);
      example = fmt::format("`{} is {}`", id, variable.value_names.back());
      break;
  }
  return {id, variable.meaning,
          fmt::format("{}\n{}In a condition: {}.\n", kind, changed_by(rulebook, position), example)};
}

WordList variables(const Rulebook& rulebook, const ExpressionScope& scope) {
  WordList list{
      "variables",
      "what is remembered of the young person: for `when`, `effects` and `start`",
      "One possible young person as numbers and flags. Acts change them, conditions read them; nothing here\n"
      "ever adds to a score.\n",
      {}};
  for (std::uint32_t i = 0; i < rulebook.model.variables.size(); ++i) {
    list.words.push_back(variable_word(rulebook, i));
  }
  for (const NamedCondition& condition : rulebook.model.conditions) {
    list.words.push_back(
        {condition.name, condition.meaning,
         fmt::format("A condition. It holds when {}.\nWrite `when: {}`. It follows from the variables, so it "
                     "cannot be changed itself.\n",
                     in_words(condition.is, scope).text, condition.name)});
  }
  return list;
}

// --- Scenes, themes, policy -----------------------------------------------------------------------

WordList scenes(const fs::path& share) {
  WordList list{"scenes",
                "the places, who is shown there and in which postures",
                "A scene shows one young person; give yours that name.\n",
                {}};
  for (const Scene& scene : read_scenes(share)) {
    std::string people;
    std::string full = "A scene.\n";
    for (const ScenePerson& person : scene.people) {
      people += (people.empty() ? "" : ", ") + person.name;
      full += fmt::format("\nIt shows {} in these postures, for `pose`:\n", person.name);
      for (const ScenePose& pose : person.poses) {
        full += fmt::format("  {}: {}\n", to_string(pose.pose), pose.alt);
      }
    }
    full += fmt::format("\nWrite `scene: {}`.\n", scene.id);
    list.words.push_back({scene.id, fmt::format("{}: {}", people, scene.alt), std::move(full)});
  }
  return list;
}

WordList themes() {
  WordList list{"themes", "what a scenario can be about", "", {}};
  for (const Theme theme : all_themes()) {
    const std::string id(to_string(theme));
    list.words.push_back({id, std::string(about_theme(theme)),
                          fmt::format("A theme. Write `theme: {}`, or start with `steadfast new ID --theme "
                                      "{}`.\n",
                                      id, id)});
  }
  return list;
}

WordList policy(const Policy& policy) {
  WordList list{
      "policy",
      "the questions that each program answers for itself",
      "A scenario lists those it needs, `policy: [money, food]`; the answers are shown before it starts.\n",
      {}};
  for (const PolicyKey& key : policy.keys) {
    std::string full =
        fmt::format("A question of the policy. {}\n",
                    key.is_set() ? "What scenarios assume: " + key.says : "Each program answers it.");
    if (!key.values.empty()) {
      full += fmt::format("In a condition: `{} is {}`; it is one of {}.\n", key.variable, key.values.back(),
                          fmt::join(key.values, ", "));
    }
    list.words.push_back({key.id, key.asks, full + fmt::format("Write `policy: [{}]`.\n", key.id)});
  }
  return list;
}

}  // namespace

std::string_view about_theme(Theme theme) {
  switch (theme) {
    case Theme::boundaries:
      return "saying no, and staying: money, gifts, secrets, rides";
    case Theme::consistency:
      return "being the same every week, missed meetings and tests included";
    case Theme::trauma_bonds:
      return "love and loyalty for the person who exploited her";
    case Theme::beginnings:
      return "first meetings, and earning a little trust";
    case Theme::disclosure:
      return "something that cannot stay private";
    case Theme::strengths:
      return "seeing what she is good at, without big praise";
    case Theme::connection:
      return "people and places besides the mentor";
    case Theme::closure:
      break;
  }
  return "saying goodbye";
}

std::vector<Theme> all_themes() {
  std::vector<Theme> themes;
  for (int theme = 0; theme <= static_cast<int>(Theme::closure); ++theme) {
    themes.push_back(static_cast<Theme>(theme));
  }
  return themes;
}

std::vector<Scene> read_scenes(const fs::path& share) {
  std::vector<Scene> scenes;
  for (const fs::path& file : list_yaml_files(share / "assets/scenes").files) {
    FileText text = read_file(file);
    if (!text.text || file.filename() != "scene.yaml") continue;
    LoadedScene loaded = load_scene({file.string(), std::move(*text.text)});
    if (loaded.scene) scenes.push_back(std::move(*loaded.scene));
  }
  return scenes;
}

Result<std::vector<WordList>> read_vocabulary(const std::optional<fs::path>& share) {
  const Result<std::shared_ptr<const Rulebook>> read = read_rulebook(share);
  if (!read) return read.error();
  const Rulebook& rulebook = *read.value();
  const ExpressionScope scope{rulebook.model.variables, rulebook.model.conditions};
  return std::vector<WordList>{skills(rulebook.rubric),    errors(rulebook.rubric), acts(rulebook, scope),
                               variables(rulebook, scope), scenes(*share),          themes(),
                               policy(rulebook.policy)};
}

}  // namespace steadfast::cli
