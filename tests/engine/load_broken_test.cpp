// Every kind of problem that loading finds has an example in tests/data/broken, and beside it what is
// said about it, letter by letter. STEADFAST_REWRITE=1 writes what is said today; read the difference.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "steadfast/diagnostic.h"
#include "steadfast/load.h"
#include "steadfast/review.h"
#include "support/care_files.h"
#include "support/load_files.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

using test::data_folder;
using test::read_source;
using test::test_rulebook;

// From here on the registry speaks of plays and of analysis, which have their own tests …
constexpr Code kFirstOfPlays{90};
// And from here on of what the guide for authors asks, continued.
constexpr Code kContinued{130};

// On which the reviews are looked at.
constexpr Date kToday{2026, 6, 1};

std::vector<fs::path> broken_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(data_folder() / "broken")) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// `anchors.rubric.yaml` takes the place of the rubric in the small rulebook.
std::vector<Diagnostic> load_broken_rulebook(const fs::path& file) {
  const std::string part = fs::path{file.stem()}.extension().string();
  const auto source = [&](const std::string& name) {
    return part == "." + name ? read_source(file)
                              : read_source(data_folder() / "rulebook" / (name + ".yaml"));
  };
  return load_rulebook(source("rubric"), source("mentee-model"), source("acts")).diagnostics;
}

std::vector<Diagnostic> load_broken(const fs::path& file) {
  const std::string folder = file.parent_path().filename().string();
  if (folder == "rulebook") return load_broken_rulebook(file);
  if (folder == "scene") return load_scene(read_source(file)).diagnostics;
  if (folder == "policy") {
    const Source own = read_source(file);
    return load_policy(read_source(data_folder() / "rulebook" / "policy.yaml"), &own).diagnostics;
  }
  if (folder == "care") {
    return check_content_care(read_source(file), *test::shipped_care_words(), test::shipped_care());
  }
  LoadedScenario loaded = load_scenario(read_source(file), test_rulebook());
  if (folder == "reviews")
    return check_reviews(*loaded.scenario, file.filename().string(), kToday, ReviewRule::required);
  return loaded.diagnostics;
}

std::string told(const fs::path& file) {
  const Source source = read_source(file);
  std::string text;
  for (const Diagnostic& diagnostic : load_broken(file)) {
    text += format_diagnostic(diagnostic, diagnostic.file == source.name ? source.text : std::string{});
  }
  return text;
}

class BrokenFile : public testing::TestWithParam<fs::path> {};

TEST_P(BrokenFile, IsExplainedAsExpected) {
  fs::path expected = GetParam();
  expected.replace_extension(".expected");
  const std::string said = told(GetParam());
  EXPECT_FALSE(said.empty()) << "a broken file must be complained about";
  if (std::getenv("STEADFAST_REWRITE") != nullptr) {
    test::write_file(expected, said);
    return;
  }
  ASSERT_TRUE(fs::exists(expected)) << "run with STEADFAST_REWRITE=1 to write " << expected;
  EXPECT_EQ(read_source(expected).text, said);
}

INSTANTIATE_TEST_SUITE_P(Load, BrokenFile, testing::ValuesIn(broken_files()),
                         [](const testing::TestParamInfo<fs::path>& broken) {
                           std::string name = broken.param.parent_path().filename().string() + "_" +
                                              broken.param.stem().string();
                           std::replace_if(
                               name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
                           return name;
                         });

TEST(DiagnosticKinds, EveryCodeOfLoadingHasAnExample) {
  // A file of more than 64 MB is not kept as data; load_hostile_test.cpp makes it.
  // What is seen only beside other files has its examples in the tests of the command line.
  // Signatures that have expired or are dated later need a hash that fits: review_test.cpp. A phrase that
  // cannot be read stands in no scenario: content_care_test.cpp.
  std::set<Code> seen{Code{1}, Code{57}, Code{58}, Code{59}, Code{86}, Code{87}, Code{88}};
  for (const fs::path& file : broken_files()) {
    for (const Diagnostic& diagnostic : load_broken(file)) seen.insert(diagnostic.code);
  }
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    if (kind.code >= kFirstOfPlays && kind.code < kContinued) continue;
    EXPECT_TRUE(seen.count(kind.code) == 1) << to_string(kind.code) << " " << kind.name << " has no example";
  }
}

TEST(DiagnosticKinds, EveryCodeThatIsReportedIsExplained) {
  std::set<Code> explained;
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    EXPECT_TRUE(explained.insert(kind.code).second) << to_string(kind.code) << " stands twice";
    EXPECT_FALSE(kind.name.empty());
    EXPECT_GT(kind.explanation.size(), 20U) << to_string(kind.code);
  }
  for (const fs::path& file : broken_files()) {
    for (const Diagnostic& diagnostic : load_broken(file)) {
      EXPECT_TRUE(explained.count(diagnostic.code) == 1) << to_string(diagnostic.code);
    }
  }
}

TEST(DiagnosticKinds, StandInTheOrderOfTheirCodes) {
  const auto& kinds = diagnostic_kinds();
  EXPECT_TRUE(
      std::is_sorted(kinds.begin(), kinds.end(),
                     [](const DiagnosticKind& a, const DiagnosticKind& b) { return a.code < b.code; }));
}

// What is said is always about a place that exists.
TEST(BrokenFiles, PlacesLieInsideTheFile) {
  for (const fs::path& file : broken_files()) {
    const Source source = read_source(file);
    const auto lines = std::count(source.text.begin(), source.text.end(), '\n') + 1;
    for (const Diagnostic& diagnostic : load_broken(file)) {
      if (diagnostic.file != source.name) continue;
      EXPECT_GE(diagnostic.where.line, 0) << file;
      EXPECT_LE(diagnostic.where.line, lines) << file;
      if (diagnostic.where.line > 0) {
        EXPECT_GE(diagnostic.where.column, 1) << file;
        EXPECT_GE(diagnostic.where.length, 1) << file;
      }
    }
  }
}

}  // namespace
}  // namespace steadfast
