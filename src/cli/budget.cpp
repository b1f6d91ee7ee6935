#include "cli/budget.h"

#include <string>

namespace steadfast::cli {

namespace {

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

std::size_t unit_of(char letter) {
  switch (letter) {
    case 'k':
    case 'K':
      return 1'000;
    case 'm':
    case 'M':
      return 1'000'000;
    default:
      return 1;
  }
}

}  // namespace

std::optional<std::size_t> read_budget(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const std::size_t unit = unit_of(text.back());
  if (unit > 1) text.remove_suffix(1);
  // Separators stand between digits.
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
  constexpr std::string_view separators = ",_' ";
  std::size_t number = 0;
  for (const char letter : text) {
    if (separators.find(letter) != std::string_view::npos) continue;
    if (!is_digit(letter)) return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(letter - '0');
    if (number > kMostBudget) return std::nullopt;
  }
  if (number == 0 || number > kMostBudget / unit) return std::nullopt;
  return number * unit;
}

}  // namespace steadfast::cli
