// Collects what is wrong with one file while it is read.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "steadfast/diagnostic.h"
#include "utf8.h"

namespace steadfast {

class Problems {
 public:
  // `file` is how diagnostics call the source.
  explicit Problems(std::string file) : file_(std::move(file)) {}

  // The reference is valid until the next call; add notes to it.
  Diagnostic& error(Code code, Span where, std::string message, std::string help = {}) {
    return add(Severity::error, code, where, std::move(message), std::move(help));
  }
  Diagnostic& warning(Code code, Span where, std::string message, std::string help = {}) {
    return add(Severity::warning, code, where, std::move(message), std::move(help));
  }

  // True when there are so many errors that one more changes nothing, so that nobody need look for good
  // words.
  bool is_full() const { return error_count_ >= kMost; }
  // How many letters were compared to find suggestions: see suggest.h.
  std::size_t& comparisons() { return comparisons_; }
  bool has_errors() const { return error_count_ > 0; }
  std::size_t error_count() const { return error_count_; }
  const std::string& file() const { return file_; }
  const std::vector<Diagnostic>& all() const { return diagnostics_; }

  // Everything found, sorted, each message on one line. Leaves this empty.
  std::vector<Diagnostic> take() {
    for (Diagnostic& diagnostic : diagnostics_) {
      put_on_one_line(diagnostic.message);
      put_on_one_line(diagnostic.help);
      for (Note& note : diagnostic.notes) put_on_one_line(note.message);
    }
    sort_diagnostics(diagnostics_);
    error_count_ = 0;
    return std::exchange(diagnostics_, {});
  }

 private:
  // A file in which everything is wrong needs no longer list than this.
  static constexpr std::size_t kMost = 1000;

  Diagnostic& add(Severity severity, Code code, Span where, std::string message, std::string help) {
    if (severity == Severity::error) ++error_count_;
    Diagnostic diagnostic{severity, code, file_, where, std::move(message), std::move(help), {}};
    if (diagnostics_.size() >= kMost) return discarded_ = std::move(diagnostic);
    return diagnostics_.emplace_back(std::move(diagnostic));
  }

  std::string file_;
  std::vector<Diagnostic> diagnostics_;
  Diagnostic discarded_;
  std::size_t error_count_ = 0;
  std::size_t comparisons_ = 0;
};

}  // namespace steadfast
