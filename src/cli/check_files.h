// Looks through scenarios and a programme's own policy, and gathers everything that is wrong with them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "steadfast/care.h"
#include "steadfast/content_care.h"
#include "steadfast/date.h"
#include "steadfast/diagnostic.h"
#include "steadfast/result.h"
#include "steadfast/review.h"
#include "steadfast/rulebook.h"

namespace steadfast::cli {

struct CheckReport {
  std::vector<std::string> files;            // those that could be read, in the order they were met
  std::vector<Diagnostic> problems;          // file by file, in that order; inside a file from top to bottom
  std::map<std::string, std::string> texts;  // of files with problems, by the name diagnostics use
  std::vector<std::string> unreadable;       // a sentence for each path that could not be read

  std::size_t count(Severity severity) const;
  int exit_code() const;  // 0 clean (warnings alone are clean), 1 problems, 2 something could not be read
};

// What a check goes by beside the files.
struct CheckRules {
  std::shared_ptr<const Rulebook> rulebook;
  std::shared_ptr<const CareWords> care_words;
  std::shared_ptr<const Care> care;
  std::optional<Date> today;  // without it no signature can be judged
  ReviewRule reviews = ReviewRule::told;
};

// Reads them from the share folder. The error holds every diagnostic.
Result<CheckRules> read_check_rules(const Surroundings& surroundings);

// `paths` are files, or folders to look through. Every file is checked, whatever is wrong with the others.
CheckReport check_files(const std::vector<std::filesystem::path>& paths, const Surroundings& surroundings,
                        const CheckRules& rules);

}  // namespace steadfast::cli
