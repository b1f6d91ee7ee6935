#include "steadfast/outlook.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "outlook_ranges.h"
#include "outlook_way_round.h"
#include "steadfast/score.h"

namespace steadfast {
namespace {

const Range kNothingLeft{};

void fold_in(Range& range, const Range& after, std::int32_t gain, bool is_first) {
  const int least = after.least + gain;
  const int most = after.most + gain;
  range.least = is_first ? least : std::min(range.least, least);
  range.most = is_first ? most : std::max(range.most, most);
  range.expected += after.expected + gain;
}

// The way to a stuck place with the fewest decisions: states are numbered by distance.
std::optional<WayThere> first_stuck(const StateGraph& graph) {
  const auto distance = [](const WayThere& there) {
    return there.state == WayThere::kFromStart ? 0 : std::uint64_t{there.state} + 1;
  };
  std::optional<WayThere> first;
  for (const auto& way : graph.way_to_stuck) {
    if (way && (!first || distance(*way) < distance(*first))) {
      first = way;
    }
  }
  return first;
}

// True when a way round is known: where there are too many states, it may be found without all of them.
bool knows_way_round(StateGraph& graph, const Scenario& scenario, Watch& watch) {
  if (graph.has_cycle()) return true;
  if (graph.complete) return false;
  std::optional<WayRound> way = find_way_round(scenario, graph, watch);
  if (!way) return false;
  graph.to_cycle = std::move(way->to);
  graph.round_cycle = std::move(way->round);
  return true;
}

// Going round makes states without end, so somebody would wait long for what a few of them show.
StateGraph explore_or_go_round(const Scenario& scenario, std::size_t limit, Watch& watch) {
  constexpr std::size_t kFirstLook = 20'000;
  if (limit > kFirstLook && has_circle(scenario)) {
    StateGraph first = explore_states(scenario, {}, kFirstLook, watch);
    const bool is_all = first.complete || watch.is_stopped();
    if (is_all || (!first.has_cycle() && knows_way_round(first, scenario, watch))) return first;
  }
  StateGraph graph = explore_states(scenario, {}, limit, watch);
  knows_way_round(graph, scenario, watch);
  return graph;
}

}  // namespace

LedgerGains::LedgerGains(const Scenario& scenario) {
  const std::size_t dimensions = scenario.rulebook ? scenario.rulebook->rubric.dimensions.size() : 0;
  ledger_count_ = dimensions + 1;
  gains_.assign(scenario.choices.size() * ledger_count_, 0);
  for (std::size_t i = 0; i < scenario.choices.size(); ++i) {
    const auto choice = index_of<Choice>(i);
    std::int32_t* row = gains_.data() + i * ledger_count_;
    for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
      row[dimension] = gain_in(scenario, choice, index_of<Dimension>(dimension));
    }
    row[dimensions] = composite_gain(scenario, choice);
  }
}

std::vector<Range> ranges_of(const StateGraph& graph, const LedgerGains& gains, Watch& watch) {
  watch.begin_sure("working out scores", graph.state_count() * 2);
  const std::size_t count = gains.ledger_count();
  // Filled bit by bit: asking for a gigabyte at once can take longer than somebody wants to wait for a stop.
  std::vector<Range> ranges;
  ranges.reserve(graph.state_count() * count);
  while (ranges.size() < graph.state_count() * count) {
    if (!watch.tick()) return {};
    ranges.resize(ranges.size() + count);
  }
  for (auto state = graph.order.rbegin(); state != graph.order.rend(); ++state) {
    if (!watch.tick()) return {};
    Range* const here = ranges.data() + *state * count;
    const auto edges = graph.edges_of(*state);
    bool is_first = true;
    for (const StateEdge& edge : edges) {
      const Range* const after =
          edge.arrival.is_state() ? ranges.data() + edge.arrival.state() * count : nullptr;
      const std::int32_t* const gain = gains.of(edge.choice);
      for (std::size_t ledger = 0; ledger < count; ++ledger) {
        fold_in(here[ledger], after != nullptr ? after[ledger] : kNothingLeft, gain[ledger], is_first);
      }
      is_first = false;
    }
    for (std::size_t ledger = 0; ledger < count; ++ledger) {
      here[ledger].expected /= static_cast<double>(edges.size());
    }
  }
  return ranges;
}

const Range& Outlook::Implementation::range(Arrival arrival, std::size_t ledger) const {
  return arrival.is_state() ? ranges[arrival.state() * gains.ledger_count() + ledger] : kNothingLeft;
}

Arrival Outlook::Implementation::locate(const State& state) const {
  if (state.phase != Phase::deciding) {
    return state.phase == Phase::ended ? Arrival::at_ending(state.ending) : Arrival::stuck_at(state.node);
  }
  std::vector<std::uint64_t> key;
  graph.keys.pack(state.node, state.values, key);
  const auto found = graph.states.find(key);
  assert(found);
  return found ? Arrival::at_state(*found) : Arrival::stuck_at(state.node);
}

Outlook Outlook::explore(const Scenario& scenario, OutlookLimits limits) {
  Watch nobody;
  return explore(scenario, limits, nobody);
}

Outlook Outlook::explore(const Scenario& scenario, OutlookLimits limits, Watch& watch) {
  auto implementation = std::make_shared<Implementation>(explore_or_go_round(scenario, limits.states, watch),
                                                         LedgerGains(scenario));
  const StateGraph& graph = implementation->graph;
  if (graph.has_cycle()) {
    implementation->kind = Kind::endless;
    implementation->witness = graph.to_cycle;
    implementation->witness.insert(implementation->witness.end(), graph.round_cycle.begin(),
                                   graph.round_cycle.end());
  } else if (const auto stuck = first_stuck(graph)) {
    implementation->kind = Kind::stuck;
    implementation->witness = graph.way(*stuck);
  } else if (!graph.complete) {
    implementation->kind = Kind::bounded;
  } else {
    implementation->ranges = ranges_of(graph, implementation->gains, watch);
    if (watch.is_stopped()) implementation->kind = Kind::bounded;
  }
  Outlook outlook;
  outlook.implementation_ = std::move(implementation);
  return outlook;
}

Outlook::Kind Outlook::kind() const {
  return implementation_->kind;
}
std::size_t Outlook::state_count() const {
  return implementation_->graph.state_count();
}
const std::vector<ChoiceIndex>& Outlook::witness() const {
  return implementation_->witness;
}

const Range& Outlook::dimension(const State& state, DimensionIndex dimension) const {
  assert(kind() == Kind::exact && dimension.value < implementation_->gains.composite());
  return implementation_->range(implementation_->locate(state), dimension.value);
}

const Range& Outlook::composite(const State& state) const {
  assert(kind() == Kind::exact);
  return implementation_->range(implementation_->locate(state), implementation_->gains.composite());
}

}  // namespace steadfast
