#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "codes.h"
#include "problems.h"
#include "steadfast/review.h"

namespace steadfast {

namespace {

// How messages speak of a role: "the programme", "a clinician".
std::string_view who_signs(std::string_view role) {
  if (role == "programme") return "the programme";
  if (role == "clinician") return "a licensed clinician";
  return role == "culture" ? "a culture reviewer" : "a survivor consultant";
}

std::string new_entry(const Scenario& scenario) {
  return fmt::format("the text of today has the hash {}", scenario.content_hash);
}

class ReviewCheck {
 public:
  ReviewCheck(const Scenario& scenario, const std::string& file, Date today, ReviewRule rule)
      : scenario_(scenario), today_(today), rule_(rule), problems_(file) {}

  std::vector<Diagnostic> run() {
    for (const RoleState& role : review_state(scenario_, today_).roles) {
      // While enough others stand by the text, an old signature is nobody's concern in a release.
      if (rule_ == ReviewRule::told || role.missing() > 0) {
        for (const Signature& signature : role.signatures) tell(signature);
      }
      if (role.needed > 1 && role.missing() > 0) tell_repeated(role);
      if (rule_ == ReviewRule::required) tell_missing(role);
    }
    return problems_.take();
  }

 private:
  void add(Code code, Span where, std::string message, std::string help) {
    const Severity severity = rule_ == ReviewRule::required ? Severity::error : Severity::warning;
    problems_.tell(severity, code, where, std::move(message), std::move(help));
  }

  void tell(const Signature& signature) {
    const Review& review = scenario_.reviews[signature.review];
    switch (signature.standing) {
      case Standing::stands:
        return;
      case Standing::of_another_text:
        add(codes::kReviewOfAnotherText, review.where_hash,
            fmt::format("the review of `{}` was given for another text of the scenario or its rules",
                        review.alias),
            new_entry(scenario_));
        return;
      case Standing::expired:
        add(codes::kReviewExpired, review.where_date,
            fmt::format("the review of `{}` counted until {}", review.alias, to_string(signature.last_day)),
            fmt::format("a review counts for twelve months; {}", new_entry(scenario_)));
        return;
      case Standing::dated_later:
        add(codes::kReviewDatedLater, review.where_date,
            fmt::format("the review of `{}` is dated {}, and today is {}", review.alias, review.date,
                        to_string(today_)),
            "write the day on which it was signed");
        return;
    }
  }

  // Where two people are needed, one who signs the same text twice is still one.
  void tell_repeated(const RoleState& role) {
    std::vector<const Review*> first;
    for (const Review& review : scenario_.reviews) {
      if (review.role != role.role || review.content_hash != scenario_.content_hash) continue;
      const auto same = std::find_if(first.begin(), first.end(), [&review](const Review* other) {
        return is_same_person(other->alias, review.alias);
      });
      if (same == first.end()) {
        first.push_back(&review);
        continue;
      }
      problems_
          .warning(codes::kReviewMissing, review.where_alias,
                   fmt::format("`{}` signs a second time as {}, and counts as one person", review.alias,
                               who_signs(role.role)),
                   "a second person signs with another alias; a signature given twice can go")
          .notes.push_back({(*same)->where_alias, "the first time"});
    }
  }

  void tell_missing(const RoleState& role) {
    if (role.signatures.size() >= role.needed) return;
    const std::size_t missing = role.needed - role.signatures.size();
    std::string message;
    if (role.needed > 1 && missing == role.needed) {
      message = "two survivor consultants have not signed yet";
    } else if (role.needed > 1) {
      message = "a second survivor consultant has not signed yet";
    } else {
      message = fmt::format("{} has not signed yet", who_signs(role.role));
    }
    problems_.error(codes::kReviewMissing, scenario_.where_reviews, std::move(message),
                    fmt::format("add an entry with `role: {}`; {}", role.role, new_entry(scenario_)));
  }

  const Scenario& scenario_;
  Date today_;
  ReviewRule rule_;
  Problems problems_;
};

}  // namespace

std::vector<Diagnostic> check_reviews(const Scenario& scenario, const std::string& file, Date today,
                                      ReviewRule rule) {
  return ReviewCheck(scenario, file, today, rule).run();
}

}  // namespace steadfast
