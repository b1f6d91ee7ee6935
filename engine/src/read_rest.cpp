// Endings, omissions, plays and act overrides of a scenario.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "codes.h"
#include "read_scenario.h"

namespace steadfast {

namespace {

Span place_of(YamlNode thing) {
  const YamlNode id = thing.find("id");
  return id.present() ? id.where() : thing.where();
}

// A play goes by the ids of the choices, which may have changed since it was recorded.
bool is_choice(YamlNode name, const ReadingScenario& reading) {
  if (!name.is_text() || name.is_spoilt()) return false;
  if (reading.choices.find(name.text())) return true;
  std::string help = "the plays at the end of the file must follow the ids of the choices";
  const std::string near = reading.choices.help_for(name.text(), *reading.problems);
  if (!near.empty()) help += ": " + near;
  reading.problems->unknown_name(codes::kUnknownChoice, name.text(), name.where(),
                                 fmt::format("no choice is called `{}`", name.text()), std::move(help));
  return false;
}

RecordedPlay read_play(YamlNode written, const ReadingScenario& reading) {
  Problems& problems = *reading.problems;
  RecordedPlay play;
  play.id = words_of(written.find("id"));
  play.about = words_of(written.find("about"));
  play.where = place_of(written);
  for (const YamlNode choice : written.find("choose").items()) {
    if (is_choice(choice, reading)) {
      play.choose.push_back({words_of(choice)});
      play.places.choose.push_back(choice.where());
    }
  }
  const YamlNode expect = written.find("expect");
  if (reading.endings.find_or_report(expect.find("ending"), problems)) {
    play.ending = words_of(expect.find("ending"));
    play.places.ending = expect.find("ending").where();
  }
  play.status = words_of(expect.find("status"));
  if (!play.status.empty()) play.places.status = expect.find("status").where();
  for (const YamlEntry entry : expect.find("dimensions").entries()) {
    if (const auto found = reading.dimensions.find_or_report(entry.key, problems)) {
      play.dimensions.push_back({DimensionIndex{*found}, words_of(entry.value)});
      play.places.dimensions.push_back(entry.value.where());
    }
  }
  play.checks_criticals = expect.find("criticals").is_list();
  if (play.checks_criticals) play.places.criticals = expect.find("criticals").where();
  for (const YamlNode code : expect.find("criticals").items()) {
    if (reading.critical_errors.find_or_report(code, problems)) {
      play.criticals.push_back(words_of(code));
    }
  }
  for (const YamlNode node : expect.find("shown").items()) {
    if (reading.nodes.find_or_report(node, problems)) {
      play.shown.push_back({words_of(node)});
      play.places.shown.push_back(node.where());
    }
  }
  for (const YamlNode choice : expect.find("closed").items()) {
    if (is_choice(choice, reading)) {
      play.closed.push_back({words_of(choice)});
      play.places.closed.push_back(choice.where());
    }
  }
  return play;
}

}  // namespace

void read_act_overrides(ReadingScenario& reading) {
  Scenario& scenario = reading.scenario;
  scenario.acts = scenario.rulebook->acts;
  NameTable overridden{"act override"};
  for (const YamlNode written : reading.root.find("act_overrides").items()) {
    const YamlNode name = written.find("act");
    std::vector<ConditionalChanges> changes =
        read_changes(written.find("changes"), reading.state, *reading.problems);
    const auto act = reading.acts.find_or_report(name, *reading.problems);
    if (!act) continue;
    overridden.declare(name, *act, *reading.problems);
    scenario.acts[*act].changes = std::move(changes);
    scenario.act_overrides.push_back({ActIndex{*act}, words_of(written.find("why"))});
  }
}

void read_endings(ReadingScenario& reading) {
  for (const YamlNode written : reading.root.find("endings").items()) {
    Ending ending;
    ending.id.text = words_of(written.find("id"));
    ending.title = words_of(written.find("title"));
    ending.what_happened = words_of(written.find("what_happened"));
    ending.reflection = words_of(written.find("reflection"));
    ending.where_reflection = written.find("reflection").where();
    for (std::string& text : texts_of(written.find("was"))) ending.was.push_back({std::move(text)});
    ending.where = place_of(written);
    reading.scenario.endings.push_back(std::move(ending));
  }
}

void read_omissions(ReadingScenario& reading) {
  NameTable names{"omission"};
  Problems& problems = *reading.problems;
  for (const YamlNode written : reading.root.find("omissions").items()) {
    OmissionGate gate;
    gate.id = words_of(written.find("id"));
    gate.name = words_of(written.find("name"));
    gate.feedback = read_feedback(written.find("feedback"));
    gate.where = place_of(written);
    gate.when = read_condition(written.find("when"), reading.state, problems);
    names.declare(written.find("id"), static_cast<std::uint32_t>(reading.scenario.omissions.size()),
                  problems);
    const YamlNode flag = written.find("flag");
    const auto found = reading.state.names.find_or_report(flag, problems);
    if (found) {
      const bool is_flag = *found < reading.state.variables.size() &&
                           reading.state.variables[*found].kind == VariableKind::flag;
      if (is_flag) {
        gate.flag = VariableIndex{*found};
      } else {
        problems.error(codes::kUnknownVariable, flag.where(), fmt::format("`{}` is not a flag", flag.text()),
                       "an omission waits for a flag to be set");
      }
    }
    reading.scenario.omissions.push_back(std::move(gate));
  }
}

void read_plays(ReadingScenario& reading) {
  NameTable names{"play"};
  for (const YamlNode written : reading.root.find("plays").items()) {
    names.declare(written.find("id"), static_cast<std::uint32_t>(reading.scenario.plays.size()),
                  *reading.problems);
    reading.scenario.plays.push_back(read_play(written, reading));
  }
}

}  // namespace steadfast
