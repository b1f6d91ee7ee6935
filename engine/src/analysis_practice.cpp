// What every route practises: how often a dimension can be shown, and whether going on for longer pays.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "analysis_findings.h"
#include "analysis_kinds.h"
#include "analysis_walk.h"

namespace steadfast {
namespace {

constexpr std::size_t kWorkPerState = 50;

class PracticeSearch {
 public:
  explicit PracticeSearch(const AnalysisInput& input)
      : scenario_(input.scenario),
        watch_(input.watch),
        graph_(input.inside().graph),
        dimensions_(input.inside().gains.composite()),
        offered_(graph_.state_count() * dimensions_, 0) {
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      const auto edges = graph_.edges_of(state);
      for (std::size_t i = 0; edges.size() > 1 && i < edges.size(); ++i) {
        for (const Rating& rating : scenario_.at(edges[i].choice).ratings) {
          offered_[state * dimensions_ + rating.dimension.value] = 1;
        }
      }
    }
  }

  std::vector<Opportunities> opportunities() const {
    std::vector<Opportunities> result(dimensions_);
    if (!graph_.start.is_state()) {
      return result;
    }
    std::vector<Range> left(offered_.size());
    for (auto state = graph_.order.rbegin(); state != graph_.order.rend(); ++state) {
      if (!watch_.tick()) {
        return {};
      }
      const auto edges = graph_.edges_of(*state);
      for (std::size_t dimension = 0; dimension < dimensions_; ++dimension) {
        Range& here = left[*state * dimensions_ + dimension];
        bool is_first = true;
        for (const StateEdge& edge : edges) {
          const Range there =
              edge.arrival.is_state() ? left[edge.arrival.state() * dimensions_ + dimension] : Range{};
          here.least = is_first ? there.least : std::min(here.least, there.least);
          here.most = is_first ? there.most : std::max(here.most, there.most);
          here.expected += there.expected / static_cast<double>(edges.size());
          is_first = false;
        }
        const int one = offered_[*state * dimensions_ + dimension];
        here = {here.least + one, here.most + one, here.expected + one};
      }
    }
    for (std::size_t dimension = 0; dimension < dimensions_; ++dimension) {
      const Range& all = left[graph_.start.state() * dimensions_ + dimension];
      result[dimension] = {all.least, all.most, all.expected, fewest_way(left, dimension)};
    }
    return result;
  }

  // A shortest complete play on which no decision rates the dimension.
  std::optional<std::vector<ChoiceIndex>> way_without(DimensionIndex dimension) const {
    if (!graph_.start.is_state()) {
      return std::vector<ChoiceIndex>{};
    }
    Walk walk(graph_, watch_);
    while (const auto state = walk.next()) {
      if (offered_[*state * dimensions_ + dimension.value] != 0) {
        continue;
      }
      for (const StateEdge& edge : graph_.edges_of(*state)) {
        if (edge.arrival.is_ending()) {
          return walk.way(*state, edge.choice);
        }
        walk.go(*state, edge);
      }
    }
    return std::nullopt;
  }

 private:
  std::vector<ChoiceIndex> fewest_way(const std::vector<Range>& left, std::size_t dimension) const {
    std::vector<ChoiceIndex> way;
    Arrival at = graph_.start;
    while (at.is_state()) {
      const auto worth = [&](const StateEdge& edge) {
        return edge.arrival.is_state() ? left[edge.arrival.state() * dimensions_ + dimension].least : 0;
      };
      const auto edges = graph_.edges_of(at.state());
      const auto fewest = std::min_element(
          edges.begin(), edges.end(),
          [&](const StateEdge& one, const StateEdge& other) { return worth(one) < worth(other); });
      way.push_back(fewest->choice);
      at = fewest->arrival;
    }
    return way;
  }

  const Scenario& scenario_;
  Watch& watch_;
  const StateGraph& graph_;
  std::size_t dimensions_;
  std::vector<char> offered_;  // per state and dimension: some of several open choices rates it
};

// Least and most of the composite by the number of decisions.
class LengthSearch {
 public:
  explicit LengthSearch(const AnalysisInput& input)
      : watch_(input.watch),
        graph_(input.inside().graph),
        gains_(input.inside().gains),
        work_(input.limits.states * kWorkPerState),
        first_(graph_.state_count() + 1, 0),
        low_(graph_.state_count(), 0) {}

