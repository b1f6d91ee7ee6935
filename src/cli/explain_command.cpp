#include "cli/explain_command.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "cli/aligned_table.h"
#include "cli/talk.h"
#include "cli/vocabulary.h"
#include "steadfast/diagnostic.h"
#include "steadfast/near_name.h"

namespace steadfast::cli {

namespace {

constexpr std::string_view kIntroduction =
    "# What the codes mean\n"
    "\n"
    "`steadfast check` and `steadfast analyze` name every problem with a code. A code never changes its\n"
    "meaning. `steadfast explain SCN012` says the same as this page, which `steadfast explain --markdown`\n"
    "writes.\n";

// As names are compared: capitals, `-` and `_` are no difference.
std::string folded(std::string_view text) {
  std::string copy(text);
  std::transform(copy.begin(), copy.end(), copy.begin(),
                 [](unsigned char c) { return c == '_' ? '-' : static_cast<char>(std::tolower(c)); });
  return copy;
}

std::optional<Code> read_code(const std::string& written) {
  std::string text = folded(written);
  if (text.rfind("scn", 0) == 0) text.erase(0, 3);
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

int refuse(const Terminal& terminal, const std::string& sentence) {
  terminal.err << sentence << '\n';
  return 2;
}

int explain_code(Code code, const std::string& written, const Terminal& terminal) {
  const DiagnosticKind* kind = find_diagnostic_kind(code);
  if (kind == nullptr) {
    return refuse(terminal,
                  fmt::format("There is no code `{}`. `steadfast explain` lists them all.", written));
  }
  terminal.out << fmt::format("{}: {}\n\n{}\n", to_string(kind->code), kind->name, kind->explanation);
  return 0;
}

void list_all(const std::vector<WordList>& lists, const Terminal& terminal) {
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    terminal.out << fmt::format("{}  {}\n", to_string(kind.code), kind.name);
  }
  AlignedTable table({{"", Align::left}, {"", Align::left}});
  for (const WordList& list : lists) table.add({"steadfast explain " + list.name, list.contents});
  if (!table.empty()) terminal.out << "\nWords of the scenarios, each also for itself:\n" << table.rows();
}

std::string told(const WordList& list) {
  AlignedTable table({{"", Align::left}, {"", Align::left}});
  for (const Word& word : list.words) table.add({word.id, word.in_short});
  const std::string example = list.words.empty() ? "WORD" : list.words.front().id;
  return fmt::format("{}{}{}\n`steadfast explain {}` says more about one of them.\n", list.heading,
                     list.heading.empty() ? "" : "\n", table.rows(), example);
}

// Nothing is called that: what may have been meant.
int refuse_word(const std::string& written, const std::vector<WordList>& lists, const Terminal& terminal) {
  std::vector<std::string> names;
  std::string of_lists;
  for (const WordList& list : lists) {
    names.push_back(list.name);
    of_lists += fmt::format("{}`{}`", of_lists.empty() ? "" : ", ", list.name);
    for (const Word& word : list.words) names.push_back(word.id);
  }
  const std::optional<std::string> near = near_name(written, names);
  return refuse(terminal,
                fmt::format("Nothing is called `{}`.{} There is {}, and `steadfast explain` alone "
                            "lists the codes.",
                            written, near ? fmt::format(" Did you mean `{}`?", *near) : "", of_lists));
}

int explain_word(const std::string& written, const std::vector<WordList>& lists, const Terminal& terminal) {
  const std::string wanted = folded(written);
  std::string text;
  for (const WordList& list : lists) {
    if (folded(list.name) == wanted) text += told(list);
  }
  for (const WordList& list : lists) {
    for (const Word& word : list.words) {
      if (folded(word.id) != wanted) continue;
      text += fmt::format("{}{}: {}\n\n{}", text.empty() ? "" : "\n", word.id, word.in_short, word.in_full);
    }
  }
  if (text.empty()) return refuse_word(written, lists, terminal);
  terminal.out << text;
  return 0;
}

}  // namespace

int explain_command(const ExplainRequest& request, const Terminal& terminal,
                    const Surroundings& surroundings) {
  if (request.markdown) {
    terminal.out << as_markdown();
    return 0;
  }
  const std::optional<Code> code = read_code(request.word);
  if (code) return explain_code(*code, request.word, terminal);
  const auto lists = read_vocabulary(surroundings.share_folder);
  if (!lists) {
    if (!request.word.empty()) return refuse(terminal, lists.error().message);
    list_all({}, terminal);  // the codes are known without any file
    terminal.err << lists.error().message << '\n';
    return 0;
  }
  if (!request.word.empty()) return explain_word(request.word, lists.value(), terminal);
  list_all(lists.value(), terminal);
  return 0;
}

}  // namespace steadfast::cli
