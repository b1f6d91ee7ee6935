#include "steadfast/scenario.h"

#include <algorithm>
#include <set>

#include "schema_words.h"

namespace steadfast {

bool is_reviewed(const Scenario& scenario) {
  constexpr std::size_t kConsultants = 2;
  bool has_clinician = false;
  std::set<std::string_view> consultants;
  for (const Review& review : scenario.reviews) {
    if (review.content_hash != scenario.content_hash) continue;
    if (review.role == "clinician") has_clinician = true;
    if (review.role == "survivor-consultant") consultants.insert(review.alias);
  }
  return has_clinician && consultants.size() >= kConsultants;
}

std::string_view to_string(Theme theme) {
  return kThemeWords[static_cast<std::size_t>(theme)];
}
std::string_view to_string(Pose pose) {
  return kPoseWords[static_cast<std::size_t>(pose)];
}

}  // namespace steadfast
