// What the names in conditions stand for, for people who read a scenario and do not write one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/scenario.h"

namespace steadfast::cli {

// "34", "yes", "withdrawal".
std::string value_in_words(const Variable& variable, std::int32_t value);

// Gathers names and says what each means. The scenario must outlive it.
class ConditionGlossary {
 public:
  explicit ConditionGlossary(const Scenario& scenario) : scenario_(scenario) {}

  // A variable, flag or named condition, with what a named condition is made of; others are passed over.
  void add(std::string_view name);

  // One line for each name that was added, in that order; every line ends in '\n'.
  std::string lines() const;

 private:
  const Scenario& scenario_;
  std::vector<std::string_view> names_;  // views into the scenario
};

}  // namespace steadfast::cli
