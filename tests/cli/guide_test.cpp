// docs/authoring.md, followed to the letter by the real program.
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>

#include "cli/cli_fixture.h"
#include "cli/content.h"
#include "steadfast/rulebook.h"

namespace steadfast {
namespace {

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class Guide : public CliTest {
 protected:
  Guide() { std::filesystem::create_directories(path("work")); }

  // As typed in the folder "work", with nothing to read from; what is said is in `said`.
  int typed(const std::string& line) {
    write("line.sh", "cd '" + path("work").string() + "'\nexport STEADFAST_HOME='" + data().string() +
                         "'\nsteadfast() { '" + STEADFAST_PROGRAM + "' \"$@\"; }\n" + line + "\n");
    const std::string command =
        "sh '" + path("line.sh").string() + "' < /dev/null > '" + path("out").string() + "' 2>&1";
    const int status = std::system(command.c_str());
    said_ = text_of(path("out"));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  // The lines of the code blocks that are commands.
  std::vector<std::string> commands() const {
    static const std::regex first_word("(steadfast|mkdir|cp) .*");
    std::vector<std::string> lines;
    std::istringstream stream(guide_);
    bool is_code = false;
    for (std::string line; std::getline(stream, line);) {
      if (line.rfind("```", 0) == 0) is_code = !is_code;
      if (is_code && std::regex_match(line, first_word)) lines.push_back(line);
    }
    return lines;
  }

  const std::string guide_ = text_of(std::filesystem::path(STEADFAST_SOURCE_DIR) / "docs/authoring.md");
  std::string said_;
};

TEST_F(Guide, EveryCommandDoesWhatItIsThereFor) {
  std::size_t followed = 0;
  for (const std::string& command : commands()) {
    // These two wait for a person.
    if (has(command, "steadfast watch") || has(command, "steadfast --scenarios")) continue;
    const bool tells_what_is_missing = has(command, "--release");
    EXPECT_EQ(typed(command), tells_what_is_missing ? 1 : 0) << command << "\n" << said_;
    const std::string expected = tells_what_is_missing     ? "clinician"
                                 : has(command, "--diff")  ? "othing that matters for playing"
                                 : has(command, "analyze") ? "Verdict: fair"
                                                           : "";
    EXPECT_TRUE(has(said_, expected)) << command << "\n" << said_;
    ++followed;
  }
  EXPECT_GE(followed, 9U);
  EXPECT_TRUE(has(text_of(path("work/the-quiet-thursday.txt")), "== late (the start) =="));
}

TEST_F(Guide, WhatItSaysExplainKnowsIsKnown) {
  static const std::regex explained("`steadfast (explain [A-Za-z0-9-]+)`");
  std::size_t count = 0;
  for (std::sregex_iterator found(guide_.begin(), guide_.end(), explained); found != std::sregex_iterator();
       ++found) {
    const std::string words = (*found)[1];
    EXPECT_EQ(run({"explain", words.substr(words.find(' ') + 1)}).code(), 0) << words;
    ++count;
  }
  EXPECT_GE(count, 8U);
}

// Adds a moment as step 4 says, by hand of a program.
TEST_F(Guide, AMomentIsAddedByItsRecipe) {
  ASSERT_EQ(typed("steadfast new the-quiet-thursday --theme consistency"), 0) << said_;
  const std::filesystem::path file = path("work/the-quiet-thursday.yaml");
  std::string text = text_of(file);
  const std::size_t from = text.find("  - id: quiet\n");
  const std::size_t to = text.find("  - id: next-week\n");
  ASSERT_LT(from, to);
  const std::string old_node = text.substr(from, to - from);
  std::string node = std::regex_replace(old_node, std::regex("id: quiet"), "id: rain");
  const std::string led = std::regex_replace(old_node, std::regex("next: next-week"), "next: rain");
  text.replace(from, to - from, led + node);
  write("work/the-quiet-thursday.yaml", text);
  EXPECT_EQ(typed("steadfast check the-quiet-thursday.yaml"), 1) << "the play does not know the moment yet";
  EXPECT_TRUE(has(said_, "rain-choice")) << said_;
  text = std::regex_replace(text, std::regex("quiet-choice, next-week-thursday"),
                            "quiet-choice, rain-choice, next-week-thursday");
  write("work/the-quiet-thursday.yaml", text);
  EXPECT_EQ(typed("steadfast check the-quiet-thursday.yaml"), 0) << said_;
}

// The table of skills and levels speaks of the rubric that is shipped.
TEST_F(Guide, TheTableOfSkillsIsThatOfTheRubric) {
  const auto rulebook = cli::read_rulebook(std::filesystem::path(STEADFAST_SHARE_DIR));
  ASSERT_TRUE(rulebook) << rulebook.error().message;
  for (const Dimension& dimension : rulebook.value()->rubric.dimensions) {
    EXPECT_TRUE(has(guide_, "| " + dimension.id.text + " | " + dimension.name + ":")) << dimension.id.text;
  }
}

}  // namespace
}  // namespace steadfast
