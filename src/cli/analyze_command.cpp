#include "cli/analyze_command.h"

#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/analysis_diff.h"
#include "cli/analysis_text.h"
#include "cli/content.h"
#include "cli/progress.h"
#include "cli/telling.h"
#include "steadfast/analysis_diff.h"

namespace steadfast::cli {

namespace {

constexpr int kErrors = 1;
constexpr int kUnusable = 2;
constexpr int kStopped = 130;  // as a shell tells of a program that Ctrl-C ended

// A scenario, or the exit code when there is none; then the reason was told.
struct Opened {
  std::optional<ReadScenario> read;
  int exit_code = 0;
};

enum class Reports { all, errors };

Opened open(const std::filesystem::path& file, const std::shared_ptr<const Rulebook>& rulebook,
            FileName file_name, Reports reports, const Terminal& terminal) {
  Result<ReadScenario> read = read_scenario(file, rulebook, file_name);
  if (!read) {
    terminal.err << read.error().message << '\n';
    return {std::nullopt, kUnusable};
  }
  const bool is_sound = read.value().scenario.has_value();
  if (!is_sound || reports == Reports::all) terminal.err << read.value().report;
  if (is_sound) return {std::move(read.value()), 0};
  terminal.err << fmt::format("`{}` cannot be analysed until this is mended.\n", file.string());
  return {std::nullopt, kErrors};
}

class Analyses {
 public:
  Analyses(const AnalyzeRequest& request, const Terminal& terminal, const Surroundings& surroundings)
      : request_(request),
        stop_is_asked_(surroundings.listen_for_interrupt ? surroundings.listen_for_interrupt()
                                                         : [] { return false; }),
        teller_(terminal.err, style(request, surroundings), surroundings.steady_milliseconds) {}

  Analysis analyze(const Scenario& scenario, const std::filesystem::path& file) {
    AnalysisLimits limits;
    limits.states = request_.budget;
    Analysis analysis =
        steadfast::analyze(scenario, file.string(), limits, Watch([this](const Progress& progress) {
                             teller_.look(progress);
                             return !stop_is_asked_();
                           }));
    teller_.clear();
    sort_diagnostics(analysis.findings);
    return analysis;
  }

 private:
  static ProgressStyle style(const AnalyzeRequest& request, const Surroundings& surroundings) {
    if (request.is_quiet || !surroundings.steady_milliseconds) return ProgressStyle::none;
    return surroundings.person_sees_errors ? ProgressStyle::updating : ProgressStyle::lines;
  }

  const AnalyzeRequest& request_;
  std::function<bool()> stop_is_asked_;
  ProgressTeller teller_;
};

// The old file beside the new one; without a diff when somebody stopped it.
struct Comparison {
  std::optional<AnalysisDiff> diff;
  bool is_stopped = false;
};

Comparison compare(Analyses& analyses, const Scenario& old, const std::filesystem::path& old_file,
                   const Scenario& now, const Analysis& analysis) {
  if (analysis.stopped_while) return {std::nullopt, true};
  const Analysis before = analyses.analyze(old, old_file);
  if (before.stopped_while) return {std::nullopt, true};
  return {diff(old, before, now, analysis), false};
}

}  // namespace

int analyze_command(const AnalyzeRequest& request, const Terminal& terminal,
                    const Surroundings& surroundings) {
  const auto rulebook = read_rulebook(surroundings.share_folder);
  if (!rulebook) {
    terminal.err << rulebook.error().message << '\n';
    return kErrors;
  }
  const Opened opened = open(request.file, rulebook.value(), FileName::is_id, Reports::all, terminal);
  if (!opened.read) return opened.exit_code;
  Opened old;
  if (request.old) {
    // A copy may be called anything; of its warnings nobody wants to read again.
    old = open(*request.old, rulebook.value(), FileName::is_free, Reports::errors, terminal);
    if (!old.read) return old.exit_code;
  }
  Analyses analyses(request, terminal, surroundings);
  const Scenario& scenario = *opened.read->scenario;
  const Analysis analysis = analyses.analyze(scenario, request.file);
  const Comparison comparison =
      old.read ? compare(analyses, *old.read->scenario, *request.old, scenario, analysis) : Comparison{};

  if (request.format == AnalysisFormat::json) {
    nlohmann::ordered_json json = analysis_as_json(scenario, analysis);
    if (old.read) json["diff"] = comparison.diff ? diff_as_json(*comparison.diff) : nullptr;
    terminal.out << json.dump(2) << '\n';
  } else {
    // Who compares wants the changes; the whole report stands below them.
    if (comparison.diff) terminal.out << diff_as_text(*comparison.diff, request.old->string()) << '\n';
    if (comparison.is_stopped) terminal.out << "Stopped before the two files could be compared.\n\n";
    terminal.out << analysis_as_text(scenario, analysis, opened.read->source,
                                     local_day(surroundings.unix_milliseconds()));
  }
  if (analysis.stopped_while || comparison.is_stopped) return kStopped;
  return has_errors(analysis.findings) ? kErrors : 0;
}

}  // namespace steadfast::cli
