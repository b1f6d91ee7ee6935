#include "cli/analyze_command.h"

#include <nlohmann/json.hpp>

#include "cli/cli_fixture.h"

namespace steadfast {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) ADD_FAILURE() << "the scenario holds no " << from;
  return text.replace(at, from.size(), to);
}

TEST_F(CliTest, AnalyzeSumsUpBeforeItGoesIntoDetail) {
  const Answer answer = run({"analyze", small()});
  const std::string& out = answer.out;
  EXPECT_EQ(out.find("A small talk\nExact: 2 states, 4 plays. Every way through was followed"), 0U) << out;
  EXPECT_TRUE(has(out, "Reached: 2 of 2 nodes, 1 of 1 endings; choices never open: 0.")) << out;
  EXPECT_TRUE(has(out, "Draft: not yet reviewed")) << out;
  EXPECT_TRUE(has(out, "\nVerdict: not yet fair. Mend the 4 errors below first.\n\n")) << out;
  EXPECT_TRUE(has(out, "  D1 Consistent presence     -3     3          0      -3 to 1          2\n")) << out;
  EXPECT_TRUE(has(out, "Chance level: 50 of 100.")) << out;
  EXPECT_TRUE(has(out, "Of 100 random plays 25.0 are ready to discuss, 25.0 practise again, 50.0 need a"))
      << out;
  EXPECT_TRUE(has(out, "  bye: warm,thursday\n")) << out;
  std::size_t before = 0;
  for (const char* part : {"Findings: ", "error[SCN110]", "\nSkills, ", "\nBots\n", "\nDecisions",
                           "\nNodes, ", "\nShortest ways "}) {
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
  EXPECT_TRUE(has(answer.out, "  first      the first in the file   yes     ready to discuss")) << answer.out;
  EXPECT_TRUE(has(answer.out, "small.yaml:")) << answer.out;
}

TEST_F(CliTest, AnalyzeEndsItsSummaryWithAVerdict) {
  const auto verdict_on = [this](const std::string& file) {
    const std::string data = std::string(STEADFAST_SOURCE_DIR) + "/tests/data/analysis/";
    const std::string out = run({"analyze", data + file}).out;
    const std::size_t at = out.find("\nVerdict: ");
    EXPECT_NE(at, std::string::npos) << out;
    return out.substr(at + 1, out.find('\n', at + 1) - at - 1);
  };
  EXPECT_EQ(verdict_on("fair.yaml"), "Verdict: fair, as far as a program can tell.");
  EXPECT_EQ(verdict_on("endless.yaml"), "Verdict: not yet fair. Mend the error below first.");
  EXPECT_EQ(verdict_on("minutes-far-off.yaml"),
            "Verdict: fair, as far as a program can tell; 1 warning below is worth a look.");
}

// A table of one row that repeats the summary, or of cells that are all alike, is left out.
TEST_F(CliTest, AnalyzeLeavesOutTablesThatSayNothing) {
  const std::string one = run({"analyze", small()}).out;
  for (const char* table : {"\nEndings, ", "\nWhat longer and shorter", "arrivals", "open in"}) {
    EXPECT_FALSE(has(one, table)) << table << "\n" << one;
  }
  std::string two_endings = replaced(std::string(kSmallScenario), "end: bye", "end: late");
  two_endings +=
      "  - id: late\n    title: Late\n    what_happened: She left late.\n    reflection: What was late?\n";
  two_endings =
      replaced(two_endings, "        next: second\n  - id: second", "        end: bye\n  - id: second");
  write("small.yaml", two_endings);
  const std::string two = run({"analyze", small()}).out;
  EXPECT_TRUE(has(two, "\nEndings, ")) << two;
  EXPECT_TRUE(has(two, "\nWhat longer and shorter")) << two;
}

// Each table says in a sentence what it is, between its title and its columns.
TEST_F(CliTest, AnalyzeSaysWhatEachTableIs) {
  const std::string out = run({"analyze", small()}).out;
  for (const char* part :
       {"points over all plays\nA rating of 4 gains 2 points", "\nBots\nEach answers by one rule",
        "which is the best\nThe best answer is the one", "all together\nA node is a moment of the file.",
        "in 100 random plays\nAfter how many answers"}) {
    EXPECT_TRUE(has(out, part)) << part << "\n" << out;
  }
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
