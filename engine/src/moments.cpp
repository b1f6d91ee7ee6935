#include "steadfast/moments.h"

#include <algorithm>

namespace steadfast {

namespace {

bool contains(const std::vector<std::uint32_t>& positions, std::uint32_t position) {
  return std::find(positions.begin(), positions.end(), position) != positions.end();
}

bool holds(const std::vector<Moment>& moments, std::uint32_t decision) {
  return std::any_of(moments.begin(), moments.end(),
                     [decision](const Moment& moment) { return moment.decision == decision; });
}

std::vector<std::uint32_t> by_regret(const Score& score) {
  std::vector<std::uint32_t> positions;
  for (std::uint32_t position = 0; position < score.decisions.size(); ++position) {
    if (score.decisions[position].regret > 0) positions.push_back(position);
  }
  std::stable_sort(positions.begin(), positions.end(), [&score](std::uint32_t left, std::uint32_t right) {
    return score.decisions[left].regret > score.decisions[right].regret;
  });
  return positions;
}

}  // namespace

std::vector<Moment> moments_worth_another_look(const Score& score, std::size_t limit) {
  std::vector<Moment> moments;
  const auto add = [&moments, limit](const std::vector<std::uint32_t>& positions, Moment::Why why) {
    for (const std::uint32_t position : positions) {
      if (moments.size() < limit && !holds(moments, position)) moments.push_back({position, why});
    }
  };
  add(score.critical_decisions, Moment::Why::critical);
  add(score.serious_decisions, Moment::Why::serious);
  add(by_regret(score), Moment::Why::regret);
  return moments;
}

std::optional<std::uint32_t> strongest_moment(const Score& score) {
  std::optional<std::uint32_t> strongest;
  for (std::uint32_t position = 0; position < score.decisions.size(); ++position) {
    const ScoredDecision& decision = score.decisions[position];
    if (decision.regret > 0 || decision.spread <= 0) continue;
    if (contains(score.critical_decisions, position) || contains(score.serious_decisions, position)) continue;
    if (!strongest || decision.spread > score.decisions[*strongest].spread) strongest = position;
  }
  return strongest;
}

}  // namespace steadfast
