#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include "compiled_tables.h"
#include "expression_limits.h"
#include "session_step.h"

namespace steadfast {
namespace {

using Instruction = Expression::Instruction;
using Operation = Instruction::Operation;

template <class Thing>
std::uint32_t count_of(const std::vector<Thing>& things) {
  return static_cast<std::uint32_t>(things.size());
}

// Where the part of a program that ends at each position begins; empty when the program is ill-formed.
std::vector<std::size_t> first_of_parts(std::span<const Instruction> program) {
  std::vector<std::size_t> first;
  std::vector<std::size_t> stack;  // where the values on it begin
  for (std::size_t i = 0; i < program.size(); ++i) {
    const Operation operation = program[i].operation;
    const bool is_value = operation == Operation::push || operation == Operation::load;
    const bool is_unary = operation == Operation::negate || operation == Operation::absolute ||
                          operation == Operation::logical_not;
    if (is_value) {
      stack.push_back(i);
    } else if (!is_unary) {
      if (stack.size() < 2) return {};
      stack.pop_back();
    }
    if (stack.empty() || stack.size() > kExpressionStackLimit) return {};
    first.push_back(stack.back());
  }
  return stack.size() == 1 ? first : std::vector<std::size_t>{};
}

std::optional<TestRecord::Kind> kind_of(Operation operation) {
  using Kind = TestRecord::Kind;
  switch (operation) {
    case Operation::less:
      return Kind::less;
    case Operation::less_equal:
      return Kind::less_equal;
    case Operation::greater:
      return Kind::greater;
    case Operation::greater_equal:
      return Kind::greater_equal;
    case Operation::equal:
      return Kind::equal;
    case Operation::not_equal:
      return Kind::not_equal;
    default:
      return std::nullopt;
  }
}

class Compiler {
 public:
  explicit Compiler(const Scenario& scenario) : scenario_(scenario) { tables_.scenario = &scenario; }

  CompiledTables compile() {
    // Programs are pointed at, so they must not move.
    tables_.own_programs.reserve(most_own_programs());
    tables_.start_values = start_values(scenario_);
    tables_.lines.reserve(most_lines());
    for (const Node& node : scenario_.nodes) add_node(node);
    for (const Choice& choice : scenario_.choices) add_choice(choice);
    if (scenario_.rulebook) {
      tables_.rules.first = count_of(tables_.changes);
      for (const Rule& rule : scenario_.rulebook->model.rules) add_entries(rule.changes);
      tables_.rules.count = count_of(tables_.changes) - tables_.rules.first;
    }
    return std::move(tables_);
  }

 private:
  // --- Conditions ---

  template <class Visit>
  void for_each_condition(Visit visit) const {
    const auto entries = [&visit](const std::vector<ConditionalChanges>& all) {
      for (const ConditionalChanges& entry : all) visit(entry.when);
    };
    const auto telling = [&visit](const Telling& all) {
      for (const Variant& variant : all.variants) visit(variant.when);
    };
    for (const Node& node : scenario_.nodes) telling(node.telling);
    for (const Choice& choice : scenario_.choices) {
      visit(choice.when);
      telling(choice.reply);
      for (const ActIndex act : choice.acts) entries(scenario_.acts[act.value].changes);
    }
    if (!scenario_.rulebook) return;
    for (const Rule& rule : scenario_.rulebook->model.rules) entries(rule.changes);
  }

  // Each part of a condition has at least one instruction of its own.
  std::size_t most_own_programs() const {
    std::size_t most = 0;
    for_each_condition([&most](const Expression& condition) { most += condition.program().size(); });
    return most;
  }

  // Values and numbers beyond what expressions reckon with are left to them.
  bool is_plain(std::uint32_t variable) const {
    if (variable >= scenario_.variables.size()) return false;
    const ValueRange range = range_of(scenario_.variables[variable]);
    return range.least >= -kLargestExpressionValue && range.most <= kLargestExpressionValue;
  }

  // A part that compares one variable with one number, or asks a flag.
  std::optional<TestRecord> simple_test(const Expression::Short& part) const {
    using Kind = Expression::Short::Kind;
    const auto variable = static_cast<std::uint32_t>(part.position);
    if (part.kind == Kind::variable && is_plain(variable)) {
      return TestRecord{TestRecord::Kind::not_equal, variable, 0};
    }
    const auto kind = part.kind == Kind::comparison ? kind_of(part.comparison) : std::nullopt;
    return kind && is_plain(variable) ? std::optional(TestRecord{*kind, variable, part.other}) : std::nullopt;
  }

  TestRecord program_test(const Expression* program) {
    tables_.programs.push_back(program);
    return {TestRecord::Kind::program, count_of(tables_.programs) - 1, 0};
  }

  TestRecord test_of(std::span<const Instruction> part) {
    Expression expression({}, ExpressionType::truth, {part.begin(), part.end()});
    if (const auto test = simple_test(expression.as_short())) return *test;
    tables_.own_programs.push_back(std::move(expression));
    return program_test(&tables_.own_programs.back());
  }

