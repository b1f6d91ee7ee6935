#include "check_use.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

#include "check_structure.h"
#include "codes.h"

namespace steadfast {

namespace {

// By position of the variable.
class Uses {
 public:
  explicit Uses(const Scenario& scenario) : is_read_(scenario.variables.size()), is_set_(is_read_.size()) {
    for (const Node& node : scenario.nodes) add(node.telling);
    for (const Choice& choice : scenario.choices) {
      read(choice.when);
      add(choice.reply);
      add(choice.effects);
    }
    for (const Act& act : scenario.acts) {
      for (const ConditionalChanges& entry : act.changes) {
        read(entry.when);
        add(entry.changes);
      }
    }
    for (const OmissionGate& gate : scenario.omissions) {
      is_read_[gate.flag.value] = true;
      read(gate.when);
    }
  }

  bool is_read(std::size_t variable) const { return is_read_[variable]; }
  bool is_set(std::size_t variable) const { return is_set_[variable]; }

 private:
  void read(const Expression& expression) {
    for (const VariableIndex variable : expression.reads()) is_read_[variable.value] = true;
  }
  void add(const Telling& telling) {
    for (const Variant& variant : telling.variants) read(variant.when);
  }
  void add(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
      is_set_[change.variable.value] = true;
      read(change.amount);
    }
  }

  std::vector<bool> is_read_;
  std::vector<bool> is_set_;
};

bool sets(const std::vector<Change>& changes, VariableIndex flag) {
  return std::any_of(changes.begin(), changes.end(), [flag](const Change& change) {
    return change.variable == flag && (!change.amount.reads().empty() || change.amount.evaluate({}) != 0);
  });
}

bool sets(const Choice& choice, const std::vector<Act>& acts, VariableIndex flag) {
  return sets(choice.effects, flag) || std::any_of(choice.acts.begin(), choice.acts.end(), [&](ActIndex act) {
           const auto& entries = acts[act.value].changes;
           return std::any_of(entries.begin(), entries.end(),
                              [&](const ConditionalChanges& entry) { return sets(entry.changes, flag); });
         });
}

bool is_harmful(const Choice& choice) {
  constexpr int kMostOfAWeakAnswer = 1;
  return choice.critical || choice.serious ||
         std::all_of(choice.ratings.begin(), choice.ratings.end(),
                     [](const Rating& rating) { return rating.level <= kMostOfAWeakAnswer; });
}

// What has to be said by the end is nothing that only harmful answers say.
void check_omissions(const ReadingScenario& reading) {
  const Scenario& scenario = reading.scenario;
  std::size_t position = 0;
  for (const YamlNode written : reading.root.find("omissions").items()) {
    const OmissionGate& gate = scenario.omissions[position++];
    std::vector<const Choice*> setting;
    for (const Choice& choice : scenario.choices) {
      if (sets(choice, scenario.acts, gate.flag)) setting.push_back(&choice);
    }
    const bool is_met_by_harm =
        !setting.empty() &&
        std::all_of(setting.begin(), setting.end(), [](const Choice* choice) { return is_harmful(*choice); });
    if (!is_met_by_harm) continue;
    const YamlNode flag = written.find("flag");
    reading.problems
        ->warning(codes::kOmissionMetByHarm, flag.where(),
                  fmt::format("only harmful answers set `{}`, and this omission waits for it", flag.text()),
                  "write the flag that the right answer sets")
        .notes.push_back({setting.front()->where, fmt::format("`{}` sets it", setting.front()->id.text)});
  }
}

void check_once(const ReadingScenario& reading) {
  const Scenario& scenario = reading.scenario;
  const std::vector<std::size_t> circles = circles_of(scenario);
  std::size_t position = 0;
  for (const YamlNode node : reading.root.find("nodes").items()) {
    for (const YamlNode written : node.find("choices").items()) {
      const Choice& choice = scenario.choices[position++];
      if (!choice.once) continue;
      const auto* next = std::get_if<NodeIndex>(&choice.next);
      if (next != nullptr && circles[next->value] == circles[choice.node.value]) continue;
      reading.problems->advice(codes::kOnceWithoutReturn, written.find("once").where(),
                               fmt::format("nothing leads back to `{}` after `{}`, so `once` changes nothing",
                                           scenario.at(choice.node).id.text, choice.id.text),
                               "remove it, or let the conversation come back");
    }
  }
}

}  // namespace

void check_use(const ReadingScenario& reading) {
  check_omissions(reading);
  check_once(reading);
  const Uses uses(reading.scenario);
  for (const char* list : {"variables", "flags"}) {
    for (const YamlNode declared : reading.root.find(list).items()) {
      const YamlNode id = declared.find("id");
      const auto position = reading.state.names.find(id.text());
      if (!position || *position >= reading.scenario.variables.size() || uses.is_set(*position)) continue;
      if (uses.is_read(*position)) {
        reading.problems->warning(
            codes::kUnusedVariable, id.where(),
            fmt::format("nothing ever changes `{}`, so it stays as it starts", id.text()),
            "change it under `effects:` of a choice");
      } else {
        reading.problems->warning(codes::kUnusedVariable, id.where(),
                                  fmt::format("nothing uses `{}`", id.text()),
                                  "change it under `effects:` and ask for it under `when:`, or remove it");
      }
    }
  }
}

}  // namespace steadfast
