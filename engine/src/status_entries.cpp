#include "status_entries.h"

#include <algorithm>

#include "score_rules.h"

namespace steadfast {
namespace {

std::int64_t least_gain_for(const Range& range, int percent) {
  const std::int64_t span = std::int64_t{range.most} - range.least;
  return range.least + (span * percent + 99) / 100;
}

}  // namespace

std::vector<PointsNeed> points_needed(const Scenario& scenario, const Outlook& outlook) {
  const Rubric& rubric = scenario.rulebook->rubric;
  const State start = begin(scenario).state;
  std::vector<PointsNeed> needs;
  const Range& composite = outlook.composite(start);
  if (composite.most == composite.least) {
    return needs;
  }
  for (std::size_t i = 0; i < rubric.dimensions.size(); ++i) {
    const Range& range = outlook.dimension(start, index_of<Dimension>(i));
    if (range.most > range.least) {
      needs.push_back({i, least_gain_for(range, rubric.bands.growing)});
    }
  }
  needs.push_back({rubric.dimensions.size(), least_gain_for(composite, rubric.bands.ready)});
  return needs;
}

bool caps_something(const Choice& choice) {
  return choice.serious && !choice.ratings.empty();
}

std::vector<VariableIndex> read_by_gates(const Scenario& scenario) {
  std::vector<VariableIndex> read;
  for (const OmissionGate& gate : scenario.omissions) {
    read.push_back(gate.flag);
    const auto condition = gate.when.reads();
    read.insert(read.end(), condition.begin(), condition.end());
  }
  return read;
}

bool meets_gates(const Scenario& scenario, std::span<const std::int32_t> values_at_end) {
  return std::none_of(scenario.omissions.begin(), scenario.omissions.end(),
                      [&](const OmissionGate& gate) { return is_unmet(gate, values_at_end); });
}

StatusEntries::StatusEntries(const Scenario& scenario, const StateGraph& graph,
                             const std::vector<PointsNeed>& needs, std::size_t limit, Watch& watch)
    : scenario_(scenario),
      graph_(graph),
      needs_(needs),
      limit_(limit),
      watch_(watch),
      gains_(scenario),
      ranges_(ranges_of(graph, gains_, watch)),
      first_of_state_(graph.state_count(), kNone) {
  if (watch.is_stopped()) {
    return;
  }
  watch.begin("adding up what chance earns", limit_);
  is_complete_ = find_gates_met() && find_entries() && find_what_may_be();
}

bool StatusEntries::find_gates_met() {
  gates_met_.assign(graph_.edges.size(), 1);
  if (scenario_.omissions.empty()) {
    return true;
  }
  std::vector<std::int32_t> values = start_values(scenario_);
  for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
    if (!watch_.tick()) {
      return false;
    }
    for (std::size_t i = graph_.first_edge[state]; i < graph_.first_edge[state + 1]; ++i) {
      if (graph_.edges[i].arrival.is_ending()) {
        const NodeIndex node = graph_.keys.unpack(graph_.states.key(state), values);
        apply_choice(scenario_, scenario_.at(graph_.edges[i].choice), values);
        gates_met_[i] = meets_gates(scenario_, values) ? 1 : 0;
        graph_.keys.forget_once(node, values);
      }
    }
  }
  return true;
}

bool StatusEntries::find_entries() {
  if (!graph_.start.is_state()) {
    return true;
  }
  gained_.assign(needs_.size(), 0);
  start_ = arrive(graph_.start.state(), 0);
  for (const std::uint32_t state : graph_.order) {
    for (std::uint32_t entry = first_of_state_[state]; entry != kNone; entry = next_of_entry_[entry]) {
      if (!watch_.tick()) {
        return false;
      }
      first_target_[entry] = targets_.size();
      for (const StateEdge& edge : graph_.edges_of(state)) {
        targets_.push_back(follow(entry, edge));
      }
    }
    if (keys_.size() > limit_) {
      return false;
    }
  }
  return true;
}

std::uint32_t StatusEntries::follow(std::uint32_t entry, const StateEdge& edge) {
  const Choice& choice = scenario_.at(edge.choice);
  const auto key = keys_.key(entry);
  std::uint64_t capped = repairs(scenario_, choice) ? 0 : key[1];
  capped = caps_something(choice) ? 1 : capped;
  const std::int32_t* const gain = gains_.of(edge.choice);
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    gained_[i] = static_cast<std::int64_t>(key[2 + i]) + gain[needs_[i].ledger];
  }
  if (edge.arrival.is_state()) {
    return arrive(edge.arrival.state(), capped);
  }
  bool is_enough = capped == 0;
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    is_enough = is_enough && gained_[i] >= needs_[i].gained;
  }
  return is_enough ? kEndsEnough : kEndsShort;
}

// Gains beyond what is surely enough count as just enough: that keeps the number of entries small and
// changes nothing.
std::uint32_t StatusEntries::arrive(std::uint32_t state, std::uint64_t capped) {
  if (needs_.empty()) {
    return kNeverEnough;
  }
  key_.assign({state, capped});
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    const Range& left = ranges_[state * gains_.ledger_count() + needs_[i].ledger];
    if (gained_[i] + left.most < needs_[i].gained) {
      return kNeverEnough;
    }
    key_.push_back(static_cast<std::uint64_t>(std::min(gained_[i], needs_[i].gained - left.least)));
  }
  const KeyTable::Found found = keys_.insert(key_);
  if (found.is_new) {
    state_of_entry_.push_back(state);
    first_target_.push_back(0);
    next_of_entry_.push_back(first_of_state_[state]);
    first_of_state_[state] = found.index;
  }
  return found.index;
}

bool StatusEntries::find_what_may_be() {
  using namespace may_be;
  entry_may_be_.assign(count(), 0);
  state_may_be_.assign(graph_.state_count(), 0);
  for (auto state = graph_.order.rbegin(); state != graph_.order.rend(); ++state) {
    if (!watch_.tick()) {
      return false;
    }
    const std::size_t first = graph_.first_edge[*state];
    const auto edges = graph_.edges_of(*state);
    std::uint8_t& here = state_may_be_[*state];
    here = kShort;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (scenario_.at(edges[i].choice).critical) {
        here |= kDebrief;
      } else if (edges[i].arrival.is_state()) {
        here |= state_may_be_[edges[i].arrival.state()];
      } else {
        here |= meets_gates_behind(first + i) ? kPractise : kDebrief;
      }
    }
    for (std::uint32_t entry = first_of_state_[*state]; entry != kNone; entry = next_of_entry_[entry]) {
      const std::uint32_t* const targets = targets_of(entry);
      std::uint8_t set = 0;
      for (std::size_t i = 0; i < edges.size(); ++i) {
        std::uint8_t there = 0;
        if (is_entry(targets[i])) {
          there = entry_may_be_[targets[i]];
        } else if (targets[i] == kNeverEnough) {
          there = state_may_be_[edges[i].arrival.state()];
        } else {
          const bool is_enough = targets[i] == kEndsEnough;
          there = is_enough ? kEnough : kShort;
          there |= !meets_gates_behind(first + i) ? kDebrief : is_enough ? kReady : kPractise;
        }
        if (scenario_.at(edges[i].choice).critical) {
          there = static_cast<std::uint8_t>((there & kPoints) | kDebrief);
        }
        set |= there;
      }
      entry_may_be_[entry] = set;
    }
  }
  return true;
}

}  // namespace steadfast
