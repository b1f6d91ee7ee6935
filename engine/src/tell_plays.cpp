// How the problems of recorded plays are told: each cause once.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis_kinds.h"
#include "check_plays.h"
#include "codes.h"
#include "steadfast/check.h"

namespace steadfast {
namespace {

// More places than this help nobody: who has mended these will be told of the others.
constexpr std::size_t kMostNotes = 3;

// What is wrong with one answer, so that plays which choose it come out otherwise.
constexpr std::array kCausesInAnAnswer{
    codes::kSafetyErrorWithoutCode, codes::kHarmfulThroughout, codes::kSeriousRatedWell,
    codes::kFixedCondition,         codes::kChangeTooLarge,    kChoiceNeverOpen,
};

void add_to_notes(Diagnostic& told, const std::vector<Note>& notes) {
  const std::size_t shown = std::min(notes.size(), kMostNotes);
  told.notes.insert(told.notes.end(), notes.begin(), notes.begin() + static_cast<std::ptrdiff_t>(shown));
  const std::size_t left = notes.size() - shown;
  if (left > 0) {
    told.notes.back().message += fmt::format(", and {} more play{}", left, left == 1 ? "" : "s");
  }
}

// The answer in whose lines something stands.
class AnswerLines {
 public:
  explicit AnswerLines(const Scenario& scenario) {
    const auto start = [this](Span where, std::optional<ChoiceIndex> choice) {
      if (where.line > 0) starts_.emplace(where.line, choice);
    };
    for (std::size_t i = 0; i < scenario.choices.size(); ++i) {
      start(scenario.choices[i].where, index_of<Choice>(i));
    }
    for (const Node& node : scenario.nodes) start(node.where, std::nullopt);
    for (const Ending& ending : scenario.endings) start(ending.where, std::nullopt);
    for (const OmissionGate& gate : scenario.omissions) start(gate.where, std::nullopt);
    for (const RecordedPlay& play : scenario.plays) start(play.where, std::nullopt);
  }

  std::optional<ChoiceIndex> at(int line) const {
    const auto after = starts_.upper_bound(line);
    return after == starts_.begin() ? std::nullopt : std::prev(after)->second;
  }

 private:
  std::map<int, std::optional<ChoiceIndex>> starts_;
};

bool has_to_do_with(const RecordedPlay& play, const ChoiceId& id) {
  const auto names = [&id](const std::vector<ChoiceId>& ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  return names(play.choose) || names(play.closed);
}

// Plays that come out otherwise because of what `cause` says, taken out of `problems`.
std::vector<Note> take_explained(const Diagnostic& cause, const Scenario& scenario, const AnswerLines& lines,
                                 std::vector<PlayProblem>& problems) {
  const bool is_in_answer =
      std::find(kCausesInAnAnswer.begin(), kCausesInAnAnswer.end(), cause.code) != kCausesInAnAnswer.end();
  const bool is_gate = cause.code == codes::kOmissionMetByHarm;
  const std::optional<ChoiceIndex> answer = is_in_answer ? lines.at(cause.where.line) : std::nullopt;
  std::vector<Note> notes;
  if (!answer && !is_gate) return notes;
  const auto is_explained = [&](const PlayProblem& problem) {
    return is_gate ? problem.told.code == kPlayStatusDiffers
                   : has_to_do_with(*problem.play, scenario.at(*answer).id);
  };
  std::vector<PlayProblem> left;
  const RecordedPlay* last = nullptr;
  for (PlayProblem& problem : problems) {
    if (!is_explained(problem)) {
      left.push_back(std::move(problem));
    } else if (problem.play != last) {
      last = problem.play;
      notes.push_back({problem.play->where, fmt::format("the play `{}` no longer holds", problem.play->id)});
    }
  }
  problems = std::move(left);
  return notes;
}

// Plays that hang on the same answer are told with the first of them.
std::vector<Diagnostic> told_once(std::vector<PlayProblem> problems) {
  std::map<ChoiceIndex, std::size_t> first_of;
  std::vector<Diagnostic> told;
  std::map<std::size_t, std::vector<Note>> others;
  for (PlayProblem& problem : problems) {
    const bool is_new = !problem.hangs_on || first_of.emplace(*problem.hangs_on, told.size()).second;
    if (is_new) {
      told.push_back(std::move(problem.told));
      continue;
    }
    const bool is_closed = problem.told.code == kPlayNotPossible;
    others[first_of.at(*problem.hangs_on)].push_back(
        {problem.told.where,
         fmt::format("play `{}` {}", problem.play->id,
                     is_closed ? "comes no further here either" : "finds it open, not closed")});
  }
  for (const auto& [position, notes] : others) add_to_notes(told[position], notes);
  return told;
}

}  // namespace

std::vector<Diagnostic> check_play(const Scenario& scenario, const Outlook& outlook, const std::string& file,
                                   const RecordedPlay& recorded) {
  return told_once(find_play_problems(scenario, outlook, file, recorded));
}

void tell_plays(const Scenario& scenario, const Outlook& outlook, const std::string& file,
                std::vector<Diagnostic>& found) {
  std::vector<PlayProblem> problems;
  for (const RecordedPlay& recorded : scenario.plays) {
    auto more = find_play_problems(scenario, outlook, file, recorded);
    std::move(more.begin(), more.end(), std::back_inserter(problems));
  }
  if (problems.empty()) return;
  const AnswerLines lines(scenario);
  for (Diagnostic& cause : found) {
    const std::vector<Note> notes = take_explained(cause, scenario, lines, problems);
    if (notes.empty()) continue;
    cause.severity = Severity::error;
    add_to_notes(cause, notes);
  }
  std::vector<Diagnostic> told = told_once(std::move(problems));
  std::move(told.begin(), told.end(), std::back_inserter(found));
}

std::vector<Diagnostic> check_plays(const Scenario& scenario, const Outlook& outlook,
                                    const std::string& file) {
  std::vector<Diagnostic> found;
  tell_plays(scenario, outlook, file, found);
  return found;
}

}  // namespace steadfast
