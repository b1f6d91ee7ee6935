#include "schema_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codes.h"
#include "names.h"
#include "schema_check.h"
#include "schema_kinds.h"
#include "suggest.h"

namespace steadfast {

namespace {

// Where a key belongs, if it exists anywhere in the file; empty otherwise.
std::string_view owner_of(const ObjectSchema& schema, std::string_view key) {
  if (schema.find(key) != nullptr) return schema.name;
  for (const KeyRule& rule : schema.keys) {
    if (rule.object == nullptr) continue;
    if (const std::string_view owner = owner_of(*rule.object, key); !owner.empty()) return owner;
  }
  return {};
}

// "a choice or a variant": the things right inside this one that have such a key; empty for none.
std::string owners_inside(const ObjectSchema& schema, std::string_view key) {
  std::string owners;
  for (const KeyRule& rule : schema.keys) {
    if (rule.object == nullptr || rule.object->find(key) == nullptr) continue;
    owners += fmt::format("{}{}", owners.empty() ? "" : " or ", with_article(rule.object->name));
  }
  return owners;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string in_passing(std::string_view sentence) {
  std::string text{sentence};
  if (text.size() > 1 && ((text[1] >= 'a' && text[1] <= 'z') || text[1] == ' ')) text[0] = lower(text[0]);
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

const KeyRule* report_unknown_key(const ObjectSchema& schema, const ObjectSchema& root, YamlNode key,
                                  Problems& problems) {
  if (problems.is_full()) return nullptr;
  std::vector<Candidate> candidates;
  for (const KeyRule& rule : schema.keys) candidates.push_back({rule.key, {}});
  const auto meant = nearest(key.text(), candidates, problems.comparisons());
  std::string help = meant ? fmt::format("did you mean `{}`?", meant->name) : std::string{};
  const std::string_view owner = meant ? std::string_view{} : owner_of(root, key.text());
  const std::string inside = meant ? std::string{} : owners_inside(schema, key.text());
  if (!inside.empty()) {
    help = fmt::format("`{}` belongs to {} inside it: is this line indented too little?", key.text(), inside);
  } else if (!owner.empty()) {
    help = fmt::format("`{}` belongs to the {}: is this line indented too much or too little?", key.text(),
                       owner);
  } else if (!meant) {
    std::vector<std::string_view> words;
    for (const KeyRule& rule : schema.keys) words.push_back(rule.key);
    help = fmt::format("the keys here are {}", list_of_words(words));
  }
  problems.error(codes::kUnknownKey, key.where(),
                 fmt::format("the {} has no key `{}`", schema.name, key.text()), help);
  return meant ? schema.find(meant->name) : nullptr;
}

std::vector<const KeyRule*> report_keys_in_texts(const ObjectSchema& schema, YamlNode object,
                                                 Problems& problems) {
  std::vector<const KeyRule*> found;
  for (const YamlEntry entry : object.entries()) {
    if (!entry.value.is_on_several_lines()) continue;
    for (const KeyRule& rule : schema.keys) {
      if (object.find(rule.key).present()) continue;
      const std::optional<Span> line = entry.value.line_inside(fmt::format("{}:", rule.key));
      if (!line) continue;
      const Code code = rule.need == Need::required ? rule.when_missing : codes::kLinesDoNotLineUp;
      problems.error(
          code, *line,
          fmt::format("this line is a part of the text of `{}`, and not the key `{}`", entry.key.text(),
                      rule.key),
          fmt::format("start it in column {}, as `{}`", entry.key.where().column, entry.key.text()));
      found.push_back(&rule);
    }
  }
  return found;
}

// Keys that are missing for the same reason are named together.
void report_missing_keys(const ObjectSchema& schema, YamlNode object, std::span<const KeyRule* const> meant,
                         Span place, Problems& problems) {
  std::vector<const KeyRule*> missing;
  for (const KeyRule& rule : schema.keys) {
    const bool is_there =
        object.find(rule.key).present() || std::find(meant.begin(), meant.end(), &rule) != meant.end();
    if (rule.need == Need::required && !is_there) missing.push_back(&rule);
  }
  while (!missing.empty()) {
    const Code code = missing.front()->when_missing;
    const auto others = std::stable_partition(
        missing.begin(), missing.end(), [code](const KeyRule* rule) { return rule->when_missing == code; });
    const std::vector<const KeyRule*> together(missing.begin(), others);
    missing.erase(missing.begin(), others);
    std::vector<std::string_view> keys;
    for (const KeyRule* rule : together) keys.push_back(rule->key);
    std::string help;
    if (keys.size() == 1) help = fmt::format("add `{}:` ({})", keys[0], in_passing(together[0]->explanation));
    problems.error(code, place, fmt::format("{} has no {}", name_of(schema, object), list_of_words(keys)),
                   help);
  }
}

}  // namespace steadfast
