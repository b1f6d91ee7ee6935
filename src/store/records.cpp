#include "store/records.h"

#include <cassert>
#include <utility>

namespace steadfast {

namespace {

LedgerRecord ledger_of(std::string id, const Ledger& ledger) {
  return {std::move(id),
          ledger.gained,
          ledger.least,
          ledger.most,
          ledger.expected,
          ledger.achieved,
          std::string(to_string(ledger.band)),
          ledger.capped};
}

}  // namespace

NewAttempt attempt_of(const Scenario& scenario, const Play& play, Mode mode, std::optional<Origin> origin,
                      UnixMilliseconds at) {
  return {scenario.id, scenario.play_hash, play.seed, mode, origin, serialise(save_play(scenario, play)), at};
}

DecisionRecord last_decision_of(const Scenario& scenario, const Play& play, UnixMilliseconds at) {
  assert(!play.decisions.empty());
  const Decision& decision = play.decisions.back();
  return {static_cast<std::uint32_t>(play.decisions.size() - 1), scenario.at(decision.node).id.text,
          scenario.at(decision.choice).id.text, serialise(save_play(scenario, play)), at};
}

Finish finish_of(const Scenario& scenario, const Score& score, UnixMilliseconds at) {
  assert(score.ending && score.status);
  Finish finish;
  finish.ending = scenario.at(*score.ending).id.text;
  finish.status = std::string(to_string(*score.status));
  finish.at = at;
  const Rubric& rubric = scenario.rulebook->rubric;
  for (std::size_t position = 0; position < score.dimensions.size(); ++position) {
    finish.ledgers.push_back(ledger_of(rubric.dimensions[position].id.text, score.dimensions[position]));
  }
  finish.ledgers.push_back(ledger_of("composite", score.composite));
  for (const std::uint32_t position : score.critical_decisions) {
    const Choice& choice = scenario.at(score.decisions[position].decision.choice);
    assert(choice.critical);
    finish.criticals.push_back({position, rubric.critical_errors[choice.critical->value].id.text});
  }
  for (const std::uint32_t position : score.unmet_omissions) {
    finish.omissions.push_back(scenario.omissions[position].id);
  }
  return finish;
}

Result<Continued> continue_attempt(Store& store, const Scenario& scenario, const AttemptSummary& attempt,
                                   UnixMilliseconds at) {
  const Result<std::string> text = store.save_text(attempt.id);
  if (!text) return text.error();
  const Result<Save> save = parse_save(text.value());
  if (!save) return save.error();
  Result<Resumed> resumed = resume_play(scenario, save.value());
  if (!resumed) return resumed.error();
  if (attempt.content_hash == scenario.play_hash) return Continued{attempt.id, std::move(resumed.value())};

  const auto kept = static_cast<std::uint32_t>(resumed.value().play.decisions.size());
  Origin origin{Origin::Relation::continued, attempt.id, kept};
  if (attempt.is_practice()) origin.relation = Origin::Relation::practice;
  const Result<AttemptId> id =
      store.start_attempt(attempt_of(scenario, resumed.value().play, attempt.mode, origin, at));
  if (!id) return id.error();
  return Continued{id.value(), std::move(resumed.value())};
}

}  // namespace steadfast
