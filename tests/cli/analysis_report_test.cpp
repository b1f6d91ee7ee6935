// The whole report of one example, letter by letter, as text and as JSON. STEADFAST_REWRITE=1 writes what is
// told today; read the difference. A change of the JSON's shape needs a new version and docs/analysis.md.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

#include "cli/cli_fixture.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = STEADFAST_SOURCE_DIR;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class AnalysisReport : public CliTest {
 protected:
  std::string report(std::vector<std::string> more = {}) const {
    const std::string file = (kSource / "tests/data/analysis/detour-pays.yaml").string();
    std::vector<std::string> arguments = {"analyze", file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::string out = run(arguments).out;
    for (std::size_t at = out.find(file); at != std::string::npos; at = out.find(file)) {
      out.replace(at, file.size(), "detour-pays.yaml");
    }
    return out;
  }

  static void expect_as_written(const std::string& name, const std::string& said) {
    const fs::path expected = kSource / "tests/data/analysis" / name;
    if (std::getenv("STEADFAST_REWRITE") != nullptr) {
      std::ofstream(expected) << said;
      return;
    }
    EXPECT_EQ(text_of(expected), said);
  }
};

TEST_F(AnalysisReport, IsTheTextThatIsWritten) {
  expect_as_written("detour-pays.txt", report());
}

TEST_F(AnalysisReport, IsTheJsonThatIsWritten) {
  expect_as_written("detour-pays.json", report({"--json"}));
}

void collect_keys(const nlohmann::json& json, std::set<std::string>& keys) {
  if (json.is_object()) {
    for (const auto& [key, value] : json.items()) keys.insert(key);
  }
  if (json.is_structured()) {
    for (const auto& value : json) collect_keys(value, keys);
  }
}

TEST_F(AnalysisReport, EveryKeyOfTheJsonIsDocumented) {
  std::set<std::string> keys;
  collect_keys(nlohmann::json::parse(report({"--json"})), keys);
  const std::string document = text_of(kSource / "docs/analysis.md");
  for (const std::string& key : keys) {
    if (key[0] == 'D' && key.size() == 2) continue;  // the ids of the rubric
    EXPECT_TRUE(has(document, "`" + key + "`")) << key;
  }
  EXPECT_GT(keys.size(), 50U);
}

}  // namespace
}  // namespace steadfast
