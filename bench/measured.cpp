#include "measured.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fstream>

namespace steadfast::bench {

namespace {

// The value behind `key` on its line; empty when there is none.
std::string value_in(const char* file, std::string_view key, char separator) {
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind(key, 0) != 0) continue;
    const std::size_t at = line.find(separator);
    if (at == std::string::npos) continue;
    const std::size_t first = line.find_first_not_of(" \t\"", at + 1);
    return first == std::string::npos ? "" : line.substr(first, line.find_last_not_of(" \t\"") + 1 - first);
  }
  return "";
}

}  // namespace

std::string machine() {
  constexpr long kGigabyte = 1024L * 1024L * 1024L;
  std::string text = value_in("/proc/cpuinfo", "model name", ':');
  text += fmt::format("{}{} cores", text.empty() ? "" : ", ", sysconf(_SC_NPROCESSORS_ONLN));
  text += fmt::format(", {} GB", sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE) / kGigabyte);
  const std::string system = value_in("/etc/os-release", "PRETTY_NAME", '=');
  return system.empty() ? text : text + ", " + system;
}

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto last = static_cast<double>(values.size() - 1);
  return values[static_cast<std::size_t>(std::lround(last * share))];
}

void print_row(std::string_view what, std::string_view value, std::string_view target) {
  fmt::print("{:<54} {:>22}   {}\n", what, value, target);
  std::fflush(stdout);
}

}  // namespace steadfast::bench
