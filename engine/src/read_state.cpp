#include "read_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "codes.h"
#include "condition_truth.h"
#include "expression_slips.h"
#include "schema_values.h"
#include "session_step.h"
#include "utf8.h"

namespace steadfast {

namespace {

using Operation = Expression::Instruction::Operation;

std::string_view trimmed_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \n\t");
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

std::string value_names_of(const Variable& variable) {
  std::string names;
  for (const std::string& name : variable.value_names) {
    names += fmt::format("{}`{}`", names.empty() ? "" : ", ", name);
  }
  return names;
}

std::optional<std::int32_t> named_value(const Variable& variable, std::string_view name) {
  const auto found = std::find(variable.value_names.begin(), variable.value_names.end(), name);
  if (found == variable.value_names.end()) return std::nullopt;
  return static_cast<std::int32_t>(found - variable.value_names.begin());
}

Expression constant(std::string_view text, ExpressionType type, std::int32_t value) {
  return Expression{std::string{text}, type, {{Operation::push, value}}};
}

// A policy key can be read once the scenario says that it needs it.
std::string help_for_name(std::string_view name, const StateScope& state, Problems& problems) {
  if (state.policy != nullptr) {
    for (const PolicyKey& key : state.policy->keys) {
      if (key.variable == name) return fmt::format("add `{}` to the `policy:` list of this scenario", key.id);
    }
  }
  return state.names.help_for(name, problems);
}

bool is_part_of_an_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// Tells of the id of a node or an answer that stands in a condition. False when there is none.
bool report_id(YamlNode text, std::size_t from, Code code, const StateScope& state, Problems& problems) {
  const std::string_view whole = text.text();
  for (std::size_t at = from; at < whole.size();) {
    if (!is_part_of_an_id(whole[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < whole.size() && is_part_of_an_id(whole[end])) ++end;
    const std::string_view word = whole.substr(at, end - at);
    const auto owner = std::find_if(state.unreadable.begin(), state.unreadable.end(),
                                    [word](const NameTable* table) { return table->find(word).has_value(); });
    if (owner != state.unreadable.end() && !state.names.find(word)) {
      problems.error(code, text.where_in(count_code_points(whole.substr(0, at)), count_code_points(word)),
                     fmt::format("`{}` is the id of {}, and a condition cannot ask for it", word,
                                 with_article((*owner)->what())),
                     "let the answer set a flag under `effects:`, and ask for that flag here");
      return true;
    }
    at = end;
  }
  return false;
}

// Compiles a part of a text and reports what is wrong with it at its exact place.
std::optional<Expression> compile_part(YamlNode text, std::size_t from, ExpressionType wanted, Code code,
                                       const StateScope& state, Problems& problems) {
  const std::string_view part = trimmed_end(text.text()).substr(from);
  CompiledExpression compiled = compile_expression(part, wanted, state.scope());
  if (compiled.problems.empty()) return std::move(compiled.expression);
  if (problems.is_full() || report_id(text, from, code, state, problems)) return std::nullopt;
  if (auto slip = find_expression_slip(part, state.scope())) compiled.problems = {std::move(*slip)};
  const int before = count_code_points(text.text().substr(0, from));
  for (const ExpressionProblem& problem : compiled.problems) {
    if (problems.is_full()) break;
    const Span where = text.where_in(before + problem.offset, problem.length);
    if (problem.unknown_name.empty()) {
      problems.error(code, where, problem.message);
      continue;
    }
    problems.unknown_name(codes::kUnknownVariable, problem.unknown_name, where, problem.message,
                          help_for_name(problem.unknown_name, state, problems));
  }
  return std::nullopt;
}

// The sign applies to everything behind it.
Expression negated(const Expression& expression, std::string_view text) {
  std::vector<Expression::Instruction> program = expression.program();
  if (program.size() == 1 && program[0].operation == Operation::push) {
    program[0].operand = -program[0].operand;
  } else {
    program.push_back({Operation::negate, 0});
  }
  return Expression{std::string{text}, ExpressionType::number, std::move(program)};
}

std::optional<Expression> refuse_change(YamlNode value, std::string message, std::string help,
                                        Problems& problems) {
  problems.error(codes::kBadChange, value.where(), std::move(message), std::move(help));
  return std::nullopt;
}

// `= withdrawal` for a variable with named values, `true` or `false` for a flag.
std::optional<Expression> read_named_amount(YamlNode value, std::string_view written, char sign,
                                            const Variable& variable, Problems& problems) {
  const std::string& id = variable.id.text;
  if (variable.kind == VariableKind::flag) {
    if ((written == "true" || written == "false") && (sign == '\0' || sign == '=')) {
      return constant(written, ExpressionType::truth, written == "true" ? 1 : 0);
    }
    return refuse_change(value, fmt::format("the flag `{}` cannot become `{}`", id, value.text()),
                         "a flag becomes `true` or `false`", problems);
  }
  const std::optional<std::int32_t> number = named_value(variable, written);
  if (number && sign == '=') return constant(written, ExpressionType::number, *number);
  return refuse_change(value, fmt::format("`{}` cannot become `{}`", id, value.text()),
                       fmt::format("write `= name` with one of {}", value_names_of(variable)), problems);
}

// "`trust` goes from 0 to 100", for each variable that is read.
std::string ranges_of(const Expression& condition, std::span<const Variable> variables) {
  std::string ranges;
  for (const VariableIndex index : condition.reads()) {
    const Variable& variable = variables[index.value];
    if (variable.kind == VariableKind::flag) continue;
    const ValueRange range = range_of(variable);
    const std::string values = variable.kind == VariableKind::named
                                   ? fmt::format("is one of {}", value_names_of(variable))
                                   : fmt::format("goes from {} to {}", range.least, range.most);
    ranges += fmt::format("{}`{}` {}", ranges.empty() ? "" : ", ", variable.id.text, values);
  }
  return ranges;
}

void check_size(YamlNode value, const Change& change, const Variable& variable, Problems& problems) {
  const bool is_broken = variable.most <= variable.least;
  if (is_broken || !change.amount.reads().empty()) return;
  const std::int64_t amount = change.amount.evaluate({});
  const std::int64_t width = std::int64_t{variable.most} - variable.least;
  const bool is_set = change.operation == ChangeOperation::set;
  const bool fits =
      is_set ? amount >= variable.least && amount <= variable.most : amount >= -width && amount <= width;
  // A small counter may well go through half of its range in one step.
  constexpr std::int64_t kLeastWidthOfAScale = 20;
  const std::int64_t size = amount < 0 ? -amount : amount;
  if (fits && !is_set && width >= kLeastWidthOfAScale && size > width / 2) {
    problems.warning(
        codes::kChangeTooLarge, value.where(),
        fmt::format("`{}` changes by {}, more than half of its range", variable.id.text, amount),
        fmt::format("it goes from {} to {}; is there a digit too many?", variable.least, variable.most));
  }
  if (fits) return;
  problems.error(codes::kChangeTooLarge, value.where(),
                 is_set ? fmt::format("`{}` cannot become {}", variable.id.text, amount)
                        : fmt::format("`{}` cannot change by {}", variable.id.text, amount),
                 fmt::format("it goes from {} to {}", variable.least, variable.most));
}

}  // namespace

void read_flags(YamlNode list, VariableOrigin origin, StateScope& state, Problems& problems) {
  for (const YamlNode flag : list.items()) {
    Variable variable;
    variable.id.text = words_of(flag.find("id"));
    variable.kind = VariableKind::flag;
    variable.origin = origin;
    variable.start = truth_of(flag.find("start")) ? 1 : 0;
    variable.meaning = words_of(flag.find("meaning"));
    state.names.declare(flag.find("id"), static_cast<std::uint32_t>(state.variables.size()), problems);
    state.variables.push_back(std::move(variable));
  }
}

std::int32_t read_start_value(YamlNode value, const Variable& variable, Problems& problems) {
  const std::string_view text = value.text();
  if (!value.is_text() || value.is_spoilt() || text.empty()) return variable.least;
  const auto refuse = [&](std::string message) {
    problems.error(codes::kBadStart, value.where(), std::move(message));
    return variable.least;
  };
  switch (variable.kind) {
    case VariableKind::flag:
      if (text == "true" || text == "false") return text == "true" ? 1 : 0;
      return refuse(
          fmt::format("the flag `{}` starts as `true` or `false`, not `{}`", variable.id.text, text));
    case VariableKind::named: {
      const std::optional<std::int32_t> named = named_value(variable, text);
      if (named) return *named;
      return refuse(fmt::format("`{}` starts as one of {}, not `{}`", variable.id.text,
                                value_names_of(variable), text));
    }
    case VariableKind::number:
      break;
  }
  const std::optional<int> number = parse_number(text);
  if (!number) {
    return refuse(fmt::format("`{}` starts as a whole number, not `{}`", variable.id.text, text));
  }
  if (*number < variable.least || *number > variable.most) {
    return refuse(fmt::format("`{}` must start between {} and {}, not at {}", variable.id.text,
                              variable.least, variable.most, *number));
  }
  return *number;
}

Expression read_condition(YamlNode text, const StateScope& state, Problems& problems) {
  if (!text.is_text() || text.is_spoilt() || words_of(text).empty()) return {};
  const auto condition = compile_part(text, 0, ExpressionType::truth, codes::kBadCondition, state, problems);
  if (!condition) return {};
  const Truth truth = truth_of(*condition, state.variables);
  if (truth == Truth::never) {
    problems.error(codes::kFixedCondition, text.where(), "this condition is never true",
                   ranges_of(*condition, state.variables));
  } else if (truth == Truth::always) {
    problems.warning(codes::kFixedCondition, text.where(), "this condition is always true",
                     ranges_of(*condition, state.variables));
  }
  return *condition;
}

std::optional<Change> read_change(const YamlEntry& entry, const StateScope& state, Problems& problems) {
  const YamlNode value = entry.value;
  if (!value.is_text() || value.is_spoilt() || entry.key.is_spoilt() || words_of(value).empty()) {
    return std::nullopt;
  }
  const std::optional<std::uint32_t> position = state.names.find_or_report(entry.key, problems);
  if (!position) return std::nullopt;
  if (*position >= state.variables.size()) {
    problems.error(codes::kBadChange, entry.key.where(),
                   fmt::format("`{}` is a condition, so it cannot be changed", entry.key.text()),
                   "change the variables it is made of");
    return std::nullopt;
  }
  const Variable& variable = state.variables[*position];
  if (variable.origin == VariableOrigin::policy) {
    problems.error(
        codes::kBadChange, entry.key.where(),
        fmt::format("`{}` is the programme's policy, which no conversation changes", variable.id.text),
        "remember what happens in a flag of the scenario");
    return std::nullopt;
  }
  const std::string_view text = trimmed_end(value.text());
  std::size_t from = text.find_first_not_of(" \n\t");
  const char first = text[from];
  const char sign = first == '+' || first == '-' || first == '=' ? first : '\0';
  if (sign != '\0') from = std::min(text.find_first_not_of(" \n\t", from + 1), text.size());

  Change change{index_of<Variable>(*position), ChangeOperation::add, {}};
  if (variable.kind != VariableKind::number) {
    change.operation = ChangeOperation::set;
    std::optional<Expression> amount = read_named_amount(value, text.substr(from), sign, variable, problems);
    if (!amount) return std::nullopt;
    change.amount = std::move(*amount);
    return change;
  }
  if (sign == '\0' || from == text.size()) {
    refuse_change(value, fmt::format("`{}` does not say how `{}` changes", text, variable.id.text),
                  "write `+ 4`, `- 4` or `= 4`", problems);
    return std::nullopt;
  }
  const std::optional<Expression> amount =
      compile_part(value, from, ExpressionType::number, codes::kBadChange, state, problems);
  if (!amount) return std::nullopt;
  change.operation = sign == '=' ? ChangeOperation::set : ChangeOperation::add;
  change.amount = sign == '-' ? negated(*amount, text) : *amount;
  check_size(value, change, variable, problems);
  return change;
}

std::vector<ConditionalChanges> read_changes(YamlNode list, const StateScope& state, Problems& problems) {
  std::vector<ConditionalChanges> entries;
  for (const YamlNode written : list.items()) {
    ConditionalChanges entry;
    entry.when = read_condition(written.find("when"), state, problems);
    for (const YamlEntry change : written.entries()) {
      if (change.key.text() == "when") continue;
      if (std::optional<Change> read = read_change(change, state, problems)) {
        entry.changes.push_back(std::move(*read));
      }
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace steadfast
