#include "store/store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "platform/files.h"
#include "store/implementation.h"
#include "store/schema.h"

namespace steadfast {

namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "steadfast.db";
constexpr mode_t kOwnerOnly = 0600;

// SQLite gives its -wal and -shm files the permissions of the database, so making that one first keeps all
// three private. A file that is there is not opened here: closing it would drop SQLite's locks.
Outcome make_private_file(const fs::path& file) {
  struct stat facts {};
  if (::stat(file.c_str(), &facts) == 0) {
    if ((facts.st_mode & 0777) != kOwnerOnly) ::chmod(file.c_str(), kOwnerOnly);
    return Done{};
  }
  const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kOwnerOnly);
  if (descriptor >= 0) {
    ::close(descriptor);
    return Done{};
  }
  if (errno == EEXIST) return Done{};  // another window was faster
  return Error{fmt::format("The record `{}` cannot be made: {}.", file.string(),
                           errno == EACCES || errno == EPERM ? "its folder does not allow it"
                           : errno == EROFS                  ? "the disk can only be read"
                           : errno == ENOSPC                 ? "the disk is full"
                                                             : std::generic_category().message(errno))};
}

// Changing to WAL needs the file alone for a moment, and SQLite does not always wait for that.
void use_write_ahead_log(SQLite::Database& database, std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds pause{20};
  for (auto waited = std::chrono::milliseconds::zero();; waited += pause) {
    SQLite::Statement statement(database, "PRAGMA journal_mode = WAL");
    const int code = statement.tryExecuteStep();
    if (code == SQLITE_ROW) return;
    if (code != SQLITE_BUSY || waited >= patience) throw SQLite::Exception(database.getHandle(), code);
    std::this_thread::sleep_for(pause);
  }
}

Outcome set_up(SQLite::Database& database, const fs::path& file, std::chrono::milliseconds patience) {
  use_write_ahead_log(database, patience);
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA foreign_keys = ON");
  database.exec("PRAGMA recursive_triggers = ON");
  database.exec("PRAGMA secure_delete = ON");
  database.exec("PRAGMA trusted_schema = OFF");
  switch (migrate(database, migrations())) {
    case Migrated::done:
      return Done{};
    case Migrated::too_new:
      return Error{
          fmt::format("The record `{}` was made by a newer Steadfast. Install that one to go on with it.",
                      file.string())};
    case Migrated::foreign:
      break;
  }
  return Error{
      fmt::format("`{}` is a database, but not a record of Steadfast. Move it elsewhere to begin a new "
                  "one.",
                  file.string())};
}

std::string_view to_text(Mode mode) {
  return mode == Mode::coach ? "coach" : "practice";
}

std::string_view to_text(Origin::Relation relation) {
  return relation == Origin::Relation::practice ? "practice" : "continued";
}

std::int64_t decisions_in(SQLite::Database& database, AttemptId attempt) {
  SQLite::Statement query(
      database,
      "SELECT coalesce((SELECT max(position) + 1 FROM decision WHERE attempt = attempt.id), kept) "
      "FROM attempt WHERE id = ?");
  query.bind(1, attempt.value);
  return query.executeStep() ? query.getColumn(0).getInt64() : -1;
}

void record_save(SQLite::Database& database, AttemptId attempt, const std::string& save) {
  SQLite::Statement update(database, "UPDATE attempt SET save = ? WHERE id = ?");
  update.bind(1, save);
  update.bind(2, attempt.value);
  update.exec();
}

