// A strict reading of YAML: text, lists and maps, each with its place in the source. Nothing is typed
// here: every scalar is text. The source file beside this is the only one that knows yaml-cpp.
//
// The tree is one flat list of records in the order of the file, and texts are views into the source
// where the source says them literally, so that a tree costs about as much memory as its source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "known_keys.h"
#include "problems.h"
#include "source_text.h"
#include "steadfast/diagnostic.h"

namespace steadfast {

enum class YamlKind : std::uint8_t { empty, text, list, map };

class YamlTree;
struct YamlEntry;
template <class Iterator>
struct YamlRange;
class YamlItemIterator;
class YamlEntryIterator;

// A handle to one thing in a tree, which must outlive it. A default-constructed one is absent and
// answers like an empty value.
class YamlNode {
 public:
  YamlNode() = default;
  YamlNode(const YamlTree& tree, std::uint32_t record) : tree_(&tree), record_(record) {}

  bool present() const { return tree_ != nullptr; }
  YamlKind kind() const;
  bool is_text() const { return kind() == YamlKind::text; }
  bool is_list() const { return kind() == YamlKind::list; }
  bool is_map() const { return kind() == YamlKind::map; }

  // The words of a text, empty for everything else.
  std::string_view text() const;
  // True when a comment cuts off an unquoted text on its line: `I'm #1` is then `I'm`.
  bool comment_follows() const;
  // True for a text between quotation marks, whose own ones the author has marked as such.
  bool is_quoted() const;
  // True for a text that goes on in the next line.
  bool is_on_several_lines() const;
  // True when a problem was already reported for this place, so what it says means nothing.
  bool is_spoilt() const;

  // The items of a list and the entries of a map; nothing for other kinds.
  YamlRange<YamlItemIterator> items() const;
  YamlRange<YamlEntryIterator> entries() const;
  // The value of the first entry with this key, of several the first that is not empty; absent when there is
  // none or this is no map.
  YamlNode find(std::string_view key) const;

  // The place of a comment inside it that reads `key: …`.
  std::optional<Span> comment_inside(std::string_view key) const;
  // True when nothing stands behind it in the file.
  bool is_last() const;

  // Where it is written. For lists and maps: where their first thing starts.
  Span where() const;
  // The last line of the file that is not blank.
  Span end_of_file() const;
  // The place of some code points of text(), also when the text is quoted, escaped or folded.
  Span where_in(int offset, int length) const;
  // The place, inside a text over several lines, where a line starts with `words`.
  std::optional<Span> line_inside(std::string_view words) const;

 private:
  friend class YamlTree;
  friend class YamlItemIterator;
  friend class YamlEntryIterator;
  const YamlTree* tree_ = nullptr;
  std::uint32_t record_ = 0;
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

class YamlTree {
 public:
  // Must hold: `source` outlives the tree.
  explicit YamlTree(const SourceText& source) : source_(&source) {}

  // Absent when the file held nothing or could not be read.
  YamlNode root() const { return records_.empty() ? YamlNode{} : YamlNode{*this, 0}; }
  const SourceText& source() const { return *source_; }
  std::size_t size() const { return records_.size(); }
  // From now on `node`, a text of this tree, says `text`; it stays in its place. Views of texts that were
  // handed out before may end here.
  void reword(YamlNode node, std::string_view text);
  // From now on `node` counts as reported.
  void spoil(YamlNode node) { records_[node.record_].is_spoilt = true; }
  // Bytes the tree holds beside the source.
  std::size_t memory() const { return records_.capacity() * sizeof(Record) + copied_.capacity(); }

 private:
  friend class YamlNode;
  friend class YamlItemIterator;
  friend class YamlEntryIterator;
  friend class YamlTreeBuilder;

  struct Record {
    std::uint32_t offset = 0;         // where it starts in the source
    std::uint32_t source_length = 0;  // how many bytes it takes there (texts only)
    std::uint32_t text_offset = 0;    // of its words, in the source or in `copied_`
    std::uint32_t text_length = 0;
    std::uint32_t next = 0;  // the record behind it and everything inside it
    YamlKind kind = YamlKind::empty;
    bool is_copied = false;
    bool comment_follows = false;
    bool is_spoilt = false;
  };

  std::string_view text_of(const Record& record) const {
    const std::string_view holder = record.is_copied ? std::string_view{copied_} : source_->text();
    return holder.substr(record.text_offset, record.text_length);
  }

  const SourceText* source_;
  std::vector<Record> records_;
  std::string copied_;
};

class YamlItemIterator {
 public:
  YamlItemIterator(const YamlTree* tree, std::uint32_t record) : tree_(tree), record_(record) {}
  YamlNode operator*() const { return {*tree_, record_}; }
  YamlItemIterator& operator++() {
    record_ = tree_->records_[record_].next;
    return *this;
  }
  friend bool operator==(const YamlItemIterator& a, const YamlItemIterator& b) {
    return a.record_ == b.record_;
  }

 private:
  const YamlTree* tree_;
  std::uint32_t record_;
};

class YamlEntryIterator {
 public:
  YamlEntryIterator(const YamlTree* tree, std::uint32_t record) : tree_(tree), record_(record) {}
  YamlEntry operator*() const { return {{*tree_, record_}, {*tree_, tree_->records_[record_].next}}; }
  YamlEntryIterator& operator++() {
    record_ = tree_->records_[tree_->records_[record_].next].next;
    return *this;
  }
  friend bool operator==(const YamlEntryIterator& a, const YamlEntryIterator& b) {
    return a.record_ == b.record_;
  }

 private:
  const YamlTree* tree_;
  std::uint32_t record_;
};

template <class Iterator>
struct YamlRange {
  Iterator first;
  Iterator last;
  Iterator begin() const { return first; }
  Iterator end() const { return last; }
  bool empty() const { return first == last; }
  std::size_t size() const {
    std::size_t count = 0;
    for (Iterator at = first; !(at == last); ++at) ++count;
    return count;
  }
};

// How much of a file is in its tree.
enum class Completeness : std::uint8_t {
  whole,            // also where a mistake was mended on the way
  values_left_out,  // every key and every name is there, but some values are covered
  places_left_out,  // names or keys are covered, so what refers to them cannot be judged
  stopped,          // something is missing at the end, at the least
};

struct YamlReading {
  YamlTree tree;
  Completeness completeness = Completeness::stopped;
};

// Must hold: `source` outlives the result and its text is well-formed UTF-8 smaller than 2 GB. Never throws
// for what the text says; every problem goes to `problems`.
// `known` are the keys that the file may have; with them, what is wrong is told better.
YamlReading read_yaml(const SourceText& source, Problems& problems, const KnownKeys& known = {});

}  // namespace steadfast
