#include "analysis_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "analysis_kinds.h"

namespace steadfast {
namespace {

constexpr std::size_t kLongestToldWay = 12;

// Parts of the condition that are false whenever the node is reached; the whole when there is no such part.
// Means nothing when it was stopped.
std::vector<std::string> blocking_parts(const AnalysisInput& input, const Choice& choice) {
  const StateGraph& graph = input.inside().graph;
  std::vector<std::int32_t> values = start_values(input.scenario);
  std::vector<std::string> always_false;
  bool is_first = true;
  for (std::uint32_t state = 0; state < graph.state_count(); ++state) {
    if (!input.watch.tick()) {
      break;
    }
    if (graph.node_of_state[state] != choice.node || (!is_first && always_false.empty())) {
      continue;
    }
    graph.keys.unpack(graph.states.key(state), values);
    const auto parts = why_false(choice.when, input.scenario.variables, values);
    if (is_first) {
      always_false = parts;
    } else {
      always_false.erase(std::remove_if(always_false.begin(), always_false.end(),
                                        [&](const std::string& part) {
                                          return std::find(parts.begin(), parts.end(), part) == parts.end();
                                        }),
                         always_false.end());
    }
    is_first = false;
  }
  return always_false.empty() ? std::vector{choice.when.text()} : always_false;
}

std::string quoted(const std::vector<std::string>& words) {
  return fmt::format("`{}`", fmt::join(words, "`, `"));
}

}  // namespace

Diagnostic AnalysisInput::finding(Severity severity, Code code, Span where, std::string message,
                                  std::string help) const {
  return {severity, code, file, where, std::move(message), std::move(help), {}};
}

std::string told_way(const Scenario& scenario, const std::vector<ChoiceIndex>& way) {
  if (way.empty()) {
    return "right at the start";
  }
  std::vector<std::string> words;
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (way.size() > kLongestToldWay && i == kLongestToldWay / 2) {
      i = way.size() - kLongestToldWay / 2;
      words.push_back("…");
    }
    words.push_back(fmt::format("`{}`", scenario.at(way[i]).id.text));
  }
  return fmt::format("by choosing {}", fmt::join(words, ", "));
}

void find_shape_problems(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  const Scenario& scenario = input.scenario;
  const StateGraph& graph = input.inside().graph;
  if (graph.has_cycle()) {
    const Choice& first = scenario.at(graph.round_cycle.front());
    findings.push_back(
        input.finding(Severity::error, kEndlessConversation, scenario.at(first.node).where,
                      fmt::format("`{}` can come again for ever {}", scenario.at(first.node).id.text,
                                  told_way(scenario, graph.round_cycle)),
                      fmt::format("give one of these choices `once: true`; `{}` is reached {}",
                                  scenario.at(first.node).id.text, told_way(scenario, graph.to_cycle))));
  }
  for (std::size_t i = 0; i < graph.way_to_stuck.size(); ++i) {
    if (const auto& way = graph.way_to_stuck[i]) {
      findings.push_back(
          input.finding(Severity::error, kDeadEndByState, scenario.nodes[i].where,
                        fmt::format("at `{}` no choice is open and nothing leads on, when it is reached {}",
                                    scenario.nodes[i].id.text, told_way(scenario, graph.way(*way))),
                        "add `otherwise`, or a choice without `when` and `once`"));
    }
  }
  if (graph.over_limit) {
    findings.push_back(input.finding(
        Severity::warning, kTooManyStates, scenario.nodes.front().where,
        fmt::format("this conversation has more than {} states, so the analysis is bounded, not exact",
                    input.limits.states),
        "read fewer variables in conditions, or give them smaller ranges, or allow more with `--budget`"));
  }
}

void find_unreachable(const AnalysisInput& input, const ReachElsewhere& elsewhere,
                      std::vector<Diagnostic>& findings) {
  const auto is_met = [](const std::vector<bool>& met, std::size_t i) { return i < met.size() && met[i]; };
  const Scenario& scenario = input.scenario;
  const StateGraph& graph = input.inside().graph;
  input.watch.begin("looking for what keeps choices closed", 0);
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    if (!graph.way_to_node[i] && !is_met(elsewhere.nodes, i)) {
      findings.push_back(input.finding(Severity::error, kNodeNeverReached, scenario.nodes[i].where,
                                       fmt::format("no play ever reaches `{}`", scenario.nodes[i].id.text),
                                       "look at the conditions of the choices that lead here"));
    }
  }
  for (std::size_t i = 0; i < scenario.endings.size(); ++i) {
    if (!graph.way_to_ending[i] && !is_met(elsewhere.endings, i)) {
      findings.push_back(input.finding(Severity::error, kEndingNeverReached, scenario.endings[i].where,
                                       fmt::format("no play ever ends at `{}`", scenario.endings[i].id.text),
                                       "let a choice lead here, or leave the ending out"));
    }
  }
  for (std::size_t i = 0; i < scenario.choices.size(); ++i) {
    const Choice& choice = scenario.choices[i];
    // Choices of a node that is never reached are told by the node alone.
    if (!graph.offered_at[i] && graph.way_to_node[choice.node.value] && !is_met(elsewhere.choices, i)) {
      const auto parts = blocking_parts(input, choice);
      if (input.watch.is_stopped()) {
        return;
      }
      findings.push_back(input.finding(
          Severity::warning, kChoiceNeverOpen, choice.where,
          fmt::format("nobody can ever choose `{}`: {} never {} at `{}`", choice.id.text, quoted(parts),
                      parts.size() == 1 ? "holds" : "hold", scenario.at(choice.node).id.text),
          "loosen its `when`, or let an earlier choice bring this about"));
    }
  }
}

void find_passing_bots(const AnalysisInput& input, const std::vector<BotResult>& bots,
                       std::vector<Diagnostic>& findings) {
  constexpr std::array kStrategies{"always takes the first choice",
                                   "always takes the last choice",
                                   "always takes the longest choice",
                                   "always takes the shortest choice",
                                   "apologises whenever that is possible",
                                   "always takes the choice that raises trust most",
                                   "chooses at random"};
  for (const BotResult& result : bots) {
    if (!result.passes) {
      continue;
    }
    const std::string strategy = kStrategies[static_cast<std::size_t>(result.bot)];
    const std::string chance = result.bot != Bot::random
                                   ? std::string()
                                   : fmt::format(" in {:.0f} of 100 plays{}", result.probability_ready * 100,
                                                 result.estimated ? " (estimated)" : "");
    findings.push_back(input.finding(
        Severity::error, kBotPasses, input.scenario.nodes.front().where,
        fmt::format("somebody who {} is `ready to discuss`{}", strategy, chance),
        result.bot == Bot::random ? "more decisions, or fewer good choices at each, leave less to luck"
                                  : fmt::format("it passes {}", told_way(input.scenario, result.choices))));
  }
}

}  // namespace steadfast
