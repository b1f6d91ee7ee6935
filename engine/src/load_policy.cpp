#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "codes.h"
#include "names.h"
#include "open_source.h"
#include "schema.h"
#include "steadfast/load.h"

namespace steadfast {

namespace {

constexpr auto kOptional = Need::optional;
constexpr auto kList = Shape::list;
constexpr std::string_view kUnset = "unset";

constexpr std::array kKeyKeys{
    KeyRule{.key = "id", .type = ValueType::name, .explanation = "How scenarios call it."},
    KeyRule{.key = "name", .explanation = "What it is about, in a word or two."},
    KeyRule{.key = "asks", .explanation = "The question a programme answers with it."},
    KeyRule{.key = "values",
            .type = ValueType::name,
            .shape = kList,
            .need = kOptional,
            .explanation = "The answers that conditions can tell apart.",
            .fewest = 1},
    KeyRule{.key = "value", .type = ValueType::name, .need = kOptional, .explanation = "One of `values`."},
    KeyRule{.key = "says", .need = kOptional, .explanation = "The answer, a sentence for the mentor."},
};
constexpr ObjectSchema kKey{"policy key", kKeyKeys, nullptr};

constexpr std::array kDefaultKeys{
    KeyRule{.key = "note", .explanation = "What stands above the answers."},
    KeyRule{.key = "keys",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What a programme decides.",
            .fewest = 1,
            .object = &kKey},
};
constexpr ObjectSchema kDefault{"policy", kDefaultKeys, nullptr};

constexpr std::array kAnswerKeys{
    KeyRule{.key = "id", .type = ValueType::reference, .explanation = "Which key it answers."},
    KeyRule{.key = "value",
            .type = ValueType::name,
            .need = kOptional,
            .explanation = "One of the key's values."},
    KeyRule{.key = "says", .explanation = "The answer, a sentence for the mentor."},
};
constexpr ObjectSchema kAnswer{"policy answer", kAnswerKeys, nullptr};

constexpr std::array kOwnKeys{
    KeyRule{.key = "note", .need = kOptional, .explanation = "What stands above the answers."},
    KeyRule{.key = "policy",
            .type = ValueType::object,
            .shape = kList,
            .explanation = "What this programme answers.",
            .object = &kAnswer},
};
constexpr ObjectSchema kOwn{"programme policy", kOwnKeys, nullptr};

// Sets the key to what is written at `value` and `says`.
void read_answer(YamlNode written, PolicyKey& key, Problems& problems) {
  const YamlNode value = written.find("value");
  const YamlNode says = written.find("says");
  key.says = words_of(says);
  if (key.values.empty()) {
    if (value.present()) {
      problems.error(codes::kUnknownKey, value.where(),
                     fmt::format("`{}` has no `values` to choose from", key.id),
                     "say it in words, in `says`");
    }
    return;
  }
  if (!value.present()) {
    if (!key.says.empty()) {
      problems.error(codes::kMissingKey, written.find("id").where(),
                     fmt::format("`{}` has an answer in words but no `value`", key.id),
                     fmt::format("add `value:` with one of {}",
                                 fmt::join(key.values.begin() + 1, key.values.end(), ", ")));
    }
    return;
  }
  if (!value.is_text() || value.is_spoilt()) return;  // told by the schema
  const auto found = std::find(key.values.begin() + 1, key.values.end(), value.text());
  if (found == key.values.end()) {
    problems.error(
        codes::kUnknownWord, value.where(), fmt::format("`{}` cannot be `{}`", key.id, value.text()),
        fmt::format("choose one of {}", fmt::join(key.values.begin() + 1, key.values.end(), ", ")));
    return;
  }
  key.value = static_cast<std::int32_t>(found - key.values.begin());
  if (key.says.empty() && !says.present()) {
    problems.error(codes::kMissingKey, written.find("id").where(),
                   fmt::format("`{}` has a `value` but no sentence for the mentor", key.id), "add `says:`");
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
  NameTable keys{"policy key"};
  for (std::size_t at = 0; at < policy.keys.size(); ++at) {
    keys.declare_elsewhere(policy.keys[at].id, static_cast<std::uint32_t>(at));
  }
  NameTable answered{"policy answer"};
  for (const YamlNode written : root.find("policy").items()) {
    const YamlNode id = written.find("id");
    const auto found = keys.find_or_report(id, codes::kUnknownPolicyKey, problems);
    answered.declare(id, 0, problems);
    if (!found) continue;
    PolicyKey& key = policy.keys[*found];
    key.value = 0;
    key.is_own = true;
    read_answer(written, key, problems);
  }
}

}  // namespace

LoadedPolicy load_policy(const Source& shipped, const Source* own) {
  LoadedPolicy loaded;
  {
    OpenSource file{shipped, kDefault};
    Policy policy;
    if (file.can_be_linked) read_default(file.root(), policy, file.problems);
    loaded.diagnostics = file.problems.take();
    if (has_errors(loaded.diagnostics)) return loaded;
    loaded.policy = std::move(policy);
  }
  if (own == nullptr) return loaded;
  OpenSource file{*own, kOwn};
  Policy policy = *loaded.policy;
  if (file.can_be_linked) read_own(file.root(), policy, file.problems);
  std::vector<Diagnostic> found = file.problems.take();
  // A half-read policy would be worse than none.
  if (!has_errors(found)) loaded.policy = std::move(policy);
  std::move(found.begin(), found.end(), std::back_inserter(loaded.diagnostics));
  return loaded;
}

}  // namespace steadfast
