#include "cli/analyze_command.h"

#include <nlohmann/json.hpp>

#include "cli/cli_fixture.h"

namespace steadfast {
namespace {

TEST_F(CliTest, AnalyzeSumsUpBeforeItGoesIntoDetail) {
  const Answer answer = run({"analyze", small()});
  const std::string& out = answer.out;
  EXPECT_EQ(out.find("A small talk\nExact: 2 states, 4 plays.\n"), 0U) << out;
  EXPECT_TRUE(has(out, "Reached: 2 of 2 nodes, 1 of 1 endings; choices never open: 0.")) << out;
  EXPECT_TRUE(has(out, "Draft: not yet reviewed")) << out;
  EXPECT_TRUE(has(out, "  D1 Consistent presence     -3     3          0        -3 to 1          2\n"))
      << out;
  EXPECT_TRUE(has(out, "Chance level: 50 of 100.")) << out;
  EXPECT_TRUE(has(out, "Of 100 random plays 25.0 are ready to discuss, 25.0 practise again, 50.0 need a"))
      << out;
  EXPECT_TRUE(has(out, "  bye               100.0   25.0            25.0     50.0  -3 to 3\n")) << out;
  EXPECT_TRUE(has(out, "  bye: warm,thursday\n")) << out;
  std::size_t before = 0;
  for (const char* part : {"Findings: ", "error[SCN110]", "\nSkills, ", "\nEndings, ", "\nBots\n",
                           "\nDecisions", "\nNodes, ", "\nShortest ways "}) {
    const std::size_t at = out.find(part);
    ASSERT_NE(at, std::string::npos) << part << "\n" << out;
    EXPECT_LT(before, at) << part;
    before = at;
  }
}

// A bot that passes is a finding: the first answers are the best here.
TEST_F(CliTest, AnalyzeExitsWithOneWhenAFindingIsAnError) {
  const Answer answer = run({"analyze", small()});
  EXPECT_EQ(answer.code(), 1) << answer.out;
  EXPECT_TRUE(has(answer.out, "  first      yes     ready to discuss     100\n")) << answer.out;
  EXPECT_TRUE(has(answer.out, "small.yaml:")) << answer.out;
}

TEST_F(CliTest, AnalyzeSpeaksJsonToo) {
  const auto json = nlohmann::json::parse(run({"analyze", small(), "--json"}).out);
  EXPECT_EQ(json["version"], 2);
  EXPECT_EQ(json["scenario"], "small");
  EXPECT_EQ(json["kind"], "exact");
  EXPECT_EQ(json["plays"], 4);
  EXPECT_EQ(json["dimensions"]["D1"]["L"], -6);
  EXPECT_EQ(json["dimensions"]["D1"]["U"], 6);
  EXPECT_EQ(json["composite"]["R"], 0.0);
  EXPECT_EQ(json["chance_level"], 0.5);
  EXPECT_EQ(json["bots"].size(), 7U);
  EXPECT_EQ(json["bots"][0]["passes"], true);
  EXPECT_EQ(json["endings"][0]["reachable"], true);
  EXPECT_EQ(json["nodes"][1]["shortest"], nlohmann::json::array({"warm"}));
  EXPECT_EQ(json["findings"][0]["severity"], "error");
}

TEST_F(CliTest, AnalyzeOfWhatIsBrokenOrMissing) {
  write("small.yaml", "id: small\n");
  const Answer broken = run({"analyze", small()});
  EXPECT_EQ(broken.code(), 1);
  EXPECT_TRUE(has(broken.err, "cannot be analysed until this is mended")) << broken.err;
  EXPECT_EQ(run({"analyze", path("missing.yaml").string()}).code(), 2);
}

TEST_F(CliTest, NoBotPassesWhatIsShipped) {
  const std::string file =
      std::string(STEADFAST_SOURCE_DIR) + "/scenarios/boundaries/ten-dollars-till-friday.yaml";
  const Answer answer = run({"analyze", file, "--json"});
  EXPECT_EQ(answer.code(), 0) << answer.out;
  const auto json = nlohmann::json::parse(answer.out);
  for (const auto& bot : json["bots"]) EXPECT_EQ(bot["passes"], false) << bot;
}

}  // namespace
}  // namespace steadfast
