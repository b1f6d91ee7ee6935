#include "steadfast/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "source_text.h"
#include "utf8.h"

namespace steadfast {

namespace {

// A longer line is shown in part, so that the caret stays on the screen.
constexpr int kLongestExcerpt = 100;
constexpr int kBeforeCaret = 40;
constexpr std::string_view kMargin = "      |";

// The line as it can be printed: no control characters, no broken UTF-8, one column a code point.
std::vector<std::string> printable_columns(std::string_view line) {
  std::vector<std::string> columns;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = code_point_length(line, at);
    const std::string_view character = line.substr(at, length);
    at += length;
    const bool control = length == 1 && static_cast<unsigned char>(character[0]) < 0x20U;
    if (control || character[0] == '\x7F') {
      columns.emplace_back(character == "\t" ? " " : "?");
    } else {
      columns.emplace_back(find_invalid_utf8(character) ? "\uFFFD" : std::string(character));
    }
  }
  return columns;
}

void print_excerpt(fmt::memory_buffer& out, std::string_view source, Span where, std::string_view label) {
  std::vector<std::string> columns = printable_columns(line_of_text(source, where.line));
  const int width = static_cast<int>(columns.size());
  const int caret = std::clamp(where.column, 1, width + 1);
  int first = 1;
  int last = width;
  if (width > kLongestExcerpt) {
    first = std::max(1, std::min(caret - kBeforeCaret, width - kLongestExcerpt + 1));
    last = first + kLongestExcerpt - 1;
  }
  const std::string_view cut_before = first > 1 ? "…" : "";
  std::string shown{cut_before};
  for (int column = first; column <= last; ++column) shown += columns[static_cast<std::size_t>(column - 1)];
  if (last < width) shown += "…";

  const int length = std::clamp(where.length, 1, std::max(1, last - caret + 1));
  const int indentation = caret - first + (cut_before.empty() ? 0 : 1);
  const auto put = std::back_inserter(out);
  fmt::format_to(put, "{:>5} |{}{}\n", where.line, shown.empty() ? "" : " ", shown);
  fmt::format_to(put, "{} {:>{}}^{:~>{}}", kMargin, "", indentation, "", length - 1);
  fmt::format_to(put, "{}{}\n", label.empty() ? "" : " ", label);
}

}  // namespace

std::string to_string(Code code) {
  return fmt::format("SCN{:03}", static_cast<int>(code));
}

std::string_view to_string(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

const DiagnosticKind* find_diagnostic_kind(Code code) {
  const std::vector<DiagnosticKind>& kinds = diagnostic_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [code](const DiagnosticKind& kind) { return kind.code == code; });
  return found == kinds.end() ? nullptr : &*found;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto place = [](const Diagnostic& diagnostic) {
    return std::tie(diagnostic.file, diagnostic.where.line, diagnostic.where.column, diagnostic.code,
                    diagnostic.message);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&place](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  const auto same = [&place](const Diagnostic& a, const Diagnostic& b) { return place(a) == place(b); };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

std::string format_diagnostic(const Diagnostic& diagnostic, std::string_view source) {
  fmt::memory_buffer out;
  const auto put = std::back_inserter(out);
  fmt::format_to(put, "{}:", diagnostic.file);
  if (diagnostic.where.line > 0) {
    fmt::format_to(put, "{}:{}:", diagnostic.where.line, diagnostic.where.column);
  }
  fmt::format_to(put, " {}[{}]: {}\n", to_string(diagnostic.severity), to_string(diagnostic.code),
                 diagnostic.message);

  if (diagnostic.where.line > 0 && !source.empty()) {
    print_excerpt(out, source, diagnostic.where, diagnostic.help);
  } else if (!diagnostic.help.empty()) {
    fmt::format_to(put, "      = {}\n", diagnostic.help);
  }
  for (const Note& note : diagnostic.notes) {
    if (note.where.line > 0 && !source.empty()) {
      print_excerpt(out, source, note.where, note.message);
    } else if (note.where.line > 0) {
      fmt::format_to(put, "      = line {}: {}\n", note.where.line, note.message);
    } else {
      fmt::format_to(put, "      = {}\n", note.message);
    }
  }
  return fmt::to_string(out);
}

}  // namespace steadfast
