// Whether the best answer can be told without reading for meaning.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "analysis_findings.h"
#include "analysis_kinds.h"
#include "analysis_points.h"
#include "utf8.h"

namespace steadfast {
namespace {

// A cue is reported when so many hits happen by chance in fewer plays than this.
constexpr double kMostTail = 0.01;
constexpr std::array kCues{Cue::longest, Cue::shortest,         Cue::first,
                           Cue::last,    Cue::without_absolute, Cue::with_question};
constexpr std::array<std::string_view, 3> kAbsoluteWords{"always", "never", "forever"};

bool has_absolute_word(std::string_view text) {
  std::string word;
  const auto is_absolute = [&word] {
    return std::find(kAbsoluteWords.begin(), kAbsoluteWords.end(), word) != kAbsoluteWords.end();
  };
  for (const char c : text) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (is_capital || (c >= 'a' && c <= 'z')) {
      word += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    if (is_absolute()) {
      return true;
    }
    word.clear();
  }
  return is_absolute();
}

// What is open at a node most often.
std::vector<std::vector<ChoiceIndex>> usual_choices(const Scenario& scenario, const StateGraph& graph) {
  struct Seen {
    std::vector<ChoiceIndex> open;
    double chance = 0;
  };
  const std::vector<double> chances = chances_of_states(graph);
  std::vector<std::vector<Seen>> seen(scenario.nodes.size());
  std::vector<ChoiceIndex> open;
  for (std::uint32_t state = 0; state < graph.state_count(); ++state) {
    open.clear();
    for (const StateEdge& edge : graph.edges_of(state)) {
      open.push_back(edge.choice);
    }
    auto& here = seen[graph.node_of_state[state].value];
    auto known = std::find_if(here.begin(), here.end(), [&](const Seen& each) { return each.open == open; });
    if (known == here.end()) {
      here.push_back({open, 0});
      known = here.end() - 1;
    }
    known->chance += chances[state];
  }
  std::vector<std::vector<ChoiceIndex>> usual(scenario.nodes.size());
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const auto most =
        std::max_element(seen[i].begin(), seen[i].end(),
                         [](const Seen& left, const Seen& right) { return left.chance < right.chance; });
    if (most != seen[i].end()) {
      usual[i] = most->open;
    }
  }
  return usual;
}

// The chance that `picked` out of `all` things are all among the `best` of them.
double chance_of_all_best(std::size_t picked, std::size_t best, std::size_t all) {
  double chance = 1;
  for (std::size_t i = 0; i < picked; ++i) {
    chance *= best > i ? static_cast<double>(best - i) / static_cast<double>(all - i) : 0;
  }
  return chance;
}

// How likely at least `hits` of the decisions are hits when each is one with its own chance.
double tail_of(const std::vector<CueAtDecision>& decisions, std::uint32_t hits) {
  std::vector<double> chance_of_count(decisions.size() + 1, 0);
  chance_of_count[0] = 1;
  for (const CueAtDecision& decision : decisions) {
    for (std::size_t count = decisions.size(); count-- > 0;) {
      chance_of_count[count + 1] += chance_of_count[count] * decision.chance;
      chance_of_count[count] *= 1 - decision.chance;
    }
  }
  double tail = 0;
  for (std::size_t count = hits; count < chance_of_count.size(); ++count) {
    tail += chance_of_count[count];
  }
  return std::min(tail, 1.0);
}

class CueSearch {
 public:
  explicit CueSearch(const AnalysisInput& input)
      : scenario_(input.scenario),
        gains_(input.inside().gains),
        usual_(usual_choices(input.scenario, input.inside().graph)) {}

  CueResult look_for(Cue cue) const {
    CueResult result;
    result.cue = cue;
    for (std::size_t i = 0; i < usual_.size(); ++i) {
      const std::vector<ChoiceIndex>& open = usual_[i];
      const std::vector<ChoiceIndex> best = best_of(open);
      const std::vector<ChoiceIndex> pointed = pointed_at(cue, open);
      if (open.size() < 2 || best.size() == open.size() || pointed.empty() || pointed.size() == open.size()) {
        continue;
      }
      CueAtDecision here{index_of<Node>(i), chance_of_all_best(pointed.size(), best.size(), open.size()),
                         true};
      for (const ChoiceIndex choice : pointed) {
        here.hit = here.hit && std::find(best.begin(), best.end(), choice) != best.end();
      }
      result.hits += here.hit ? 1U : 0U;
      result.decisions.push_back(here);
    }
    result.tail = tail_of(result.decisions, result.hits);
    result.gives_away = result.tail < kMostTail;
    return result;
  }

