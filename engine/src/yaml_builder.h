// Builds a located tree out of the parser's events and sees to what the parser lets pass.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "problems.h"
#include "yaml_hints.h"
#include "yaml_tree.h"

namespace steadfast {

// Offsets are bytes from the start of the source. Every problem is reported where it is met; `GiveUp`,
// `UnclosedQuote` and `Explained` are thrown through the parser, which is the only way to stop it.
class YamlTreeBuilder {
 public:
  static constexpr std::size_t kDeepest = 64;
  static constexpr std::size_t kMostRecords = 8'000'000;

  struct GiveUp {};
  struct UnclosedQuote {
    std::size_t offset = 0;
  };
  // Something that the parser takes and that is not what was meant.
  struct Explained {
    YamlHint hint;
  };

  // `text` is what the parser reads: the source, or a copy with the places in `masked` covered.
  YamlTreeBuilder(YamlTree& tree, std::string_view text, const std::vector<YamlHint>& masked,
                  Problems& problems);

  char character_at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  void start_document(std::size_t offset);
  void open(YamlKind kind, std::size_t offset);
  void close();
  void add_text(std::size_t offset, std::string_view value);
  // An empty value, or the word `null`; `offset` is where the parser noticed.
  void add_nothing(std::size_t offset);
  void add_alias(std::size_t offset);
  // A text with an anchor or a tag in front of it.
  void add_special_text(std::size_t offset, std::string_view value);
  void refuse_special(std::size_t offset);

  void finish();   // after the last event
  void abandon();  // after a stop: closes what is open so that the tree can be walked

 private:
  struct Open {
    std::uint32_t record = 0;
    bool is_map = false;
    bool expects_key = true;
    std::uint32_t last_key = 0;
    std::uint32_t keys = 0;
  };

  // Bytes of the text that say something else than the source, and not what was meant.
  struct Covered {
    std::size_t start = 0;
    std::size_t end = 0;
  };

  // Keys of one map, as records.
  struct WrittenTwice {
    std::uint32_t first = 0;
    std::uint32_t again = 0;
  };

  YamlTree::Record& add(YamlKind kind, std::size_t offset);
  void take_back();
  void completed(std::uint32_t record);
  void set_copied(YamlTree::Record& record, std::string_view value);
  void add_plain(YamlTree::Record& record, std::string_view value);
  void add_quoted(YamlTree::Record& record, std::string_view value);
  void add_block(YamlTree::Record& record, std::string_view value);
  void check_key(YamlTree::Record& key);
  void stop_at_text(const YamlTree::Record& key);
  void uncover_key(YamlTree::Record& key) const;
  void check_start_of_item(const Open& map, const YamlTree::Record& key);
  void check_duplicates(std::uint32_t map);
  bool report_start_of_item(std::uint32_t key);
  void report_duplicates(const std::vector<WrittenTwice>& twice);
  std::size_t place_of_empty_value(std::size_t noticed_at) const;
  void check_folded(YamlTree::Record& record, std::size_t end);
  bool is_covered(std::size_t offset) const;
  Span span(std::size_t offset, std::size_t length) const;

  YamlTree* tree_;
  std::string_view text_;
  std::vector<Covered> covered_;  // in order, apart from each other
  std::vector<YamlHint> covered_keys_;
  Problems* problems_;
  std::vector<Open> open_;
  int documents_ = 0;
};

}  // namespace steadfast
