#include "bots.h"

#include <algorithm>
#include <optional>

namespace steadfast {
namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

template <class Thing>
std::optional<std::size_t> position_of(const std::vector<Thing>& things, std::string_view id) {
  const auto found =
      std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.id.text == id; });
  return found == things.end() ? std::nullopt
                               : std::optional(static_cast<std::size_t>(found - things.begin()));
}

// The first of those with the highest worth: ties go to the author's order.
template <class Worth>
ChoiceIndex first_best(const std::vector<ChoiceIndex>& open, Worth worth) {
  return *std::max_element(open.begin(), open.end(),
                           [&](ChoiceIndex left, ChoiceIndex right) { return worth(left) < worth(right); });
}

class DeterministicBot {
 public:
  DeterministicBot(const Scenario& scenario, Bot bot)
      : scenario_(scenario),
        bot_(bot),
        apologises_(position_of(scenario.acts, "apologises")),
        trust_(position_of(scenario.variables, "trust")) {}

  // Must hold: `open` is not empty.
  ChoiceIndex pick(const State& state, const std::vector<ChoiceIndex>& open) const {
    const auto length = [&](ChoiceIndex choice) {
      return static_cast<std::int64_t>(characters(scenario_.at(choice).say));
    };
    switch (bot_) {
      case Bot::last:
        return open.back();
      case Bot::longest:
        return first_best(open, length);
      case Bot::shortest:
        return first_best(open, [&](ChoiceIndex choice) { return -length(choice); });
      case Bot::apologise:
        return first_best(open, [&](ChoiceIndex choice) { return apologises(choice) ? 1 : 0; });
      case Bot::pleaser:
        return first_best(open, [&](ChoiceIndex choice) { return trust_after(state, choice); });
      default:
        return open.front();
    }
  }

 private:
  bool apologises(ChoiceIndex choice) const {
    const auto& acts = scenario_.at(choice).acts;
    return apologises_ && std::find(acts.begin(), acts.end(), index_of<Act>(*apologises_)) != acts.end();
  }

  std::int32_t trust_after(const State& state, ChoiceIndex choice) const {
    return trust_ ? choose_quietly(scenario_, state, choice).values[*trust_] : 0;
  }

  const Scenario& scenario_;
  Bot bot_;
  std::optional<std::size_t> apologises_;
  std::optional<std::size_t> trust_;
};

// Empty when it was stopped.
std::optional<BotResult> run(const Scenario& scenario, const Outlook& outlook, Bot bot, Watch& watch) {
  const DeterministicBot strategy(scenario, bot);
  BotResult result;
  result.bot = bot;
  Play play = start_play(scenario, 0);
  // An exact outlook has no cycle, so this ends.
  for (auto open = offered(scenario, play.state); !open.empty(); open = offered(scenario, play.state)) {
    if (!watch.tick()) return std::nullopt;
    const ChoiceIndex choice = strategy.pick(play.state, open);
    result.choices.push_back(choice);
    play.decisions.push_back({play.state.node, choice});
    play.state = choose_quietly(scenario, std::move(play.state), choice);
  }
  result.score = score_play(scenario, outlook, play);
  result.passes = result.score->status == Status::ready_to_discuss;
  result.probability_ready = result.passes ? 1 : 0;
  return result;
}

}  // namespace

std::string_view to_string(Bot bot) {
  switch (bot) {
    case Bot::first:
      return "first";
    case Bot::last:
      return "last";
    case Bot::longest:
      return "longest";
    case Bot::shortest:
      return "shortest";
    case Bot::apologise:
      return "apologise";
    case Bot::pleaser:
      return "pleaser";
    case Bot::random:
      return "random";
  }
  return "";
}

std::vector<BotResult> run_bots(const Scenario& scenario, const Outlook& outlook, Watch& watch) {
  std::vector<BotResult> results;
  watch.begin("playing as somebody who does not read", 0);
  for (const Bot bot : {Bot::first, Bot::last, Bot::longest, Bot::shortest, Bot::apologise, Bot::pleaser}) {
    std::optional<BotResult> result = run(scenario, outlook, bot, watch);
    if (!result) return results;
    results.push_back(std::move(*result));
  }
  return results;
}

BotResult random_bot(const StatusResult& statuses) {
  BotResult random;
  random.bot = Bot::random;
  random.probability_ready = statuses.all.ready_to_discuss.probability;
  random.estimated = statuses.all.estimated;
  random.choices = statuses.ready_play;
  random.passes = random.probability_ready > kMostReadyByChance;
  return random;
}

}  // namespace steadfast
