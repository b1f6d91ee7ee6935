#include "steadfast/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "analysis_findings.h"
#include "analysis_kinds.h"
#include "analysis_points.h"
#include "analysis_status.h"
#include "analysis_telling.h"
#include "analysis_visits.h"
#include "bots.h"
#include "policy_branches.h"

namespace steadfast {
namespace {

// Keeps shortest ways as long as all of them together are not too long; short enough to do so after a stop.
class Witnesses {
 public:
  Witnesses(const StateGraph& graph, std::size_t most_choices) : graph_(graph), left_(most_choices) {}

  template <class Reach>
  void add(const std::optional<WayThere>& way, Reach& reach) {
    reach.reachable = way.has_value();
    if (!way) return;
    if (left_ > 0) {
      reach.witness = graph_.way(*way);
      left_ = reach.witness.size() < left_ ? left_ - reach.witness.size() : 0;
    } else {
      reach.is_witness_left_out = true;
    }
  }

 private:
  const StateGraph& graph_;
  std::size_t left_;
};

void add_reach(const AnalysisInput& input, Analysis& analysis) {
  const StateGraph& graph = input.inside().graph;
  Witnesses witnesses(graph, input.limits.witness_choices);
  for (std::size_t i = 0; i < graph.way_to_ending.size(); ++i) {
    EndingReach& ending = analysis.endings.emplace_back();
    ending.ending = index_of<Ending>(i);
    witnesses.add(graph.way_to_ending[i], ending);
  }
  for (std::size_t i = 0; i < graph.way_to_node.size(); ++i) {
    NodeReach& node = analysis.nodes.emplace_back();
    node.node = index_of<Node>(i);
    witnesses.add(graph.way_to_node[i], node);
  }
  for (std::size_t i = 0; graph.complete && i < graph.offered_at.size(); ++i) {
    if (!graph.offered_at[i]) {
      analysis.unreachable_choices.push_back(index_of<Choice>(i));
    }
  }
}

// Half a count would be a wrong number.
void forget_counts(Analysis& analysis) {
  analysis.path_count = 0;
  for (EndingReach& ending : analysis.endings) ending.probability = 0;
  if (analysis.kind == Outlook::Kind::exact) analysis.kind = Outlook::Kind::bounded;
}

// Counts ways and spreads probability forwards. Must hold: complete and without a cycle.
void add_counts(const AnalysisInput& input, Analysis& analysis) {
  const StateGraph& graph = input.inside().graph;
  input.watch.begin_sure("counting plays", graph.state_count());
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
    if (!input.watch.tick()) return forget_counts(analysis);
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
        "rate the choices of at least one node differently", input.best_play()));
  }
}

// Where nobody could look at all, nothing may be called unseen.
void meet_variants(const std::vector<bool>& shown, ReachElsewhere& elsewhere) {
  elsewhere.variants_complete = elsewhere.variants_complete && !shown.empty();
  elsewhere.variants.resize(std::max(elsewhere.variants.size(), shown.size()));
  for (std::size_t i = 0; i < shown.size(); ++i) elsewhere.variants[i] = elsewhere.variants[i] || shown[i];
}

// Must hold: exact statuses or estimated ones, not those of a stopped search.
void find_nobody_ready(const AnalysisInput& input, const StatusChances& statuses,
                       std::vector<Diagnostic>& findings) {
  const Range& composite = input.outlook.composite(begin(input.scenario).state);
  if (statuses.ready_to_discuss.possible != false || composite.most == composite.least) return;
  findings.push_back(input.finding(
      Severity::error, kNobodyCanBeReady, input.scenario.nodes.front().where,
      "no play at all is `ready to discuss`",
      "let one way without critical errors gain enough in every skill, and set what omissions wait for",
      input.best_play()));
}

struct BranchFindings {
  std::vector<Diagnostic> found;
  std::size_t states = 0;
  bool is_over_limit = false;
};

// What a conversation under one other policy meets, as far as the limits and the watch allow.
BranchFindings look_under(const Scenario& scenario, const std::string& file, const AnalysisLimits& limits,
                          Watch& watch, ReachElsewhere& elsewhere) {
  BranchFindings branch;
  const Outlook outlook = Outlook::explore(scenario, {limits.states}, watch);
  const AnalysisInput there{scenario, outlook, file, limits, watch};
  meet(there.inside().graph, elsewhere);
  branch.states = outlook.state_count();
  find_shape_problems(there, branch.found);
  find_unmeetable_omissions(there, branch.found);
  if (outlook.kind() == Outlook::Kind::exact) {
    find_advised_criticals(there, branch.found);
    std::vector<BotResult> bots = run_bots(scenario, outlook, watch);
    const StatusResult statuses = find_statuses(there);
    if (!watch.is_stopped()) {
      bots.push_back(random_bot(statuses));
      find_nobody_ready(there, statuses.all, branch.found);
      find_unpractised_objectives(there, branch.found);
    }
    find_passing_bots(there, bots, branch.found);
    meet_variants(variants_shown(scenario, limits.states, watch), elsewhere);
  }
  // The limit of a branch is what the ones before it left over, so its number says nothing to anybody.
  branch.is_over_limit = std::erase_if(branch.found, [](const Diagnostic& finding) {
                           return finding.code == kTooManyStates;
                         }) > 0;
  return branch;
}

