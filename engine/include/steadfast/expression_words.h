// Conditions and changes as a sentence, for people who read a scenario and do not write one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "steadfast/expression.h"
#include "steadfast/rulebook.h"

namespace steadfast {

struct ExpressionWords {
  // `trust >= 40 and not asked_for_details` is
  // "trust is at least 40 and not “The mentor has pressed for details”".
  std::string text;
  // Ids of the variables, flags and named conditions that stand in it, in that order, each once.
  std::vector<std::string> names;
};

// Must hold: `expression` was compiled in this scope. Brackets stay as the author set them, and those that
// the order of `and`, `or` and `not` asks for are added. Empty for the empty condition.
ExpressionWords in_words(const Expression& expression, const ExpressionScope& scope);

// "trust + 4", "rupture becomes none", "limits_explained becomes true". The same must hold.
std::string in_words(const Change& change, const ExpressionScope& scope);

// One line for each entry of a `changes` list: "when “There is an open tear”: obligation + 2, agency - 3".
std::vector<std::string> in_words(const std::vector<ConditionalChanges>& changes,
                                  const ExpressionScope& scope);

// The first sentence of a meaning, without its stop.
std::string_view first_sentence(std::string_view text);

}  // namespace steadfast
