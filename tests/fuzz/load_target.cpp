#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/kept_files.h"
#include "fuzz/targets.h"
#include "fuzz/told.h"
#include "fuzz/walk.h"
#include "steadfast/analysis.h"
#include "steadfast/care.h"
#include "steadfast/check.h"
#include "steadfast/load.h"
#include "steadfast/outlook.h"

namespace steadfast::fuzz {

namespace {

// Small, so that one text is looked at in milliseconds.
constexpr std::size_t kStates = 500;
constexpr std::size_t kSampledPlays = 20;
constexpr int kWalks = 3;
constexpr int kSteps = 40;

// What a file is for is told by a key that no other kind has.
enum class FileKind { scenario, rubric, mentee_model, acts, policy, own_policy, scene, grounding, resources };

FileKind kind_of(std::string_view text) {
  struct Telling {
    std::string_view key;
    FileKind kind;
  };
  constexpr std::array kTelling{
      Telling{"\ndimensions:", FileKind::rubric},  Telling{"\nrules:", FileKind::mentee_model},
      Telling{"\nacts:", FileKind::acts},          Telling{"\nkeys:", FileKind::policy},
      Telling{"\nbackdrop:", FileKind::scene},     Telling{"\nexercises:", FileKind::grounding},
      Telling{"\nresources:", FileKind::resources}};
  // Scenarios have this key, too, but do not start with it.
  if (text.substr(0, 7) == "policy:") return FileKind::own_policy;
  const std::string with_line_end = "\n" + std::string{text};
  for (const Telling& telling : kTelling) {
    if (with_line_end.find(telling.key) != std::string::npos) return telling.kind;
  }
  return FileKind::scenario;
}

std::string disagreement(bool is_loaded, const std::vector<Diagnostic>& diagnostics) {
  if (is_loaded == !has_errors(diagnostics)) return {};
  return is_loaded ? "what has errors was loaded" : "nothing was loaded, and no error says why";
}

std::string first_trouble(const std::vector<std::string>& troubles) {
  for (const std::string& trouble : troubles) {
    if (!trouble.empty()) return trouble;
  }
  return {};
}

// The file is called as its first `id` says, so that an id is no reason to refuse it.
std::string name_for(std::string_view text) {
  const std::size_t key = text.find("id: ");
  if (key == std::string_view::npos) return "scenario.yaml";
  const std::string_view behind = text.substr(key + 4);
  const std::string_view id = behind.substr(0, behind.find_first_of("\r\n"));
  return is_printable(id, Lines::one) ? std::string{id} + ".yaml" : "scenario.yaml";
}

std::string trouble_with_policy_of(const Scenario& scenario) {
  for (const PolicyAnswer& answer : policy_answers(scenario)) {
    if (answer.key == nullptr || policy_sentence(answer).empty()) return "a policy has no answer";
  }
  return {};
}

std::string trouble_with_scenario(const Scenario& scenario, const Source& source) {
  const Outlook outlook = Outlook::explore(scenario, {kStates});
  const auto told = [&source](const std::vector<Diagnostic>& diagnostics) {
    return trouble_with(diagnostics, {source});
  };
  std::string trouble =
      first_trouble({scenario.content_hash.size() == 32 ? "" : "the hash is cut off",
                     trouble_with_policy_of(scenario), told(check_plays(scenario, outlook, source.name)),
                     told(analyze(scenario, source.name, {kStates, kSampledPlays}).findings)});
  for (int walk = 0; walk < kWalks && trouble.empty(); ++walk) {
    const auto seed = static_cast<std::uint64_t>(walk);
    trouble = walk_trouble(scenario, start_play(scenario, seed), &outlook, seed, kSteps);
  }
  return trouble;
}

std::string scenario_trouble(std::string_view text) {
  const Source source{name_for(text), std::string{text}};
  const LoadedScenario loaded = load_scenario(source, small_rulebook());
  std::string trouble = first_trouble({disagreement(loaded.scenario.has_value(), loaded.diagnostics),
                                       trouble_in_order(loaded.diagnostics, {source})});
  if (!trouble.empty() || !loaded.scenario) return trouble;
  return trouble_with_scenario(*loaded.scenario, source);
}

std::string rulebook_trouble(std::string_view text, FileKind kind) {
  static const std::array<Source, 3> kept{kept_file("tests/data/rulebook/rubric.yaml"),
                                          kept_file("tests/data/rulebook/mentee-model.yaml"),
                                          kept_file("tests/data/rulebook/acts.yaml")};
  std::vector<Source> parts{kept.begin(), kept.end()};
  parts[kind == FileKind::rubric ? 0 : kind == FileKind::mentee_model ? 1 : 2].text = text;
  const LoadedRulebook loaded = load_rulebook(parts[0], parts[1], parts[2]);
  std::string trouble = first_trouble({disagreement(loaded.rulebook != nullptr, loaded.diagnostics),
                                       trouble_in_order(loaded.diagnostics, parts)});
  if (!trouble.empty() || loaded.rulebook == nullptr) return trouble;
  // A scenario must be told, not crash, when what it refers to is gone.
  const Source scenario = kept_file("tests/data/valid/a-short-walk.yaml");
  const LoadedScenario played = load_scenario(scenario, loaded.rulebook);
  trouble = trouble_in_order(played.diagnostics, {scenario});
  if (!trouble.empty() || !played.scenario) return trouble;
  return trouble_with_scenario(*played.scenario, scenario);
}

std::string policy_trouble(std::string_view text) {
  const Source shipped{"policy.yaml", std::string{text}};
  const LoadedPolicy loaded = load_policy(shipped, nullptr);
  return first_trouble({disagreement(loaded.policy.has_value(), loaded.diagnostics),
                        trouble_in_order(loaded.diagnostics, {shipped})});
}

std::string own_policy_trouble(std::string_view text) {
  static const Source shipped = kept_file("tests/data/rulebook/policy.yaml");
  const Source own{"own.yaml", std::string{text}};
  const LoadedPolicy behind = load_policy(shipped, &own);
  return first_trouble({trouble_in_order(behind.diagnostics, {shipped, own}),
                        behind.policy ? "" : "an own policy took the shipped one away"});
}

std::string care_trouble(std::string_view text, FileKind kind) {
  static const Source grounding = kept_file("assets/grounding.yaml");
  static const Source resources = kept_file("assets/resources.yaml");
  Source changed{kind == FileKind::grounding ? grounding.name : resources.name, std::string{text}};
  const LoadedCare loaded =
      kind == FileKind::grounding ? load_care(changed, resources) : load_care(grounding, changed);
  return first_trouble({disagreement(loaded.care != nullptr, loaded.diagnostics),
                        trouble_in_order(loaded.diagnostics, {changed, grounding, resources})});
}

std::string scene_trouble(std::string_view text) {
  const Source source{"scene.yaml", std::string{text}};
  const LoadedScene loaded = load_scene(source);
  return first_trouble({disagreement(loaded.scene.has_value(), loaded.diagnostics),
                        trouble_in_order(loaded.diagnostics, {source})});
}

}  // namespace

std::string load_trouble(std::string_view text) {
  switch (const FileKind kind = kind_of(text)) {
    case FileKind::scenario:
      return scenario_trouble(text);
    case FileKind::policy:
      return policy_trouble(text);
    case FileKind::own_policy:
      return own_policy_trouble(text);
    case FileKind::scene:
      return scene_trouble(text);
    case FileKind::grounding:
    case FileKind::resources:
      return care_trouble(text, kind);
    default:
      return rulebook_trouble(text, kind);
  }
}

}  // namespace steadfast::fuzz
