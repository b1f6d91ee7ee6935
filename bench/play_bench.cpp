// Playing: what a step costs, what ten thousand plays cost, what keeping a play costs.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>
#include <vector>

#include "bench_content.h"
#include "pick.h"
#include "steadfast/save.h"
#include "steadfast/session.h"

namespace steadfast::bench {
namespace {

constexpr std::uint32_t kSeed = 5;

// What a reader is shown, as numbers: they are the same for every program that plays the same story.
struct Shown {
  std::uint64_t steps = 0;
  std::uint64_t letters = 0;
  std::uint32_t decisions = 0;  // a hash of what was offered and taken

  void add(std::string_view text) { letters += text.size(); }
  void add(const ShownPassage& passage) {
    add(passage.stage);
    for (const Line& line : *passage.lines) add(line.text);
  }
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

void read(const Scenario& scenario, const std::vector<Event>& events, Shown& shown) {
  for (const Event& event : events) {
    if (const auto* entered = std::get_if<NodeEntered>(&event)) {
      shown.add(entered->passage);
    } else if (const auto* reply = std::get_if<ReplyGiven>(&event)) {
      shown.add(reply->passage);
    } else if (const auto* reached = std::get_if<EndingReached>(&event)) {
      shown.add(scenario.at(reached->ending).title);
      shown.add(scenario.at(reached->ending).what_happened);
    }
  }
}

// One play from the start to the ending, with everything a reader is shown.
void play_and_read(const Scenario& scenario, Pick& pick, Shown& shown) {
  Step step = begin(scenario);
  read(scenario, step.events, shown);
  while (step.state.phase == Phase::deciding) {
    const std::vector<ChoiceIndex> open = offered(scenario, step.state);
    for (const ChoiceIndex choice : open) shown.add(scenario.at(choice).say);
    const std::uint32_t taken = pick.below(static_cast<std::uint32_t>(open.size()));
    shown.decided(static_cast<std::uint32_t>(open.size()), taken);
    step = choose(scenario, std::move(step.state), open[taken]);
    read(scenario, step.events, shown);
  }
}

// One iteration is `plays` plays; they are the same in each.
void steps(benchmark::State& measuring) {
  const Scenario scenario = generated_scenario({.nodes = static_cast<int>(measuring.range(0))});
  const auto plays = measuring.range(1);
  Shown shown;
  for (auto _ : measuring) {
    Pick pick(kSeed);
    shown = {};
    for (std::int64_t play = 0; play < plays; ++play) play_and_read(scenario, pick, shown);
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
  Shown shown;
  std::uint32_t covered = 0;
  for (auto _ : measuring) {
    Pick pick(kSeed);
    shown = {};
    std::vector<std::uint32_t> taken_times(scenario.choices.size(), 0);
    for (int play = 0; play < 10'000; ++play) {
      State state = begin(scenario).state;
      while (state.phase == Phase::deciding) {
        const std::vector<ChoiceIndex> open = offered(scenario, state);
        const std::uint32_t taken = pick.below(static_cast<std::uint32_t>(open.size()));
        shown.decided(static_cast<std::uint32_t>(open.size()), taken);
        ++taken_times[open[taken].value];
        state = choose_quietly(scenario, std::move(state), open[taken]);
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
