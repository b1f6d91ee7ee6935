#include "value_patterns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "schema_words.h"

namespace steadfast {

namespace {

constexpr std::string_view kAnyWords = R"([^ \n\t])";

constexpr std::string_view kDay =
    "^(?:[0-9]{4}-(?:"
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|"
    "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
    "02-(?:0[1-9]|1[0-9]|2[0-8]))|"
    // The twenty-ninth of February, in years that have it.
    "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$";

template <class Words>
std::string one_of(const Words& words) {
  std::string pattern;
  for (const std::string_view word : words) {
    if (!pattern.empty()) pattern += '|';
    for (const char c : word) pattern += c == '.' ? std::string{"\\."} : std::string{c};
  }
  return "(?:" + pattern + ")";
}

std::string digits(char first, char last) {
  return first == last ? std::string{first} : fmt::format("[{}-{}]", first, last);
}

std::string any_digits(std::size_t count) {
  if (count == 0) return {};
  return count == 1 ? "[0-9]" : fmt::format("[0-9]{{{}}}", count);
}

bool is_all(std::string_view text, char c) {
  return text.find_first_not_of(c) == std::string_view::npos;
}

// The numbers from `least` to `most`, which have equally many digits, as alternatives.
void add_range(std::string_view least, std::string_view most, const std::string& before,
               std::vector<std::string>& alternatives) {
  if (is_all(least, '0') && is_all(most, '9')) {
    alternatives.push_back(before + any_digits(least.size()));
    return;
  }
  char first = least[0];
  char last = most[0];
  const std::string_view low = least.substr(1);
  const std::string_view high = most.substr(1);
  if (first == last) return add_range(low, high, before + first, alternatives);
  if (!is_all(low, '0')) {
    add_range(low, std::string(low.size(), '9'), before + first, alternatives);
    ++first;
  }
  const bool cuts_last = !is_all(high, '9');
  if (cuts_last) --last;
  if (first <= last) alternatives.push_back(before + digits(first, last) + any_digits(low.size()));
  if (cuts_last) {
    add_range(std::string(high.size(), '0'), high, before + most[0], alternatives);
  }
}

// The whole numbers from `least` to `most`, both from 0 up.
std::string magnitudes(std::int64_t least, std::int64_t most) {
  std::vector<std::string> alternatives;
  const std::size_t longest = fmt::format("{}", most).size();
  for (std::size_t size = fmt::format("{}", least).size(); size <= longest; ++size) {
    const std::string lowest = size == 1 ? "0" : "1" + std::string(size - 1, '0');
    const std::string low = std::max(fmt::format("{:0{}}", least, size), lowest);
    const std::string high = size == longest ? fmt::format("{}", most) : std::string(size, '9');
    add_range(low, high, {}, alternatives);
  }
  return fmt::format("0*(?:{})", fmt::join(alternatives, "|"));
}

}  // namespace

std::string number_pattern(int least, int most) {
  std::string pattern;
  if (most >= 0) pattern = "[+]?" + magnitudes(std::max(least, 0), most);
  if (least <= 0) {
    if (!pattern.empty()) pattern += '|';
    pattern += "-" + magnitudes(most < 0 ? -std::int64_t{most} : 0, -std::int64_t{least});
  }
  return "^(?:" + pattern + ")$";
}

std::string pattern_of(const KeyRule& rule) {
  switch (rule.type) {
    case ValueType::identifier:
      return "^[a-z0-9][a-z0-9_-]*$";
    case ValueType::name:
      return fmt::format("^(?!{}$)[a-z][a-z0-9_]*$", one_of(kReservedWords));
    case ValueType::label:
      return "^[A-Z]+[0-9]+$";
    case ValueType::number:
      return number_pattern(rule.least, rule.most);
    case ValueType::truth:
      return "^(?:true|false)$";
    case ValueType::word:
      return fmt::format("^{}$", one_of(rule.words));
    case ValueType::date:
      return std::string{kDay};
    case ValueType::rating:
      return R"(^[0-4][ \n][ \n\t]*[^ \n\t])";
    case ValueType::text:
    case ValueType::line:
    case ValueType::reference:
    case ValueType::condition:
    case ValueType::change:
    case ValueType::value:
    case ValueType::object:
    case ValueType::text_or_object:
      break;
  }
  return std::string{kAnyWords};
}

std::string how_to_write(const KeyRule& rule) {
  switch (rule.type) {
    case ValueType::text:
    case ValueType::line:
    case ValueType::text_or_object:
      return "a text belongs here; with a colon in it, it needs double quotes";
    case ValueType::identifier:
      return "an id has small letters, digits, `-` and `_` only, and starts with a letter or digit";
    case ValueType::name:
      return fmt::format(
          "a name has small letters, digits and `_` only, starts with a letter, and is none of `{}`",
          fmt::join(kReservedWords, "`, `"));
    case ValueType::label:
      return "a code is a capital letter and a number, for example `C3`";
    case ValueType::number:
      return fmt::format("a whole number from {} to {} belongs here", rule.least, rule.most);
    case ValueType::truth:
      return "write `true` or `false`";
    case ValueType::date:
      return "write year, month and day: `2024-05-31`";
    case ValueType::rating:
      return "write a level from 0 to 4 and why, for example `3 the limit and its reason`";
    case ValueType::word:
      return fmt::format("it can be `{}`", fmt::join(rule.words, "`, `"));
    case ValueType::reference:
      return "the name of something that is declared elsewhere belongs here";
    case ValueType::condition:
      return "a condition belongs here, for example `trust >= 40 and not asked_for_details`";
    case ValueType::change:
      return "write `+ 4`, `- 4` or `= 4`, for a flag `true` or `false`, for named values `= name`";
    case ValueType::value:
      return "a whole number, `true`, `false` or the name of a value belongs here";
    case ValueType::object:
      break;
  }
  return {};
}

}  // namespace steadfast
