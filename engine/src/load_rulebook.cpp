#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "codes.h"
#include "content_hash.h"
#include "names.h"
#include "open_source.h"
#include "read_state.h"
#include "schema.h"
#include "schema_values.h"
#include "steadfast/load.h"

namespace steadfast {

namespace {

// --- Mentee model ---------------------------------------------------------------------------------

// A variable has a range or a list of named values.
void read_range(YamlNode written, Variable& variable, Problems& problems) {
  const YamlNode least = written.find("min");
  const YamlNode most = written.find("max");
  const YamlNode values = written.find("values");
  if (values.present()) {
    variable.kind = VariableKind::named;
    variable.value_names = texts_of(values);
    variable.most = std::max(0, static_cast<std::int32_t>(variable.value_names.size()) - 1);
    NameTable names{"value"};
    for (const YamlNode name : values.items()) names.declare(name, 0, problems);
    return;
  }
  variable.least = number_of(least, 0);
  variable.most = number_of(most, variable.least);
  if (variable.least > variable.most) {
    problems.error(codes::kTurnedRange, most.where(),
                   fmt::format("`max` of `{}` is smaller than its `min`", variable.id.text));
    std::swap(variable.least, variable.most);
  }
}

void read_model_variables(YamlNode root, StateScope& state, Problems& problems) {
  for (const YamlNode written : root.find("variables").items()) {
    Variable variable;
    variable.id.text = words_of(written.find("id"));
    variable.origin = VariableOrigin::model;
    variable.meaning = words_of(written.find("meaning"));
    read_range(written, variable, problems);
    variable.start = read_start_value(written.find("start"), variable, problems);
    if (written.find("drift").is_text()) variable.drift = parse_number(written.find("drift").text());
    state.names.declare(written.find("id"), static_cast<std::uint32_t>(state.variables.size()), problems);
    state.variables.push_back(std::move(variable));
  }
  read_flags(root.find("flags"), VariableOrigin::model, state, problems);
}

MenteeModel read_model(YamlNode root, StateScope& state, Problems& problems) {
  read_model_variables(root, state, problems);
  // A condition may name those above it, so that none can lead back to itself.
  for (const YamlNode written : root.find("conditions").items()) {
    NamedCondition condition{words_of(written.find("id")),
                             read_condition(written.find("is"), state, problems),
                             words_of(written.find("meaning"))};
    state.names.declare(written.find("id"), kConditionPosition, problems);
    state.conditions.push_back(std::move(condition));
  }
  MenteeModel model;
  NameTable rules{"rule"};
  for (const YamlNode written : root.find("rules").items()) {
    rules.declare(written.find("id"), 0, problems);
    model.rules.push_back({words_of(written.find("id")), words_of(written.find("meaning")),
                           read_changes(written.find("changes"), state, problems)});
  }
  model.variables = state.variables;
  model.conditions = state.conditions;
  return model;
}

// --- Acts and rubric ------------------------------------------------------------------------------

std::vector<Act> read_acts(YamlNode root, const StateScope& state, Problems& problems) {
  std::vector<Act> acts;
  NameTable names{"act"};
  for (const YamlNode written : root.find("acts").items()) {
    names.declare(written.find("id"), 0, problems);
    acts.push_back({{words_of(written.find("id"))},
                    words_of(written.find("meaning")),
                    read_changes(written.find("changes"), state, problems)});
  }
  return acts;
}

Bands read_bands(YamlNode written, Problems& problems) {
  Bands bands;
  bands.growing = number_of(written.find("growing"), bands.growing);
  bands.strong = number_of(written.find("strong"), bands.strong);
  bands.ready = number_of(written.find("ready"), bands.ready);
  if (bands.growing >= bands.strong) {
    problems.error(codes::kTurnedRange, written.find("strong").where(),
                   "`strong` must be more than `growing`");
  }
  return bands;
}

Rubric read_rubric(YamlNode root, const std::vector<Act>& acts, Problems& problems) {
  Rubric rubric;
  NameTable dimensions{"dimension"};
  for (const YamlNode written : root.find("dimensions").items()) {
    Dimension dimension{{words_of(written.find("id"))},
                        words_of(written.find("name")),
                        words_of(written.find("short_name")),
                        words_of(written.find("definition")),
                        {}};
    std::vector<std::string> anchors = texts_of(written.find("anchors"));
    anchors.resize(dimension.anchors.size());
    std::move(anchors.begin(), anchors.end(), dimension.anchors.begin());
    dimensions.declare(written.find("id"), 0, problems);
    rubric.dimensions.push_back(std::move(dimension));
  }
  NameTable critical_errors{"critical error"};
  for (const YamlNode written : root.find("critical_errors").items()) {
    critical_errors.declare(written.find("id"), 0, problems);
    rubric.critical_errors.push_back(
        {{words_of(written.find("id"))}, words_of(written.find("name")), words_of(written.find("why"))});
  }
  rubric.bands = read_bands(root.find("bands"), problems);
  NameTable names{"act", codes::kUnknownAct};
  for (std::size_t at = 0; at < acts.size(); ++at) {
    names.declare_elsewhere(acts[at].id.text, static_cast<std::uint32_t>(at));
  }
  for (const YamlNode act : root.find("repairing_acts").items()) {
    if (const auto found = names.find_or_report(act, problems)) {
      rubric.repairing_acts.push_back(ActIndex{*found});
    }
  }
  return rubric;
}

}  // namespace

LoadedRulebook load_rulebook(const Source& rubric, const Source& mentee_model, const Source& acts) {
  OpenSource rubric_file{rubric, rubric_schema()};
  OpenSource model_file{mentee_model, mentee_model_schema()};
  OpenSource acts_file{acts, acts_schema()};

  // Each file is linked with the ones before it, as long as those could be read.
  Rulebook rulebook;
  StateScope state;
  if (model_file.can_be_linked) rulebook.model = read_model(model_file.root(), state, model_file.problems);
  state.names.forget_places();
  const bool acts_can_be_linked = model_file.can_be_linked && acts_file.can_be_linked;
  if (acts_can_be_linked) rulebook.acts = read_acts(acts_file.root(), state, acts_file.problems);
  if (acts_can_be_linked && rubric_file.can_be_linked) {
    rulebook.rubric = read_rubric(rubric_file.root(), rulebook.acts, rubric_file.problems);
  }
  LoadedRulebook loaded;
  for (OpenSource* file : {&rubric_file, &model_file, &acts_file}) {
    std::vector<Diagnostic> found = file->problems.take();
    std::move(found.begin(), found.end(), std::back_inserter(loaded.diagnostics));
  }
  sort_diagnostics(loaded.diagnostics);
  if (has_errors(loaded.diagnostics)) return loaded;
  for (const OpenSource* file : {&rubric_file, &model_file, &acts_file}) {
    rulebook.content += canonical_form(file->root());
  }
  loaded.rulebook = std::make_shared<const Rulebook>(std::move(rulebook));
  return loaded;
}

}  // namespace steadfast
