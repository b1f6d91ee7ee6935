#include "schema_bonds.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "schema_check.h"
#include "schema_values.h"

namespace steadfast {

namespace {

enum class Answer { no, yes, unknown };

Answer answer_of(bool holds) {
  return holds ? Answer::yes : Answer::no;
}

Answer is_true(YamlNode value) {
  return value.is_spoilt() ? Answer::unknown : answer_of(value.text() == "true");
}

// One that is true is enough, and one that is unknown may be true.
template <class Facts, class Ask>
Answer any_of(const Facts& facts, const Ask& ask) {
  Answer all = Answer::no;
  for (const auto& fact : facts) {
    const Answer answer = ask(fact);
    if (answer == Answer::yes) return Answer::yes;
    if (answer == Answer::unknown) all = Answer::unknown;
  }
  return all;
}

Answer negation_of(Answer answer) {
  if (answer == Answer::unknown) return answer;
  return answer_of(answer == Answer::no);
}

Answer has_item_without(YamlNode list, std::span<const ItemFact> facts) {
  return any_of(list.items(), [facts](YamlNode item) {
    if (item.is_spoilt()) return Answer::unknown;
    return negation_of(any_of(facts, [item](const ItemFact& fact) {
      const YamlNode value = item.find(fact.key);
      return fact.claim == Claim::is_true ? is_true(value) : answer_of(value.present());
    }));
  });
}

// The ratings above 1 of a table.
std::vector<YamlNode> high_ratings(YamlNode table) {
  std::vector<YamlNode> high;
  for (const YamlEntry entry : table.entries()) {
    if (entry.value.is_spoilt()) continue;
    const auto rating = parse_rating(entry.value.text());
    if (rating && rating->level > 1) high.push_back(entry.value);
  }
  return high;
}

Answer answer(const Fact& fact, const ObjectSchema& schema, YamlNode object) {
  const YamlNode value = object.find(fact.key);
  switch (fact.claim) {
    case Claim::is_written:
      return answer_of(value.present());
    case Claim::is_true:
      return is_true(value);
    case Claim::has_items:
      return value.is_spoilt() ? Answer::unknown : answer_of(!value.items().empty());
    case Claim::has_item_without:
      return value.is_spoilt() ? Answer::unknown : has_item_without(value, fact.without);
    case Claim::rates_low:
      return answer_of(high_ratings(value).empty());
    case Claim::has_free_key:
      return any_of(object.entries(), [&schema](const YamlEntry& entry) {
        if (entry.key.is_spoilt()) return Answer::unknown;
        return answer_of(schema.find(entry.key.text()) == nullptr);
      });
  }
  return Answer::unknown;
}

bool is_broken(const Bond& bond, const ObjectSchema& schema, YamlNode object) {
  const auto ask = [&schema, object](const Fact& fact) { return answer(fact, schema, object); };
  const bool applies = std::all_of(bond.where.begin(), bond.where.end(),
                                   [&ask](const Fact& fact) { return ask(fact) == Answer::yes; });
  return applies && any_of(bond.needs, ask) == Answer::no;
}

std::vector<Span> places_of(const Bond& bond, YamlNode object, Span place) {
  if (bond.at.empty()) return {place};
  const bool at_ratings = std::any_of(bond.needs.begin(), bond.needs.end(),
                                      [](const Fact& fact) { return fact.claim == Claim::rates_low; });
  if (!at_ratings) return {object.find(bond.at).where()};
  std::vector<Span> places;
  for (const YamlNode rating : high_ratings(object.find(bond.at))) places.push_back(rating.where());
  return places;
}

// A key that would do stands behind a `#`.
bool report_commented_out(const Bond& bond, YamlNode object, Problems& problems) {
  for (const Fact& fact : bond.needs) {
    if (fact.claim != Claim::is_written) continue;
    const std::optional<Span> comment = object.comment_inside(fact.key);
    if (!comment) continue;
    problems.error(bond.code, *comment, fmt::format("`{}` is a comment here, and it is missing", fact.key),
                   "take the `#` away");
    return true;
  }
  return false;
}

// A list that something is needed in; absent when there is none.
YamlNode empty_list(const Bond& bond, YamlNode object) {
  for (const Fact& need : bond.needs) {
    const YamlNode value = object.find(need.key);
    if (need.claim == Claim::has_items && value.is_list() && value.items().empty()) return value;
  }
  return {};
}

}  // namespace

void check_bonds(const ObjectSchema& schema, YamlNode object, Span place, Problems& problems) {
  for (const Bond& bond : schema.bonds) {
    if (!is_broken(bond, schema, object)) continue;
    if (report_commented_out(bond, object, problems)) continue;
    const std::string message = fmt::format(fmt::runtime(bond.message), name_of(schema, object));
    const YamlNode empty = empty_list(bond, object);
    if (empty.present()) {
      problems.error(bond.code, empty.where(), fmt::format("this list is empty, and {}", message),
                     std::string{bond.help});
      continue;
    }
    for (const Span where : places_of(bond, object, place)) {
      Diagnostic& problem = problems.error(bond.code, where, message, std::string{bond.help});
      if (!bond.needs.empty()) continue;
      for (const Fact& other : bond.where) {
        if (other.key == bond.at) continue;
        problem.notes.push_back({object.find(other.key).where(), fmt::format("`{}` is here", other.key)});
      }
    }
  }
}

}  // namespace steadfast
