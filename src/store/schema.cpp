#include "store/schema.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <array>
#include <cstdint>

namespace steadfast {

namespace {

// What is recorded stays as it is: the triggers refuse changes whoever asks, a tool of ours or a stranger's.
// Each `..._once` trigger also stops INSERT OR REPLACE, which would delete the old row without a word.
constexpr Migration kFirst = R"sql(
CREATE TABLE learner (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  alias TEXT NOT NULL
) STRICT;

CREATE TABLE attempt (
  id INTEGER PRIMARY KEY,
  learner INTEGER NOT NULL DEFAULT 1 REFERENCES learner,
  scenario TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  seed INTEGER NOT NULL,             -- the 64 bits of the unsigned seed
  mode TEXT NOT NULL CHECK (mode IN ('coach', 'practice')),
  relation TEXT CHECK (relation IN ('practice', 'continued')),
  origin INTEGER REFERENCES attempt,
  kept INTEGER NOT NULL DEFAULT 0 CHECK (kept >= 0),
  started_at INTEGER NOT NULL,       -- milliseconds since 1970, UTC, as every time here
  save TEXT NOT NULL,                -- the play, to go on from
  finished_at INTEGER,
  ending TEXT,
  status TEXT,
  CHECK ((relation IS NULL) = (origin IS NULL)),
  CHECK (origin IS NOT NULL OR kept = 0),
  CHECK ((finished_at IS NULL) = (ending IS NULL) AND (finished_at IS NULL) = (status IS NULL))
) STRICT;
CREATE INDEX attempt_by_scenario ON attempt (scenario, id);
CREATE INDEX attempt_by_origin ON attempt (origin);

CREATE TABLE decision (
  attempt INTEGER NOT NULL REFERENCES attempt,
  position INTEGER NOT NULL CHECK (position >= 0),
  node TEXT NOT NULL,
  choice TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (attempt, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
  attempt INTEGER NOT NULL REFERENCES attempt,
  place INTEGER NOT NULL,
  id TEXT NOT NULL,                  -- a dimension, or 'composite'
  gained INTEGER NOT NULL,           -- half-points, as the next three
  least INTEGER NOT NULL,
  most INTEGER NOT NULL,
  expected REAL NOT NULL,
  achieved REAL,
  band TEXT NOT NULL,
  capped INTEGER NOT NULL CHECK (capped IN (0, 1)),
  PRIMARY KEY (attempt, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE critical (
  attempt INTEGER NOT NULL REFERENCES attempt,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (attempt, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE omission (
  attempt INTEGER NOT NULL REFERENCES attempt,
  id TEXT NOT NULL,
  PRIMARY KEY (attempt, id)
) STRICT, WITHOUT ROWID;

-- The learner's own words, kept on request; the only thing a learner may rewrite.
CREATE TABLE note (
  attempt INTEGER PRIMARY KEY REFERENCES attempt,
  keep_one TEXT NOT NULL,
  change_one TEXT NOT NULL,
  plan_if TEXT NOT NULL,
  plan_then TEXT NOT NULL,
  care TEXT NOT NULL,
  practise_again TEXT NOT NULL,
  share_with_trainer INTEGER NOT NULL CHECK (share_with_trainer IN (0, 1)),
  trainer_note TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER attempt_once BEFORE INSERT ON attempt
WHEN EXISTS (SELECT 1 FROM attempt WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an attempt is recorded once'); END;

CREATE TRIGGER attempt_stays BEFORE DELETE ON attempt
BEGIN SELECT RAISE(ABORT, 'an attempt is never removed'); END;

CREATE TRIGGER attempt_keeps_its_beginning BEFORE UPDATE ON attempt
WHEN NEW.id IS NOT OLD.id OR NEW.learner IS NOT OLD.learner OR NEW.scenario IS NOT OLD.scenario
  OR NEW.content_hash IS NOT OLD.content_hash OR NEW.seed IS NOT OLD.seed OR NEW.mode IS NOT OLD.mode
  OR NEW.relation IS NOT OLD.relation OR NEW.origin IS NOT OLD.origin OR NEW.kept IS NOT OLD.kept
  OR NEW.started_at IS NOT OLD.started_at
BEGIN SELECT RAISE(ABORT, 'where an attempt began is never changed'); END;

CREATE TRIGGER attempt_ends_once BEFORE UPDATE ON attempt WHEN OLD.finished_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'this conversation is finished, and what was recorded stays as it is'); END;

CREATE TRIGGER decision_before_the_end BEFORE INSERT ON decision
WHEN (SELECT finished_at FROM attempt WHERE id = NEW.attempt) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'this conversation is finished, and what was recorded stays as it is'); END;

CREATE TRIGGER decision_in_order BEFORE INSERT ON decision
WHEN NEW.position <> coalesce((SELECT max(position) + 1 FROM decision WHERE attempt = NEW.attempt),
                              (SELECT kept FROM attempt WHERE id = NEW.attempt))
BEGIN SELECT RAISE(ABORT, 'this conversation went on in another window; leave here and open it again'); END;

CREATE TRIGGER decision_unchanged BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'an answer is never changed'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'an answer is never removed'); END;

CREATE TRIGGER ledger_before_the_end BEFORE INSERT ON ledger
WHEN (SELECT finished_at FROM attempt WHERE id = NEW.attempt) IS NOT NULL
  OR EXISTS (SELECT 1 FROM ledger WHERE attempt = NEW.attempt AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'a score is recorded once'); END;
CREATE TRIGGER ledger_unchanged BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'a score is never changed'); END;
CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'a score is never removed'); END;

CREATE TRIGGER critical_before_the_end BEFORE INSERT ON critical
WHEN (SELECT finished_at FROM attempt WHERE id = NEW.attempt) IS NOT NULL
  OR EXISTS (SELECT 1 FROM critical WHERE attempt = NEW.attempt AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a score is recorded once'); END;
CREATE TRIGGER critical_unchanged BEFORE UPDATE ON critical
BEGIN SELECT RAISE(ABORT, 'a score is never changed'); END;
CREATE TRIGGER critical_stays BEFORE DELETE ON critical
BEGIN SELECT RAISE(ABORT, 'a score is never removed'); END;

CREATE TRIGGER omission_before_the_end BEFORE INSERT ON omission
WHEN (SELECT finished_at FROM attempt WHERE id = NEW.attempt) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a score is recorded once'); END;
CREATE TRIGGER omission_unchanged BEFORE UPDATE ON omission
BEGIN SELECT RAISE(ABORT, 'a score is never changed'); END;
CREATE TRIGGER omission_stays BEFORE DELETE ON omission
BEGIN SELECT RAISE(ABORT, 'a score is never removed'); END;

INSERT INTO learner (id, alias) VALUES (1, '');
)sql";

// Where looking back goes on. What ended before this was kept counts as looked back on.
constexpr Migration kLookingBack = R"sql(
CREATE TABLE looking_back (
  attempt INTEGER PRIMARY KEY REFERENCES attempt,
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 5),
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
  at INTEGER NOT NULL
) STRICT;
INSERT INTO looking_back SELECT id, 1, 1, finished_at FROM attempt WHERE finished_at IS NOT NULL;
)sql";

constexpr std::array<Migration, 2> kMigrations = {kFirst, kLookingBack};

constexpr const char* kMigrationTable =
    "CREATE TABLE schema_migration (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT";

std::int64_t number(SQLite::Database& database, const char* query) {
  return database.execAndGet(query).getInt64();
}

// Below 0: there are tables, but not ours.
std::int64_t version_of(SQLite::Database& database) {
  if (database.tableExists("schema_migration")) {
    return number(database, "SELECT coalesce(max(version), 0) FROM schema_migration");
  }
  return number(database, "SELECT count(*) FROM sqlite_master") == 0 ? 0 : -1;
}

}  // namespace

std::span<const Migration> migrations() {
  return kMigrations;
}

Migrated migrate(SQLite::Database& database, std::span<const Migration> steps) {
  const auto latest = static_cast<std::int64_t>(steps.size());
  if (version_of(database) == latest) return Migrated::done;  // the usual case needs no lock for writing
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const std::int64_t version = version_of(database);  // another window may have been faster
  if (version < 0) return Migrated::foreign;
  if (version > latest) return Migrated::too_new;
  if (!database.tableExists("schema_migration")) database.exec(kMigrationTable);
  for (std::int64_t step = version; step < latest; ++step) {
    database.exec(steps[static_cast<std::size_t>(step)]);
    SQLite::Statement remember(database, "INSERT INTO schema_migration VALUES (?, unixepoch() * 1000)");
    remember.bind(1, step + 1);
    remember.exec();
  }
  transaction.commit();
  return Migrated::done;
}

}  // namespace steadfast
