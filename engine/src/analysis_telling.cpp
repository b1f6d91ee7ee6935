#include "analysis_telling.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "analysis_kinds.h"
#include "analysis_points.h"
#include "variant_order.h"

namespace steadfast {
namespace {

// The longest stretch of words that may stand between two decisions: about a minute and a quarter.
constexpr int kMostWordsInARow = 300;
// `minutes` is far off when a usual play takes more than this many times as long, or less than this share.
constexpr double kFarLonger = 1.5;
constexpr double kFarShorter = 0.5;
// Nobody plans a sitting by less than this.
constexpr double kLeastMinutesOff = 2;

int words_of_passage(const Passage& plain, const Passage* variant) {
  const auto pick = [&](std::string Passage::*field) -> const std::string& {
    return variant != nullptr && !((*variant).*field).empty() ? (*variant).*field : plain.*field;
  };
  int words = count_words(pick(&Passage::stage)) + count_words(pick(&Passage::mood)) +
              count_words(pick(&Passage::sign));
  for (const Line& line : variant != nullptr && !variant->lines.empty() ? variant->lines : plain.lines) {
    words += count_words(line.text);
  }
  return words;
}

// The words of one telling: the plain one, then each variant.
struct Words {
  std::vector<int> of;
  std::size_t first_variant = 0;  // where its variants begin among all variants

  Words(const Telling& telling, std::size_t first) : first_variant(first) {
    of.push_back(words_of_passage(telling.plain, nullptr));
    for (const Variant& variant : telling.variants) {
      of.push_back(words_of_passage(telling.plain, &variant.passage));
    }
  }
};

// All words of a scenario, counted once.
class WordBook {
 public:
  explicit WordBook(const Scenario& scenario) {
    std::size_t variants = 0;
    for (const Node& node : scenario.nodes) {
      nodes.emplace_back(node.telling, variants);
      variants += node.telling.variants.size();
    }
    for (const Choice& choice : scenario.choices) {
      replies.emplace_back(choice.reply, variants);
      variants += choice.reply.variants.size();
      says.push_back(count_words(choice.say));
      feedbacks.push_back(count_words(choice.feedback.heard) + count_words(choice.feedback.why) +
                          count_words(choice.feedback.instead));
    }
    for (const Ending& ending : scenario.endings) {
      endings.push_back(count_words(ending.title) + count_words(ending.what_happened) +
                        count_words(ending.reflection));
    }
    variant_count = variants;
  }

  std::vector<Words> nodes;
  std::vector<Words> replies;
  std::vector<int> says;
  std::vector<int> feedbacks;
  std::vector<int> endings;
  std::size_t variant_count = 0;
};

std::size_t shown_of(const Telling& telling, const std::vector<std::int32_t>& values) {
  for (std::size_t i = 0; i < telling.variants.size(); ++i) {
    if (telling.variants[i].when.holds(values)) {
      return i + 1;
    }
  }
  return 0;
}

// Words told between two decisions: between `least` and `most`, `usual` where variants are known or left
// aside.
struct Told {
  int least = 0;
  int usual = 0;
  int most = 0;
};

class Reader {
 public:
  Reader(const Scenario& scenario, const StateGraph& graph, bool follows_variants, Watch& watch)
      : scenario_(scenario),
        watch_(watch),
        graph_(graph),
        follows_variants_(follows_variants),
        book_(scenario),
        values_(start_values(scenario)),
        shown_(book_.variant_count, false) {
    told_at_start_ = told(nullptr, NodeIndex{0}, graph_.start);
    told_.reserve(graph_.edges.size());
    for (std::uint32_t state = 0; state < graph_.state_count() && watch_.tick(); ++state) {
      for (const StateEdge& edge : graph_.edges_of(state)) {
        const Choice& choice = scenario_.at(edge.choice);
        if (follows_variants_) {
          graph_.keys.unpack(graph_.states.key(state), values_);
          apply_choice(scenario_, choice, values_);
        }
        told_.push_back(told(&edge, choice.next, edge.arrival));
        if (follows_variants_) {
          graph_.keys.forget_once(graph_.node_of_state[state], values_);
          if (choice.once) {
            values_[choice.once->value] = 0;
          }
        }
      }
    }
  }

