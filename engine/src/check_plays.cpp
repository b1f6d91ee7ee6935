#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "analysis_kinds.h"
#include "not_offered.h"
#include "session_step.h"
#include "steadfast/check.h"
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

class PlayChecker {
 public:
  PlayChecker(const Scenario& scenario, const Outlook& outlook, const std::string& file,
              const RecordedPlay& recorded)
      : scenario_(scenario), outlook_(outlook), file_(file), recorded_(recorded) {}

  std::vector<Diagnostic> check() {
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
  void report(Code code, const std::string& message, std::string help = {}) {
    problems_.push_back({Severity::error,
                         code,
                         file_,
                         recorded_.where,
                         fmt::format("play `{}` {}", recorded_.id, message),
                         std::move(help),
                         {}});
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
      report(kPlayLengthDiffers,
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
    report(kPlayNotPossible,
           fmt::format("is at `{}` and chooses `{}` ({}), {}", reason.place, id, number, why),
           fmt::format("open there: {}", listed(open)));
  }

  bool ended() const { return play_.state.phase == Phase::ended; }

  void check_end() {
    const bool wants_end =
        !recorded_.ending.empty() || !recorded_.status.empty() || !recorded_.dimensions.empty();
    if (!ended()) {
      if (wants_end) {
        report(kPlayLengthDiffers,
               fmt::format("stops at `{}`, before the conversation ends",
                           scenario_.at(play_.state.node).id.text),
               "add the choices up to an ending, or leave out what it expects of the end");
      }
      return;
    }
    const std::string& reached = scenario_.at(play_.state.ending).id.text;
    if (!recorded_.ending.empty() && recorded_.ending != reached) {
      report(kPlayEndsElsewhere, fmt::format("ends at `{}`, not at `{}`", reached, recorded_.ending));
    }
  }

  void check_score() {
    if (!ended() || (recorded_.status.empty() && recorded_.dimensions.empty())) {
      return;
    }
    if (outlook_.kind() != Outlook::Kind::exact) {
      report(kPlayCannotBeScored, "expects a score, but this conversation cannot be scored exactly",
             "`steadfast analyze` shows why");
      return;
    }
    const Score score = score_play(scenario_, outlook_, play_);
    if (!recorded_.status.empty() && recorded_.status != to_string(*score.status)) {
      report(kPlayStatusDiffers,
             fmt::format("has the status `{}`, not `{}`", to_string(*score.status), recorded_.status));
    }
    for (const ExpectedDimension& expected : recorded_.dimensions) {
      const Ledger& ledger = score.dimensions[expected.dimension.value];
      if (expected.band != to_string(ledger.band)) {
        report(kPlayBandDiffers,
               fmt::format("is `{}` in {}, not `{}` ({} half-points between {} and {}{})",
                           to_string(ledger.band),
                           scenario_.rulebook->rubric.dimensions[expected.dimension.value].id.text,
                           expected.band, ledger.gained, ledger.least, ledger.most,
                           ledger.capped ? ", held back by a serious error" : ""));
      }
    }
  }

  void check_criticals() {
    if (!recorded_.checks_criticals) {
      return;
    }
    std::set<std::string> found;
    for (const Decision& decision : play_.decisions) {
      if (const auto critical = scenario_.at(decision.choice).critical) {
        found.insert(scenario_.rulebook->rubric.critical_errors[critical->value].id.text);
      }
    }
    const std::set<std::string> expected(recorded_.criticals.begin(), recorded_.criticals.end());
    if (found != expected) {
      report(kPlayCriticalsDiffer,
             fmt::format("has the critical errors {}, not {}", listed({found.begin(), found.end()}),
                         listed({expected.begin(), expected.end()})));
    }
  }

  void check_shown() {
    for (const NodeId& id : recorded_.shown) {
      const auto node = find_called(scenario_.nodes, id.text);
      if (!node || !shown_.contains(node->value)) {
        report(kPlayNodeNotShown, fmt::format("does not pass `{}`", id.text));
      }
    }
  }

  void check_closed() {
    for (const ChoiceId& id : recorded_.closed) {
      const auto choice = find_called(scenario_.choices, id.text);
      if (choice && closed_.contains(choice->value)) {
        continue;
      }
      const bool passed = choice && shown_.contains(scenario_.at(*choice).node.value);
      report(kPlayChoiceNotClosed,
             passed ? fmt::format("finds `{}` open, not closed", id.text)
                    : fmt::format("never comes to the node of `{}`, so it was not closed either", id.text));
    }
  }

  const Scenario& scenario_;
  const Outlook& outlook_;
  const std::string& file_;
  const RecordedPlay& recorded_;
  Play play_;
  std::set<std::uint32_t> shown_;
  std::set<std::uint32_t> closed_;  // choices that were not open at a visit of their node
  std::vector<Diagnostic> problems_;
};

}  // namespace

std::vector<Diagnostic> check_play(const Scenario& scenario, const Outlook& outlook, const std::string& file,
                                   const RecordedPlay& recorded) {
  return PlayChecker(scenario, outlook, file, recorded).check();
}

std::vector<Diagnostic> check_plays(const Scenario& scenario, const Outlook& outlook,
                                    const std::string& file) {
  std::vector<Diagnostic> problems;
  for (const RecordedPlay& recorded : scenario.plays) {
    auto found = check_play(scenario, outlook, file, recorded);
    std::move(found.begin(), found.end(), std::back_inserter(problems));
  }
  return problems;
}

}  // namespace steadfast
