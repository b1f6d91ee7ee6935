// What helps while a scenario is being written: explain, new, watch, preview, and files that are none.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/cli_fixture.h"
#include "platform/files.h"
#include "steadfast/diagnostic.h"

namespace steadfast {
namespace {

using Json = nlohmann::json;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) ADD_FAILURE() << "the text holds no " << from;
  return text.replace(at, from.size(), to);
}

TEST_F(CliTest, ExplainTakesACodeHoweverItIsWritten) {
  const Answer full = run({"explain", "SCN040"});
  EXPECT_EQ(full.code(), 0);
  EXPECT_TRUE(has(full.out, "SCN040: unknown node or ending\n\n")) << full.out;
  EXPECT_EQ(run({"explain", "scn040"}).out, full.out);
  EXPECT_EQ(run({"explain", "40"}).out, full.out);
}

TEST_F(CliTest, ExplainSaysThatACodeDoesNotExist) {
  for (const char* code : {"SCN999", "999", "000000"}) {
    const Answer answer = run({"explain", "--", code});
    EXPECT_EQ(answer.code(), 2) << code;
    EXPECT_TRUE(has(answer.err, "There is no code `" + std::string(code) + "`")) << answer.err;
  }
  for (const char* word : {"banana", "-1", "SCN", "99999999999999999999"}) {
    const Answer answer = run({"explain", "--", word});
    EXPECT_EQ(answer.code(), 2) << word;
    EXPECT_TRUE(has(answer.err, "Nothing is called `" + std::string(word) + "`.")) << answer.err;
    EXPECT_EQ(answer.out, "");
  }
}

TEST_F(CliTest, ExplainListsEveryCode) {
  const std::string list = run({"explain"}).out;
  for (const DiagnosticKind& kind : diagnostic_kinds()) EXPECT_TRUE(has(list, to_string(kind.code)));
}

// docs/diagnostics.md is what `explain --markdown` says; STEADFAST_REWRITE=1 writes it anew.
TEST_F(CliTest, TheDocumentOfCodesIsUpToDate) {
  const std::filesystem::path file = std::filesystem::path(STEADFAST_SOURCE_DIR) / "docs/diagnostics.md";
  const std::string today = run({"explain", "--markdown"}).out;
  if (std::getenv("STEADFAST_REWRITE") != nullptr) {
    ASSERT_TRUE(write_file(file, today).done);
    return;
  }
  EXPECT_EQ(read_file(file).text.value_or(""), today) << "steadfast explain --markdown > docs/diagnostics.md";
}

// What the trainer's guide shows of a slip in the new scenario is what is said, line numbers included.
TEST_F(CliTest, TheGuideShowsWhatIsSaidOfASlip) {
  ASSERT_EQ(run({"new", "the-quiet-thursday", "--theme", "consistency", "--in", path("").string()}).code(),
            0);
  const std::string file = path("the-quiet-thursday.yaml").string();
  ASSERT_TRUE(
      write_file(file, replaced(read_file(file).text.value(), "next: quiet\n", "next: quiett\n")).done);
  std::string said = run({"check", file}).out;
  said = said.substr(said.find("the-quiet-thursday.yaml"),
                     said.rfind("1 file checked") - said.find("the-quiet"));
  const auto guide =
      read_file(std::filesystem::path(STEADFAST_SOURCE_DIR) / "docs/authoring.md").text.value();
  EXPECT_TRUE(has(guide, "```\n" + said + "```\n")) << said;
}

TEST_F(CliTest, NewWritesAScenarioThatIsCleanForEveryTheme) {
  for (const char* theme :
       {"boundaries", "consistency", "trauma-bonds", "beginnings", "strengths", "connection", "closure"}) {
    const std::string id = "about-" + std::string(theme);
    const Answer made = run({"new", id, "--theme", theme, "--in", path("").string()});
    ASSERT_EQ(made.code(), 0) << made.err;
    const std::string file = path(id + ".yaml").string();
    EXPECT_TRUE(has(made.out, "Written: " + file)) << made.out;
    const Answer checked = run({"check", file});
    EXPECT_EQ(checked.out, "1 file checked: no problems.\n") << checked.err;
    const Answer analysed = run({"analyze", file});
    EXPECT_EQ(analysed.code(), 0) << analysed.out;
    EXPECT_TRUE(has(analysed.out, "never open: 0")) << analysed.out;
  }
}

TEST_F(CliTest, NewNeverWritesOverAFile) {
  write("mine.yaml", "precious");
  const Answer answer = run({"new", "mine", "--theme", "closure", "--in", path("").string()});
  EXPECT_EQ(answer.code(), 2);
  EXPECT_TRUE(has(answer.err, "there is one already, and it is left alone")) << answer.err;
  EXPECT_EQ(read_file(path("mine.yaml")).text.value_or(""), "precious");
}