 private:
  template <class Worth>
  static std::vector<ChoiceIndex> all_with_most(const std::vector<ChoiceIndex>& open, Worth worth) {
    std::vector<ChoiceIndex> most;
    for (const ChoiceIndex choice : open) {
      if (!most.empty() && worth(choice) > worth(most.front())) {
        most.clear();
      }
      if (most.empty() || worth(choice) == worth(most.front())) {
        most.push_back(choice);
      }
    }
    return most;
  }

  std::vector<ChoiceIndex> best_of(const std::vector<ChoiceIndex>& open) const {
    return all_with_most(open, [&](ChoiceIndex choice) { return gains_.of(choice)[gains_.composite()]; });
  }

  std::vector<ChoiceIndex> pointed_at(Cue cue, const std::vector<ChoiceIndex>& open) const {
    if (open.empty()) {
      return {};
    }
    const auto length = [&](ChoiceIndex choice) { return count_code_points(scenario_.at(choice).say); };
    switch (cue) {
      case Cue::longest:
        return all_with_most(open, length);
      case Cue::shortest:
        return all_with_most(open, [&](ChoiceIndex choice) { return -length(choice); });
      case Cue::first:
        return {open.front()};
      case Cue::last:
        return {open.back()};
      case Cue::without_absolute:
        return only_one(open,
                        [&](ChoiceIndex choice) { return !has_absolute_word(scenario_.at(choice).say); });
      case Cue::with_question:
        return only_one(open, [&](ChoiceIndex choice) {
          return scenario_.at(choice).say.find('?') != std::string::npos;
        });
    }
    return {};
  }

  template <class Test>
  static std::vector<ChoiceIndex> only_one(const std::vector<ChoiceIndex>& open, Test test) {
    std::vector<ChoiceIndex> found;
    std::copy_if(open.begin(), open.end(), std::back_inserter(found), test);
    return found.size() == 1 ? found : std::vector<ChoiceIndex>{};
  }

  const Scenario& scenario_;
  const LedgerGains& gains_;
  std::vector<std::vector<ChoiceIndex>> usual_;
};

std::string told_cue(Cue cue) {
  switch (cue) {
    case Cue::longest:
      return "the longest one";
    case Cue::shortest:
      return "the shortest one";
    case Cue::first:
      return "the first one in the file";
    case Cue::last:
      return "the last one in the file";
    case Cue::without_absolute:
      return "the only one without `always`, `never` or `forever`";
    case Cue::with_question:
      return "the only one with a question";
  }
  return "";
}

}  // namespace

std::string_view to_string(Cue cue) {
  switch (cue) {
    case Cue::longest:
      return "longest";
    case Cue::shortest:
      return "shortest";
    case Cue::first:
      return "first";
    case Cue::last:
      return "last";
    case Cue::without_absolute:
      return "without absolute words";
    case Cue::with_question:
      return "with a question";
  }
  return "";
}

void find_cues(const AnalysisInput& input, Analysis& analysis) {
  const CueSearch search(input);
  for (const Cue cue : kCues) {
    const CueResult& result = analysis.cues.emplace_back(search.look_for(cue));
    if (!result.gives_away) {
      continue;
    }
    const auto hit = std::find_if(result.decisions.begin(), result.decisions.end(),
                                  [](const CueAtDecision& decision) { return decision.hit; });
    const auto& way = input.inside().graph.way_to_node[hit->node.value];
    analysis.findings.push_back(input.finding(
        Severity::warning, kAnswerGivesItselfAway, input.scenario.at(hit->node).where,
        fmt::format("the best answer is {} in {} of {} decisions; by chance alone that is so in fewer than 1 "
                    "of 100 conversations",
                    told_cue(cue), result.hits, result.decisions.size()),
        fmt::format("let it be otherwise here and at some other decisions; this one is reached {}",
                    told_way(input.scenario, input.inside().graph.way(*way))),
        input.inside().graph.way(*way)));
  }
}

}  // namespace steadfast
