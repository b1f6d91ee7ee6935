// Whether a conversation takes care: tears can be mended, endings ask back, and the best answer to a
// disclosure is not always the one that pleases.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "analysis_findings.h"
#include "analysis_kinds.h"

namespace steadfast {
namespace {

std::optional<VariableIndex> variable_called(const Scenario& scenario, std::string_view id) {
  for (std::size_t i = 0; i < scenario.variables.size(); ++i) {
    if (scenario.variables[i].id.text == id) {
      return index_of<Variable>(i);
    }
  }
  return std::nullopt;
}

// The graph with one variable kept at every state; nothing when it is too large (then that is reported).
std::optional<StateGraph> graph_with(const AnalysisInput& input, VariableIndex variable,
                                     std::string_view question, std::vector<Diagnostic>& findings) {
  const VariableIndex kept[]{variable};
  StateGraph graph = explore_states(input.scenario, kept, input.limits.states, input.watch);
  if (graph.complete) {
    return graph;
  }
  if (graph.over_limit) {
    findings.push_back(
        input.finding(Severity::warning, kTooManyStates, input.scenario.nodes.front().where,
                      fmt::format("{} could not be looked at on every way: there are more than {} states",
                                  question, input.limits.states),
                      fmt::format("let fewer things change `{}`, or allow more with `--budget`",
                                  input.scenario.variables[variable.value].id.text)));
  }
  return std::nullopt;
}

// Acts that can bring a tear nearer to its mending: they close it, or do what a rule that closes it waits
// for. Read out of the model, so that it has the only say.
class MendingActs {
 public:
  MendingActs(const Scenario& scenario, VariableIndex tear)
      : tear_(tear), awaited_(scenario.variables.size(), 0) {
    for (const Rule& rule : scenario.rulebook->model.rules) {
      wait_for(rule.changes);
    }
    for (const Act& act : scenario.acts) {
      wait_for(act.changes);
    }
    const auto& repairing = scenario.rulebook->rubric.repairing_acts;
    for (std::size_t i = 0; i < scenario.acts.size(); ++i) {
      const bool is_named =
          std::find(repairing.begin(), repairing.end(), index_of<Act>(i)) != repairing.end();
      mends_.push_back(static_cast<char>(is_named || brings(scenario.acts[i])));
    }
  }

  bool mends(const Choice& choice) const {
    return !choice.critical && std::any_of(choice.acts.begin(), choice.acts.end(),
                                           [this](ActIndex act) { return mends_[act.value] != 0; });
  }

  // What opens a tear: the effects of a choice, or one of its acts.
  struct Opening {
    bool is_effect = false;
    std::optional<ActIndex> act;
  };
  std::optional<Opening> opening(const Scenario& scenario, const Choice& choice) const {
    if (tears(choice.effects)) return Opening{true, std::nullopt};
    for (const ActIndex act : choice.acts) {
      if (some_tear(scenario.acts[act.value].changes)) return Opening{false, act};
    }
    return std::nullopt;
  }

  // "`owns_mistake`, `keeps_change`": those that mend, as the author can write them.
  std::string names(const Scenario& scenario) const {
    constexpr std::size_t kMostNamed = 4;
    std::vector<std::string> named;
    for (std::size_t i = 0; i < mends_.size() && named.size() < kMostNamed; ++i) {
      if (mends_[i] != 0) named.push_back(fmt::format("`{}`", scenario.acts[i].id.text));
    }
    return fmt::format("{}", fmt::join(named, ", "));
  }

  // Whether anything that can happen opens a tear.
  bool can_tear(const Scenario& scenario) const {
    const auto& rules = scenario.rulebook->model.rules;
    return start_values(scenario)[tear_.value] != 0 ||
           std::any_of(rules.begin(), rules.end(),
                       [&](const Rule& rule) { return some_tear(rule.changes); }) ||
           std::any_of(scenario.choices.begin(), scenario.choices.end(),
                       [&](const Choice& choice) { return opening(scenario, choice).has_value(); });
  }

 private:
  bool tears(const std::vector<Change>& changes) const {
    return std::any_of(changes.begin(), changes.end(),
                       [this](const Change& change) { return change.variable == tear_ && !closes(change); });
  }
  bool some_tear(const std::vector<ConditionalChanges>& entries) const {
    return std::any_of(entries.begin(), entries.end(),
                       [this](const ConditionalChanges& entry) { return tears(entry.changes); });
  }

  // A tear is closed by its first value, which stands for none.
  bool closes(const Change& change) const {
    const std::vector<std::int32_t> nothing(awaited_.size(), 0);
    return change.variable == tear_ && change.operation == ChangeOperation::set &&
           change.amount.reads().empty() && change.amount.evaluate(nothing) == 0;
  }

