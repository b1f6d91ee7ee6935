#include "steadfast/session.h"

#include <algorithm>
#include <cassert>

#include "session_step.h"
#include "split_mix.h"

namespace steadfast {
namespace {

ShownPassage show(const Telling& telling, const std::vector<std::int32_t>& values) {
  for (const Variant& variant : telling.variants) {
    if (variant.when.holds(values)) {
      return with_variant(telling, variant);
    }
  }
  return plain_passage(telling);
}

void move_on(const Scenario& scenario, Step& step, Target target) {
  std::vector<NodeIndex> passed;
  const Place place = settle(scenario, target, step.state.values, &passed);
  for (const NodeIndex node : passed) {
    step.events.push_back(NodeEntered{node, show(scenario.at(node).telling, step.state.values)});
  }
  if (place.phase == Phase::ended) {
    step.events.push_back(EndingReached{place.ending});
  }
  step.state.phase = place.phase;
  step.state.node = place.node;
  step.state.ending = place.ending;
}

// FNV-1a: ids are short and the result must not depend on the standard library.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return hash;
}

template <class Visit>
void for_each_choice(const Scenario& scenario, NodeIndex node, Visit visit) {
  const Node& here = scenario.at(node);
  for (std::uint32_t i = 0; i < here.choice_count; ++i) {
    visit(ChoiceIndex{here.first_choice + i});
  }
}

}  // namespace

Step begin(const Scenario& scenario) {
  assert(!scenario.nodes.empty());
  Step step;
  step.state.values = start_values(scenario);
  move_on(scenario, step, NodeIndex{0});
  return step;
}

std::vector<ChoiceIndex> offered(const Scenario& scenario, const State& state) {
  std::vector<ChoiceIndex> open;
  if (state.phase == Phase::deciding) {
    for_each_choice(scenario, state.node, [&](ChoiceIndex choice) {
      if (is_open(scenario.at(choice), state.values)) {
        open.push_back(choice);
      }
    });
  }
  return open;
}

bool is_open(const Scenario& scenario, const State& state, ChoiceIndex choice) {
  return state.phase == Phase::deciding && choice.value < scenario.choices.size() &&
         scenario.at(choice).node == state.node && is_open(scenario.at(choice), state.values);
}

std::vector<ClosedChoice> shown_closed(const Scenario& scenario, const State& state) {
  std::vector<ClosedChoice> closed;
  if (state.phase == Phase::deciding) {
    for_each_choice(scenario, state.node, [&](ChoiceIndex choice) {
      const Choice& here = scenario.at(choice);
      if (!here.closed_because.empty() && !is_open(here, state.values)) {
        closed.push_back({choice, here.closed_because});
      }
    });
  }
  return closed;
}

Step choose(const Scenario& scenario, State state, ChoiceIndex choice) {
  assert(is_open(scenario, state, choice));
  const Choice& chosen = scenario.at(choice);
  Step step{std::move(state), {}};
  step.events.push_back(ChoiceSaid{choice});
  apply_choice(scenario, chosen, step.state.values);
  step.events.push_back(ReplyGiven{choice, show(chosen.reply, step.state.values)});
  move_on(scenario, step, chosen.next);
  return step;
}

State choose_quietly(const Scenario& scenario, State state, ChoiceIndex choice) {
  assert(is_open(scenario, state, choice));
  const Choice& chosen = scenario.at(choice);
  apply_choice(scenario, chosen, state.values);
  const Place place = settle(scenario, chosen.next, state.values, nullptr);
  state.phase = place.phase;
  state.node = place.node;
  state.ending = place.ending;
  return state;
}

std::vector<ChoiceIndex> display_order(const Scenario& scenario, NodeIndex node, std::uint64_t seed) {
  std::vector<ChoiceIndex> order;
  for_each_choice(scenario, node, [&](ChoiceIndex choice) { order.push_back(choice); });
  SplitMix random(seed ^ hash_of(scenario.at(node).id.text));
  for (std::size_t left = order.size(); left > 1; --left) {
    std::swap(order[left - 1], order[random.below(left)]);
  }
  return order;
}

Play start_play(const Scenario& scenario, std::uint64_t seed) {
  Play play;
  play.seed = seed;
  play.state = begin(scenario).state;
  return play;
}

std::vector<Event> take(const Scenario& scenario, Play& play, ChoiceIndex choice) {
  const NodeIndex node = play.state.node;
  Step step = choose(scenario, std::move(play.state), choice);
  play.decisions.push_back({node, choice});
  play.state = std::move(step.state);
  return std::move(step.events);
}

Play branch(const Scenario& scenario, const Play& play, std::uint32_t kept) {
  assert(kept <= play.decisions.size());
  Play practice = start_play(scenario, play.seed);
  practice.practice_from = kept;
  for (std::uint32_t i = 0; i < kept; ++i) {
    const ChoiceIndex choice = play.decisions[i].choice;
    practice.decisions.push_back({practice.state.node, choice});
    practice.state = choose_quietly(scenario, std::move(practice.state), choice);
  }
  return practice;
}

std::vector<Step> replay(const Scenario& scenario, const Play& play) {
  std::vector<Step> steps;
  steps.reserve(play.decisions.size() + 1);
  steps.push_back(begin(scenario));
  for (const Decision& decision : play.decisions) {
    steps.push_back(choose(scenario, steps.back().state, decision.choice));
  }
  return steps;
}

std::optional<ChoiceIndex> find_offered(const Scenario& scenario, const State& state, std::string_view id) {
  std::optional<ChoiceIndex> by_former_id;
  for (const ChoiceIndex open : offered(scenario, state)) {
    const Choice& choice = scenario.at(open);
    if (choice.id.text == id) {
      return open;
    }
    const bool was = std::any_of(choice.was.begin(), choice.was.end(),
                                 [id](const ChoiceId& former) { return former.text == id; });
    if (was && !by_former_id) {
      by_former_id = open;
    }
  }
  return by_former_id;
}

}  // namespace steadfast