TEST_F(CliTest, NewRefusesWhatCannotBeAnId) {
  for (const char* id : {"Big", "a b", "../up", "a_b.yaml", "ümlaut"}) {
    const Answer answer = run({"new", id, "--theme", "closure", "--in", path("").string()});
    EXPECT_EQ(answer.code(), 2) << id;
    EXPECT_TRUE(has(answer.err, "cannot be an id")) << answer.err;
  }
  const Answer nowhere = run({"new", "fine", "--theme", "closure", "--in", path("nowhere").string()});
  EXPECT_TRUE(has(nowhere.err, "There is no folder")) << nowhere.err;
}

TEST_F(CliTest, NewSaysWhatTheThemesAreAbout) {
  for (const std::vector<std::string>& theme : {std::vector<std::string>{"--theme", "weather"}, {}}) {
    std::vector<std::string> arguments = {"new", "fine", "--in", path("").string()};
    arguments.insert(arguments.end(), theme.begin(), theme.end());
    const Answer answer = run(arguments);
    EXPECT_EQ(answer.code(), 2);
    EXPECT_EQ(answer.out, "");
    EXPECT_TRUE(has(answer.err, "closure       saying goodbye\n")) << answer.err;
    EXPECT_TRUE(has(answer.err, "steadfast new fine --theme boundaries")) << answer.err;
    EXPECT_EQ(has(answer.err, "There is no theme `weather`."), !theme.empty()) << answer.err;
    EXPECT_FALSE(std::filesystem::exists(path("fine.yaml")));
  }
}

class WatchTest : public CliTest {
 protected:
  // Runs `watch` on a path; before each look, `edits[i]` happens, and after the last one it stops.
  std::string watch(const std::string& path, std::vector<std::function<void()>> edits) const {
    std::size_t next = 0;
    Surroundings all = surroundings();
    all.wait_a_moment = [&] {
      if (next == edits.size()) return false;
      edits[next++]();
      return true;
    };
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const std::vector<std::string> arguments{"watch", path};
    run_command_line(arguments, {in, out, err}, all);
    return out.str();
  }
  static void nothing() {}
};

TEST_F(WatchTest, ChecksAgainOnceASaveHasSettled) {
  const std::string broken = replaced(std::string(kSmallScenario), "next: second", "next: secnd");
  const std::string said = watch(small(), {nothing, [&] { write("small.yaml", broken); }, nothing, nothing});
  EXPECT_EQ(said.find("1 file checked: no problems."), 0U) << said;
  const std::size_t saved = said.find("Saved: " + small());
  ASSERT_NE(saved, std::string::npos) << said;
  EXPECT_NE(said.find("did you mean `second`", saved), std::string::npos) << said;
  EXPECT_EQ(said.find("Saved:", saved + 1), std::string::npos) << "nothing else was saved";
}

TEST_F(WatchTest, NoticesFilesThatComeAndGo) {
  write("all/one/small.yaml", kSmallScenario);
  const std::string other = replaced(std::string(kSmallScenario), "id: small", "id: other");
  const std::string said =
      watch(path("all").string(), {[&] { write("all/two/other.yaml", other); }, nothing, nothing,
                                   [&] { std::filesystem::remove(path("all/two/other.yaml")); }, nothing});
  EXPECT_TRUE(has(said, "2 files checked: no problems.")) << said;
  EXPECT_GT(said.rfind("1 file checked: no problems."), said.find("2 files checked")) << said;
}

TEST_F(CliTest, PreviewShowsAWholeScenario) {
  const Answer answer = run({"preview", small()});
  EXPECT_EQ(answer.code(), 0);
  EXPECT_EQ(answer.err, "");
  for (const char* part :
       {"A small talk (small)", "Kiara: Bye then.", "[warm] You: Words that are warm.",
        "Presence 4: warm and clear", "Critical error C8", "Kiara: The warm reply.", "Heard: Heard warm.",
        "Leads to second", "Leads to the ending bye", "To think about: What was plain?"}) {
    EXPECT_TRUE(has(answer.out, part)) << part << " is not in\n" << answer.out;
  }
}

