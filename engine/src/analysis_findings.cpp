#include "analysis_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "analysis_kinds.h"

namespace steadfast {
namespace {

constexpr std::size_t kLongestToldWay = 12;
// Nobody types a longer one, and a hostile file has many.
constexpr std::size_t kLongestWitness = 2'000;

}  // namespace

Diagnostic AnalysisInput::finding(Severity severity, Code code, Span where, std::string message,
                                  std::string help, const std::vector<ChoiceIndex>& way) const {
  Diagnostic diagnostic{severity, code, file, where, std::move(message), std::move(help), {}, {}};
  for (std::size_t i = 0; way.size() <= kLongestWitness && i < way.size(); ++i) {
    diagnostic.witness.push_back(scenario.at(way[i]).id.text);
  }
  return diagnostic;
}

std::vector<ChoiceIndex> AnalysisInput::best_play(std::size_t ledger) const {
  std::vector<ChoiceIndex> play;
  const auto reached = [&](const StateEdge& edge) {
    return inside().gains.of(edge.choice)[ledger] + inside().range(edge.arrival, ledger).most;
  };
  for (Arrival at = inside().graph.start; at.is_state();) {
    const auto edges = inside().graph.edges_of(at.state());
    const auto best = std::max_element(
        edges.begin(), edges.end(),
        [&](const StateEdge& one, const StateEdge& other) { return reached(one) < reached(other); });
    play.push_back(best->choice);
    at = best->arrival;
  }
  return play;
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
                                  scenario.at(first.node).id.text, told_way(scenario, graph.to_cycle)),
                      input.outlook.witness()));
  }
  for (std::size_t i = 0; i < graph.way_to_stuck.size(); ++i) {
    if (const auto& way = graph.way_to_stuck[i]) {
      findings.push_back(
          input.finding(Severity::error, kDeadEndByState, scenario.nodes[i].where,
                        fmt::format("at `{}` no choice is open and nothing leads on, when it is reached {}",
                                    scenario.nodes[i].id.text, told_way(scenario, graph.way(*way))),
                        "add `otherwise`, or a choice without `when` and `once`", graph.way(*way)));
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
                                  : fmt::format("it passes {}", told_way(input.scenario, result.choices)),
        result.choices));
  }
}

}  // namespace steadfast
