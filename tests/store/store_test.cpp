#include "store/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sys/stat.h>

#include <fstream>

#include "store/store_fixture.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

unsigned permissions_of(const fs::path& path) {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 0777U : 0U;
}

TEST_F(StoreTest, KeepsAWholePlay) {
  AttemptId attempt;
  {
    Store store = open();
    attempt = store.start_attempt(new_attempt()).value();
    ASSERT_TRUE(store.record_decision(attempt, decision(0)));
    ASSERT_TRUE(store.record_decision(attempt, decision(1)));
    ASSERT_TRUE(store.finish_attempt(attempt, good_finish()));
  }
  const Store store = open();
  const auto attempts = store.attempts().value();
  ASSERT_EQ(attempts.size(), 1U);
  EXPECT_EQ(attempts[0].id, attempt);
  EXPECT_EQ(attempts[0].scenario, "a-scenario");
  EXPECT_EQ(attempts[0].seed, 0xFEDCBA9876543210U) << "all 64 bits";
  EXPECT_EQ(attempts[0].decisions, 2U);
  EXPECT_EQ(attempts[0].started_at, 1000);
  EXPECT_EQ(attempts[0].last_at, 2001);
  EXPECT_EQ(attempts[0].finished, (Finished{"still-here", "ready to discuss", 5000}));
  const std::vector<StoredDecision> expected = {{0, "node-0", "choice-0", 2000},
                                                {1, "node-1", "choice-1", 2001}};
  EXPECT_EQ(store.decisions(attempt).value(), expected);
  const Finish finish = store.finish(attempt).value().value();
  EXPECT_EQ(finish.ledgers, good_finish().ledgers);
  EXPECT_EQ(finish.criticals, good_finish().criticals);
  EXPECT_EQ(finish.omissions, good_finish().omissions);
  EXPECT_EQ(store.save_text(attempt).value(), "save 2");
}

TEST_F(StoreTest, OffersTheNewestUnfinishedPlayToGoOnWith) {
  Store store = open();
  EXPECT_FALSE(store.resumable("a-scenario").value());
  const AttemptId left = store.start_attempt(new_attempt()).value();
  EXPECT_EQ(store.resumable("a-scenario").value()->id, left);
  EXPECT_FALSE(store.resumable("another").value());
  const AttemptId again = store.start_attempt(new_attempt()).value();
  EXPECT_EQ(store.resumable("a-scenario").value()->id, again);
  ASSERT_TRUE(store.finish_attempt(again, good_finish()));
  EXPECT_FALSE(store.resumable("a-scenario").value()) << "the newest is finished: the older was left behind";
}

TEST_F(StoreTest, NeverOffersAPracticeBranchAsThePlay) {
  Store store = open();
  const AttemptId first = store.start_attempt(new_attempt()).value();
  ASSERT_TRUE(store.record_decision(first, decision(0)));
  ASSERT_TRUE(store.finish_attempt(first, good_finish()));
  ASSERT_TRUE(store.start_attempt(new_attempt(Origin{Origin::Relation::practice, first, 0})));
  EXPECT_FALSE(store.resumable("a-scenario").value());
}

TEST_F(StoreTest, TheFirstPlayStaysTheFirst) {
  Store store = open();
  EXPECT_FALSE(store.first_play("a-scenario").value());
  const AttemptId first = store.start_attempt(new_attempt()).value();
  ASSERT_TRUE(store.record_decision(first, decision(0)));
  const AttemptId branch =
      store.start_attempt(new_attempt(Origin{Origin::Relation::practice, first, 1})).value();
  ASSERT_TRUE(store.record_decision(branch, decision(1)));
  Finish early = good_finish();
  early.at = 3000;
  ASSERT_TRUE(store.finish_attempt(branch, early));
  EXPECT_FALSE(store.first_play("a-scenario").value()) << "practice is not a play";
  ASSERT_TRUE(store.finish_attempt(first, good_finish()));
  const AttemptId second = store.start_attempt(new_attempt()).value();
  ASSERT_TRUE(store.finish_attempt(second, good_finish()));
  EXPECT_EQ(store.first_play("a-scenario").value()->id, first);
}

