// Collects what is wrong with one file while it is read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
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
  Diagnostic& advice(Code code, Span where, std::string message, std::string help = {}) {
    return add(Severity::advice, code, where, std::move(message), std::move(help));
  }
  Diagnostic& tell(Severity severity, Code code, Span where, std::string message, std::string help = {}) {
    return add(severity, code, where, std::move(message), std::move(help));
  }

  // A use of a name that nothing has; `code` tells of what sort it would be. One mistake in an id makes many
  // of them, so each name is told once, where it stands first, with the other places as notes.
  void unknown_name(Code code, std::string_view name, Span where, std::string message, std::string help);
  // Something of that sort whose own id is broken, which is reported already: the one unknown name may be
  // its. As soon as there are more unknown names than such things, all are told.
  void broken_id(Code code_of_unknown, std::size_t how_many = 1) { broken_ids_[code_of_unknown] += how_many; }

  // Ids that are written in the file although no part of it that could be read has them. Who mends what else
  // is wrong will find them, so that they are not told as unknown.
  void expect_ids(std::set<std::string, std::less<>> ids) { expected_ids_ = std::move(ids); }

  // True when there are so many errors that one more changes nothing, so that nobody need look for good
  // words.
  bool is_full() const { return error_count_ >= kMost; }
  // How many letters were compared to find suggestions: see suggest.h.
  std::size_t& comparisons() { return comparisons_; }
  bool has_errors() const { return error_count_ > 0; }
  std::size_t error_count() const { return error_count_; }
  const std::string& file() const { return file_; }
  bool has_one_in_line(int line) const {
    return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                       [line](const Diagnostic& diagnostic) { return diagnostic.where.line == line; });
  }
  const std::vector<Diagnostic>& all() const { return diagnostics_; }

  // Everything found, sorted, each message on one line. Leaves this empty.
  std::vector<Diagnostic> take();

 private:
  // A file in which everything is wrong needs no longer list than this.
  static constexpr std::size_t kMost = 1000;

  Diagnostic& add(Severity severity, Code code, Span where, std::string message, std::string help) {
    if (severity == Severity::error) ++error_count_;
    return add({severity, code, file_, where, std::move(message), std::move(help), {}});
  }
  Diagnostic& add(Diagnostic diagnostic) {
    if (diagnostics_.size() >= kMost) return discarded_ = std::move(diagnostic);
    return diagnostics_.emplace_back(std::move(diagnostic));
  }

  void tell_unknown_names();

  std::string file_;
  std::vector<Diagnostic> diagnostics_;
  std::map<Code, std::map<std::string, std::vector<Diagnostic>, std::less<>>> unknown_names_;
  std::map<Code, std::size_t> broken_ids_;
  std::set<std::string, std::less<>> expected_ids_;
  Diagnostic discarded_;
  std::size_t error_count_ = 0;
  std::size_t comparisons_ = 0;
};

}  // namespace steadfast
