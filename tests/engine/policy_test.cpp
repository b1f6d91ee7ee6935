#include "steadfast/policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <string>
#include <utility>

#include "policy_branches.h"
#include "steadfast/analysis.h"
#include "support/load_files.h"
#include "support/play_through.h"

namespace steadfast {
namespace {

using test::data_folder;
using test::explain_all;
using test::read_source;

Source shipped() {
  return read_source(data_folder() / "rulebook" / "policy.yaml");
}

LoadedPolicy with_own(const std::string& text) {
  const Source own{"policy.yaml", text};
  return load_policy(shipped(), &own);
}

const PolicyKey& key(const Policy& policy, const char* id) {
  for (const PolicyKey& key : policy.keys) {
    if (key.id == id) return key;
  }
  throw std::out_of_range(id);
}

std::string all_of(const LoadedPolicy& loaded) {
  return explain_all(loaded.diagnostics, {});
}

TEST(Policy, ShippedAnswersHoldUntilTheProgrammeHasItsOwn) {
  const LoadedPolicy loaded = load_policy(shipped(), nullptr);
  ASSERT_TRUE(loaded.policy) << all_of(loaded);
  const PolicyKey& food = key(*loaded.policy, "food");
  EXPECT_EQ(food.variable, "policy_food");
  EXPECT_EQ(food.values, (std::vector<std::string>{"unset", "with_approval", "staff_only"}));
  EXPECT_EQ(food.value, 1);
  EXPECT_FALSE(food.is_own);
  EXPECT_TRUE(key(*loaded.policy, "hours").is_set());
  EXPECT_FALSE(key(*loaded.policy, "after_hours").is_set());
}

TEST(Policy, TheProgrammesOwnFileOverridesKeyByKey) {
  const LoadedPolicy loaded = with_own(
      "policy:\n  - id: food\n    value: staff_only\n    says: Staff bring food.\n"
      "  - id: after_hours\n    says: The night line.\n");
  ASSERT_TRUE(loaded.policy);
  EXPECT_EQ(all_of(loaded), "");
  EXPECT_EQ(key(*loaded.policy, "food").value, 2);
  EXPECT_EQ(key(*loaded.policy, "food").default_value, 1);
  EXPECT_TRUE(key(*loaded.policy, "food").is_own);
  EXPECT_TRUE(key(*loaded.policy, "after_hours").is_set());
  EXPECT_EQ(key(*loaded.policy, "money").value, 1) << "what it does not speak of stays";
}

struct BadPolicy {
  const char* name;
  const char* text;
  const char* told;
};
void PrintTo(const BadPolicy& bad, std::ostream* out) {
  *out << bad.name;
}

class BadOwnPolicy : public testing::TestWithParam<BadPolicy> {};

TEST_P(BadOwnPolicy, IsExplainedAndLeftAsideWhole) {
  const LoadedPolicy loaded = with_own(GetParam().text);
  EXPECT_NE(all_of(loaded).find(GetParam().told), std::string::npos) << all_of(loaded);
  ASSERT_TRUE(loaded.policy) << "the shipped one still holds";
  for (const PolicyKey& each : loaded.policy->keys) EXPECT_FALSE(each.is_own) << each.id;
}

INSTANTIATE_TEST_SUITE_P(
    Policy, BadOwnPolicy,
    testing::Values(BadPolicy{"UnknownKey", "policy:\n  - id: foood\n    value: never\n    says: x\n",
                              "did you mean `food`"},
                    BadPolicy{"UnknownValue", "policy:\n  - id: food\n    value: sometimes\n    says: x\n",
                              "choose one of with_approval, staff_only"},
                    BadPolicy{"NoValue", "policy:\n  - id: food\n    says: Ask me.\n",
                              "has an answer in words but no `value`"},
                    BadPolicy{"NoWords", "policy:\n  - id: food\n    value: staff_only\n", "has no `says`"},
                    BadPolicy{"ValueForWords", "policy:\n  - id: hours\n    value: never\n    says: x\n",
                              "has no `values`"},
                    BadPolicy{
                        "Twice",
                        "policy:\n  - id: money\n    value: never\n    says: x\n  - id: hours\n    says: x\n"
                        "  - id: hours\n    says: y\n",
                        "exists already"},
                    BadPolicy{"NoYaml", "policy: [\n", "error"}),
    [](const auto& bad) { return std::string(bad.param.name); });

// The shipped file says for each key either both, the value and the sentence, or neither.
TEST(Policy, ShippedAnswersThatAreNotWholeAreRefused) {
  const auto told = [](const std::string& answer) {
    return all_of(load_policy(
        {"default.yaml", "note: x\nkeys:\n  - id: food\n    name: x\n    asks: x\n" + answer}, nullptr));
  };
  const std::string values = "    values: [never, always]\n";
  EXPECT_EQ(told(values), "");
  EXPECT_EQ(told(values + "    value: never\n    says: x\n"), "");
  EXPECT_NE(told(values + "    value: never\n").find("no sentence for the mentor"), std::string::npos);
  EXPECT_NE(told(values + "    says: x\n").find("has an answer in words but no `value`"), std::string::npos);
  EXPECT_NE(told(values + "    value: some\n    says: x\n").find("choose one of never, always"),
            std::string::npos);
  EXPECT_NE(told("    value: never\n    says: x\n").find("has no `values`"), std::string::npos);
}

// --- Scenarios that need it ------------------------------------------------------------------------

std::shared_ptr<const Rulebook> rulebook_with(const std::string& own) {
  auto rulebook = std::make_shared<Rulebook>(*test::test_rulebook());
  const LoadedPolicy loaded = with_own(own);
  rulebook->policy = *loaded.policy;
  return rulebook;
}

constexpr const char* kNoOwn = "policy: []\n";
constexpr const char* kStaffOnly =
    "policy:\n  - id: food\n    value: staff_only\n    says: Staff bring food.\n";

// The valid example with two answers of which one is open, whatever the policy says about food.
Source branching() {
  Source source = read_source(data_folder() / "valid" / "a-short-walk.yaml");
  const auto replace = [&source](const std::string& old, const std::string& with) {
    const std::size_t at = source.text.find(old);
    ASSERT_NE(at, std::string::npos) << old;
    source.text.replace(at, old.size(), with);
  };
  replace("reviews:", "policy: [food, after_hours]\nreviews:");
  replace("      - id: ask-more\n", "      - id: ask-more\n        when: policy_food is staff_only\n");
  return source;
}

Scenario scenario_with(const std::string& own) {
  LoadedScenario loaded = load_scenario(branching(), rulebook_with(own));
  EXPECT_TRUE(loaded.scenario) << explain_all(loaded.diagnostics, branching().text);
  return std::move(*loaded.scenario);
}

bool is_offered(const Scenario& scenario, const std::string& id) {
  return find_offered(scenario, begin(scenario).state, id).has_value();
}

TEST(PolicyOfAScenario, DecidesWhatIsOpen) {
  EXPECT_FALSE(is_offered(scenario_with(kNoOwn), "ask-more"));
  EXPECT_TRUE(is_offered(scenario_with(kStaffOnly), "ask-more"));
}

TEST(PolicyOfAScenario, APlayUnderAnotherPolicyIsNotTheSamePlay) {
  const Scenario here = scenario_with(kNoOwn);
  const Scenario there = scenario_with(kStaffOnly);
  EXPECT_EQ(here.content_hash, there.content_hash) << "reviewers sign the text";
  EXPECT_EQ(here.play_hash, here.content_hash);
  EXPECT_NE(there.play_hash, there.content_hash);
  const Scenario same = scenario_with("policy:\n  - id: money\n    value: with_approval\n    says: x\n");
  EXPECT_EQ(same.play_hash, same.content_hash) << "it does not need that key";
}

TEST(PolicyOfAScenario, IsToldBeforeTheStart) {
  const auto told = [](const Scenario& scenario) {
    std::string all;
    for (const PolicyAnswer& answer : policy_answers(scenario)) all += policy_sentence(answer) + "\n";
    return all;
  };
  EXPECT_EQ(
      told(scenario_with(kNoOwn)),
      "Food: Food is fine in the open.\nAfter hours: your program has not said this yet. Find out before "
      "your first meeting: Whom can a young person reach at night?\n");
  EXPECT_EQ(told(scenario_with(kStaffOnly)).find("Food: Staff bring food.\n"), 0U) << "the choices follow it";
  Source source = branching();
  source.text.replace(source.text.find("[food, after_hours]"), 19, "[food, money]      ");
  const LoadedScenario loaded = load_scenario(
      source,
      rulebook_with("policy:\n  - id: money\n    value: with_approval\n    says: A little is fine.\n"));
  ASSERT_TRUE(loaded.scenario);
  EXPECT_NE(
      told(*loaded.scenario).find("Money: A little is fine. This conversation was written for another rule"),
      std::string::npos)
      << told(*loaded.scenario);
}

TEST(PolicyOfAScenario, AnUnlistedKeyIsExplained) {
  Source source = branching();
  source.text.replace(source.text.find("policy: [food, after_hours]\n"), 28, "");
  const LoadedScenario loaded = load_scenario(source, rulebook_with(kNoOwn));
  EXPECT_NE(
      explain_all(loaded.diagnostics, source.text).find("add `food` to the `policy:` list of this scenario"),
      std::string::npos)
      << explain_all(loaded.diagnostics, source.text);
}

TEST(PolicyOfAScenario, NoConversationChangesIt) {
  Source source = branching();
  const std::string choice = "        when: policy_food is staff_only\n";
  source.text.replace(source.text.find(choice), choice.size(),
                      choice + "        effects:\n          policy_food: \"= unset\"\n");
  const LoadedScenario loaded = load_scenario(source, rulebook_with(kNoOwn));
  EXPECT_NE(explain_all(loaded.diagnostics, source.text).find("no conversation changes"), std::string::npos);
}

// What is closed here and open elsewhere is no mistake; what goes wrong only elsewhere is one.
TEST(PolicyOfAScenario, AnalysisLooksAtEveryPolicy) {
  const Analysis sound = analyze(scenario_with(kNoOwn), "a.yaml");
  for (const Diagnostic& finding : sound.findings) {
    EXPECT_EQ(finding.message.find("nobody can ever choose `ask-more`"), std::string::npos)
        << finding.message;
  }
  Source source = branching();
  const std::string choice = "        when: policy_food is staff_only\n";
  source.text.replace(source.text.find(choice), choice.size(),
                      "        when: policy_food is staff_only and trust < 1\n");
  const LoadedScenario loaded = load_scenario(source, rulebook_with(kNoOwn));
  ASSERT_TRUE(loaded.scenario);
  const auto findings = analyze(*loaded.scenario, "a.yaml").findings;
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
    return finding.message.find("nobody can ever choose `ask-more`") != std::string::npos;
  }));
}

