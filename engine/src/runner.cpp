#include "steadfast/runner.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "compiled_tables.h"

namespace steadfast {
namespace {

// What is wanted soon, so that memory brings it meanwhile. Changes nothing else.
void prefetch([[maybe_unused]] const void* what) {
#if defined(__GNUC__)
  __builtin_prefetch(what);
#endif
}

void apply(const CompiledTables& tables, RecordRange changes, std::span<std::int32_t> values) {
  const auto change = [&](const ChangeRecord& record, std::int64_t wanted) {
    values[record.position] =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(wanted, record.least, record.most));
  };
  const auto result_of = [&](const ChangeRecord& record) {
    return std::int64_t{tables.programs[static_cast<std::size_t>(record.number)]->evaluate(values)};
  };
  for (std::uint32_t i = changes.first; i < changes.first + changes.count; ++i) {
    const ChangeRecord& record = tables.changes[i];
    switch (record.kind) {
      case ChangeRecord::Kind::set:
        change(record, record.number);
        break;
      case ChangeRecord::Kind::add:
        change(record, std::int64_t{values[record.position]} + record.number);
        break;
      case ChangeRecord::Kind::set_program:
        change(record, result_of(record));
        break;
      case ChangeRecord::Kind::add_program:
        change(record, values[record.position] + result_of(record));
        break;
      case ChangeRecord::Kind::skip_unless:
        if (!tables.holds(tables.conditions[record.position], values)) {
          i += static_cast<std::uint32_t>(record.number);
        }
        break;
    }
  }
}

const PassageView& told(const CompiledTables& tables, const TellingRecord& telling,
                        std::span<const std::int32_t> values) {
  for (std::uint32_t i = 0; i < telling.variant_count; ++i) {
    if (tables.holds(tables.conditions[telling.first_variant + i], values)) {
      return tables.passages[telling.passage + 1 + i].view;
    }
  }
  return tables.passages[telling.passage].view;
}

}  // namespace

CompiledScenario::CompiledScenario(const Scenario& scenario)
    : tables_(std::make_unique<const CompiledTables>(compile_tables(scenario))) {}
CompiledScenario::~CompiledScenario() = default;
CompiledScenario::CompiledScenario(CompiledScenario&&) noexcept = default;
CompiledScenario& CompiledScenario::operator=(CompiledScenario&&) noexcept = default;

const Scenario& CompiledScenario::scenario() const {
  return *tables_->scenario;
}

std::string_view CompiledScenario::say(ChoiceIndex choice) const {
  return tables_->choices[choice.value].say;
}

Runner::Runner(const CompiledScenario& compiled) : tables_(&compiled.tables()) {
  restart();
}

void Runner::restart() {
  values_ = tables_->start_values;
  chosen_.reset();
  settle(0);
}

State Runner::state() const {
  return {phase_, node_, ending_, values_};
}

void Runner::choose(ChoiceIndex choice) {
  assert(std::find(offered_.begin(), offered_.end(), choice) != offered_.end());
  const ChoiceRecord& record = tables_->choices[choice.value];
  if ((record.next & kEndingBit) == 0) prefetch(&tables_->nodes[record.next]);
  prefetch(&tables_->passages[record.reply.passage]);
  chosen_ = choice;
  if (record.once != ChoiceRecord::kNotOnce) values_[record.once] = 1;
  apply(*tables_, record.changes, values_);
  apply(*tables_, tables_->rules, values_);
  settle(record.next);
}

// Looks at each condition once: what is open says both where the play comes to rest and what is offered.
void Runner::settle(std::uint32_t target) {
  offered_.clear();
  passed_.clear();
  node_ = {};
  ending_ = {};
  // The values do not change on the way, so passing more nodes than there are means going round.
  for (std::size_t steps = 0; steps <= tables_->nodes.size(); ++steps) {
    if ((target & kEndingBit) != 0) {
      phase_ = Phase::ended;
      ending_ = {target & ~kEndingBit};
      return;
    }
    const NodeRecord& node = tables_->nodes[target];
    prefetch(&tables_->passages[node.telling.passage]);
    passed_.push_back({target});
    for (std::uint32_t i = node.choices.first; i < node.choices.first + node.choices.count; ++i) {
      const ChoiceRecord& choice = tables_->choices[i];
      const bool is_used = choice.once != ChoiceRecord::kNotOnce && values_[choice.once] != 0;
      if (!is_used && tables_->holds(choice.when, values_)) offered_.push_back({i});
    }
    const bool is_stuck = node.onward == kNowhere || steps == tables_->nodes.size();
    if (!offered_.empty() || is_stuck) {
      phase_ = offered_.empty() ? Phase::stuck : Phase::deciding;
      node_ = {target};
      return;
    }
    target = node.onward;
  }
}

std::span<const Shown> Runner::shown() {
  shown_.clear();
  if (chosen_) {
    shown_.push_back({chosen_, {}, &told(*tables_, tables_->choices[chosen_->value].reply, values_)});
  }
  for (const NodeIndex node : passed_) {
    shown_.push_back({std::nullopt, node, &told(*tables_, tables_->nodes[node.value].telling, values_)});
  }
  return shown_;
}

}  // namespace steadfast
