#include "schema_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "schema_bonds.h"
#include "schema_keys.h"
#include "schema_kinds.h"
#include "schema_lists.h"
#include "schema_places.h"
#include "schema_texts.h"
#include "schema_values.h"
#include "steadfast/date.h"
#include "suggest.h"
#include "unusual_space.h"
#include "utf8.h"
#include "value_patterns.h"

namespace steadfast {

namespace {

class Checker {
 public:
  Checker(const ObjectSchema& root, Completeness completeness, Problems& problems)
      : root_(&root), completeness_(completeness), problems_(&problems) {}

  void check_object(const ObjectSchema& schema, YamlNode object, Span place,
                    const ObjectPlace* outside = nullptr, YamlNode next_item = {}) {
    std::vector<const KeyRule*> meant = report_keys_in_texts(schema, object, *problems_);
    const ObjectPlace here{&schema, object, outside, &meant, next_item};
    if (outside == nullptr) findings_.is_cut_off = report_cut_off(here, *problems_);
    std::vector<YamlNode> unknown;
    for (const YamlEntry entry : object.entries()) {
      if (entry.key.is_spoilt()) continue;
      const KeyRule* rule = schema.find(entry.key.text());
      if (rule == nullptr) rule = schema.others;
      if (rule == nullptr) {
        rule = meant_by(here, entry.key, unknown);
        if (rule == nullptr) continue;
      } else if (is_written_again(object, entry)) {
        continue;
      }
      check_shape(*rule, entry, here);
    }
    const YamlNode id = object.find("id");
    if (id.is_text()) place = id.where();
    const bool goes_on = goes_on_in_next_item(here);
    // What is covered may be the key that is missing.
    const bool may_be_covered = completeness_ > Completeness::values_left_out;
    const bool is_at_the_cut = findings_.is_cut_off && object.is_last();
    const bool knows_what_is_missing = !goes_on && !may_be_covered && !is_at_the_cut;
    report_unknown_and_missing_keys(here, unknown, knows_what_is_missing, place, *root_, *problems_);
    const bool is_whole = completeness_ <= Completeness::values_left_out && meant.empty() && unknown.empty();
    if (is_whole && knows_what_is_missing) check_bonds(schema, object, place, *problems_);
  }

  SchemaFindings take_findings() { return std::move(findings_); }

 private:
  // Reports a key that the object does not know. Returns the rule to read on by; null when none is near. What
  // nothing can be said of yet goes to `unknown`.
  const KeyRule* meant_by(const ObjectPlace& here, YamlNode key, std::vector<YamlNode>& unknown) {
    if (report_key_of_another_object(here, key, *problems_)) return nullptr;
    if (report_key_of_inner_object(here, key, *problems_)) return nullptr;
    const KeyRule* rule = report_misspelt_key(*here.schema, key, *problems_);
    if (rule == nullptr) {
      unknown.push_back(key);
      return nullptr;
    }
    // What is meant counts as there, unless it is there already.
    std::vector<const KeyRule*>& meant = *here.meant;
    const bool is_there =
        here.object.find(rule->key).present() || std::find(meant.begin(), meant.end(), rule) != meant.end();
    if (is_there) return nullptr;
    meant.push_back(rule);
    findings_.meant_keys.push_back({key, rule->key});
    return rule;
  }

  // An empty entry whose key comes with a value as well: that it is there twice was said already.
  static bool is_written_again(YamlNode object, YamlEntry entry) {
    return entry.value.kind() == YamlKind::empty && object.find(entry.key.text()).kind() != YamlKind::empty;
  }

  void report_empty(const KeyRule& rule, YamlNode value) {
    problems_->error(rule.when_empty, value.where(),
                     fmt::format("nothing stands behind `{}:`", shown_key(rule)),
                     std::string{rule.explanation});
  }

  void report_type(const KeyRule& rule, std::string_view wanted, YamlNode value, Span place) {
    problems_->error(codes::kWrongType, place,
                     fmt::format("`{}` must be {}, not {}", shown_key(rule), wanted, kind_name(value.kind())),
                     std::string{rule.explanation});
  }

