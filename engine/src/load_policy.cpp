#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "codes.h"
#include "names.h"
#include "open_source.h"
#include "schema.h"
#include "steadfast/load.h"

namespace steadfast {

namespace {

constexpr std::string_view kUnset = "unset";

// Sets the key to what is written at `value` and `says`.
void read_answer(YamlNode written, PolicyKey& key, Problems& problems) {
  key.says = words_of(written.find("says"));
  const YamlNode value = written.find("value");
  if (key.values.empty() || !value.is_text() || value.is_spoilt()) return;
  const auto found = std::find(key.values.begin() + 1, key.values.end(), value.text());
  if (found == key.values.end()) {
    problems.error(
        codes::kBadAnswer, value.where(), fmt::format("`{}` cannot be `{}`", key.id, value.text()),
        fmt::format("choose one of {}", fmt::join(key.values.begin() + 1, key.values.end(), ", ")));
    return;
  }
  key.value = static_cast<std::int32_t>(found - key.values.begin());
}

// Whether the answer has the form that the key of the shipped file asks for.
void check_form(YamlNode written, const PolicyKey& key, Problems& problems) {
  const YamlNode value = written.find("value");
  if (key.values.empty() && value.present()) {
    problems.error(codes::kBadAnswer, value.where(),
                   fmt::format("`{}` has no `values` to choose from", key.id), "say it in words, in `says`");
  } else if (!key.values.empty() && !value.present()) {
    problems.error(codes::kBadAnswer, written.find("id").where(),
                   fmt::format("`{}` has an answer in words but no `value`", key.id),
                   fmt::format("add `value:` with one of {}",
                               fmt::join(key.values.begin() + 1, key.values.end(), ", ")));
  }
}

void read_default(YamlNode root, Policy& policy, Problems& problems) {
  policy.note = words_of(root.find("note"));
  NameTable ids{"policy key"};
  for (const YamlNode written : root.find("keys").items()) {
    PolicyKey key;
    key.id = words_of(written.find("id"));
    key.name = words_of(written.find("name"));
    key.asks = words_of(written.find("asks"));
    key.variable = "policy_" + key.id;
    std::vector<std::string> values = texts_of(written.find("values"));
    if (!values.empty()) {
      key.values.emplace_back(kUnset);
      std::move(values.begin(), values.end(), std::back_inserter(key.values));
    }
    ids.declare(written.find("id"), 0, problems);
    read_answer(written, key, problems);
    key.default_value = key.value;
    key.default_says = key.says;
    policy.keys.push_back(std::move(key));
  }
}

void read_own(YamlNode root, Policy& policy, Problems& problems) {
  if (root.find("note").present()) policy.note = words_of(root.find("note"));
  NameTable keys{"policy key", codes::kUnknownPolicyKey};
  for (std::size_t at = 0; at < policy.keys.size(); ++at) {
    keys.declare_elsewhere(policy.keys[at].id, static_cast<std::uint32_t>(at));
  }
  NameTable answered{"policy answer"};
  for (const YamlNode written : root.find("policy").items()) {
    const YamlNode id = written.find("id");
    const auto found = keys.find_or_report(id, problems);
    answered.declare(id, 0, problems);
    if (!found) continue;
    PolicyKey& key = policy.keys[*found];
    key.value = 0;
    key.is_own = true;
    check_form(written, key, problems);
    read_answer(written, key, problems);
  }
}

}  // namespace

LoadedPolicy load_policy(const Source& shipped, const Source* own) {
  LoadedPolicy loaded;
  {
    OpenSource file{shipped, policy_default_schema()};
    Policy policy;
    if (file.can_be_linked) read_default(file.root(), policy, file.problems);
    loaded.diagnostics = file.problems.take();
    if (has_errors(loaded.diagnostics)) return loaded;
    loaded.policy = std::move(policy);
  }
  if (own == nullptr) return loaded;
  OpenSource file{*own, policy_schema()};
  Policy policy = *loaded.policy;
  if (file.can_be_linked) read_own(file.root(), policy, file.problems);
  std::vector<Diagnostic> found = file.problems.take();
  // A half-read policy would be worse than none.
  if (!has_errors(found)) loaded.policy = std::move(policy);
  std::move(found.begin(), found.end(), std::back_inserter(loaded.diagnostics));
  return loaded;
}

}  // namespace steadfast
