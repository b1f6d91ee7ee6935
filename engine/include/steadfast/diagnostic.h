// What is said to an author about a file: always data, never printed by the engine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace steadfast {

// A place in a source text. Lines and columns are 1-based, columns and lengths count code points;
// line 0 means that no place is known.
struct Span {
  int line = 0;
  int column = 0;
  int length = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// Errors must be mended, warnings should be, advice is worth a thought.
enum class Severity { error, warning, advice };
std::string_view to_string(Severity severity);  // "error"

// One row per kind of problem is in `diagnostic_kinds()`; numbers are stable and never used again.
enum class Code : int {};

struct Note {
  Span where;  // a second place in the same file, or line 0
  std::string message;
};

struct Diagnostic {
  Severity severity = Severity::error;
  Code code{};
  std::string file;  // as the source was named
  Span where;
  std::string message;  // lower case, no final stop, the author's words in backticks
  std::string help;     // how to mend it, printed under the caret; may be empty
  std::vector<Note> notes;
  // Ids of choices that lead to what is spoken of, for `steadfast play FILE --choose`; of `analyze` only.
  std::vector<std::string> witness = {};
};

struct DiagnosticKind {
  Code code{};
  std::string_view name;         // "unknown node"
  std::string_view explanation;  // one paragraph for a person who is not a programmer
};

// All kinds, in the order of their codes.
const std::vector<DiagnosticKind>& diagnostic_kinds();

// "SCN012" for the code 12: always at least three digits.
std::string to_string(Code code);

// Null when there is no such kind.
const DiagnosticKind* find_diagnostic_kind(Code code);

bool has_errors(const std::vector<Diagnostic>& diagnostics);

// Sorts by file, line, column, code, and drops exact repetitions.
void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

// `file:line:column: error[SCN012]: message`, then the source line with a caret and the help, then
// the notes. `source` is the text the diagnostic speaks of; empty leaves the excerpt out. Ends in '\n'.
std::string format_diagnostic(const Diagnostic& diagnostic, std::string_view source);

}  // namespace steadfast
