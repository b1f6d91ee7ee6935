#include "app/effects.h"

#include <type_traits>
#include <utility>

#include "app/clock.h"
#include "store/records.h"

namespace steadfast {
namespace {

Mode as_store_mode(PlayMode mode) {
  return mode == PlayMode::coach ? Mode::coach : Mode::practice;
}

PlayMode as_play_mode(Mode mode) {
  return mode == Mode::coach ? PlayMode::coach : PlayMode::straight_on;
}

std::optional<Origin> as_store_origin(const std::optional<AttemptOrigin>& origin) {
  if (!origin) return std::nullopt;
  return Origin{.relation = origin->kind == OriginKind::practice ? Origin::Relation::practice
                                                                 : Origin::Relation::continued,
                .attempt = {origin->attempt},
                .kept = origin->kept};
}

std::optional<AttemptOrigin> as_attempt_origin(const std::optional<Origin>& origin) {
  if (!origin) return std::nullopt;
  return AttemptOrigin{
      .kind = origin->relation == Origin::Relation::practice ? OriginKind::practice : OriginKind::continued,
      .attempt = origin->attempt.value,
      .kept = origin->kept};
}

std::shared_ptr<const Scenario> find_scenario(const Content& content, const std::string& id) {
  for (const ScenarioEntry& entry : content.scenarios) {
    if (entry.scenario && entry.scenario->id == id) return entry.scenario;
  }
  return nullptr;
}

// The answer to an effect whose work was done, or the sentence that says why it was not.
template <class Answer>
Intent answer_to(std::uint64_t request, const Outcome& outcome) {
  if (!outcome) return RecordFailed{.request = request, .message = outcome.error().message};
  return Answer{.request = request};
}

}  // namespace

Effects::Effects(std::optional<std::filesystem::path> folder, std::shared_ptr<const Content> content,
                 std::function<UnixMilliseconds()> now)
    : folder_(std::move(folder)), content_(std::move(content)), now_(std::move(now)) {}

Result<Store*> Effects::store() {
  if (store_) return &*store_;
  if (!folder_) {
    return Error{
        "There is no folder for your record, because neither STEADFAST_HOME nor HOME is set. You can go on "
        "without a record."};
  }
  auto opened = Store::open(*folder_);
  if (!opened) return opened.error();
  store_.emplace(std::move(opened.value()));
  return &*store_;
}

Intent Effects::load_records() {
  const auto opened = store();
  if (!opened) return RecordFailed{.request = 0, .message = opened.error().message};
  const auto attempts = opened.value()->attempts();
  if (!attempts) return RecordFailed{.request = 0, .message = attempts.error().message};
  RecordsLoaded loaded;
  for (const AttemptSummary& summary : attempts.value()) {
    auto save = opened.value()->save_text(summary.id);
    if (!save) return RecordFailed{.request = 0, .message = save.error().message};
    const auto note = opened.value()->note(summary.id);
    if (!note) return RecordFailed{.request = 0, .message = note.error().message};
    loaded.records.push_back(as_attempt_record(summary, std::move(save.value()), note.value()));
  }
  return loaded;
}

std::string Effects::learner_alias() {
  const auto opened = store();
  if (!opened) return {};
  auto alias = opened.value()->learner_alias();
  return alias ? std::move(alias.value()) : std::string();
}

std::optional<Intent> Effects::perform(const Effect& effect) {
  return std::visit(
      [this](const auto& what) -> std::optional<Intent> {
        using What = std::decay_t<decltype(what)>;
        if constexpr (std::is_same_v<What, StartAttempt>) return start(what);
        if constexpr (std::is_same_v<What, RecordDecision>) return record(what);
        if constexpr (std::is_same_v<What, FinishAttempt>) return finish(what);
        if constexpr (std::is_same_v<What, SaveReflection>) return save(what);
        if constexpr (std::is_same_v<What, SaveLookBack>) return save(what);
        if constexpr (std::is_same_v<What, Quit>) has_quit_ = true;
        return std::nullopt;
      },
      effect);
}

Intent Effects::start(const StartAttempt& effect) {
  const auto opened = store();
  if (!opened) return RecordFailed{.request = effect.request, .message = opened.error().message};
  const auto attempt = opened.value()->start_attempt({.scenario = effect.scenario,
                                                      .content_hash = effect.content_hash,
                                                      .seed = effect.seed,
                                                      .mode = as_store_mode(effect.mode),
                                                      .origin = as_store_origin(effect.origin),
                                                      .save = effect.save,
                                                      .at = now_()});
  if (!attempt) return RecordFailed{.request = effect.request, .message = attempt.error().message};
  return AttemptStarted{.request = effect.request, .attempt = attempt.value().value};
}

Intent Effects::record(const RecordDecision& effect) {
  const auto opened = store();
  if (!opened) return RecordFailed{.request = effect.request, .message = opened.error().message};
  return answer_to<DecisionRecorded>(
      effect.request, opened.value()->record_decision({effect.attempt}, {.position = effect.position,
                                                                         .node = effect.node,
                                                                         .choice = effect.choice,
                                                                         .save = effect.save,
                                                                         .at = now_()}));
}

Intent Effects::finish(const FinishAttempt& effect) {
  const auto opened = store();
  if (!opened) return RecordFailed{.request = effect.request, .message = opened.error().message};
  const auto scenario = find_scenario(*content_, effect.scenario);
  Finish finish;
  if (effect.score && scenario) finish = finish_of(*scenario, *effect.score, now_());
  finish.ending = effect.ending;
  finish.status = effect.status;
  finish.at = now_();
  return answer_to<AttemptFinished>(effect.request, opened.value()->finish_attempt({effect.attempt}, finish));
}

Intent Effects::save(const SaveReflection& effect) {
  const auto opened = store();
  if (!opened) return RecordFailed{.request = effect.request, .message = opened.error().message};
  return answer_to<ReflectionSaved>(
      effect.request,
      opened.value()->save_note({effect.attempt}, as_debrief_note(effect.reflection), now_()));
}

Intent Effects::save(const SaveLookBack& effect) {
  const auto opened = store();
  if (!opened) return RecordFailed{.request = effect.request, .message = opened.error().message};
  return answer_to<LookBackSaved>(
      effect.request,
      opened.value()->save_looking_back({effect.attempt}, {effect.step, effect.finished}, now_()));
}

AttemptRecord as_attempt_record(const AttemptSummary& summary, std::string save,
                                const std::optional<DebriefNote>& note) {
  return {.attempt = summary.id.value,
          .scenario = summary.scenario,
          .mode = as_play_mode(summary.mode),
          .state = summary.finished ? AttemptState::ended : AttemptState::in_progress,
          .status = summary.finished ? summary.finished->status : std::string(),
          .save = std::move(save),
          .origin = as_attempt_origin(summary.origin),
          .decisions = summary.decisions,
          .started_on = local_date(summary.started_at),
          .changed_on = local_date(summary.last_at),
          .reflection = note ? as_reflection(*note) : Reflection{},
          .look_back_step = summary.looking_back ? summary.looking_back->step : 1,
          .looked_back = summary.looking_back && summary.looking_back->finished,
          .moment = {}};
}

DebriefNote as_debrief_note(const Reflection& reflection) {
  return {.keep = reflection.keep,
          .change = reflection.change,
          .plan_if = reflection.plan_if,
          .plan_then = reflection.plan_then,
          .care = reflection.care,
          .practise_again = reflection.practise_again,
          .share_with_trainer = reflection.share_with_trainer,
          .trainer_note = reflection.trainer_note};
}

Reflection as_reflection(const DebriefNote& note) {
  return {.keep = note.keep,
          .change = note.change,
          .plan_if = note.plan_if,
          .plan_then = note.plan_then,
          .care = note.care,
          .practise_again = note.practise_again,
          .share_with_trainer = note.share_with_trainer,
          .trainer_note = note.trainer_note};
}

}  // namespace steadfast
