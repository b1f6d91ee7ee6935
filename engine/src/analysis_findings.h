// The parts of `analyze`, each of which looks for one kind of problem.
#pragma once

#include <string>
#include <vector>

#include "outlook_ranges.h"
#include "steadfast/analysis.h"

namespace steadfast {

// What all parts know, and how they report. Values, so that each part can be tested by its findings.
struct AnalysisInput {
  const Scenario& scenario;
  const Outlook& outlook;
  const std::string& file;
  const AnalysisLimits& limits;
  Watch& watch;  // long loops tick; a part that is stopped reports nothing that it is not sure of

  const Outlook::Implementation& inside() const { return outlook.implementation(); }
  // `way` leads to what is spoken of.
  Diagnostic finding(Severity severity, Code code, Span where, std::string message, std::string help,
                     const std::vector<ChoiceIndex>& way = {}) const;
  // A play that gains the most in the ledger. Must hold: the outlook is exact.
  std::vector<ChoiceIndex> best_play(std::size_t ledger) const;
  std::vector<ChoiceIndex> best_play() const { return best_play(inside().gains.composite()); }
};

// "by choosing `a`, `b`", shortened in the middle when long; "right at the start" for no choices.
std::string told_way(const Scenario& scenario, const std::vector<ChoiceIndex>& way);

// Endless passages, dead ends by state, too many states.
void find_shape_problems(const AnalysisInput& input, std::vector<Diagnostic>& findings);
// What plays under other policies meet; empty lists when there are none.
struct ReachElsewhere {
  std::vector<bool> nodes;
  std::vector<bool> endings;
  std::vector<bool> choices;
  std::vector<bool> variants;  // in the order of `Analysis::variants`
  bool variants_complete = true;
  bool complete = true;  // nobody looked beyond the bound
};
// Adds what plays meet there.
void meet(const StateGraph& graph, ReachElsewhere& elsewhere);
// Nodes, choices and endings that no play meets, under any policy. Must hold: the graph is complete.
void find_unreachable(const AnalysisInput& input, const ReachElsewhere& elsewhere,
                      std::vector<Diagnostic>& findings);
// Critical errors where the score would advise them. Must hold: the outlook is exact.
void find_advised_criticals(const AnalysisInput& input, std::vector<Diagnostic>& findings);
// Omission gates that a whole play gives no opportunity to meet.
void find_unmeetable_omissions(const AnalysisInput& input, std::vector<Diagnostic>& findings);
// "1 point", "2.5 points".
std::string told_points(int half_points);
// Decisions that are none, that play points against advice, or that pay for going round. Must hold: the
// outlook is exact; so it must for the ones below.
void find_decisions(const AnalysisInput& input, Analysis& analysis);
// How often each dimension can be shown, and what plays of each length gain.
void find_practice(const AnalysisInput& input, Analysis& analysis);
// Objectives whose dimensions some whole play never touches.
void find_unpractised_objectives(const AnalysisInput& input, std::vector<Diagnostic>& findings);
// Tears that cannot be mended, reflections that ask nothing, and disclosure that only asks to please.
void find_care_gaps(const AnalysisInput& input, std::vector<Diagnostic>& findings);
// Cues that give the best answers away more often than chance explains. Must hold: the outlook is exact.
void find_cues(const AnalysisInput& input, Analysis& analysis);
// Whether most plays are settled before their second half.
void find_decided_early(const AnalysisInput& input, const DecidedSteps& decided,
                        std::vector<Diagnostic>& findings);
// Strategies that pass without reading.
void find_passing_bots(const AnalysisInput& input, const std::vector<BotResult>& bots,
                       std::vector<Diagnostic>& findings);

}  // namespace steadfast
