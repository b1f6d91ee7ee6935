// The exact analysis of a story of three hundred nodes that is ten decisions deep.
#include <benchmark/benchmark.h>

#include "bench_content.h"
#include "steadfast/analysis.h"
#include "steadfast/outlook.h"

namespace steadfast::bench {
namespace {

constexpr StoryShape kShape{.nodes = 300, .decisions = 10, .condition_variables = 3};

// What can be scored from every state: all that playing and looking back need.
void outlook(benchmark::State& measuring) {
  const Scenario scenario = generated_scenario(kShape);
  std::size_t states = 0;
  for (auto _ : measuring) {
    const Outlook outlook = Outlook::explore(scenario);
    if (outlook.kind() != Outlook::Kind::exact) return measuring.SkipWithError("the outlook is not exact");
    states = outlook.state_count();
  }
  measuring.counters["states"] = static_cast<double>(states);
}
BENCHMARK(outlook)->Unit(benchmark::kMillisecond);

// Everything `steadfast analyze` says, with bots and what is found.
void analysis(benchmark::State& measuring) {
  const Scenario scenario = generated_scenario(kShape);
  for (auto _ : measuring) {
    const Analysis found = analyze(scenario, "generated.yaml");
    if (found.kind != Outlook::Kind::exact) return measuring.SkipWithError("the analysis is not exact");
  }
}
BENCHMARK(analysis)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace steadfast::bench
