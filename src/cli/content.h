// From the share folder to loaded content.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "steadfast/care.h"
#include "steadfast/content_care.h"
#include "steadfast/load.h"
#include "steadfast/result.h"

namespace steadfast::cli {

// What is said where the folder of shipped files is missing.
extern const char* const kNoShare;

// Reads assets/rubric.yaml, mentee-model.yaml, acts.yaml and policy/default.yaml. The error holds every
// diagnostic.
Result<std::shared_ptr<const Rulebook>> read_rulebook(const std::optional<std::filesystem::path>& share);

// The programme's own file in the data folder.
inline constexpr const char* kOwnPolicy = "policy.yaml";

// The same with the programme's own policy, if it has one. A broken one is left aside: `problem` is then a
// sentence that says so, with the first of what is wrong in it; empty otherwise.
struct ProgrammeRulebook {
  std::shared_ptr<const Rulebook> rulebook;
  std::string problem;
};
Result<ProgrammeRulebook> read_programme_rulebook(const std::optional<std::filesystem::path>& share,
                                                  const std::optional<std::filesystem::path>& data_folder);

// Every diagnostic of such a file. An unreadable file is an error sentence.
struct ReadPolicy {
  std::vector<Diagnostic> diagnostics;
  std::string source;
};
Result<ReadPolicy> read_own_policy(const std::filesystem::path& share, const std::filesystem::path& file);

// Reads assets/grounding.yaml and resources.yaml.
Result<std::shared_ptr<const Care>> read_care(const std::optional<std::filesystem::path>& share);

// Reads assets/care-words.yaml: what the guide for authors asks of words.
Result<std::shared_ptr<const CareWords>> read_care_words(const std::optional<std::filesystem::path>& share);

// Reads, loads and formats: `scenario` is set when no diagnostic is an error; `report` is every diagnostic
// with its source line. A file that is unreadable or no text is an error sentence.
struct ReadScenario {
  std::optional<Scenario> scenario;
  std::optional<HealthyPart> healthy_part;  // load.h
  std::vector<Diagnostic> diagnostics;
  std::string source;  // the file's text
  std::string report;
};
Result<ReadScenario> read_scenario(const std::filesystem::path& file,
                                   std::shared_ptr<const Rulebook> rulebook,
                                   FileName file_name = FileName::is_id);

}  // namespace steadfast::cli
