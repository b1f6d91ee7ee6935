#include "schema/mutations.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace steadfast::test {

namespace {

using Values = std::vector<std::string>;

// --- What can be written behind a key ------------------------------------------------------------------

// For every key: nothing, words, and what is of another sort.
const Values kFew = {"", R"("")", "some words", "12", "true", "[x]", "{x: y}"};

// For one key of each sort of value.
const Values kMany = {"-1",    R"(" ")",     "Word",         "word",      R"("12")",
                      "-3",    "1.5",        "false",        R"("true")", "yes",
                      "C1",    "+ 4",        "=0",           "[]",        "{}",
                      "[[x]]", "2024-05-31", "3 some words", "two-words", R"("two\nlines")"};

const Values kTruths = {"true", "false", R"("true")", R"("false")"};

Values numbers(const KeyRule& rule) {
  Values all = {R"(" 12")",
                R"("12\n")",
                R"("")",
                "twelve",
                "1_0",
                R"("0x10")",
                R"("1.0")",
                R"("+-4")",
                R"("+")",
                "99999999999999999999",
                R"("99999999999999999999")"};
  for (const std::int64_t number : {std::int64_t{rule.least} - 1, std::int64_t{rule.least},
                                    std::int64_t{rule.most}, std::int64_t{rule.most} + 1}) {
    all.push_back(fmt::format("{}", number));
    all.push_back(fmt::format("\"{}\"", number));
    all.push_back(fmt::format("\"{}00{}\"", number < 0 ? "-" : "", number < 0 ? -number : number));
    all.push_back(fmt::format("{}0{}", number < 0 ? "-" : "", number < 0 ? -number : number));
    if (number >= 0) all.push_back(fmt::format("+{}", number));
  }
  return all;
}

Values words(const KeyRule& rule) {
  Values all;
  for (const std::string_view word : rule.words) {
    all.emplace_back(word);
    all.push_back(fmt::format("\"{}\"", word));
    all.push_back(fmt::format("\"{} \"", word));
    all.push_back(fmt::format("\"{}\\n\"", word));
  }
  return all;
}

// Of one sort only.
Values special(const KeyRule& rule) {
  switch (rule.type) {
    case ValueType::number:
      return numbers(rule);
    case ValueType::word:
      return words(rule);
    case ValueType::identifier:
      return {"a-b_c9", "9lives", "0",        "-a",     "_a",  "a.b",
              "é",      "A",      R"("a\n")", R"("9")", "a b", "99999999999999"};
    case ValueType::name:
      return {"a_b9",       "9a",  "_a",  "a-b", "or",  "and",     "not",        "is",   R"("true")",
              R"("false")", "abs", "min", "max", "ora", "maximum", R"("min\n")", "unset"};
    case ValueType::label:
      return {"C", "3C", "CC33", "c3", "C3x", R"("C3 ")", R"("C3\n")", R"("C3")"};
    case ValueType::truth:
      return {"on", "no", "0", "1", R"("false")", R"("true ")", R"("true\n")", R"("True")"};
    case ValueType::date:
      return {"2023-02-29",       "2024-02-29",        "2000-02-29",      "1900-02-29", "2024-02-28",
              "2024-04-30",       "2024-04-31",        "2024-12-31",      "2024-13-01", "2024-00-10",
              "2024-01-00",       "2024-1-01",         "24-05-31",        "0000-02-29", "2024-05-31T10:00:00",
              R"("2024-05-31 ")", R"("2024-05-31\n")", R"("2024-05-31")", "+024-05-31"};
    case ValueType::rating:
      return {"0 x",  "4 x",       "5 x",       "-1 x",        "3",         R"("3 ")", "3x",
              "3  x", R"("3\nx")", R"("3\tx")", R"("3 \t\n")", R"(" 3 x")", "33 x"};
    case ValueType::line:
      return {"{x: y, z: w}", "{x: }", "{x: [y]}", "{x: 12}", "{x: true}", R"({x: "  "})", "{x: {y: z}}"};
    default:
      return {};
  }
}

// --- What fits ---------------------------------------------------------------------------------------

std::string_view fitting_word(const KeyRule& rule) {
  switch (rule.type) {
    case ValueType::name:
      return "some_name";
    case ValueType::label:
      return "C1";
    case ValueType::truth:
    case ValueType::condition:
      return "true";
    case ValueType::word:
      return rule.words.front();
    case ValueType::date:
      return "2024-05-31";
    case ValueType::change:
      return "+ 1";
    case ValueType::rating:
      return "1 some words";
    case ValueType::value:
      return "1";
    default:
      return "some-words";
  }
}

Thing fitting(const KeyRule& rule);

Thing fitting_one(const KeyRule& rule) {
  if (rule.type == ValueType::number) return Thing::written(fmt::format("{}", rule.least));
  if (rule.type != ValueType::object) return Thing::written(fitting_word(rule));
  Thing map;
  map.kind = Thing::Kind::map;
  for (const KeyRule& inner : rule.object->keys) {
    if (inner.need == Need::optional) continue;
    map.keys.emplace_back(inner.key);
    map.items.push_back(fitting(inner));
  }
  return map;
}

Thing fitting(const KeyRule& rule) {
  if (rule.shape == Shape::one) return fitting_one(rule);
  Thing many;
  many.kind = rule.shape == Shape::list ? Thing::Kind::list : Thing::Kind::map;
  for (std::size_t at = 0; at < std::max<std::size_t>(rule.fewest, 1); ++at) {
    if (rule.shape == Shape::table) many.keys.push_back(fmt::format("D{}", at + 1));
    many.items.push_back(fitting_one(rule));
  }
  return many;
}

// --- Everywhere --------------------------------------------------------------------------------------

class Mutator {
 public:
  using Visit = std::function<void(const std::string&, const std::string&)>;
  Mutator(Thing& document, std::set<ValueType>& tried, const Visit& visit)
      : document_(&document), tried_(&tried), visit_(&visit) {}

