// The only place of the app that reads a clock.
#pragma once

#include <cstdint>
#include <string>

namespace steadfast {

// Milliseconds since 1970-01-01 UTC.
std::int64_t unix_milliseconds();

// Milliseconds that only ever grow, from an arbitrary start.
std::int64_t steady_milliseconds();

// YYYY-MM-DD in the person's own time zone.
std::string local_date(std::int64_t unix_ms);

}  // namespace steadfast
