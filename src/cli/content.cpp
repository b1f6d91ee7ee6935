#include "cli/content.h"

#include <utility>

#include "platform/files.h"

namespace steadfast::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kNoShare =
    "The files Steadfast needs (rubric, mentee model, acts) were not found. Start it with ./run, or set "
    "STEADFAST_SHARE to the folder that holds `assets`.";

Result<Source> read_source(const fs::path& file) {
  FileText text = read_file(file);
  if (!text.text) return Error{text.problem};
  return Source{file.string(), std::move(*text.text)};
}

// Each diagnostic with the line it speaks of, out of the one of `sources` that it names.
std::string report_of(const std::vector<Diagnostic>& diagnostics, const std::vector<const Source*>& sources) {
  std::string report;
  for (const Diagnostic& diagnostic : diagnostics) {
    std::string_view text;
    for (const Source* source : sources) {
      if (source->name == diagnostic.file) text = source->text;
    }
    report += format_diagnostic(diagnostic, text);
  }
  return report;
}

Error trimmed(std::string report) {
  while (!report.empty() && report.back() == '\n') report.pop_back();
  return Error{std::move(report)};
}

}  // namespace

Result<std::shared_ptr<const Rulebook>> read_rulebook(const std::optional<fs::path>& share) {
  if (!share) return Error{kNoShare};
  const Result<Source> rubric = read_source(*share / "assets/rubric.yaml");
  if (!rubric) return rubric.error();
  const Result<Source> model = read_source(*share / "assets/mentee-model.yaml");
  if (!model) return model.error();
  const Result<Source> acts = read_source(*share / "assets/acts.yaml");
  if (!acts) return acts.error();
  LoadedRulebook loaded = load_rulebook(rubric.value(), model.value(), acts.value());
  if (loaded.rulebook == nullptr) {
    return trimmed(report_of(loaded.diagnostics, {&rubric.value(), &model.value(), &acts.value()}));
  }
  return std::move(loaded.rulebook);
}

Result<std::shared_ptr<const Care>> read_care(const std::optional<fs::path>& share) {
  if (!share) return Error{kNoShare};
  const Result<Source> grounding = read_source(*share / "assets/grounding.yaml");
  if (!grounding) return grounding.error();
  const Result<Source> resources = read_source(*share / "assets/resources.yaml");
  if (!resources) return resources.error();
  LoadedCare loaded = load_care(grounding.value(), resources.value());
  if (loaded.care == nullptr) {
    return trimmed(report_of(loaded.diagnostics, {&grounding.value(), &resources.value()}));
  }
  return std::move(loaded.care);
}

Result<ReadScenario> read_scenario(const fs::path& file, std::shared_ptr<const Rulebook> rulebook) {
  Result<Source> source = read_source(file);
  if (!source) return source.error();
  LoadedScenario loaded = load_scenario(source.value(), std::move(rulebook));
  ReadScenario read;
  read.report = report_of(loaded.diagnostics, {&source.value()});
  read.scenario = std::move(loaded.scenario);
  read.diagnostics = std::move(loaded.diagnostics);
  read.source = std::move(source.value().text);
  return read;
}

}  // namespace steadfast::cli
