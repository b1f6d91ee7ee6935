#include "steadfast/care.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace steadfast {
namespace {

const char* const kGrounding = R"(note: Choose one, or none.
exercises:
  - id: feet
    name: Feet and chair
    seconds: 60
    steps:
      - Put both feet on the floor.
      - Look up.
)";

const char* const kResources = R"(note: Ask your coordinator first.
resources:
  - id: helpline
    name: A helpline
    locale: US
    audience: youth
    for_what: To talk.
    call: "555"
    reporting_line: false
    verified_on: 2025-01-02
    expires_on: 2026-01-02
  - id: coordinator
    name: Your coordinator
    locale: programme
    audience: mentor
    for_what: Anything.
    how: Use the number you were given.
    reporting_line: true
)";

LoadedCare load(std::string grounding, std::string resources) {
  return load_care({"grounding.yaml", std::move(grounding)}, {"resources.yaml", std::move(resources)});
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

std::string messages(const LoadedCare& loaded) {
  std::string text;
  for (const Diagnostic& diagnostic : loaded.diagnostics) text += format_diagnostic(diagnostic, "");
  return text;
}

TEST(Care, IsReadWithTheProgrammesOwnContactsFirst) {
  const LoadedCare loaded = load(kGrounding, kResources);
  ASSERT_NE(loaded.care, nullptr) << messages(loaded);
  ASSERT_EQ(loaded.care->exercises.size(), 1U);
  EXPECT_EQ(loaded.care->exercises[0].seconds, 60);
  EXPECT_EQ(loaded.care->exercises[0].steps,
            (std::vector<std::string>{"Put both feet on the floor.", "Look up."}));
  ASSERT_EQ(loaded.care->resources.size(), 2U);
  EXPECT_EQ(loaded.care->resources[0].id, "coordinator");
  EXPECT_TRUE(loaded.care->resources[0].is_reporting_line);
  EXPECT_EQ(loaded.care->resources[1].call, "555");
  EXPECT_FALSE(loaded.care->resources[1].is_reporting_line);
}

TEST(Care, ANumberThatNobodyCheckedMustBeChecked) {
  const auto care = load(kGrounding, kResources).care;
  EXPECT_TRUE(needs_checking(care->resources[0], "2025-06-01")) << "never checked";
  EXPECT_FALSE(needs_checking(care->resources[1], "2025-06-01"));
  EXPECT_FALSE(needs_checking(care->resources[1], "2026-01-02")) << "the last day counts";
  EXPECT_TRUE(needs_checking(care->resources[1], "2026-01-03"));
}

TEST(Care, SomebodyWhoCannotBeReachedIsAnError) {
  const LoadedCare loaded = load(kGrounding, replaced(kResources, "    call: \"555\"\n", ""));
  EXPECT_EQ(loaded.care, nullptr);
  EXPECT_NE(messages(loaded).find("resources.yaml:3"), std::string::npos) << messages(loaded);
  EXPECT_NE(messages(loaded).find("no way to reach it"), std::string::npos) << messages(loaded);
}

TEST(Care, ProblemsOfBothFilesAreReportedTogether) {
  const LoadedCare loaded = load(replaced(kGrounding, "seconds: 60", "seconds: long"),
                                 replaced(kResources, "audience: youth", "audience: children"));
  EXPECT_EQ(loaded.care, nullptr);
  EXPECT_NE(messages(loaded).find("grounding.yaml:5"), std::string::npos) << messages(loaded);
  EXPECT_NE(messages(loaded).find("resources.yaml:6"), std::string::npos) << messages(loaded);
}

TEST(Care, AnIdCountsOnce) {
  EXPECT_EQ(load(kGrounding, replaced(kResources, "id: coordinator", "id: helpline")).care, nullptr);
}

std::string text_of(const std::string& file) {
  std::ifstream stream(std::string(STEADFAST_SOURCE_DIR) + "/assets/" + file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Care, WhatIsShippedLoads) {
  const LoadedCare loaded = load(text_of("grounding.yaml"), text_of("resources.yaml"));
  ASSERT_NE(loaded.care, nullptr) << messages(loaded);
  EXPECT_EQ(messages(loaded), "");
  EXPECT_EQ(loaded.care->exercises.size(), 5U);
  EXPECT_EQ(loaded.care->resources.front().locale, "programme");
}

TEST(Care, WhatAConversationNamesComesRightBehindTheProgramme) {
  Care care;
  for (const auto& [id, locale] : {std::pair{"ours", "programme"}, std::pair{"us-one", "US"},
                                   std::pair{"us-two", "US"}, std::pair{"gb-one", "GB"}}) {
    Resource resource;
    resource.id = id;
    resource.locale = locale;
    care.resources.push_back(resource);
  }
  std::string order;
  for (const Resource& resource :
       care_for_conversation(care, {"gb-one", "us-two", "no-such-one", "ours"}).resources) {
    order += resource.id + " ";
  }
  EXPECT_EQ(order, "ours us-two gb-one us-one ");
}

}  // namespace
}  // namespace steadfast
