// Every slip of the hand, in every line of a scenario: it is refused, and one of the first two things said of
// it stands in that line or beside it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "steadfast/load.h"
#include "support/load_files.h"

namespace steadfast {
namespace {

using test::data_folder;
using test::read_source;
using test::test_rulebook;

// A line of YAML as a hand writes it.
struct Written {
  std::string indentation;
  std::string dash;  // "- " or nothing
  std::string key;   // empty when the line has none
  std::string rest;  // behind the colon, or behind the dash

  explicit Written(const std::string& line) {
    const std::size_t content = std::min(line.find_first_not_of(' '), line.size());
    indentation = line.substr(0, content);
    rest = line.substr(content);
    if (rest.starts_with("- ")) {
      dash = "- ";
      rest = rest.substr(2);
    }
    const std::size_t colon = rest.find(':');
    const bool is_key = colon != std::string::npos && (colon + 1 == rest.size() || rest[colon + 1] == ' ') &&
                        rest.substr(0, colon).find_first_of(" \"'[{") == std::string::npos;
    if (!is_key) return;
    key = rest.substr(0, colon);
    rest = rest.substr(colon + 1);
  }
};

struct Slip {
  const char* name;
  // The line with the slip; nothing where it cannot happen.
  std::function<std::optional<std::string>(const Written&)> make;
};

std::ostream& operator<<(std::ostream& out, const Slip& slip) {
  return out << slip.name;
}

std::optional<std::string> if_key(const Written& line, const std::string& behind_dash) {
  return line.key.empty() ? std::nullopt : std::optional(line.indentation + line.dash + behind_dash);
}

std::optional<std::string> without_last(const Written& line, char last) {
  if (line.rest.size() < 3 || line.rest.back() != last) return std::nullopt;
  const std::string key = line.key.empty() ? "" : line.key + ":";
  return line.indentation + line.dash + key + line.rest.substr(0, line.rest.size() - 1);
}

const Slip kSlips[] = {
    {"the colon is lost", [](const Written& line) { return if_key(line, line.key + line.rest); }},
    {"the space behind the colon is lost",
     [](const Written& line) {
       return line.rest.empty() ? std::nullopt : if_key(line, line.key + ":" + line.rest.substr(1));
     }},
    {"two letters of the key are swapped",
     [](const Written& line) -> std::optional<std::string> {
       std::string key = line.key;
       if (key.size() < 3 || key.back() == key[key.size() - 2]) return std::nullopt;
       std::swap(key.back(), key[key.size() - 2]);
       return if_key(line, key + ":" + line.rest);
     }},
    {"the line starts with a tab",
     [](const Written& line) -> std::optional<std::string> {
       const std::string key = line.key.empty() ? "" : line.key + ":";
       return "\t" + line.dash + key + line.rest;
     }},
    {"the dash is lost",
     [](const Written& line) -> std::optional<std::string> {
       const std::string key = line.key.empty() ? "" : line.key + ":";
       return line.dash.empty() ? std::nullopt : std::optional(line.indentation + key + line.rest);
     }},
    {"the space behind the dash is lost",
     [](const Written& line) -> std::optional<std::string> {
       const std::string key = line.key.empty() ? "" : line.key + ":";
       return line.dash.empty() ? std::nullopt : std::optional(line.indentation + "-" + key + line.rest);
     }},
    {"the closing quotation mark is lost", [](const Written& line) { return without_last(line, '"'); }},
    {"the closing bracket is lost", [](const Written& line) { return without_last(line, ']'); }},
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

class LoadSlip : public testing::TestWithParam<Slip> {};

TEST_P(LoadSlip, IsToldAtItsLine) {
  const Source healthy = read_source(data_folder() / "valid" / "a-short-walk.yaml");
  const std::vector<std::string> lines = lines_of(healthy.text);
  int tried = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Written written{lines[i]};
    const bool has_content = !written.rest.empty() || !written.key.empty();
    if (!has_content || written.rest.starts_with("#")) continue;
    const std::optional<std::string> slipped = GetParam().make(written);
    if (!slipped) continue;
    ++tried;
    std::vector<std::string> with_slip = lines;
    with_slip[i] = *slipped;
    const Source source{healthy.name, joined(with_slip)};
    const LoadedScenario result = load_scenario(source, test_rulebook());
    std::string said;
    bool is_near = false;
    for (std::size_t d = 0; d < result.diagnostics.size() && d < 2; ++d) {
      const int line = result.diagnostics[d].where.line;
      is_near = is_near || (line >= static_cast<int>(i) && line <= static_cast<int>(i) + 2);
      said += format_diagnostic(result.diagnostics[d], source.text);
    }
    EXPECT_TRUE(has_errors(result.diagnostics)) << "line " << i + 1 << ": " << *slipped;
    EXPECT_TRUE(is_near) << "line " << i + 1 << ": " << *slipped << '\n' << said;
  }
  EXPECT_GT(tried, 0);
}

INSTANTIATE_TEST_SUITE_P(Load, LoadSlip, testing::ValuesIn(kSlips));

}  // namespace
}  // namespace steadfast
