// Keys that are written more than once.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codes.h"
#include "yaml_builder.h"
#include "yaml_line.h"

namespace steadfast {

// Several keys that come again are most likely those of an item whose first line was lost.
void YamlTreeBuilder::report_duplicates(const std::vector<WrittenTwice>& twice) {
  constexpr std::size_t kOfAnItem = 3;
  const bool is_item = twice.size() >= kOfAnItem;
  if (is_item && report_start_of_item(twice[0].again)) return;
  for (const WrittenTwice& one : twice) {
    const YamlTree::Record& first = tree_->records_[one.first];
    const YamlTree::Record& again = tree_->records_[one.again];
    const std::string_view name = tree_->text_of(again);
    problems_
        ->error(codes::kDuplicateKey, span(again.offset, again.source_length),
                is_item ? fmt::format("`{}` and {} more keys are written a second time from here on, as if a "
                                      "new item began",
                                      name, twice.size() - 1)
                        : fmt::format("the key `{}` is written twice here", name),
                is_item
                    ? "put the line with the dash that starts the item above this one, or keep one of each"
                    : "keep one of them")
        .notes.push_back({span(first.offset, first.source_length), "first written here"});
    if (is_item) return;
  }
}

// The first line of an item that starts further in than its other keys became an item of its own.
bool YamlTreeBuilder::report_start_of_item(std::uint32_t key) {
  std::vector<YamlTree::Record>& records = tree_->records_;
  const SourceText& source = tree_->source();
  int number = source.line_of(records[key].offset);
  const YamlLine rest = yaml_line(source, text_, number);
  YamlLine first = rest;
  while (number > 1 && (first.start == rest.start || !first.has_content()))
    first = yaml_line(source, text_, --number);
  if (!first.is_item || !first.has_key() || first.key_column() <= rest.key_column()) return false;
  // Records stand in the order of the file.
  for (std::uint32_t at = key; at > 0 && records[at].offset >= first.key_start; --at) {
    if (records[at].kind != YamlKind::map || records[at].offset != first.key_start) continue;
    records[at].is_spoilt = true;
    problems_->error(codes::kLinesDoNotLineUp, span(first.content, first.end - first.content),
                     fmt::format("this item starts in column {}, and its other keys stand in column {}",
                                 first.column() + 1, rest.key_column() + 1),
                     fmt::format("start its dash in column {}", rest.key_column() - 1));
    return true;
  }
  return false;
}

void YamlTreeBuilder::check_duplicates(std::uint32_t map) {
  std::vector<YamlTree::Record>& records = tree_->records_;
  std::vector<WrittenTwice> twice;
  constexpr std::size_t kFewKeys = 24;
  std::vector<std::uint32_t> few;
  std::unordered_map<std::string_view, std::uint32_t> many;
  for (std::uint32_t key = map + 1; key < records[map].next; key = records[records[key].next].next) {
    if (records[key].kind != YamlKind::text || records[key].is_spoilt) continue;
    const std::string_view name = tree_->text_of(records[key]);
    if (few.size() < kFewKeys) {
      const auto same = std::find_if(few.begin(), few.end(), [this, &records, name](std::uint32_t earlier) {
        return tree_->text_of(records[earlier]) == name;
      });
      if (same != few.end()) {
        twice.push_back({*same, key});
      } else {
        few.push_back(key);
      }
      continue;
    }
    if (many.empty()) {
      for (const std::uint32_t earlier : few) many.emplace(tree_->text_of(records[earlier]), earlier);
    }
    const auto inserted = many.emplace(name, key);
    if (!inserted.second) twice.push_back({inserted.first->second, key});
  }
  report_duplicates(twice);
}

}  // namespace steadfast
