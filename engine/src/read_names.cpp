#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "codes.h"
#include "read_scenario.h"

namespace steadfast {

namespace {

// How lines name the mentor, who is the person at the screen.
constexpr std::string_view kMentorSpeaker = "mentor";
constexpr std::string_view kMentorShownAs = "You";

void declare_rulebook(ReadingScenario& reading) {
  const Rulebook& rulebook = *reading.scenario.rulebook;
  StateScope& state = reading.state;
  state.variables = rulebook.model.variables;
  state.conditions = rulebook.model.conditions;
  state.policy = &rulebook.policy;
  state.unreadable = {&reading.choices, &reading.nodes, &reading.endings};
  for (std::size_t at = 0; at < state.variables.size(); ++at) {
    // The table keeps views, so the names come from where they stay.
    state.names.declare_elsewhere(rulebook.model.variables[at].id.text, static_cast<std::uint32_t>(at));
  }
  const auto declare_all = [](NameTable& names, const auto& things) {
    for (std::size_t at = 0; at < things.size(); ++at) {
      names.declare_elsewhere(things[at].id.text, static_cast<std::uint32_t>(at));
    }
  };
  declare_all(reading.acts, rulebook.acts);
  const std::vector<Dimension>& dimensions = rulebook.rubric.dimensions;
  for (std::size_t at = 0; at < dimensions.size(); ++at) {
    reading.dimensions.declare_elsewhere(dimensions[at].id.text, static_cast<std::uint32_t>(at),
                                         dimensions[at].name);
  }
  declare_all(reading.critical_errors, rulebook.rubric.critical_errors);
}

void declare_people(ReadingScenario& reading) {
  reading.people.declare_elsewhere(kMentorSpeaker, 0);
  reading.person_names.emplace_back(kMentorShownAs);
  for (const YamlNode person : reading.root.find("people").items()) {
    reading.people.declare(person.find("id"), static_cast<std::uint32_t>(reading.person_names.size()),
                           *reading.problems);
    reading.person_names.push_back(words_of(person.find("name")));
  }
}

void read_variables(ReadingScenario& reading) {
  StateScope& state = reading.state;
  for (const YamlNode written : reading.root.find("variables").items()) {
    Variable variable;
    variable.id.text = words_of(written.find("id"));
    variable.least = number_of(written.find("min"), 0);
    variable.most = number_of(written.find("max"), 0);
    variable.meaning = words_of(written.find("meaning"));
    if (variable.least > variable.most) {
      reading.problems->error(codes::kTurnedRange, written.find("max").where(),
                              fmt::format("`max` of `{}` is smaller than its `min`", variable.id.text));
      std::swap(variable.least, variable.most);
    }
    variable.start = read_start_value(written.find("start"), variable, *reading.problems);
    state.names.declare(written.find("id"), static_cast<std::uint32_t>(state.variables.size()),
                        *reading.problems);
    state.variables.push_back(std::move(variable));
  }
  read_flags(reading.root.find("flags"), VariableOrigin::scenario, state, *reading.problems);
}

// The keys of the policy that this scenario needs, as variables that nothing changes.
void read_policy(ReadingScenario& reading) {
  const Policy& policy = reading.scenario.rulebook->policy;
  NameTable keys{"policy key", codes::kUnknownPolicyKey, "`steadfast explain policy` lists them"};
  for (std::size_t at = 0; at < policy.keys.size(); ++at) {
    keys.declare_elsewhere(policy.keys[at].id, static_cast<std::uint32_t>(at));
  }
  StateScope& state = reading.state;
  NameTable listed{"policy key of this scenario"};
  for (const YamlNode written : reading.root.find("policy").items()) {
    const auto found = keys.find_or_report(written, *reading.problems);
    listed.declare(written, 0, *reading.problems);
    auto& needed = reading.scenario.policy;
    if (!found || std::find(needed.begin(), needed.end(), *found) != needed.end()) continue;
    needed.push_back(*found);
    const PolicyKey& key = policy.keys[*found];
    if (key.values.empty()) continue;
    Variable variable;
    variable.id.text = key.variable;
    variable.kind = VariableKind::named;
    variable.origin = VariableOrigin::policy;
    variable.most = static_cast<std::int32_t>(key.values.size()) - 1;
    variable.start = key.value;
    variable.value_names = key.values;
    variable.meaning = key.asks;
    state.names.declare_elsewhere(key.variable, static_cast<std::uint32_t>(state.variables.size()));
    state.variables.push_back(std::move(variable));
  }
}

// Where the model's variables start in this scenario, and how far they may then drift.
void apply_start(ReadingScenario& reading) {
  StateScope& state = reading.state;
  const std::size_t of_model = reading.scenario.rulebook->model.variables.size();
  for (const YamlEntry entry : reading.root.find("mentee").find("start").entries()) {
    if (entry.key.is_spoilt() || !entry.key.is_text()) continue;
    const std::optional<std::uint32_t> position = state.names.find(entry.key.text());
    if (!position || *position >= of_model) {
      const bool is_policy = position && *position < state.variables.size() &&
                             state.variables[*position].origin == VariableOrigin::policy;
      const bool is_own = position && *position < state.variables.size() && !is_policy;
      reading.problems->error(codes::kUnknownVariable, entry.key.where(),
                              fmt::format("the mentee model has no variable or flag `{}`", entry.key.text()),
                              is_policy ? "the programme answers that, in its policy"
                              : is_own  ? "give a variable of this scenario its `start` where it is declared"
                                        : state.names.help_for(entry.key.text(), *reading.problems));
      continue;
    }
    Variable& variable = state.variables[*position];
    variable.start = read_start_value(entry.value, variable, *reading.problems);
  }
  for (std::size_t at = 0; at < of_model; ++at) {
    Variable& variable = state.variables[at];
    if (!variable.drift) continue;
    variable.least = std::max(variable.least, variable.start - *variable.drift);
    variable.most = std::min(variable.most, variable.start + *variable.drift);
  }
}

// Nodes and endings share one space of ids: the second table refuses what the first has.
void declare_place(YamlNode id, std::uint32_t position, NameTable& own, const NameTable& other,
                   Problems& problems) {
  if (id.is_text() && other.find(id.text())) {
    problems.error(codes::kDuplicateId, id.where(),
                   fmt::format("`{}` is the id of {} already", id.text(), with_article(other.what())),
                   "nodes and endings need different ids");
    problems.broken_id(codes::kUnknownTarget);
  }
  own.declare(id, position, problems);
}

void declare_places(ReadingScenario& reading) {
  Problems& problems = *reading.problems;
  std::uint32_t node_count = 0;
  std::uint32_t choice_count = 0;
  for (const YamlNode node : reading.root.find("nodes").items()) {
    const YamlNode id = node.find("id");
    const bool is_copy = id.is_text() && reading.nodes.find(id.text()).has_value();
    declare_place(id, node_count++, reading.nodes, reading.endings, problems);
    const YamlNode choices = node.find("choices");
    // Who leaves a list empty leaves out as many answers as anything else speaks of.
    constexpr std::size_t kMostAnswersOfANode = 8;
    if (choices.is_list() && choices.items().empty()) {
      problems.broken_id(codes::kUnknownChoice, kMostAnswersOfANode);
    }
    for (const YamlNode choice : choices.items()) {
      const YamlNode choice_id = choice.find("id");
      const std::uint32_t position = choice_count++;
      // A copied node brings its choices along; that it is a copy is told already.
      if (is_copy && choice_id.is_text() && reading.choices.find(choice_id.text())) continue;
      reading.choices.declare(choice_id, position, problems);
    }
    reading.places_share_an_id = reading.places_share_an_id || is_copy;
  }
  std::uint32_t ending_count = 0;
  for (const YamlNode ending : reading.root.find("endings").items()) {
    const YamlNode id = ending.find("id");
    const bool is_copy = id.is_text() && (reading.endings.find(id.text()) || reading.nodes.find(id.text()));
    declare_place(id, ending_count++, reading.endings, reading.nodes, problems);
    reading.places_share_an_id = reading.places_share_an_id || is_copy;
  }
}

void declare_former_ids(ReadingScenario& reading) {
  const auto declare = [&reading](NameTable& names, YamlNode thing, std::uint32_t position) {
    // A copy brings the former ids along as well.
    const auto first = names.find(thing.find("id").text());
    if (first && *first != position) return;
    for (const YamlNode former : thing.find("was").items()) {
      names.declare_former(former, thing.find("id").text(), *reading.problems);
    }
  };
  std::uint32_t node_count = 0;
  std::uint32_t choice_count = 0;
  for (const YamlNode node : reading.root.find("nodes").items()) {
    declare(reading.nodes, node, node_count++);
    for (const YamlNode choice : node.find("choices").items()) {
      declare(reading.choices, choice, choice_count++);
    }
  }
  std::uint32_t ending_count = 0;
  for (const YamlNode ending : reading.root.find("endings").items()) {
    declare(reading.endings, ending, ending_count++);
  }
}

}  // namespace

void declare_names(ReadingScenario& reading) {
  declare_rulebook(reading);
  declare_people(reading);
  // Conditions of the model come behind all variables, so that no variable can take their names.
  for (const NamedCondition& condition : reading.scenario.rulebook->model.conditions) {
    reading.state.names.declare_elsewhere(condition.name, kConditionPosition);
  }
  read_policy(reading);
  read_variables(reading);
  apply_start(reading);
  declare_places(reading);
  declare_former_ids(reading);
}

}  // namespace steadfast
