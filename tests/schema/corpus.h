// The files that loader and schemas are compared on.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "steadfast/diagnostic.h"
#include "steadfast/load.h"

namespace steadfast::test {

struct CorpusFile {
  std::string name;  // where it comes from and what is changed in it
  std::string form;
  bool is_mutation = false;
  Source source;
  std::vector<Diagnostic> errors;  // what the loader says
};

// Every YAML file below the folder, which is one of the project's, in the order of their paths.
std::vector<std::filesystem::path> yaml_files_below(const std::filesystem::path& folder);

// By its folder, or by its name: `tests/data/broken/rulebook/anchors.rubric.yaml` is a rubric.
std::string form_of(const std::filesystem::path& file);

// Everything in tests/data and tests/issues, everything shipped, and every mutation of the files in
// tests/data/every-key. Made once.
const std::vector<CorpusFile>& corpus();

}  // namespace steadfast::test
