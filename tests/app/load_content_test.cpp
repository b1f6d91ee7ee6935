#include "app/load_content.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "process.h"
#include "temporary_folder.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

class LoadContent : public testing::Test {
 protected:
  // The shipped scenario under a name of its own, changed at one place.
  void write_own(const std::string& name, const std::string& old = {}, const std::string& with = {}) {
    std::string text =
        read_all(fs::path(STEADFAST_SHARE_DIR) / "scenarios/boundaries/ten-dollars-till-friday.yaml");
    const std::string id = "id: ten-dollars-till-friday";
    text.replace(text.find(id), id.size(), "id: " + name);
    if (!old.empty()) text.replace(text.find(old), old.size(), with);
    fs::create_directories(own() / "scenarios");
    std::ofstream(own() / "scenarios" / (name + ".yaml")) << text;
  }
  fs::path own() const { return folder_.path(); }
  std::shared_ptr<const Content> load() const {
    auto loaded = load_content({.share = STEADFAST_SHARE_DIR, .data = own()});
    EXPECT_TRUE(loaded);
    return loaded ? loaded.value() : nullptr;
  }
  const ScenarioEntry* entry(const Content& content, const std::string& file) const {
    const auto found = std::find_if(content.scenarios.begin(), content.scenarios.end(),
                                    [&file](const ScenarioEntry& each) { return each.file == file; });
    return found == content.scenarios.end() ? nullptr : &*found;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(LoadContent, OwnScenariosStandBesideTheShippedOnes) {
  const std::size_t shipped = load()->scenarios.size();
  write_own("my-own");
  const auto content = load();
  EXPECT_EQ(content->scenarios.size(), shipped + 1);
  const ScenarioEntry* mine = entry(*content, "my-own.yaml");
  ASSERT_NE(mine, nullptr);
  EXPECT_TRUE(mine->is_own);
  ASSERT_TRUE(mine->scenario);
  EXPECT_TRUE(mine->scene) << "the shipped pictures serve it";
}

TEST_F(LoadContent, ABrokenOneSaysWhatIsTheMatterAndHidesNobody) {
  const std::size_t shipped = load()->scenarios.size();
  write_own("my-own", "next: food", "next: foood");
  const auto content = load();
  EXPECT_EQ(content->scenarios.size(), shipped + 1);
  const ScenarioEntry* mine = entry(*content, "my-own.yaml");
  ASSERT_NE(mine, nullptr);
  EXPECT_FALSE(mine->scenario);
  EXPECT_NE(mine->problem.find("no node is called `foood`"), std::string::npos) << mine->problem;
  EXPECT_EQ(&content->scenarios.back(), mine) << "it comes last";
}

TEST_F(LoadContent, AnIdIsUsedOnce) {
  fs::create_directories(own() / "scenarios");
  fs::copy_file(fs::path(STEADFAST_SHARE_DIR) / "scenarios/boundaries/ten-dollars-till-friday.yaml",
                own() / "scenarios/ten-dollars-till-friday.yaml");
  const auto content = load();
  EXPECT_NE(content->scenarios.back().problem.find("is also that of “Ten dollars till Friday”"),
            std::string::npos);
}

TEST_F(LoadContent, AFurtherFolderMustExist) {
  EXPECT_FALSE(load_content({.share = STEADFAST_SHARE_DIR, .scenarios = {own() / "nowhere"}}));
  write_own("my-own");
  const auto loaded = load_content({.share = STEADFAST_SHARE_DIR, .scenarios = {own() / "scenarios"}});
  ASSERT_TRUE(loaded);
  EXPECT_NE(entry(*loaded.value(), "my-own.yaml"), nullptr);
}

TEST_F(LoadContent, TheProgrammesPolicyDecidesAndABrokenOneIsSaid) {
  std::ofstream(own() / "policy.yaml")
      << "policy:\n  - id: food\n    value: staff_only\n    says: Staff bring food.\n";
  const auto content = load();
  EXPECT_EQ(content->policy_problem, "");
  const ScenarioEntry* scenario = entry(*content, "ten-dollars-till-friday.yaml");
  ASSERT_NE(scenario, nullptr);
  EXPECT_NE(scenario->scenario->play_hash, scenario->scenario->content_hash);
  std::ofstream(own() / "policy.yaml") << "policy:\n  - id: foood\n    says: x\n";
  EXPECT_NE(load()->policy_problem.find("line 2, no policy key is called `foood`"), std::string::npos)
      << load()->policy_problem;
}

}  // namespace
}  // namespace steadfast
