// Which problems came with an edit, and which went.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis_diff_parts.h"
#include "analysis_kinds.h"

namespace steadfast {
namespace {

// Ids of the old file as they are today.
using Names = std::map<std::string, std::string>;

template <class Thing>
void add_renamed(const std::vector<Thing>& old, const std::vector<Thing>& now, const Pairs& pairs,
                 Names& names) {
  for (std::size_t i = 0; i < old.size(); ++i) {
    const auto there = pairs.now_of(i);
    if (there && now[*there].id.text != old[i].id.text) names.emplace(old[i].id.text, now[*there].id.text);
  }
}

// The message under today's names, each number as `#`: two that agree in this tell of the same problem.
std::string without_particulars(const std::string& message, const Names& names) {
  std::string text;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t end = message[at] == '`' ? message.find('`', at + 1) : std::string::npos;
    if (end != std::string::npos) {
      const std::string quoted = message.substr(at + 1, end - at - 1);
      const auto renamed = names.find(quoted);
      text += "`" + (renamed == names.end() ? quoted : renamed->second) + "`";
      at = end + 1;
      continue;
    }
    const bool is_digit = message[at] >= '0' && message[at] <= '9';
    if (!is_digit) {
      text += message[at];
    } else if (text.empty() || text.back() != '#') {
      text += '#';
    }
    ++at;
  }
  return text;
}

// What stands in a line of a file: a node, a choice or an ending, under today's name.
std::map<int, std::string> names_by_line(const Scenario& scenario, const Names& names) {
  std::map<int, std::string> by_line;
  const auto add = [&](const auto& things) {
    for (const auto& thing : things) {
      const auto renamed = names.find(thing.id.text);
      if (thing.where.line > 0) {
        by_line.emplace(thing.where.line, renamed == names.end() ? thing.id.text : renamed->second);
      }
    }
  };
  add(scenario.choices);
  add(scenario.nodes);
  add(scenario.endings);
  // What is said of the whole conversation is said at its first node, so that line tells nothing.
  by_line.erase(scenario.nodes.front().where.line);
  return by_line;
}

bool has_code(const std::vector<Diagnostic>& findings, Code code) {
  return std::any_of(findings.begin(), findings.end(),
                     [code](const Diagnostic& finding) { return finding.code == code; });
}

// True when the analysis would have told a problem of this kind, if there were one.
bool was_looked_for(Code code, const Analysis& analysis) {
  if (code == kTooManyStates) return true;
  if (!analysis.is_complete || !analysis.is_complete_elsewhere) return false;
  constexpr Code without_scores[] = {kEndlessConversation, kDeadEndByState, kNodeNeverReached,
                                     kChoiceNeverOpen, kEndingNeverReached};
  if (code == kVariantNeverShown) return analysis.reading && analysis.reading->exact;
  if (code == kNobodyCanBeReady) return analysis.statuses && !analysis.statuses->estimated;
  if (code == kDecidedEarly) return analysis.decided.has_value();
  if (code == kTearCannotBeMended || code == kBestAlwaysPleases) {
    return analysis.kind == Outlook::Kind::exact && !has_code(analysis.findings, kTooManyStates);
  }
  return analysis.kind == Outlook::Kind::exact ||
         std::find(std::begin(without_scores), std::end(without_scores), code) != std::end(without_scores);
}

// Takes one element of `from` for which `is_same` holds.
template <class Same>
std::optional<Diagnostic> take(std::vector<Diagnostic>& from, const Same& is_same) {
  const auto found = std::find_if(from.begin(), from.end(), is_same);
  if (found == from.end()) return std::nullopt;
  std::optional<Diagnostic> taken = std::move(*found);
  from.erase(found);
  return taken;
}

class FindingsComparison {
 public:
  explicit FindingsComparison(const DiffInput& input)
      : input_(input), resolved_(input.old.analysis.findings) {
    add_renamed(input.old.scenario.nodes, input.now.scenario.nodes, input.nodes, names_);
    add_renamed(input.old.scenario.choices, input.now.scenario.choices, input.choices, names_);
    add_renamed(input.old.scenario.endings, input.now.scenario.endings, input.endings, names_);
  }

  FindingsDiff compare() {
    std::vector<Diagnostic> fresh = input_.now.analysis.findings;
    pair_up(fresh,
            [](const Diagnostic& before, const Diagnostic& now) { return before.message == now.message; });
    pair_up(fresh, [this](const Diagnostic& before, const Diagnostic& now) {
      return without_particulars(before.message, names_) == without_particulars(now.message, {});
    });
    pair_up_by_place(fresh);
    for (Diagnostic& finding : fresh) {
      const bool is_sure = was_looked_for(finding.code, input_.old.analysis);
      (is_sure ? diff_.fresh : diff_.not_looked_for_before).push_back(std::move(finding));
    }
    for (Diagnostic& finding : resolved_) {
      const bool is_sure = was_looked_for(finding.code, input_.now.analysis);
      (is_sure ? diff_.resolved : diff_.not_looked_for_now).push_back(std::move(finding));
    }
    return std::move(diff_);
  }

 private:
  // What is the same in both leaves both lists.
  template <class Same>
  void pair_up(std::vector<Diagnostic>& fresh, const Same& is_same) {
    std::vector<Diagnostic> left;
    for (Diagnostic& finding : fresh) {
      const auto before = take(resolved_, [&](const Diagnostic& old) {
        return old.code == finding.code && old.severity == finding.severity && is_same(old, finding);
      });
      if (!before) {
        left.push_back(std::move(finding));
      } else if (before->message != finding.message) {
        diff_.reworded.push_back({before->message, finding.message});
      }
    }
    fresh = std::move(left);
  }

  // Of the same kind and about the same thing, where each file has only one such.
  void pair_up_by_place(std::vector<Diagnostic>& fresh) {
    const auto before = names_by_line(input_.old.scenario, names_);
    const auto now = names_by_line(input_.now.scenario, {});
    const auto place = [](const std::map<int, std::string>& names, const Diagnostic& finding) {
      const auto name = names.find(finding.where.line);
      return std::pair(finding.code, name == names.end() ? std::string() : name->second);
    };
    const auto count = [&](const std::vector<Diagnostic>& list, const auto& names, const auto& wanted) {
      return std::count_if(list.begin(), list.end(),
                           [&](const Diagnostic& each) { return place(names, each) == wanted; });
    };
    const std::vector<Diagnostic> all_fresh = fresh;
    const std::vector<Diagnostic> all_resolved = resolved_;
    pair_up(fresh, [&](const Diagnostic& old, const Diagnostic& finding) {
      const auto wanted = place(now, finding);
      return !wanted.second.empty() && place(before, old) == wanted && count(all_fresh, now, wanted) == 1 &&
             count(all_resolved, before, wanted) == 1;
    });
  }

  const DiffInput& input_;
  Names names_;
  std::vector<Diagnostic> resolved_;
  FindingsDiff diff_;
};

}  // namespace

void diff_findings(const DiffInput& input, AnalysisDiff& diff) {
  diff.findings = FindingsComparison(input).compare();
}

}  // namespace steadfast
