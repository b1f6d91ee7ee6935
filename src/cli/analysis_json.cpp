#include <nlohmann/json.hpp>

#include "cli/analysis_text.h"

namespace steadfast::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

std::string_view word(Outlook::Kind kind) {
  switch (kind) {
    case Outlook::Kind::exact:
      return "exact";
    case Outlook::Kind::bounded:
      return "bounded";
    case Outlook::Kind::endless:
      return "endless";
    case Outlook::Kind::stuck:
      break;
  }
  return "stuck";
}

Json ids(const Scenario& scenario, const std::vector<ChoiceIndex>& choices) {
  Json list = Json::array();
  for (const ChoiceIndex choice : choices) list.push_back(scenario.at(choice).id.text);
  return list;
}

template <class Reach>
Json shortest(const Scenario& scenario, const Reach& reach) {
  return reach.is_witness_left_out ? Json(nullptr) : ids(scenario, reach.witness);
}

Json range(const Range& range) {
  return {{"L", range.least}, {"U", range.most}, {"R", range.expected}};
}

Json bot(const Scenario& scenario, const BotResult& bot) {
  Json json = {{"bot", to_string(bot.bot)}, {"passes", bot.passes}};
  if (bot.bot == Bot::random) {
    json["probability_ready"] = bot.probability_ready;
    json["estimated"] = bot.estimated;
    return json;
  }
  const bool scored = bot.score && bot.score->status;
  json["status"] = scored ? Json(to_string(*bot.score->status)) : Json(nullptr);
  json["A"] =
      bot.score && bot.score->composite.achieved ? Json(*bot.score->composite.achieved) : Json(nullptr);
  json["choices"] = ids(scenario, bot.choices);
  return json;
}

Json finding(const Diagnostic& diagnostic) {
  return {{"code", to_string(diagnostic.code)},
          {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
          {"file", diagnostic.file},
          {"line", diagnostic.where.line},
          {"column", diagnostic.where.column},
          {"message", diagnostic.message},
          {"help", diagnostic.help}};
}

}  // namespace

Json analysis_as_json(const Scenario& scenario, const Analysis& analysis) {
  const bool exact = analysis.kind == Outlook::Kind::exact;
  // Beyond the bound nobody looked, so what was not reached so far is unknown.
  const bool bounded = !analysis.is_complete;
  const auto reachable = [bounded](bool reached) {
    return bounded && !reached ? Json(nullptr) : Json(reached);
  };
  Json json = {{"version", kVersion},
               {"scenario", scenario.id},
               {"content_hash", scenario.content_hash},
               {"kind", word(analysis.kind)},
               {"states", analysis.state_count},
               {"stopped_while", analysis.stopped_while ? Json(analysis.stopped_while->part) : Json(nullptr)},
               {"plays", exact ? Json(analysis.path_count) : Json(nullptr)}};
  json["findings"] = Json::array();
  for (const Diagnostic& diagnostic : analysis.findings) json["findings"].push_back(finding(diagnostic));
  json["dimensions"] = Json::object();
  for (std::size_t position = 0; exact && position < analysis.dimensions.size(); ++position) {
    json["dimensions"][scenario.rulebook->rubric.dimensions[position].id.text] =
        range(analysis.dimensions[position]);
  }
  json["composite"] = exact ? range(analysis.composite) : Json(nullptr);
  if (exact) json["composite"]["U_if_independent"] = analysis.composite_most_if_independent;
  json["chance_level"] = analysis.chance_level ? Json(*analysis.chance_level) : Json(nullptr);
  json["bots"] = Json::array();
  for (const BotResult& result : analysis.bots) json["bots"].push_back(bot(scenario, result));
  json["cues"] = Json::array();
  for (const CueResult& cue : analysis.cues) {
    json["cues"].push_back({{"cue", to_string(cue.cue)},
                            {"decisions", cue.decisions.size()},
                            {"hits", cue.hits},
                            {"chance_of_so_many", cue.tail},
                            {"gives_away", cue.gives_away}});
  }
  json["endings"] = Json::array();
  for (const EndingReach& reach : analysis.endings) {
    json["endings"].push_back({{"id", scenario.at(reach.ending).id.text},
                               {"reachable", reachable(reach.reachable)},
                               {"probability", exact ? Json(reach.probability) : Json(nullptr)},
                               {"shortest", shortest(scenario, reach)}});
  }
  json["nodes"] = Json::array();
  for (const NodeReach& reach : analysis.nodes) {
    json["nodes"].push_back({{"id", scenario.at(reach.node).id.text},
                             {"reachable", reachable(reach.reachable)},
                             {"shortest", shortest(scenario, reach)}});
  }
  json["unreachable_choices"] = bounded ? Json(nullptr) : ids(scenario, analysis.unreachable_choices);
  return json;
}

}  // namespace steadfast::cli
