#include "check_use.h"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

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

}  // namespace

void check_use(const ReadingScenario& reading) {
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
