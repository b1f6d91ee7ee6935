#include "condition_truth.h"

#include <vector>

#include "session_step.h"

namespace steadfast {

Truth truth_of(const Expression& condition, std::span<const Variable> variables) {
  const std::vector<VariableIndex> read = condition.reads();
  if (read.empty()) return Truth::varies;  // it is plain to see, or made of a condition that is broken
  std::size_t count = 1;
  for (const VariableIndex variable : read) {
    const ValueRange range = range_of(variables[variable.value]);
    if (range.most <= range.least) return Truth::varies;  // as it was declared, nothing can be said
    const std::int64_t values = std::int64_t{range.most} - range.least + 1;
    if (values > static_cast<std::int64_t>(kMostValuesTried / count)) return Truth::varies;
    count *= static_cast<std::size_t>(values);
  }
  std::vector<std::int32_t> values(variables.size());
  for (const VariableIndex variable : read)
    values[variable.value] = range_of(variables[variable.value]).least;
  const bool first = condition.holds(values);
  for (std::size_t tried = 1; tried < count; ++tried) {
    // As a counter: the first digit that is not at its most goes up, those before it start again.
    for (const VariableIndex variable : read) {
      const ValueRange range = range_of(variables[variable.value]);
      if (values[variable.value]++ < range.most) break;
      values[variable.value] = range.least;
    }
    if (condition.holds(values) != first) return Truth::varies;
  }
  return first ? Truth::always : Truth::never;
}

}  // namespace steadfast