TEST_F(StoreTest, ABranchGoesOnWhereItLeft) {
  Store store = open();
  const AttemptId first = store.start_attempt(new_attempt()).value();
  for (std::uint32_t position = 0; position < 3; ++position) {
    ASSERT_TRUE(store.record_decision(first, decision(position)));
  }
  const Origin origin{Origin::Relation::practice, first, 2};
  const AttemptId branch = store.start_attempt(new_attempt(origin)).value();
  EXPECT_FALSE(store.record_decision(branch, decision(0))) << "the kept decisions are the first play's";
  ASSERT_TRUE(store.record_decision(branch, decision(2)));
  const auto attempts = store.attempts("a-scenario").value();
  ASSERT_EQ(attempts.size(), 2U);
  EXPECT_EQ(attempts[1].origin, origin);
  EXPECT_TRUE(attempts[1].is_practice());
  EXPECT_EQ(attempts[1].decisions, 3U);
  EXPECT_EQ(store.decisions(first).value().size(), 3U) << "the first play is untouched";
}

TEST_F(StoreTest, RefusesABranchOfWhatWasNeverRecorded) {
  Store store = open();
  EXPECT_FALSE(store.start_attempt(new_attempt(Origin{Origin::Relation::practice, AttemptId{77}, 0})));
  const AttemptId first = store.start_attempt(new_attempt()).value();
  EXPECT_FALSE(store.start_attempt(new_attempt(Origin{Origin::Relation::practice, first, 1})));
}

TEST_F(StoreTest, RemembersWhichMomentsWerePractisedAgain) {
  Store store = open();
  const AttemptId first = store.start_attempt(new_attempt()).value();
  ASSERT_TRUE(store.record_decision(first, decision(0)));
  ASSERT_TRUE(store.record_decision(first, decision(1)));
  const Origin origin{Origin::Relation::practice, first, 1};
  const AttemptId opened_only = store.start_attempt(new_attempt(origin)).value();
  EXPECT_TRUE(store.practised_moments(first).value().empty()) << "nothing was answered yet";
  DecisionRecord record = decision(1);
  record.at = 7000;
  ASSERT_TRUE(store.record_decision(opened_only, record));
  const AttemptId later = store.start_attempt(new_attempt(origin)).value();
  record.at = 9000;
  ASSERT_TRUE(store.record_decision(later, record));
  EXPECT_EQ(store.practised_moments(first).value(), (std::vector<PractisedMoment>{{1, 9000}}));
}

TEST_F(StoreTest, AnAnswerIsRecordedOnceAndInOrder) {
  Store store = open();
  const AttemptId attempt = store.start_attempt(new_attempt()).value();
  EXPECT_FALSE(store.record_decision(attempt, decision(1)));
  ASSERT_TRUE(store.record_decision(attempt, decision(0)));
  const Outcome twice = store.record_decision(attempt, decision(0));
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().message,
            "This conversation went on in another window; leave here and open it again.");
  EXPECT_EQ(store.save_text(attempt).value(), "save 1");
  EXPECT_FALSE(store.record_decision(AttemptId{99}, decision(0)));
}

TEST_F(StoreTest, AFinishedPlayIsClosedForEver) {
  Store store = open();
  const AttemptId attempt = store.start_attempt(new_attempt()).value();
  ASSERT_TRUE(store.record_decision(attempt, decision(0)));
  ASSERT_TRUE(store.finish_attempt(attempt, good_finish()));
  Finish other = good_finish();
  other.status = "practise again";
  EXPECT_FALSE(store.finish_attempt(attempt, other));
  EXPECT_FALSE(store.record_decision(attempt, decision(1)));
  EXPECT_EQ(store.finish(attempt).value()->status, "ready to discuss");
  EXPECT_FALSE(store.finish_attempt(AttemptId{99}, good_finish()));
}

