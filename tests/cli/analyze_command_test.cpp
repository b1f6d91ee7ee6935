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
  EXPECT_TRUE(has(out, "D1 Consistent presence: from -3 to 3, at random 0\n")) << out;
  EXPECT_TRUE(has(out, "Chance level: 50 of 100.")) << out;
  EXPECT_TRUE(has(out, "  bye: 100.0 of 100 plays at random; shortest: warm,thursday")) << out;
  EXPECT_LT(out.find("Findings: "), out.find("Ranges"));
  EXPECT_LT(out.find("Ranges"), out.find("Bots\n"));
  EXPECT_LT(out.find("Bots\n"), out.find("Endings\n"));
}

// A bot that passes is a finding: the first answers are the best here.
TEST_F(CliTest, AnalyzeExitsWithOneWhenAFindingIsAnError) {
  const Answer answer = run({"analyze", small()});
  EXPECT_EQ(answer.code(), 1) << answer.out;
  EXPECT_TRUE(has(answer.out, "first: passes, ready to discuss, 100 of 100 (warm,thursday)")) << answer.out;
  EXPECT_TRUE(has(answer.out, "small.yaml:")) << answer.out;
}

TEST_F(CliTest, AnalyzeSpeaksJsonToo) {
  const auto json = nlohmann::json::parse(run({"analyze", small(), "--json"}).out);
  EXPECT_EQ(json["version"], 1);
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