  // Cuts the condition where it says `and`; the parts have no effect, so the first false one is enough.
  ConditionRecord condition(const Expression& condition) {
    const std::span<const Instruction> program = condition.program();
    const std::vector<std::size_t> first_of = first_of_parts(program);
    if (first_of.empty()) {
      return {condition.always() ? TestRecord{} : program_test(&condition), {}};
    }
    ConditionRecord record{{}, {count_of(tables_.tests), 0}};
    bool is_first = true;
    std::vector<std::size_t> waiting{program.size() - 1};  // last instructions of parts
    while (!waiting.empty()) {
      const std::size_t last = waiting.back();
      waiting.pop_back();
      if (program[last].operation == Operation::logical_and) {
        const std::size_t right = last - 1;
        waiting.push_back(right);
        waiting.push_back(first_of[right] - 1);
        continue;
      }
      const TestRecord test = test_of(program.subspan(first_of[last], last - first_of[last] + 1));
      if (is_first) {
        record.first = test;
      } else {
        tables_.tests.push_back(test);
        ++record.others.count;
      }
      is_first = false;
    }
    return record;
  }

  // --- Changes ---

  void add_change(const Change& change) {
    using Kind = ChangeRecord::Kind;
    ChangeRecord record;
    record.position = change.variable.value;
    const ValueRange range = range_of(scenario_.variables[change.variable.value]);
    record.least = range.least;
    record.most = range.most;
    const bool is_set = change.operation == ChangeOperation::set;
    if (change.amount.reads().empty()) {
      record.kind = is_set ? Kind::set : Kind::add;
      record.number = change.amount.evaluate({});
    } else {
      record.kind = is_set ? Kind::set_program : Kind::add_program;
      record.number = static_cast<std::int32_t>(tables_.programs.size());
      tables_.programs.push_back(&change.amount);
    }
    tables_.changes.push_back(record);
  }

  void add_entries(const std::vector<ConditionalChanges>& entries) {
    for (const ConditionalChanges& entry : entries) {
      if (!entry.when.always()) {
        ChangeRecord skip;
        skip.kind = ChangeRecord::Kind::skip_unless;
        skip.position = count_of(tables_.conditions);
        skip.number = static_cast<std::int32_t>(entry.changes.size());
        tables_.conditions.push_back(condition(entry.when));
        tables_.changes.push_back(skip);
      }
      for (const Change& change : entry.changes) add_change(change);
    }
  }

  // --- Words ---

  std::size_t most_lines() const {
    std::size_t most = 0;
    const auto count = [&most](const Telling& telling) {
      most += telling.plain.lines.size() * (telling.variants.size() + 1);
      for (const Variant& variant : telling.variants) most += variant.passage.lines.size();
    };
    for (const Node& node : scenario_.nodes) count(node.telling);
    for (const Choice& choice : scenario_.choices) count(choice.reply);
    return most;
  }

  // Lines are pointed at, so there must be room for all of them.
  void add_passage(const ShownPassage& shown) {
    const std::size_t first = tables_.lines.size();
    for (const Line& line : *shown.lines) tables_.lines.push_back({line.speaker, line.text});
    tables_.passages.push_back({shown.stage,
                                {tables_.lines.data() + first, shown.lines->size()},
                                shown.mood,
                                shown.sign,
                                shown.pose});
  }

  TellingRecord telling(const Telling& telling) {
    const TellingRecord record{count_of(tables_.passages), count_of(telling.variants),
                               count_of(tables_.conditions)};
    add_passage(plain_passage(telling));
    for (const Variant& variant : telling.variants) {
      tables_.conditions.push_back(condition(variant.when));
      add_passage(with_variant(telling, variant));
    }
    return record;
  }

  // --- Places ---

  static std::uint32_t target(const Target& target) {
    if (const auto* ending = std::get_if<EndingIndex>(&target)) return ending->value | kEndingBit;
    return std::get<NodeIndex>(target).value;
  }

  void add_node(const Node& node) {
    tables_.nodes.push_back({{node.first_choice, node.choice_count},
                             node.onward ? target(*node.onward) : kNowhere,
                             telling(node.telling)});
  }

  void add_choice(const Choice& choice) {
    ChoiceRecord record;
    record.when = condition(choice.when);
    record.once = choice.once ? choice.once->value : ChoiceRecord::kNotOnce;
    record.next = target(choice.next);
    record.reply = telling(choice.reply);
    record.changes.first = count_of(tables_.changes);
    for (const ActIndex act : choice.acts) add_entries(scenario_.acts[act.value].changes);
    for (const Change& effect : choice.effects) add_change(effect);
    record.changes.count = count_of(tables_.changes) - record.changes.first;
    record.say = choice.say;
    tables_.choices.push_back(record);
  }

  const Scenario& scenario_;
  CompiledTables tables_;
};

}  // namespace

CompiledTables compile_tables(const Scenario& scenario) {
  return Compiler(scenario).compile();
}

}  // namespace steadfast