// Everything that a signature stands for, not only the words that are said.
TEST_F(CliTest, PreviewShowsWhatReviewersSign) {
  std::string text = replaced(std::string(kSmallScenario), "  need: A plain goodbye.\n",
                              "  need: A plain goodbye.\n  start:\n    trust: 34\n");
  text = replaced(text, "  - Say goodbye.\n", "  - text: Say goodbye.\n    practises: [D1]\n");
  text =
      replaced(text, "reviews: []\n",
               "reviews: []\npolicy: [money, after_hours_route]\nflags:\n  - id: waved\n    start: false\n"
               "    meaning: The mentor has waved. It counts once.\n"
               "care_exceptions:\n  - words: rescue\n    in: first\n    why: It is what the game is called.\n"
               "act_overrides:\n  - act: guilt\n    why: She is used to it.\n    changes:\n"
               "      - when: in_rupture\n        trust: \"- 2\"\n");
  text = replaced(text, "  - id: second\n", "  - id: second\n    weight: 2\n    pose: open\n");
  text = replaced(text, "          D1: 1 nothing to hold on to\n",
                  "          D1: 1 nothing to hold on to\n        serious: true\n        once: true\n"
                  "        when: trust >= 10 and not waved\n        acts: [guilt, wavers]\n"
                  "        effects:\n          waved: true\n          shame: +4\n");
  write("small.yaml", text +
                          "plays:\n  - id: plain\n    about: Warm and plain.\n    choose: [warm, thursday]\n"
                          "    expect:\n      ending: bye\n      status: ready to discuss\n");
  const Answer answer = run({"preview", small()});
  EXPECT_EQ(answer.code(), 0) << answer.err;
  for (const char* part :
       {"Theme: boundaries. Intensity: 1 of 3, everyday. Minutes: 2.\n",
        "Content tags: goodbye\n",
        "To practise: Say goodbye. (shows in D1 Consistent presence)\n",
        "Phrase it practises: modeling boundaries\n",
        "  Starts with: trust 34 (otherwise 20)\n",
        "== What the program says ==\nMay a mentor give or lend money? (money): Mentors do not give",
        "(after_hours_route): each program answers this.\n",
        "== Only in this conversation: what guilt does to her state ==\n",
        "Why here: She is used to it.\n  when “There is an open tear”: trust - 2\n",
        "== Words that are meant as they stand ==\n“rescue” in first: It is what the game is called.\n",
        "This moment counts double.\n",
        "Posture: open\n",
        "Open when trust is at least 10 and not “The mentor has waved”\n",
        "Can be said once.\n",
        "Serious: it caps the skills it rates unless it is repaired later.\n",
        "What the mentor does: Makes her responsible for the mentor's effort or feelings. (guilt)\n",
        "It also changes: waved becomes true\n",
        "It also changes: shame + 4\n",
        "== Recorded play plain ==\nWarm and plain.\nAnswers: warm, thursday\nLeads to: bye\n"
        "Result: ready to discuss\n",
        "trust (from 0 to 100; 34 at the start): Expects this adult to be truthful and to come back.\n",
        "in_rupture (when rupture is not none): There is an open tear.\n",
        "rupture (one of none, withdrawal, confrontation; none at the start): An open tear",
        "waved (yes or no; no at the start): The mentor has waved. It counts once.\n"}) {
    EXPECT_TRUE(has(answer.out, part)) << part << " is not in\n" << answer.out;
  }
  EXPECT_FALSE(has(answer.out, "trust >= 10")) << "conditions are told in words";
}

TEST_F(CliTest, PreviewShowsTheHealthyPartOfABrokenScenario) {
  write("small.yaml", replaced(std::string(kSmallScenario), "next: second", "next: secnd"));
  const Answer unlinked = run({"preview", small()});
  EXPECT_EQ(unlinked.code(), 1);
  EXPECT_TRUE(has(unlinked.err, "no node is called `secnd`")) << unlinked.err;
  EXPECT_TRUE(has(unlinked.out, "Leads to nothing that exists")) << unlinked.out;
  EXPECT_TRUE(has(unlinked.out, "To think about: What was plain?")) << unlinked.out;

  // Here reading stops in the middle, and what stands before it is shown.
  write("small.yaml",
        replaced(std::string(kSmallScenario), "  - id: second\n    lines:", "  - id: [{]\n  lines:"));
  const Answer stopped = run({"preview", small()});
  EXPECT_EQ(stopped.code(), 1) << stopped.err;
  EXPECT_TRUE(has(stopped.out, "[warm] You: Words that are warm.")) << stopped.out;

  write("small.yaml", "just words\n");
  EXPECT_EQ(run({"preview", small()}).code(), 2);
}