  std::set<const KeyRule*> run(const ObjectSchema& schema) {
    for (const char* yaml : {"some words", "12", "[x]", "{}"}) replace(*document_, yaml, "everything");
    object(schema, *document_, std::string{schema.name});
    return std::move(keys_met_);
  }

 private:
  void tell(const std::string& what) { (*visit_)(what, yaml_of(*document_)); }

  void object(const ObjectSchema& schema, Thing& map, const std::string& where) {
    for (const KeyRule& rule : schema.keys) {
      const auto at = map.find(rule.key);
      const std::string place = fmt::format("{}.{}", where, rule.key);
      if (!at) {
        add(rule, map, place);
        continue;
      }
      without(map, *at, place);
      key(rule, map.items[*at], place);
    }
    for (std::size_t at = 0; at < map.keys.size(); ++at) {
      if (schema.find(map.keys[at]) != nullptr) continue;
      const std::string place = fmt::format("{}.{}", where, map.keys[at]);
      without(map, at, place);
      key(*schema.others, map.items[at], place);
    }
    map.keys.emplace_back("no_such_key");
    map.items.push_back(Thing::written("x"));
    tell(where + " with a key that does not exist");
    map.keys.pop_back();
    map.items.pop_back();
  }

  void without(Thing& map, std::size_t at, const std::string& place) {
    const std::string key = map.keys[at];
    Thing value = map.items[at];
    const auto offset = static_cast<std::ptrdiff_t>(at);
    map.keys.erase(map.keys.begin() + offset);
    map.items.erase(map.items.begin() + offset);
    tell(place + " left out");
    map.keys.insert(map.keys.begin() + offset, key);
    map.items.insert(map.items.begin() + offset, std::move(value));
  }

  void add(const KeyRule& rule, Thing& map, const std::string& place) {
    map.keys.emplace_back(rule.key);
    map.items.push_back(fitting(rule));
    tell(place + " added");
    if (rule.type == ValueType::truth) all_of(kTruths, map.items.back(), place);
    if (rule.shape == Shape::list) replace(map.items.back(), "[]", place);
    map.keys.pop_back();
    map.items.pop_back();
  }

