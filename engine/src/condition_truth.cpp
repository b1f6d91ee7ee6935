#include "condition_truth.h"

#include <algorithm>
#include <vector>

#include "session_step.h"

namespace steadfast {

namespace {

// All values that some variables can have together, one after the other.
class AllValues {
 public:
  AllValues(std::vector<VariableIndex> read, std::span<const Variable> variables)
      : read_(std::move(read)), variables_(variables), values_(variables.size()) {
    for (const VariableIndex variable : read_) {
      const ValueRange range = range_of(variables_[variable.value]);
      values_[variable.value] = range.least;
      if (range.most <= range.least) {  // as it was declared, nothing can be said
        count_ = 0;
        return;
      }
      const std::int64_t width = std::int64_t{range.most} - range.least + 1;
      if (width > static_cast<std::int64_t>(kMostValuesTried / count_)) {
        count_ = 0;
        return;
      }
      count_ *= static_cast<std::size_t>(width);
    }
  }

  // 0 when they are too many, or when a range is broken.
  std::size_t count() const { return count_; }
  std::span<const std::int32_t> values() const { return values_; }

  void go_on() {
    // As a counter: the first digit that is not at its most goes up, those before it start again.
    for (const VariableIndex variable : read_) {
      const ValueRange range = range_of(variables_[variable.value]);
      if (values_[variable.value]++ < range.most) break;
      values_[variable.value] = range.least;
    }
  }

 private:
  std::vector<VariableIndex> read_;
  std::span<const Variable> variables_;
  std::vector<std::int32_t> values_;
  std::size_t count_ = 1;
};

}  // namespace

Truth truth_of(const Expression& condition, std::span<const Variable> variables) {
  std::vector<VariableIndex> read = condition.reads();
  if (read.empty()) return Truth::varies;  // it is plain to see, or made of a condition that is broken
  AllValues all(std::move(read), variables);
  if (all.count() == 0) return Truth::varies;
  const bool first = condition.holds(all.values());
  for (std::size_t tried = 1; tried < all.count(); ++tried) {
    all.go_on();
    if (condition.holds(all.values()) != first) return Truth::varies;
  }
  return first ? Truth::always : Truth::never;
}

bool is_certain_to_hold(const Expression& condition, const Expression& where,
                        std::span<const Variable> variables) {
  if (condition.program() == where.program()) return true;
  std::vector<VariableIndex> read = condition.reads();
  for (const VariableIndex variable : where.reads()) {
    if (std::find(read.begin(), read.end(), variable) == read.end()) read.push_back(variable);
  }
  AllValues all(std::move(read), variables);
  for (std::size_t tried = 0; tried < all.count(); ++tried) {
    if (where.holds(all.values()) && !condition.holds(all.values())) return false;
    all.go_on();
  }
  return all.count() > 0;
}

}  // namespace steadfast
