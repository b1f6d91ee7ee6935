// Loading: the whole check of a scenario beside the YAML parser alone, and the memory a scenario keeps.
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <yaml-cpp/yaml.h>

#include <cstddef>

#include "bench_content.h"

namespace steadfast::bench {
namespace {

void load(benchmark::State& measuring) {
  const Source source = generated_source({.nodes = static_cast<int>(measuring.range(0))});
  const auto rulebook = shipped_rulebook();
  for (auto _ : measuring) {
    const LoadedScenario loaded = load_scenario(source, rulebook);
    if (!loaded.scenario) return measuring.SkipWithError("the story was refused");
  }
  measuring.counters["bytes"] = static_cast<double>(source.text.size());
}
BENCHMARK(load)->Arg(30)->Arg(300)->Arg(3000)->Arg(30000)->Unit(benchmark::kMillisecond);

void yaml(benchmark::State& measuring) {
  const Source source = generated_source({.nodes = static_cast<int>(measuring.range(0))});
  for (auto _ : measuring) {
    const YAML::Node root = YAML::Load(source.text);
    if (!root.IsMap()) return measuring.SkipWithError("the story was refused");
  }
  measuring.counters["bytes"] = static_cast<double>(source.text.size());
}
BENCHMARK(yaml)->Arg(30)->Arg(300)->Arg(3000)->Arg(30000)->Unit(benchmark::kMillisecond);

std::size_t bytes_in_use() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

// What the allocator holds for one loaded scenario, its own overhead included; the source is let go.
void memory(benchmark::State& measuring) {
  const Source source = generated_source({.nodes = static_cast<int>(measuring.range(0))});
  const auto rulebook = shipped_rulebook();
  std::size_t kept = 0;
  for (auto _ : measuring) {
    const std::size_t before = bytes_in_use();
    LoadedScenario loaded = load_scenario(source, rulebook);
    if (!loaded.scenario) return measuring.SkipWithError("the story was refused");
    kept = bytes_in_use() - before;
    benchmark::DoNotOptimize(loaded);
  }
  measuring.counters["bytes"] = static_cast<double>(source.text.size());
  measuring.counters["kept"] = static_cast<double>(kept);
}
BENCHMARK(memory)->Arg(30)->Arg(300)->Arg(3000)->Arg(30000)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace steadfast::bench
