#include "cli/analyze_command.h"

#include <ostream>

#include <fmt/format.h>

#include "cli/analysis_text.h"
#include "cli/content.h"

namespace steadfast::cli {

int analyze_command(const std::filesystem::path& file, AnalysisFormat format, const Terminal& terminal,
                    const Surroundings& surroundings) {
  const auto rulebook = read_rulebook(surroundings.share_folder);
  if (!rulebook) {
    terminal.err << rulebook.error().message << '\n';
    return 1;
  }
  const Result<ReadScenario> result = read_scenario(file, rulebook.value());
  if (!result) {
    terminal.err << result.error().message << '\n';
    return 2;
  }
  const ReadScenario& read = result.value();
  terminal.err << read.report;
  if (!read.scenario) {
    terminal.err << fmt::format("`{}` cannot be analysed until this is mended.\n", file.string());
    return 1;
  }
  Analysis analysis = analyze(*read.scenario, file.string());
  sort_diagnostics(analysis.findings);
  terminal.out << (format == AnalysisFormat::json ? analysis_as_json(*read.scenario, analysis) + "\n"
                                                  : analysis_as_text(*read.scenario, analysis, read.source));
  return has_errors(analysis.findings) ? 1 : 0;
}

}  // namespace steadfast::cli
