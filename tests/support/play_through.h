// The driver of engine tests: every play runs straight and, beside it, through save and load at each step.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "steadfast/save.h"
#include "steadfast/session.h"

namespace steadfast::test {

// The play as it comes back from a file.
inline Play through_a_file(const Scenario& scenario, const Play& play) {
  const std::string text = serialise(save_play(scenario, play));
  const Result<Save> save = parse_save(text);
  EXPECT_TRUE(save.has_value()) << (save ? "" : save.error().message);
  if (!save) {
    return play;
  }
  EXPECT_EQ(serialise(save.value()), text);
  const Result<Resumed> resumed = resume_play(scenario, save.value());
  EXPECT_TRUE(resumed.has_value()) << (resumed ? "" : resumed.error().message);
  if (!resumed) {
    return play;
  }
  EXPECT_EQ(resumed.value().decisions_lost, 0U);
  EXPECT_EQ(resumed.value().explanation, "");
  return resumed.value().play;
}

// Takes one choice both ways and compares what comes of it.
inline std::vector<Event> take_both_ways(const Scenario& scenario, Play& play, ChoiceIndex choice) {
  Play reloaded = through_a_file(scenario, play);
  EXPECT_EQ(reloaded, play);
  const State quiet = choose_quietly(scenario, play.state, choice);
  const std::vector<Event> events = take(scenario, play, choice);
  const std::vector<Event> events_after_load = take(scenario, reloaded, choice);
  EXPECT_EQ(events.size(), events_after_load.size());
  EXPECT_EQ(reloaded, play);
  EXPECT_EQ(quiet, play.state);
  return events;
}

inline Play play_through(const Scenario& scenario, const std::vector<std::string>& ids,
                         std::uint64_t seed = 1) {
  Play play = start_play(scenario, seed);
  for (const std::string& id : ids) {
    const auto choice = find_offered(scenario, play.state, id);
    if (!choice) {
      ADD_FAILURE() << id << " is not offered after " << play.decisions.size() << " decisions";
      break;
    }
    take_both_ways(scenario, play, *choice);
  }
  EXPECT_EQ(through_a_file(scenario, play), play);
  EXPECT_EQ(replay(scenario, play).back().state, play.state);
  return play;
}

}  // namespace steadfast::test
