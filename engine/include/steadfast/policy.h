// What a programme lets its mentors do. Scenarios name the keys they need and may branch on them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace steadfast {

struct PolicyKey {
  std::string id;    // "reporting_deadline"
  std::string name;  // "When to report"
  std::string asks;  // the question a programme answers with it
  std::string says;  // the answer, a sentence for the mentor; empty while it is not set
  // Of a key that conditions can read: `unset` and then its values. Empty for a key that is only told.
  std::vector<std::string> values;
  std::string variable;            // how conditions call it: "policy_reporting_deadline"
  std::int32_t value = 0;          // position in `values`, as the programme has it
  std::int32_t default_value = 0;  // as the shipped file has it
  std::string default_says;
  bool is_own = false;  // the programme's own file answers it

  bool is_set() const { return !says.empty(); }
};

struct Policy {
  std::string note;  // what stands above the answers
  std::vector<PolicyKey> keys;
};

// What the programme says to a key that a scenario needs.
struct PolicyAnswer {
  const PolicyKey* key = nullptr;  // of the scenario's rulebook
  // The programme's answer is another than the one the scenario was written for, and none of its choices
  // makes a difference of that.
  bool is_not_followed = false;
};

struct Scenario;
// In the order the scenario names them.
std::vector<PolicyAnswer> policy_answers(const Scenario& scenario);
// For the mentor, before the start; says it where the programme has not answered yet.
std::string policy_sentence(const PolicyAnswer& answer);

}  // namespace steadfast