void record_ledgers(SQLite::Database& database, AttemptId attempt, const std::vector<LedgerRecord>& ledgers) {
  SQLite::Statement insert(database, "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t place = 0;
  for (const LedgerRecord& ledger : ledgers) {
    insert.bind(1, attempt.value);
    insert.bind(2, place++);
    insert.bind(3, ledger.id);
    insert.bind(4, ledger.gained);
    insert.bind(5, ledger.least);
    insert.bind(6, ledger.most);
    insert.bind(7, ledger.expected);
    if (ledger.achieved) {
      insert.bind(8, *ledger.achieved);
    } else {
      insert.bind(8);
    }
    insert.bind(9, ledger.band);
    insert.bind(10, ledger.capped ? 1 : 0);
    insert.exec();
    insert.reset();
  }
}

void record_gates(SQLite::Database& database, AttemptId attempt, const Finish& finish) {
  SQLite::Statement critical(database, "INSERT INTO critical VALUES (?, ?, ?)");
  for (const CriticalRecord& record : finish.criticals) {
    critical.bind(1, attempt.value);
    critical.bind(2, static_cast<std::int64_t>(record.position));
    critical.bind(3, record.code);
    critical.exec();
    critical.reset();
  }
  SQLite::Statement omission(database, "INSERT INTO omission VALUES (?, ?)");
  for (const std::string& id : finish.omissions) {
    omission.bind(1, attempt.value);
    omission.bind(2, id);
    omission.exec();
    omission.reset();
  }
}

// Leaves nothing of the database behind; null when every file is gone.
Outcome remove_files(const fs::path& file) {
  for (const char* suffix : {"-wal", "-shm", "-journal", ""}) {
    const fs::path part = file.string() + suffix;
    std::error_code error;
    fs::remove(part, error);
    if (error) {
      return Error{fmt::format("Every row was removed, but the empty file `{}` could not be: {}.",
                               part.string(), error.message())};
    }
  }
  std::error_code ignored;  // a folder that holds something else stays
  fs::remove(file.parent_path(), ignored);
  return Done{};
}

}  // namespace

Store::Store(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

const fs::path& Store::file() const {
  return implementation_->file;
}

Result<Store> Store::open(const fs::path& folder, StoreOptions options) {
  const FileWritten made = make_private_folder(folder);
  if (!made.done) return Error{made.problem};
  auto implementation = std::make_unique<Implementation>();
  implementation->file = folder / kFileName;
  const fs::path& file = implementation->file;
  if (Outcome outcome = make_private_file(file); !outcome) return outcome.error();
  try {
    implementation->database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE,
                                                                  static_cast<int>(options.patience.count()));
    const Outcome ready = set_up(*implementation->database, file, options.patience);
    if (!ready) return ready.error();
  } catch (const SQLite::Exception& exception) {
    return explain(exception, file);
  }
  return Store(std::move(implementation));
}

Outcome Store::set_learner_alias(const std::string& alias) {
  return guarded<Done>(file(), implementation_->database.get(), [&alias](SQLite::Database& database) {
    SQLite::Statement update(database, "UPDATE learner SET alias = ? WHERE id = 1");
    update.bind(1, alias);
    update.exec();
    return Done{};
  });
}

