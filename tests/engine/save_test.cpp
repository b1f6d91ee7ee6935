#include "steadfast/save.h"

#include <gtest/gtest.h>

#include <limits>

#include "support/play_through.h"
#include "support/scenario_builder.h"

namespace steadfast {
namespace {

using test::build;
using test::play_through;
using test::ScenarioSpec;

ScenarioSpec three_steps() {
  ScenarioSpec spec;
  spec.variables = {{"trust", 0, 100, 20}};
  spec.nodes = {{"one", {{"a", {}, "two"}, {"b", {}, "two"}}},
                {"two", {{"c", {}, "three"}, {"d", {}, "three", "trust >= 20"}}},
                {"three", {{"e", {}, "end"}, {"f", {}, "end"}}}};
  spec.endings = {"end"};
  return spec;
}

Save an_odd_save() {
  Save save;
  save.scenario = "with space, 100% and\nline é";
  save.content_hash = "";
  save.seed = std::numeric_limits<std::uint64_t>::max();
  save.practice_from = 1;
  save.decisions = {{"node", "choice"}, {"", "%"}, {" ", "\x01\xff"}};
  save.snapshot.phase = Phase::ended;
  save.snapshot.ending.value = 3;
  save.snapshot.values = {0, -1, std::numeric_limits<std::int32_t>::min(),
                          std::numeric_limits<std::int32_t>::max()};
  return save;
}

TEST(Save, TheTextIsStable) {
  const Scenario scenario = build(three_steps());
  Play play = play_through(scenario, {"a", "d"}, 42);
  EXPECT_EQ(serialise(save_play(scenario, play)),
            "steadfast-play 1\n"
            "scenario built\n"
            "content 0123456789abcdef0123456789abcdef\n"
            "seed 42\n"
            "decision one a\n"
            "decision two d\n"
            "phase deciding\n"
            "node 2\n"
            "ending 0\n"
            "values 20\n"
            "end\n");
}

TEST(Save, WhateverItHoldsComesBack) {
  const Save save = an_odd_save();
  const Result<Save> read = parse_save(serialise(save));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(read.value(), save);
  Save empty;
  const Result<Save> read_empty = parse_save(serialise(empty));
  ASSERT_TRUE(read_empty.has_value()) << read_empty.error().message;
  EXPECT_EQ(read_empty.value(), empty);
}

TEST(Save, AnyDamageIsReadWithoutHarm) {
  const std::string text = serialise(an_odd_save());
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_FALSE(parse_save(text.substr(0, length)).has_value()) << length;
  }
  std::uint64_t random = 3;
  const auto next = [&random] {
    random = random * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(random >> 33U);
  };
  std::size_t refused = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string damaged = text;
    for (std::size_t i = 0; i <= next() % 3; ++i) {
      const std::size_t place = next() % damaged.size();
      switch (next() % 3) {
        case 0:
          damaged[place] = static_cast<char>(next() % 256);
          break;
        case 1:
          damaged.erase(place, 1 + next() % 4);
          break;
        default:
          damaged.insert(place, 1, " \n%9-"[next() % 5]);
      }
    }
    const Result<Save> read = parse_save(damaged);
    if (read) {
      EXPECT_EQ(parse_save(serialise(read.value())).value(), read.value());
    } else {
      ++refused;
      EXPECT_FALSE(read.error().message.empty());
    }
  }
  EXPECT_GT(refused, 20'000U);
}

TEST(Save, AnErrorNamesTheLine) {
  const std::string text =
      serialise(save_play(build(three_steps()), play_through(build(three_steps()), {"a"})));
  const auto message_of = [](const std::string& damaged) { return parse_save(damaged).error().message; };
  EXPECT_EQ(message_of(""),
            "the saved play cannot be read: line 1 should hold `steadfast-play` and a version");
  std::string no_choice = text;
  no_choice.replace(no_choice.find("decision one a"), 14, "decision one");
  EXPECT_NE(message_of(no_choice).find("line 5"), std::string::npos) << message_of(no_choice);
  std::string later_version = text;
  later_version.replace(0, 16, "steadfast-play 9");
  EXPECT_NE(message_of(later_version).find("format 9"), std::string::npos);
  EXPECT_NE(message_of(text + "more\n").find("`end` and nothing after it"), std::string::npos);
}

TEST(Save, AnotherScenarioOrAnInconsistentSaveIsRefused) {
  const Scenario scenario = build(three_steps());
  const Save good = save_play(scenario, play_through(scenario, {"a", "c"}));
  ASSERT_TRUE(resume_play(scenario, good).has_value());

  Save other = good;
  other.scenario = "another";
  EXPECT_EQ(resume_play(scenario, other).error().message,
            "the saved play belongs to the conversation `another`, not to `built`");
  std::vector<Save> damaged(6, good);
  damaged[0].snapshot.node.value = 999;
  damaged[1].snapshot.values.clear();
  damaged[2].snapshot.phase = Phase::ended;
  damaged[3].decisions.pop_back();
  damaged[4].decisions[0].choice = "nothing";
  damaged[5].practice_from = 3;
  for (const Save& save : damaged) {
    EXPECT_FALSE(resume_play(scenario, save).has_value());
  }
}

TEST(Save, AnEditedTextKeepsThePlayWhenEveryAnswerFits) {
  const Scenario before = build(three_steps());
  const Save save = save_play(before, play_through(before, {"b", "d"}, 7));
  ScenarioSpec spec = three_steps();
  spec.nodes[0].choices.insert(spec.nodes[0].choices.begin(), {"new", {}, "end"});
  spec.nodes[0].id = "start";
  spec.nodes[0].was = {"one"};
  spec.nodes[1].choices[1].id = "renamed";
  spec.nodes[1].choices[1].was = {"d"};
  Scenario after = build(spec);
  after.play_hash = "other";
  const Result<Resumed> resumed = resume_play(after, save);
  ASSERT_TRUE(resumed.has_value());
  EXPECT_EQ(resumed.value().decisions_lost, 0U);
  EXPECT_NE(resumed.value().explanation.find("Every answer still fits"), std::string::npos);
  EXPECT_EQ(resumed.value().play.seed, 7U);
  EXPECT_EQ(resumed.value().play.state, play_through(after, {"b", "renamed"}).state);
}

TEST(Save, AnEditStopsAtTheLastAnswerThatAgrees) {
  const Scenario before = build(three_steps());
  const Play play = play_through(before, {"a", "d", "e"});
  struct Edit {
    std::string what;
    std::uint32_t lost;
    ScenarioSpec spec;
  };
  std::vector<Edit> edits(4, {"", 0, three_steps()});
  edits[0].what = "the condition no longer holds";
  edits[0].lost = 2;
  edits[0].spec.nodes[1].choices[1].when = "trust >= 21";
  edits[1].what = "the choice is gone";
  edits[1].lost = 3;
  edits[1].spec.nodes[0].choices[0].id = "z";
  edits[2].what = "another node comes there";
  edits[2].lost = 1;
  edits[2].spec.nodes[2].id = "three-b";
  edits[2].spec.nodes[1].choices[0].to = "three-b";
  edits[2].spec.nodes[1].choices[1].to = "three-b";
  edits[3].what = "the conversation ends earlier";
  edits[3].lost = 1;
  edits[3].spec.nodes[1].choices[1].to = "end";
  for (const Edit& edit : edits) {
    SCOPED_TRACE(edit.what);
    Scenario after = build(edit.spec);
    after.play_hash = "other";
    Save save = save_play(before, play);
    save.practice_from = 2;
    const Result<Resumed> resumed = resume_play(after, save);
    ASSERT_TRUE(resumed.has_value());
    EXPECT_EQ(resumed.value().decisions_lost, edit.lost);
    EXPECT_EQ(resumed.value().play.decisions.size(), 3U - edit.lost);
    EXPECT_EQ(resumed.value().play.practice_from, std::min(2U, 3U - edit.lost));
    EXPECT_NE(resumed.value().explanation.find(std::to_string(edit.lost) + " of its answers no longer fit"),
              std::string::npos);
    EXPECT_EQ(resumed.value().play, test::through_a_file(after, resumed.value().play));
  }
}

}  // namespace
}  // namespace steadfast