  const std::vector<bool>& shown() const { return shown_; }

  // Must hold: the graph has neither cycles nor stuck places, and nobody stopped it so far.
  Reading read() {
    struct Left {
      double least = 0;
      double usual = 0;
      double most = 0;
    };
    const auto minutes = [](int words) { return words / kWordsPerMinute; };
    std::vector<Left> left(graph_.state_count());
    const auto behind = [&](std::size_t number) {
      const StateEdge& edge = graph_.edges[number];
      const Told& told = told_[number];
      const int feedback = book_.feedbacks[edge.choice.value];
      const Left there = edge.arrival.is_state() ? left[edge.arrival.state()] : Left{};
      return Left{there.least + minutes(told.least + feedback), there.usual + minutes(told.usual + feedback),
                  there.most + minutes(told.most + feedback)};
    };
    std::vector<std::uint32_t> shortest(graph_.state_count(), 0);  // numbers of edges
    std::vector<std::uint32_t> longest(graph_.state_count(), 0);
    for (auto state = graph_.order.rbegin(); state != graph_.order.rend() && watch_.tick(); ++state) {
      const std::size_t first = graph_.first_edge[*state];
      const auto edges = graph_.edges_of(*state);
      int says = 0;
      Left& here = left[*state];
      for (std::size_t i = 0; i < edges.size(); ++i) {
        says += book_.says[edges[i].choice.value];
        const Left way = behind(first + i);
        if (i == 0 || way.least < here.least) {
          here.least = way.least;
          shortest[*state] = static_cast<std::uint32_t>(first + i);
        }
        if (i == 0 || way.most > here.most) {
          here.most = way.most;
          longest[*state] = static_cast<std::uint32_t>(first + i);
        }
        here.usual += way.usual / static_cast<double>(edges.size());
      }
      const double deciding = minutes(says) + kSecondsPerDecision / 60;
      here = {here.least + deciding, here.usual + deciding, here.most + deciding};
    }
    if (watch_.is_stopped()) {
      return {};
    }
    const Left all = graph_.start.is_state() ? left[graph_.start.state()] : Left{};
    Reading reading;
    reading.shortest_minutes = all.least + minutes(told_at_start_.least);
    reading.expected_minutes = all.usual + minutes(told_at_start_.usual);
    reading.longest_minutes = all.most + minutes(told_at_start_.most);
    reading.shortest = follow(shortest);
    reading.longest = follow(longest);
    reading.exact = follows_variants_;
    find_stretch(reading);
    return reading;
  }

 private:
  // `edge` is null for what is told before the first decision.
  Told told(const StateEdge* edge, Target target, Arrival arrival) {
    Told sum;
    if (edge != nullptr) {
      add(sum, book_.replies[edge->choice.value], scenario_.at(edge->choice).reply);
    }
    if (arrival.is_stuck()) {
      return sum;
    }
    for_each_passed(scenario_, graph_, target, arrival,
                    [&](NodeIndex node) { add(sum, book_.nodes[node.value], scenario_.at(node).telling); });
    if (arrival.is_ending()) {
      const int words = book_.endings[arrival.ending().value];
      sum = {sum.least + words, sum.usual + words, sum.most + words};
    }
    return sum;
  }

  void add(Told& sum, const Words& words, const Telling& telling) {
    if (!follows_variants_) {
      const auto [least, most] = std::minmax_element(words.of.begin(), words.of.end());
      sum = {sum.least + *least, sum.usual + words.of.front(), sum.most + *most};
      return;
    }
    const std::size_t which = shown_of(telling, values_);
    if (which > 0) {
      shown_[words.first_variant + which - 1] = true;
    }
    sum = {sum.least + words.of[which], sum.usual + words.of[which], sum.most + words.of[which]};
  }