  // Rules of free keys take the name of the key they are applied to.
  std::string_view shown_key(const KeyRule& rule) const { return rule.key.empty() ? free_key_ : rule.key; }

  void check_shape(const KeyRule& rule, YamlEntry entry, const ObjectPlace& here) {
    if (entry.value.is_spoilt()) return;
    if (rule.key.empty()) free_key_ = entry.key.text();
    switch (rule.shape) {
      case Shape::one:
        check_value(rule, entry.value, entry.key.where(), here);
        return;
      case Shape::list:
        check_list(rule, entry, here);
        return;
      case Shape::table:
        check_table(rule, entry, here);
        return;
    }
  }

  void check_count(const KeyRule& rule, std::size_t count, Span place) {
    if (count < rule.fewest || count > rule.largest_count) {
      const std::string wanted = rule.fewest == rule.largest_count ? fmt::format("{}", rule.fewest)
                                 : count < rule.fewest             ? fmt::format("at least {}", rule.fewest)
                                                       : fmt::format("at most {}", rule.largest_count);
      problems_->error(
          count == 0 ? rule.when_empty : codes::kOutOfRange, place,
          fmt::format("`{}` holds {}", rule.key, count == 0 ? "nothing" : fmt::format("{}", count)),
          fmt::format("{} needed: {}", wanted, rule.explanation));
    }
  }

  void check_list(const KeyRule& rule, YamlEntry entry, const ObjectPlace& here) {
    if (entry.value.kind() == YamlKind::empty) return report_empty(rule, entry.value);
    if (!entry.value.is_list()) return report_no_list(rule, entry, *problems_);
    std::size_t count = 0;
    YamlNode previous;
    const auto items = entry.value.items();
    for (auto at = items.begin(); !(at == items.end());) {
      const YamlNode item = *at;
      ++at;
      ++count;
      if (item.is_spoilt()) continue;
      if (item.kind() == YamlKind::empty) {
        problems_->error(rule.when_empty, item.where(), fmt::format("an item of `{}` is empty", rule.key),
                         std::string{rule.explanation});
      } else if (rule.object != nullptr && goes_on_from(previous, item, *rule.object)) {
        check_rest_of_item(*rule.object, item, here);
      } else {
        check_item(rule, item, at == items.end() ? YamlNode{} : *at, here);
      }
      previous = item;
    }
    check_count(rule, count, entry.key.where());
  }

  void check_item(const KeyRule& rule, YamlNode item, YamlNode next, const ObjectPlace& here) {
    const KeyRule& belongs = rule_of_item(rule, item, here, *problems_);
    if (belongs.type == ValueType::object && item.is_map()) {
      check_object(*belongs.object, item, item.where(), &here, next);
    } else {
      check_value(belongs, item, item.where(), here);
    }
  }

  void check_rest_of_item(const ObjectSchema& schema, YamlNode item, const ObjectPlace& here) {
    const YamlNode key = (*item.entries().begin()).key;
    problems_->error(
        codes::kMissingKey, key.where(),
        fmt::format("the dash begins a new {}, and `{}` belongs to the one above", schema.name, key.text()),
        fmt::format("take the dash away; `{}` stays in column {}", key.text(), key.where().column));
    for (const YamlEntry entry : item.entries()) check_shape(*schema.find(entry.key.text()), entry, here);
  }

  void check_table(const KeyRule& rule, YamlEntry entry, const ObjectPlace& here) {
    if (entry.value.kind() == YamlKind::empty) return report_empty(rule, entry.value);
    if (!entry.value.is_map()) return report_type(rule, "a group of keys", entry.value, entry.key.where());
    KeyRule item = rule;
    item.shape = Shape::one;
    item.key = {};
    std::size_t count = 0;
    for (const YamlEntry one : entry.value.entries()) {
      ++count;
      if (one.key.is_spoilt()) continue;
      if (report_key_among_free_ones(here, one.key, *problems_)) {
        findings_.misplaced.push_back(one.key);
      } else {
        check_shape(item, one, here);
      }
    }
    check_count(rule, count, entry.key.where());
  }

