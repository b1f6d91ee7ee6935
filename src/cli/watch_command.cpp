#include "cli/watch_command.h"

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "cli/check_files.h"
#include "cli/check_report.h"
#include "platform/files.h"

namespace steadfast::cli {

namespace {

namespace fs = std::filesystem;

// What tells that a file was saved. Editors replace files as well as write into them.
struct Stamp {
  fs::path file;
  std::uintmax_t size = 0;
  fs::file_time_type changed;
  friend bool operator==(const Stamp&, const Stamp&) = default;
};

std::vector<Stamp> stamps_of(const std::vector<fs::path>& paths) {
  std::vector<Stamp> stamps;
  const auto add = [&stamps](const fs::path& file) {
    std::error_code ignored;  // a file that is just being replaced is missing for a moment
    stamps.push_back({file, fs::file_size(file, ignored), fs::last_write_time(file, ignored)});
  };
  for (const fs::path& path : paths) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      add(path);
      continue;
    }
    for (const fs::path& file : list_yaml_files(path).files) add(file);
  }
  return stamps;
}

std::string changed_file(const std::vector<Stamp>& before, const std::vector<Stamp>& now) {
  for (const Stamp& stamp : now) {
    if (std::find(before.begin(), before.end(), stamp) == before.end()) return stamp.file.string();
  }
  return "a file that is gone";
}

}  // namespace

int watch_command(const std::vector<fs::path>& paths, const Terminal& terminal,
                  const Surroundings& surroundings) {
  const Result<CheckRules> rules = read_check_rules(surroundings);
  if (!rules) {
    terminal.err << rules.error().message << '\n';
    return 1;
  }
  const auto check = [&] {
    const CheckReport report = check_files(paths, surroundings, rules.value());
    for (const std::string& sentence : report.unreadable) terminal.out << sentence << '\n';
    terminal.out << report_as_text(report) << "Waiting for the next save. Ctrl-C stops.\n" << std::flush;
  };
  std::vector<Stamp> checked = stamps_of(paths);
  std::vector<Stamp> seen = checked;
  check();
  while (surroundings.wait_a_moment()) {
    const std::vector<Stamp> now = stamps_of(paths);
    const bool is_settled = now == seen;  // not while somebody still writes
    seen = now;
    if (!is_settled || now == checked) continue;
    terminal.out << fmt::format("\nSaved: {}\n", changed_file(checked, now));
    checked = now;
    check();
  }
  return 0;
}

}  // namespace steadfast::cli
