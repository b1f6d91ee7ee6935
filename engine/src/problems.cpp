#include "problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace steadfast {

void Problems::unknown_name(Code code, std::string_view name, Span where, std::string message,
                            std::string help) {
  ++error_count_;
  std::vector<Diagnostic>& uses = unknown_names_[code][std::string{name}];
  if (uses.size() < kMost) {
    uses.push_back({Severity::error, code, file_, where, std::move(message), std::move(help), {}});
  }
}

void Problems::tell_unknown_names() {
  // More places than this help nobody: who has mended these will be told of the others.
  constexpr std::size_t kMostPlaces = 5;
  for (auto& [code, names] : unknown_names_) {
    for (auto name = names.begin(); name != names.end();) {
      name = expected_ids_.count(name->first) > 0 ? names.erase(name) : std::next(name);
    }
    if (names.size() <= broken_ids_[code]) continue;
    for (auto& [name, uses] : names) {
      sort_diagnostics(uses);
      Diagnostic told = std::move(uses.front());
      const std::size_t shown = std::min(uses.size(), kMostPlaces);
      for (std::size_t i = 1; i < shown; ++i) told.notes.push_back({uses[i].where, "also here"});
      const std::size_t left = uses.size() - shown;
      if (left > 0) {
        told.notes.back().message +=
            left == 1 ? ", and in one more place" : fmt::format(", and in {} more places", left);
      }
      add(std::move(told));
    }
  }
  unknown_names_.clear();
  broken_ids_.clear();
}

std::vector<Diagnostic> Problems::take() {
  tell_unknown_names();
  for (Diagnostic& diagnostic : diagnostics_) {
    put_on_one_line(diagnostic.message);
    put_on_one_line(diagnostic.help);
    for (Note& note : diagnostic.notes) put_on_one_line(note.message);
  }
  sort_diagnostics(diagnostics_);
  error_count_ = 0;
  return std::exchange(diagnostics_, {});
}

}  // namespace steadfast
