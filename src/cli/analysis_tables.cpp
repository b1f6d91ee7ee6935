#include "cli/analysis_tables.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/aligned_table.h"

namespace steadfast::cli {

namespace {

// So that the list stays readable for long stories.
constexpr std::size_t kMostChoicesToldToANode = 20;

// The smallest sum that at least this share of plays does not exceed.
int quantile(const Distribution& distribution, double share) {
  double below = 0;
  for (const PointChance& chance : distribution.chances) {
    below += chance.probability;
    if (below >= share - 1e-12) return chance.gained;
  }
  return distribution.range.most;
}

std::string span(double least, double most) {
  return least == most ? points(least) : fmt::format("{} to {}", points(least), points(most));
}

std::string middle_half(const Distribution& distribution) {
  if (distribution.chances.empty()) return "not known";
  return span(quantile(distribution, 0.25), quantile(distribution, 0.75));
}

std::string chance(const StatusChance& status, double of_all) {
  if (status.possible == false) return "–";
  if (of_all <= 0) return "not known";
  return of_100(status.probability / of_all);
}

std::string counts(int fewest, int most) {
  return fewest == most ? fmt::format("{}", fewest) : fmt::format("{} to {}", fewest, most);
}

bool is_exact(const Analysis& analysis) {
  return analysis.kind == Outlook::Kind::exact;
}

std::string_view rule_of(Bot bot) {
  switch (bot) {
    case Bot::first:
      return "the first in the file";
    case Bot::last:
      return "the last in the file";
    case Bot::longest:
      return "the longest";
    case Bot::shortest:
      return "the shortest";
    case Bot::apologise:
      return "one that says sorry";
    case Bot::pleaser:
      return "what raises trust most";
    case Bot::random:
      break;
  }
  return "any";
}

// Beyond the bound nobody looked.
std::string not_reached(const Analysis& analysis) {
  return analysis.is_complete ? "never reached" : "not reached so far";
}

}  // namespace

std::string points(double halves) {
  const double value = halves / 2;
  if (std::abs(value - std::round(value)) < 0.005) return fmt::format("{}", std::lround(value));
  const std::string text = fmt::format("{:.2f}", value);
  return text.back() == '0' ? text.substr(0, text.size() - 1) : text;
}

std::string of_100(double share) {
  return share > 0 && share < 0.0005 ? "< 0.1" : fmt::format("{:.1f}", share * 100);
}

std::string choice_list(const Scenario& scenario, const std::vector<ChoiceIndex>& choices) {
  std::string text;
  for (const ChoiceIndex choice : choices) text += (text.empty() ? "" : ",") + scenario.at(choice).id.text;
  return text.empty() ? "no choice" : text;
}

std::string skills_table(const Scenario& scenario, const Analysis& analysis) {
  if (!is_exact(analysis) || analysis.dimensions.empty()) return {};
  AlignedTable table({{"", Align::left}, {"least"}, {"most"}, {"at random"}, {"middle half"}, {"decisions"}});
  const auto& dimensions = scenario.rulebook->rubric.dimensions;
  std::string blank;
  const auto add = [&](std::string name, std::size_t ledger, const Range& range, std::string decisions) {
    const bool known = ledger < analysis.points.size();
    table.add({std::move(name), points(range.least), points(range.most), points(range.expected),
               known ? middle_half(analysis.points[ledger]) : "not known", std::move(decisions)});
  };
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    const std::string name = dimensions[i].id.text + " " + dimensions[i].name;
    if (analysis.dimensions[i].least == analysis.dimensions[i].most) {
      blank += (blank.empty() ? "" : ", ") + dimensions[i].id.text;
      continue;
    }
    add(name, i, analysis.dimensions[i],
        i < analysis.opportunities.size()
            ? counts(analysis.opportunities[i].fewest, analysis.opportunities[i].most)
            : "not known");
  }
  add("All together", dimensions.size(), analysis.composite,
      analysis.lengths.empty() ? "not known"
                               : counts(static_cast<int>(analysis.lengths.front().decisions),
                                        static_cast<int>(analysis.lengths.back().decisions)));
  std::string text = table.told(
      "Skills, in points over all plays",
      "A rating of 4 gains 2 points, 3 gains 1, 2 none; 1 loses 1 and 0 loses 2. Between them lie the least "
      "and\n"
      "the most that a play can gain, and half of all random plays in the “middle half”. A skill with few\n"
      "decisions is hardly practised: let more answers rate it.\n");
  if (!blank.empty()) text += fmt::format("  Not practised in this conversation: {}.\n", blank);
  const int apart = analysis.composite_most_if_independent - analysis.composite.most;
  if (apart == 0) return text + "  One play can be the best in every skill.\n";
  return text + fmt::format(
                    "  No play is the best in every skill: the best one of all lies {} point{} under that.\n",
                    points(apart), apart == 2 ? "" : "s");
}

