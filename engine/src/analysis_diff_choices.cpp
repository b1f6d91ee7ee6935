// What an edit changed in what choices do and are worth.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "analysis_diff_parts.h"

namespace steadfast {
namespace {

std::string target_of(const Scenario& scenario, const Choice& choice) {
  const auto* node = std::get_if<NodeIndex>(&choice.next);
  return node != nullptr ? scenario.at(*node).id.text
                         : scenario.at(std::get<EndingIndex>(choice.next)).id.text;
}

// The same target under the id that it has in the new file, so that a renaming is no change.
std::string target_as_now(const DiffInput& input, const Choice& choice) {
  const Scenario& old = input.old.scenario;
  const Scenario& now = input.now.scenario;
  if (const auto* node = std::get_if<NodeIndex>(&choice.next)) {
    const auto there = input.nodes.now_of(node->value);
    return there ? now.nodes[*there].id.text : old.at(*node).id.text;
  }
  const EndingIndex ending = std::get<EndingIndex>(choice.next);
  const auto there = input.endings.now_of(ending.value);
  return there ? now.endings[*there].id.text : old.at(ending).id.text;
}

std::string weight_of(const Scenario& scenario, const Choice& choice) {
  return fmt::format("{:g}", scenario.at(choice.node).weight / 2.0);
}

std::string critical_of(const Scenario& scenario, const Choice& choice) {
  return choice.critical ? scenario.rulebook->rubric.critical_errors[choice.critical->value].id.text
                         : std::string();
}

std::string acts_of(const Scenario& scenario, const Choice& choice) {
  std::vector<std::string> ids;
  for (const ActIndex act : choice.acts) ids.push_back(scenario.acts[act.value].id.text);
  return fmt::format("{}", fmt::join(ids, ", "));
}

std::string effects_of(const Scenario& scenario, const Choice& choice) {
  std::vector<std::string> effects;
  for (const Change& change : choice.effects) {
    effects.push_back(fmt::format("{} {} {}", scenario.variables[change.variable.value].id.text,
                                  change.operation == ChangeOperation::add ? "+" : "=",
                                  change.amount.text()));
  }
  return fmt::format("{}", fmt::join(effects, ", "));
}

std::string yes_if(bool holds) {
  return holds ? "yes" : "";
}

std::map<std::string, int> ratings_of(const Scenario& scenario, const Choice& choice) {
  std::map<std::string, int> levels;
  for (const Rating& rating : choice.ratings) {
    levels[scenario.rulebook->rubric.dimensions[rating.dimension.value].id.text] = rating.level;
  }
  return levels;
}

std::vector<RatingDiff> compare_ratings(const std::map<std::string, int>& before,
                                        const std::map<std::string, int>& after) {
  const auto level = [](const std::map<std::string, int>& levels, const std::string& dimension) {
    const auto found = levels.find(dimension);
    return found == levels.end() ? std::nullopt : std::optional(found->second);
  };
  auto all = before;
  all.insert(after.begin(), after.end());
  std::vector<RatingDiff> changed;
  for (const auto& [dimension, ignored] : all) {
    const RatingDiff rating{dimension, {level(before, dimension), level(after, dimension)}};
    if (rating.level.is_changed()) changed.push_back(rating);
  }
  return changed;
}

}  // namespace

void diff_choices(const DiffInput& input, AnalysisDiff& diff) {
  const Scenario& old = input.old.scenario;
  const Scenario& now = input.now.scenario;
  for (std::size_t i = 0; i < old.choices.size(); ++i) {
    const auto there = input.choices.now_of(i);
    if (!there) continue;
    const Choice& before = old.choices[i];
    const Choice& after = now.choices[*there];
    ChoiceDiff choice{{before.id.text, after.id.text},
                      compare_ratings(ratings_of(old, before), ratings_of(now, after)),
                      {}};
    const auto compare = [&choice](const char* what, std::string was, std::string is) {
      if (was != is) choice.rules.push_back({what, {std::move(was), std::move(is)}});
    };
    compare("weight of its node", weight_of(old, before), weight_of(now, after));
    compare("critical", critical_of(old, before), critical_of(now, after));
    compare("serious", yes_if(before.serious), yes_if(after.serious));
    if (target_as_now(input, before) != target_of(now, after)) {
      compare("leads to", target_of(old, before), target_of(now, after));
    }
    compare("when", before.when.text(), after.when.text());
    compare("once", yes_if(before.once.has_value()), yes_if(after.once.has_value()));
    compare("acts", acts_of(old, before), acts_of(now, after));
    compare("effects", effects_of(old, before), effects_of(now, after));
    if (!choice.ratings.empty() || !choice.rules.empty()) diff.changed_choices.push_back(std::move(choice));
  }
}

}  // namespace steadfast
