// What was measured, and on which machine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::bench {

// "Intel …, 2 cores, 24 GB, Debian GNU/Linux 12"; what the system does not tell is left out.
std::string machine();

// Must hold: there is at least one value. `share` from 0 to 1: 0.5 is the median.
double quantile(std::vector<double> values, double share);

// One line of the report; the target is printed beside it and nothing is judged.
void print_row(std::string_view what, std::string_view value, std::string_view target);

}  // namespace steadfast::bench
