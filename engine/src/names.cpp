#include "names.h"

#include <fmt/format.h>

#include <algorithm>

#include "codes.h"
#include "schema_values.h"

namespace steadfast {

void NameTable::declare(YamlNode name, std::uint32_t position, Problems& problems) {
  if (!name.is_text() || name.is_spoilt() || name.text().empty()) return problems.broken_id(unknown_);
  const std::string_view text = name.text();
  const bool is_in_conditions = unknown_ == codes::kUnknownVariable;
  const bool is_id = is_in_conditions ? is_name(text) && !is_reserved(text) : is_identifier(text);
  if (!is_id) problems.broken_id(unknown_);
  if (!positions_.emplace(text, position).second) {
    problems.broken_id(unknown_);  // it was to be another one
    if (problems.is_full()) return;
    const auto first = std::find_if(candidates_.begin(), candidates_.end(),
                                    [text](const Candidate& candidate) { return candidate.name == text; });
    Diagnostic& problem =
        problems.error(codes::kDuplicateId, name.where(),
                       fmt::format("the {} `{}` exists already", what_, text), "give one of them another id");
    if (first != candidates_.end()) {
      problem.notes.push_back(first->declared.line > 0
                                  ? Note{first->declared, "first declared here"}
                                  : Note{{}, "it is declared in the shared files of all scenarios"});
    }
    return;
  }
  candidates_.push_back({text, name.where()});
}

void NameTable::declare_elsewhere(std::string_view name, std::uint32_t position, std::string_view called) {
  if (positions_.emplace(name, position).second) candidates_.push_back({name, {}, called});
}

void NameTable::declare_former(YamlNode former, std::string_view now_called, Problems& problems) {
  if (!former.is_text() || former.is_spoilt()) return;
  const std::string_view text = former.text();
  const auto refuse = [&](std::string message, Span other, std::string note) {
    problems.error(codes::kFormerIdInUse, former.where(), std::move(message), "remove it from this `was`")
        .notes.push_back({other, std::move(note)});
  };
  if (positions_.count(text) > 0) {
    if (problems.is_full()) return;
    const auto taken = std::find_if(candidates_.begin(), candidates_.end(),
                                    [text](const Candidate& candidate) { return candidate.name == text; });
    return refuse(fmt::format("the former id `{}` is the id of {} today", text, with_article(what_)),
                  taken->declared, "declared here");
  }
  const auto inserted = former_.emplace(text, Former{now_called, former.where()});
  if (!inserted.second) {
    refuse(fmt::format("the former id `{}` is claimed twice", text), inserted.first->second.where,
           "first claimed here");
  }
}

void NameTable::forget_places() {
  for (Candidate& candidate : candidates_) candidate.declared = {};
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const {
  const auto found = positions_.find(name);
  if (found == positions_.end()) return std::nullopt;
  return found->second;
}

bool NameTable::has_near(std::string_view name, Problems& problems) const {
  return nearest(name, candidates_, problems.comparisons()).has_value();
}

std::string NameTable::help_for_several(std::string_view names) const {
  std::string list;
  std::size_t count = 0;
  for (std::size_t at = 0; at < names.size(); ++count) {
    const std::size_t end = std::min(names.find_first_of(" ;/", at), names.size());
    const std::string_view name = names.substr(at, end - at);
    if (!find(name)) return {};
    list += fmt::format("{}{}", list.empty() ? "" : ", ", name);
    at = std::min(names.find_first_not_of(" ;/", end), names.size());
  }
  return count < 2 ? std::string{} : fmt::format("write commas between the names: `{}`", list);
}

std::string NameTable::help_for(std::string_view name, Problems& problems) const {
  if (problems.is_full()) return {};
  if (std::string help = help_for_several(name); !help.empty()) return help;
  const auto former = former_.find(name);
  if (former != former_.end()) return fmt::format("it is now called `{}`", former->second.now_called);
  // Answers that begin alike are different answers: there only a slip of the hand counts.
  const std::size_t most_slips = unknown_ == codes::kUnknownChoice ? kSlipsOfAHand : kLongestName;
  std::string help = did_you_mean(name, candidates_, problems.comparisons(), most_slips);
  constexpr std::size_t kMostToList = 12;
  if (!help.empty()) return help;
  if (candidates_.size() <= kMostToList) {
    for (const Candidate& candidate : candidates_) {
      help += fmt::format("{}`{}`", help.empty() ? "there is " : ", ", candidate.name);
      if (!candidate.called.empty()) help += fmt::format(" ({})", candidate.called);
    }
  }
  if (!hint_.empty()) help += fmt::format("{}{}", help.empty() ? "" : "; ", hint_);
  return help;
}

std::optional<std::uint32_t> NameTable::find_or_report(YamlNode name, Problems& problems) const {
  if (!name.is_text() || name.is_spoilt()) return std::nullopt;
  const std::optional<std::uint32_t> found = find(name.text());
  if (!found) {
    problems.unknown_name(unknown_, name.text(), name.where(),
                          fmt::format("no {} is called `{}`", what_, name.text()),
                          help_for(name.text(), problems));
  }
  return found;
}

std::string with_article(std::string_view what) {
  const bool has_vowel = !what.empty() && std::string_view{"aeiou"}.find(what[0]) != std::string_view::npos;
  return fmt::format("{} {}", has_vowel ? "an" : "a", what);
}

std::string words_of(YamlNode node) {
  std::string_view text = node.text();
  const std::size_t first = text.find_first_not_of(" \n\t");
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(" \n\t") + 1 - first);
  return std::string{text};
}

std::vector<std::string> texts_of(YamlNode list) {
  std::vector<std::string> texts;
  for (const YamlNode item : list.items()) {
    if (item.is_text()) texts.push_back(words_of(item));
  }
  return texts;
}

int number_of(YamlNode node, int otherwise) {
  return parse_number(node.text()).value_or(otherwise);
}

bool truth_of(YamlNode node) {
  return node.text() == "true";
}

}  // namespace steadfast
