#include "cli/analysis_tables.h"

#include <algorithm>
#include <cmath>
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
  AlignedTable table(
      {{"", Align::left}, {"least"}, {"most"}, {"at random"}, {"half of plays"}, {"decisions"}});
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
  std::string text = table.told("Skills, in points over all plays");
  if (!blank.empty()) text += fmt::format("  Not practised in this conversation: {}.\n", blank);
  const int apart = analysis.composite_most_if_independent - analysis.composite.most;
  if (apart == 0) return text + "  One play can be the best in every skill.\n";
  return text +
         fmt::format("  No play is the best in every skill: the best one of all lies {} points under that.\n",
                     points(apart));
}

std::string endings_table(const Scenario& scenario, const Analysis& analysis) {
  if (!is_exact(analysis)) {
    AlignedTable table({{"", Align::left}, {"", Align::left}});
    for (const EndingReach& ending : analysis.endings) {
      table.add({scenario.at(ending.ending).id.text, ending.reachable ? "reached" : not_reached(analysis)});
    }
    return table.told("Endings");
  }
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
  std::string text = table.told("Endings, and what 100 random plays that end there earn");
  if (analysis.statuses && analysis.statuses->estimated) {
    text += "  The three are estimated by random plays, since all plays together are too many.\n";
  }
  return text;
}

std::string lengths_table(const Analysis& analysis) {
  AlignedTable table({{"decisions"}, {"of 100 plays"}, {"least"}, {"most"}});
  for (const LengthPoints& length : analysis.lengths) {
    table.add({fmt::format("{}", length.decisions), of_100(length.probability), points(length.least),
               points(length.most)});
  }
  return table.told("What longer and shorter plays can gain, all together");
}

std::string decided_table(const Analysis& analysis) {
  if (!analysis.decided) return {};
  AlignedTable table({{"after answer"}, {"status is certain"}, {"points are settled"}});
  double status = 0;
  double settled = 0;
  for (std::size_t k = 0; k < analysis.decided->status.size(); ++k) {
    status += analysis.decided->status[k];
    settled += analysis.decided->points[k];
    table.add({fmt::format("{}", k), of_100(status), of_100(settled)});
  }
  return table.told("From when on it is certain, in 100 random plays");
}

std::string decisions_table(const Scenario& scenario, const Analysis& analysis) {
  AlignedTable table({{"", Align::left}, {"points"}, {"open in"}, {"best in"}, {"", Align::left}});
  for (const DecisionPoint& point : analysis.decisions) {
    table.add({scenario.at(point.node).id.text, "", fmt::format("{}", point.states), "", ""});
    for (const DecisionChoice& choice : point.choices) {
      table.add({"  " + scenario.at(choice.choice).id.text, points(choice.gain),
                 fmt::format("{}", choice.states_open), fmt::format("{}", choice.states_best),
                 choice.dominated_by
                     ? fmt::format("never better than {}", scenario.at(*choice.dominated_by).id.text)
                     : ""});
    }
  }
  return table.told("Decisions: what each answer gains now, and in how many states it is the best there is");
}

std::string places_table(const Scenario& scenario, const Analysis& analysis) {
  const bool exact = is_exact(analysis);
  AlignedTable table(exact ? std::vector<AlignedTable::Column>{{"", Align::left},
                                                               {"of 100 plays"},
                                                               {"arrivals"},
                                                               {"points so far"},
                                                               {"half of arrivals"}}
                           : std::vector<AlignedTable::Column>{{"", Align::left}, {"", Align::left}});
  for (const NodeReach& node : analysis.nodes) {
    const std::string& name = scenario.at(node.node).id.text;
    if (!exact) {
      table.add({name, node.reachable ? "reached" : not_reached(analysis)});
    } else if (!node.reachable) {
      table.add({name, not_reached(analysis), "", "", ""});
    } else {
      const Distribution* all = node.points.empty() ? nullptr : &node.points.back();
      table.add({name, node.probability ? of_100(*node.probability) : "not known",
                 fmt::format("{:.2f}", node.arrivals),
                 all != nullptr ? span(all->range.least, all->range.most) : "not known",
                 all != nullptr ? middle_half(*all) : "not known"});
    }
  }
  return table.told(exact ? "Nodes, and the points gained until there, all together" : "Nodes");
}

std::string cues_table(const Scenario& scenario, const Analysis& analysis) {
  AlignedTable table({{"the best answer is", Align::left}, {"in"}, {"of"}, {"by chance"}, {"", Align::left}});
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
  return table.told("Whether the best answers give themselves away") +
         where.told("Cues, decision by decision");
}

std::string bots_table(const Scenario& scenario, const Analysis& analysis) {
  AlignedTable table({{"", Align::left}, {"passes", Align::left}, {"", Align::left}, {"of 100"}});
  std::string plays;
  for (const BotResult& bot : analysis.bots) {
    std::string status;
    std::string share;
    if (bot.bot == Bot::random) {
      status = bot.estimated ? "ready to discuss (estimated)" : "ready to discuss";
      share = of_100(bot.probability_ready);
    } else {
      if (bot.score && bot.score->status) status = to_string(*bot.score->status);
      if (bot.score && bot.score->composite.achieved) {
        share = fmt::format("{:.0f}", *bot.score->composite.achieved * 100);
      }
      plays += fmt::format("  {}: {}\n", to_string(bot.bot), choice_list(scenario, bot.choices));
    }
    table.add({std::string(to_string(bot.bot)), bot.passes ? "yes" : "no", status, share});
  }
  const std::string text = table.told("Bots");
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
