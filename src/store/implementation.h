// What the store's sources share; nobody else includes this.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <exception>
#include <filesystem>
#include <memory>

#include "store/store.h"

namespace steadfast {

struct Store::Implementation {
  std::filesystem::path file;
  std::unique_ptr<SQLite::Database> database;  // null once everything was deleted
};

// What SQLite says, as a sentence for a person.
Error explain(const SQLite::Exception& exception, const std::filesystem::path& file);

Error closed_record();

// Runs `work(database)` and turns whatever goes wrong into a sentence: no exception leaves the store.
template <class Answer, class Work>
Result<Answer> guarded(const std::filesystem::path& file, SQLite::Database* database, const Work& work) {
  if (database == nullptr) return closed_record();
  try {
    return work(*database);
  } catch (const SQLite::Exception& exception) {
    return explain(exception, file);
  } catch (const std::exception& exception) {
    return Error{"The record `" + file.string() + "` could not be used: " + exception.what() + "."};
  }
}

}  // namespace steadfast
