#include "yaml_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "codes.h"
#include "utf8.h"
#include "yaml_item_marks.h"
#include "yaml_line.h"
#include "yaml_lost_dash.h"
#include "yaml_scan.h"
#include "yaml_text_lines.h"

namespace steadfast {

YamlTreeBuilder::YamlTreeBuilder(YamlTree& tree, std::string_view text, const std::vector<YamlHint>& masked,
                                 Problems& problems)
    : tree_(&tree), text_(text), problems_(&problems) {
  for (const YamlHint& hint : masked) {
    if (hint.covers_key) covered_keys_.push_back(hint);
    if (hint.mends) continue;
    // What the mask says is meant; behind it, something is left out.
    const std::size_t start = hint.mask_offset + std::min(hint.mask.size(), hint.mask_length);
    covered_.push_back({start, std::max(start + 1, hint.mask_offset + hint.mask_length)});
  }
  std::sort(covered_.begin(), covered_.end(),
            [](const Covered& a, const Covered& b) { return a.start < b.start; });
  // One that reaches into the next takes it in.
  std::size_t last = 0;
  for (std::size_t i = 1; i < covered_.size(); ++i) {
    if (covered_[i].start <= covered_[last].end) {
      covered_[last].end = std::max(covered_[last].end, covered_[i].end);
    } else {
      covered_[++last] = covered_[i];
    }
  }
  covered_.resize(std::min(covered_.size(), last + 1));
  // About what prose needs; a growing vector would hold the tree twice for a moment.
  tree_->records_.reserve(text.size() / 16 + 16);
}

Span YamlTreeBuilder::span(std::size_t offset, std::size_t length) const {
  return tree_->source().span(offset, length);
}

bool YamlTreeBuilder::is_covered(std::size_t offset) const {
  const auto behind = std::upper_bound(covered_.begin(), covered_.end(), offset,
                                       [](std::size_t at, const Covered& one) { return at < one.start; });
  return behind != covered_.begin() && offset < std::prev(behind)->end;
}

void YamlTreeBuilder::start_document(std::size_t offset) {
  if (++documents_ == 1) return;
  if (text_.substr(offset, 3) == "---") {
    problems_->error(codes::kSeveralDocuments, span(offset, 3), "a second document starts here",
                     "one file holds one scenario: remove the line of dashes");
  } else {
    problems_->error(codes::kLinesDoNotLineUp, span(offset, end_of_word(text_, offset) - offset),
                     "what starts here does not belong to anything above it",
                     "give it the form of the lines at the start of the file, or indent it");
  }
  throw GiveUp{};
}

YamlTree::Record& YamlTreeBuilder::add(YamlKind kind, std::size_t offset) {
  if (tree_->records_.size() >= kMostRecords) {
    problems_->error(codes::kTooLarge, span(offset, 1), "the file holds more things than a scenario can have",
                     fmt::format("the limit is {} keys and values", kMostRecords));
    throw GiveUp{};
  }
  YamlTree::Record& record = tree_->records_.emplace_back();
  record.kind = kind;
  record.offset = static_cast<std::uint32_t>(std::min(offset, text_.size()));
  record.next = static_cast<std::uint32_t>(tree_->records_.size());
  record.is_spoilt = is_covered(offset);
  return record;
}

// What stops the parser was never completed: in a map, keys and values would no longer take turns.
void YamlTreeBuilder::take_back() {
  tree_->records_.pop_back();
}

// A key is followed by its value, a value by the next key.
void YamlTreeBuilder::completed(std::uint32_t record) {
  if (open_.empty() || !open_.back().is_map) return;
  Open& map = open_.back();
  if (map.expects_key) {
    map.last_key = record;
    ++map.keys;
    check_key(tree_->records_[record]);
    check_start_of_item(map, tree_->records_[record]);
  }
  map.expects_key = !map.expects_key;
}

void YamlTreeBuilder::open(YamlKind kind, std::size_t offset) {
  if (open_.size() >= kDeepest) {
    problems_->error(codes::kTooDeep, span(offset, 1),
                     fmt::format("this is nested more than {} levels deep", kDeepest),
                     "brackets or dashes may have been repeated by mistake");
    throw GiveUp{};
  }
  add(kind, offset);
  open_.push_back(
      {static_cast<std::uint32_t>(tree_->records_.size() - 1), kind == YamlKind::map, true, 0, 0});
}

void YamlTreeBuilder::close() {
  const Open closing = open_.back();
  open_.pop_back();
  tree_->records_[closing.record].next = static_cast<std::uint32_t>(tree_->records_.size());
  if (closing.is_map) check_duplicates(closing.record);
  completed(closing.record);
}

void YamlTreeBuilder::set_copied(YamlTree::Record& record, std::string_view value) {
  record.is_copied = true;
  record.text_offset = static_cast<std::uint32_t>(tree_->copied_.size());
  record.text_length = static_cast<std::uint32_t>(value.size());
  tree_->copied_ += value;
}

void YamlTreeBuilder::add_plain(YamlTree::Record& record, std::string_view value) {
  std::size_t end = record.offset + value.size();
  if (tree_->source().text().substr(record.offset, value.size()) == value) {
    record.text_offset = record.offset;
    record.text_length = static_cast<std::uint32_t>(value.size());
  } else {
    end = end_of_folded(text_, record.offset, value);
    set_copied(record, value);
    check_folded(record, end);
  }
  record.source_length = static_cast<std::uint32_t>(end - record.offset);
  const std::size_t behind = skip_blanks(text_, end);
  record.comment_follows = behind > end && character_at(behind) == '#';
}

// A dash at the start of a line that goes on with the text above was meant to start an item.
void YamlTreeBuilder::check_folded(YamlTree::Record& record, std::size_t end) {
  for (std::size_t at = text_.find('\n', record.offset); at < end; at = text_.find('\n', at + 1)) {
    const std::size_t dash = skip_blanks(text_, at + 1);
    if (character_at(dash) != '-' || end_of_word(text_, dash) != dash + 1) continue;
    record.is_spoilt = true;
    if (const auto mark = item_mark_at(text_.substr(record.offset))) {
      problems_->error(codes::kLostDash, span(record.offset, mark->length), mark->message,
                       "write a dash and a space");
      return;
    }
    const YamlLine first = yaml_line(tree_->source(), text_, tree_->source().line_of(record.offset));
    problems_->error(
        codes::kLinesDoNotLineUp, span(dash, 1),
        "this line is indented further than the text above it, so its dash reads as a part of that text",
        first.is_item ? fmt::format("start it in column {}, under the dash above; a dash that belongs to the "
                                    "text wants the whole text in quotes",
                                    first.column() + 1)
                      : "a list starts on a line of its own under its key; a dash that belongs to the text "
                        "wants the whole text in quotes");
    return;
  }
}

void YamlTreeBuilder::add_quoted(YamlTree::Record& record, std::string_view value) {
  const std::size_t closing = closing_quote(text_, record.offset);
  if (closing == std::string_view::npos || leaves_its_lines(text_, record.offset, closing)) {
    const UnclosedQuote quote{record.offset};
    take_back();
    throw quote;
  }
  record.source_length = static_cast<std::uint32_t>(closing + 1 - record.offset);
  if (tree_->source().text().substr(record.offset + 1, closing - record.offset - 1) == value) {
    record.text_offset = record.offset + 1;
    record.text_length = static_cast<std::uint32_t>(value.size());
    return;
  }
  set_copied(record, value);
  const auto control = find_control_character(value);
  if (!control) return;
  const int position = count_code_points(value.substr(0, *control));
  const std::size_t escape = find_in_scalar(text_, record.offset, value, position);
  problems_->error(codes::kUnknownEscape, span(escape, 2),
                   "this stands for a control character, which nobody can see",
                   "take it out; for a backslash write two");
  record.is_spoilt = true;
}

void YamlTreeBuilder::add_block(YamlTree::Record& record, std::string_view value) {
  record.source_length = 1;
  set_copied(record, value);
}

void YamlTreeBuilder::add_text(std::size_t offset, std::string_view value) {
  YamlTree::Record& record = add(YamlKind::text, offset);
  const auto index = static_cast<std::uint32_t>(tree_->records_.size() - 1);
  const char first = character_at(offset);
  if (first == '"' || first == '\'') {
    add_quoted(record, value);
  } else if (first == '|' || first == '>') {
    add_block(record, value);
  } else {
    add_plain(record, value);
  }
  completed(index);
}

void YamlTreeBuilder::add_nothing(std::size_t offset) {
  // The words YAML takes for "no value" are words here, unless they are the next key.
  const std::string_view word = null_word_at(text_, offset);
  if (!word.empty()) {
    add_text(offset, word);
    return;
  }
  const bool is_key = !open_.empty() && open_.back().is_map && open_.back().expects_key;
  YamlTree::Record& record = add(YamlKind::empty, is_key ? offset : place_of_empty_value(offset));
  // What was covered may have been all there was.
  record.is_spoilt = record.is_spoilt || is_covered(record.offset + 1U) || is_covered(record.offset + 2U);
  completed(static_cast<std::uint32_t>(tree_->records_.size() - 1));
}

// The parser notices an empty value at the next thing; it belongs behind its key or its dash.
std::size_t YamlTreeBuilder::place_of_empty_value(std::size_t noticed_at) const {
  if (!open_.empty() && open_.back().is_map) {
    const YamlTree::Record& key = tree_->records_[open_.back().last_key];
    return key.offset + key.source_length;
  }
  return dash_before(text_, noticed_at);
}

void YamlTreeBuilder::refuse_special(std::size_t offset) {
  const std::size_t end = end_of_word(text_, offset);
  const std::string_view word = text_.substr(offset, end - offset);
  const char first = character_at(offset);
  const std::string_view what = first == '*' ? "an alias" : first == '!' ? "a tag" : "an anchor";
  const bool is_condition = first == '!' && !open_.empty() && open_.back().is_map && word.size() > 1 &&
                            text_.substr(tree_->records_[open_.back().last_key].offset, 5) == "when:";
  problems_->error(codes::kAnchorAliasTag, span(offset, word.size()),
                   fmt::format("`{}` is {} in YAML, which scenarios do not use", word, what),
                   is_condition
                       ? fmt::format("in a condition `!` is written `not`: `not {}`", word.substr(1))
                       : fmt::format("if you meant the text `{}`, put the whole text in quotes", word));
}

void YamlTreeBuilder::add_alias(std::size_t offset) {
  add_special_text(offset, {});
}

void YamlTreeBuilder::add_special_text(std::size_t offset, std::string_view value) {
  refuse_special(offset);
  YamlTree::Record& record = add(YamlKind::text, offset);
  record.source_length = static_cast<std::uint32_t>(end_of_word(text_, offset) - offset);
  record.is_spoilt = true;
  set_copied(record, value);
  completed(static_cast<std::uint32_t>(tree_->records_.size() - 1));
}

void YamlTreeBuilder::check_key(YamlTree::Record& key) {
  if (key.is_spoilt) return;
  if (key.kind != YamlKind::text) {
    key.is_spoilt = true;
    problems_->error(codes::kBadKey, span(key.offset, 1), "a key must be one word with a colon behind it",
                     "write for example `title: A short walk`");
    return;
  }
  const std::size_t behind = skip_blanks(text_, key.offset + key.source_length);
  if (character_at(behind) == ':') return uncover_key(key);
  stop_at_text(key);
  key.is_spoilt = true;
  const std::string_view word = tree_->text_of(key);
  if (key.offset >= 2 && text_.substr(key.offset - 2, 2) == "? ") {
    problems_->error(codes::kBadKey, span(key.offset - 2, 1), "a key does not start with a question mark",
                     "write `key: value` on one line; if this is text, put it in quotes");
  } else if (const std::size_t colon = word.find(':'); colon != std::string_view::npos && colon > 0) {
    problems_->error(codes::kNoSpaceAfterColon, span(key.offset + colon, 1),
                     fmt::format("there is no space behind the colon of `{}`", word.substr(0, colon)),
                     fmt::format("write `{}: {}`", word.substr(0, colon), word.substr(colon + 1)));
  } else {
    problems_->error(
        codes::kLineWithoutColon, span(key.offset, key.source_length),
        // As it is written: what a hint has covered up means nothing to anybody.
        fmt::format("`{}` has no colon behind it",
                    tree_->source().text().substr(key.offset, key.source_length)),
        "a line here is a key, a colon and a value; a text that goes on is indented further than "
        "its key");
  }
}

// What reads as a key without a colon may be text that goes on.
void YamlTreeBuilder::stop_at_text(const YamlTree::Record& key) {
  if (problems_->is_full()) return;
  const SourceText& source = tree_->source();
  const int number = source.line_of(key.offset);
  auto hint = explain_text_over_lines(yaml_line(source, text_, number), lines_above(source, text_, number));
  if (!hint) return;
  take_back();
  throw Explained{std::move(*hint)};
}

// The letter that made room for the colon belongs to the key.
void YamlTreeBuilder::uncover_key(YamlTree::Record& key) const {
  for (const YamlHint& hint : covered_keys_) {
    if (hint.mask_offset != key.offset) continue;
    key.source_length = static_cast<std::uint32_t>(hint.mask_length);
    key.text_offset = key.offset;
    key.text_length = key.source_length;
  }
}

// An item that begins again, after other keys, is most likely the next one without its dash. Right behind
// the first it is a key written twice.
void YamlTreeBuilder::check_start_of_item(const Open& map, const YamlTree::Record& key) {
  const bool is_item = open_.size() >= 2 && !open_[open_.size() - 2].is_map;
  if (!is_item || map.keys < 3 || key.is_spoilt) return;
  const YamlTree::Record& first = tree_->records_[map.record + 1];
  if (first.kind != YamlKind::text || first.is_spoilt || tree_->text_of(first) != tree_->text_of(key)) return;
  auto hint = explain_repeated_first_key(tree_->source(), text_, first.offset, key.offset);
  if (!hint) return;
  take_back();
  throw Explained{std::move(*hint)};
}

void YamlTreeBuilder::finish() {
  abandon();
}

void YamlTreeBuilder::abandon() {
  std::vector<YamlTree::Record>& records = tree_->records_;
  while (!open_.empty()) {
    const Open closing = open_.back();
    open_.pop_back();
    // A key whose value was never read gets an empty one.
    if (closing.is_map && !closing.expects_key) {
      YamlTree::Record& value = records.emplace_back();
      value.offset = records[closing.last_key].offset;
      value.next = static_cast<std::uint32_t>(records.size());
      value.is_spoilt = true;
    }
    records[closing.record].next = static_cast<std::uint32_t>(records.size());
    if (!open_.empty() && open_.back().is_map && !open_.back().expects_key)
      open_.back().expects_key = true;
    else if (!open_.empty() && open_.back().is_map) {
      // What is open here was a key itself: it needs a value to be walked over.
      open_.back().expects_key = false;
      open_.back().last_key = closing.record;
    }
  }
}

}  // namespace steadfast