  void wait_for(const std::vector<ConditionalChanges>& entries) {
    for (const ConditionalChanges& entry : entries) {
      if (std::any_of(entry.changes.begin(), entry.changes.end(),
                      [&](const Change& each) { return closes(each); })) {
        for (const VariableIndex read : entry.when.reads()) {
          awaited_[read.value] = static_cast<char>(read != tear_);
        }
      }
    }
  }

  bool brings(const Act& act) const {
    const auto helps = [&](const Change& change) {
      const bool sets_awaited = awaited_[change.variable.value] != 0 &&
                                change.operation == ChangeOperation::set &&
                                change.amount.evaluate(std::vector<std::int32_t>(awaited_.size(), 0)) != 0;
      return closes(change) || sets_awaited;
    };
    return std::any_of(act.changes.begin(), act.changes.end(), [&](const ConditionalChanges& entry) {
      return std::any_of(entry.changes.begin(), entry.changes.end(), helps);
    });
  }

  VariableIndex tear_;
  std::vector<char> awaited_;  // per variable: what closes the tear reads it
  std::vector<char> mends_;    // per act
};

// The first state at which a tear has just opened and nothing behind it can mend it. A tear that was offered
// a repair and was left open is the mentor's doing, not the author's.
std::optional<std::uint32_t> first_torn_for_good(const StateGraph& graph, const Scenario& scenario,
                                                 VariableIndex tear, const std::vector<char>& can_mend,
                                                 Watch& watch) {
  std::vector<std::int32_t> values = start_values(scenario);
  const auto tear_at = [&](std::uint32_t state) {
    const NodeIndex node = graph.keys.unpack(graph.states.key(state), values);
    const std::int32_t value = values[tear.value];
    graph.keys.forget_once(node, values);
    return value;
  };
  if (graph.start.is_state() && tear_at(graph.start.state()) != 0 && can_mend[graph.start.state()] == 0) {
    return graph.start.state();
  }
  std::optional<std::uint32_t> first;
  for (std::uint32_t state = 0; state < graph.state_count(); ++state) {
    if (!watch.tick()) {
      return std::nullopt;
    }
    const std::int32_t before = tear_at(state);
    for (const StateEdge& edge : graph.edges_of(state)) {
      if (!edge.arrival.is_state() || can_mend[edge.arrival.state()] != 0) {
        continue;
      }
      const std::int32_t after = tear_at(edge.arrival.state());
      if (after != 0 && after != before) {
        first = std::min(first.value_or(edge.arrival.state()), edge.arrival.state());
      }
    }
  }
  return first;
}

// The last choice of the way that opens a tear, told with what it does; empty when it was open from the
// start.
std::string told_opening(const Scenario& scenario, const std::vector<ChoiceIndex>& way, VariableIndex tear,
                         const MendingActs& acts) {
  std::vector<std::int32_t> values = start_values(scenario);
  const Choice* opener = nullptr;
  for (const ChoiceIndex index : way) {
    const std::int32_t before = values[tear.value];
    apply_choice(scenario, scenario.at(index), values);
    const std::int32_t after = values[tear.value];
    if (after != 0 && after != before) opener = &scenario.at(index);
  }
  if (opener == nullptr) return {};
  const auto opening = acts.opening(scenario, *opener);
  const std::string by = !opening ? std::string()
                         : opening->is_effect
                             ? " (by its effects)"
                             : fmt::format(" (act `{}`)", scenario.acts[opening->act->value].id.text);
  return fmt::format("`{}`{}", opener->id.text, by);
}

// How a condition asks whether a tear is open: the named condition that says just that, if there is one.
std::string asked_for(const Scenario& scenario, VariableIndex tear) {
  std::vector<std::int32_t> values(scenario.variables.size());
  for (const NamedCondition& condition : scenario.rulebook->model.conditions) {
    if (condition.is.reads() != std::vector<VariableIndex>{tear}) continue;
    bool is_it = true;
    for (std::int32_t value = 0; value <= scenario.variables[tear.value].most; ++value) {
      values[tear.value] = value;
      is_it = is_it && condition.is.holds(values) == (value != 0);
    }
    if (is_it) return condition.name;
  }
  const Variable& variable = scenario.variables[tear.value];
  return fmt::format("{} is not {}", variable.id.text, variable.value_names.front());
}

void find_tears(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  const Scenario& scenario = input.scenario;
  const auto tear = variable_called(scenario, "rupture");
  if (!tear || scenario.variables[tear->value].kind != VariableKind::named) {
    return;
  }
  const MendingActs acts(scenario, *tear);
  if (!acts.can_tear(scenario)) {
    return;
  }
  const auto graph = graph_with(input, *tear, "whether every tear can be mended", findings);
  if (!graph) {
    return;
  }
  std::vector<char> can_mend(graph->state_count(), 0);
  for (auto state = graph->order.rbegin(); state != graph->order.rend(); ++state) {
    if (!input.watch.tick()) {
      return;
    }
    for (const StateEdge& edge : graph->edges_of(*state)) {
      const bool later = edge.arrival.is_state() && can_mend[edge.arrival.state()] != 0;
      can_mend[*state] =
          static_cast<char>(can_mend[*state] != 0 || later || acts.mends(scenario.at(edge.choice)));
    }
  }
  const std::optional<std::uint32_t> torn =
      first_torn_for_good(*graph, scenario, *tear, can_mend, input.watch);
  if (!torn) {
    return;
  }
  const Node& node = scenario.at(graph->node_of_state[*torn]);
  const std::vector<ChoiceIndex> way = graph->way(graph->way_to_state[*torn]);
  const std::string opening = told_opening(scenario, way, *tear, acts);
  findings.push_back(input.finding(
      Severity::warning, kTearCannotBeMended, node.where,
      fmt::format("{} before `{}`, and from there on no answer mends it, when it is reached {}",
                  opening.empty() ? "a tear in the relationship is open"
                                  : fmt::format("{} opens a tear in the relationship", opening),
                  node.id.text, told_way(scenario, way)),
      fmt::format("give an answer here or later one of the acts that mend ({}), and show it only `when: {}`",
                  acts.names(scenario), asked_for(scenario, *tear)),
      way));
}

void find_reflections(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  for (std::size_t i = 0; i < input.scenario.endings.size(); ++i) {
    const Ending& ending = input.scenario.endings[i];
    if (ending.reflection.empty() || ending.reflection.find('?') != std::string::npos) {
      continue;  // the loader asks for one
    }
    const auto& way = input.inside().graph.way_to_ending[i];
    findings.push_back(
        input.finding(Severity::warning, kReflectionAsksNothing,
                      ending.where_reflection.line > 0 ? ending.where_reflection : ending.where,
                      fmt::format("the reflection of `{}` asks nothing", ending.id.text),
                      "end with a question that somebody can take along",
                      way ? input.inside().graph.way(*way) : std::vector<ChoiceIndex>{}));
  }
}

// In a disclosure somewhere the right thing must be something else than what pleases most.
void find_pleasing(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  const Scenario& scenario = input.scenario;
  const auto trust = variable_called(scenario, "trust");
  if (scenario.theme != Theme::disclosure || !trust || !input.inside().graph.start.is_state()) {
    return;
  }
  const auto graph = graph_with(input, *trust, "what pleases most", findings);
  if (!graph) {
    return;
  }
  const LedgerGains& gains = input.inside().gains;
  const std::size_t composite = gains.composite();
  const std::vector<Range> ranges = ranges_of(*graph, gains, input.watch);
  std::vector<std::int32_t> values = start_values(scenario);
  for (std::uint32_t state = 0; state < graph->state_count(); ++state) {
    if (!input.watch.tick()) {
      return;
    }
    constexpr std::int32_t kNothingYet = std::numeric_limits<std::int32_t>::min();
    std::int32_t most_trust = kNothingYet;
    std::int32_t trust_of_best = kNothingYet;
    for (const StateEdge& edge : graph->edges_of(state)) {
      graph->keys.unpack(graph->states.key(state), values);
      apply_choice(scenario, scenario.at(edge.choice), values);
      const std::int32_t after = values[trust->value];
      const int reached =
          gains.of(edge.choice)[composite] +
          (edge.arrival.is_state() ? ranges[edge.arrival.state() * gains.ledger_count() + composite].most
                                   : 0);
      most_trust = std::max(most_trust, after);
      if (reached == ranges[state * gains.ledger_count() + composite].most) {
        trust_of_best = std::max(trust_of_best, after);
      }
      graph->keys.forget_once(graph->node_of_state[state], values);
      if (scenario.at(edge.choice).once) {
        values[scenario.at(edge.choice).once->value] = 0;
      }
    }
    if (trust_of_best < most_trust) {
      return;  // here pleasing is not the best
    }
  }
  findings.push_back(
      input.finding(Severity::warning, kBestAlwaysPleases, scenario.nodes.front().where,
                    "at every decision of this disclosure a best answer is also the one that pleases most",
                    "let at least one decision ask for something that is right and not welcome at once",
                    input.best_play()));
}

}  // namespace

void find_care_gaps(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  input.watch.begin("looking for care", 0);
  find_reflections(input, findings);
  std::vector<Diagnostic> found;
  find_tears(input, found);
  find_pleasing(input, found);
  if (!input.watch.is_stopped()) {
    findings.insert(findings.end(), found.begin(), found.end());
  }
}

}  // namespace steadfast
