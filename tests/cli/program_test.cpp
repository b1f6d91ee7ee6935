// The real program: pipes, exit codes, and the kill that loses nothing.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "cli/cli_fixture.h"

namespace steadfast {
namespace {

class Program : public CliTest {
 protected:
  // Runs the program with `input` on a pipe; what it says is in `out` and `err` afterwards.
  int program(const std::string& arguments, const std::string& input = {}) const {
    write("input", input);
    const std::string command = "cat '" + path("input").string() + "' | STEADFAST_HOME='" + data().string() +
                                "' '" + STEADFAST_PROGRAM + "' " + arguments + " > '" + path("out").string() +
                                "' 2> '" + path("err").string() + "'";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string said(const std::string& stream) const {
    std::ifstream file(path(stream));
    return {std::istreambuf_iterator<char>(file), {}};
  }
};

TEST_F(Program, ExitCodesAreZeroOneAndTwo) {
  EXPECT_EQ(program("--version"), 0);
  EXPECT_EQ(said("out").find("Steadfast "), 0U);
  EXPECT_EQ(program("check " + small()), 0) << said("out") << said("err");
  EXPECT_EQ(program("check"), 2);
  EXPECT_EQ(program("play " + small() + " --choose warm,nothing"), 1);
  EXPECT_EQ(said("err"),
            "`nothing` is not offered at `second`, after 1 answer; on offer: `thursday`, `maybe`.\n");
}

TEST_F(Program, JsonIsAloneOnStandardOutput) {
  ASSERT_EQ(program("play " + small() + " --choose warm,thursday --json"), 0) << said("err");
  EXPECT_EQ(nlohmann::json::parse(said("out"))["status"], "ready to discuss");
}

TEST_F(Program, SchemasAreWrittenAsTheyAreShipped) {
  const auto shipped = [](const std::string& form) {
    std::ifstream file(std::string(STEADFAST_SHARE_DIR) + "/assets/schema/" + form + ".schema.json");
    return std::string{std::istreambuf_iterator<char>(file), {}};
  };
  ASSERT_EQ(program("schema"), 0) << said("err");
  EXPECT_EQ(said("out"), shipped("scenario"));
  ASSERT_EQ(program("schema policy"), 0) << said("err");
  EXPECT_EQ(said("out"), shipped("policy"));
  EXPECT_EQ(nlohmann::json::parse(said("out"))["$schema"], "http://json-schema.org/draft-07/schema#");
  EXPECT_EQ(program("schema poem"), 2);
  EXPECT_TRUE(has(said("err"), "poem")) << said("err");
  EXPECT_TRUE(has(said("err"), "mentee-model")) << "what there is instead";
}

TEST_F(Program, APipeThatEndsKeepsThePlace) {
  EXPECT_EQ(program("play " + small(), "\n1\n"), 0) << said("err");
  EXPECT_TRUE(has(said("out"), "Your place is kept.")) << said("out");
  EXPECT_EQ(program("play " + small(), "\n1\n"), 0);
  EXPECT_TRUE(has(said("out"), "after 1 answer")) << said("out");
  EXPECT_TRUE(store().attempts().value()[0].finished);
}

// Plays with real keys on a pipe, is killed as soon as her reply is heard, and goes on where it was.
TEST_F(Program, KilledWhileTalkingItGoesOnAtTheSameNode) {
  for (int round = 0; round < 5; ++round) {
    const std::filesystem::path home = path("home" + std::to_string(round));
    std::array<int, 2> keys{};
    std::array<int, 2> words{};
    ASSERT_EQ(::pipe(keys.data()), 0);
    ASSERT_EQ(::pipe(words.data()), 0);
    const pid_t process = ::fork();
    ASSERT_GE(process, 0);
    if (process == 0) {
      ::dup2(keys[0], STDIN_FILENO);
      ::dup2(words[1], STDOUT_FILENO);
      for (const int end : {keys[0], keys[1], words[0], words[1]}) ::close(end);
      ::setenv("STEADFAST_HOME", home.c_str(), 1);
      ::execl(STEADFAST_PROGRAM, "steadfast", "play", small().c_str(), static_cast<char*>(nullptr));
      ::_exit(99);
    }
    ::close(keys[0]);
    ::close(words[1]);
    ASSERT_EQ(::write(keys[1], "\n1\n", 3), 3);
    std::string heard;
    char letter = 0;
    while (!has(heard, " reply.") && ::read(words[0], &letter, 1) == 1) heard += letter;
    ::kill(process, SIGKILL);
    ::close(keys[1]);
    ::close(words[0]);
    int status = 0;
    ::waitpid(process, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << heard;

    const Result<Store> record = Store::open(home);
    ASSERT_TRUE(record) << record.error().message;
    const auto attempts = record.value().attempts().value();
    ASSERT_EQ(attempts.size(), 1U);
    EXPECT_EQ(attempts[0].decisions, 1U) << "her reply was heard, so the answer is on the disk";
    EXPECT_FALSE(attempts[0].finished);
  }
}

}  // namespace
}  // namespace steadfast
