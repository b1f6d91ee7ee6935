// The tables of the record, as migrations: step n brings a database from version n - 1 to version n.
#pragma once

#include <SQLiteCpp/Database.h>

#include <span>

namespace steadfast {

// SQL of one step. Steps that were released are never edited; a change is a new step.
using Migration = const char*;

std::span<const Migration> migrations();

enum class Migrated {
  done,
  too_new,  // a later Steadfast made it
  foreign,  // a database, but not ours
};

// Applies the missing steps in one transaction; table `schema_migration` remembers them.
// Throws SQLite::Exception, and then nothing has changed.
Migrated migrate(SQLite::Database& database, std::span<const Migration> steps);

}  // namespace steadfast