Result<AttemptId> Store::start_attempt(const NewAttempt& attempt) {
  const auto work = [&attempt](SQLite::Database& database) -> Result<AttemptId> {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (attempt.origin && decisions_in(database, attempt.origin->attempt) < attempt.origin->kept) {
      return Error{"The record does not hold the conversation this one goes on from."};
    }
    SQLite::Statement insert(
        database,
        "INSERT INTO attempt (scenario, content_hash, seed, mode, started_at, save, relation, "
        "origin, kept) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, attempt.scenario);
    insert.bind(2, attempt.content_hash);
    insert.bind(3, static_cast<std::int64_t>(attempt.seed));
    insert.bind(4, std::string(to_text(attempt.mode)));
    insert.bind(5, attempt.at);
    insert.bind(6, attempt.save);
    if (attempt.origin) {
      insert.bind(7, std::string(to_text(attempt.origin->relation)));
      insert.bind(8, attempt.origin->attempt.value);
    }
    insert.bind(9, attempt.origin ? static_cast<std::int64_t>(attempt.origin->kept) : 0);
    insert.exec();
    const AttemptId id{database.getLastInsertRowid()};
    transaction.commit();
    return id;
  };
  return guarded<AttemptId>(file(), implementation_->database.get(), work);
}

Outcome Store::record_decision(AttemptId attempt, const DecisionRecord& decision) {
  const auto work = [attempt, &decision](SQLite::Database& database) -> Outcome {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement insert(database, "INSERT INTO decision VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, attempt.value);
    insert.bind(2, static_cast<std::int64_t>(decision.position));
    insert.bind(3, decision.node);
    insert.bind(4, decision.choice);
    insert.bind(5, decision.at);
    insert.exec();
    record_save(database, attempt, decision.save);
    transaction.commit();
    return Done{};
  };
  return guarded<Done>(file(), implementation_->database.get(), work);
}

Outcome Store::finish_attempt(AttemptId attempt, const Finish& finish) {
  const auto work = [attempt, &finish](SQLite::Database& database) -> Outcome {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    record_ledgers(database, attempt, finish.ledgers);
    record_gates(database, attempt, finish);
    SQLite::Statement update(database,
                             "UPDATE attempt SET finished_at = ?, ending = ?, status = ? WHERE id = ?");
    update.bind(1, finish.at);
    update.bind(2, finish.ending);
    update.bind(3, finish.status);
    update.bind(4, attempt.value);
    if (update.exec() != 1) return Error{"The record does not hold the conversation that ended."};
    transaction.commit();
    return Done{};
  };
  return guarded<Done>(file(), implementation_->database.get(), work);
}

Outcome Store::save_looking_back(AttemptId attempt, const LookingBack& place, UnixMilliseconds at) {
  const auto work = [attempt, &place, at](SQLite::Database& database) -> Outcome {
    SQLite::Statement statement(
        database,
        "INSERT INTO looking_back VALUES (?, ?, ?, ?) ON CONFLICT (attempt) DO UPDATE SET "
        "step = excluded.step, finished = max(finished, excluded.finished), at = excluded.at");
    statement.bind(1, attempt.value);
    statement.bind(2, static_cast<std::int64_t>(place.step));
    statement.bind(3, place.finished ? 1 : 0);
    statement.bind(4, at);
    statement.exec();
    return Done{};
  };
  return guarded<Done>(file(), implementation_->database.get(), work);
}

Outcome Store::save_note(AttemptId attempt, const DebriefNote& note, UnixMilliseconds at) {
  const auto work = [attempt, &note, at](SQLite::Database& database) -> Outcome {
    const bool empty = note == DebriefNote{};
    SQLite::Statement statement(database,
                                empty ? "DELETE FROM note WHERE attempt = ?"
                                      : "INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, attempt.value);
    if (!empty) {
      statement.bind(2, note.keep);
      statement.bind(3, note.change);
      statement.bind(4, note.plan_if);
      statement.bind(5, note.plan_then);
      statement.bind(6, note.care);
      statement.bind(7, note.practise_again);
      statement.bind(8, note.share_with_trainer ? 1 : 0);
      statement.bind(9, note.trainer_note);
      statement.bind(10, at);
    }
    statement.exec();
    return Done{};
  };
  return guarded<Done>(file(), implementation_->database.get(), work);
}

Outcome Store::delete_everything() {
  const auto work = [](SQLite::Database& database) -> Outcome {
    // Leaving WAL succeeds only while no other window has the record open.
    if (database.execAndGet("PRAGMA journal_mode = DELETE").getString() != "delete") {
      return Error{"Another Steadfast window has the record open. Close it, then delete again."};
    }
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
    std::vector<std::string> names;
    SQLite::Statement triggers(database, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
    while (triggers.executeStep()) names.push_back(triggers.getColumn(0).getString());
    for (const std::string& name : names) database.exec("DROP TRIGGER \"" + name + "\"");
    database.exec("PRAGMA defer_foreign_keys = ON");
    for (const char* table :
         {"looking_back", "note", "omission", "critical", "ledger", "decision", "attempt", "learner"}) {
      database.exec(std::string("DELETE FROM ") + table);
    }
    transaction.commit();
    return Done{};
  };
  Outcome emptied = guarded<Done>(file(), implementation_->database.get(), work);
  if (!emptied) return emptied;
  implementation_->database.reset();
  return remove_files(file());
}

}  // namespace steadfast
