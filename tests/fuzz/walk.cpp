#include "fuzz/walk.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "split_mix.h"
#include "steadfast/moments.h"
#include "steadfast/save.h"
#include "steadfast/score.h"

namespace steadfast::fuzz {

namespace {

std::string trouble_with_state(const Scenario& scenario, const State& state) {
  if (state.values.size() != scenario.variables.size()) return "the state has too many or too few values";
  for (std::size_t i = 0; i < state.values.size(); ++i) {
    const Variable& variable = scenario.variables[i];
    if (state.values[i] < variable.least || state.values[i] > variable.most) {
      return "`" + variable.id.text + "` left its range";
    }
  }
  if (state.phase == Phase::ended) {
    return state.ending.value < scenario.endings.size() ? "" : "the play ended at no ending";
  }
  return state.node.value < scenario.nodes.size() ? "" : "the play is at no node";
}

std::string trouble_with_offer(const Scenario& scenario, const Play& play) {
  const std::vector<ChoiceIndex> open = offered(scenario, play.state);
  if (open.empty() == (play.state.phase == Phase::deciding)) return "nothing is offered at a decision";
  for (const ChoiceIndex choice : open) {
    if (!is_open(scenario, play.state, choice)) return "a closed choice is offered";
  }
  if (open.empty()) return {};
  for (const ClosedChoice& closed : shown_closed(scenario, play.state)) {
    if (is_open(scenario, play.state, closed.choice) || closed.because.empty()) {
      return "an open choice is shown closed, or a closed one without its reason";
    }
  }
  std::vector<ChoiceIndex> order = display_order(scenario, play.state.node, play.seed);
  std::sort(order.begin(), order.end());
  const Node& node = scenario.at(play.state.node);
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i].value != node.first_choice + i) return "the order shown is not one of the choices there are";
  }
  return order.size() == node.choice_count ? "" : "the order shown leaves choices out";
}

}  // namespace

std::string trouble_at(const Scenario& scenario, const Play& play) {
  if (std::string trouble = trouble_with_state(scenario, play.state); !trouble.empty()) return trouble;
  if (std::string trouble = trouble_with_offer(scenario, play); !trouble.empty()) return trouble;
  const std::string text = serialise(save_play(scenario, play));
  const Result<Save> save = parse_save(text);
  if (!save) return "a save cannot be read: " + save.error().message;
  if (serialise(save.value()) != text) return "a save reads as another one";
  const Result<Resumed> resumed = resume_play(scenario, save.value());
  if (!resumed) return "a save cannot be resumed: " + resumed.error().message;
  return resumed.value().play == play && resumed.value().decisions_lost == 0 ? ""
                                                                             : "a save resumes elsewhere";
}

std::string walk_trouble(const Scenario& scenario, Play play, const Outlook* outlook, std::uint64_t seed,
                         int steps) {
  SplitMix random{seed};
  for (int step = 0;; ++step) {
    if (std::string trouble = trouble_at(scenario, play); !trouble.empty()) return trouble;
    const std::vector<ChoiceIndex> open = offered(scenario, play.state);
    if (open.empty() || step == steps) break;
    const ChoiceIndex choice = open[random.below(open.size())];
    const State quiet = choose_quietly(scenario, play.state, choice);
    const std::vector<Event> events = take(scenario, play, choice);
    if (play.state != quiet) return "a choice told aloud leads elsewhere";
    if (events.empty()) return "nothing happens after a choice";
  }
  if (replay(scenario, play).back().state != play.state) return "a replay leads elsewhere";
  if (outlook == nullptr || outlook->kind() != Outlook::Kind::exact) return {};
  const Score score = score_play(scenario, *outlook, play);
  if (score.decisions.size() != play.decisions.size()) return "the score leaves decisions out";
  for (const ScoredDecision& decision : score.decisions) {
    if (decision.regret < 0 || decision.spread < 0) return "a regret is negative";
  }
  if (moments_worth_another_look(score).size() > 3) return "there are too many moments";
  return {};
}

}  // namespace steadfast::fuzz
