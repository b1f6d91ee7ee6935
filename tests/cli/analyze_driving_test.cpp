// Budget, progress and stopping of `steadfast analyze`.
#include <algorithm>
#include <cctype>
#include <optional>

#include <nlohmann/json.hpp>

#include "cli/cli_fixture.h"
#include "support/wide_scenario.h"

namespace steadfast {
namespace {

class AnalyzeDriving : public CliTest {
 protected:
  AnalyzeDriving() { write("wide.yaml", test::wide_scenario(9)); }  // 3 to the power of 9: 29,524 states

  // Each look takes `step` milliseconds; after `looks` of them somebody presses Ctrl-C.
  Answer analyze(std::vector<std::string> arguments, std::int64_t step, std::optional<int> looks = {}) const {
    Surroundings all = surroundings();
    std::int64_t now = 0;
    int looked = 0;
    all.steady_milliseconds = [&now, step] { return now += step; };
    all.listen_for_interrupt = [&] { return [&looked, looks] { return looks && ++looked > *looks; }; };
    all.person_sees_errors = sees_;
    arguments.insert(arguments.begin(), {"analyze", path("wide.yaml").string()});
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    CommandLineResult result = run_command_line(arguments, {in, out, err}, all);
    return {result, out.str(), err.str()};
  }

  bool sees_ = false;
};

// What is bounded must not look exact in any output, whatever is added to it one day.
void expect_no_percentage(const std::string& text) {
  EXPECT_EQ(text.find('%'), std::string::npos) << text;
  EXPECT_EQ(text.find("of 100"), std::string::npos) << text;
  EXPECT_EQ(text.find("at random"), std::string::npos) << text;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    const bool decimal = text[at] == '.' && std::isdigit(static_cast<unsigned char>(text[at - 1])) != 0 &&
                         std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0;
    EXPECT_FALSE(decimal) << text.substr(at - 1, 20);
  }
}

void expect_no_fraction(const nlohmann::json& json, const std::string& where) {
  EXPECT_FALSE(json.is_number_float()) << where << ": " << json;
  for (const auto& [key, value] : json.items()) {
    if (json.is_object()) {
      for (const char* claim : {"probability", "chance", "percent", "expected", "plays"}) {
        if (key.find(claim) == std::string::npos) continue;
        EXPECT_TRUE(value.is_null() || value.empty()) << where << key;
      }
    }
    if (json.is_structured()) expect_no_fraction(value, where + "/" + key);
  }
}

TEST_F(AnalyzeDriving, OverTheBudgetThereIsNoPercentageAnywhere) {
  for (const char* budget : {"1", "2", "500", "20k", "29,523"}) {
    const Answer text = analyze({"--budget", budget}, 0);
    EXPECT_TRUE(has(text.out, "Bounded, not exact: more than ")) << text.out;
    EXPECT_TRUE(has(text.out, "Verdict: not known, because not everything was looked at.\n")) << text.out;
    expect_no_percentage(text.out);
    const auto json = nlohmann::json::parse(analyze({"--budget", budget, "--json"}, 0).out);
    EXPECT_EQ(json["kind"], "bounded");
    expect_no_fraction(json, "");
  }
  const Answer exact = analyze({"--budget", "29,524"}, 0);
  EXPECT_TRUE(has(exact.out, "Exact: 29524 states")) << exact.out;
  EXPECT_TRUE(has(exact.out, "of 100"));
}

TEST_F(AnalyzeDriving, ABudgetThatIsNoneIsWrongUsage) {
  for (const char* budget : {"0", "-5", "many", "1.5M", "2G"}) {
    const Answer answer = analyze({"--budget", budget}, 0);
    EXPECT_EQ(answer.code(), 2) << budget;
    EXPECT_TRUE(has(answer.err, "is not a number of states from 1 to a billion")) << answer.err;
  }
}

TEST_F(AnalyzeDriving, ProgressGoesToStandardErrorOnlyAndOnlyWhenItTakesLong) {
  const Answer slow = analyze({}, 100);
  EXPECT_TRUE(has(slow.err, "exploring states: ")) << slow.err;
  EXPECT_TRUE(has(slow.err, " of at most 1,000,000")) << slow.err;
  EXPECT_TRUE(has(slow.err, " a second, at most ")) << slow.err;
  EXPECT_FALSE(has(slow.err, "\r")) << slow.err;
  EXPECT_FALSE(has(slow.out, "exploring"));
  const Answer fast = analyze({}, 0);
  EXPECT_EQ(fast.err, "");
  EXPECT_EQ(fast.out, slow.out);
  EXPECT_EQ(analyze({"--quiet"}, 100).err, "");
}

TEST_F(AnalyzeDriving, OnATerminalOneLineUpdatesAndIsTakenAway) {
  sees_ = true;
  const Answer answer = analyze({}, 100);
  EXPECT_TRUE(has(answer.err, "\r\x1b[Kexploring states: ")) << answer.err;
  EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 0);
  EXPECT_EQ(answer.err.substr(answer.err.size() - 4), "\r\x1b[K");
  EXPECT_EQ(analyze({"--quiet"}, 100).err, "");
}

