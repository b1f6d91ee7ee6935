#include "steadfast/content_care.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/care_files.h"

namespace steadfast::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> shipped_scenarios() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(project_folder() / "scenarios")) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  return files;
}

std::string told(const Source& source) {
  return explain_all(check_content_care(source, *shipped_care_words(), shipped_care()), source.text);
}

TEST(ContentCare, HasNothingToSayAboutWhatIsShipped) {
  const std::vector<fs::path> files = shipped_scenarios();
  ASSERT_GE(files.size(), 3U);
  for (const fs::path& file : files) EXPECT_EQ(told(read_source(file)), "") << file;
}

}  // namespace
}  // namespace steadfast::test
