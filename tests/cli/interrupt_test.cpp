// Ctrl-C on the real program, in the middle of an analysis that would not end for days.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <regex>

#include <nlohmann/json.hpp>

#include "cli/cli_fixture.h"
#include "platform/interrupt.h"
#include "support/wide_scenario.h"

namespace steadfast {
namespace {

class Interrupted : public CliTest {
 protected:
  Interrupted() { write("wide.yaml", test::wide_scenario(60)); }

  // Starts it, waits until it tells how far it is, and presses Ctrl-C. Returns what it ended with.
  int analyze(const std::vector<std::string>& more) {
    std::array<int, 2> errors{};
    EXPECT_EQ(::pipe(errors.data()), 0);
    const std::string file = path("wide.yaml").string();
    std::vector<std::string> command = {"steadfast", "analyze", file, "--budget", "1000M"};
    command.insert(command.end(), more.begin(), more.end());
    const pid_t process = ::fork();
    if (process == 0) {
      ::signal(SIGINT, SIG_DFL);  // whoever runs the tests may have it ignored
      ::dup2(errors[1], STDERR_FILENO);
      for (const int end : errors) ::close(end);
      if (std::freopen(path("out").c_str(), "w", stdout) == nullptr) ::_exit(98);
      ::setenv("STEADFAST_HOME", data().c_str(), 1);
      std::vector<char*> arguments;
      for (std::string& part : command) arguments.push_back(part.data());
      arguments.push_back(nullptr);
      ::execv(STEADFAST_PROGRAM, arguments.data());
      ::_exit(99);
    }
    ::close(errors[1]);
    char letter = 0;
    while (!has(heard_, "exploring states: ") && ::read(errors[0], &letter, 1) == 1) heard_ += letter;
    ::kill(process, SIGINT);
    while (::read(errors[0], &letter, 1) == 1) heard_ += letter;
    ::close(errors[0]);
    int status = 0;
    EXPECT_EQ(::waitpid(process, &status, 0), process);
    EXPECT_TRUE(WIFEXITED(status)) << heard_;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string out() const {
    std::ifstream file(path("out"));
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::string heard_;
};

TEST_F(Interrupted, ItShowsWhatIsKnownAndSaysThatItWasStopped) {
  EXPECT_EQ(analyze({}), 130) << heard_;
  const std::string text = out();
  EXPECT_EQ(text.find("A wide talk\nStopped while exploring states. "), 0U) << text;
  EXPECT_TRUE(has(text, "\n  moment-0: no choice\n")) << text;
  EXPECT_TRUE(std::regex_search(text, std::regex("\n  last +not reached so far\n"))) << text;
  EXPECT_EQ(text.back(), '\n');
}

TEST_F(Interrupted, ItsJsonIsWhole) {
  EXPECT_EQ(analyze({"--json"}), 130) << heard_;
  const auto json = nlohmann::json::parse(out());
  EXPECT_EQ(json["stopped_while"], "exploring states");
  EXPECT_EQ(json["kind"], "bounded");
  EXPECT_EQ(json["nodes"].size(), 61U);
}

TEST_F(Interrupted, ItsComparisonIsToldToBeMissing) {
  EXPECT_EQ(analyze({"--diff", path("wide.yaml").string()}), 130) << heard_;
  EXPECT_TRUE(has(out(), "Stopped before the two files could be compared.\n")) << out();
}

// In a process of its own, since the second Ctrl-C ends it.
int status_after(const std::function<void()>& what) {
  const pid_t process = ::fork();
  if (process == 0) {
    ::signal(SIGINT, SIG_DFL);
    what();
    ::_exit(0);
  }
  int status = 0;
  EXPECT_EQ(::waitpid(process, &status, 0), process);
  return status;
}

TEST(Interrupt, TheFirstIsAQuestionTheSecondTheEnd) {
  const int once = status_after([] {
    const auto is_asked = listen_for_interrupt();
    if (is_asked()) ::_exit(1);
    ::raise(SIGINT);
    ::_exit(is_asked() ? 42 : 2);
  });
  ASSERT_TRUE(WIFEXITED(once));
  EXPECT_EQ(WEXITSTATUS(once), 42);
  const int twice = status_after([] {
    const auto is_asked = listen_for_interrupt();
    ::raise(SIGINT);
    ::raise(SIGINT);
  });
  ASSERT_TRUE(WIFSIGNALED(twice));
  EXPECT_EQ(WTERMSIG(twice), SIGINT);
}

TEST(Interrupt, IsAsBeforeWhenNobodyListensAnyMore) {
  const int after = status_after([] {
    listen_for_interrupt();
    ::raise(SIGINT);
  });
  ASSERT_TRUE(WIFSIGNALED(after));
  EXPECT_EQ(WTERMSIG(after), SIGINT);
}

TEST(Interrupt, StaysIgnoredWhereItIsIgnored) {
  const int ignored = status_after([] {
    ::signal(SIGINT, SIG_IGN);
    const auto is_asked = listen_for_interrupt();
    ::raise(SIGINT);
    ::raise(SIGINT);
    ::_exit(is_asked() ? 1 : 42);
  });
  ASSERT_TRUE(WIFEXITED(ignored));
  EXPECT_EQ(WEXITSTATUS(ignored), 42);
}

}  // namespace
}  // namespace steadfast