// Whoever writes SQL by hand meets the same walls: each of these would change history.
TEST_F(StoreTest, TriggersRefuseToRewriteHistory) {
  Store store = open();
  const AttemptId finished = store.start_attempt(new_attempt()).value();
  ASSERT_TRUE(store.record_decision(finished, decision(0)));
  ASSERT_TRUE(store.record_decision(finished, decision(1)));
  ASSERT_TRUE(store.finish_attempt(finished, good_finish()));
  ASSERT_TRUE(store.start_attempt(new_attempt()));
  SQLite::Database raw(database().string(), SQLite::OPEN_READWRITE);
  raw.exec("PRAGMA foreign_keys = OFF");
  for (const char* statement : {
           "UPDATE decision SET choice = 'better'",
           "DELETE FROM decision",
           "INSERT OR REPLACE INTO decision VALUES (1, 0, 'n', 'better', 1)",
           "INSERT INTO decision VALUES (1, 2, 'n', 'one-more', 1)",
           "UPDATE attempt SET status = 'needs debrief' WHERE id = 1",
           "UPDATE attempt SET save = 'x' WHERE id = 1",
           "UPDATE attempt SET content_hash = 'x' WHERE id = 2",
           "UPDATE attempt SET origin = 1, relation = 'practice' WHERE id = 2",
           "DELETE FROM attempt WHERE id = 2",
           "INSERT OR REPLACE INTO attempt (id, scenario, content_hash, seed, mode, started_at, save) "
           "VALUES (1, 's', 'h', 1, 'coach', 1, 's')",
           "UPDATE ledger SET gained = 99",
           "DELETE FROM ledger",
           "INSERT OR REPLACE INTO ledger VALUES (1, 0, 'D1', 9, 0, 9, 1, 1, 'strong', 0)",
           "DELETE FROM critical",
           "UPDATE critical SET code = 'C2'",
           "INSERT OR REPLACE INTO critical VALUES (1, 1, 'C9')",
           "DELETE FROM omission",
           "UPDATE omission SET id = 'x'",
       }) {
    EXPECT_THROW(raw.exec(statement), SQLite::Exception) << statement;
  }
  EXPECT_EQ(store.decisions(finished).value()[0].choice, "choice-0");
  EXPECT_EQ(store.finish(finished).value()->ledgers, good_finish().ledgers);
}

TEST_F(StoreTest, NotesAreTheLearnersOwn) {
  Store store = open();
  const AttemptId attempt = store.start_attempt(new_attempt()).value();
  EXPECT_FALSE(store.note(attempt).value());
  const DebriefNote note{"the pause",
                         "ask first",
                         "If she goes quiet",
                         "I wait",
                         "a walk",
                         "next week",
                         true,
                         "One safety error; debrief is due."};
  ASSERT_TRUE(store.save_note(attempt, note, 6000));
  EXPECT_EQ(store.note(attempt).value(), note);
  DebriefNote other;
  other.keep = "another";
  ASSERT_TRUE(store.save_note(attempt, other, 6001));
  EXPECT_EQ(store.note(attempt).value(), other);
  ASSERT_TRUE(store.save_note(attempt, {}, 6002));
  EXPECT_FALSE(store.note(attempt).value());
  EXPECT_FALSE(store.save_note(AttemptId{99}, note, 1));
}

TEST_F(StoreTest, TheAliasIsOptional) {
  Store store = open();
  EXPECT_EQ(store.learner_alias().value(), "");
  ASSERT_TRUE(store.set_learner_alias("R'o\"bin; DROP TABLE attempt"));
  EXPECT_EQ(open().learner_alias().value(), "R'o\"bin; DROP TABLE attempt");
}

TEST_F(StoreTest, EveryFileIsTheOwnersOnly) {
  const mode_t old = ::umask(0);
  Store store = open();
  ASSERT_TRUE(store.start_attempt(new_attempt()));
  ::umask(old);
  EXPECT_EQ(permissions_of(folder()), 0700U);
  for (const char* suffix : {"", "-wal", "-shm"}) {
    EXPECT_EQ(permissions_of(database().string() + suffix), 0600U) << suffix;
  }
}

TEST_F(StoreTest, TightensAFileThatOthersCouldRead) {
  { const Store store = open(); }
  fs::permissions(database(), fs::perms::all);
  const Store store = open();
  EXPECT_EQ(permissions_of(database()), 0600U);
}

TEST_F(StoreTest, WritesReachTheDiskBeforeItAnswers) {
  Store store = open();
  SQLite::Database raw(database().string(), SQLite::OPEN_READWRITE);
  EXPECT_EQ(raw.execAndGet("PRAGMA journal_mode").getString(), "wal");
  const AttemptId attempt = store.start_attempt(new_attempt()).value();
  ASSERT_TRUE(store.record_decision(attempt, decision(0)));
  EXPECT_EQ(raw.execAndGet("SELECT count(*) FROM decision").getInt(), 1)
      << "another connection sees it at once";
}