std::string endings_table(const Scenario& scenario, const Analysis& analysis) {
  if (!is_exact(analysis)) {
    AlignedTable table({{"", Align::left}, {"", Align::left}});
    for (const EndingReach& ending : analysis.endings) {
      table.add({scenario.at(ending.ending).id.text, ending.reachable ? "reached" : not_reached(analysis)});
    }
    return table.told("Endings", "");
  }
  // The only ending is that of all plays, and of those the summary tells.
  if (analysis.endings.size() == 1 && analysis.endings.front().reachable) return {};
  AlignedTable table(
      {{"", Align::left}, {"of 100 plays"}, {"ready"}, {"practise again"}, {"debrief"}, {"points"}});
  const auto add = [&](const std::string& name, double probability,
                       const std::optional<StatusChances>& statuses,
                       const std::vector<Distribution>& spread) {
    std::vector<std::string> cells{name, of_100(probability)};
    for (const auto* status :
         {statuses ? &statuses->ready_to_discuss : nullptr, statuses ? &statuses->practise_again : nullptr,
          statuses ? &statuses->needs_debrief : nullptr}) {
      cells.push_back(status != nullptr ? chance(*status, probability) : "not known");
    }
    cells.push_back(spread.empty() ? "not known" : span(spread.back().range.least, spread.back().range.most));
    table.add(std::move(cells));
  };
  for (const EndingReach& ending : analysis.endings) {
    if (ending.reachable) {
      add(scenario.at(ending.ending).id.text, ending.probability, ending.statuses, ending.points);
    } else {
      table.add({scenario.at(ending.ending).id.text, not_reached(analysis), "", "", "", ""});
    }
  }
  add("all plays", 1, analysis.statuses, analysis.points);
  std::string text = table.told(
      "Endings, and what 100 random plays that end there earn",
      "How likely each ending is, and with which result and points plays end there. An ending that\n"
      "hardly anybody sees is worth a look: is the way there the one you meant?\n");
  if (analysis.statuses && analysis.statuses->estimated) {
    text += "  The three are estimated by random plays, since all plays together are too many.\n";
  }
  return text;
}

std::string lengths_table(const Analysis& analysis) {
  if (analysis.lengths.size() < 2) return {};
  AlignedTable table({{"decisions"}, {"of 100 plays"}, {"least"}, {"most"}});
  for (const LengthPoints& length : analysis.lengths) {
    table.add({fmt::format("{}", length.decisions), of_100(length.probability), points(length.least),
               points(length.most)});
  }
  return table.told(
      "What longer and shorter plays can gain, all together",
      "Least and most points of plays with so many decisions. Where longer plays can gain much more,\n"
      "going round pays: let the short way gain as much.\n");
}

std::string decided_table(const Analysis& analysis) {
  if (!analysis.decided) return {};
  AlignedTable table({{"after answer"}, {"result is certain"}, {"points are decided"}});
  double status = 0;
  double settled = 0;
  for (std::size_t k = 0; k < analysis.decided->status.size(); ++k) {
    status += analysis.decided->status[k];
    settled += analysis.decided->points[k];
    table.add({fmt::format("{}", k), of_100(status), of_100(settled)});
  }
  return table.told(
      "From when on it is certain, in 100 random plays",
      "After how many answers nothing that follows can change the result, or whether the points are\n"
      "enough. Where that comes early, let later moments count more.\n");
}

