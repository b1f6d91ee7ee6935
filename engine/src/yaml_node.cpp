#include <algorithm>
#include <cstdint>
#include <vector>

#include "utf8.h"
#include "yaml_scan.h"
#include "yaml_tree.h"

namespace steadfast {

YamlKind YamlNode::kind() const {
  return present() ? tree_->records_[record_].kind : YamlKind::empty;
}

std::string_view YamlNode::text() const {
  return is_text() ? tree_->text_of(tree_->records_[record_]) : std::string_view{};
}

bool YamlNode::is_quoted() const {
  if (!is_text()) return false;
  const std::string_view source = tree_->source_->text();
  const std::size_t offset = tree_->records_[record_].offset;
  return offset < source.size() && (source[offset] == '"' || source[offset] == '\'');
}

bool YamlNode::comment_follows() const {
  return present() && tree_->records_[record_].comment_follows;
}

bool YamlNode::is_on_several_lines() const {
  if (!is_text()) return false;
  const YamlTree::Record& record = tree_->records_[record_];
  const std::string_view written = tree_->source().text().substr(record.offset, record.source_length);
  return written.starts_with('|') || written.starts_with('>') || written.find('\n') != std::string_view::npos;
}

namespace {

bool is_colon(std::string_view rest) {
  return rest == ":" || rest.starts_with(": ");
}

}  // namespace

std::optional<Span> YamlNode::comment_inside(std::string_view key) const {
  if (!present()) return std::nullopt;
  const std::vector<YamlTree::Record>& records = tree_->records_;
  const SourceText& source = tree_->source();
  const std::uint32_t next = records[record_].next;
  const int first = source.line_of(records[record_].offset);
  const int last = next < records.size() ? source.line_of(records[next].offset) : source.line_count();
  for (int number = first; number <= last; ++number) {
    const std::string_view line = source.line(number);
    const std::size_t hash = line.find_first_not_of(' ');
    if (hash == std::string_view::npos || line[hash] != '#') continue;
    const std::size_t word = std::min(line.find_first_not_of("# ", hash), line.size());
    if (line.substr(word).starts_with(key) && is_colon(line.substr(word + key.size()))) {
      return source.span(source.line_start(number) + hash, line.size() - hash);
    }
  }
  return std::nullopt;
}

bool YamlNode::is_last() const {
  return present() && tree_->records_[record_].next >= tree_->records_.size();
}

bool YamlNode::is_spoilt() const {
  return present() && tree_->records_[record_].is_spoilt;
}

YamlRange<YamlItemIterator> YamlNode::items() const {
  if (!is_list()) return {{nullptr, 0}, {nullptr, 0}};
  return {{tree_, record_ + 1}, {tree_, tree_->records_[record_].next}};
}

YamlRange<YamlEntryIterator> YamlNode::entries() const {
  if (!is_map()) return {{nullptr, 0}, {nullptr, 0}};
  return {{tree_, record_ + 1}, {tree_, tree_->records_[record_].next}};
}

YamlNode YamlNode::find(std::string_view key) const {
  YamlNode found;
  for (const YamlEntry entry : entries()) {
    if (!entry.key.is_text() || entry.key.text() != key) continue;
    if (entry.value.kind() != YamlKind::empty) return entry.value;
    if (!found.present()) found = entry.value;
  }
  return found;
}

void YamlTree::reword(YamlNode node, std::string_view text) {
  Record& record = records_[node.record_];
  record.is_copied = true;
  record.text_offset = static_cast<std::uint32_t>(copied_.size());
  record.text_length = static_cast<std::uint32_t>(text.size());
  copied_ += text;
}

Span YamlNode::where() const {
  if (!present()) return {};
  const YamlTree::Record& record = tree_->records_[record_];
  return tree_->source().span(record.offset, record.source_length);
}

Span YamlNode::end_of_file() const {
  if (!present()) return {};
  const SourceText& source = tree_->source();
  const std::size_t last = source.text().find_last_not_of(" \t\r\n");
  const int line = source.line_of(last == std::string_view::npos ? 0 : last);
  return source.span(source.line_start(line), source.line(line).size());
}

Span YamlNode::where_in(int offset, int length) const {
  if (!present()) return {};
  const YamlTree::Record& record = tree_->records_[record_];
  const std::string_view source = tree_->source().text();
  const std::string_view value = text();
  const std::size_t first = find_in_scalar(source, record.offset, value, offset);
  const std::size_t last = find_in_scalar(source, record.offset, value, offset + length);
  return tree_->source().span(first, last > first ? last - first : 1);
}

std::optional<Span> YamlNode::line_inside(std::string_view words) const {
  if (!present()) return std::nullopt;
  const std::vector<YamlTree::Record>& records = tree_->records_;
  const SourceText& source = tree_->source();
  const std::uint32_t next = records[record_].next;
  const int end = next < records.size() ? source.line_of(records[next].offset) : source.line_count() + 1;
  for (int number = source.line_of(records[record_].offset) + 1; number < end; ++number) {
    const std::string_view line = source.line(number);
    const std::size_t content = std::min(line.find_first_not_of(' '), line.size());
    if (!line.substr(content).starts_with(words)) continue;
    return source.span(source.line_start(number) + content, words.size());
  }
  return std::nullopt;
}

}  // namespace steadfast