void add_new(std::vector<Diagnostic> found, const std::string& answers, std::vector<Diagnostic>& findings) {
  for (Diagnostic& finding : found) {
    const bool is_known = std::any_of(findings.begin(), findings.end(), [&finding](const Diagnostic& known) {
      return known.code == finding.code && known.where == finding.where;
    });
    if (is_known) continue;
    finding.message += fmt::format(", where {}", answers);
    findings.push_back(std::move(finding));
  }
}

// What is wrong under other policies only, each finding with the policy it is met under. All of them share
// one budget of states.
ReachElsewhere look_elsewhere(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  ReachElsewhere elsewhere;
  const std::vector<PolicyBranch> branches = other_policies(input.scenario);
  if (branches.empty()) return elsewhere;
  Scenario scenario = input.scenario;
  AnalysisLimits limits = input.limits;
  limits.sampled_steps /= branches.size();
  std::size_t left_out = 0;
  for (std::size_t at = 0; at < branches.size() && !input.watch.is_stopped(); ++at) {
    if (limits.states == 0) {
      ++left_out;
      elsewhere.complete = false;
      continue;
    }
    input.watch.begin_policy(at + 1, branches.size());
    follow(scenario, branches[at]);
    BranchFindings branch = look_under(scenario, input.file, limits, input.watch, elsewhere);
    add_new(std::move(branch.found), branches[at].answers, findings);
    limits.states -= std::min(limits.states, branch.states);
    left_out += branch.is_over_limit ? 1U : 0U;
  }
  elsewhere.complete = elsewhere.complete && !input.watch.is_stopped();
  if (left_out > 0 && input.inside().graph.complete) {
    findings.push_back(input.finding(
        Severity::warning, kTooManyStates, input.scenario.nodes.front().where,
        fmt::format(
            "of {} other sets of answers that programs may give to the policy, {} could not be looked "
            "at in full: all of them together have more than {} states",
            branches.size(), left_out, input.limits.states),
        "let fewer conditions read the policy, or allow more with `--budget`"));
  }
  return elsewhere;
}

void add_statuses(const AnalysisInput& input, Analysis& analysis) {
  StatusResult result = find_statuses(input);
  if (input.watch.is_stopped()) return;
  analysis.statuses = result.all;
  analysis.decided = std::move(result.decided);
  for (EndingReach& ending : analysis.endings) ending.statuses = result.endings[ending.ending.value];
  analysis.bots.push_back(random_bot(result));
  find_nobody_ready(input, result.all, analysis.findings);
  if (analysis.decided) find_decided_early(input, *analysis.decided, analysis.findings);
}

// What only an exact outlook can tell. Each part leaves nothing behind when it is stopped.
void look_at_scores(const AnalysisInput& input, Analysis& analysis) {
  analysis.bots = run_bots(input.scenario, input.outlook, input.watch);
  if (!input.watch.is_stopped()) add_statuses(input, analysis);
  find_passing_bots(input, analysis.bots, analysis.findings);
  add_points(input, analysis);
  if (!input.watch.is_stopped()) add_visits(input, analysis.nodes);
  if (!input.watch.is_stopped()) find_cues(input, analysis);
  if (!input.watch.is_stopped()) find_decisions(input, analysis);
  if (!input.watch.is_stopped()) find_practice(input, analysis);
  if (!input.watch.is_stopped()) find_unpractised_objectives(input, analysis.findings);
  if (!input.watch.is_stopped()) find_care_gaps(input, analysis.findings);
}

// Everything that needs one look at the conversation as it stands.
void look_here(const AnalysisInput& input, Analysis& analysis) {
  const StateGraph& graph = input.inside().graph;
  add_reach(input, analysis);
  find_shape_problems(input, analysis.findings);
  if (graph.has_cycle()) {
    analysis.path_count = std::numeric_limits<double>::infinity();
  } else if (graph.complete) {
    add_counts(input, analysis);
  }
  if (input.watch.is_stopped()) return;
  // So exact always means that counts and ranges are known.
  if (analysis.kind == Outlook::Kind::exact) add_ranges(input, analysis);
  find_unmeetable_omissions(input, analysis.findings);
  if (analysis.kind == Outlook::Kind::exact) {
    find_advised_criticals(input, analysis.findings);
    look_at_scores(input, analysis);
  }
}

}  // namespace

Analysis analyze(const Scenario& scenario, const std::string& file, AnalysisLimits limits, Watch watch) {
  limits.states = std::max<std::size_t>(limits.states, 1);
  Analysis analysis;
  analysis.outlook = Outlook::explore(scenario, {limits.states}, watch);
  const AnalysisInput input{scenario, *analysis.outlook, file, limits, watch};
  analysis.kind = input.outlook.kind();
  analysis.is_complete = input.inside().graph.complete;
  analysis.state_count = input.outlook.state_count();
  look_here(input, analysis);
  const ReachElsewhere elsewhere = look_elsewhere(input, analysis.findings);
  analysis.is_complete_elsewhere = elsewhere.complete && !watch.is_stopped();
  if (analysis.is_complete && elsewhere.complete && !watch.is_stopped()) {
    find_unreachable(input, elsewhere, analysis.findings);
  }
  if (analysis.kind == Outlook::Kind::exact && !watch.is_stopped()) find_told(input, elsewhere, analysis);
  if (watch.is_stopped()) analysis.stopped_while = watch.progress();
  return analysis;
}

}  // namespace steadfast