std::string decisions_table(const Scenario& scenario, const Analysis& analysis) {
  const bool has_states = std::any_of(analysis.decisions.begin(), analysis.decisions.end(),
                                      [](const DecisionPoint& point) { return point.states > 1; });
  std::vector<AlignedTable::Column> columns{{"", Align::left}, {"points"}};
  if (has_states) {
    columns.insert(columns.end(), {{"open in"}, {"best in"}});
  } else {
    columns.push_back({"", Align::left});
  }
  columns.push_back({"", Align::left});
  AlignedTable table(columns);
  for (const DecisionPoint& point : analysis.decisions) {
    std::vector<std::string> moment{scenario.at(point.node).id.text, ""};
    if (has_states) moment.push_back(fmt::format("{}", point.states));
    moment.resize(columns.size());
    table.add(std::move(moment));
    for (const DecisionChoice& choice : point.choices) {
      std::vector<std::string> cells{"  " + scenario.at(choice.choice).id.text, points(choice.gain)};
      if (has_states) {
        cells.push_back(fmt::format("{}", choice.states_open));
        cells.push_back(fmt::format("{}", choice.states_best));
      } else {
        cells.emplace_back(choice.states_best > 0 ? "best" : "");
      }
      // Of a weak answer that is as it should be.
      const bool is_worth_a_look = choice.dominated_by && choice.gain > 0;
      cells.push_back(is_worth_a_look
                          ? fmt::format("never better than {}", scenario.at(*choice.dominated_by).id.text)
                          : "");
      table.add(std::move(cells));
    }
  }
  return table.told(
      "Decisions: what each answer gains now, and which is the best",
      has_states
          ? "“Open in” and “best in” count the states of the moment: in how many the answer is open, and in\n"
            "how many nothing leads to more points by the end. A good answer that is never best is worth a\n"
            "look.\n"
          : "The best answer is the one that leads to most points by the end. A good answer that is never\n"
            "the best is worth a look.\n");
}

std::string places_table(const Scenario& scenario, const Analysis& analysis) {
  if (!is_exact(analysis)) {
    AlignedTable table({{"", Align::left}, {"", Align::left}});
    for (const NodeReach& node : analysis.nodes) {
      table.add({scenario.at(node.node).id.text, node.reachable ? "reached" : not_reached(analysis)});
    }
    return table.told("Nodes", "");
  }
  // Where nobody comes by twice, both numbers are the same.
  const bool has_returns = std::any_of(
      analysis.nodes.begin(), analysis.nodes.end(),
      [](const NodeReach& node) { return node.probability && node.arrivals > *node.probability + 0.005; });
  std::vector<AlignedTable::Column> columns{{"", Align::left}, {"of 100 plays"}};
  if (has_returns) columns.push_back({"arrivals"});
  columns.insert(columns.end(), {{"points so far"}, {"middle half"}});
  AlignedTable table(columns);
  for (const NodeReach& node : analysis.nodes) {
    std::vector<std::string> cells{scenario.at(node.node).id.text};
    if (node.reachable) {
      const Distribution* all = node.points.empty() ? nullptr : &node.points.back();
      cells.push_back(node.probability ? of_100(*node.probability) : "not known");
      if (has_returns) cells.push_back(fmt::format("{:.2f}", node.arrivals));
      cells.push_back(all != nullptr ? span(all->range.least, all->range.most) : "not known");
      cells.push_back(all != nullptr ? middle_half(*all) : "not known");
    } else {
      cells.push_back(not_reached(analysis));
      cells.resize(columns.size());
    }
    table.add(std::move(cells));
  }
  return table.told(
      "Nodes, and the points gained until there, all together",
      fmt::format("A node is a moment of the file. How many random plays come by{}, and what they "
                  "have\ngained by then. A moment that few see is seldom practised.\n",
                  has_returns ? ", how often on average" : ""));
}