// Wherever it is stopped, the output is whole, says so, and claims nothing that was not worked out.
TEST_F(AnalyzeDriving, StoppedAnywhereItShowsWhatIsKnown) {
  int looks = 1;
  std::size_t bounded = 0;
  for (;; looks += looks / 2 + 1) {
    const Answer text = analyze({}, 0, looks);
    if (text.code() != 130) break;
    EXPECT_EQ(text.out.find("A wide talk\nStopped while "), 0U) << text.out.substr(0, 200);
    EXPECT_TRUE(has(text.out, "Below is what was known by then; the rest was not looked at.\n"));
    EXPECT_TRUE(has(text.out, "\n  moment-0: no choice\n"));
    const Answer told = analyze({"--json"}, 0, looks);
    EXPECT_EQ(told.code(), 130);
    const auto json = nlohmann::json::parse(told.out);
    EXPECT_TRUE(json["stopped_while"].is_string());
    if (json["kind"] != "bounded") continue;
    ++bounded;
    EXPECT_TRUE(has(text.out, "Not exact: ")) << text.out.substr(0, 300);
    EXPECT_FALSE(has(text.out, "more than")) << "nobody knows how many there are";
    expect_no_percentage(text.out);
    expect_no_fraction(json, "");
  }
  EXPECT_GT(looks, 400);
  EXPECT_GT(bounded, 3U);
  const auto whole = nlohmann::json::parse(analyze({"--json"}, 0, looks).out);
  EXPECT_TRUE(whole["stopped_while"].is_null());
}

TEST_F(AnalyzeDriving, StoppedBeforeTheComparisonItSaysSo) {
  const std::string old = path("wide.yaml").string();
  for (const int looks : {5, 100}) {
    const Answer text = analyze({"--diff", old}, 0, looks);
    EXPECT_EQ(text.code(), 130);
    EXPECT_TRUE(has(text.out, "Stopped before the two files could be compared.\n")) << text.out;
    EXPECT_FALSE(has(text.out, "What the edit changed"));
    EXPECT_TRUE(nlohmann::json::parse(analyze({"--diff", old, "--json"}, 0, looks).out)["diff"].is_null());
  }
}

TEST_F(AnalyzeDriving, HelpTellsTheExitCodes) {
  const Answer answer = run({"analyze", "--help"});
  EXPECT_EQ(answer.code(), 0);
  for (const char* part : {"Exit codes: 0 ", "; 1 ", "2 a file cannot be read", "130 stopped", "--budget",
                           "--diff", "--quiet"}) {
    EXPECT_TRUE(has(answer.out, part)) << part << "\n" << answer.out;
  }
}

}  // namespace
}  // namespace steadfast
