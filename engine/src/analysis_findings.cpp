#include "analysis_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "analysis_kinds.h"
#include "bots.h"
#include "session_step.h"

namespace steadfast {
namespace {

constexpr std::size_t kLongestToldWay = 12;
// Nobody types a longer one, and a hostile file has many.
constexpr std::size_t kLongestWitness = 2'000;

bool can_be_played(const Scenario& scenario, const std::vector<ChoiceIndex>& way) {
  std::vector<std::int32_t> values = start_values(scenario);
  Place place = settle(scenario, NodeIndex{0}, values, nullptr);
  for (const ChoiceIndex index : way) {
    const Choice& choice = scenario.at(index);
    if (place.phase != Phase::deciding || place.node != choice.node || !is_open(choice, values)) return false;
    apply_choice(scenario, choice, values);
    place = settle(scenario, choice.next, values, nullptr);
  }
  return true;
}

// Of the ways on that lead once round, where the last one is written that goes back in the file, or stays;
// the place of the first node where that is not known.
Span way_back(const Scenario& scenario, const std::vector<ChoiceIndex>& round) {
  Span found = scenario.at(scenario.at(round.front()).node).where;
  for (std::size_t i = 0; i < round.size(); ++i) {
    const Choice& choice = scenario.at(round[i]);
    const NodeIndex goal = scenario.at(round[(i + 1) % round.size()]).node;
    NodeIndex from = choice.node;
    Span where = choice.where_next;
    const auto* to = std::get_if<NodeIndex>(&choice.next);
    // Nodes passed without a decision have a way on of their own.
    for (std::size_t steps = 0; to != nullptr && steps <= scenario.nodes.size(); ++steps) {
      if (*to <= from && where.line > 0) found = where;
      if (*to == goal) break;
      from = *to;
      where = scenario.at(from).where_onward;
      to = scenario.at(from).onward ? std::get_if<NodeIndex>(&*scenario.at(from).onward) : nullptr;
    }
  }
  return found;
}

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
    // Where not all states are known, the way to the cycle goes round it first.
    const auto& way = graph.way_to_node[first.node.value];
    const std::vector<ChoiceIndex> to = graph.over_limit && way ? graph.way(*way) : graph.to_cycle;
    std::vector<ChoiceIndex> once_round = to;
    once_round.insert(once_round.end(), graph.round_cycle.begin(), graph.round_cycle.end());
    findings.push_back(input.finding(
        Severity::error, kEndlessConversation, way_back(scenario, graph.round_cycle),
        fmt::format("`{}` can come again for ever {}", scenario.at(first.node).id.text,
                    told_way(scenario, graph.round_cycle)),
        fmt::format("lead this on to somewhere else, or give one of these answers `once: true`; "
                    "`{}` is reached {}",
                    scenario.at(first.node).id.text, told_way(scenario, to)),
        can_be_played(scenario, once_round) ? once_round : input.outlook.witness()));
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
  // Going round is what makes so many of them.
  if (graph.over_limit && !graph.has_cycle()) {
    findings.push_back(input.finding(
        Severity::warning, kTooManyStates, scenario.nodes.front().where,
        fmt::format("this conversation has more than {} states, so the analysis is bounded, not exact",
                    input.limits.states),
        "read fewer variables in conditions, or give them smaller ranges, or allow more with `--budget`"));
  }
}

namespace {

// Moments where two answers or more gain points and carry no error: there luck goes far.
std::vector<NodeIndex> easy_moments(const AnalysisInput& input) {
  const LedgerGains& gains = input.inside().gains;
  std::vector<NodeIndex> easy;
  for (std::size_t i = 0; i < input.scenario.nodes.size(); ++i) {
    const Node& node = input.scenario.nodes[i];
    int good = 0;
    for (ChoiceIndex index{node.first_choice}; index.value < node.first_choice + node.choice_count;
         ++index.value) {
      const Choice& choice = input.scenario.at(index);
      const bool gains_points = gains.of(index)[gains.composite()] > 0;
      good += gains_points && !choice.critical && !choice.serious ? 1 : 0;
    }
    if (good > 1) easy.push_back(index_of<Node>(i));
  }
  return easy;
}

Diagnostic lucky(const AnalysisInput& input, const BotResult& result) {
  constexpr std::size_t kMostNamed = 4;
  const std::vector<NodeIndex> easy = easy_moments(input);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(easy.size(), kMostNamed); ++i) {
    names.push_back(fmt::format("`{}`", input.scenario.at(easy[i]).id.text));
  }
  const Node& first = easy.empty() ? input.scenario.nodes.front() : input.scenario.at(easy.front());
  return input.finding(
      Severity::error, kBotPasses, first.where,
      fmt::format(
          "somebody who chooses at random is `ready to discuss` in {:.1f} of 100 plays{}; at most {:.0f} "
          "may be",
          result.probability_ready * 100, result.estimated ? " (estimated)" : "", kMostReadyByChance * 100),
      easy.empty()
          ? std::string("more decisions leave less to luck")
          : fmt::format("two answers or more gain points at {}{}: let fewer of them gain, or add decisions",
                        fmt::join(names, ", "), easy.size() > names.size() ? ", …" : ""),
      result.choices);
}

}  // namespace

void find_passing_bots(const AnalysisInput& input, const std::vector<BotResult>& bots,
                       std::vector<Diagnostic>& findings) {
  constexpr std::array kStrategies{
      "always takes the first choice",        "always takes the last choice",
      "always takes the longest choice",      "always takes the shortest choice",
      "apologises whenever that is possible", "always takes the choice that raises trust most"};
  for (const BotResult& result : bots) {
    if (!result.passes) {
      continue;
    }
    if (result.bot == Bot::random) {
      findings.push_back(lucky(input, result));
      continue;
    }
    findings.push_back(input.finding(Severity::error, kBotPasses, input.scenario.nodes.front().where,
                                     fmt::format("somebody who {} is `ready to discuss`",
                                                 kStrategies[static_cast<std::size_t>(result.bot)]),
                                     fmt::format("it passes {}", told_way(input.scenario, result.choices)),
                                     result.choices));
  }
}

}  // namespace steadfast
