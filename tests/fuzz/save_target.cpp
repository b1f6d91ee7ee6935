#include <string>
#include <utility>

#include "fuzz/kept_files.h"
#include "fuzz/targets.h"
#include "fuzz/told.h"
#include "fuzz/walk.h"
#include "steadfast/load.h"
#include "steadfast/save.h"

namespace steadfast::fuzz {

namespace {

constexpr int kSteps = 20;

const Scenario& short_walk() {
  static const LoadedScenario loaded =
      load_scenario(kept_file("tests/data/valid/a-short-walk.yaml"), small_rulebook());
  return loaded.scenario.value();
}

std::string resume_trouble(const Save& save) {
  const Scenario& scenario = short_walk();
  const Result<Resumed> resumed = resume_play(scenario, save);
  if (!resumed) return resumed.error().message.empty() ? "it is refused without a word" : "";
  const Play& play = resumed.value().play;
  if (resumed.value().decisions_lost + play.decisions.size() != save.decisions.size()) {
    return "answers are neither kept nor lost";
  }
  if (resumed.value().decisions_lost > 0 && resumed.value().explanation.empty()) {
    return "answers are lost without a word";
  }
  if (play.practice_from && *play.practice_from > play.decisions.size()) {
    return "a practice branch leaves the play behind its end";
  }
  if (replay(scenario, play).back().state != play.state) return "the answers lead elsewhere";
  return walk_trouble(scenario, play, nullptr, save.seed, kSteps);
}

}  // namespace

std::string save_trouble(std::string_view text) {
  const Result<Save> read = parse_save(text);
  if (!read) return is_printable(read.error().message, Lines::one) ? "" : "the error cannot be printed";
  Save save = read.value();
  const Result<Save> again = parse_save(serialise(save));
  if (!again || again.value() != save) return "it reads otherwise once written again";
  // As it is, of an older text of the conversation, and of the text of today.
  std::string trouble = resume_trouble(save);
  save.scenario = short_walk().id;
  if (trouble.empty()) trouble = resume_trouble(save);
  save.content_hash = short_walk().play_hash;
  return trouble.empty() ? resume_trouble(save) : trouble;
}

}  // namespace steadfast::fuzz
