#include "cli/check_command.h"

#include <ostream>

#include "cli/check_files.h"
#include "cli/check_report.h"

namespace steadfast::cli {

namespace {

std::string in_format(const CheckReport& report, CheckFormat format, const std::string& version) {
  switch (format) {
    case CheckFormat::json:
      return report_as_json(report, version);
    case CheckFormat::sarif:
      return report_as_sarif(report, version);
    case CheckFormat::text:
      break;
  }
  return report_as_text(report);
}

}  // namespace

int check_command(const CheckRequest& request, const Terminal& terminal, const Surroundings& surroundings) {
  Result<CheckRules> rules = read_check_rules(surroundings);
  if (!rules) {
    terminal.err << rules.error().message << '\n';
    return 1;
  }
  if (request.is_for_release) rules.value().reviews = ReviewRule::required;
  const CheckReport report = check_files(request.paths, surroundings, rules.value());
  for (const std::string& sentence : report.unreadable) terminal.err << sentence << '\n';
  terminal.out << in_format(report, request.format, surroundings.version);
  return report.exit_code();
}

}  // namespace steadfast::cli
