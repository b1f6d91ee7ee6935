#include "store/schema.h"

#include <SQLiteCpp/Statement.h>

#include <array>
#include <fstream>

#include "store/store_fixture.h"

namespace steadfast {
namespace {

int version_of(SQLite::Database& database) {
  return database.execAndGet("SELECT max(version) FROM schema_migration").getInt();
}

SQLite::Database raw(const std::filesystem::path& file) {
  return {file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
}

class Schema : public StoreTest {
 protected:
  Schema() { std::filesystem::create_directories(folder()); }
};

TEST_F(Schema, GrowsFromNothing) {
  SQLite::Database database = raw(this->database());
  ASSERT_EQ(migrate(database, migrations()), Migrated::done);
  EXPECT_EQ(version_of(database), static_cast<int>(migrations().size()));
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM learner").getInt(), 1);
  EXPECT_EQ(migrate(database, migrations()), Migrated::done) << "a second time changes nothing";
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM schema_migration").getInt(),
            static_cast<int>(migrations().size()));
}

TEST_F(Schema, ALaterStepKeepsWhatIsThere) {
  Store store = open();
  const AttemptId attempt = store.start_attempt(new_attempt()).value();
  ASSERT_TRUE(store.record_decision(attempt, decision(0)));
  SQLite::Database database = raw(this->database());
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  steps.push_back(
      "ALTER TABLE decision ADD COLUMN confidence INTEGER; CREATE TABLE later (id INTEGER) STRICT");
  ASSERT_EQ(migrate(database, steps), Migrated::done);
  EXPECT_EQ(version_of(database), static_cast<int>(steps.size()));
  EXPECT_EQ(database.execAndGet("SELECT choice FROM decision WHERE confidence IS NULL").getString(),
            "choice-0");
}

TEST_F(Schema, WhatEndedBeforeLookingBackWasKeptCountsAsLookedBackOn) {
  {
    SQLite::Database old = raw(database());
    ASSERT_EQ(migrate(old, migrations().first(1)), Migrated::done);
    old.exec(
        "INSERT INTO attempt (scenario, content_hash, seed, mode, started_at, save, finished_at, ending, "
        "status) "
        "VALUES ('a-scenario', '00', 1, 'coach', 1, 'save', 2, 'end', 'ready to discuss'), "
        "('another', '00', 1, 'coach', 3, 'save', NULL, NULL, NULL)");
  }
  const Store store = open();
  EXPECT_FALSE(store.awaiting_look_back("a-scenario").value());
  EXPECT_EQ(store.attempts("a-scenario").value()[0].looking_back, (LookingBack{1, true}));
  EXPECT_FALSE(store.attempts("another").value()[0].looking_back);
}

TEST_F(Schema, AStepThatFailsChangesNothing) {
  SQLite::Database database = raw(this->database());
  const std::array<Migration, 2> steps = {"CREATE TABLE one (id INTEGER)",
                                          "CREATE TABLE two (id INTEGER); nonsense"};
  EXPECT_THROW(migrate(database, steps), SQLite::Exception);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM sqlite_master").getInt(), 0);
}

TEST_F(Schema, ANewerRecordIsLeftAlone) {
  { const Store store = open(); }
  raw(database()).exec("INSERT INTO schema_migration VALUES (999, 0)");
  EXPECT_NE(message_of(Store::open(folder())).find("newer Steadfast"), std::string::npos);
}

TEST_F(Schema, AnotherProgramsDatabaseIsLeftAlone) {
  raw(database()).exec("CREATE TABLE recipes (id INTEGER)");
  EXPECT_NE(message_of(Store::open(folder())).find("not a record of Steadfast"), std::string::npos);
  EXPECT_FALSE(raw(database()).tableExists("attempt"));
}

TEST_F(Schema, AFileThatIsNoDatabaseGetsASentence) {
  std::ofstream(database()) << std::string(5000, 'x');
  EXPECT_NE(message_of(Store::open(folder())).find("not a record of Steadfast, or it is damaged"),
            std::string::npos);
}

}  // namespace
}  // namespace steadfast
