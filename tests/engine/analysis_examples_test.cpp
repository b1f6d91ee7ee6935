// Every kind of problem that the analysis finds has an example in tests/data/analysis, and beside it what is
// said about it, letter by letter. STEADFAST_REWRITE=1 writes what is said today; read the difference.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis_kinds.h"
#include "steadfast/analysis.h"
#include "support/load_files.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> examples() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(test::data_folder() / "analysis")) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Scenario scenario_of(const fs::path& file) {
  const Source source = test::read_source(file);
  LoadedScenario loaded = load_scenario(source, test::test_rulebook());
  if (!loaded.scenario) throw std::logic_error(test::explain_all(loaded.diagnostics, source.text));
  return std::move(*loaded.scenario);
}

std::string told(const fs::path& file, const std::vector<Diagnostic>& findings) {
  const Source source = test::read_source(file);
  std::string text;
  for (const Diagnostic& finding : findings) {
    text += format_diagnostic(finding, source.text) + "      see it:";
    for (const std::string& choice : finding.witness) text += " " + choice;
    text += "\n";
  }
  return text.empty() ? "nothing\n" : text;
}

class AnalysisExample : public testing::TestWithParam<fs::path> {};

TEST_P(AnalysisExample, IsToldAsExpected) {
  fs::path expected = GetParam();
  expected.replace_extension(".expected");
  const std::string said =
      told(GetParam(), analyze(scenario_of(GetParam()), GetParam().filename().string()).findings);
  if (std::getenv("STEADFAST_REWRITE") != nullptr) {
    test::write_file(expected, said);
    return;
  }
  ASSERT_TRUE(fs::exists(expected)) << "run with STEADFAST_REWRITE=1 to write " << expected;
  EXPECT_EQ(test::read_source(expected).text, said);
}

TEST_P(AnalysisExample, EveryWitnessCanBePlayed) {
  const Scenario scenario = scenario_of(GetParam());
  for (const Diagnostic& finding : analyze(scenario, "example").findings) {
    Play play = start_play(scenario, 1);
    for (const std::string& id : finding.witness) {
      const auto choice = find_offered(scenario, play.state, id);
      ASSERT_TRUE(choice) << to_string(finding.code) << ": " << id << " is not on offer";
      take(scenario, play, *choice);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Analysis, AnalysisExample, testing::ValuesIn(examples()),
                         [](const testing::TestParamInfo<fs::path>& example) {
                           std::string name = example.param.stem().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(AnalysisExamples, EveryKindHasOne) {
  // No file that loads has a dead end, and one with too many states would be a large one: those two are
  // tried with conversations made in code.
  std::set<Code> seen{kDeadEndByState, kTooManyStates};
  for (const fs::path& file : examples()) {
    for (const Diagnostic& finding : analyze(scenario_of(file), "example").findings)
      seen.insert(finding.code);
  }
  for (const DiagnosticKind& kind : kAnalysisKinds) {
    if (kind.code < kEndlessConversation) continue;
    EXPECT_EQ(seen.count(kind.code), 1U) << to_string(kind.code) << " " << kind.name << " has no example";
  }
}

}  // namespace
}  // namespace steadfast
