// The names of one sort of thing in a file, where each is declared, and what position it has.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "problems.h"
#include "suggest.h"
#include "yaml_tree.h"

namespace steadfast {

// Names are views: what they were read from must outlive the table.
class NameTable {
 public:
  // `what` is how messages call one: "node", "choice". `unknown` is the code of a name that is not here, for
  // tables that other parts of the file refer to; `hint` is then said where nothing is near to it.
  explicit NameTable(std::string_view what, Code unknown = {}, std::string_view hint = {})
      : what_(what), unknown_(unknown), hint_(hint) {}

  // Gives `name` the position. Reports it when the name is taken (the first keeps it). One that is no id was
  // reported; it is noted that something goes without a name.
  void declare(YamlNode name, std::uint32_t position, Problems& problems);
  // The same for a name of another file, which cannot be taken yet. `called` is told beside it.
  void declare_elsewhere(std::string_view name, std::uint32_t position, std::string_view called = {});
  // A name that something used to have, or has in another table: it counts as taken only here.
  void declare_former(YamlNode former, std::string_view now_called, Problems& problems);

  // Once the names are used in another file, their places mean nothing there.
  void forget_places();

  std::optional<std::uint32_t> find(std::string_view name) const;
  // As find(), and reports it with a suggestion when there is none.
  std::optional<std::uint32_t> find_or_report(YamlNode name, Problems& problems) const;
  // Whether a name that is not here may be a slip for one that is.
  bool has_near(std::string_view name, Problems& problems) const;
  // What to say of a name that is not here; empty when nothing is near and there are too many to list, or
  // when `problems` has enough of them.
  std::string help_for(std::string_view name, Problems& problems) const;

  const std::unordered_map<std::string_view, std::uint32_t>& positions() const { return positions_; }
  const std::vector<Candidate>& candidates() const { return candidates_; }
  std::string_view what() const { return what_; }

 private:
  struct Former {
    std::string_view now_called;
    Span where;
  };
  // What to say of several names in one; empty when one of them is not here.
  std::string help_for_several(std::string_view names) const;

  std::string_view what_;
  Code unknown_;
  std::string_view hint_;
  std::unordered_map<std::string_view, std::uint32_t> positions_;
  std::unordered_map<std::string_view, Former> former_;
  std::vector<Candidate> candidates_;
};

// "a node", "an ending".
std::string with_article(std::string_view what);

// The words of a text without blank ends.
std::string words_of(YamlNode node);
// The words of each text of a list.
std::vector<std::string> texts_of(YamlNode list);
// The value of a key that the schema types as a number or truth; the default when it is absent or broken.
int number_of(YamlNode node, int otherwise);
bool truth_of(YamlNode node);

}  // namespace steadfast
