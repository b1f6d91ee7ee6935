#include "steadfast/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "schema_values.h"

namespace steadfast {

namespace {

constexpr int kFebruary = 2;

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_of(int year, int month) {
  constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[static_cast<std::size_t>(month - 1)] + (month == kFebruary && is_leap(year) ? 1 : 0);
}

// All of the text in digits; empty otherwise.
std::optional<int> digits(std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return plain ? parse_number(text) : std::nullopt;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = digits(text.substr(0, 4));
  const std::optional<int> month = digits(text.substr(5, 2));
  const std::optional<int> day = digits(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12) return std::nullopt;
  if (*day < 1 || *day > days_of(*year, *month)) return std::nullopt;
  return Date{*year, *month, *day};
}

std::string to_string(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Date one_year_after(Date date) {
  ++date.year;
  date.day = std::min(date.day, days_of(date.year, date.month));
  return date;
}

}  // namespace steadfast