  std::vector<LengthPoints> find() {
    if (!graph_.start.is_state() || !make_room()) {
      return {};
    }
    cells_[first_[graph_.start.state()]] = {0, 1, 0, 0};
    for (const std::uint32_t state : graph_.order) {
      if (!watch_.tick()) {
        return {};
      }
      const auto edges = graph_.edges_of(state);
      for (std::size_t cell = first_[state]; cell < first_[state + 1]; ++cell) {
        const LengthPoints here = cells_[cell];
        if (here.decisions == kUnmet) {
          continue;
        }
        for (const StateEdge& edge : edges) {
          const int gain = gains_.of(edge.choice)[gains_.composite()];
          merge(place_for(edge.arrival, here.decisions + 1),
                {here.decisions + 1, here.probability / static_cast<double>(edges.size()), here.least + gain,
                 here.most + gain});
        }
      }
    }
    ended_.erase(std::remove_if(ended_.begin(), ended_.end(),
                                [](const LengthPoints& each) { return each.decisions == kUnmet; }),
                 ended_.end());
    return std::move(ended_);
  }

 private:
  static constexpr std::uint32_t kUnmet = 0xffffffffU;

  bool make_room() {
    std::vector<std::uint32_t> high(graph_.state_count(), 0);
    std::vector<char> met(graph_.state_count(), 0);
    std::uint32_t longest = 0;
    std::size_t work = 0;
    met[graph_.start.state()] = 1;
    for (const std::uint32_t state : graph_.order) {
      for (const StateEdge& edge : graph_.edges_of(state)) {
        work += high[state] - low_[state] + std::size_t{1};
        longest = std::max(longest, high[state] + 1);
        if (edge.arrival.is_state()) {
          const std::uint32_t there = edge.arrival.state();
          low_[there] = met[there] != 0 ? std::min(low_[there], low_[state] + 1) : low_[state] + 1;
          high[there] = std::max(high[there], high[state] + 1);
          met[there] = 1;
        }
      }
    }
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      first_[state + 1] = first_[state] + (high[state] - low_[state] + std::size_t{1});
    }
    if (work > work_) {
      return false;
    }
    cells_.assign(first_.back(), {kUnmet, 0, 0, 0});
    ended_.assign(longest + std::size_t{1}, {kUnmet, 0, 0, 0});
    return true;
  }

  LengthPoints& place_for(Arrival arrival, std::uint32_t decisions) {
    return arrival.is_state() ? cells_[first_[arrival.state()] + (decisions - low_[arrival.state()])]
                              : ended_[decisions];
  }

  static void merge(LengthPoints& place, const LengthPoints& more) {
    if (place.decisions == kUnmet) {
      place = more;
      return;
    }
    place.probability += more.probability;
    place.least = std::min(place.least, more.least);
    place.most = std::max(place.most, more.most);
  }

  Watch& watch_;
  const StateGraph& graph_;
  const LedgerGains& gains_;
  std::size_t work_;
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> low_;  // per state: the fewest decisions before it
  std::vector<LengthPoints> cells_;
  std::vector<LengthPoints> ended_;
};

}  // namespace

void find_practice(const AnalysisInput& input, Analysis& analysis) {
  analysis.opportunities = PracticeSearch(input).opportunities();
  analysis.lengths = LengthSearch(input).find();
}

void find_unpractised_objectives(const AnalysisInput& input, std::vector<Diagnostic>& findings) {
  const Scenario& scenario = input.scenario;
  const PracticeSearch search(input);
  for (const Objective& objective : scenario.objectives) {
    for (const DimensionIndex dimension : objective.practises) {
      const auto way = search.way_without(dimension);
      if (!way) {
        continue;
      }
      const Dimension& named = scenario.rulebook->rubric.dimensions[dimension.value];
      findings.push_back(input.finding(
          Severity::warning, kObjectiveNotOnEveryRoute, objective.where,
          fmt::format("this objective practises {} ({}), but the conversation can end without a decision "
                      "about it, {}",
                      named.id.text, named.name, told_way(scenario, *way)),
          fmt::format("let at least one decision on that way rate {}, or leave it out of `practises`",
                      named.id.text),
          *way));
    }
  }
}

}  // namespace steadfast
