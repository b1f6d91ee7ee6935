#include "cli/command_line.h"

#include "cli/cli_fixture.h"

namespace steadfast {
namespace {

TEST_F(CliTest, WithoutASubcommandTheWindowIsAskedFor) {
  EXPECT_TRUE(std::holds_alternative<WindowRequest>(run({}).result));
}

TEST_F(CliTest, ScreenshotsAreAskedFor) {
  const Answer answer = run({"screenshot", "library", "pause", "--out", "shots", "--size", "640x480"});
  const auto& request = std::get<ScreenshotRequest>(answer.result);
  EXPECT_EQ(request.screens, (std::vector<std::string>{"library", "pause"}));
  EXPECT_EQ(request.out, "shots");
  EXPECT_EQ(request.width, 640);
  EXPECT_EQ(request.height, 480);
  EXPECT_EQ(std::get<ScreenshotRequest>(run({"screenshot", "--out", "x"}).result).width, 1280);
}

TEST_F(CliTest, VersionAndHelpGoToStandardOutput) {
  const Answer version = run({"--version"});
  EXPECT_EQ(version.out, "Steadfast 1.2.3\n");
  EXPECT_EQ(version.code(), 0);
  const Answer help = run({"--help"});
  EXPECT_EQ(help.code(), 0);
  for (const char* command : {"play", "check", "analyze", "screenshot"}) EXPECT_TRUE(has(help.out, command));
  EXPECT_TRUE(has(run({"play", "--help"}).out, "--choose"));
}

// One clear sentence on standard error, nothing on standard output, exit code 2.
TEST_F(CliTest, WrongUsageIsOneSentence) {
  const std::vector<std::vector<std::string>> wrong = {
      {"frobnicate"},
      {"play"},
      {"check"},
      {"analyze"},
      {"play", "a", "b"},
      {"play", small(), "--seed", "many"},
      {"play", small(), "--seed", "-1"},
      {"play", small(), "--colour"},
      {"screenshot", "library"},
      {"screenshot", "--out", "x", "--size", "big"},
      {"screenshot", "--out", "x", "--size", "1280x"},
      {"screenshot", "--out", "x", "--size", "1x1"},
      {"check", small(), "--json"},
  };
  for (const std::vector<std::string>& arguments : wrong) {
    const Answer answer = run(arguments);
    EXPECT_EQ(answer.code(), 2) << answer.err;
    EXPECT_EQ(answer.out, "");
    EXPECT_TRUE(has(answer.err, "`steadfast --help` shows what is possible.\n")) << answer.err;
    EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 1) << answer.err;
  }
}

TEST_F(CliTest, WithoutItsSharedFilesItSaysWhatIsMissing) {
  Surroundings bare = surroundings();
  bare.share_folder.reset();
  for (const char* command : {"play", "check", "analyze"}) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const std::vector<std::string> arguments = {command, small()};
    const CommandLineResult result = run_command_line(arguments, {in, out, err}, bare);
    EXPECT_EQ(std::get<ExitCode>(result).value, 1);
    EXPECT_TRUE(has(err.str(), "STEADFAST_SHARE")) << err.str();
  }
}

}  // namespace
}  // namespace steadfast
