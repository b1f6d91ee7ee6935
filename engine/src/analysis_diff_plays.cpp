// Where the plays that the old file recorded lead in the new one.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "analysis_diff_parts.h"
#include "not_offered.h"
#include "steadfast/check.h"

namespace steadfast {
namespace {

// As far as the recorded choices can be taken.
struct Played {
  Play play;
  std::optional<std::uint32_t> failed_at;
};

Played play_recorded(const Scenario& scenario, const RecordedPlay& recorded) {
  Played played{start_play(scenario, 0), std::nullopt};
  for (std::uint32_t i = 0; i < recorded.choose.size(); ++i) {
    const auto choice = find_offered(scenario, played.play.state, recorded.choose[i].text);
    if (!choice) {
      played.failed_at = i;
      return played;
    }
    played.play.decisions.push_back({played.play.state.node, *choice});
    played.play.state = choose_quietly(scenario, std::move(played.play.state), *choice);
  }
  return played;
}

bool has_ended(const Played& played) {
  return played.play.state.phase == Phase::ended;
}

std::optional<PlayResult> result_of(const DiffSide& side, const Played& played) {
  if (played.failed_at || !has_ended(played)) return std::nullopt;
  PlayResult result{side.scenario.at(played.play.state.ending).id.text, std::nullopt};
  if (side.analysis.outlook && side.analysis.outlook->kind() == Outlook::Kind::exact) {
    result.status = score_play(side.scenario, *side.analysis.outlook, played.play).status;
  }
  return result;
}

Divergence failed_choice(const Scenario& now, const Played& played, const RecordedPlay& recorded) {
  const std::string& id = recorded.choose[*played.failed_at].text;
  const NotOffered reason = why_not_offered(now, played.play.state, id);
  Divergence divergence{*played.failed_at, id, reason.place, {}};
  switch (reason.why) {
    case NotOffered::Why::ended:
      divergence.why = fmt::format("it has ended at `{}` by then", reason.place);
      break;
    case NotOffered::Why::stuck:
      divergence.why =
          fmt::format("it is at `{}`, where no choice is open and nothing leads on", reason.place);
      break;
    default:
      divergence.why = fmt::format("it is at `{}`, {}", reason.place, told_why(reason));
  }
  return divergence;
}

std::optional<Divergence> divergence_of(const Scenario& now, const Played& before, const Played& after,
                                        const RecordedPlay& recorded) {
  if (after.failed_at) return failed_choice(now, after, recorded);
  if (!has_ended(before) || has_ended(after)) return std::nullopt;
  const std::string& place = now.at(after.play.state.node).id.text;
  return Divergence{static_cast<std::uint32_t>(recorded.choose.size()),
                    {},
                    place,
                    fmt::format("it goes on at `{}`, where it used to be over", place)};
}

PlayDiff::Record record_of(const Scenario& now, const RecordedPlay& recorded) {
  const auto same = std::find_if(now.plays.begin(), now.plays.end(),
                                 [&](const RecordedPlay& play) { return play.id == recorded.id; });
  if (same == now.plays.end()) return PlayDiff::Record::gone;
  return same->choose == recorded.choose ? PlayDiff::Record::same : PlayDiff::Record::changed;
}

// The things that the old file expects, under the ids of the new one. Dimensions are found by their ids,
// since the two rubrics need not be the same.
class Translated {
 public:
  Translated(const DiffInput& input, const RecordedPlay& recorded) : input_(input), play_(recorded) {
    for (NodeId& id : play_.shown) {
      id.text = now_called(input.old.scenario.nodes, input.now.scenario.nodes, input.nodes, id.text);
    }
    for (ChoiceId& id : play_.closed) {
      id.text = now_called(input.old.scenario.choices, input.now.scenario.choices, input.choices, id.text);
    }
    play_.ending =
        now_called(input.old.scenario.endings, input.now.scenario.endings, input.endings, play_.ending);
    translate_dimensions();
    if (!input.old.analysis.outlook || input.old.analysis.kind != Outlook::Kind::exact ||
        input.now.analysis.kind != Outlook::Kind::exact) {
      play_.status.clear();  // of a file that cannot be scored nothing is known
      play_.dimensions.clear();
    }
  }

  const RecordedPlay& play() const { return play_; }

 private:
  template <class Thing>
  static std::string now_called(const std::vector<Thing>& old, const std::vector<Thing>& now,
                                const Pairs& pairs, const std::string& id) {
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (old[i].id.text == id && pairs.now_of(i)) return now[*pairs.now_of(i)].id.text;
    }
    return id;
  }

  void translate_dimensions() {
    const auto& old = input_.old.scenario.rulebook->rubric.dimensions;
    const auto& now = input_.now.scenario.rulebook->rubric.dimensions;
    std::vector<ExpectedDimension> kept;
    for (const ExpectedDimension& expected : play_.dimensions) {
      for (std::uint32_t i = 0; i < now.size(); ++i) {
        if (now[i].id == old[expected.dimension.value].id) kept.push_back({DimensionIndex{i}, expected.band});
      }
    }
    play_.dimensions = std::move(kept);
  }

  const DiffInput& input_;
  RecordedPlay play_;
};

// What the old file expects of the play and the new one breaks; what was broken before is not news.
std::vector<std::string> newly_broken(const DiffInput& input, const RecordedPlay& recorded) {
  const Analysis& before = input.old.analysis;
  const Analysis& after = input.now.analysis;
  if (!before.outlook || !after.outlook) return {};
  std::set<Code> known;
  for (const Diagnostic& problem : check_play(input.old.scenario, *before.outlook, {}, recorded)) {
    known.insert(problem.code);
  }
  std::vector<std::string> broken;
  const Translated translated(input, recorded);
  for (const Diagnostic& problem : check_play(input.now.scenario, *after.outlook, {}, translated.play())) {
    if (known.count(problem.code) == 0) broken.push_back(problem.message);
  }
  return broken;
}

}  // namespace

void diff_plays(const DiffInput& input, AnalysisDiff& diff) {
  const Scenario& now = input.now.scenario;
  for (const RecordedPlay& recorded : input.old.scenario.plays) {
    ++diff.recorded_plays_before;
    const Played before = play_recorded(input.old.scenario, recorded);
    if (before.failed_at) {
      ++diff.recorded_plays_broken_before;
      continue;
    }
    const Played after = play_recorded(now, recorded);
    PlayDiff play;
    play.id = recorded.id;
    play.record = record_of(now, recorded);
    play.divergence = divergence_of(now, before, after, recorded);
    play.result = {result_of(input.old, before), result_of(input.now, after)};
    if (!play.divergence) {
      if (has_ended(before) && has_ended(after)) {
        play.ends_elsewhere =
            input.endings.now_of(before.play.state.ending.value) != after.play.state.ending.value;
      }
      play.broken = newly_broken(input, recorded);
    }
    if (play.is_changed()) diff.recorded_plays.push_back(std::move(play));
  }
}

}  // namespace steadfast
