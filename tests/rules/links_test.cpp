// Every link of the documents leads somewhere: to a file of the project, and to a heading in it.

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kProject = STEADFAST_SOURCE_DIR;

// Lines outside of code blocks.
std::vector<std::string> prose_of(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream stream(file);
  bool is_code = false;
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind("```", 0) == 0) {
      is_code = !is_code;
    } else if (!is_code) {
      lines.push_back(line);
    }
  }
  return lines;
}

// As code hosts make it: "Your own scenarios" becomes "your-own-scenarios".
std::string anchor_of(const std::string& heading) {
  std::string anchor;
  for (const char c : heading) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) != 0 || c == '-' || c == '_') {
      anchor += static_cast<char>(std::tolower(letter));
    } else if (c == ' ') {
      anchor += '-';
    }
  }
  return anchor;
}

std::set<std::string> anchors_of(const fs::path& file) {
  std::set<std::string> anchors;
  for (const std::string& line : prose_of(file)) {
    const std::size_t text = line.find_first_not_of('#');
    if (text != 0 && text != std::string::npos && line[text] == ' ') {
      anchors.insert(anchor_of(line.substr(text + 1)));
    }
  }
  return anchors;
}

// What is wrong with the target of a link in `file`; empty when it leads somewhere.
std::string complaint(const fs::path& file, const std::string& target) {
  if (target.find("://") != std::string::npos) return {};
  const std::size_t hash = target.find('#');
  const std::string path = target.substr(0, hash);
  const fs::path linked = path.empty() ? file : file.parent_path() / path;
  const std::string link = file.filename().string() + " links to " + target;
  if (!fs::exists(linked)) return link + ": there is no such file\n";
  if (hash == std::string::npos) return {};
  if (anchors_of(linked).count(target.substr(hash + 1)) == 0) return link + ": there is no such heading\n";
  return {};
}

std::vector<fs::path> documents() {
  std::vector<fs::path> all;
  for (const fs::path& folder : {kProject, kProject / "docs"}) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".md") all.push_back(entry.path());
    }
  }
  return all;
}

TEST(Links, OfTheDocumentsLeadSomewhere) {
  static const std::regex link(R"(\]\(([^)\s]+)\))");
  std::string complaints;
  int links = 0;
  for (const fs::path& file : documents()) {
    for (const std::string& line : prose_of(file)) {
      for (std::sregex_iterator found(line.begin(), line.end(), link); found != std::sregex_iterator();
           ++found) {
        complaints += complaint(file, (*found)[1]);
        ++links;
      }
    }
  }
  EXPECT_EQ(complaints, "");
  EXPECT_GT(links, 5) << "so few that the search itself is broken";
}

TEST(Links, ThatLeadNowhereAreNoticed) {
  const fs::path file = kProject / "docs/authoring.md";
  EXPECT_EQ(complaint(file, "scenario-format.md#your-own-scenarios"), "");
  EXPECT_EQ(complaint(file, "https://example.org/anywhere"), "");
  EXPECT_NE(complaint(file, "scenario-format.md#my-own-scenarios"), "");
  EXPECT_NE(complaint(file, "no-such-page.md"), "");
  EXPECT_NE(complaint(file, "#no-such-heading"), "");
}

}  // namespace
