// Playing: what a step costs, what ten thousand plays cost, what keeping a play costs.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench_content.h"
#include "pick.h"
#include "steadfast/runner.h"
#include "steadfast/save.h"
#include "steadfast/session.h"

namespace steadfast::bench {
namespace {

constexpr std::uint32_t kSeed = 5;

// What a reader is shown, as numbers: they are the same for every program that plays the same story.
struct Seen {
  std::uint64_t steps = 0;
  std::uint64_t letters = 0;
  std::uint32_t decisions = 0;  // a hash of what was offered and taken

  void add(std::string_view text) { letters += text.size(); }
  void decided(std::uint32_t offered, std::uint32_t taken) {
    ++steps;
    decisions = decisions * 31 + offered * 8 + taken;
  }
  void report(benchmark::State& measuring) const {
    measuring.counters["steps"] = static_cast<double>(steps);
    measuring.counters["letters"] = static_cast<double>(letters);
    measuring.counters["decisions"] = decisions;
  }
};

void read(Runner& runner, Seen& shown) {
  for (const Shown& told : runner.shown()) {
    shown.add(told.passage->stage);
    for (const LineView& line : told.passage->lines) shown.add(line.text);
  }
}

// One play from the start to the ending, with everything a reader is shown.
void play_and_read(const CompiledScenario& compiled, Runner& runner, Pick& pick, Seen& shown) {
  runner.restart();
  read(runner, shown);
  while (runner.phase() == Phase::deciding) {
    const std::span<const ChoiceIndex> open = runner.offered();
    for (const ChoiceIndex choice : open) shown.add(compiled.say(choice));
    const std::uint32_t taken = pick.below(static_cast<std::uint32_t>(open.size()));
    shown.decided(static_cast<std::uint32_t>(open.size()), taken);
    runner.choose(open[taken]);
    read(runner, shown);
  }
  const Ending& ending = compiled.scenario().at(runner.ending());
  shown.add(ending.title);
  shown.add(ending.what_happened);
}

// One iteration is `plays` plays; they are the same in each.
void steps(benchmark::State& measuring) {
  const Scenario scenario = generated_scenario({.nodes = static_cast<int>(measuring.range(0))});
  const auto plays = measuring.range(1);
  const CompiledScenario compiled(scenario);
  Runner runner(compiled);
  Seen shown;
  for (auto _ : measuring) {
    Pick pick(kSeed);
    shown = {};
    for (std::int64_t play = 0; play < plays; ++play) play_and_read(compiled, runner, pick, shown);
    benchmark::DoNotOptimize(shown.letters);
  }
  shown.report(measuring);
}
BENCHMARK(steps)->ArgsProduct({{30, 300, 3000, 30000}, {1000}})->Unit(benchmark::kMillisecond);

// Ten thousand plays that read nothing and count how often each choice was taken.
void plays(benchmark::State& measuring) {
  const Scenario scenario = generated_scenario({.nodes = static_cast<int>(measuring.range(0)),
                                                .decisions = static_cast<int>(measuring.range(1)),
                                                .condition_variables = static_cast<int>(measuring.range(2))});
  const CompiledScenario compiled(scenario);
  Runner runner(compiled);
  Seen shown;
  std::uint32_t covered = 0;
  for (auto _ : measuring) {
    Pick pick(kSeed);
    shown = {};
    std::vector<std::uint32_t> taken_times(scenario.choices.size(), 0);
    for (int play = 0; play < 10'000; ++play) {
      runner.restart();
      while (runner.phase() == Phase::deciding) {
        const std::span<const ChoiceIndex> open = runner.offered();
        const std::uint32_t taken = pick.below(static_cast<std::uint32_t>(open.size()));
        shown.decided(static_cast<std::uint32_t>(open.size()), taken);
        ++taken_times[open[taken].value];
        runner.choose(open[taken]);
      }
    }
    covered = 0;
    for (const std::uint32_t times : taken_times) covered += times > 0 ? 1U : 0U;
    benchmark::DoNotOptimize(covered);
  }
  shown.report(measuring);
  measuring.counters["covered"] = covered;
}
BENCHMARK(plays)->Args({300, 30, 6})->Args({300, 10, 3})->Unit(benchmark::kMillisecond);

// Keeps a play of 29 decisions as text and goes on from that text.
void save(benchmark::State& measuring) {
  const Scenario scenario = generated_scenario({.nodes = static_cast<int>(measuring.range(0))});
  Pick pick(kSeed);
  Play play = start_play(scenario, kSeed);
  while (play.decisions.size() < 29) {
    const std::vector<ChoiceIndex> open = offered(scenario, play.state);
    take(scenario, play, open[pick.below(static_cast<std::uint32_t>(open.size()))]);
  }
  std::size_t bytes = 0;
  for (auto _ : measuring) {
    const std::string text = serialise(save_play(scenario, play));
    bytes = text.size();
    const Result<Save> kept = parse_save(text);
    if (!kept) return measuring.SkipWithError("the save could not be read");
    const Result<Resumed> resumed = resume_play(scenario, kept.value());
    if (!resumed || resumed.value().play != play)
      return measuring.SkipWithError("the play did not come back");
  }
  measuring.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(save)->Arg(30)->Arg(300)->Arg(3000)->Arg(30000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace steadfast::bench
