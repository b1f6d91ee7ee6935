#include "check_plays.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "analysis_kinds.h"
#include "not_offered.h"
#include "session_step.h"
#include "steadfast/score.h"

namespace steadfast {
namespace {

template <class Thing>
std::optional<Index<Thing>> find_called(const std::vector<Thing>& things, const std::string& id) {
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (things[i].id.text == id) {
      return index_of<Thing>(i);
    }
  }
  return std::nullopt;
}

std::string listed(const std::vector<std::string>& words) {
  return words.empty() ? "none" : fmt::format("`{}`", fmt::join(words, "`, `"));
}

template <class Places>
Span place_at(const Places& places, std::size_t position) {
  return position < places.size() ? places[position] : Span{};
}

class PlayChecker {
 public:
  PlayChecker(const Scenario& scenario, const Outlook& outlook, const std::string& file,
              const RecordedPlay& recorded)
      : scenario_(scenario), outlook_(outlook), file_(file), recorded_(recorded) {}

  std::vector<PlayProblem> check() {
    if (run()) {
      check_end();
      check_score();
      check_criticals();
      check_shown();
      check_closed();
    }
    return std::move(problems_);
  }

 private:
  // `where` is empty when the play was not read from a file.
  PlayProblem& report(Code code, Span where, const std::string& message, std::string help = {}) {
    problems_.push_back({{Severity::error,
                          code,
                          file_,
                          where.line > 0 ? where : recorded_.where,
                          fmt::format("play `{}` {}", recorded_.id, message),
                          std::move(help),
                          {}},
                         &recorded_,
                         std::nullopt});
    return problems_.back();
  }

  // What is spoken of hangs on the condition of this answer.
  void show_condition(PlayProblem& problem, ChoiceIndex choice) const {
    problem.hangs_on = choice;
    const Span where = scenario_.at(choice).where_when;
    if (where.line > 0) problem.told.notes.push_back({where, "its condition is here"});
  }

  // Plays the recorded choices as far as they go. False when one is not open.
  bool run() {
    Step step = begin(scenario_);
    remember(step);
    play_.state = step.state;
    for (std::size_t i = 0; i < recorded_.choose.size(); ++i) {
      const std::string& id = recorded_.choose[i].text;
      const auto choice = find_offered(scenario_, play_.state, id);
      if (!choice) {
        report_not_possible(i, id);
        return false;
      }
      play_.decisions.push_back({play_.state.node, *choice});
      step = choose(scenario_, std::move(play_.state), *choice);
      remember(step);
      play_.state = step.state;
    }
    return true;
  }

  // Values do not change while nodes are passed, so each node of a step was seen with the same ones.
  void remember(const Step& step) {
    for (const Event& event : step.events) {
      const auto* entered = std::get_if<NodeEntered>(&event);
      if (entered == nullptr) {
        continue;
      }
      shown_.insert(entered->node.value);
      const Node& node = scenario_.at(entered->node);
      for (std::uint32_t choice = node.first_choice; choice < node.first_choice + node.choice_count;
           ++choice) {
        if (!is_open(scenario_.choices[choice], step.state.values)) {
          closed_.insert(choice);
        }
      }
    }
  }

  void report_not_possible(std::size_t position, const std::string& id) {
    const std::size_t number = position + 1;
    if (play_.state.phase == Phase::ended) {
      report(kPlayLengthDiffers, place_at(recorded_.places.choose, position),
             fmt::format("has ended at `{}` before its choice {}, `{}`",
                         scenario_.at(play_.state.ending).id.text, number, id),
             "leave out what comes after the end");
      return;
    }
    const NotOffered reason = why_not_offered(scenario_, play_.state, id);
    const std::string why =
        reason.why == NotOffered::Why::stuck ? "but nothing is open there" : told_why(reason);
    std::vector<std::string> open;
    for (const ChoiceIndex choice : offered(scenario_, play_.state)) {
      open.push_back(scenario_.at(choice).id.text);
    }
    PlayProblem& problem =
        report(kPlayNotPossible, place_at(recorded_.places.choose, position),
               fmt::format("is at `{}` and chooses `{}` ({}), {}", reason.place, id, number, why),
               fmt::format("open there: {}", listed(open)));
    if (reason.why != NotOffered::Why::closed) return;
    if (const auto choice = find_called(scenario_.choices, id)) show_condition(problem, *choice);
  }

  bool ended() const { return play_.state.phase == Phase::ended; }

  void check_end() {
    const bool wants_end =
        !recorded_.ending.empty() || !recorded_.status.empty() || !recorded_.dimensions.empty();
    if (!ended()) {
      if (wants_end) {
        const std::size_t count = recorded_.places.choose.size();
        report(kPlayLengthDiffers, count > 0 ? recorded_.places.choose[count - 1] : Span{},
               fmt::format("stops at `{}`, before the conversation ends",
                           scenario_.at(play_.state.node).id.text),
               "add the choices up to an ending, or leave out what it expects of the end");
      }
      return;
    }
    const std::string& reached = scenario_.at(play_.state.ending).id.text;
    if (!recorded_.ending.empty() && recorded_.ending != reached) {
      report(kPlayEndsElsewhere, recorded_.places.ending,
             fmt::format("ends at `{}`, not at `{}`", reached, recorded_.ending),
             fmt::format("write `ending: {}` if that is meant, or look at what the play chooses", reached));
    }
  }

