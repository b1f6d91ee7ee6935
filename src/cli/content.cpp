#include "cli/content.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "platform/files.h"

namespace steadfast::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kShippedPolicy = "assets/policy/default.yaml";

// What a file is that was opened by mistake, by its first bytes; empty for text.
std::string_view other_kind_of_file(std::string_view bytes) {
  constexpr std::size_t kFirstPart = 8192;
  const auto starts_with = [bytes](std::string_view start) { return bytes.substr(0, start.size()) == start; };
  if (starts_with("PK\x03\x04")) return "it is a word processor's file or an archive. Save it as plain text";
  if (starts_with("{\\rtf")) return "it is a word processor's file. Save it as plain text";
  if (starts_with("%PDF-")) return "it is a PDF, not a text";
  if (starts_with("\xFF\xFE") || starts_with("\xFE\xFF")) return "it is saved as UTF-16. Save it as UTF-8";
  const std::string_view part = bytes.substr(0, kFirstPart);
  const auto nuls = static_cast<std::size_t>(std::count(part.begin(), part.end(), '\0'));
  // A stray NUL is reported at its place; many mean that this is no text at all.
  constexpr std::size_t kOneInSoMany = 64;
  return nuls * kOneInSoMany > part.size() ? "it is not a text file" : "";
}

Result<Source> read_source(const fs::path& file) {
  FileText text = read_file(file);
  if (!text.text) return Error{text.problem};
  const std::string_view other = other_kind_of_file(*text.text);
  if (!other.empty()) return Error{fmt::format("Cannot read `{}`: {}.", file.string(), other)};
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

const char* const kNoShare =
    "The files Steadfast needs (rubric, mentee model, acts) were not found. Start it with ./run, or set "
    "STEADFAST_SHARE to the folder that holds `assets`.";

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
  const Result<Source> shipped = read_source(*share / kShippedPolicy);
  if (!shipped) return shipped.error();
  LoadedPolicy policy = load_policy(shipped.value(), nullptr);
  if (!policy.policy) return trimmed(report_of(policy.diagnostics, {&shipped.value()}));
  auto rulebook = std::make_shared<Rulebook>(*loaded.rulebook);
  rulebook->policy = std::move(*policy.policy);
  return std::shared_ptr<const Rulebook>(std::move(rulebook));
}

Result<ProgrammeRulebook> read_programme_rulebook(const std::optional<fs::path>& share,
                                                  const std::optional<fs::path>& data_folder) {
  auto rulebook = read_rulebook(share);
  if (!rulebook) return rulebook.error();
  ProgrammeRulebook programme{rulebook.value(), ""};
  std::error_code ignored;
  const fs::path file = data_folder ? *data_folder / kOwnPolicy : fs::path();
  if (!data_folder || !fs::exists(file, ignored)) return programme;
  const Result<Source> shipped = read_source(*share / kShippedPolicy);
  if (!shipped) return shipped.error();
  const Result<Source> own = read_source(file);
  if (!own) {
    programme.problem = own.error().message + " Until it can be read, the shipped rules are used.";
    return programme;
  }
  LoadedPolicy loaded = load_policy(shipped.value(), &own.value());
  const auto error = std::find_if(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                                  [](const Diagnostic& found) { return found.severity == Severity::error; });
  if (error != loaded.diagnostics.end()) {
    programme.problem = fmt::format(
        "Your program's rules in `{}` are left aside until this is mended: line {}, {}. Until then the "
        "shipped "
        "rules are used.",
        file.string(), error->where.line, error->message);
    return programme;
  }
  auto with_policy = std::make_shared<Rulebook>(*programme.rulebook);
  with_policy->policy = std::move(*loaded.policy);
  programme.rulebook = std::move(with_policy);
  return programme;
}

Result<ReadPolicy> read_own_policy(const fs::path& share, const fs::path& file) {
  const Result<Source> shipped = read_source(share / kShippedPolicy);
  if (!shipped) return shipped.error();
  Result<Source> own = read_source(file);
  if (!own) return own.error();
  LoadedPolicy loaded = load_policy(shipped.value(), &own.value());
  return ReadPolicy{std::move(loaded.diagnostics), std::move(own.value().text)};
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

Result<std::shared_ptr<const CareWords>> read_care_words(const std::optional<fs::path>& share) {
  if (!share) return Error{kNoShare};
  const Result<Source> words = read_source(*share / "assets/care-words.yaml");
  if (!words) return words.error();
  LoadedCareWords loaded = load_care_words(words.value());
  if (loaded.words == nullptr) return trimmed(report_of(loaded.diagnostics, {&words.value()}));
  return std::move(loaded.words);
}

Result<ReadScenario> read_scenario(const fs::path& file, std::shared_ptr<const Rulebook> rulebook,
                                   FileName file_name) {
  Result<Source> source = read_source(file);
  if (!source) return source.error();
  LoadedScenario loaded = load_scenario(source.value(), std::move(rulebook), file_name);
  ReadScenario read;
  read.report = report_of(loaded.diagnostics, {&source.value()});
  read.scenario = std::move(loaded.scenario);
  read.healthy_part = std::move(loaded.healthy_part);
  read.diagnostics = std::move(loaded.diagnostics);
  read.source = std::move(source.value().text);
  return read;
}

}  // namespace steadfast::cli
