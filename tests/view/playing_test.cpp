#include "view/playing.h"

#include <gtest/gtest.h>

#include "view/person.h"

namespace steadfast::test {
namespace {

TEST(MomentsAhead, CountsOverStatesWhenAHubComesBackToItself) {
  ScenarioSpec spec;
  NodeSpec hub{.id = "hub"};
  hub.choices = {{.id = "leave", .rate = {{1, 2}}, .to = "end"},
                 {.id = "one", .rate = {{1, 3}}, .to = "hub", .once = true},
                 {.id = "two", .rate = {{1, 3}}, .to = "hub", .once = true}};
  spec.nodes = {hub};
  spec.endings = {"end"};
  const Scenario scenario = build(spec);
  EXPECT_EQ(count_moments_ahead(scenario, begin(scenario).state), (MomentsAhead{1, 3}));
}

// `count` nodes in a row with four ways each, every one of them remembered in a number.
ScenarioSpec long_row(int count) {
  ScenarioSpec spec;
  for (int i = 0; i < count; ++i) {
    const std::string id = "n" + std::to_string(i);
    spec.variables.push_back({"v" + std::to_string(i), 0, 3, 0, {}, VariableKind::number, {}});
    NodeSpec node{.id = id};
    const std::string to = i + 1 == count ? "end" : "n" + std::to_string(i + 1);
    for (int way = 0; way < 4; ++way) {
      node.choices.push_back({.id = id + "-" + std::to_string(way),
                              .rate = {{1, way}},
                              .to = to,
                              .effects = {{"v" + std::to_string(i), "=" + std::to_string(way)}}});
    }
    spec.nodes.push_back(node);
  }
  spec.endings = {"end"};
  return spec;
}

TEST(MomentsAhead, FallsBackToTheGraphOfNodesWhenThereAreTooManyWays) {
  const Scenario scenario = build(long_row(12));
  EXPECT_EQ(count_moments_ahead(scenario, begin(scenario).state), (MomentsAhead{12, 12}));
}

TEST(MomentsAhead, SaysNothingWhenNeitherCanBeCounted) {
  ScenarioSpec spec = long_row(12);
  spec.nodes[5].choices.push_back({.id = "back", .rate = {{1, 2}}, .to = "n0", .once = true});
  const Scenario scenario = build(spec);
  const auto ahead = count_moments_ahead(scenario, begin(scenario).state);
  EXPECT_FALSE(ahead);
  EXPECT_EQ(moment_label(2, 1, ahead), "Moment 2");
}

TEST(MomentsAhead, NothingLiesAheadOfAnEnding) {
  const auto scenario = bench_scenario();
  Play play = start_play(*scenario, 1);
  take(*scenario, play, choice_called(*scenario, "early"));
  take(*scenario, play, choice_called(*scenario, "shrug"));
  EXPECT_EQ(count_moments_ahead(*scenario, play.state), (MomentsAhead{0, 0}));
}

TEST(ScreenView, KeysDifferFromScreenToScreen) {
  Person person;
  std::vector<std::string> keys;
  const auto note = [&] { keys.push_back(key_of(make_screen_view(person.state))); };
  note();
  person.does(OpenBrief{"bench"});
  note();
  person.does(StartScenario{"bench"});
  note();
  person.does(SelectChoice{"steady"});
  EXPECT_EQ(key_of(make_screen_view(person.state)), keys.back()) << "selecting is no new screen";
  person.says({"steady"});
  note();
  person.goes_on();
  note();
  person.does(NeedAMoment{});
  note();
  person.does(Leave{});
  note();
  for (std::size_t i = 1; i < keys.size(); ++i) EXPECT_NE(keys[i - 1], keys[i]);
  EXPECT_EQ(name_of(make_screen_view(person.state)), "left");
}

}  // namespace
}  // namespace steadfast::test
