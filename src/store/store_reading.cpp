#include <utility>

#include "store/implementation.h"
#include "store/store.h"

namespace steadfast {

namespace {

constexpr const char* kSummary =
    "SELECT id, scenario, content_hash, seed, mode, relation, origin, kept, started_at, finished_at, ending, "
    "status, coalesce((SELECT max(position) + 1 FROM decision WHERE attempt = attempt.id), kept), "
    "coalesce((SELECT max(at) FROM decision WHERE attempt = attempt.id), started_at), "
    "(SELECT step FROM looking_back WHERE attempt = attempt.id), "
    "(SELECT finished FROM looking_back WHERE attempt = attempt.id) FROM attempt ";

AttemptSummary summary_of(SQLite::Statement& row) {
  AttemptSummary summary;
  summary.id.value = row.getColumn(0).getInt64();
  summary.scenario = row.getColumn(1).getString();
  summary.content_hash = row.getColumn(2).getString();
  summary.seed = static_cast<std::uint64_t>(row.getColumn(3).getInt64());
  summary.mode = row.getColumn(4).getString() == "coach" ? Mode::coach : Mode::practice;
  if (!row.getColumn(5).isNull()) {
    Origin origin;
    origin.relation =
        row.getColumn(5).getString() == "practice" ? Origin::Relation::practice : Origin::Relation::continued;
    origin.attempt.value = row.getColumn(6).getInt64();
    origin.kept = row.getColumn(7).getUInt();
    summary.origin = origin;
  }
  summary.started_at = row.getColumn(8).getInt64();
  if (!row.getColumn(9).isNull()) {
    summary.finished =
        Finished{row.getColumn(10).getString(), row.getColumn(11).getString(), row.getColumn(9).getInt64()};
  }
  summary.decisions = row.getColumn(12).getUInt();
  summary.last_at = row.getColumn(13).getInt64();
  if (!row.getColumn(14).isNull()) {
    summary.looking_back = LookingBack{row.getColumn(14).getUInt(), row.getColumn(15).getInt() != 0};
  }
  return summary;
}

std::vector<LedgerRecord> ledgers_of(SQLite::Database& database, AttemptId attempt) {
  SQLite::Statement query(database,
                          "SELECT id, gained, least, most, expected, achieved, band, capped FROM ledger "
                          "WHERE attempt = ? ORDER BY place");
  query.bind(1, attempt.value);
  std::vector<LedgerRecord> ledgers;
  while (query.executeStep()) {
    LedgerRecord ledger;
    ledger.id = query.getColumn(0).getString();
    ledger.gained = query.getColumn(1).getInt();
    ledger.least = query.getColumn(2).getInt();
    ledger.most = query.getColumn(3).getInt();
    ledger.expected = query.getColumn(4).getDouble();
    if (!query.getColumn(5).isNull()) ledger.achieved = query.getColumn(5).getDouble();
    ledger.band = query.getColumn(6).getString();
    ledger.capped = query.getColumn(7).getInt() != 0;
    ledgers.push_back(std::move(ledger));
  }
  return ledgers;
}

void read_gates(SQLite::Database& database, AttemptId attempt, Finish& finish) {
  SQLite::Statement criticals(database,
                              "SELECT position, code FROM critical WHERE attempt = ? ORDER BY position");
  criticals.bind(1, attempt.value);
  while (criticals.executeStep()) {
    finish.criticals.push_back({criticals.getColumn(0).getUInt(), criticals.getColumn(1).getString()});
  }
  SQLite::Statement omissions(database, "SELECT id FROM omission WHERE attempt = ? ORDER BY id");
  omissions.bind(1, attempt.value);
  while (omissions.executeStep()) finish.omissions.push_back(omissions.getColumn(0).getString());
}

// The first row of the summaries that `rest` asks for, with `scenario` bound to its parameter.
std::optional<AttemptSummary> one_summary(SQLite::Database& database, const std::string& rest,
                                          const std::string& scenario) {
  SQLite::Statement query(database, kSummary + rest);
  query.bind(1, scenario);
  if (!query.executeStep()) return std::nullopt;
  return summary_of(query);
}

// The newest play of the scenario that is not practice, if it `fits`.
template <class Fits>
Result<std::optional<AttemptSummary>> newest_play_if(const Store::Implementation& record,
                                                     const std::string& scenario, const char* among,
                                                     const Fits& fits) {
  using Answer = std::optional<AttemptSummary>;
  const auto work = [&](SQLite::Database& database) -> Result<Answer> {
    Answer newest = one_summary(database,
                                std::string("WHERE scenario = ? AND relation IS NOT 'practice' ") + among +
                                    " ORDER BY id DESC LIMIT 1",
                                scenario);
    if (newest && !fits(*newest)) return Answer();
    return newest;
  };
  return guarded<Answer>(record.file, record.database.get(), work);
}

}  // namespace

Result<std::string> Store::learner_alias() const {
  return guarded<std::string>(
      file(), implementation_->database.get(), [](SQLite::Database& database) -> Result<std::string> {
        return database.execAndGet("SELECT alias FROM learner WHERE id = 1").getString();
      });
}

Result<std::vector<AttemptSummary>> Store::attempts(const std::string& scenario) const {
  using Summaries = std::vector<AttemptSummary>;
  const auto work = [&scenario](SQLite::Database& database) -> Result<Summaries> {
    SQLite::Statement query(database, std::string(kSummary) + "WHERE ?1 = '' OR scenario = ?1 ORDER BY id");
    query.bind(1, scenario);
    Summaries summaries;
    while (query.executeStep()) summaries.push_back(summary_of(query));
    return summaries;
  };
  return guarded<Summaries>(file(), implementation_->database.get(), work);
}

Result<std::optional<AttemptSummary>> Store::resumable(const std::string& scenario) const {
  return newest_play_if(*implementation_, scenario, "",
                        [](const AttemptSummary& newest) { return !newest.finished; });
}

// One that was begun and never answered hides nothing.
Result<std::optional<AttemptSummary>> Store::awaiting_look_back(const std::string& scenario) const {
  constexpr const char* kAnswered =
      "AND (finished_at IS NOT NULL OR EXISTS (SELECT 1 FROM decision WHERE attempt = attempt.id))";
  return newest_play_if(*implementation_, scenario, kAnswered, [](const AttemptSummary& newest) {
    return newest.finished && !(newest.looking_back && newest.looking_back->finished);
  });
}

Result<std::optional<AttemptSummary>> Store::first_play(const std::string& scenario) const {
  using Answer = std::optional<AttemptSummary>;
  // Ids only grow, and a play is never gone on with once a newer one began; clocks can be set back.
  const auto work = [&scenario](SQLite::Database& database) -> Result<Answer> {
    return one_summary(database,
                       "WHERE scenario = ? AND relation IS NOT 'practice' AND finished_at IS NOT NULL "
                       "ORDER BY id LIMIT 1",
                       scenario);
  };
  return guarded<Answer>(file(), implementation_->database.get(), work);
}

Result<std::string> Store::save_text(AttemptId attempt) const {
  const auto work = [attempt](SQLite::Database& database) -> Result<std::string> {
    SQLite::Statement query(database, "SELECT save FROM attempt WHERE id = ?");
    query.bind(1, attempt.value);
    if (!query.executeStep()) return Error{"The record does not hold this conversation."};
    return query.getColumn(0).getString();
  };
  return guarded<std::string>(file(), implementation_->database.get(), work);
}

Result<std::vector<StoredDecision>> Store::decisions(AttemptId attempt) const {
  using Decisions = std::vector<StoredDecision>;
  const auto work = [attempt](SQLite::Database& database) -> Result<Decisions> {
    SQLite::Statement query(
        database, "SELECT position, node, choice, at FROM decision WHERE attempt = ? ORDER BY position");
    query.bind(1, attempt.value);
    Decisions decisions;
    while (query.executeStep()) {
      decisions.push_back({query.getColumn(0).getUInt(), query.getColumn(1).getString(),
                           query.getColumn(2).getString(), query.getColumn(3).getInt64()});
    }
    return decisions;
  };
  return guarded<Decisions>(file(), implementation_->database.get(), work);
}

Result<std::optional<Finish>> Store::finish(AttemptId attempt) const {
  using Answer = std::optional<Finish>;
  const auto work = [attempt](SQLite::Database& database) -> Result<Answer> {
    SQLite::Statement query(
        database, "SELECT ending, status, finished_at FROM attempt WHERE id = ? AND finished_at IS NOT NULL");
    query.bind(1, attempt.value);
    if (!query.executeStep()) return Answer();
    Finish finish;
    finish.ending = query.getColumn(0).getString();
    finish.status = query.getColumn(1).getString();
    finish.at = query.getColumn(2).getInt64();
    finish.ledgers = ledgers_of(database, attempt);
    read_gates(database, attempt, finish);
    return Answer(std::move(finish));
  };
  return guarded<Answer>(file(), implementation_->database.get(), work);
}

Result<std::vector<PractisedMoment>> Store::practised_moments(AttemptId attempt) const {
  using Moments = std::vector<PractisedMoment>;
  const auto work = [attempt](SQLite::Database& database) -> Result<Moments> {
    SQLite::Statement query(
        database,
        "SELECT kept, max(at) FROM attempt JOIN decision ON decision.attempt = attempt.id AND "
        "position = kept WHERE relation = 'practice' AND origin = ? GROUP BY kept ORDER BY kept");
    query.bind(1, attempt.value);
    Moments moments;
    while (query.executeStep())
      moments.push_back({query.getColumn(0).getUInt(), query.getColumn(1).getInt64()});
    return moments;
  };
  return guarded<Moments>(file(), implementation_->database.get(), work);
}

Result<std::optional<DebriefNote>> Store::note(AttemptId attempt) const {
  using Answer = std::optional<DebriefNote>;
  const auto work = [attempt](SQLite::Database& database) -> Result<Answer> {
    SQLite::Statement query(database,
                            "SELECT keep_one, change_one, plan_if, plan_then, care, practise_again, "
                            "share_with_trainer, trainer_note FROM note WHERE attempt = ?");
    query.bind(1, attempt.value);
    if (!query.executeStep()) return Answer();
    DebriefNote note;
    note.keep = query.getColumn(0).getString();
    note.change = query.getColumn(1).getString();
    note.plan_if = query.getColumn(2).getString();
    note.plan_then = query.getColumn(3).getString();
    note.care = query.getColumn(4).getString();
    note.practise_again = query.getColumn(5).getString();
    note.share_with_trainer = query.getColumn(6).getInt() != 0;
    note.trainer_note = query.getColumn(7).getString();
    return Answer(std::move(note));
  };
  return guarded<Answer>(file(), implementation_->database.get(), work);
}

}  // namespace steadfast
