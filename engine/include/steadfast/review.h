// Whether people have reviewed a scenario, as it stands on a given day.
//
// A signature counts for exactly the text it was given for, for twelve months, and not before its day. A
// scenario is reviewed while the programme, a clinician and two survivor consultants stand by it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/date.h"
#include "steadfast/diagnostic.h"
#include "steadfast/scenario.h"

namespace steadfast {

// One person with two spellings of an alias, in capital or small letters, is still one person.
bool is_same_person(std::string_view alias, std::string_view other);

enum class Standing { stands, expired, dated_later, of_another_text };

struct Signature {
  std::size_t review = 0;  // position in Scenario::reviews
  Standing standing = Standing::of_another_text;
  Date last_day;  // the last one on which it counts
};

struct RoleState {
  std::string_view role;  // "programme", "clinician", "survivor-consultant", "culture"
  std::size_t needed = 0;
  // One for each person, which is each alias: the one that stands, or else the newest.
  std::vector<Signature> signatures;

  std::size_t standing() const;
  std::size_t missing() const;  // how many more people must stand by the text
};

struct ReviewState {
  std::vector<RoleState> roles;  // all four, in the order above

  bool is_reviewed() const;
  // The last day on which it is reviewed without another signature. Must hold: is_reviewed().
  Date last_day() const;
};

ReviewState review_state(const Scenario& scenario, Date today);

// What stands wherever a scenario shows that people have not reviewed.
inline constexpr std::string_view kDraftSentence =
    "Draft: not yet reviewed by a clinician and survivor consultants";

// For the mentor, without a full stop: who has reviewed it and until when, or why it counts as a draft. A day
// that is not known proves nothing, so everything is then a draft.
std::string review_sentence(const Scenario& scenario, std::optional<Date> today);
// The same, empty while the scenario is reviewed.
std::string draft_sentence(const Scenario& scenario, std::optional<Date> today);

enum class ReviewRule { told, required };

// What is wrong with the signatures on that day: warnings, or errors that also name who is missing where a
// release requires them all. `file` is how diagnostics call the source.
std::vector<Diagnostic> check_reviews(const Scenario& scenario, const std::string& file, Date today,
                                      ReviewRule rule);

}  // namespace steadfast
