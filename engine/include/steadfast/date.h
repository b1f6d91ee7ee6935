// A day of the calendar. The engine reads no clock: whoever asks says which day it is.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast {

struct Date {
  int year = 0;
  int month = 0;  // 1 to 12
  int day = 0;    // 1 to the month's last
  friend auto operator<=>(const Date&, const Date&) = default;
};

// "2024-02-29"; empty when the text has another form or there is no such day.
std::optional<Date> parse_date(std::string_view text);

std::string to_string(Date date);

// The same day of the next year; the 28th of February for the 29th.
Date one_year_after(Date date);

}  // namespace steadfast
