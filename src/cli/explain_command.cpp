#include "cli/explain_command.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <ostream>

#include <fmt/format.h>

#include "cli/talk.h"
#include "steadfast/diagnostic.h"

namespace steadfast::cli {

namespace {

constexpr std::string_view kIntroduction =
    "# What the codes mean\n"
    "\n"
    "`steadfast check` and `steadfast analyze` name every problem with a code. A code never changes its\n"
    "meaning. `steadfast explain SCN012` says the same as this page, which `steadfast explain --markdown`\n"
    "writes.\n";

std::optional<Code> read_code(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (text.rfind("SCN", 0) == 0) text.erase(0, 3);
  constexpr std::size_t kLongestNumber = 6;
  const auto number = text.size() > kLongestNumber ? std::nullopt : whole_number(text);
  return number ? std::optional(Code{static_cast<int>(*number)}) : std::nullopt;
}

std::string as_markdown() {
  std::string text{kIntroduction};
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    text += fmt::format("\n## {}: {}\n\n{}\n", to_string(kind.code), kind.name, kind.explanation);
  }
  return text;
}

}  // namespace

int explain_command(const ExplainRequest& request, const Terminal& terminal) {
  if (request.markdown) {
    terminal.out << as_markdown();
    return 0;
  }
  if (request.code.empty()) {
    for (const DiagnosticKind& kind : diagnostic_kinds()) {
      terminal.out << fmt::format("{}  {}\n", to_string(kind.code), kind.name);
    }
    return 0;
  }
  const std::optional<Code> code = read_code(request.code);
  const DiagnosticKind* kind = code ? find_diagnostic_kind(*code) : nullptr;
  if (kind == nullptr) {
    terminal.err << fmt::format("There is no code `{}`. `steadfast explain` lists them all.\n", request.code);
    return 2;
  }
  terminal.out << fmt::format("{}: {}\n\n{}\n", to_string(kind->code), kind->name, kind->explanation);
  return 0;
}

}  // namespace steadfast::cli
