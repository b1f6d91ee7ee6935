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

std::string keys_of(const std::vector<const KeyRule*>& rules) {
  std::vector<std::string_view> keys;
  for (const KeyRule* rule : rules) keys.push_back(rule->key);
  return list_of_words(keys);
}

bool looks_like_a_key(std::string_view text) {
  return text.find(' ') == std::string_view::npos;
}

// `same` is the one key that is missing beside it, or null.
void report_unknown_key(const ObjectSchema& schema, const ObjectSchema& root, YamlNode key,
                        const KeyRule* same, Problems& problems) {
  if (problems.is_full()) return;
  const std::string_view owner = owner_of(root, key.text());
  const std::string inside = owners_inside(schema, key.text());
  std::string help;
  if (same != nullptr) {
    help = fmt::format("is this `{}`, which is missing here?", same->key);
  } else if (!inside.empty()) {
    help = fmt::format("`{}` belongs to {} inside it: is this line indented too little?", key.text(), inside);
  } else if (!owner.empty()) {
    help = fmt::format("`{}` belongs to the {}: is this line indented too much or too little?", key.text(),
                       owner);
  } else if (!looks_like_a_key(key.text())) {
    help = "if this line belongs to the text above it, start it as far in as that text";
  } else {
    std::vector<const KeyRule*> rules;
    for (const KeyRule& rule : schema.keys) rules.push_back(&rule);
    help = fmt::format("the keys here are {}; a note for yourself starts with `#`", keys_of(rules));
  }
  problems.error(codes::kUnknownKey, key.where(),
                 fmt::format("the {} has no key `{}`", schema.name, key.text()), help);
}

// Below `>-`, the lines of a list whose own line was lost would be read out as they are.
void report_items_in_text(const YamlEntry& entry, Problems& problems) {
  const std::optional<Span> item = entry.value.line_inside("- ");
  if (!item || entry.value.is_spoilt()) return;
  problems.error(
      codes::kLinesDoNotLineUp, *item,
      fmt::format("this line is a part of the text of `{}`, and not an item of a list", entry.key.text()),
      "is the line above it missing, with the key of the list?");
}

std::vector<const KeyRule*> missing_keys(const ObjectPlace& here) {
  const std::vector<const KeyRule*>& meant = *here.meant;
  std::vector<const KeyRule*> missing;
  for (const KeyRule& rule : here.schema->keys) {
    if (rule.need != Need::required || here.object.find(rule.key).present()) continue;
    const bool is_there = std::find(meant.begin(), meant.end(), &rule) != meant.end();
    if (!is_there && !is_written_outside(here, rule.key)) missing.push_back(&rule);
  }
  return missing;
}

}  // namespace

const KeyRule* report_misspelt_key(const ObjectSchema& schema, YamlNode key, Problems& problems) {
  if (problems.is_full()) return nullptr;
  std::vector<Candidate> candidates;
  for (const KeyRule& rule : schema.keys) candidates.push_back({rule.key, {}});
  const auto meant = nearest(key.text(), candidates, problems.comparisons());
  if (!meant) return nullptr;
  problems.error(codes::kUnknownKey, key.where(),
                 fmt::format("the {} has no key `{}`", schema.name, key.text()),
                 fmt::format("did you mean `{}`?", meant->name));
  return schema.find(meant->name);
}

std::vector<const KeyRule*> report_keys_in_texts(const ObjectSchema& schema, YamlNode object,
                                                 Problems& problems) {
  std::vector<const KeyRule*> found;
  for (const YamlEntry entry : object.entries()) {
    if (!entry.value.is_on_several_lines()) continue;
    const std::size_t found_before = found.size();
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
    if (found.size() == found_before) report_items_in_text(entry, problems);
  }
  return found;
}

bool report_cut_off(const ObjectPlace& root, Problems& problems) {
  const KeyRule* last = nullptr;
  for (const YamlEntry entry : root.object.entries()) {
    if (const KeyRule* rule = root.schema->find(entry.key.text())) last = rule;
  }
  const std::vector<const KeyRule*> missing = missing_keys(root);
  const bool is_cut_off =
      last != nullptr && !missing.empty() &&
      std::all_of(missing.begin(), missing.end(), [last](const KeyRule* rule) { return rule > last; });
  if (!is_cut_off) return false;
  problems.error(missing[0]->when_missing, root.object.end_of_file(),
                 fmt::format("the file ends here, and {} {} missing", keys_of(missing),
                             missing.size() == 1 ? "is" : "are"),
                 "was the end of the file cut off?");
  root.meant->insert(root.meant->end(), missing.begin(), missing.end());
  return true;
}

// Keys that are missing for the same reason are named together.
void report_unknown_and_missing_keys(const ObjectPlace& here, std::span<const YamlNode> unknown,
                                     bool tell_missing, Span place, const ObjectSchema& root,
                                     Problems& problems) {
  const ObjectSchema& schema = *here.schema;
  std::vector<const KeyRule*> missing;
  if (tell_missing) missing = missing_keys(here);
  const bool is_the_same = unknown.size() == 1 && missing.size() == 1 && looks_like_a_key(unknown[0].text());
  for (const YamlNode key : unknown) {
    report_unknown_key(schema, root, key, is_the_same ? missing[0] : nullptr, problems);
  }
  if (is_the_same) return;
  const auto is_comment = [&](const KeyRule* rule) {
    const std::optional<Span> comment = here.object.comment_inside(rule->key);
    if (comment) {
      problems.error(rule->when_missing, *comment,
                     fmt::format("`{}` is a comment here, and it is missing", rule->key),
                     "take the `#` away");
    }
    return comment.has_value();
  };
  missing.erase(std::remove_if(missing.begin(), missing.end(), is_comment), missing.end());
  while (!missing.empty()) {
    const Code code = missing.front()->when_missing;
    const auto others = std::stable_partition(
        missing.begin(), missing.end(), [code](const KeyRule* rule) { return rule->when_missing == code; });
    const std::vector<const KeyRule*> together(missing.begin(), others);
    missing.erase(missing.begin(), others);
    std::string help;
    if (together.size() == 1) {
      help = fmt::format("add `{}:` ({})", together[0]->key, in_passing(together[0]->explanation));
    }
    problems.error(code, place, fmt::format("{} has no {}", name_of(schema, here.object), keys_of(together)),
                   help);
  }
}

}  // namespace steadfast
