#include "steadfast/near_name.h"

#include <cstddef>

#include "suggest.h"

namespace steadfast {

std::optional<std::string> near_name(std::string_view written, const std::vector<std::string>& names) {
  std::vector<Candidate> candidates;
  candidates.reserve(names.size());
  for (const std::string& name : names) candidates.push_back({name, {}});
  std::size_t comparisons = 0;
  const std::optional<Candidate> found = nearest(written, candidates, comparisons);
  return found ? std::optional(std::string(found->name)) : std::nullopt;
}

}  // namespace steadfast
