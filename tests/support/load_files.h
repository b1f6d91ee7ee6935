// Files of tests/data, read and loaded.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "steadfast/load.h"

namespace steadfast::test {

inline std::filesystem::path data_folder() {
  return std::filesystem::path{STEADFAST_SOURCE_DIR} / "tests" / "data";
}

// The source is named by the file's name alone, so that messages are the same everywhere.
inline Source read_source(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  EXPECT_TRUE(stream.good()) << file;
  std::ostringstream text;
  text << stream.rdbuf();
  return {file.filename().string(), text.str()};
}

inline void write_file(const std::filesystem::path& file, const std::string& text) {
  std::ofstream stream{file, std::ios::binary};
  stream << text;
  EXPECT_TRUE(stream.good()) << file;
}

inline std::string explain_all(const std::vector<Diagnostic>& diagnostics, const std::string& text) {
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics) all += format_diagnostic(diagnostic, text);
  return all;
}

// The small rulebook of tests/data/rulebook, loaded once.
inline std::shared_ptr<const Rulebook> test_rulebook() {
  static const std::shared_ptr<const Rulebook> rulebook = [] {
    const std::filesystem::path folder = data_folder() / "rulebook";
    LoadedRulebook loaded =
        load_rulebook(read_source(folder / "rubric.yaml"), read_source(folder / "mentee-model.yaml"),
                      read_source(folder / "acts.yaml"));
    EXPECT_NE(loaded.rulebook, nullptr) << explain_all(loaded.diagnostics, {});
    LoadedPolicy policy = load_policy(read_source(folder / "policy.yaml"), nullptr);
    EXPECT_TRUE(policy.policy) << explain_all(policy.diagnostics, {});
    auto with_policy = std::make_shared<Rulebook>(*loaded.rulebook);
    with_policy->policy = std::move(*policy.policy);
    return std::shared_ptr<const Rulebook>(std::move(with_policy));
  }();
  return rulebook;
}

}  // namespace steadfast::test
