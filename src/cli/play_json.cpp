#include "cli/play_json.h"

#include <nlohmann/json.hpp>

namespace steadfast::cli {

namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json ledger_as_json(const Ledger& ledger, bool complete) {
  return {{"A", or_null(ledger.achieved)},
          {"X", ledger.gained},
          {"L", ledger.least},
          {"U", ledger.most},
          {"R", ledger.expected},
          {"band", complete ? Json(to_string(ledger.band)) : Json(nullptr)}};
}

}  // namespace

std::string play_as_json(const Scenario& scenario, const Score& score) {
  const Rubric& rubric = scenario.rulebook->rubric;
  const bool complete = score.ending.has_value();
  Json play;
  play["scenario"] = scenario.id;
  play["ending"] = complete ? Json(scenario.at(*score.ending).id.text) : Json(nullptr);
  play["status"] = score.status ? Json(to_string(*score.status)) : Json(nullptr);
  play["dimensions"] = Json::object();
  for (std::size_t position = 0; position < score.dimensions.size(); ++position) {
    play["dimensions"][rubric.dimensions[position].id.text] =
        ledger_as_json(score.dimensions[position], complete);
  }
  play["composite"] = ledger_as_json(score.composite, complete);
  play["decisions"] = Json::array();
  for (const ScoredDecision& scored : score.decisions) {
    play["decisions"].push_back({{"node", scenario.at(scored.decision.node).id.text},
                                 {"choice", scenario.at(scored.decision.choice).id.text},
                                 {"gain", scored.gain},
                                 {"regret", scored.regret}});
  }
  play["criticals"] = Json::array();
  for (const std::uint32_t position : score.critical_decisions) {
    const Choice& choice = scenario.at(score.decisions[position].decision.choice);
    play["criticals"].push_back(rubric.critical_errors[choice.critical->value].id.text);
  }
  return play.dump(2);
}

}  // namespace steadfast::cli
