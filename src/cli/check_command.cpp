#include "cli/check_command.h"

#include <ostream>

#include "cli/check_files.h"
#include "cli/check_report.h"
#include "cli/content.h"

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
  const auto rulebook = read_rulebook(surroundings.share_folder);
  if (!rulebook) {
    terminal.err << rulebook.error().message << '\n';
    return 1;
  }
  const CheckReport report = check_files(request.paths, surroundings, rulebook.value());
  for (const std::string& sentence : report.unreadable) terminal.err << sentence << '\n';
  terminal.out << in_format(report, request.format, surroundings.version);
  return report.exit_code();
}

}  // namespace steadfast::cli
