#include "steadfast/json_schema.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "json_schema_values.h"
#include "json_text.h"
#include "schema.h"
#include "schema_values.h"
#include "steadfast/date.h"
#include "support/load_files.h"
#include "value_patterns.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path{STEADFAST_SOURCE_DIR} / "assets" / "schema";

TEST(JsonSchema, WhatIsShippedIsWhatTheTableSays) {
  for (const FileForm& form : file_forms()) {
    const std::string name{form.name};
    const fs::path file = kFolder / (name + ".schema.json");
    ASSERT_TRUE(fs::exists(file)) << "build/dev/bin/steadfast schema " << name << " > " << file.string();
    EXPECT_TRUE(test::read_source(file).text == json_schema(name))
        << file
        << " is of another table. When the change is meant, write it anew:\n  build/dev/bin/steadfast schema "
        << name << " > " << file.string();
  }
}

TEST(JsonSchema, NothingElseIsShipped) {
  std::set<std::string> expected;
  for (const FileForm& form : file_forms()) expected.insert(std::string{form.name} + ".schema.json");
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(kFolder)) found.insert(entry.path().filename().string());
  EXPECT_EQ(found, expected);
}

void collect_objects(const ObjectSchema& schema, std::set<const ObjectSchema*>& objects) {
  if (!objects.insert(&schema).second) return;
  for (const KeyRule& rule : schema.keys) {
    if (rule.object != nullptr) collect_objects(*rule.object, objects);
  }
}

// Two objects of one name would be one definition.
TEST(JsonSchema, DefinitionsHaveNamesOfTheirOwn) {
  for (const ObjectSchema* all : {&scenario_schema(), &policy_schema(), &policy_default_schema(),
                                  &rubric_schema(), &mentee_model_schema(), &acts_schema(), &scene_schema(),
                                  &grounding_schema(), &resources_schema(), &care_words_schema()}) {
    const ObjectSchema& root = *all;
    std::set<const ObjectSchema*> objects;
    for (const KeyRule& rule : root.keys) {
      if (rule.object != nullptr) collect_objects(*rule.object, objects);
    }
    std::set<std::string> names;
    for (int type = 0; type <= static_cast<int>(ValueType::object); ++type) {
      names.emplace(definition_name(static_cast<ValueType>(type)));
    }
    for (const ObjectSchema* object : objects) {
      const std::string name = definition_name(*object);
      EXPECT_TRUE(names.insert(name).second) << name << " in the " << root.name;
      EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos) << name;
    }
  }
}

// --- Patterns say the same as the functions the loader reads by ----------------------------------------

bool matches(const std::string& pattern, const std::string& text) {
  return std::regex_search(text, std::regex{pattern});
}

struct Range {
  int least;
  int most;
};

TEST(ValuePatterns, FindTheNumbersOfARange) {
  const std::vector<Range> ranges = {{0, 0},      {0, 9},      {1, 60},   {14, 17},  {10, 600},  {-3, 5},
                                     {-120, -15}, {-100, 100}, {7, 1204}, {99, 101}, {199, 200}, {0, 1000},
                                     {-1000, 0},  {350, 359},  {-1, -1},  {1, 100}};
  for (const Range& range : ranges) {
    const std::regex pattern{number_pattern(range.least, range.most)};
    const auto expect_alike = [&](const std::string& text) {
      const auto number = parse_number(text);
      EXPECT_EQ(std::regex_search(text, pattern), number && *number >= range.least && *number <= range.most)
          << text << " from " << range.least << " to " << range.most;
    };
    for (int number = -1300; number <= 1300; ++number) expect_alike(std::to_string(number));
    for (int number = -20; number <= 20; ++number) {
      for (const char* before : {"+", "-", "0", "-00", "+0", "+-", "++", " "}) {
        expect_alike(before + std::to_string(number));
      }
    }
  }
  constexpr int kLeast = std::numeric_limits<int>::min();
  constexpr int kMost = std::numeric_limits<int>::max();
  for (const char* text : {"2147483647", "2147483648", "-2147483648", "-2147483649", "1", "+", "-", "", "1.0",
                           "x", "1\n", "0002147483647", "21474836470"}) {
    EXPECT_EQ(matches(number_pattern(kLeast, kMost), text), parse_number(text).has_value()) << text;
  }
}

