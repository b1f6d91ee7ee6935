// What goes wrong on real computers: crashes, full and read-only disks, two windows. The dangerous part
// of each test runs in a child process.

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <random>

#include "store/store_fixture.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

struct Child {
  pid_t process = -1;
  int output = -1;
};

// `work` gets the descriptor to write to; the child ends with its answer.
Child start(const std::function<int(int)>& work) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return {};
  const pid_t process = ::fork();
  if (process == 0) {
    ::close(ends[0]);
    ::_exit(work(ends[1]));
  }
  ::close(ends[1]);
  return {process, ends[0]};
}

struct Ended {
  int code = -1;
  std::string said;
};

Ended wait_for(const Child& child) {
  Ended ended;
  char letter = 0;
  while (::read(child.output, &letter, 1) == 1) ended.said += letter;
  ::close(child.output);
  int status = 0;
  ::waitpid(child.process, &status, 0);
  if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
  return ended;
}

bool say(int output, const std::string& text) {
  return ::write(output, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

// Plays on and on and says one letter for each decision the store reported as recorded.
int record_for_ever(const fs::path& folder, int output) {
  Result<Store> store = Store::open(folder);
  if (!store) return 1;
  for (;;) {
    const Result<AttemptId> attempt = store.value().start_attempt(new_attempt());
    if (!attempt) return 2;
    for (std::uint32_t position = 0; position < 7; ++position) {
      if (!store.value().record_decision(attempt.value(), decision(position))) return 3;
      if (!say(output, "d")) return 4;
    }
    if (!store.value().finish_attempt(attempt.value(), good_finish())) return 5;
  }
}

TEST_F(StoreTest, KillLosesNothingThatWasAnswered) {
  std::mt19937 random(20251123);
  long answered = 0;
  for (int round = 0; round < 50; ++round) {
    const Child child = start([this](int output) { return record_for_ever(folder(), output); });
    ASSERT_GT(child.process, 0);
    char letter = 0;
    const unsigned long wanted = random() % 12;
    for (unsigned long heard = 0; heard < wanted; ++heard) {
      ASSERT_EQ(::read(child.output, &letter, 1), 1) << "the child stopped by itself in round " << round;
      ++answered;
    }
    // The child writes on meanwhile, so the kill hits it anywhere; with 0 even while it opens.
    volatile unsigned long spin = random() % 400000;
    while (spin > 0) spin = spin - 1;
    ::kill(child.process, SIGKILL);
    answered += static_cast<long>(wait_for(child).said.size());

    const Store store = open();
    SQLite::Database raw(database().string(), SQLite::OPEN_READWRITE);
    ASSERT_EQ(raw.execAndGet("PRAGMA integrity_check").getString(), "ok");
    ASSERT_EQ(raw.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt(), 0);
    long stored = 0;
    for (const AttemptSummary& attempt : store.attempts().value()) {
      stored += attempt.decisions;
      ASSERT_EQ(store.decisions(attempt.id).value().size(), attempt.decisions);
      ASSERT_EQ(store.save_text(attempt.id).value(), "save " + std::to_string(attempt.decisions))
          << "the save is that of the last decision";
    }
    // One decision may be on the disk whose letter the kill cut off; never the other way round.
    ASSERT_GE(stored, answered) << "round " << round;
    ASSERT_LE(stored, answered + 1) << "round " << round;
    answered = stored;
  }
  EXPECT_GT(answered, 50) << "the children must really have recorded";
}

// As somebody who may not write there. Root may write anywhere, so the child stops being root.
Ended as_ordinary_person(const std::function<int(int)>& work) {
  return wait_for(start([&work](int output) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 9;
    return work(output);
  }));
}

TEST_F(StoreTest, AFolderThatMayNotBeWrittenGetsASentence) {
  fs::create_directories(folder());
  fs::permissions(folder().parent_path(), fs::perms(0755));
  fs::permissions(folder(), fs::perms(0555));
  const Ended ended = as_ordinary_person([this](int output) {
    const Result<Store> store = Store::open(folder());
    return say(output, message_of(store)) && !store ? 0 : 1;
  });
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.said.find("its folder does not allow it"), std::string::npos) << ended.said;
}

TEST_F(StoreTest, AFolderThatCannotBeMadeGetsASentence) {
  fs::permissions(folder().parent_path(), fs::perms(0555));
  const Ended ended = as_ordinary_person([this](int output) {
    const Result<Store> store = Store::open(folder() / "deeper");
    return say(output, message_of(store)) && !store ? 0 : 1;
  });
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.said.find("Cannot make the folder"), std::string::npos) << ended.said;
}

