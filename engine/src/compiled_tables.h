// The records that a Runner looks at, each kind in one vector, in the order in which plays meet them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "steadfast/expression.h"
#include "steadfast/runner.h"

namespace steadfast {

// Positions [first, first + count) of one of the vectors below.
struct RecordRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// One part of a condition: a variable compared with a number, or a program that must not give 0.
struct TestRecord {
  enum class Kind : std::uint8_t {
    always,
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    not_equal,
    program
  };
  Kind kind = Kind::always;
  std::uint32_t position = 0;  // of the variable, or of the program
  std::int32_t number = 0;
};

// All tests must hold; the first one stands here, since most conditions have no other.
struct ConditionRecord {
  TestRecord first;
  RecordRange others;
};

// One thing to do to the values, in order.
struct ChangeRecord {
  enum class Kind : std::uint8_t { set, add, set_program, add_program, skip_unless };
  Kind kind = Kind::set;
  std::uint32_t position = 0;  // of the variable, or of a condition
  std::int32_t number = 0;     // the amount, the program that gives it, or how many changes to skip
  std::int32_t least = 0;
  std::int32_t most = 0;
};

// A target is the position of a node, or of an ending with the uppermost bit set.
inline constexpr std::uint32_t kEndingBit = 0x80000000U;
inline constexpr std::uint32_t kNowhere = 0xffffffffU;

// The passage that is shown plainly, behind it one for each variant, and their conditions.
struct TellingRecord {
  std::uint32_t passage = 0;
  std::uint32_t variant_count = 0;
  std::uint32_t first_variant = 0;
};

struct alignas(64) ChoiceRecord {
  static constexpr std::uint32_t kNotOnce = 0xffffffffU;
  ConditionRecord when;
  std::uint32_t once = kNotOnce;
  std::uint32_t next = kNowhere;
  RecordRange changes;
  TellingRecord reply;
  std::string_view say;
};

struct alignas(32) NodeRecord {
  RecordRange choices;
  std::uint32_t onward = kNowhere;
  TellingRecord telling;
};

// What is read of a passage lies in one line of the cache.
struct alignas(32) PassageRecord {
  PassageView view;
};

struct CompiledTables {
  const Scenario* scenario = nullptr;
  std::vector<std::int32_t> start_values;
  std::vector<NodeRecord> nodes;
  std::vector<ChoiceRecord> choices;
  std::vector<TestRecord> tests;
  std::vector<ConditionRecord> conditions;  // of changes and variants
  std::vector<ChangeRecord> changes;
  RecordRange rules;  // changes
  std::vector<const Expression*> programs;
  std::vector<PassageRecord> passages;
  std::vector<LineView> lines;
  std::vector<Expression> own_programs;  // parts of conditions, which the scenario does not hold as such

  bool holds(const ConditionRecord& condition, std::span<const std::int32_t> values) const {
    if (!holds(condition.first, values)) return false;
    for (std::uint32_t i = 0; i < condition.others.count; ++i) {
      if (!holds(tests[condition.others.first + i], values)) return false;
    }
    return true;
  }
  bool holds(const TestRecord& test, std::span<const std::int32_t> values) const {
    switch (test.kind) {
      case TestRecord::Kind::always:
        return true;
      case TestRecord::Kind::less:
        return values[test.position] < test.number;
      case TestRecord::Kind::less_equal:
        return values[test.position] <= test.number;
      case TestRecord::Kind::greater:
        return values[test.position] > test.number;
      case TestRecord::Kind::greater_equal:
        return values[test.position] >= test.number;
      case TestRecord::Kind::equal:
        return values[test.position] == test.number;
      case TestRecord::Kind::not_equal:
        return values[test.position] != test.number;
      case TestRecord::Kind::program:
        break;
    }
    return programs[test.position]->evaluate(values) != 0;
  }
};

CompiledTables compile_tables(const Scenario& scenario);

}  // namespace steadfast