  void key(const KeyRule& rule, Thing& value, const std::string& place) {
    const bool is_first = keys_met_.insert(&rule).second;
    if (is_first) values(rule, value, place);
    // What other keys ask for can depend on these, so every one of them is tried.
    if (!is_first && rule.type == ValueType::truth) all_of(kTruths, value, place);
    if (rule.type != ValueType::object && rule.type != ValueType::text_or_object) return;
    if (rule.shape == Shape::one) return object(*rule.object, value, place);
    for (std::size_t at = 0; at < value.items.size(); ++at) {
      if (value.items[at].kind != Thing::Kind::map) continue;
      object(*rule.object, value.items[at], fmt::format("{}[{}]", place, at));
    }
  }

  void values(const KeyRule& rule, Thing& value, const std::string& place) {
    if (rule.shape == Shape::one) return one_value(rule, value, place);
    for (const char* yaml : {"", "word", "[]", "{}", "[x]", "{x: y}", "12"}) replace(value, yaml, place);
    counts(rule, value, place);
    if (!value.items.empty()) one_value(rule, value.items.front(), place + "[0]");
  }

  // One fewer than there may be, and one more; the numbers between them are allowed.
  void counts(const KeyRule& rule, Thing& value, const std::string& place) {
    const Thing as_it_was = value;
    const auto tell_with = [&](std::size_t count) {
      while (value.items.size() > count) {
        value.items.pop_back();
        if (value.kind == Thing::Kind::map) value.keys.pop_back();
      }
      while (value.items.size() < count) {
        if (value.kind == Thing::Kind::map) value.keys.push_back(fmt::format("D{}", value.keys.size() + 2));
        value.items.push_back(value.items.empty() ? fitting_one(rule) : value.items.back());
      }
      tell(fmt::format("{} with {} items", place, count));
      value = as_it_was;
    };
    for (std::size_t count = rule.fewest == 0 ? 0 : rule.fewest - 1; count <= rule.fewest + 1; ++count) {
      tell_with(count);
    }
    if (rule.largest_count == std::numeric_limits<std::size_t>::max()) return;
    tell_with(rule.largest_count);
    tell_with(rule.largest_count + 1);
  }

  void one_value(const KeyRule& rule, Thing& value, const std::string& place) {
    for (const std::string& yaml : kFew) replace(value, yaml, place);
    // Numbers and words differ from key to key; of the other sorts one stands for all.
    const bool differs = rule.type == ValueType::number || rule.type == ValueType::word;
    if (!tried_->insert(rule.type).second) {
      if (differs) all_of(special(rule), value, place);
      return;
    }
    all_of(kMany, value, place);
    all_of(special(rule), value, place);
  }

  void all_of(const Values& values, Thing& value, const std::string& place) {
    for (const std::string& yaml : values) replace(value, yaml, place);
  }

  void replace(Thing& value, std::string_view yaml, const std::string& place) {
    Thing as_it_was = std::exchange(value, Thing::written(yaml));
    tell(fmt::format("{} as `{}`", place, yaml));
    value = std::move(as_it_was);
  }

  Thing* document_;
  std::set<ValueType>* tried_;
  const Visit* visit_;
  std::set<const KeyRule*> keys_met_;
};

void collect_keys(const ObjectSchema& schema, std::set<const KeyRule*>& keys) {
  for (const KeyRule& rule : schema.keys) {
    if (keys.insert(&rule).second && rule.object != nullptr) collect_keys(*rule.object, keys);
  }
  if (schema.others != nullptr) keys.insert(schema.others);
}

}  // namespace

std::set<const KeyRule*> for_every_mutation(
    const ObjectSchema& schema, Thing document, std::set<ValueType>& tried,
    const std::function<void(const std::string&, const std::string&)>& visit) {
  return Mutator{document, tried, visit}.run(schema);
}

std::set<const KeyRule*> all_keys(const ObjectSchema& schema) {
  std::set<const KeyRule*> keys;
  collect_keys(schema, keys);
  return keys;
}

}  // namespace steadfast::test
