// From a save back into a play, also when the scenario was edited in between.
#include <fmt/format.h>

#include <algorithm>

#include "session_step.h"
#include "steadfast/save.h"

namespace steadfast {
namespace {

bool is_called(const Node& node, const std::string& id) {
  return node.id.text == id || std::any_of(node.was.begin(), node.was.end(),
                                           [&](const NodeId& former) { return former.text == id; });
}

// The open choice that is called so, or else was called so; as find_offered, without a list.
std::optional<ChoiceIndex> open_choice(const Scenario& scenario, const State& state, const std::string& id) {
  const Node& node = scenario.at(state.node);
  std::optional<ChoiceIndex> by_former_id;
  for (std::uint32_t i = node.first_choice; i < node.first_choice + node.choice_count; ++i) {
    const Choice& choice = scenario.choices[i];
    const bool is_it = choice.id.text == id;
    const bool was_it = !is_it && !by_former_id &&
                        std::any_of(choice.was.begin(), choice.was.end(),
                                    [&](const ChoiceId& former) { return former.text == id; });
    if ((is_it || was_it) && is_open(choice, state.values)) {
      if (is_it) {
        return ChoiceIndex{i};
      }
      by_former_id = ChoiceIndex{i};
    }
  }
  return by_former_id;
}

// Takes the saved decisions as long as they agree with the scenario. Never guesses: what does not fit
// by id, at the same node, ends it.
Play replay_by_ids(const Scenario& scenario, const Save& save) {
  Play play = start_play(scenario, save.seed);
  play.decisions.reserve(save.decisions.size());
  for (const SavedDecision& saved : save.decisions) {
    if (play.state.phase != Phase::deciding || !is_called(scenario.at(play.state.node), saved.node)) {
      break;
    }
    const auto choice = open_choice(scenario, play.state, saved.choice);
    if (!choice) {
      break;
    }
    play.decisions.push_back({play.state.node, *choice});
    play.state = choose_quietly(scenario, std::move(play.state), *choice);
  }
  return play;
}

std::string explain(const Scenario& scenario, const Play& play, std::uint32_t lost) {
  if (lost == 0) {
    return "The conversation was edited since this play was saved. Every answer still fits, so the play goes "
           "on "
           "where it was.";
  }
  const std::string where = play.decisions.empty()
                                ? std::string("at the beginning")
                                : fmt::format("after “{}”", scenario.at(play.decisions.back().choice).say);
  return fmt::format(
      "The conversation was edited since this play was saved, and {} of its answers no longer {}. "
      "The play goes on {}.",
      lost, lost == 1 ? "fits" : "fit", where);
}

}  // namespace

Result<Resumed> resume_play(const Scenario& scenario, const Save& save) {
  if (save.scenario != scenario.id) {
    return Error{fmt::format("the saved play belongs to the conversation `{}`, not to `{}`", save.scenario,
                             scenario.id)};
  }
  if (save.practice_from && *save.practice_from > save.decisions.size()) {
    return Error{"the saved play is not consistent: it branches off after more answers than it holds"};
  }
  Resumed resumed;
  resumed.play = replay_by_ids(scenario, save);
  const auto kept = static_cast<std::uint32_t>(resumed.play.decisions.size());
  resumed.decisions_lost = static_cast<std::uint32_t>(save.decisions.size()) - kept;
  resumed.play.practice_from = save.practice_from;
  if (save.content_hash == scenario.play_hash) {
    // The state is a pure function of content and decisions, so the snapshot can only agree. If it does
    // not, the save was damaged or changed by hand, and no part of it is more to be believed than another.
    if (resumed.decisions_lost != 0 || resumed.play.state != save.snapshot) {
      return Error{
          "the saved play is not consistent: its answers and the place it was saved at do not agree"};
    }
    return resumed;
  }
  if (save.practice_from) {
    resumed.play.practice_from = std::min(*save.practice_from, kept);
  }
  resumed.explanation = explain(scenario, resumed.play, resumed.decisions_lost);
  return resumed;
}

}  // namespace steadfast
