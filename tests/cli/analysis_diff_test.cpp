// Every folder of tests/data/diff holds a scenario before and after an edit, and what is said about the edit,
// letter by letter. STEADFAST_REWRITE=1 writes what is said today; read the difference.
#include "cli/analysis_diff.h"

#include <algorithm>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "cli/cli_fixture.h"
#include "support/wide_scenario.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(STEADFAST_SOURCE_DIR) / "tests/data/diff";

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> edits() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(kData)) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

class AnalysisDiffTest : public CliTest {
 protected:
  Answer compare(const fs::path& now, const fs::path& old, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"analyze", now.string(), "--diff", old.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }
  nlohmann::json json_of(const fs::path& now, const fs::path& old, std::vector<std::string> more = {}) const {
    more.emplace_back("--json");
    const Answer answer = compare(now, old, std::move(more));
    return nlohmann::json::parse(answer.out).at("diff");
  }
  // The part about the edit, with the file named as anybody's. It comes first, and the whole report follows.
  std::string told(const fs::path& now, const fs::path& old, std::vector<std::string> more = {}) const {
    std::string out = compare(now, old, more).out;
    std::vector<std::string> alone = {"analyze", now.string()};
    alone.insert(alone.end(), more.begin(), more.end());
    const std::string report = "\n" + run(alone).out;
    if (!out.starts_with("What the edit changed since `") || !out.ends_with(report)) {
      return "no diff in front of the report in:\n" + out;
    }
    out.resize(out.size() - report.size());
    const std::size_t name = out.find(old.string());
    return out.replace(name, old.string().size(), "old.yaml");
  }
};

class Edit : public AnalysisDiffTest, public testing::WithParamInterface<fs::path> {};

TEST_P(Edit, IsToldAsExpected) {
  const fs::path expected = GetParam() / "expected.txt";
  const std::string said = told(GetParam() / "new.yaml", GetParam() / "old.yaml");
  if (std::getenv("STEADFAST_REWRITE") != nullptr) {
    std::ofstream(expected) << said;
    return;
  }
  ASSERT_TRUE(fs::exists(expected)) << "run with STEADFAST_REWRITE=1 to write " << expected;
  EXPECT_EQ(text_of(expected), said);
}

// What an edit did, taking it back undoes: the same numbers, the other way round.
TEST_P(Edit, TakenBackSaysTheOpposite) {
  write("there/new.yaml", text_of(GetParam() / "new.yaml"));
  write("back/old.yaml", text_of(GetParam() / "old.yaml"));
  if (text_of(path("back/old.yaml")).find("id: new\n") != 0) return;  // an old id has no file of its own name
  fs::copy_file(path("back/old.yaml"), path("back/new.yaml"));
  const auto forth = json_of(path("there/new.yaml"), path("back/old.yaml"));
  const auto back = json_of(path("back/new.yaml"), path("there/new.yaml"));
  for (const char* key : {"kind", "plays", "chance_level", "probability_ready", "complete"}) {
    EXPECT_EQ(forth[key]["before"], back[key]["now"]) << key;
    EXPECT_EQ(forth[key]["now"], back[key]["before"]) << key;
  }
  EXPECT_EQ(forth["changed"], back["changed"]);
  EXPECT_EQ(forth["ranges"].size(), back["ranges"].size());
  EXPECT_EQ(forth["bots"].size(), back["bots"].size());
  const auto messages = [](const nlohmann::json& list) {
    std::vector<std::string> all;
    for (const auto& finding : list) all.push_back(finding["message"]);
    std::sort(all.begin(), all.end());
    return all;
  };
  if (GetParam().filename() == "renamed") return;  // only the new file knows both names
  EXPECT_EQ(messages(forth["findings"]["new"]), messages(back["findings"]["resolved"]));
  EXPECT_EQ(messages(forth["findings"]["resolved"]), messages(back["findings"]["new"]));
}

TEST_P(Edit, OfNothingIsNothing) {
  for (const char* name : {"new.yaml", "old.yaml"}) {
    write("same/new.yaml", text_of(GetParam() / name));
    if (text_of(path("same/new.yaml")).find("id: new\n") != 0) continue;
    const std::string said = told(path("same/new.yaml"), path("same/new.yaml"));
    EXPECT_NE(said.find("othing that matters for playing"), std::string::npos) << said;
    EXPECT_EQ(json_of(path("same/new.yaml"), path("same/new.yaml"))["changed"], false);
  }
}