  std::vector<ChoiceIndex> follow(const std::vector<std::uint32_t>& picked) const {
    std::vector<ChoiceIndex> way;
    for (Arrival at = graph_.start; at.is_state(); at = graph_.edges[picked[at.state()]].arrival) {
      way.push_back(graph_.edges[picked[at.state()]].choice);
    }
    return way;
  }

  void find_stretch(Reading& reading) const {
    reading.longest_stretch = told_at_start_.most;
    for (std::uint32_t state = 0; state < graph_.state_count(); ++state) {
      for (std::size_t i = graph_.first_edge[state]; i < graph_.first_edge[state + 1]; ++i) {
        if (told_[i].most > reading.longest_stretch) {
          reading.longest_stretch = told_[i].most;
          reading.to_stretch = graph_.way({state, graph_.edges[i].choice});
        }
      }
    }
  }

  const Scenario& scenario_;
  Watch& watch_;
  const StateGraph& graph_;
  bool follows_variants_;
  WordBook book_;
  std::vector<std::int32_t> values_;
  std::vector<bool> shown_;
  Told told_at_start_;
  std::vector<Told> told_;  // per edge
};

std::vector<VariantReach> all_variants(const Scenario& scenario) {
  std::vector<VariantReach> variants;
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    for (std::uint32_t at = 0; at < scenario.nodes[i].telling.variants.size(); ++at) {
      variants.push_back({index_of<Node>(i), std::nullopt, at, false});
    }
  }
  for (std::size_t i = 0; i < scenario.choices.size(); ++i) {
    for (std::uint32_t at = 0; at < scenario.choices[i].reply.variants.size(); ++at) {
      variants.push_back({std::nullopt, index_of<Choice>(i), at, false});
    }
  }
  return variants;
}

std::string ordinal(std::uint32_t position) {
  constexpr std::array<std::string_view, 5> kFirst{"first", "second", "third", "fourth", "fifth"};
  return position < kFirst.size() ? std::string(kFirst[position]) : fmt::format("{}th", position + 1);
}

void report_unshown(const AnalysisInput& input, const VariantReach& variant,
                    std::vector<Diagnostic>& findings) {
  const Scenario& scenario = input.scenario;
  const StateGraph& graph = input.inside().graph;
  const Telling& telling =
      variant.node ? scenario.at(*variant.node).telling : scenario.at(*variant.choice).reply;
  const bool is_told = variant.node ? graph.way_to_node[variant.node->value].has_value()
                                    : graph.offered_at[variant.choice->value].has_value();
  if (!is_told) {
    return;  // the place itself is never reached, and that is told already
  }
  if (variant_in_front(telling.variants, variant.variant, scenario.variables)) {
    return;  // loading tells that, with the one in front
  }
  const std::string where = variant.node
                                ? fmt::format("`{}`", scenario.at(*variant.node).id.text)
                                : fmt::format("the reply to `{}`", scenario.at(*variant.choice).id.text);
  std::vector<ChoiceIndex> way;
  if (variant.node) {
    way = graph.way(*graph.way_to_node[variant.node->value]);
  } else {
    way = graph.way({*graph.offered_at[variant.choice->value], *variant.choice});
  }
  const Span written = telling.variants[variant.variant].where;
  const Span place = variant.node ? scenario.at(*variant.node).where : scenario.at(*variant.choice).where;
  findings.push_back(input.finding(
      Severity::warning, kVariantNeverShown, written.line > 0 ? written : place,
      fmt::format("nobody ever sees the {} variant of {}: whenever it is told, `{}` does not hold{}",
                  ordinal(variant.variant), where, telling.variants[variant.variant].when.text(),
                  variant.variant > 0 ? " or an earlier variant does" : ""),
      variant.variant > 0 ? "loosen its `when`, move it up in front of the others, or leave the variant out"
                          : "loosen its `when`, or leave the variant out",
      way));
}

void report_reading(const AnalysisInput& input, const Reading& reading, std::vector<Diagnostic>& findings) {
  const Scenario& scenario = input.scenario;
  const Span start = scenario.nodes.front().where;
  const double minutes = scenario.minutes;
  const bool is_longer =
      reading.expected_minutes > std::max(minutes * kFarLonger, minutes + kLeastMinutesOff);
  const bool is_shorter =
      reading.longest_minutes < std::min(minutes * kFarShorter, minutes - kLeastMinutesOff);
  if (minutes > 0 && (is_longer || is_shorter)) {
    findings.push_back(input.finding(
        Severity::warning, kReadingTimeFarOff, start,
        fmt::format("`minutes: {}` is far from the {:.0f} minutes that {} takes", scenario.minutes,
                    is_longer ? reading.expected_minutes : reading.longest_minutes,
                    is_longer ? "a play usually" : "the longest play"),
        fmt::format("write `minutes: {:.0f}`, or {} the text", std::max(1.0, reading.expected_minutes),
                    is_longer ? "shorten" : "lengthen"),
        reading.longest));
  }
  if (reading.longest_stretch > kMostWordsInARow) {
    findings.push_back(input.finding(
        Severity::warning, kLongWithoutDecision, start,
        fmt::format("{}{} words are told in one go {}", reading.exact ? "" : "up to ",
                    reading.longest_stretch, told_way(scenario, reading.to_stretch)),
        fmt::format("more than {} are hard to take in; shorten the passage, or put a decision in between",
                    kMostWordsInARow),
        reading.to_stretch));
  }
}

}  // namespace

