// Files with very many of one thing. All of this once took time that grew with the square of the file:
// minutes where it is seconds today. Nothing is timed here; what is looked at is that the answer is right.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "steadfast/load.h"
#include "support/load_files.h"

namespace steadfast {
namespace {

using test::data_folder;
using test::read_source;
using test::test_rulebook;

constexpr int kMany = 20'000;

// The short walk with something else in place of what stands between two of its keys.
Source short_walk_with(const std::string& from, const std::string& up_to, const std::string& text) {
  Source source = read_source(data_folder() / "valid" / "a-short-walk.yaml");
  const std::size_t start = source.text.find("\n" + from) + 1;
  source.text.replace(start, source.text.find("\n" + up_to) + 1 - start, text);
  return source;
}

LoadedScenario load(const Source& source) {
  return load_scenario(source, test_rulebook());
}

std::size_t count_of(const LoadedScenario& loaded, int code) {
  const auto& all = loaded.diagnostics;
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [code](const Diagnostic& found) { return found.code == Code{code}; }));
}

std::string node(const std::string& id, const std::string& next) {
  return "  - id: " + id + "\n    stage: x\n    next: " + next + "\n";
}

TEST(LoadLarge, UnknownNamesAmongManyKnownOnes) {
  std::string nodes = "nodes:\n";
  for (int i = 0; i < kMany; ++i) {
    nodes += node("somewhere-" + std::to_string(i), "somewhat-" + std::to_string(i));
  }
  const LoadedScenario loaded = load(short_walk_with("nodes:", "endings:", nodes));
  EXPECT_EQ(loaded.diagnostics.size(), 1000U);
  EXPECT_NE(loaded.diagnostics.front().help.find("did you mean `somewhere-0`"), std::string::npos);
  EXPECT_EQ(loaded.diagnostics.back().help, "") << "with so many, suggestions are not what helps";
}

TEST(LoadLarge, TheSameIdAgainAndAgain) {
  std::string nodes = "nodes:\n";
  for (int i = 0; i < kMany; ++i) nodes += node("same-" + std::to_string(i / 2), "same-0");
  const LoadedScenario loaded = load(short_walk_with("nodes:", "endings:", nodes));
  EXPECT_EQ(count_of(loaded, 47), 1000U);
  EXPECT_EQ(loaded.diagnostics.at(0).notes.at(0).message, "first declared here");
}

TEST(LoadLarge, ConditionsOverManyVariables) {
  std::string variables = "variables:\n";
  std::string nodes = "nodes:\n  - id: a\n    stage: x\n    variants:\n";
  for (int i = 0; i < kMany; ++i) {
    const std::string id = "v" + std::to_string(i);
    variables += "  - id: " + id + "\n    min: 0\n    max: 3\n    start: 0\n    meaning: x\n";
    nodes += "      - when: " + id + " > 2\n        stage: y\n";
  }
  nodes += "    end: thursday\n";
  Source source = short_walk_with("nodes:", "endings:", nodes);
  source.text.replace(source.text.find("\nvariables:") + 1, 11, variables);
  const LoadedScenario loaded = load(source);
  EXPECT_EQ(count_of(loaded, 44), 0U) << "every variable is found";
  EXPECT_EQ(count_of(loaded, 50), 0U);
}

TEST(LoadLarge, AConditionThatIsTooLongIsNotRead) {
  std::string condition = "trust > 1";
  for (int i = 0; i < kMany; ++i) condition += "\n          and unknown_" + std::to_string(i);
  Source source = read_source(data_folder() / "valid" / "a-short-walk.yaml");
  source.text.replace(source.text.find("questions < 3"), 13, ">-\n          " + condition);
  const LoadedScenario loaded = load(source);
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_NE(loaded.diagnostics[0].message.find("named conditions"), std::string::npos);
}

TEST(LoadLarge, ALineThatIsTooLongIsNotRead) {
  Source source = read_source(data_folder() / "valid" / "a-short-walk.yaml");
  source.text.insert(source.text.find("A short walk"), 9'000, 'a');
  EXPECT_TRUE(load(source).scenario.has_value());
  source.text.insert(source.text.find("A short walk"), 1'000, 'a');
  const LoadedScenario loaded = load(source);
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_EQ(loaded.diagnostics[0].code, Code{1});
  EXPECT_EQ(loaded.diagnostics[0].where, (Span{2, 1, 1}));
}

TEST(LoadLarge, UnusualSpacesInLongLinesOfProse) {
  std::string line;
  for (int i = 0; i < 2'400; ++i) line += "so\u00A0";
  std::string stage = "    stage: so\n";
  for (int i = 0; i < 200; ++i) stage += "      " + line + "\n";
  Source source = read_source(data_folder() / "valid" / "a-short-walk.yaml");
  const std::string old = "    stage: You walk on without a word.\n";
  source.text.replace(source.text.find(old), old.size(), stage);
  EXPECT_TRUE(load(source).scenario.has_value()) << "inside of a text they are letters like any other";
}

// Only what starts a line is a key or an item there.
TEST(LoadLarge, ATextFullOfDashesAndKeys) {
  std::string about = "title: >-\n";
  for (int i = 0; i < kMany; ++i) about += "  and - so on, nodes: or not\n";
  const LoadedScenario loaded = load(short_walk_with("title:", "summary:", about));
  EXPECT_EQ(count_of(loaded, 12), 0U);
  about += "  - an item\n";
  EXPECT_EQ(count_of(load(short_walk_with("title:", "summary:", about)), 12), 1U);
}

TEST(LoadLarge, LinesWithoutColonOneAfterTheOther) {
  std::string title = "title: x\n";
  for (int i = 0; i < 20 * kMany; ++i) title += "word and more words than one\n";
  const LoadedScenario loaded = load(short_walk_with("title:", "summary:", title));
  EXPECT_FALSE(loaded.scenario);
  EXPECT_GE(count_of(loaded, 8), 1U);
}

}  // namespace
}  // namespace steadfast