  void check_score() {
    if (!ended() || (recorded_.status.empty() && recorded_.dimensions.empty())) {
      return;
    }
    if (outlook_.kind() != Outlook::Kind::exact) {
      report(kPlayCannotBeScored, {}, "expects a score, but this conversation cannot be scored exactly",
             "`steadfast analyze` shows why");
      return;
    }
    const Score score = score_play(scenario_, outlook_, play_);
    const bool is_gate =
        score.status == Status::needs_debrief || recorded_.status == to_string(Status::needs_debrief);
    // Where a critical error is there or missing, that says why.
    const bool is_told_by_criticals = is_gate && has_other_criticals();
    if (!recorded_.status.empty() && recorded_.status != to_string(*score.status) && !is_told_by_criticals) {
      report(
          kPlayStatusDiffers, recorded_.places.status,
          fmt::format("has the status `{}`, not `{}`", to_string(*score.status), recorded_.status),
          fmt::format("write `status: {}` if that is meant, or look at how the answers it chooses are rated",
                      to_string(*score.status)));
    }
    for (std::size_t at = 0; at < recorded_.dimensions.size(); ++at) {
      const ExpectedDimension& expected = recorded_.dimensions[at];
      const Ledger& ledger = score.dimensions[expected.dimension.value];
      if (expected.band != to_string(ledger.band)) {
        report(kPlayBandDiffers, place_at(recorded_.places.dimensions, at),
               fmt::format("is `{}` in {}, not `{}` ({} half-points between {} and {}{})",
                           to_string(ledger.band),
                           scenario_.rulebook->rubric.dimensions[expected.dimension.value].id.text,
                           expected.band, ledger.gained, ledger.least, ledger.most,
                           ledger.capped ? ", held back by a serious error" : ""));
      }
    }
  }

  std::set<std::string> found_criticals() const {
    std::set<std::string> found;
    for (const Decision& decision : play_.decisions) {
      if (const auto critical = scenario_.at(decision.choice).critical) {
        found.insert(scenario_.rulebook->rubric.critical_errors[critical->value].id.text);
      }
    }
    return found;
  }

  std::set<std::string> expected_criticals() const {
    return {recorded_.criticals.begin(), recorded_.criticals.end()};
  }

  bool has_other_criticals() const {
    return recorded_.checks_criticals && found_criticals() != expected_criticals();
  }

  void check_criticals() {
    if (!has_other_criticals()) {
      return;
    }
    const std::set<std::string> found = found_criticals();
    const std::set<std::string> expected = expected_criticals();
    const auto missing = std::find_if(expected.begin(), expected.end(),
                                      [&](const std::string& code) { return !found.contains(code); });
    report(kPlayCriticalsDiffer, recorded_.places.criticals,
           fmt::format("has the critical errors {}, not {}", listed({found.begin(), found.end()}),
                       listed({expected.begin(), expected.end()})),
           missing != expected.end()
               ? fmt::format("none of the answers it chooses is marked `critical: {}`", *missing)
               : "add what is missing here, or look at the `critical` of the answers it chooses");
  }

  void check_shown() {
    for (std::size_t at = 0; at < recorded_.shown.size(); ++at) {
      const NodeId& id = recorded_.shown[at];
      const auto node = find_called(scenario_.nodes, id.text);
      if (!node || !shown_.contains(node->value)) {
        report(kPlayNodeNotShown, place_at(recorded_.places.shown, at),
               fmt::format("does not pass `{}`", id.text),
               "take it out of `shown:`, or look at where the answers lead");
      }
    }
  }

  void check_closed() {
    for (std::size_t at = 0; at < recorded_.closed.size(); ++at) {
      const ChoiceId& id = recorded_.closed[at];
      const auto choice = find_called(scenario_.choices, id.text);
      if (choice && closed_.contains(choice->value)) {
        continue;
      }
      const bool passed = choice && shown_.contains(scenario_.at(*choice).node.value);
      PlayProblem& problem = report(
          kPlayChoiceNotClosed, place_at(recorded_.places.closed, at),
          passed ? fmt::format("finds `{}` open, not closed", id.text)
                 : fmt::format("never comes to the node of `{}`, so it was not closed either", id.text),
          passed ? "take it out of `closed:`, or look at the `when` of that answer"
                 : "take it out of `closed:`, or let the play come there");
      if (passed) show_condition(problem, *choice);
    }
  }

  const Scenario& scenario_;
  const Outlook& outlook_;
  const std::string& file_;
  const RecordedPlay& recorded_;
  Play play_;
  std::set<std::uint32_t> shown_;
  std::set<std::uint32_t> closed_;  // choices that were not open at a visit of their node
  std::vector<PlayProblem> problems_;
};

}  // namespace

std::vector<PlayProblem> find_play_problems(const Scenario& scenario, const Outlook& outlook,
                                            const std::string& file, const RecordedPlay& recorded) {
  return PlayChecker(scenario, outlook, file, recorded).check();
}

}  // namespace steadfast
