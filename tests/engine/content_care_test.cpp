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

TEST(ContentCare, RefusesAPhraseThatCannotBeRead) {
  Source list = read_source(project_folder() / "assets/care-words.yaml");
  const std::string group = "<exploiter>";
  list.text.replace(list.text.find(group, list.text.find("entries:")), group.size(), "<explioter>");
  const LoadedCareWords loaded = load_care_words(list);
  EXPECT_EQ(loaded.words, nullptr);
  ASSERT_EQ(loaded.diagnostics.size(), 1U) << explain_all(loaded.diagnostics, list.text);
  EXPECT_EQ(loaded.diagnostics[0].code, Code{88});
}

}  // namespace
}  // namespace steadfast::test
