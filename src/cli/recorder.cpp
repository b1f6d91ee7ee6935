#include "cli/recorder.h"

#include <utility>

namespace steadfast::cli {

void Recorder::open(const std::optional<std::filesystem::path>& data_folder) {
  if (!data_folder) {
    give_up(Error{"There is no place for the record: neither HOME nor STEADFAST_HOME is set."});
    return;
  }
  Result<Store> store = Store::open(*data_folder);
  if (store) {
    store_ = std::move(store.value());
  } else {
    give_up(store.error());
  }
}

void Recorder::give_up(const Error& error) {
  store_.reset();
  talk_.say(error.message);
  talk_.say("You can go on: from here nothing is recorded.");
  talk_.say();
}

std::optional<AttemptSummary> Recorder::resumable(const Scenario& scenario) {
  if (!store_) return std::nullopt;
  return or_give_up(store_->resumable(scenario.id)).value_or(std::nullopt);
}

std::optional<AttemptSummary> Recorder::awaiting_look_back(const Scenario& scenario) {
  if (!store_) return std::nullopt;
  return or_give_up(store_->awaiting_look_back(scenario.id)).value_or(std::nullopt);
}

std::optional<Play> Recorder::finished_play(const Scenario& scenario, const AttemptSummary& attempt) {
  if (!store_) return std::nullopt;
  const auto text = or_give_up(store_->save_text(attempt.id));
  const Result<Save> save = text ? parse_save(*text) : Result<Save>(Error{""});
  if (!save) return std::nullopt;
  Result<Resumed> resumed = resume_play(scenario, save.value());
  if (!resumed || resumed.value().play.state.phase != Phase::ended) return std::nullopt;
  return std::move(resumed.value().play);
}

void Recorder::save_looking_back(std::optional<AttemptId> attempt, const LookingBack& place) {
  if (!store_ || !attempt) return;
  or_give_up(store_->save_looking_back(*attempt, place, now()));
}

std::optional<Continued> Recorder::take_up(const Scenario& scenario, const AttemptSummary& attempt) {
  if (!store_) return std::nullopt;
  Result<Continued> continued = continue_attempt(*store_, scenario, attempt, now());
  if (continued) return std::move(continued.value());
  talk_.say(continued.error().message);
  talk_.say("So the conversation starts from the beginning.");
  return std::nullopt;
}

std::optional<AttemptId> Recorder::start(const Scenario& scenario, const Play& play, Mode mode) {
  if (!store_) return std::nullopt;
  return or_give_up(store_->start_attempt(attempt_of(scenario, play, mode, std::nullopt, now())));
}

std::optional<AttemptId> Recorder::start_branch(const Scenario& scenario, const Play& play, Mode mode,
                                                std::optional<AttemptId> from, std::uint32_t kept) {
  if (!store_ || !from) return std::nullopt;
  const Origin origin{Origin::Relation::practice, *from, kept};
  return or_give_up(store_->start_attempt(attempt_of(scenario, play, mode, origin, now())));
}

void Recorder::record_decision(std::optional<AttemptId> attempt, const Scenario& scenario, const Play& play) {
  if (!store_ || !attempt) return;
  or_give_up(store_->record_decision(*attempt, last_decision_of(scenario, play, now())));
}

void Recorder::finish(std::optional<AttemptId> attempt, const Finish& finish) {
  if (!store_ || !attempt) return;
  or_give_up(store_->finish_attempt(*attempt, finish));
}

std::vector<PractisedMoment> Recorder::practised_moments(std::optional<AttemptId> attempt) {
  if (!store_ || !attempt) return {};
  return or_give_up(store_->practised_moments(*attempt)).value_or(std::vector<PractisedMoment>());
}

bool Recorder::keep(std::optional<AttemptId> attempt, const DebriefNote& note) {
  if (!store_ || !attempt) return false;
  return or_give_up(store_->save_note(*attempt, note, now())).has_value();
}

}  // namespace steadfast::cli