int count_words(std::string_view text) {
  int words = 0;
  bool is_inside = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !is_blank && !is_inside ? 1 : 0;
    is_inside = !is_blank;
  }
  return words;
}

std::vector<bool> variants_shown(const Scenario& scenario, std::size_t limit, Watch& watch) {
  const StateGraph graph = explore_told_states(scenario, limit, watch);
  if (!graph.complete) {
    return {};
  }
  const Reader reader(scenario, graph, true, watch);
  return watch.is_stopped() ? std::vector<bool>{} : reader.shown();
}

void find_told(const AnalysisInput& input, const ReachElsewhere& elsewhere, Analysis& analysis) {
  const Scenario& scenario = input.scenario;
  std::optional<StateGraph> with_variants;  // without any, the graph of all else shows what is told
  if (!all_variants(scenario).empty()) {
    with_variants = explore_told_states(scenario, input.limits.states, input.watch);
  }
  if (input.watch.is_stopped()) {
    return;
  }
  const bool is_exact = !with_variants || with_variants->complete;
  const StateGraph& graph = with_variants && is_exact ? *with_variants : input.inside().graph;
  Reader reader(scenario, graph, is_exact, input.watch);
  if (input.watch.is_stopped()) {
    return;
  }
  Reading reading = reader.read();
  if (input.watch.is_stopped()) {
    return;
  }
  analysis.reading = std::move(reading);
  report_reading(input, *analysis.reading, analysis.findings);
  if (!is_exact) {
    return;
  }
  analysis.variants = all_variants(scenario);
  for (std::size_t i = 0; i < analysis.variants.size(); ++i) {
    VariantReach& variant = analysis.variants[i];
    variant.shown = reader.shown()[i];
    const bool is_shown_elsewhere = i < elsewhere.variants.size() && elsewhere.variants[i];
    if (!variant.shown && !is_shown_elsewhere && elsewhere.complete && elsewhere.variants_complete) {
      report_unshown(input, variant, analysis.findings);
    }
  }
}

}  // namespace steadfast