INSTANTIATE_TEST_SUITE_P(Diff, Edit, testing::ValuesIn(edits()),
                         [](const testing::TestParamInfo<fs::path>& folder) {
                           std::string name = folder.param.filename().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST_F(AnalysisDiffTest, HasAVersionOfItsOwnInJson) {
  const auto diff = json_of(kData / "choice-gone/new.yaml", kData / "choice-gone/old.yaml");
  EXPECT_EQ(diff["version"], 1);
  EXPECT_EQ(diff["changed"], true);
  EXPECT_EQ(diff["kind"]["now"], "exact");
  EXPECT_EQ(diff["recorded_plays"]["before"], 3);
  const auto& play = diff["recorded_plays"]["different"].at(0);
  EXPECT_EQ(play["id"], "vague");
  EXPECT_EQ(play["divergence"]["decision"], 1);
  EXPECT_EQ(play["divergence"]["choice"], "maybe");
  EXPECT_EQ(play["divergence"]["at"], "second");
  EXPECT_EQ(play["record"], "changed");
  EXPECT_EQ(play["result"]["before"]["ending"], "open");
  EXPECT_EQ(play["result"]["now"], nullptr);
  EXPECT_EQ(diff["endings"].at(0)["probability"]["before"].is_number(), true);
}

TEST_F(AnalysisDiffTest, IsAbsentWhenNobodyAsked) {
  const auto json = nlohmann::json::parse(run({"analyze", small(), "--json"}).out);
  EXPECT_FALSE(json.contains("diff"));
}

TEST_F(AnalysisDiffTest, LeavesTheExitCodeToTheFindingsOfTheNewFile) {
  const std::string same = (kData / "only-words/new.yaml").string();
  EXPECT_EQ(compare(same, same).code(), run({"analyze", same}).code());
}

TEST_F(AnalysisDiffTest, AnOldFileThatCannotBeReadIsUnusable) {
  const Answer answer = compare(small(), path("missing.yaml"));
  EXPECT_EQ(answer.code(), 2);
  EXPECT_TRUE(has(answer.err, "missing.yaml")) << answer.err;
  EXPECT_EQ(answer.out, "") << "said before anything is worked out";
}

TEST_F(AnalysisDiffTest, AnOldFileWithErrorsIsTold) {
  write("old.yaml", "id: small\n");
  const Answer answer = compare(small(), path("old.yaml"));
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.err, "old.yaml` cannot be analysed until this is mended")) << answer.err;
  EXPECT_EQ(answer.out, "");
}

TEST_F(AnalysisDiffTest, ACopyMayBeCalledAnything) {
  write("a copy from Tuesday.txt", kSmallScenario);
  const Answer answer = compare(small(), path("a copy from Tuesday.txt"));
  EXPECT_TRUE(has(answer.out, "Nothing that matters for playing")) << answer.out << answer.err;
}

// Beyond the bound nobody looked, so nothing is claimed of what was not met there.
TEST_F(AnalysisDiffTest, OfWhatIsBoundedGivesNoPercentage) {
  write("wide.yaml", test::wide_scenario(4));
  std::string edited = test::wide_scenario(4);
  const std::size_t ending = edited.find("endings:\n");
  edited.insert(ending, "  - id: aside\n    lines:\n      - Hm.\n    end: bye\n");
  const std::size_t answer = edited.find("        next: moment-1\n");
  edited.replace(answer, 23, "        next: aside\n");
  edited.replace(edited.find(": 1 as it is"), 12, ": 4 as it is");
  write("edited/wide.yaml", edited);
  const std::string said = told(path("edited/wide.yaml"), path("wide.yaml"), {"--budget", "20"});
  EXPECT_EQ(said,
            "What the edit changed since `old.yaml`\n"
            "The old file has too many states to be looked at in full, the new one has too many states to be "
            "looked "
            "at in full. So scores and chances cannot be compared; what follows is what is sure.\n"
            "Nodes\n"
            "  `aside`: is new\n"
            "What choices do and are worth\n"
            "  `answer-0-0`: D1 4, before 1; leads to `aside`, before `moment-1`\n");
  const auto diff = json_of(path("edited/wide.yaml"), path("wide.yaml"), {"--budget", "20"});
  for (const char* key : {"plays", "chance_level", "probability_ready"}) {
    EXPECT_EQ(diff[key]["before"], nullptr) << key;
    EXPECT_EQ(diff[key]["now"], nullptr) << key;
  }
  EXPECT_EQ(diff["kind"]["now"], "bounded");
}

TEST_F(AnalysisDiffTest, OfOneBoundedFileSaysWhich) {
  write("wide.yaml", test::wide_scenario(4));
  write("narrow/wide.yaml", test::wide_scenario(2));
  const std::string said = told(path("narrow/wide.yaml"), path("wide.yaml"), {"--budget", "20"});
  EXPECT_TRUE(
      has(said,
          "The old file has too many states to be looked at in full, the new one could be looked at in full. "
          "So scores and chances cannot be compared"))
      << said;
  EXPECT_TRUE(has(said, "told now; the old file could not be looked at for it: error[SCN110]")) << said;
  EXPECT_FALSE(has(said, "  new: error")) << said;
  EXPECT_FALSE(has(said, "Chance level")) << said;
  EXPECT_FALSE(has(said, "at random, ")) << said;
}

}  // namespace
}  // namespace steadfast