  // `place` is shown where the value itself has no good place.
  void check_value(const KeyRule& rule, YamlNode value, Span place, const ObjectPlace& here) {
    if (value.kind() == YamlKind::empty) return report_empty(rule, value);
    if (rule.type == ValueType::object) {
      if (value.is_map()) return check_object(*rule.object, value, place, &here);
      if (value.is_list() && report_list_without_key(rule, value)) return;
      return report_type(rule, "a group of keys", value, place);
    }
    if (rule.type == ValueType::line && value.is_map()) return check_spoken_line(rule, value);
    const bool may_be_map = rule.type == ValueType::text_or_object;
    if (may_be_map && value.is_map() && has_known_key(*rule.object, value)) {
      return check_object(*rule.object, value, place, &here);
    }
    if (value.is_map() && (may_be_map || rule.type == ValueType::text) && value.entries().size() == 1) {
      problems_->error(codes::kColonInText, (*value.entries().begin()).key.where(),
                       "a colon inside a text without quotes", "put the whole text in double quotes");
      return;
    }
    if (value.is_list() && rule.shape == Shape::list) return report_two_dashes(rule, value);
    if (!value.is_text()) return report_type(rule, type_name(rule.type), value, place);
    check_text(rule, value);
  }

  void report_two_dashes(const KeyRule& rule, YamlNode item) {
    problems_->error(
        codes::kWrongType, item.where(),
        fmt::format("an item of `{}` must be {}, not a list of its own", rule.key, type_name(rule.type)),
        "write one dash and a space in front of it; a second dash or a bracket that belongs to the "
        "text wants the whole text in double quotes");
  }

  bool report_list_without_key(const KeyRule& rule, YamlNode list) {
    const KeyRule* lost = key_of_list(*rule.object, list);
    if (lost == nullptr) return false;
    problems_->error(codes::kWrongType, list.where(),
                     fmt::format("the line `{}:` is missing above this one", lost->key),
                     fmt::format("`{}` holds a group of keys, and this is its `{}`", rule.key, lost->key));
    return true;
  }

  static bool has_known_key(const ObjectSchema& schema, YamlNode value) {
    for (const YamlEntry entry : value.entries()) {
      if (schema.find(entry.key.text()) != nullptr) return true;
    }
    return false;
  }

  void check_spoken_line(const KeyRule& rule, YamlNode value) {
    if (value.entries().size() != 1) {
      report_type(rule, "a text, or one speaker and a text", value, value.where());
      return;
    }
    const YamlEntry entry = *value.entries().begin();
    if (entry.key.is_spoilt() || entry.value.is_spoilt()) return;
    if (entry.value.kind() == YamlKind::empty) return report_empty(rule, entry.value);
    if (!entry.value.is_text()) return report_type(rule, "a text", entry.value, entry.key.where());
    check_written(rule, entry.value);
  }

  static bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \n\t") == std::string_view::npos;
  }

  void check_written(const KeyRule& rule, YamlNode value) {
    if (is_blank(value.text())) return report_empty(rule, value);
    check_words(rule, value, *problems_);
  }

  void refuse(Code code, YamlNode value, std::string message, std::string help) {
    problems_->error(code, value.where(), std::move(message), std::move(help));
  }

  // Names in which nobody can see what is wrong.
  bool refuse_unusual_space(const KeyRule& rule, YamlNode value) {
    const std::size_t space =
        is_one_name(rule.type) ? find_unusual_space(value.text()) : std::string_view::npos;
    if (space == std::string_view::npos) return false;
    const int before = count_code_points(value.text().substr(0, space));
    problems_->error(codes::kUnusualSpace, value.where_in(before, 1), std::string{kUnusualSpaceMessage},
                     "delete it: a name has no space in it");
    findings_.names_are_readable = false;
    return true;
  }

