// The random bot: the distribution of scores, not just their ranges.
#include <algorithm>
#include <cstddef>

#include "bots.h"
#include "outlook_ranges.h"
#include "score_rules.h"
#include "split_mix.h"

namespace steadfast {
namespace {

constexpr std::size_t kFewestSampledPlays = 1'000;

// What a ledger must have gained by the end.
struct Need {
  std::size_t ledger = 0;  // as LedgerGains counts
  std::int64_t gained = 0;
};

std::int64_t least_gain_for(const Range& range, int percent) {
  const std::int64_t span = std::int64_t{range.most} - range.least;
  return range.least + (span * percent + 99) / 100;
}

// Empty when no play at all can be ready.
std::vector<Need> needs_of(const Scenario& scenario, const Outlook& outlook, const State& start) {
  const Rubric& rubric = scenario.rulebook->rubric;
  std::vector<Need> needs;
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

bool meets_gates(const Scenario& scenario, std::span<const std::int32_t> values) {
  return std::none_of(scenario.omissions.begin(), scenario.omissions.end(),
                      [&](const OmissionGate& gate) { return is_unmet(gate, values); });
}

// Carries probabilities through the graph, split by what was gained so far. Plays that can no longer
// be ready are dropped, and gains beyond what is surely enough count as just enough: both keep the
// number of different entries small and change nothing.
class Distribution {
 public:
  Distribution(const Scenario& scenario, const StateGraph& graph, const std::vector<Need>& needs,
               std::size_t limit, Watch& watch)
      : scenario_(scenario),
        watch_(watch),
        graph_(graph),
        needs_(needs),
        limit_(limit),
        gains_(scenario),
        ranges_(ranges_of(graph, gains_, watch)),
        first_entry_(graph.state_count(), kNone),
        values_(start_values(scenario)) {}

  // Empty when more entries would be needed than the limit allows, or when it was stopped.
  std::optional<double> probability_ready() {
    if (!graph_.start.is_state()) {
      return 0.0;  // no decision at all, so nothing was practised
    }
    if (watch_.is_stopped()) {
      return std::nullopt;
    }
    watch_.begin("adding up what chance earns", limit_);
    std::vector<std::int64_t> gained(needs_.size(), 0);
    arrive(graph_.start.state(), gained, 0, 1.0);
    for (const std::uint32_t state : graph_.order) {
      const auto edges = graph_.edges_of(state);
      find_gates_met(state, edges);
      for (std::uint32_t entry = first_entry_[state]; entry != kNone; entry = next_entry_[entry]) {
        if (!watch_.tick()) {
          return std::nullopt;
        }
        for (std::size_t i = 0; i < edges.size(); ++i) {
          follow(entry, edges[i], gates_met_[i] != 0,
                 probability_[entry] / static_cast<double>(edges.size()));
        }
      }
      if (entries_.size() > limit_) {
        return std::nullopt;
      }
    }
    return ready_;
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffffU;

  // Whether the end behind each edge finds every omission gate met.
  void find_gates_met(std::uint32_t state, std::span<const StateEdge> edges) {
    gates_met_.assign(edges.size(), 1);
    if (scenario_.omissions.empty()) {
      return;
    }
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (edges[i].arrival.is_ending()) {
        const NodeIndex node = graph_.keys.unpack(graph_.states.key(state), values_);
        apply_choice(scenario_, scenario_.at(edges[i].choice), values_);
        gates_met_[i] = meets_gates(scenario_, values_) ? 1 : 0;
        graph_.keys.forget_once(node, values_);
      }
    }
  }

  void follow(std::uint32_t entry, const StateEdge& edge, bool gates_met, double probability) {
    const Choice& choice = scenario_.at(edge.choice);
    if (choice.critical) {
      return;
    }
    const auto key = entries_.key(entry);
    std::uint64_t capped = repairs(scenario_, choice) ? 0 : key[1];
    capped = caps_something(choice) ? 1 : capped;
    const std::int32_t* const gain = gains_.of(edge.choice);
    scratch_.resize(needs_.size());
    for (std::size_t i = 0; i < needs_.size(); ++i) {
      scratch_[i] = static_cast<std::int64_t>(key[2 + i]) + gain[needs_[i].ledger];
    }
    if (edge.arrival.is_state()) {
      arrive(edge.arrival.state(), scratch_, capped, probability);
      return;
    }
    bool ready = capped == 0 && gates_met;
    for (std::size_t i = 0; i < needs_.size(); ++i) {
      ready = ready && scratch_[i] >= needs_[i].gained;
    }
    ready_ += ready ? probability : 0;
  }

  void arrive(std::uint32_t state, std::vector<std::int64_t>& gained, std::uint64_t capped,
              double probability) {
    key_.assign({state, capped});
    for (std::size_t i = 0; i < needs_.size(); ++i) {
      const Range& left = ranges_[state * gains_.ledger_count() + needs_[i].ledger];
      if (gained[i] + left.most < needs_[i].gained) {
        return;
      }
      key_.push_back(static_cast<std::uint64_t>(std::min(gained[i], needs_[i].gained - left.least)));
    }
    const KeyTable::Found found = entries_.insert(key_);
    if (found.is_new) {
      probability_.push_back(0);
      next_entry_.push_back(first_entry_[state]);
      first_entry_[state] = found.index;
    }
    probability_[found.index] += probability;
  }

  const Scenario& scenario_;
  Watch& watch_;
  const StateGraph& graph_;
  const std::vector<Need>& needs_;
  std::size_t limit_;
  LedgerGains gains_;
  std::vector<Range> ranges_;
  KeyTable entries_;  // state, whether a serious error waits for repair, gains by need
  std::vector<double> probability_;
  std::vector<std::uint32_t> first_entry_;  // per state, the entries that were found there
  std::vector<std::uint32_t> next_entry_;
  std::vector<std::int32_t> values_;
  std::vector<char> gates_met_;
  std::vector<std::int64_t> scratch_;
  std::vector<std::uint64_t> key_;
  double ready_ = 0;
};

// One random play, without allocation.
class Sampler {
 public:
  Sampler(const Scenario& scenario, const std::vector<Need>& needs, Watch& watch)
      : scenario_(scenario), watch_(watch), needs_(needs), gains_(scenario), start_(start_values(scenario)) {}

  // Means nothing when it was stopped.
  bool play_is_ready() {
    values_ = start_;
    gained_.assign(needs_.size(), 0);
    bool capped = false;
    bool critical = false;
    Place place = settle(scenario_, NodeIndex{0}, values_, nullptr);
    while (place.phase == Phase::deciding) {
      ++steps_;
      if (!watch_.tick(plays_, 0)) {
        return false;
      }
      const ChoiceIndex index = pick(place.node);
      const Choice& choice = scenario_.at(index);
      critical = critical || choice.critical.has_value();
      capped = caps_something(choice) || (capped && !repairs(scenario_, choice));
      for (std::size_t i = 0; i < needs_.size(); ++i) {
        gained_[i] += gains_.of(index)[needs_[i].ledger];
      }
      apply_choice(scenario_, choice, values_);
      place = settle(scenario_, choice.next, values_, nullptr);
    }
    ++plays_;
    bool ready = !capped && !critical && meets_gates(scenario_, values_);
    for (std::size_t i = 0; i < needs_.size(); ++i) {
      ready = ready && gained_[i] >= needs_[i].gained;
    }
    return ready;
  }

  std::size_t plays() const { return plays_; }
  std::size_t steps() const { return steps_; }

 private:
  ChoiceIndex pick(NodeIndex index) {
    const Node& node = scenario_.at(index);
    open_.clear();
    for (std::uint32_t i = 0; i < node.choice_count; ++i) {
      if (is_open(scenario_.choices[node.first_choice + i], values_)) {
        open_.push_back({node.first_choice + i});
      }
    }
    return open_[static_cast<std::size_t>(random_.below(open_.size()))];
  }

  const Scenario& scenario_;
  Watch& watch_;
  const std::vector<Need>& needs_;
  LedgerGains gains_;
  std::vector<std::int32_t> start_;
  std::vector<std::int32_t> values_;
  std::vector<std::int64_t> gained_;
  std::vector<ChoiceIndex> open_;
  SplitMix random_{20'240'229};  // fixed, so that an estimate can be repeated
  std::size_t plays_ = 0;
  std::size_t steps_ = 0;
};

ReadyChance sampled(const Scenario& scenario, const std::vector<Need>& needs, const AnalysisLimits& limits,
                    Watch& watch) {
  watch.begin("playing at random", limits.sampled_plays);
  Sampler sampler(scenario, needs, watch);
  std::size_t ready = 0;
  while (sampler.plays() < limits.sampled_plays && !watch.is_stopped() &&
         (sampler.plays() < kFewestSampledPlays || sampler.steps() < limits.sampled_steps)) {
    ready += sampler.play_is_ready() ? 1U : 0U;
  }
  const std::size_t plays = sampler.plays();
  return {plays == 0 ? 0 : static_cast<double>(ready) / static_cast<double>(plays), true};
}

}  // namespace

ReadyChance ready_chance(const Scenario& scenario, const Outlook& outlook, const AnalysisLimits& limits,
                         Watch& watch) {
  const std::vector<Need> needs = needs_of(scenario, outlook, begin(scenario).state);
  if (needs.empty()) {
    return {};
  }
  std::vector<VariableIndex> at_end;
  for (const OmissionGate& gate : scenario.omissions) {
    at_end.push_back(gate.flag);
    const auto reads = gate.when.reads();
    at_end.insert(at_end.end(), reads.begin(), reads.end());
  }
  const StateGraph graph = explore_states(scenario, at_end, limits.states, watch);
  if (graph.complete) {
    if (const auto exact = Distribution(scenario, graph, needs, limits.states, watch).probability_ready()) {
      return {*exact, false};
    }
  }
  return sampled(scenario, needs, limits, watch);
}

}  // namespace steadfast
