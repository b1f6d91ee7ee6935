// Everything that is kept is asked again what the fuzzer asks: the examples of tests/data, the files that
// once broke something in tests/issues, and the smallest set of texts that reaches what fuzzing reached.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/targets.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

const fs::path kTests = fs::path{STEADFAST_SOURCE_DIR} / "tests";

enum class Target { load, expression, save };

struct KeptText {
  Target target = Target::load;
  fs::path file;
};

void collect(Target target, const fs::path& folder, std::vector<KeptText>& texts) {
  if (!fs::is_directory(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const bool is_said = entry.path().extension() == ".expected" || entry.path().extension() == ".md";
    if (entry.is_regular_file() && !is_said) texts.push_back({target, entry.path()});
  }
}

std::vector<KeptText> kept_texts() {
  std::vector<KeptText> texts;
  for (const auto& [target, name] :
       {std::pair{Target::load, "load"}, {Target::expression, "expression"}, {Target::save, "save"}}) {
    collect(target, kTests / "issues" / name, texts);
    collect(target, kTests / "fuzz" / "corpus" / name, texts);
  }
  for (const char* folder : {"broken", "valid", "rulebook", "policy"})
    collect(Target::load, kTests / "data" / folder, texts);
  collect(Target::load, kTests.parent_path() / "scenarios", texts);
  collect(Target::save, kTests / "data" / "saves", texts);
  std::sort(texts.begin(), texts.end(), [](const KeptText& a, const KeptText& b) { return a.file < b.file; });
  return texts;
}

std::string trouble_with(const KeptText& kept) {
  std::ifstream stream{kept.file, std::ios::binary};
  std::ostringstream text;
  text << stream.rdbuf();
  EXPECT_TRUE(stream.good()) << kept.file;
  switch (kept.target) {
    case Target::load:
      return fuzz::load_trouble(text.str());
    case Target::expression:
      return fuzz::expression_trouble(text.str());
    case Target::save:
      return fuzz::save_trouble(text.str());
  }
  return "there is no such target";
}

std::string test_name(const testing::TestParamInfo<KeptText>& kept) {
  std::string name = fs::relative(kept.param.file, kTests.parent_path()).string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

class Replay : public testing::TestWithParam<KeptText> {};

TEST_P(Replay, FindsNothing) {
  EXPECT_EQ(trouble_with(GetParam()), "") << GetParam().file;
}

INSTANTIATE_TEST_SUITE_P(Kept, Replay, testing::ValuesIn(kept_texts()), test_name);

}  // namespace
}  // namespace steadfast