TEST_F(StoreTest, ARecordThatMayOnlyBeReadGetsASentence) {
  { ASSERT_TRUE(open().start_attempt(new_attempt())); }
  fs::permissions(database(), fs::perms(0444));
  fs::permissions(folder(), fs::perms(0555));
  fs::permissions(folder().parent_path(), fs::perms(0755));
  const Ended ended = as_ordinary_person([this](int output) {
    const Result<Store> store = Store::open(folder());
    return say(output, message_of(store)) && !store ? 0 : 1;
  });
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.said.find("do not allow it"), std::string::npos) << ended.said;
}

TEST_F(StoreTest, AFileInTheWayOfTheFolderGetsASentence) {
  const fs::path in_the_way = folder().parent_path() / "file";
  ASSERT_GE(::open(in_the_way.c_str(), O_CREAT | O_WRONLY, 0600), 0);
  const std::string message = message_of(Store::open(in_the_way / "data"));
  EXPECT_NE(message.find("a part of its path is a file"), std::string::npos) << message;
}

// A limit on file size stands for the full disk: the same refusal at an arbitrary write.
TEST_F(StoreTest, AFullDiskGetsASentenceAndKeepsWhatWasRecorded) {
  { const Store store = open(); }
  const Ended ended = wait_for(start([this](int output) {
    Result<Store> store = Store::open(folder());
    if (!store) return 1;
    const AttemptId attempt = store.value().start_attempt(new_attempt()).value();
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{300000, 300000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    for (std::uint32_t position = 0; position < 100000; ++position) {
      const Outcome outcome = store.value().record_decision(attempt, decision(position));
      if (outcome) {
        if (!say(output, "d")) return 3;
        continue;
      }
      return say(output, outcome.error().message) ? 0 : 4;
    }
    return 5;
  }));
  EXPECT_EQ(ended.code, 0);
  const std::size_t recorded = ended.said.find_first_not_of('d');
  ASSERT_NE(recorded, std::string::npos);
  EXPECT_EQ(ended.said.substr(recorded).find("The disk "), 0U) << ended.said.substr(recorded);
  EXPECT_EQ(open().decisions(AttemptId{1}).value().size(), recorded);
}

TEST_F(StoreTest, AnotherWindowThatWritesIsNamed) {
  Result<Store> store = Store::open(folder(), {std::chrono::milliseconds(10)});
  ASSERT_TRUE(store);
  SQLite::Database other(database().string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  EXPECT_EQ(message_of(store.value().start_attempt(new_attempt())),
            "Another Steadfast window is using the record. Close it, or try again in a moment.");
  EXPECT_TRUE(store.value().attempts()) << "reading goes on";
  other.exec("ROLLBACK");
  EXPECT_TRUE(store.value().start_attempt(new_attempt()));
}

TEST_F(StoreTest, TwoWindowsMayOpenAtTheSameMoment) {
  for (int round = 0; round < 10; ++round) {
    const TemporaryFolder fresh;
    const auto open_and_record = [&fresh](int output) {
      Result<Store> store = Store::open(fresh.path() / "data");
      const std::string problem =
          store ? message_of(store.value().start_attempt(new_attempt())) : message_of(store);
      return say(output, problem) && problem.empty() ? 0 : 1;
    };
    const Child one = start(open_and_record);
    const Child two = start(open_and_record);
    const Ended first = wait_for(one);
    const Ended second = wait_for(two);
    EXPECT_EQ(first.code, 0) << first.said;
    EXPECT_EQ(second.code, 0) << second.said;
    EXPECT_EQ(Store::open(fresh.path() / "data").value().attempts().value().size(), 2U);
  }
}

// Two windows in the same conversation: the second learns of it instead of forking the record.
TEST_F(StoreTest, TheSameConversationInTwoWindowsIsNoticed) {
  Store here = open();
  Store there = open();
  const AttemptId attempt = here.start_attempt(new_attempt()).value();
  ASSERT_TRUE(here.record_decision(attempt, decision(0)));
  ASSERT_TRUE(there.record_decision(attempt, decision(1)));
  EXPECT_EQ(message_of(here.record_decision(attempt, decision(1))),
            "This conversation went on in another window; leave here and open it again.");
}

}  // namespace
}  // namespace steadfast