  void check_text(const KeyRule& rule, YamlNode value) {
    if (refuse_unusual_space(rule, value)) return;
    const std::string_view text = value.text();
    switch (rule.type) {
      case ValueType::identifier:
        if (!is_identifier(text)) {
          refuse(codes::kBadId, value, fmt::format("`{}` is not an id", text), how_to_write(rule));
        }
        return;
      case ValueType::name:
        if (!is_name(text) || is_reserved(text)) {
          refuse(codes::kBadId, value, fmt::format("`{}` cannot be a name in conditions", text),
                 is_reserved(text) ? "conditions use this word themselves"
                                   : "use small letters, digits and `_` only, and start with a letter");
        }
        return;
      case ValueType::label:
        if (!is_label(text)) {
          refuse(rule.when_empty == codes::kEmptyValue ? codes::kBadId : rule.when_empty, value,
                 fmt::format("`{}` is not a code of the rubric", text), how_to_write(rule));
        }
        return;
      case ValueType::number:
        return check_number(rule, value);
      case ValueType::truth:
        if (text != "true" && text != "false") {
          refuse(codes::kWrongType, value,
                 fmt::format("`{}` must be `true` or `false`, not `{}`", shown_key(rule), text),
                 std::string{rule.explanation});
        }
        return;
      case ValueType::word:
        return check_word(rule, value);
      case ValueType::date:
        if (!parse_date(text)) {
          refuse(codes::kBadDate, value, fmt::format("`{}` is not a date", text), how_to_write(rule));
        }
        return;
      case ValueType::rating:
        if (!parse_rating(text)) {
          refuse(codes::kBadRating, value, fmt::format("`{}` is not a level and a few words", text),
                 how_to_write(rule));
          return;
        }
        return check_written(rule, value);
      case ValueType::reference:
      case ValueType::condition:
      case ValueType::change:
      case ValueType::value:
        if (is_blank(text)) report_empty(rule, value);
        return;
      case ValueType::text:
      case ValueType::line:
      case ValueType::text_or_object:
        return check_written(rule, value);
      case ValueType::object:
        return;
    }
  }

  void check_number(const KeyRule& rule, YamlNode value) {
    const std::optional<int> number = parse_number(value.text());
    if (!number) {
      refuse(codes::kWrongType, value,
             fmt::format("`{}` must be a whole number, not `{}`", shown_key(rule), value.text()),
             std::string{rule.explanation});
    } else if (*number < rule.least || *number > rule.most) {
      refuse(rule.when_out_of_range, value,
             fmt::format("`{}` must be between {} and {}, not {}", shown_key(rule), rule.least, rule.most,
                         *number),
             std::string{rule.explanation});
    }
  }

  void check_word(const KeyRule& rule, YamlNode value) {
    if (std::find(rule.words.begin(), rule.words.end(), value.text()) != rule.words.end()) return;
    std::vector<Candidate> candidates;
    for (const std::string_view word : rule.words) candidates.push_back({word, {}});
    std::string help = did_you_mean(value.text(), candidates, problems_->comparisons());
    if (help.empty()) help = fmt::format("it can be {}", list_of_words(rule.words));
    refuse(codes::kUnknownWord, value, fmt::format("`{}` cannot be `{}`", shown_key(rule), value.text()),
           help);
  }

  const ObjectSchema* root_;
  Completeness completeness_;
  Problems* problems_;
  std::string_view free_key_;
  SchemaFindings findings_;
};

}  // namespace

const KeyRule* ObjectSchema::find(std::string_view key) const {
  const auto rule = std::find_if(keys.begin(), keys.end(),
                                 [key](const KeyRule& candidate) { return candidate.key == key; });
  return rule == keys.end() ? nullptr : &*rule;
}

SchemaFindings check_schema(const ObjectSchema& schema, YamlNode root, Completeness completeness,
                            Problems& problems) {
  if (!root.present() || root.is_spoilt()) return {false, false, {}, {}};
  if (root.is_map()) {
    Checker checker{schema, completeness, problems};
    checker.check_object(schema, root, {1, 1, 1});
    return checker.take_findings();
  }
  problems.error(
      codes::kWrongType, root.where(),
      fmt::format("the file must hold the keys of a {}, not {}", schema.name, kind_name(root.kind())),
      fmt::format("start with `{}: …`", schema.keys.front().key));
  return {false, false, {}, {}};
}

std::string name_of(const ObjectSchema& schema, YamlNode object) {
  YamlNode id = object.find("id");
  if (!id.is_text()) id = object.find("name");
  if (!id.is_text()) return fmt::format("the {}", schema.name);
  return fmt::format("the {} `{}`", schema.name, id.text());
}

}  // namespace steadfast
