#include "steadfast/score.h"

#include <algorithm>
#include <cassert>

#include "score_rules.h"

namespace steadfast {
namespace {

// A = (X - L) / (U - L) at least `percent`, in whole numbers.
bool reaches(const Ledger& ledger, int percent) {
  const std::int64_t above_least = std::int64_t{ledger.gained} - ledger.least;
  const std::int64_t span = std::int64_t{ledger.most} - ledger.least;
  return above_least * 100 >= std::int64_t{percent} * span;
}

Ledger ledger_of(const Range& from_start, int gained, bool ended, bool capped, const Bands& bands) {
  Ledger ledger;
  ledger.gained = gained;
  ledger.least = from_start.least;
  ledger.most = from_start.most;
  ledger.expected = from_start.expected;
  ledger.capped = capped;
  if (!ended || ledger.most == ledger.least) {
    return ledger;
  }
  ledger.achieved =
      static_cast<double>(gained - ledger.least) / static_cast<double>(ledger.most - ledger.least);
  ledger.band = capped || !reaches(ledger, bands.growing) ? Band::practise_again
                : reaches(ledger, bands.strong)           ? Band::strong
                                                          : Band::growing;
  return ledger;
}

Status status_of(const Score& score, const Bands& bands) {
  if (!score.critical_decisions.empty() || !score.unmet_omissions.empty()) {
    return Status::needs_debrief;
  }
  const bool held_back =
      std::any_of(score.dimensions.begin(), score.dimensions.end(),
                  [](const Ledger& ledger) { return ledger.capped || ledger.band == Band::practise_again; });
  const bool ready =
      !held_back && score.composite.most > score.composite.least && reaches(score.composite, bands.ready);
  return ready ? Status::ready_to_discuss : Status::practise_again;
}

ScoredDecision score_decision(const Scenario& scenario, const Outlook& outlook, const State& state,
                              const State& after, const Decision& decision) {
  ScoredDecision scored{decision, composite_gain(scenario, decision.choice), 0, 0};
  const int reached = scored.gain + outlook.composite(after).most;
  scored.regret = outlook.composite(state).most - reached;
  int least = reached;
  int most = reached;
  for (const ChoiceIndex choice : offered(scenario, state)) {
    if (choice != decision.choice) {
      const State instead = choose_quietly(scenario, state, choice);
      const int value = composite_gain(scenario, choice) + outlook.composite(instead).most;
      least = std::min(least, value);
      most = std::max(most, value);
    }
  }
  scored.spread = most - least;
  return scored;
}

}  // namespace

std::vector<std::uint32_t> unrepaired_serious(const Scenario& scenario,
                                              const std::vector<Decision>& decisions) {
  std::vector<std::uint32_t> unrepaired;
  for (std::uint32_t i = 0; i < decisions.size(); ++i) {
    const Choice& choice = scenario.at(decisions[i].choice);
    if (repairs(scenario, choice)) {
      unrepaired.clear();  // what came before; the choice itself may be serious all the same
    }
    if (choice.serious) {
      unrepaired.push_back(i);
    }
  }
  return unrepaired;
}

bool repairs(const Scenario& scenario, const Choice& choice) {
  const auto& repairing = scenario.rulebook->rubric.repairing_acts;
  return std::any_of(choice.acts.begin(), choice.acts.end(), [&](ActIndex act) {
    return std::find(repairing.begin(), repairing.end(), act) != repairing.end();
  });
}

bool is_unmet(const OmissionGate& gate, std::span<const std::int32_t> values_at_end) {
  return values_at_end[gate.flag.value] == 0 && gate.when.holds(values_at_end);
}

int gain_in(const Scenario& scenario, ChoiceIndex choice, DimensionIndex dimension) {
  const Choice& here = scenario.at(choice);
  int gain = 0;
  for (const Rating& rating : here.ratings) {
    if (rating.dimension == dimension) {
      gain += scenario.at(here.node).weight * (rating.level - 2);
    }
  }
  return gain;
}

int composite_gain(const Scenario& scenario, ChoiceIndex choice) {
  const Choice& here = scenario.at(choice);
  int gain = 0;
  for (const Rating& rating : here.ratings) {
    gain += scenario.at(here.node).weight * (rating.level - 2);
  }
  return gain;
}

Score score_play(const Scenario& scenario, const Outlook& outlook, const Play& play) {
  assert(outlook.kind() == Outlook::Kind::exact);
  const Rubric& rubric = scenario.rulebook->rubric;
  Score score;
  std::vector<int> gained(rubric.dimensions.size(), 0);
  std::vector<char> capped(rubric.dimensions.size(), 0);

  const State start = begin(scenario).state;
  State state = start;
  for (std::uint32_t i = 0; i < play.decisions.size(); ++i) {
    const Decision& decision = play.decisions[i];
    State after = choose_quietly(scenario, state, decision.choice);
    score.decisions.push_back(score_decision(scenario, outlook, state, after, decision));
    for (const Rating& rating : scenario.at(decision.choice).ratings) {
      gained[rating.dimension.value] += scenario.at(decision.node).weight * (rating.level - 2);
    }
    if (scenario.at(decision.choice).critical) {
      score.critical_decisions.push_back(i);
    }
    state = std::move(after);
  }
  score.serious_decisions = unrepaired_serious(scenario, play.decisions);
  for (const std::uint32_t position : score.serious_decisions) {
    for (const Rating& rating : scenario.at(play.decisions[position].choice).ratings) {
      capped[rating.dimension.value] = 1;
    }
  }
  const bool ended = state.phase == Phase::ended;
  int composite = 0;
  for (std::size_t i = 0; i < rubric.dimensions.size(); ++i) {
    composite += gained[i];
    score.dimensions.push_back(ledger_of(outlook.dimension(start, index_of<Dimension>(i)), gained[i], ended,
                                         capped[i] != 0, rubric.bands));
  }
  score.composite = ledger_of(outlook.composite(start), composite, ended, false, rubric.bands);
  if (ended) {
    for (std::uint32_t i = 0; i < scenario.omissions.size(); ++i) {
      if (is_unmet(scenario.omissions[i], state.values)) {
        score.unmet_omissions.push_back(i);
      }
    }
    score.ending = state.ending;
    score.status = status_of(score, rubric.bands);
  }
  return score;
}

Helpfulness helpfulness(int level) {
  return level < 2 ? Helpfulness::may_set_back : level == 2 ? Helpfulness::neutral : Helpfulness::helped;
}

std::string_view to_string(Band band) {
  switch (band) {
    case Band::not_practised:
      return "not practised";
    case Band::practise_again:
      return "practise again";
    case Band::growing:
      return "growing";
    case Band::strong:
      return "strong";
  }
  return "";
}

std::string_view to_string(Status status) {
  switch (status) {
    case Status::ready_to_discuss:
      return "ready to discuss";
    case Status::practise_again:
      return "practise again";
    case Status::needs_debrief:
      return "needs debrief";
  }
  return "";
}

}  // namespace steadfast
