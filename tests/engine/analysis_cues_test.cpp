#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "analysis_kinds.h"
#include "steadfast/analysis.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::ScenarioSpec;

// `count` decisions of two answers. The better one stands first and is the longer one in the first `longest`.
ScenarioSpec talk(std::size_t count, std::size_t longest) {
  ScenarioSpec spec;
  spec.dimensions = 1;
  for (std::size_t at = 0; at < count; ++at) {
    const std::string number = std::to_string(at);
    const std::string next = at + 1 < count ? "n" + std::to_string(at + 1) : "end";
    spec.nodes.push_back(
        {"n" + number, {{"good" + number, {{1, 4}}, next}, {"weak" + number, {{1, 1}}, next}}});
    auto& choices = spec.nodes.back().choices;
    choices[0].say = at < longest ? "Some more words." : "Words.";
    choices[1].say = at < longest ? "Words." : "Some more words.";
    if (at % 2 == 1) std::swap(choices[0], choices[1]);
  }
  spec.endings = {"end"};
  return spec;
}

const CueResult& cue_of(const Analysis& analysis, Cue cue) {
  return *std::find_if(analysis.cues.begin(), analysis.cues.end(),
                       [cue](const CueResult& result) { return result.cue == cue; });
}

std::size_t findings_of(const Analysis& analysis, Code code) {
  return static_cast<std::size_t>(
      std::count_if(analysis.findings.begin(), analysis.findings.end(),
                    [code](const Diagnostic& finding) { return finding.code == code; }));
}

TEST(AnalysisCues, TheLongestAnswerGivesItselfAwayWhenItIsAlwaysTheBest) {
  const Analysis analysis = analyze(build(talk(8, 8)), "talk.yaml");
  const CueResult& longest = cue_of(analysis, Cue::longest);
  EXPECT_EQ(longest.decisions.size(), 8U);
  EXPECT_EQ(longest.hits, 8U);
  EXPECT_NEAR(longest.tail, std::pow(0.5, 8), 1e-12);
  EXPECT_TRUE(longest.gives_away);
  EXPECT_EQ(findings_of(analysis, kAnswerGivesItselfAway), 1U);
}

TEST(AnalysisCues, ChanceExplainsSixOfEight) {
  const Analysis analysis = analyze(build(talk(8, 6)), "talk.yaml");
  const CueResult& longest = cue_of(analysis, Cue::longest);
  EXPECT_EQ(longest.hits, 6U);
  EXPECT_NEAR(longest.tail, (28.0 + 8.0 + 1.0) / 256.0, 1e-12);  // six, seven or eight of eight
  EXPECT_FALSE(longest.gives_away);
  EXPECT_EQ(findings_of(analysis, kAnswerGivesItselfAway), 0U);
}

TEST(AnalysisCues, ThePlaceInTheFileIsACue) {
  const Analysis analysis = analyze(build(talk(8, 4)), "talk.yaml");
  EXPECT_EQ(cue_of(analysis, Cue::first).hits, 4U) << "every second one was turned round";
  EXPECT_EQ(cue_of(analysis, Cue::last).hits, 4U);
}

TEST(AnalysisCues, AnAnswerWithoutAlwaysAmongThoseWithIsACue) {
  ScenarioSpec spec = talk(8, 4);
  for (auto& node : spec.nodes) {
    for (auto& choice : node.choices) {
      choice.say = choice.id.rfind("weak", 0) == 0 ? "I will ALWAYS come." : "I come on Thursday.";
    }
  }
  const Analysis analysis = analyze(build(spec), "talk.yaml");
  EXPECT_TRUE(cue_of(analysis, Cue::without_absolute).gives_away);
  EXPECT_TRUE(cue_of(analysis, Cue::with_question).decisions.empty());
}

}  // namespace
}  // namespace steadfast