TEST_F(StoreTest, DeleteRemovesEveryRowAndEveryFile) {
  Store store = open();
  ASSERT_TRUE(store.set_learner_alias("Robin of the secret alias"));
  const AttemptId attempt = store.start_attempt(new_attempt()).value();
  ASSERT_TRUE(store.record_decision(attempt, decision(0)));
  ASSERT_TRUE(store.finish_attempt(attempt, good_finish()));
  DebriefNote note;
  note.keep = "something private";
  ASSERT_TRUE(store.save_note(attempt, note, 1));
  fs::create_hard_link(database(), folder().parent_path() / "still-linked");
  ASSERT_TRUE(store.delete_everything());
  EXPECT_FALSE(fs::exists(folder())) << "no file is left, and the empty folder is gone too";

  // A second name of the same file shows that the rows themselves are gone and overwritten.
  std::ifstream stream(folder().parent_path() / "still-linked", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  ASSERT_FALSE(bytes.empty());
  for (const char* trace : {"secret alias", "something private", "choice-0", "still-here", "save 1"}) {
    EXPECT_EQ(bytes.find(trace), std::string::npos) << trace;
  }

  EXPECT_EQ(message_of(store.attempts()), "The record was deleted on request; open it again to record.");
  EXPECT_FALSE(store.start_attempt(new_attempt()));
  EXPECT_FALSE(store.delete_everything());
  EXPECT_TRUE(open().attempts().value().empty());
}

TEST_F(StoreTest, DeleteLeavesFilesThatAreNotOurs) {
  Store store = open();
  std::ofstream(folder() / "letter.txt") << "mine";
  ASSERT_TRUE(store.delete_everything());
  EXPECT_TRUE(fs::exists(folder() / "letter.txt"));
  EXPECT_FALSE(fs::exists(database()));
}

TEST_F(StoreTest, DeleteRefusesWhileAnotherWindowIsOpen) {
  Result<Store> impatient = Store::open(folder(), {std::chrono::milliseconds(10)});
  ASSERT_TRUE(impatient);
  ASSERT_TRUE(impatient.value().start_attempt(new_attempt()));
  {
    const Store other = open();
    ASSERT_TRUE(other.attempts());
    const Outcome refused = impatient.value().delete_everything();
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("Another Steadfast window"), std::string::npos)
        << refused.error().message;
    EXPECT_EQ(other.attempts().value().size(), 1U);
  }
  EXPECT_TRUE(impatient.value().record_decision(AttemptId{1}, decision(0))) << "it goes on working";
  EXPECT_TRUE(impatient.value().delete_everything());
}

TEST_F(StoreTest, LookingBackWaitsUntilItWasGoneThroughOnce) {
  Store store = open();
  EXPECT_FALSE(store.awaiting_look_back("a-scenario").value());
  const AttemptId attempt = store.start_attempt(new_attempt()).value();
  EXPECT_FALSE(store.awaiting_look_back("a-scenario").value()) << "it is not finished yet";
  ASSERT_TRUE(store.finish_attempt(attempt, good_finish()));
  EXPECT_EQ(store.awaiting_look_back("a-scenario").value()->id, attempt);
  EXPECT_FALSE(store.awaiting_look_back("a-scenario").value()->looking_back);
  ASSERT_TRUE(store.save_looking_back(attempt, {3, false}, 6000));
  EXPECT_EQ(store.awaiting_look_back("a-scenario").value()->looking_back, (LookingBack{3, false}));
  ASSERT_TRUE(store.save_looking_back(attempt, {5, true}, 7000));
  EXPECT_FALSE(store.awaiting_look_back("a-scenario").value());
  ASSERT_TRUE(store.save_looking_back(attempt, {2, false}, 8000));
  EXPECT_FALSE(store.awaiting_look_back("a-scenario").value()) << "what was gone through stays so";
  EXPECT_FALSE(store.save_looking_back(attempt, {6, false}, 9000)) << "there are five steps";
}

}  // namespace
}  // namespace steadfast
