// Step four: skills as bars and trust as a line, each also in words and as a table.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "view/debrief_parts.h"
#include "view/playing.h"
#include "view/text.h"

namespace steadfast {

namespace {

// Whole hundredths, cut off rather than rounded, so that a number never claims a band it has not reached.
int hundredths(const Ledger& ledger) {
  return (ledger.gained - ledger.least) * 100 / (ledger.most - ledger.least);
}

int chance_hundredths(const Ledger& ledger) {
  const double share = (ledger.expected - ledger.least) / static_cast<double>(ledger.most - ledger.least);
  return static_cast<int>(std::lround(share * 100));
}

// The answer that says most about the bar: the best of a strong skill, the weakest of another.
std::string reason_behind(const Scenario& scenario, const Play& play, std::size_t dimension, Band band) {
  const Rating* telling = nullptr;
  std::size_t moment = 0;
  for (std::size_t position = 0; position < play.decisions.size(); ++position) {
    for (const Rating& rating : scenario.at(play.decisions[position].choice).ratings) {
      if (rating.dimension.value != dimension) continue;
      const bool says_more = telling == nullptr || (band == Band::strong ? rating.level > telling->level
                                                                         : rating.level < telling->level);
      if (!says_more) continue;
      telling = &rating;
      moment = position + 1;
    }
  }
  if (telling == nullptr) return "Your answers did not touch this skill; others would have.";
  return telling->because.empty() ? fmt::format("See moment {}.", moment)
                                  : fmt::format("Moment {}: {}", moment, as_sentence(telling->because));
}

SkillBar make_bar(const Scenario& scenario, const Play& play, std::size_t dimension, const Ledger& ledger) {
  SkillBar bar;
  bar.name = scenario.rulebook->rubric.dimensions[dimension].name;
  bar.word = to_string(ledger.band);
  bar.wants_practice = ledger.band == Band::practise_again;
  bar.number = hundredths(ledger);
  bar.chance = chance_hundredths(ledger);
  bar.sentence = reason_behind(scenario, play, dimension, ledger.band);
  if (ledger.capped) bar.sentence += " This answer holds the skill back until it is put right.";
  return bar;
}

void add_skills(const Scenario& scenario, const Sitting& sitting, SkillsView& view) {
  view.heading = "Your skills";
  const std::optional<Score>& score = sitting.debrief->score;
  if (!score || !score->ending) {
    view.unavailable =
        "This conversation branches too widely to work out what it made possible, so there are no bars.";
    return;
  }
  std::vector<std::string> untouched;
  for (std::size_t position = 0; position < score->dimensions.size(); ++position) {
    const Ledger& ledger = score->dimensions[position];
    if (ledger.achieved) {
      view.bars.push_back(make_bar(scenario, sitting.play, position, ledger));
    } else {
      untouched.push_back(scenario.rulebook->rubric.dimensions[position].name);
    }
  }
  view.explanation =
      "Each number is out of 100: your share of what this conversation made possible. "
      "The thin line on a bar shows where answering at random would land.";
  if (!untouched.empty()) {
    view.not_practised = "Not practised in this conversation: " + joined_with_and(untouched) + ".";
  }
  const bool shown = sitting.debrief->skills_table;
  view.table_toggle = {shown ? "Hide table" : "Show as table", "", ShowSkillsTable{!shown}, true};
  if (!shown) return;
  view.table = TableView{"Your skills", {"Skill", "In words", "Out of 100", "At random"}, {}};
  for (const SkillBar& bar : view.bars) {
    view.table->rows.push_back({bar.name, bar.word, std::to_string(bar.number), std::to_string(bar.chance)});
  }
}

std::string word_of_change(float change) {
  constexpr float kSame = 0.01F;
  constexpr float kLittle = 0.06F;
  const float size = std::fabs(change);
  if (size <= kSame) return "about the same";
  return fmt::format("{}{}", size <= kLittle ? "a little " : "", change > 0 ? "higher" : "lower");
}

void add_trust(const Scenario& scenario, const Sitting& sitting, SkillsView& view) {
  const std::vector<Step> steps = replay(scenario, sitting.play);
  std::optional<float> before = level_of(scenario, steps.front().state, "trust");
  if (!before) return;
  view.trust_heading = fmt::format("Trust, as {} might feel it", subject_of(scenario.mentee));
  view.trust_line =
      "One possible young person, not a formula. Trust can rise after a hidden gift and fall after an "
      "honest word. The honest word is still right.";
  view.trust.push_back({*before, "Start", {Shape::circle, "start"}, "At the start."});
  const bool shown = sitting.debrief->trust_table;
  TableView table{view.trust_heading, {"Moment", "You said", "Trust"}, {{"Start", "", "where it began"}}};
  for (std::size_t position = 0; position < sitting.play.decisions.size(); ++position) {
    const Choice& choice = scenario.at(sitting.play.decisions[position].choice);
    const float level = level_of(scenario, steps[position + 1].state, "trust").value_or(*before);
    const std::string change = word_of_change(level - *before);
    const std::string number = std::to_string(position + 1);
    view.trust.push_back(
        {level, number, mark_of_choice(choice),
         fmt::format("After moment {}: {}. You said {}", number, change, in_quotes(choice.say))});
    table.rows.push_back({number, choice.say, change});
    before = level;
  }
  view.trust_toggle = {shown ? "Hide table" : "Show as table", "", ShowTrustTable{!shown}, true};
  if (shown) view.trust_table = std::move(table);
}

}  // namespace

SkillsView make_skills(const AppState& state) {
  const Sitting& sitting = *state.sitting;
  const Scenario& scenario = *state.content->scenarios[sitting.entry].scenario;
  SkillsView view;
  add_skills(scenario, sitting, view);
  add_trust(scenario, sitting, view);
  return view;
}

}  // namespace steadfast