TEST_F(CliTest, FilesThatAreNoTextAreASentenceEach) {
  const auto said = [this](std::string_view bytes) {
    write("other.yaml", bytes);
    const Answer answer = run({"check", path("other.yaml").string()});
    EXPECT_EQ(answer.code(), 2);
    EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 1) << answer.err;
    EXPECT_EQ(answer.out, "");
    return answer.err;
  };
  EXPECT_TRUE(has(said(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)), "it is not a text file."));
  EXPECT_TRUE(has(said("PK\x03\x04 word"), "word processor"));
  EXPECT_TRUE(has(said("{\\rtf1 hello}"), "word processor"));
  EXPECT_TRUE(has(said("%PDF-1.7"), "PDF"));
  EXPECT_TRUE(has(said(std::string("\xFF\xFEi\0d\0", 6)), "Save it as UTF-8"));
}

TEST_F(CliTest, AFolderWhereAFileIsMeantIsASentence) {
  for (const char* command : {"play", "analyze", "preview"}) {
    const Answer answer = run({command, path("").string()});
    EXPECT_EQ(answer.code(), 2) << command;
    EXPECT_TRUE(has(answer.err, "it is a folder, not a file.")) << answer.err;
  }
}

TEST_F(CliTest, CheckAsJsonSaysTheSameAsInWords) {
  write("small.yaml", replaced(std::string(kSmallScenario), "next: second", "next: secnd"));
  const Answer answer = run({"check", "--format", "json", small(), path("gone.yaml").string()});
  EXPECT_EQ(answer.code(), 2);
  const Json json = Json::parse(answer.out);
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["steadfast"], "1.2.3");
  EXPECT_EQ(json["files"], Json::array({small()}));
  EXPECT_EQ(json["errors"], 1);
  EXPECT_EQ(json["unreadable"].size(), 1U);
  const Json& problem = json["problems"][0];
  EXPECT_EQ(problem["code"], "SCN040");
  EXPECT_EQ(problem["severity"], "error");
  EXPECT_EQ(problem["file"], small());
  EXPECT_EQ(problem["line"], 45);
  EXPECT_EQ(problem["column"], 15);
  EXPECT_EQ(problem["length"], 5);
  EXPECT_TRUE(has(problem["help"].get<std::string>(), "did you mean `second`"));
}

TEST_F(CliTest, CheckAsSarifNamesRulesAndPlaces) {
  write("with space é.yaml", replaced(std::string(kSmallScenario), "next: second", "next: secnd"));
  const Answer answer = run({"check", "--format", "sarif", path("with space é.yaml").string()});
  EXPECT_EQ(answer.code(), 1);
  const Json sarif = Json::parse(answer.out);
  EXPECT_EQ(sarif["version"], "2.1.0");
  const Json& all = sarif["runs"][0];
  EXPECT_EQ(all["columnKind"], "unicodeCodePoints");
  EXPECT_TRUE(all["invocations"][0]["executionSuccessful"]);
  for (const Json& result : all["results"]) {
    const Json& rule = all["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
    EXPECT_EQ(rule["id"], result["ruleId"]);
    EXPECT_FALSE(rule["fullDescription"]["text"].get<std::string>().empty());
    const Json& place = result["locations"][0]["physicalLocation"];
    EXPECT_TRUE(has(place["artifactLocation"]["uri"].get<std::string>(), "with%20space%20%C3%A9.yaml"));
  }
  EXPECT_EQ(all["results"].size(), 2U) << "the id, and the node that does not exist";
}

// The codes that only `check` can report, because they need the files beside the scenario.
TEST_F(CliTest, ProblemsBetweenFilesHaveCodesAndPlaces) {
  write("all/one/small.yaml",
        replaced(std::string(kSmallScenario), "scene: library-cafe", "scene: the-moon"));
  write("all/two/small.yaml", replaced(std::string(kSmallScenario), "name: Kiara", "name: Zo"));
  const Answer answer = run({"check", path("all").string()});
  EXPECT_TRUE(has(answer.out, "one/small.yaml:6:8: error[SCN057]: no scene is called `the-moon`"))
      << answer.out;
  EXPECT_TRUE(
      has(answer.out, "two/small.yaml:6:8: error[SCN058]: the scene `library-cafe` has no picture of Zo"))
      << answer.out;
  EXPECT_TRUE(has(answer.out, "two/small.yaml:1:5: error[SCN059]: the id `small` is also that of"))
      << answer.out;
}

TEST_F(CliTest, CheckShowsWhereAConversationNeverEnds) {
  write("small.yaml", replaced(std::string(kSmallScenario), "end: bye", "next: first"));
  const Answer answer = run({"check", small()});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(has(answer.out, "error[SCN100]")) << answer.out;
  EXPECT_TRUE(has(answer.out, "once: true")) << answer.out;
}

}  // namespace
}  // namespace steadfast