// Every text of up to `length` of these characters.
std::vector<std::string> all_texts(const std::string& characters, std::size_t length) {
  std::vector<std::string> texts = {""};
  for (std::size_t start = 0, round = 0; round < length; ++round) {
    const std::size_t end = texts.size();
    for (; start < end; ++start) {
      for (const char c : characters) texts.push_back(texts[start] + c);
    }
  }
  return texts;
}

std::regex pattern_for(ValueType type) {
  KeyRule rule;
  rule.type = type;
  return std::regex{pattern_of(rule)};
}

TEST(ValuePatterns, FindIdsNamesAndCodes) {
  const std::regex id = pattern_for(ValueType::identifier);
  const std::regex name = pattern_for(ValueType::name);
  const std::regex label = pattern_for(ValueType::label);
  std::vector<std::string> texts = all_texts("aZ0-_ \n", 4);
  for (const char* word : {"or", "and", "not", "is", "true", "false", "abs", "min", "max", "ora", "isa",
                           "maxi", "not_", "an", "min0", "C11", "D8x", "\xC3\xA9t\xC3\xA9"}) {
    texts.emplace_back(word);
  }
  for (const std::string& text : texts) {
    EXPECT_EQ(std::regex_search(text, id), is_identifier(text)) << text;
    EXPECT_EQ(std::regex_search(text, name), is_name(text) && !is_reserved(text)) << text;
    EXPECT_EQ(std::regex_search(text, label), is_label(text)) << text;
  }
}

TEST(ValuePatterns, FindRatings) {
  const std::regex rating = pattern_for(ValueType::rating);
  for (const std::string& text : all_texts("04 5\n\tx", 5)) {
    EXPECT_EQ(std::regex_search(text, rating), parse_rating(text).has_value()) << text;
  }
}

TEST(ValuePatterns, FindEveryDayThatExists) {
  const std::regex date = pattern_for(ValueType::date);
  for (const int year : {0, 4, 100, 400, 1900, 1996, 1999, 2000, 2023, 2024, 2100, 2400, 9999}) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
        EXPECT_EQ(std::regex_search(text.data(), date), parse_date(text.data()).has_value()) << text.data();
      }
    }
  }
  for (const char* text : {"2024-1-01", "2024-01-1", "24-01-01", "+024-01-01", "2024/01/01", "2024-01-01 ",
                           " 2024-01-01", "2024-01-01\n", "2024-+1-01", "2024-01-+1"}) {
    EXPECT_EQ(std::regex_search(text, date), parse_date(text).has_value()) << text;
  }
}

// --- JSON ------------------------------------------------------------------------------------------------

TEST(Json, IsPrintedForPeople) {
  Json object = Json::object();
  object.add("words", Json::strings({"a", "b"})).add("none", Json::list()).add("nothing", Json::object());
  object.add("inside", Json::object_with("number", Json::number(-4)));
  Json items = Json::list();
  items.add(Json::object_with("truth", Json::literal("true")));
  object.add("items", items);
  EXPECT_EQ(object.print(),
            "{\n  \"words\": [\"a\", \"b\"],\n  \"none\": [],\n  \"nothing\": {},\n  \"inside\": {\n    "
            "\"number\": "
            "-4\n  },\n  \"items\": [\n    {\n      \"truth\": true\n    }\n  ]\n}");
}

TEST(Json, EscapesWhatATextCannotHold) {
  EXPECT_EQ(Json::text("say \"C:\\\"\n\tand\x01 \xC3\xA9").print(),
            "\"say \\\"C:\\\\\\\"\\n\\tand\\u0001 \xC3\xA9\"");
}

}  // namespace
}  // namespace steadfast