std::string cues_table(const Scenario& scenario, const Analysis& analysis) {
  const bool some_point = std::any_of(analysis.cues.begin(), analysis.cues.end(),
                                      [](const CueResult& cue) { return cue.hits > 0; });
  if (!some_point) return {};
  AlignedTable table(
      {{"the best answer is", Align::left}, {"decisions"}, {"of"}, {"by chance"}, {"", Align::left}});
  for (const CueResult& cue : analysis.cues) {
    if (cue.decisions.empty()) continue;
    double by_chance = 0;
    for (const CueAtDecision& decision : cue.decisions) by_chance += decision.chance;
    table.add({std::string(to_string(cue.cue)), fmt::format("{}", cue.hits),
               fmt::format("{}", cue.decisions.size()), fmt::format("{:.1f}", by_chance),
               cue.gives_away ? "gives it away" : ""});
  }
  AlignedTable where({{"", Align::left}, {"what the best answer is there", Align::left}});
  for (const DecisionPoint& point : analysis.decisions) {
    std::string hits;
    for (const CueResult& cue : analysis.cues) {
      for (const CueAtDecision& decision : cue.decisions) {
        if (decision.node == point.node && decision.hit) {
          hits += (hits.empty() ? "" : ", ") + std::string(to_string(cue.cue));
        }
      }
    }
    if (!hits.empty()) where.add({scenario.at(point.node).id.text, hits});
  }
  return table.told(
             "Whether the best answers give themselves away",
             "In how many decisions the best answer shows without reading, and in how many it would by\n"
             "chance. Far above chance, change the length, the place or the words of some answers.\n") +
         where.told("What shows, decision by decision", "");
}

std::string bots_table(const Scenario& scenario, const Analysis& analysis) {
  AlignedTable table({{"", Align::left},
                      {"chooses", Align::left},
                      {"passes", Align::left},
                      {"result", Align::left},
                      {"score of 100"}});
  std::string plays;
  for (const BotResult& bot : analysis.bots) {
    std::string result;
    std::string score;
    if (bot.bot == Bot::random) {
      result = fmt::format("ready to discuss in {} of 100 plays{}", of_100(bot.probability_ready),
                           bot.estimated ? " (estimated)" : "");
    } else {
      if (bot.score && bot.score->status) result = to_string(*bot.score->status);
      if (bot.score && bot.score->composite.achieved) {
        score = fmt::format("{:.0f}", *bot.score->composite.achieved * 100);
      }
      plays += fmt::format("  {}: {}\n", to_string(bot.bot), choice_list(scenario, bot.choices));
    }
    table.add({std::string(to_string(bot.bot)), std::string(rule_of(bot.bot)), bot.passes ? "yes" : "no",
               result, score});
  }
  const std::string text = table.told(
      "Bots",
      "Each answers by one rule and reads nothing; 0 is the score of the worst play, 100 of the best.\n"
      "Where one passes, learners can, too: change the length, the place or the ratings of answers.\n");
  return text.empty() || plays.empty() ? text : text + "\nWhat the bots choose\n" + plays;
}

std::string ways(const Scenario& scenario, const Analysis& analysis) {
  std::string text;
  const auto add = [&](const std::string& name, const auto& reach, std::size_t most_told) {
    if (!reach.reachable) return;
    std::string way = choice_list(scenario, reach.witness);
    if (reach.is_witness_left_out) way = "left out, since all ways together are very long";
    if (reach.witness.size() > most_told) way = fmt::format("{} choices", reach.witness.size());
    text += fmt::format("  {}: {}\n", name, way);
  };
  for (const EndingReach& ending : analysis.endings) {
    add(scenario.at(ending.ending).id.text, ending, ending.witness.size());
  }
  bool some_are_long = false;
  for (const NodeReach& node : analysis.nodes) {
    add(scenario.at(node.node).id.text, node, kMostChoicesToldToANode);
    some_are_long = some_are_long || node.witness.size() > kMostChoicesToldToANode;
  }
  if (text.empty()) return text;
  if (some_are_long) text += "  The long ones stand in what `--json` writes, under `nodes`, `shortest`.\n";
  return "\nShortest ways to endings and nodes, for `steadfast play FILE --choose`\n" + text;
}

}  // namespace steadfast::cli
