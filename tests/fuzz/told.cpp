#include "fuzz/told.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>

#include "source_text.h"
#include "utf8.h"

namespace steadfast::fuzz {

namespace {

bool lies_in(const SourceText& text, Span where) {
  if (where.line == 0) return where == Span{};
  if (where.line < 1 || where.line > text.line_count() || where.column < 1 || where.length < 1) return false;
  // Behind the last character of a line is a place, too: there something is missing.
  const int end = count_code_points(text.line(where.line)) + 1;
  return where.column <= end && where.column + where.length <= std::max(end, where.column + 1);
}

bool is_explained(Code code) {
  const std::vector<DiagnosticKind>& kinds = diagnostic_kinds();
  return std::any_of(kinds.begin(), kinds.end(),
                     [code](const DiagnosticKind& kind) { return kind.code == code; });
}

std::string trouble_with_words(const Diagnostic& diagnostic) {
  if (diagnostic.message.empty()) return "there is no message";
  if (!is_printable(diagnostic.message, Lines::one)) return "the message cannot be printed on a line";
  if (!is_printable(diagnostic.help, Lines::one)) return "the help cannot be printed on a line";
  if (!is_explained(diagnostic.code)) return "the code is not explained";
  for (const Note& note : diagnostic.notes) {
    if (note.message.empty() || !is_printable(note.message, Lines::one)) return "a note cannot be printed";
  }
  return {};
}

struct NamedText {
  std::string name;
  SourceText text;
};

std::string trouble_with_one(const Diagnostic& diagnostic, const std::vector<NamedText>& texts) {
  if (std::string trouble = trouble_with_words(diagnostic); !trouble.empty()) return trouble;
  const auto named = std::find_if(texts.begin(), texts.end(), [&diagnostic](const NamedText& one) {
    return one.name == diagnostic.file;
  });
  if (named == texts.end()) return "it speaks of a file that was not loaded";
  const SourceText& text = named->text;
  if (!lies_in(text, diagnostic.where)) return "its place is not in the file";
  for (const Note& note : diagnostic.notes) {
    if (!lies_in(text, note.where)) return "the place of a note is not in the file";
  }
  const std::string printed = format_diagnostic(diagnostic, text.text());
  if (printed.empty() || printed.back() != '\n') return "it does not end its last line";
  if (!is_printable(printed, Lines::many)) return "it cannot be printed";
  return {};
}

}  // namespace

bool is_printable(std::string_view text, Lines lines) {
  if (find_invalid_utf8(text)) return false;
  return std::all_of(text.begin(), text.end(), [lines](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20U && byte != 0x7FU) || (c == '\n' && lines == Lines::many);
  });
}

std::string trouble_with(const std::vector<Diagnostic>& diagnostics, const std::vector<Source>& sources) {
  std::vector<NamedText> texts;
  for (const Source& source : sources) texts.push_back({source.name, SourceText{source.text}});
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string trouble = trouble_with_one(diagnostic, texts);
    if (!trouble.empty()) {
      return fmt::format("{} ({}:{}:{}+{} {} `{}` `{}`)", trouble, diagnostic.file, diagnostic.where.line,
                         diagnostic.where.column, diagnostic.where.length, to_string(diagnostic.code),
                         diagnostic.message, diagnostic.help);
    }
  }
  return {};
}

std::string trouble_in_order(const std::vector<Diagnostic>& diagnostics, const std::vector<Source>& sources) {
  const auto place = [](const Diagnostic& one) {
    return std::tie(one.file, one.where.line, one.where.column, one.code, one.message);
  };
  const auto later =
      std::adjacent_find(diagnostics.begin(), diagnostics.end(),
                         [&place](const Diagnostic& a, const Diagnostic& b) { return place(a) >= place(b); });
  if (later != diagnostics.end()) {
    return fmt::format("`{}` stands twice or not in its place", std::next(later)->message);
  }
  return trouble_with(diagnostics, sources);
}

}  // namespace steadfast::fuzz
