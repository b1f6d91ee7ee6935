// Statuses by random plays, where following all of them needs too many states.
#include <algorithm>
#include <cstddef>

#include "analysis_status.h"
#include "score_rules.h"
#include "split_mix.h"
#include "steadfast/runner.h"

namespace steadfast {
namespace {

constexpr std::size_t kFewestSampledPlays = 1'000;

class Sampler {
 public:
  Sampler(const Scenario& scenario, const std::vector<PointsNeed>& needs, Watch& watch)
      : scenario_(scenario),
        watch_(watch),
        needs_(needs),
        gains_(scenario),
        compiled_(scenario),
        runner_(compiled_) {}

  struct End {
    EndingIndex ending;
    Status status = Status::practise_again;
  };

  // Means nothing when it was stopped.
  End play() {
    runner_.restart();
    taken_.clear();
    gained_.assign(needs_.size(), 0);
    bool capped = false;
    bool critical = false;
    while (runner_.phase() == Phase::deciding) {
      ++steps_;
      if (!watch_.tick(plays_, 0)) {
        return {};
      }
      const auto open = runner_.offered();
      const ChoiceIndex index = open[static_cast<std::size_t>(random_.below(open.size()))];
      taken_.push_back(index);
      const Choice& choice = scenario_.at(index);
      critical = critical || choice.critical.has_value();
      capped = caps_something(choice) || (capped && !repairs(scenario_, choice));
      for (std::size_t i = 0; i < needs_.size(); ++i) {
        gained_[i] += gains_.of(index)[needs_[i].ledger];
      }
      runner_.choose(index);
    }
    ++plays_;
    if (critical || !meets_gates(scenario_, runner_.values())) {
      return {runner_.ending(), Status::needs_debrief};
    }
    bool is_enough = !capped && !needs_.empty();
    for (std::size_t i = 0; i < needs_.size(); ++i) {
      is_enough = is_enough && gained_[i] >= needs_[i].gained;
    }
    return {runner_.ending(), is_enough ? Status::ready_to_discuss : Status::practise_again};
  }

  const std::vector<ChoiceIndex>& taken() const { return taken_; }  // in the last play
  std::size_t steps() const { return steps_; }
  std::size_t plays() const { return plays_; }

 private:
  const Scenario& scenario_;
  Watch& watch_;
  const std::vector<PointsNeed>& needs_;
  LedgerGains gains_;
  CompiledScenario compiled_;
  Runner runner_;
  std::vector<std::int64_t> gained_;
  std::vector<ChoiceIndex> taken_;
  SplitMix random_{20'240'229};  // fixed, so that an estimate can be repeated
  std::size_t steps_ = 0;
  std::size_t plays_ = 0;
};

StatusChance& chance_of(StatusChances& chances, Status status) {
  switch (status) {
    case Status::ready_to_discuss:
      return chances.ready_to_discuss;
    case Status::practise_again:
      return chances.practise_again;
    case Status::needs_debrief:
      break;
  }
  return chances.needs_debrief;
}

}  // namespace

StatusResult sample_statuses(const Scenario& scenario, const std::vector<PointsNeed>& needs,
                             const AnalysisLimits& limits, Watch& watch) {
  StatusResult result;
  result.endings.resize(scenario.endings.size());
  watch.begin("playing at random", limits.sampled_plays);
  Sampler sampler(scenario, needs, watch);
  const auto goes_on = [&] {
    return sampler.plays() < limits.sampled_plays &&
           (sampler.plays() < kFewestSampledPlays || sampler.steps() < limits.sampled_steps);
  };
  while (goes_on()) {
    const Sampler::End end = sampler.play();
    if (watch.is_stopped()) {
      return result;
    }
    if (end.status == Status::ready_to_discuss && result.ready_play.empty())
      result.ready_play = sampler.taken();
    for (StatusChances* chances : {&result.all, &result.endings[end.ending.value]}) {
      StatusChance& chance = chance_of(*chances, end.status);
      chance.probability += 1;
      chance.possible = true;  // what was never met stays unknown
    }
  }
  const auto divide = [plays = sampler.plays()](StatusChances& chances) {
    chances.estimated = true;
    for (const Status status : {Status::ready_to_discuss, Status::practise_again, Status::needs_debrief}) {
      chance_of(chances, status).probability /= static_cast<double>(std::max<std::size_t>(plays, 1));
    }
  };
  divide(result.all);
  std::for_each(result.endings.begin(), result.endings.end(), divide);
  return result;
}

}  // namespace steadfast
