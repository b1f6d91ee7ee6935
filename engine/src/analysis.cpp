#include "steadfast/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "analysis_findings.h"
#include "analysis_kinds.h"
#include "bots.h"
#include "policy_branches.h"

namespace steadfast {
namespace {

void add_reach(const AnalysisInput& input, Analysis& analysis) {
  const StateGraph& graph = input.inside().graph;
  for (std::size_t i = 0; i < graph.way_to_node.size(); ++i) {
    const auto& way = graph.way_to_node[i];
    analysis.nodes.push_back(
        {index_of<Node>(i), way.has_value(), way ? graph.way(*way) : std::vector<ChoiceIndex>{}});
  }
  for (std::size_t i = 0; i < graph.way_to_ending.size(); ++i) {
    const auto& way = graph.way_to_ending[i];
    analysis.endings.push_back(
        {index_of<Ending>(i), way.has_value(), 0, way ? graph.way(*way) : std::vector<ChoiceIndex>{}});
  }
  for (std::size_t i = 0; graph.complete && i < graph.offered_at.size(); ++i) {
    if (!graph.offered_at[i]) {
      analysis.unreachable_choices.push_back(index_of<Choice>(i));
    }
  }
}

// Counts ways and spreads probability forwards. Must hold: complete and without a cycle.
void add_counts(const StateGraph& graph, Analysis& analysis) {
  std::vector<double> ways(graph.state_count(), 0);
  std::vector<double> probability(graph.state_count(), 0);
  const auto arrive = [&](Arrival arrival, double way_count, double chance) {
    if (arrival.is_state()) {
      ways[arrival.state()] += way_count;
      probability[arrival.state()] += chance;
    } else if (arrival.is_ending()) {
      analysis.path_count += way_count;
      analysis.endings[arrival.ending().value].probability += chance;
    }
  };
  arrive(graph.start, 1, 1);
  for (const std::uint32_t state : graph.order) {
    const auto edges = graph.edges_of(state);
    for (const StateEdge& edge : edges) {
      arrive(edge.arrival, ways[state], probability[state] / static_cast<double>(edges.size()));
    }
  }
}

void add_ranges(const AnalysisInput& input, Analysis& analysis) {
  const State start = begin(input.scenario).state;
  for (std::size_t i = 0; i < input.scenario.rulebook->rubric.dimensions.size(); ++i) {
    analysis.dimensions.push_back(input.outlook.dimension(start, index_of<Dimension>(i)));
    analysis.composite_most_if_independent += analysis.dimensions.back().most;
  }
  analysis.composite = input.outlook.composite(start);
  const int span = analysis.composite.most - analysis.composite.least;
  if (span > 0) {
    analysis.chance_level = (analysis.composite.expected - analysis.composite.least) / span;
  } else {
    analysis.findings.push_back(input.finding(
        Severity::warning, kNothingPractised, input.scenario.nodes.front().where,
        "every play of this conversation gets the same score, so it practises nothing that is rated",
        "rate the choices of at least one node differently"));
  }
}

void meet(const StateGraph& graph, ReachElsewhere& elsewhere) {
  const auto add = [](std::vector<bool>& met, const auto& found) {
    met.resize(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) met[i] = met[i] || static_cast<bool>(found[i]);
  };
  add(elsewhere.nodes, graph.way_to_node);
  add(elsewhere.endings, graph.way_to_ending);
  add(elsewhere.choices, graph.offered_at);
  elsewhere.complete = elsewhere.complete && graph.complete;
}

// What is wrong under other policies only, each finding with the policy it is met under.
ReachElsewhere look_elsewhere(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  ReachElsewhere elsewhere;
  for (const PolicyBranch& branch : other_policies(input.scenario)) {
    const Outlook outlook = Outlook::explore(branch.scenario, {input.limits.states});
    const AnalysisInput there{branch.scenario, outlook, input.file, input.limits};
    meet(there.inside().graph, elsewhere);
    std::vector<Diagnostic> found;
    find_shape_problems(there, found);
    find_unmeetable_omissions(there, found);
    if (outlook.kind() == Outlook::Kind::exact) {
      find_advised_criticals(there, found);
      find_passing_bots(there, run_bots(branch.scenario, outlook, input.limits), found);
    }
    for (Diagnostic& finding : found) {
      const bool is_known =
          std::any_of(findings.begin(), findings.end(), [&finding](const Diagnostic& known) {
            return known.code == finding.code && known.where == finding.where;
          });
      if (is_known) continue;
      finding.message += fmt::format(", where {}", branch.answers);
      findings.push_back(std::move(finding));
    }
  }
  return elsewhere;
}

}  // namespace

Analysis analyze(const Scenario& scenario, const std::string& file, AnalysisLimits limits) {
  const Outlook outlook = Outlook::explore(scenario, {limits.states});
  const AnalysisInput input{scenario, outlook, file, limits};
  const StateGraph& graph = input.inside().graph;
  Analysis analysis;
  analysis.kind = outlook.kind();
  analysis.state_count = outlook.state_count();
  add_reach(input, analysis);
  find_shape_problems(input, analysis.findings);
  if (graph.has_cycle()) {
    analysis.path_count = std::numeric_limits<double>::infinity();
  } else if (graph.complete) {
    add_counts(graph, analysis);
  }
  find_unmeetable_omissions(input, analysis.findings);
  if (outlook.kind() == Outlook::Kind::exact) {
    add_ranges(input, analysis);
    find_advised_criticals(input, analysis.findings);
    analysis.bots = run_bots(scenario, outlook, limits);
    find_passing_bots(input, analysis.bots, analysis.findings);
  }
  const ReachElsewhere elsewhere = look_elsewhere(input, analysis.findings);
  if (graph.complete && elsewhere.complete) find_unreachable(input, elsewhere, analysis.findings);
  return analysis;
}

}  // namespace steadfast
