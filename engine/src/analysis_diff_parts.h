// The parts of `diff`, each of which compares one thing.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/analysis_diff.h"

namespace steadfast {

// Which things of two lists are the same, by id or by former id.
class Pairs {
 public:
  template <class Thing>
  Pairs(const std::vector<Thing>& old, const std::vector<Thing>& now)
      : now_of_(old.size()), old_of_(now.size()) {
    std::map<std::string_view, std::size_t> called;
    for (std::size_t i = 0; i < now.size(); ++i) called.emplace(now[i].id.text, i);
    std::map<std::string_view, std::size_t> formerly;
    for (std::size_t i = 0; i < now.size(); ++i) {
      for (const auto& was : now[i].was) formerly.emplace(was.text, i);
    }
    for (std::size_t i = 0; i < old.size(); ++i) {
      auto found = called.find(old[i].id.text);
      if (found == called.end()) {
        found = formerly.find(old[i].id.text);
        if (found == formerly.end()) continue;
      }
      now_of_[i] = found->second;
      if (!old_of_[found->second]) old_of_[found->second] = i;
    }
  }

  std::optional<std::size_t> now_of(std::size_t old) const { return now_of_[old]; }
  std::optional<std::size_t> old_of(std::size_t now) const { return old_of_[now]; }

 private:
  std::vector<std::optional<std::size_t>> now_of_;
  std::vector<std::optional<std::size_t>> old_of_;
};

// One file and what is known of it.
struct DiffSide {
  const Scenario& scenario;
  const Analysis& analysis;

  // Whether the answer "not reached" can be trusted.
  std::optional<bool> known(bool reached) const {
    return reached || analysis.is_complete ? std::optional(reached) : std::nullopt;
  }
};

struct DiffInput {
  DiffSide old;
  DiffSide now;
  Pairs nodes;
  Pairs choices;
  Pairs endings;
};

void diff_things(const DiffInput& input, AnalysisDiff& diff);
void diff_choices(const DiffInput& input, AnalysisDiff& diff);
void diff_numbers(const DiffInput& input, AnalysisDiff& diff);
void diff_findings(const DiffInput& input, AnalysisDiff& diff);
void diff_plays(const DiffInput& input, AnalysisDiff& diff);

}  // namespace steadfast
