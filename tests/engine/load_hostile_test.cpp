// Whatever the bytes are, loading comes back with an answer.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "steadfast/load.h"
#include "support/load_files.h"

namespace steadfast {
namespace {

using test::data_folder;
using test::read_source;
using test::test_rulebook;

// Loads, and reads everything that was said, so that no place or text in it can be wrong unnoticed.
LoadedScenario load_and_tell(const Source& source) {
  LoadedScenario result = load_scenario(source, test_rulebook());
  for (const Diagnostic& diagnostic : result.diagnostics) {
    EXPECT_FALSE(format_diagnostic(diagnostic, source.text).empty());
  }
  EXPECT_EQ(result.scenario.has_value(), !has_errors(result.diagnostics)) << source.text;
  return result;
}

Source short_walk() {
  return read_source(data_folder() / "valid" / "a-short-walk.yaml");
}

// Characters that mean something to YAML come up more often than others.
char any_byte(std::mt19937& random) {
  constexpr std::string_view kMeaningful = ":-#'\"[]{},&*!|>%@`?\n\r\t \\0~=\xC3\xEF";
  if (random() % 2 == 0) return kMeaningful[random() % kMeaningful.size()];
  return static_cast<char>(random() % 256);
}

TEST(LoadHostile, RandomBytesInAScenarioNeverCrash) {
  const Source valid = short_walk();
  std::mt19937 random{20240531};
  for (int round = 0; round < 1500; ++round) {
    Source source = valid;
    for (auto changes = 1 + random() % 4; changes > 0; --changes) {
      const std::size_t at = random() % source.text.size();
      switch (random() % 4) {
        case 0:
          source.text[at] = any_byte(random);
          break;
        case 1:
          source.text.insert(at, 1, any_byte(random));
          break;
        case 2:
          source.text.erase(at, 1 + random() % 20);
          break;
        default:
          source.text.insert(at, source.text.substr(random() % source.text.size(), random() % 80));
          break;
      }
      if (source.text.empty()) break;
    }
    load_and_tell(source);
  }
}

TEST(LoadHostile, EveryShortenedScenarioIsAnswered) {
  const Source valid = short_walk();
  const std::size_t endings = valid.text.find("\nendings:");
  for (std::size_t length = 0; length < valid.text.size(); length += 7) {
    const LoadedScenario result = load_and_tell({valid.name, valid.text.substr(0, length)});
    EXPECT_FALSE(result.scenario.has_value() && length < endings) << "cut at " << length;
  }
}

TEST(LoadHostile, ScenariosOfRandomYamlAreAnswered) {
  std::mt19937 random{7};
  for (int round = 0; round < 1500; ++round) {
    Source source{"x.yaml", {}};
    for (auto length = random() % 60; length > 0; --length) source.text += any_byte(random);
    load_and_tell(source);
  }
}

TEST(LoadHostile, DeepNestingIsRefusedInWords) {
  for (const char* opening : {"[", "{a: ", "- ", "a:\n"}) {
    std::string text;
    for (int depth = 0; depth < 10'000; ++depth) {
      if (std::string_view{opening} == "a:\n")
        text += std::string(static_cast<std::size_t>(depth % 3000), ' ');
      text += opening;
      if (text.size() > 2'000'000) break;
    }
    const LoadedScenario result = load_and_tell({"deep.yaml", text});
    EXPECT_FALSE(result.scenario.has_value());
    EXPECT_TRUE(result.diagnostics.at(0).message.find("yaml-cpp") == std::string::npos);
  }
}

TEST(LoadHostile, AFileThatIsTooLargeIsNotRead) {
  const LoadedScenario result = load_and_tell({"large.yaml", std::string(65U * 1024U * 1024U, 'a')});
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].code, Code{1});
  EXPECT_NE(result.diagnostics[0].message.find("65 MB"), std::string::npos);
}

TEST(LoadHostile, AThousandProblemsAreEnough) {
  std::string text = "nodes:\n";
  for (int node = 0; node < 5000; ++node) text += "  - colour: green\n";
  const LoadedScenario result = load_and_tell({"many.yaml", text});
  EXPECT_LE(result.diagnostics.size(), 1000U);
}

}  // namespace
}  // namespace steadfast
