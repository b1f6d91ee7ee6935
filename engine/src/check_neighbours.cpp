#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analysis_findings.h"
#include "analysis_kinds.h"
#include "codes.h"
#include "policy_branches.h"
#include "steadfast/check.h"

namespace steadfast {

namespace {

// Places that nobody reaches are notes of the answer that nobody can choose, if there is one.
std::vector<Diagnostic> with_their_cause(std::vector<Diagnostic> unmet) {
  const auto is_cause = [](const Diagnostic& each) { return each.code == kChoiceNeverOpen; };
  const auto others = std::stable_partition(unmet.begin(), unmet.end(), is_cause);
  if (others == unmet.begin()) return unmet;
  for (auto other = others; other != unmet.end(); ++other) {
    unmet.front().notes.push_back(
        {other->where, "so " + other->message.substr(0, other->message.find(": "))});
  }
  unmet.erase(others, unmet.end());
  return unmet;
}

}  // namespace

std::vector<Diagnostic> check_every_play_ends(const Scenario& scenario, const Outlook& outlook,
                                              const std::string& file) {
  std::vector<Diagnostic> problems;
  if (outlook.kind() != Outlook::Kind::endless && outlook.kind() != Outlook::Kind::stuck) return problems;
  const AnalysisLimits limits;
  Watch watch;
  find_shape_problems({scenario, outlook, file, limits, watch}, problems);
  return problems;
}

std::vector<Diagnostic> check_all_is_met(const Scenario& scenario, const Outlook& outlook,
                                         const std::string& file) {
  std::vector<Diagnostic> problems;
  if (outlook.kind() != Outlook::Kind::exact) return problems;
  const StateGraph& graph = outlook.implementation().graph;
  const auto is_met = [](const auto& way) { return way.has_value(); };
  if (std::all_of(graph.offered_at.begin(), graph.offered_at.end(), is_met) &&
      std::all_of(graph.way_to_node.begin(), graph.way_to_node.end(), is_met) &&
      std::all_of(graph.way_to_ending.begin(), graph.way_to_ending.end(), is_met)) {
    return problems;
  }
  const AnalysisLimits limits;
  Watch watch;
  ReachElsewhere elsewhere;
  Scenario other = scenario;
  for (const PolicyBranch& branch : other_policies(scenario)) {
    follow(other, branch);
    meet(explore_states(other, {}, limits.states, watch), elsewhere);
    if (!elsewhere.complete) return problems;
  }
  find_unreachable({scenario, outlook, file, limits, watch}, elsewhere, problems);
  return with_their_cause(std::move(problems));
}

std::vector<Diagnostic> check_scene(const Scenario& scenario, const Scene& scene, const std::string& file) {
  const std::string& name = scenario.mentee.name;
  const bool is_shown = std::any_of(scene.people.begin(), scene.people.end(),
                                    [&name](const ScenePerson& person) { return person.name == name; });
  if (is_shown) return {};
  std::string shown;
  for (const ScenePerson& person : scene.people) shown += (shown.empty() ? "" : ", ") + person.name;
  return {{Severity::error,
           codes::kSceneWithoutMentee,
           file,
           scenario.scene_where,
           fmt::format("the scene `{}` has no picture of {}", scenario.scene, name),
           fmt::format(
               "it shows {}: write `name: {}` under `mentee`, or choose another scene; `steadfast explain "
               "scenes` lists them with the people they show",
               shown, scene.people.empty() ? "…" : scene.people.front().name),
           {}}};
}

Diagnostic unknown_scene(const Scenario& scenario, const std::string& help, const std::string& file) {
  return {Severity::error,
          codes::kUnknownScene,
          file,
          scenario.scene_where,
          fmt::format("no scene is called `{}`", scenario.scene),
          help,
          {}};
}

Diagnostic id_of_another_file(const Scenario& scenario, const std::string& other_file,
                              const std::string& file) {
  return {Severity::error,
          codes::kIdOfAnotherFile,
          file,
          scenario.id_where,
          fmt::format("the id `{}` is also that of `{}`", scenario.id, other_file),
          "give one of the two another id, and its file the same name",
          {}};
}

}  // namespace steadfast