std::string answers_of(const std::vector<PolicyBranch>& branches) {
  std::string all;
  for (const PolicyBranch& branch : branches) all += branch.answers + "; ";
  return all;
}

TEST(OtherPolicies, AreAllCombinationsOrEachAnswerAloneWhereThereAreTooMany) {
  Source source = branching();
  const std::string need = "policy: [food, after_hours]";
  source.text.replace(source.text.find(need), need.size(), "policy: [food, money]");
  const std::string choice = "when: policy_food is staff_only\n";
  source.text.replace(source.text.find(choice), choice.size(),
                      "when: policy_food is staff_only or policy_money is with_approval\n");
  const LoadedScenario loaded = load_scenario(source, rulebook_with(kNoOwn));
  ASSERT_TRUE(loaded.scenario) << explain_all(loaded.diagnostics, source.text);

  EXPECT_EQ(other_policies(*loaded.scenario, 9).size(), 8U) << "three answers each, but for those of today";
  const std::vector<PolicyBranch> alone = other_policies(*loaded.scenario, 8);
  EXPECT_EQ(alone.size(), 4U) << answers_of(alone);
  for (const PolicyBranch& branch : alone) {
    Scenario there = *loaded.scenario;
    follow(there, branch);
    int changed = 0;
    for (std::size_t i = 0; i < loaded.scenario->variables.size(); ++i) {
      changed += there.variables[i].start == loaded.scenario->variables[i].start ? 0 : 1;
    }
    EXPECT_EQ(changed, 1) << branch.answers;
  }
}

}  // namespace
}  // namespace steadfast
