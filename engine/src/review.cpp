#include "steadfast/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

namespace steadfast {

namespace {

struct NeededRole {
  std::string_view role;
  std::size_t needed = 0;
};
constexpr std::array kRoles{NeededRole{"programme", 1}, NeededRole{"clinician", 1},
                            NeededRole{"survivor-consultant", 2}, NeededRole{"culture", 0}};

Signature signature_of(const Scenario& scenario, std::size_t position, Date today) {
  const Review& review = scenario.reviews[position];
  const Date given = parse_date(review.date).value_or(Date{});
  Signature signature{position, Standing::stands, one_year_after(given)};
  if (review.content_hash != scenario.content_hash) {
    signature.standing = Standing::of_another_text;
  } else if (today < given) {
    signature.standing = Standing::dated_later;
  } else if (signature.last_day < today) {
    signature.standing = Standing::expired;
  }
  return signature;
}

bool says_more(const Signature& one, const Signature& other) {
  const bool stands = one.standing == Standing::stands;
  if (stands != (other.standing == Standing::stands)) return stands;
  return one.last_day > other.last_day;
}

RoleState role_state(const Scenario& scenario, const NeededRole& needed, Date today) {
  RoleState state{needed.role, needed.needed, {}};
  for (std::size_t position = 0; position < scenario.reviews.size(); ++position) {
    const Review& review = scenario.reviews[position];
    if (review.role != needed.role) continue;
    const Signature signature = signature_of(scenario, position, today);
    const auto known =
        std::find_if(state.signatures.begin(), state.signatures.end(), [&](const Signature& other) {
          return is_same_person(scenario.reviews[other.review].alias, review.alias);
        });
    if (known == state.signatures.end()) {
      state.signatures.push_back(signature);
    } else if (says_more(signature, *known)) {
      *known = signature;
    }
  }
  return state;
}

std::string person(std::string_view role, std::size_t missing, std::size_t needed) {
  if (role == "programme") return "the program";
  if (role == "clinician") return "a clinician";
  if (role == "culture") return "a culture reviewer";
  return missing < needed ? "a second survivor consultant" : "two survivor consultants";
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t at = 0; at < names.size(); ++at) {
    text += at == 0 ? "" : at + 1 == names.size() ? " and " : ", ";
    text += names[at];
  }
  return text;
}

std::string reviewed_sentence(const ReviewState& state) {
  std::vector<std::string> names;
  for (const RoleState& role : state.roles) {
    if (role.standing() > 0) names.push_back(person(role.role, role.needed, role.needed));
  }
  return fmt::format("Reviewed by {}, until {}", joined(names), to_string(state.last_day()));
}

std::string draft_sentence_of(const ReviewState& state) {
  std::vector<std::string> never_signed;
  bool is_signed = false;
  bool has_changed = false;
  std::optional<Date> expired;
  for (const RoleState& role : state.roles) {
    is_signed = is_signed || !role.signatures.empty();
    if (role.missing() == 0) continue;
    if (role.signatures.size() < role.needed) {
      never_signed.push_back(person(role.role, role.needed - role.signatures.size(), role.needed));
    }
    for (const Signature& signature : role.signatures) {
      has_changed = has_changed || signature.standing == Standing::of_another_text;
      if (signature.standing != Standing::expired) continue;
      expired = std::min(expired.value_or(signature.last_day), signature.last_day);
    }
  }
  if (!is_signed) return std::string(kDraftSentence);
  if (!never_signed.empty()) return fmt::format("Draft: not yet reviewed by {}", joined(never_signed));
  if (has_changed) return "Draft: the text has changed since it was reviewed";
  if (expired) return fmt::format("Draft: the review has expired; it counted until {}", to_string(*expired));
  return "Draft: its review is dated in the future";
}

}  // namespace

bool is_same_person(std::string_view alias, std::string_view other) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(alias.begin(), alias.end(), other.begin(), other.end(),
                    [&small](char a, char b) { return small(a) == small(b); });
}

std::size_t RoleState::standing() const {
  return static_cast<std::size_t>(
      std::count_if(signatures.begin(), signatures.end(),
                    [](const Signature& signature) { return signature.standing == Standing::stands; }));
}

std::size_t RoleState::missing() const {
  return needed - std::min(needed, standing());
}

bool ReviewState::is_reviewed() const {
  return std::all_of(roles.begin(), roles.end(), [](const RoleState& role) { return role.missing() == 0; });
}

Date ReviewState::last_day() const {
  std::optional<Date> first_gap;
  for (const RoleState& role : roles) {
    std::vector<Date> days;
    for (const Signature& signature : role.signatures) {
      if (signature.standing == Standing::stands) days.push_back(signature.last_day);
    }
    if (role.needed == 0 || days.size() < role.needed) continue;
    std::sort(days.begin(), days.end(), std::greater<>());
    // When more people stand by it than needed, the longest ones decide.
    const Date last = days[role.needed - 1];
    first_gap = std::min(first_gap.value_or(last), last);
  }
  return first_gap.value_or(Date{});
}

ReviewState review_state(const Scenario& scenario, Date today) {
  ReviewState state;
  for (const NeededRole& needed : kRoles) state.roles.push_back(role_state(scenario, needed, today));
  return state;
}

std::string review_sentence(const Scenario& scenario, std::optional<Date> today) {
  if (!today) return std::string(kDraftSentence);
  const ReviewState state = review_state(scenario, *today);
  return state.is_reviewed() ? reviewed_sentence(state) : draft_sentence_of(state);
}

std::string draft_sentence(const Scenario& scenario, std::optional<Date> today) {
  if (today && review_state(scenario, *today).is_reviewed()) return {};
  return review_sentence(scenario, today);
}

}  // namespace steadfast
